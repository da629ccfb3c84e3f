// https://docs.ray.io/en/latest/ray-core/scheduling/accelerators.html: GPUs a program asks its cluster for
import type { DocumentShape, RentShape, Sdk, SdkExample } from '../../core/sdk.ts'

const gpus = ['num_gpus', 'accelerator_type']
const options = (path: string): RentShape => ({
  path,
  on: 'task',
  type: 'ray.gpus',
  needs: ['num_gpus'],
  runs: true,
  // What is made an actor, or a task, elsewhere: nothing else has options of that name.
  ...(path === 'options' ? { handed: ['num_gpus'] } : {}),
})

const provider = /^provider:/m

/** https://docs.ray.io/en/latest/cluster/vms/references/ray-cluster-configuration.html; the two below are of before Ray 1.3 */
const nodes = (at: string, rents: Pick<DocumentShape, 'type' | 'needs'>): DocumentShape => ({
  begins: ['provider'],
  text: [provider, new RegExp(`^${at.split('.')[0]}:`, 'm')],
  is: { 'provider.type': /^(?:aws|gcp|azure)$/ },
  at,
  ...rents,
})

// Both may stand beside the new ones, with nothing in them.
const machine = ['InstanceType', 'machineType', 'azure_arm_parameters.vmSize']

export const sdk: Sdk = {
  id: 'ray',
  words: ['import ray', 'from ray'],
  clients: [
    { python: 'ray.remote', module: true, kind: 'remote' },
    { python: 'ray.remote', kind: 'task' },
    { python: 'ray.serve.deployment', module: true, kind: 'deployment' },
    { python: ['ray.serve.llm.LLMConfig', 'ray.serve.llm.configs.LLMConfig'], module: true, kind: 'model' },
    // https://docs.ray.io/en/latest/data/api/doc/ray.data.llm.vLLMEngineProcessorConfig.html
    {
      python: ['vLLMEngineProcessorConfig', 'SGLangEngineProcessorConfig'].map((name) => `ray.data.llm.${name}`),
      module: true,
      kind: 'processor',
    },
    { python: ['ray.**.ScalingConfig'], module: true, kind: 'workers' },
  ],
  calls: [],
  rents: [
    { path: '()', on: 'remote', type: 'ray.gpus', needs: gpus, runs: true },
    options('options'),
    options('().options'),
    {
      path: '()',
      on: 'deployment',
      type: 'ray.deployment',
      runs: true,
      needs: ['ray_actor_options.num_gpus', 'ray_actor_options.accelerator_type'],
    },
    { path: '()', on: 'model', type: 'ray.model', needs: 'accelerator_type', runs: true },
    { path: '()', on: 'processor', type: 'ray.processor', needs: 'accelerator_type', runs: true },
    { path: '()', on: 'workers', type: 'ray.workers', needs: ['use_gpu', 'resources_per_worker.GPU'], runs: true },
    { path: 'map_batches', on: 'data', type: 'ray.gpus', needs: ['num_gpus'], handed: ['num_gpus'], runs: true },
  ],
  documents: [
    nodes('available_node_types.*', { type: 'ray.node_type' }),
    nodes('head_node', { type: 'ray.head_node', needs: machine }),
    nodes('worker_nodes', { type: 'ray.worker_nodes', needs: machine }),
  ],
  stands: { names: ['ray.util.accelerators', 'ray.util.accelerators.accelerators'] },
  free: ['init', 'get', 'put'],
}

