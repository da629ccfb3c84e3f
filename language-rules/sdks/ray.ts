// https://docs.ray.io/en/latest/ray-core/scheduling/accelerators.html: GPUs a program asks its cluster for
import type { RentShape, Sdk, SdkExample } from '../../core/sdk.ts'

const gpus = ['num_gpus', 'accelerator_type']
const options = (path: string): RentShape => ({ path, on: 'task', type: 'ray.gpus', needs: ['num_gpus'], runs: true })

export const sdk: Sdk = {
  id: 'ray',
  words: ['import ray', 'from ray'],
  clients: [
    { python: 'ray.remote', module: true, kind: 'remote' },
    { python: 'ray.remote', kind: 'task' },
    { python: 'ray.serve.deployment', module: true, kind: 'deployment' },
    { python: ['ray.serve.llm.LLMConfig', 'ray.serve.llm.configs.LLMConfig'], module: true, kind: 'model' },
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
    { path: '()', on: 'workers', type: 'ray.workers', needs: ['use_gpu', 'resources_per_worker.GPU'], runs: true },
    { path: 'map_batches', on: 'data', type: 'ray.gpus', needs: ['num_gpus'], handed: ['num_gpus'], runs: true },
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
`,
    sees: [],
    rents: [
      { line: 7, type: 'ray.gpus', facts: { accelerator: 'NVIDIA_TESLA_V100', acceleratorCount: 2 } },
      { line: 15, type: 'ray.gpus', facts: { acceleratorCount: 1 } },
      { line: 17, type: 'ray.deployment', count: 3, facts: { acceleratorCount: 0.5 } },
      { line: 21, type: 'ray.workers', count: 4, facts: { acceleratorCount: 1 } },
      { line: 25, type: 'ray.gpus', facts: { acceleratorCount: 1 } },
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
]
