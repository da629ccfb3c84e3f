// https://docs.baseten.co/reference/sdk/chains
import { recordBeginning } from '../../core/data/first-key.ts'
import type { DocumentShape, Sdk, SdkExample } from '../../core/sdk.ts'

const asked = ['accelerator', 'cpu', 'memory', 'use_gpu', 'instance_type', 'node_count']

/** `config.yaml` of a Truss: https://docs.baseten.co/reference/truss-configuration */
const truss: DocumentShape = {
  type: 'baseten.truss',
  begins: ['resources'],
  text: [
    recordBeginning('resources', asked),
    /^(?:model_name|model_metadata|model_class_filename|external_package_dirs|trt_llm|docker_server|system_packages)\s*:/m,
  ],
  keys: { resources: asked },
  at: 'resources',
}

export const sdk: Sdk = {
  id: 'baseten',
  words: ['import truss_chains', 'from truss_chains', 'truss_chains as', 'truss_train', 'from truss.'],
  clients: [
    { python: ['truss_chains.Compute', 'truss_chains.public_types.Compute'], module: true, kind: 'compute' },
    { python: ['truss_train.Compute', 'truss_train.definitions.Compute'], module: true, kind: 'training' },
    { python: 'truss.**.Resources', module: true, kind: 'resources' },
  ],
  calls: [],
  rents: [
    { path: '()', on: 'compute', type: 'baseten.Compute', runs: true },
    { path: '()', on: 'training', type: 'baseten.training' },
    { path: '()', on: 'resources', type: 'baseten.truss', needs: ['accelerator', 'use_gpu', 'cpu', 'instance_type'] },
  ],
  documents: [truss],
  stands: { names: ['truss.**.Accelerator'] },
  free: ['RemoteConfig', 'push'],
}

export const examples: readonly SdkExample[] = [
  {
    lang: 'python',
    code: `
import truss_chains as chains
from truss.base import truss_config

class Model(chains.ChainletBase):
    remote_config = chains.RemoteConfig(compute=chains.Compute(gpu=truss_config.Accelerator.H100, gpu_count=2))

class Light(chains.ChainletBase):
    remote_config = chains.RemoteConfig(compute=chains.Compute(cpu_count=2, memory="4Gi"))
`,
    sees: [],
    rents: [
      { line: 6, type: 'baseten.Compute', facts: { accelerator: 'H100', acceleratorCount: 2 } },
      { line: 9, type: 'baseten.Compute', facts: { cpuCores: 2 } },
    ],
  },
  {
    lang: 'python',
    code: `
import truss_chains as chains
chains.RemoteConfig(docker_image=chains.DockerImage())
`,
    sees: [],
  },
  {
    lang: 'python',
    code: `
from truss.base import truss_config
from truss.base.truss_config import Resources
from truss_train import Compute

Compute(node_count=2, accelerator=truss_config.AcceleratorSpec(accelerator=truss_config.Accelerator.H100, count=8))
Resources(accelerator="A10G:2", cpu="4", memory="16Gi")
`,
    sees: [],
    rents: [
      { line: 6, type: 'baseten.training', count: 2, facts: { accelerator: 'H100', acceleratorCount: 8 } },
      { line: 7, type: 'baseten.truss', count: 1, facts: { accelerator: 'A10G', acceleratorCount: 2, cpuCores: 4 } },
    ],
  },
  {
    lang: 'yaml',
    code: `
model_name: answers
resources:
  accelerator: H100:2
  cpu: "3"
  use_gpu: true
---
model_metadata: {}
resources:
  cpu: 500m
  accelerator: null
  use_gpu: false
---
model_name: old
resources:
  use_gpu: true
`,
    sees: [],
    rents: [
      { line: 3, type: 'baseten.truss', facts: { accelerator: 'H100', acceleratorCount: 2, cpuCores: 3 } },
      { line: 9, type: 'baseten.truss', facts: { accelerator: null, cpuCores: 0.5 } },
      { line: 15, type: 'baseten.truss', facts: { accelerator: null } },
    ],
  },
  {
    lang: 'yaml',
    code: `
model_name: answers
resources:
  requests: {cpu: 2}
---
model_name: answers
resources: {}
`,
    sees: [],
  },
]
