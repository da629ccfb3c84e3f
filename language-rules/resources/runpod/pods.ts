// https://www.runpod.io/pricing: a pod is billed while it is there, a worker of an endpoint while it runs. What a GPU costs hangs on whose it is.
import { isUnwritten, line } from '../../../core/estimate/resource-line.ts'
import type { Block } from '../../../core/format.ts'
import { assumed, known, valueOf } from '../../../core/known.ts'
import { type CodeExample, defineResource } from '../../../core/resource.ts'
import type { Fact, Known, Resource } from '../../../core/types.ts'
import { containerPer, isKept, keptCount } from '../container-lines.ts'

const somewhere = (block: Block) => known('anywhere', block.location)

const labelOf = ({ shape }: Resource) =>
  `RunPod · ${String((shape.accelerator && valueOf(shape.accelerator)) ?? 'CPU')}`

const orOne =
  (path: string, of: string) =>
  (block: Block): Known<Fact> =>
    isUnwritten(block.fact(path)) && !isUnwritten(block.fact(of)) ? assumed<Fact>(1, block.location) : block.fact(path)

const pod = defineResource({
  id: 'runpod/pod',
  cloud: 'runpod',
  docs: 'https://www.runpod.io/pricing',
  shape: {
    accelerator: 'the GPU, as RunPod names it',
    acceleratorCount: 'GPUs of the pod',
    instanceType: 'of a pod without a GPU, cpu3c-2-4',
  },
  lines: (resource) => [line('Pod', 'hour', known(730, resource.location), 'no-price')],
  from: {
    sdk: {
      'runpod.create_pod': {
        facts: {
          accelerator: 'gpu_type_id|[2]',
          acceleratorCount: orOne('gpu_count', 'gpu_type_id|[2]'),
          instanceType: 'instance_id',
        },
        region: somewhere,
      },
    },
  },
  label: labelOf,
})

const endpoint = defineResource({
  id: 'runpod/endpoint',
  cloud: 'runpod',
  docs: 'https://docs.runpod.io/serverless/pricing',
  shape: {
    accelerator: 'pools of GPUs that will do, AMPERE_16',
    acceleratorCount: 'GPUs of each worker',
    minContainers: 'workers that are kept running',
    maxContainers: 'workers that run at most',
    idleSeconds: 'seconds a worker waits for work before it stops',
  },
  per: containerPer,
  lines: (resource) => [line('Workers', 'hour', known(isKept(resource) ? 730 : 1, resource.location), 'no-price')],
  from: {
    sdk: {
      'runpod.create_endpoint': {
        facts: {
          accelerator: 'gpu_ids|[2]',
          acceleratorCount: 'gpu_count',
          minContainers: 'workers_min',
          maxContainers: 'workers_max',
          idleSeconds: 'idle_timeout',
        },
        region: somewhere,
        count: (block) => keptCount(block.fact('workers_min'), block.location),
      },
    },
  },
  label: labelOf,
})

export const resources = [pod, endpoint]

export const codeExamples: readonly CodeExample[] = [
  {
    name: 'what a GPU costs hangs on whose it is, which the call leaves open: no price, and no $0',
    lang: 'python',
    code: `import runpod

runpod.create_pod("train", "image", "NVIDIA A40")
runpod.create_endpoint("serve", "template", "AMPERE_48")
`,
    sees: [
      { address: 'runpod.create_pod', usd: null, status: 'unknown', unknown: ['Pod: no-price'] },
      { address: 'runpod.create_endpoint', usd: null, status: 'unknown', unknown: ['Workers: no-price'] },
    ],
  },
]
