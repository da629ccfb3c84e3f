// https://docs.skypilot.co/en/latest/reference/yaml-spec.html: a machine of whichever cloud has it, for as long as the cluster is up.
import { isCloud } from '../../../core/cloud-types.ts'
import { fact, isUnwritten, line, machineLine, priceFor } from '../../../core/estimate/resource-line.ts'
import type { Block } from '../../../core/format.ts'
import { known, unknown, valueOf } from '../../../core/known.ts'
import { type CodeExample, defineResource } from '../../../core/resource.ts'
import type { Fact, Host, Known } from '../../../core/types.ts'
import { gpuFacts } from '../container-lines.ts'
import { regionBy } from '../from-code.ts'

const cloudOf = (block: Block): Known<Fact> => block.fact('cloud|[0]')

function hostOf(block: Block): Host {
  const name = String(valueOf(cloudOf(block)) ?? '').toLowerCase()
  return isCloud(name) || name === 'runpod' ? name : 'unknown'
}

/** `{"A100": 8}`, `"A100:8"`; of several that will do the choice is SkyPilot's. */
function gpus(block: Block): Record<string, Known<Fact>> {
  const all = block.list('accelerators')
  if (all.is !== 'known') return { accelerator: block.fact('accelerators') }
  const [first, ...others] = all.value
  if (first === undefined || others.length > 0) return { accelerator: unknown('dynamic', all.at) }
  const name = valueOf(first)
  const many = name === undefined ? unknown<Fact>('absent') : block.fact(`accelerators.${name}`)
  const told = gpuFacts(first)
  return { ...told, ...(isUnwritten(many) ? {} : { acceleratorCount: many }) }
}

const resource = defineResource({
  id: 'skypilot/resources',
  cloud: 'unknown',
  docs: 'https://docs.skypilot.co/en/latest/reference/yaml-spec.html',
  shape: {
    instanceType: "the cloud's own name of the machine",
    accelerator: 'the GPU, as SkyPilot names it',
    acceleratorCount: 'GPUs of each machine',
    cloud: 'aws, gcp or azure; left out where SkyPilot chooses the cheapest',
  },
  per: () => 'hour',
  lines(found, prices) {
    const { cloud, purchase } = found
    const type = fact(found, 'instanceType')
    const price =
      isCloud(cloud) && purchase !== undefined
        ? priceFor(found, [type], (region, name) => prices.instance(cloud, name!, region, purchase))
        : 'dynamic'
    return [machineLine(line('Machine', 'hour', known(1, found.location), price), type, purchase)]
  },
  from: {
    sdk: {
      'skypilot.Resources': {
        facts: { instanceType: 'instance_type', cloud: cloudOf },
        more: gpus,
        cloud: hostOf,
        region: regionBy('region'),
        purchase(block) {
          const told = block.fact('use_spot')
          const is = valueOf(told)
          return isUnwritten(told) ? 'on-demand' : is === undefined ? undefined : is === true ? 'spot' : 'on-demand'
        },
      },
    },
  },
  label({ shape }) {
    const name =
      (shape.instanceType && valueOf(shape.instanceType)) ?? (shape.accelerator && valueOf(shape.accelerator))
    return name === undefined ? 'SkyPilot machine' : `SkyPilot · ${name}`
  },
})

export const resources = [resource]

export const codeExamples: readonly CodeExample[] = [
  {
    name: 'a named machine of a named cloud: 1 h × $1.006; where SkyPilot chooses, nobody knows',
    lang: 'python',
    code: `import sky

sky.Resources(cloud=sky.AWS(), instance_type="g5.xlarge", region="us-east-1")
sky.Resources(accelerators="H100:8", region="us-east-1")
`,
    sees: [
      { address: 'skypilot.Resources', usd: 1.01, status: 'priced' },
      { address: 'skypilot.Resources#2', usd: null, status: 'unknown', unknown: ['Machine: dynamic'] },
    ],
  },
]
