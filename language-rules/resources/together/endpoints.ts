// https://docs.together.ai/docs/dedicated-endpoints-1: a dedicated endpoint bills the minutes its replicas run. Its prices are in no list we read.
import { line, numberFact, product } from '../../../core/estimate/resource-line.ts'
import type { Block } from '../../../core/format.ts'
import { known, mapKnown, valueOf } from '../../../core/known.ts'
import { type CodeExample, defineResource } from '../../../core/resource.ts'
import type { Fact, Known } from '../../../core/types.ts'
import { containerPer, isKept, keptCount } from '../container-lines.ts'

/** `2x_nvidia_h100_80gb_sxm` */
const part =
  (at: 1 | 2) =>
  (block: Block): Known<Fact> =>
    mapKnown(block.fact('hardware'), (text): Fact => {
      const found = /^(\d+)x_(.+)$/.exec(String(text))?.[at] ?? String(text)
      return at === 1 ? Number(found) : found
    })

const least = 'min_replicas|autoscaling.min_replicas'

const endpoint = defineResource({
  id: 'together/endpoint',
  cloud: 'together',
  docs: 'https://www.together.ai/pricing',
  shape: {
    accelerator: 'the GPU, as Together names it',
    acceleratorCount: 'GPUs of each replica',
    minContainers: 'replicas that are kept running',
    maxContainers: 'replicas that run at most',
  },
  per: containerPer,
  lines(resource) {
    const hours = known(isKept(resource) ? 730 : 1, resource.location)
    return [line('GPUs', 'GPU-hour', product(numberFact(resource, 'acceleratorCount'), hours), 'no-price')]
  },
  from: {
    sdk: {
      'together.endpoint': {
        facts: {
          accelerator: part(2),
          acceleratorCount: part(1),
          minContainers: least,
          maxContainers: 'max_replicas|autoscaling.max_replicas',
        },
        region: (block) => known('anywhere', block.location),
        count: (block) => keptCount(block.fact(least), block.location),
      },
    },
  },
  label: ({ shape }) => `Together · ${String((shape.accelerator && valueOf(shape.accelerator)) ?? 'endpoint')}`,
})

export const resources = [endpoint]

export const codeExamples: readonly CodeExample[] = [
  {
    name: 'a replica has no price in the book, and no $0',
    lang: 'python',
    code: `from together import Together

Together().endpoints.create(model="m", hardware="1x_nvidia_h100_80gb_sxm", min_replicas=1, max_replicas=1)
`,
    sees: [{ address: 'together.endpoint', usd: null, status: 'unknown', unknown: ['GPUs: no-price'] }],
  },
]
