// https://docs.skypilot.co/en/latest/reference/yaml-spec.html: a machine of whichever cloud has it, for as long as the cluster is up.
import { isCloud } from '../../../core/cloud-types.ts'
import { fact, isUnwritten, line, machineLine, priceFor } from '../../../core/estimate/resource-line.ts'
import type { Block } from '../../../core/format.ts'
import { known, mapKnown, unknown, valueOf } from '../../../core/known.ts'
import { type CodeExample, defineResource } from '../../../core/resource.ts'
import type { Fact, Host, Known, Purchase } from '../../../core/types.ts'
import { gpuFacts } from '../container-lines.ts'
import { countedBy, regionBy } from '../from-code.ts'

type Cloud = (block: Block) => Known<Fact>

const cloudOf: Cloud = (block) => block.fact('cloud|[0]')

const hostBy =
  (cloud: Cloud) =>
  (block: Block): Host => {
    const name = String(valueOf(cloud(block)) ?? '').toLowerCase()
    return isCloud(name) || name === 'runpod' ? name : 'unknown'
  }

function purchaseOf(block: Block): Purchase | undefined {
  const told = block.fact('use_spot')
  const is = valueOf(told)
  return isUnwritten(told) ? 'on-demand' : is === undefined ? undefined : is === true ? 'spot' : 'on-demand'
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

/** What is asked for, in a file: where several will do, what all of them have in common. */
function inFile(block: Block): Block {
  const others = ['any_of', 'ordered'].flatMap((path) => block.nested(path))
  if (others.length === 0) return block
  const common = (path: string): Known<Fact> => {
    const own = block.fact(path)
    const all = others.map((one) => one.fact(path)).map((told) => (isUnwritten(told) ? own : told))
    const values = new Set(all.map(valueOf))
    return values.size === 1 && !values.has(undefined) ? all[0]! : open(all, block)
  }
  const list: Block['list'] = (path) => {
    if (others.every((one) => isUnwritten(one.fact(path)))) return block.list(path)
    const only = common(path)
    return valueOf(only) === undefined ? unknown('dynamic', block.location) : known([only], block.location)
  }
  return { ...block, fact: common, list }
}

const open = (all: readonly Known<Fact>[], block: Block): Known<Fact> =>
  all.every(isUnwritten) ? unknown('absent') : unknown('dynamic', block.location)

/** `aws/us-east-1/us-east-1a`, `aws`, `k8s/my-context`. */
function infra(block: Block, part: 0 | 1): Known<Fact> {
  const told = inFile(block).fact('infra')
  const text = valueOf(told)
  if (text === undefined) return told
  const is = String(text).split('/')[part]
  return is === undefined || is === '*' ? unknown('absent') : mapKnown(told, (): Fact => is.toLowerCase())
}

function cloudInFile(block: Block): Known<Fact> {
  const told = inFile(block).fact('cloud')
  return isUnwritten(told) ? infra(block, 0) : mapKnown(told, (name): Fact => String(name).toLowerCase())
}

/** Machines of one task, or of each replica of a service: https://docs.skypilot.co/en/latest/serving/service-yaml-spec.html */
function machines(block: Block): Known<number> {
  const least = countedBy('^service.replicas|^service.replica_policy.min_replicas|^pool.workers', 1)(block)
  const most = block.fact('^service.replica_policy.max_replicas')
  const [nodes, low] = [valueOf(countedBy('^num_nodes', 1)(block)), valueOf(least)]
  if (nodes === undefined || low === undefined) return unknown('dynamic', block.location)
  if (isUnwritten(most)) return known(nodes * low, block.location)
  const high = Number(valueOf(most))
  return high >= low
    ? { is: 'range', low: nodes * low, high: nodes * high, at: block.location }
    : unknown('dynamic', block.location)
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
        cloud: hostBy(cloudOf),
        region: regionBy('region'),
        purchase: purchaseOf,
      },
      'skypilot.task': {
        facts: { instanceType: (block) => inFile(block).fact('instance_type'), cloud: cloudInFile },
        more: (block) => gpus(inFile(block)),
        cloud: hostBy(cloudInFile),
        region(block) {
          const told = inFile(block).fact('region')
          return mapKnown(isUnwritten(told) ? infra(block, 1) : told, String)
        },
        count: machines,
        purchase: (block) => purchaseOf(inFile(block)),
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
  {
    name: 'two nodes of a named machine of a named cloud: 2 × 1 h × $1.006',
    lang: 'yaml',
    code: `resources:
  infra: aws/us-east-1
  instance_type: g5.xlarge
num_nodes: 2
run: python train.py
`,
    sees: [{ address: 'skypilot.task', usd: 2.01, status: 'priced' }],
  },
]
