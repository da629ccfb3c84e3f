// https://www.runpod.io/pricing: a pod is billed while it is there, a worker of an endpoint while it runs. What a GPU costs hangs on whose it is.
import {
  fact,
  isUnwritten,
  line,
  monthOf,
  numberFact,
  priceFor,
  product,
} from '../../../core/estimate/resource-line.ts'
import type { Block } from '../../../core/format.ts'
import { assumed, known, unknown, valueOf } from '../../../core/known.ts'
import { type CodeExample, defineResource } from '../../../core/resource.ts'
import type { Fact, Known, Resource } from '../../../core/types.ts'
import { containerPer, isKept, keptCount } from '../container-lines.ts'
import { listedAs } from './gpu-names.ts'

const somewhere = (block: Block) => known('anywhere', block.location)

const labelOf = ({ shape }: Resource) =>
  `RunPod · ${String((shape.accelerator && valueOf(shape.accelerator)) ?? 'CPU')}`

const orOne =
  (path: string, of: string) =>
  (block: Block): Known<Fact> =>
    isUnwritten(block.fact(path)) && !isUnwritten(block.fact(of)) ? assumed<Fact>(1, block.location) : block.fact(path)

/** Left open, RunPod takes a machine of its own data centres or of a host's. */
function cloudOf(block: Block): Known<Fact> {
  const told = block.fact('cloud_type|[3]')
  const either = isUnwritten(told) || valueOf(told) === 'ALL'
  return either ? { is: 'oneOf', among: ['SECURE', 'COMMUNITY'], at: block.location } : told
}

const pod = defineResource({
  id: 'runpod/pod',
  cloud: 'runpod',
  docs: 'https://www.runpod.io/pricing',
  shape: {
    accelerator: 'the GPU, as RunPod names it',
    acceleratorCount: 'GPUs of the pod',
    cloudType: "SECURE, RunPod's own data centres, or COMMUNITY, its hosts'",
    instanceType: 'of a pod without a GPU, cpu3c-2-4',
  },
  assumes: [
    { what: 'running', value: 'the whole month', from: 'a pod runs until it is stopped; its disks are left out' },
  ],
  lines(resource, prices) {
    const gpu = fact(resource, 'accelerator')
    if (isUnwritten(gpu)) return [line('Pod', 'hour', monthOf(resource), 'no-price')]
    const price = priceFor(resource, [gpu, fact(resource, 'cloudType')], (_, name, cloud) => {
      const where = cloud!.toLowerCase()
      const newest = prices.service('runpod', 'pods', `${listedAs[name!]} ${where}`, 'global')
      if (newest) return newest
      const type = `runpod-${listedAs[name!]}-${where}`
      return prices.gpuOffers().find((offer) => offer.provider === 'runpod' && offer.type === type)?.onDemand
    })
    return [line('GPUs', 'GPU-hour', product(numberFact(resource, 'acceleratorCount'), monthOf(resource)), price)]
  },
  from: {
    sdk: {
      'runpod.create_pod': {
        facts: {
          accelerator: 'gpu_type_id|[2]',
          acceleratorCount: orOne('gpu_count', 'gpu_type_id|[2]'),
          instanceType: 'instance_id',
          cloudType: cloudOf,
        },
        region: somewhere,
      },
    },
  },
  label: labelOf,
})

/** One pool, or any of several. */
function pools(block: Block): Known<Fact> {
  const list = block.list('gpu')
  if (list.is !== 'known') return block.fact('gpu')
  const each = list.value.map(valueOf)
  const among = each.filter((name) => name !== undefined)
  if (among.length === 0 || among.length < each.length) return unknown('dynamic', block.location)
  return among.length === 1 ? known(among[0]!, block.location) : { is: 'oneOf', among, at: block.location }
}

