// https://www.baseten.co/pricing: a deployment bills the minutes its replicas run. Its prices are in no list we read.
import { isUnwritten, line } from '../../../core/estimate/resource-line.ts'
import type { Block } from '../../../core/format.ts'
import { assumed, known, mapKnown, unknown, valueOf } from '../../../core/known.ts'
import { type CodeExample, defineResource } from '../../../core/resource.ts'
import type { Fact, Known } from '../../../core/types.ts'
import { gpuFacts } from '../container-lines.ts'
import { countedBy } from '../from-code.ts'

const anywhere = (block: Block) => known('anywhere', block.location)

/** `H100:2`, or an `AcceleratorSpec`; a GPU that is asked for without a name is whichever Baseten has. */
function gpus(block: Block) {
  const spec = block.fact('accelerator.accelerator')
  if (!isUnwritten(spec)) {
    const many = block.fact('accelerator.count')
    return { accelerator: spec, acceleratorCount: isUnwritten(many) ? assumed<Fact>(1, block.location) : many }
  }
  const told = block.fact('accelerator')
  const isAny = isUnwritten(told) && valueOf(block.fact('use_gpu')) === true
  return gpuFacts(isAny ? unknown('dynamic', block.location) : told)
}

const machine = {
  accelerator: (block: Block) => gpus(block).accelerator,
  acceleratorCount: (block: Block) => gpus(block).acceleratorCount,
}

/** `"3"`, or thousandths of one: `500m`. */
const cores =
  (path: string) =>
  (block: Block): Known<Fact> =>
    mapKnown(block.fact(path), (told): Fact => {
      const [, number, milli] = /^([\d.]+)(m?)$/.exec(String(told)) ?? []
      return number === undefined ? told : Number(number) / (milli ? 1000 : 1)
    })

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
        region: anywhere,
      },
      'baseten.truss': {
        facts: { ...machine, cpuCores: cores('cpu') },
        region: anywhere,
        count: countedBy('node_count', 1),
      },
      'baseten.training': {
        facts: { ...machine, cpuCores: cores('cpu_count') },
        region: anywhere,
        count: countedBy('node_count', 1),
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