export const examples: readonly SdkExample[] = [
  {
    lang: 'python',
    code: `
import ray
from ray import serve
from ray.train import ScalingConfig
from ray.util.accelerators import NVIDIA_TESLA_V100

@ray.remote(num_gpus=2, accelerator_type=NVIDIA_TESLA_V100)
def train():
    pass

@ray.remote
class Light:
    pass

Light.options(num_gpus=1).remote()

@serve.deployment(ray_actor_options={"num_gpus": 0.5}, num_replicas=3)
class Model:
    pass

ScalingConfig(num_workers=4, use_gpu=True)
ScalingConfig(num_workers=4, use_gpu=False)

def embed(ds):
    return ds.map_batches(Model, num_gpus=1, concurrency=4)

class Group:
    def __init__(self, actor_type, share):
        self.actor_type = actor_type
        self.share = share

    def start(self):
        self.actor_type.options(num_cpus=1, num_gpus=self.share).remote()
        options = {"num_cpus": 1, "num_gpus": 0.5}
        options["name"] = "second"
        self.actor_type.options(**options).remote()
        self.actor_type.options(num_cpus=1).remote()

Worker = ray.remote(num_gpus=1)(Base)

@serve.deployment(ray_actor_options={"num_gpus": 1}, autoscaling_config={"min_replicas": 0, "max_replicas": 2})
class Scaled:
    pass
`,
    sees: [],
    rents: [
      { line: 7, type: 'ray.gpus', facts: { accelerator: 'NVIDIA_TESLA_V100', acceleratorCount: 2 } },
      { line: 15, type: 'ray.gpus', facts: { acceleratorCount: 1 } },
      { line: 17, type: 'ray.deployment', count: 3, facts: { acceleratorCount: 0.5 } },
      { line: 21, type: 'ray.workers', count: 4, facts: { acceleratorCount: 1 } },
      { line: 25, type: 'ray.gpus', facts: { acceleratorCount: 1 } },
      { line: 33, type: 'ray.gpus', facts: { acceleratorCount: null } },
      { line: 36, type: 'ray.gpus', facts: { acceleratorCount: 0.5 } },
      { line: 39, type: 'ray.gpus', facts: { acceleratorCount: 1 } },
      {
        line: 41,
        type: 'ray.deployment',
        count: null,
        facts: { acceleratorCount: 1, minContainers: 0, maxContainers: 2 },
      },
    ],
  },
  {
    lang: 'python',
    code: `
from ray.data.llm import build_llm_processor, vLLMEngineProcessorConfig

config = vLLMEngineProcessorConfig(model_source="m", accelerator_type="L4", concurrency=1)
vLLMEngineProcessorConfig(model_source="m", accelerator_type="H100", concurrency=4)
vLLMEngineProcessorConfig(model_source="m")
processor = build_llm_processor(config)
`,
    sees: [],
    rents: [
      { line: 4, type: 'ray.processor', count: 1, facts: { accelerator: 'L4' } },
      { line: 5, type: 'ray.processor', count: null, facts: { accelerator: 'H100' } },
    ],
  },
  {
    lang: 'python',
    code: `
import ray
ray.init(num_gpus=4)
@ray.remote(num_cpus=2)
def light():
    pass
`,
    sees: [],
  },
  {
    lang: 'yaml',
    code: `
cluster_name: train
max_workers: 6
provider: {type: aws, region: us-east-1}
available_node_types:
  head:
    node_config: {InstanceType: m5.2xlarge}
  gpu:
    min_workers: 2
    node_config:
      InstanceType: g5.xlarge
      InstanceMarketOptions: {MarketType: spot}
  cpu:
    min_workers: 3
    max_workers: 3
    node_config: {InstanceType: "{{ size }}"}
head_node_type: head
---
cluster_name: old
min_workers: 1
max_workers: 4
provider: {type: gcp, region: us-central1, availability_zone: us-central1-a}
head_node: {machineType: n2-standard-8}
worker_nodes:
  machineType: n1-standard-8
  guestAccelerators: [{acceleratorType: nvidia-tesla-t4, acceleratorCount: 2}]
  scheduling: [{preemptible: true}]
`,
    sees: [],
    rents: [
      {
        line: 6,
        type: 'ray.node_type',
        count: 1,
        purchase: 'on-demand',
        region: 'us-east-1',
        facts: { instanceType: 'm5.2xlarge' },
      },
      {
        line: 8,
        type: 'ray.node_type',
        count: null,
        purchase: 'spot',
        facts: { instanceType: 'g5.xlarge', leastNodes: 2, mostNodes: 6 },
      },
      { line: 13, type: 'ray.node_type', count: 3, facts: { instanceType: null } },
      { line: 23, type: 'ray.head_node', count: 1, region: 'us-central1', facts: { instanceType: 'n2-standard-8' } },
      {
        line: 24,
        type: 'ray.worker_nodes',
        purchase: 'spot',
        facts: { accelerator: 'nvidia-tesla-t4', acceleratorCount: 2, leastNodes: 1, mostNodes: 4 },
      },
    ],
  },
  {
    lang: 'yaml',
    code: `
provider: {type: local, head_ip: 10.0.0.1}
available_node_types:
  head: {resources: {CPU: 4}}
---
provider: {type: aws}
head_node: {}
worker_nodes: {}
`,
    sees: [],
  },
]