/** `workers=(1, 3)`: from the least to the most. */
const worker =
  (at: 0 | 1) =>
  (block: Block): Known<Fact> => {
    const list = block.list('workers')
    return (list.is === 'known' && list.value.length === 2 ? list.value[at] : undefined) ?? unknown('absent')
  }

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
  lines(resource, prices) {
    const seconds = known(3600 * (isKept(resource) ? 730 : 1), resource.location)
    // Those that are kept have a price of their own.
    const how = isKept(resource) ? 'active' : 'flex'
    const price = priceFor(resource, [fact(resource, 'accelerator')], (_, pool) =>
      prices.service('runpod', 'serverless', `${pool} ${how}`, 'global'),
    )
    return [line('GPUs', 'GPU-second', product(numberFact(resource, 'acceleratorCount'), seconds), price)]
  },
  from: {
    sdk: {
      'runpod.create_endpoint': {
        facts: {
          // https://github.com/runpod/runpod-python/blob/main/runpod/api/ctl_commands.py
          accelerator: ['gpu_ids|[2]', 'AMPERE_16'],
          acceleratorCount: ['gpu_count', 1],
          minContainers: 'workers_min',
          maxContainers: 'workers_max',
          idleSeconds: 'idle_timeout',
        },
        region: somewhere,
        count: (block) => keptCount(block.fact('workers_min'), block.location),
      },
      'runpod.flash_endpoint': {
        facts: {
          accelerator: pools,
          acceleratorCount: ['gpu_count', 1],
          minContainers: worker(0),
          maxContainers: worker(1),
          idleSeconds: 'idle_timeout',
        },
        region: somewhere,
        count: (block) => keptCount(worker(0)(block), block.location),
      },
    },
  },
  label: labelOf,
})

export const resources = [pod, endpoint]

export const codeExamples: readonly CodeExample[] = [
  {
    name: "of RunPod's own: 2 × 730 h × $1.79; either way: 730 h × $0.69, $0.34 at least; a GPU in no list",
    lang: 'python',
    code: `import runpod

runpod.create_pod("train", "image", "NVIDIA A100 80GB PCIe", cloud_type="SECURE", gpu_count=2)
runpod.create_pod("try", "image", "NVIDIA GeForce RTX 4090")
runpod.create_pod("old", "image", "Tesla V100-PCIE-16GB")
runpod.create_pod(name="cpu", image_name="image", instance_id="cpu3c-2-4")
`,
    sees: [
      { address: 'runpod.create_pod', usd: 2613.4, status: 'priced' },
      { address: 'runpod.create_pod#2', usd: 375.95, status: 'priced' },
      { address: 'runpod.create_pod#3', usd: null, status: 'unknown', unknown: ['GPUs: no-price'] },
      { address: 'runpod.create_pod#4', usd: null, status: 'unknown', unknown: ['Pod: no-price'] },
    ],
  },
  {
    name: "a worker that works for an hour: 3,600 s × $0.00034; two that are kept: 2 × 730 h × 3,600 s × $0.00060; of several pools the choice is RunPod's",
    lang: 'python',
    code: `import runpod

runpod.create_endpoint("serve", "template", "AMPERE_48")
runpod.create_endpoint(name="kept", template_id="t", gpu_ids="AMPERE_80", workers_min=2)
runpod.create_endpoint(name="any", template_id="t", gpu_ids="AMPERE_48,ADA_24")
`,
    sees: [
      { address: 'runpod.create_endpoint', usd: 1.22, status: 'priced', assumed: ['acceleratorCount'] },
      { address: 'runpod.create_endpoint#2', usd: 3153.6, status: 'priced' },
      { address: 'runpod.create_endpoint#3', usd: null, status: 'unknown', unknown: ['GPUs: no-price'] },
    ],
  },
  {
    name: 'an endpoint of Flash, one worker kept: 730 h × 3,600 s × $0.00060; of two pools either: an hour at $0.00076 or $0.00116',
    lang: 'python',
    code: `from runpod_flash import Endpoint, GpuGroup

@Endpoint(name="kept", gpu=GpuGroup.AMPERE_80, workers=(1, 2))
async def kept():
    return 1

@Endpoint(name="either", gpu=[GpuGroup.AMPERE_80, GpuGroup.ADA_80_PRO])
async def either():
    return 1
`,
    sees: [
      { address: 'kept/runpod.flash_endpoint', usd: 1576.8, status: 'priced' },
      { address: 'either/runpod.flash_endpoint', usd: 3.46, status: 'priced' },
    ],
  },
]
