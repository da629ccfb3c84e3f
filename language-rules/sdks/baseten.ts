// https://docs.baseten.co/reference/sdk/chains
import type { Sdk, SdkExample } from '../../core/sdk.ts'

export const sdk: Sdk = {
  id: 'baseten',
  words: ['import truss_chains', 'from truss_chains', 'truss_chains as'],
  clients: [{ python: ['truss_chains.Compute', 'truss_chains.public_types.Compute'], module: true, kind: 'compute' }],
  calls: [],
  rents: [{ path: '()', on: 'compute', type: 'baseten.Compute', runs: true }],
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
]
