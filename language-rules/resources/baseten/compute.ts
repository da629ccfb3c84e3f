// https://www.baseten.co/pricing: a deployment bills the minutes its replicas run. Its prices are in no list we read.
import { isUnwritten, line } from '../../../core/estimate/resource-line.ts'
import { assumed, known, valueOf } from '../../../core/known.ts'
import { type CodeExample, defineResource } from '../../../core/resource.ts'
import type { Fact } from '../../../core/types.ts'

const compute = defineResource({
  id: 'baseten/compute',
  cloud: 'baseten',
  docs: 'https://www.baseten.co/pricing',
  shape: { accelerator: 'the GPU, as Baseten names it', acceleratorCount: 'GPUs of one replica', cpuCores: 'vCPUs' },
  per: () => 'hour',
  lines: (resource) => [line('Replica', 'hour', known(1, resource.location), 'no-price')],
  from: {
    sdk: {
      'baseten.Compute': {
        facts: {
          accelerator: 'gpu',
          acceleratorCount: (block) => {
            const told = block.fact('gpu_count')
            return isUnwritten(told) && !isUnwritten(block.fact('gpu')) ? assumed<Fact>(1, block.location) : told
          },
          cpuCores: ['cpu_count', 1],
        },
        region: (block) => known('anywhere', block.location),
      },
    },
  },
  label: ({ shape }) => `Baseten · ${String((shape.accelerator && valueOf(shape.accelerator)) ?? 'CPU')}`,
})

export const resources = [compute]

export const codeExamples: readonly CodeExample[] = [
  {
    name: 'a replica has no price in the book, and no $0',
    lang: 'python',
    code: `import truss_chains as chains

chains.Compute(gpu="A10G")
`,
    sees: [{ address: 'baseten.Compute', usd: null, status: 'unknown', unknown: ['Replica: no-price'] }],
  },
]
