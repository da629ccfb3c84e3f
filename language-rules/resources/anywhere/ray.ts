// https://docs.ray.io/en/latest/ray-core/scheduling/accelerators.html: which machines a cluster has is told where it is started.
import { isUnwritten, line, numberFact, numberOf } from '../../../core/estimate/resource-line.ts'
import type { Block } from '../../../core/format.ts'
import { assumed, known, unknown, valueOf } from '../../../core/known.ts'
import { type CodeExample, defineResource, type FormatMapping } from '../../../core/resource.ts'
import type { Fact, Known } from '../../../core/types.ts'
import { countedBy } from '../from-code.ts'

const somewhere = (block: Block) => known('anywhere', block.location)

const asked = (prefix: string, count: string): FormatMapping => ({
  facts: { accelerator: `${prefix}accelerator_type`, acceleratorCount: `${prefix}num_gpus` },
  region: somewhere,
  count: countedBy(count, 1),
})

const scaled = 'autoscaling_config.'

/** https://docs.ray.io/en/latest/serve/api/doc/ray.serve.config.AutoscalingConfig.html: one replica is kept unless it says otherwise. */
function replicas(block: Block): Known<number> {
  const [least, most] = ['min', 'max'].map((end) => numberOf(block.fact(`${scaled}${end}_replicas`)))
  if (isUnwritten(most!)) return countedBy('num_replicas', 1)(block)
  const [low, high] = [isUnwritten(least!) ? 1 : valueOf(least!), valueOf(most!)]
  if (low === undefined || high === undefined) return unknown('dynamic', block.location)
  return low >= high ? most! : { is: 'range', low, high, at: block.location }
}

/** https://docs.ray.io/en/latest/data/api/doc/ray.data.llm.ProcessorConfig.html: of a number a pool may have fewer; of a pair it says how few. */
function workers(block: Block): Known<number> {
  const most = block.fact('concurrency')
  if (isUnwritten(most)) return known(1, block.location)
  const high = valueOf(most)
  if (typeof high !== 'number') return unknown('dynamic', block.location)
  return high <= 1 ? known(1, block.location) : { is: 'range', low: 1, high, at: block.location }
}

const served = asked('ray_actor_options.', 'num_replicas')

const gpus = defineResource({
  id: 'ray/gpus',
  cloud: 'unknown',
  docs: 'https://docs.ray.io/en/latest/ray-core/scheduling/accelerators.html',
  shape: {
    accelerator: 'the GPU, as Ray names it; left out where any will do',
    acceleratorCount: 'GPUs of each worker, or a part of one',
    minContainers: 'replicas it keeps',
    maxContainers: 'replicas it has at most',
  },
  per: () => 'hour',
  lines: (resource) => [line('GPUs', 'GPU-hour', numberFact(resource, 'acceleratorCount'), 'dynamic')],
  from: {
    sdk: {
      'ray.gpus': asked('', 'none'),
      'ray.deployment': {
        ...served,
        facts: {
          ...served.facts,
          minContainers: `${scaled}min_replicas`,
          maxContainers: `${scaled}max_replicas`,
        },
        count: replicas,
      },
      'ray.model': asked('', 'deployment_config.num_replicas'),
      'ray.processor': { ...asked('', 'none'), count: workers },
      'ray.workers': {
        facts: {
          accelerator: 'accelerator_type',
          acceleratorCount: (block) => {
            const told = block.fact('resources_per_worker.GPU')
            return isUnwritten(told) ? assumed<Fact>(1, block.location) : told
          },
        },
        region: somewhere,
        count: countedBy('num_workers', 1),
      },
    },
  },
  label: ({ shape }) => `Ray · ${String((shape.accelerator && valueOf(shape.accelerator)) ?? 'GPU')}`,
})

export const resources = [gpus]

export const codeExamples: readonly CodeExample[] = [
  {
    name: 'a GPU of a cluster nobody sees: no price, and no $0',
    lang: 'python',
    code: `import ray

@ray.remote(num_gpus=1)
def train():
    pass
`,
    sees: [{ address: 'train/ray.gpus', usd: null, status: 'unknown', unknown: ['GPUs: dynamic'] }],
  },
]
