// https://docs.ray.io/en/latest/cluster/vms/references/ray-cluster-configuration.html: machines of the user's own cloud, while the cluster is up.
import { isCloud } from '../../../core/cloud-types.ts'
import { fact, isUnwritten, line, machineLine, numberFact, priceFor } from '../../../core/estimate/resource-line.ts'
import type { Block } from '../../../core/format.ts'
import { known, mapKnown, unknown, valueOf } from '../../../core/known.ts'
import type { PriceBook } from '../../../core/prices/book.ts'
import { type CodeExample, defineResource, type FormatMapping } from '../../../core/resource.ts'
import type { Fact, Host, Known, Line, Purchase, Resource } from '../../../core/types.ts'
import { listed } from '../azure/machine-lines.ts'
import { regionBy, zoneBy } from '../from-code.ts'
import { hasBuiltInGpu } from '../gcp/compute/series.ts'
import { chipPrice, sliceOf } from '../gcp/tpu.ts'
import { instanceLabel } from '../instance-label.ts'

/** Of the node itself, or of its configuration: before Ray 1.3 a node was that. */
const at = (...names: readonly string[]) => names.flatMap((name) => [`node_config.${name}`, name]).join('|')

const lastOf = (told: Known<Fact>) => mapKnown(told, (name): Fact => String(name).split('/').at(-1)!)

const machine = (block: Block): Known<Fact> =>
  lastOf(block.fact(at('InstanceType', 'machineType', 'azure_arm_parameters.vmSize', 'acceleratorType')))

function cloudOf(block: Block): Host {
  const name = String(valueOf(block.fact('^provider.type')) ?? '')
  return isCloud(name) ? name : 'unknown'
}

const spotIn = [
  at('InstanceMarketOptions.MarketType'),
  at('azure_arm_parameters.priority'),
  at('scheduling.[0].provisioningModel', 'scheduling.provisioningModel'),
  at('scheduling.[0].preemptible', 'scheduling.preemptible', 'schedulingConfig.preemptible', 'schedulingConfig.spot'),
]

function purchaseOf(block: Block): Purchase | undefined {
  const told = spotIn.map((path) => block.fact(path)).filter((each) => !isUnwritten(each))
  const values = told.map(valueOf)
  if (values.some((is) => is === true || /^(?:spot|low)$/i.test(String(is)))) return 'spot'
  return values.includes(undefined) ? undefined : 'on-demand'
}

function regionOf(block: Block): Known<string> {
  const region = regionBy('^provider.region|^provider.location')(block)
  return isUnwritten(region) ? zoneBy('^provider.availability_zone')(block) : region
}

const least = (block: Block): Known<Fact> => writtenOr(block.fact('min_workers'), known<Fact>(0, block.location))
const most = (block: Block): Known<Fact> => writtenOr(block.fact('max_workers'), block.fact('^max_workers'))
const writtenOr = (told: Known<Fact>, otherwise: Known<Fact>) => (isUnwritten(told) ? otherwise : told)

/** Workers as few or as many as there is work for; the head is one. */
const between =
  (isHead: (block: Block) => boolean, [low, high]: readonly [(block: Block) => Known<Fact>, typeof least]) =>
  (block: Block): Known<number> => {
    if (isHead(block)) return known(1, block.location)
    const [few, many] = [valueOf(low(block)), valueOf(high(block))].map(Number)
    if (few === undefined || many === undefined || !(many >= few)) return unknown('dynamic', block.location)
    return few === many
      ? known(few, block.location)
      : { is: 'range', low: few, likely: few, high: many, at: block.location }
  }

const node: FormatMapping = {
  facts: {
    instanceType: machine,
    accelerator: (block) => lastOf(block.fact(at('guestAccelerators.[0].acceleratorType'))),
    acceleratorCount: at('guestAccelerators.[0].acceleratorCount'),
  },
  cloud: cloudOf,
  region: regionOf,
  purchase: purchaseOf,
}

const isNamedHead = (block: Block) => valueOf(block.fact('^head_node_type')) === block.name

const cluster = defineResource({
  id: 'ray/cluster-nodes',
  cloud: 'unknown',
  docs: 'https://docs.ray.io/en/latest/cluster/vms/references/ray-cluster-configuration.html',
  shape: {
    instanceType: "the cloud's own name of the machine, or of a slice of TPU",
    accelerator: 'the GPU that is attached to it',
    acceleratorCount: 'GPUs that are attached to each',
    leastNodes: 'workers that are always there',
    mostNodes: 'workers there are at most',
  },
  assumes: [
    { what: 'machines', value: 'without their disks', from: 'the disks of a cluster are billed beside its machines' },
  ],
  per: () => 'hour',
  lines: (resource, prices) => [...machineOf(resource, prices), ...gpusOf(resource, prices)],
  from: {
    sdk: {
      'ray.node_type': {
        ...node,
        facts: { ...node.facts, leastNodes: least, mostNodes: most },
        count: between(isNamedHead, [least, most]),
      },
      'ray.head_node': { ...node, count: (block) => known(1, block.location) },
      'ray.worker_nodes': {
        ...node,
        facts: { ...node.facts, leastNodes: ['^min_workers', 0], mostNodes: '^max_workers' },
        count: between(
          () => false,
          [
            (block) => writtenOr(block.fact('^min_workers'), known<Fact>(0, block.location)),
            (block) => block.fact('^max_workers'),
          ],
        ),
      },
    },
  },
  label: (resource, prices) => instanceLabel(resource, 'Ray node', prices),
})

function machineOf(resource: Resource, prices: PriceBook): Line[] {
  const { cloud, purchase } = resource
  const type = fact(resource, 'instanceType')
  const slice = cloud === 'gcp' && valueOf(type) !== undefined ? sliceOf(valueOf(type)!) : undefined
  if (slice) {
    const [version, chips] = slice
    const price = purchase === undefined ? 'dynamic' : chipPrice(resource, prices, known(version, resource.location))
    return [line('TPU chips', 'chip-hour', known(chips, resource.location), price)]
  }
  const price =
    isCloud(cloud) && purchase !== undefined
      ? priceFor(resource, [type], (region, name) =>
          prices.instance(cloud, cloud === 'azure' ? listed(prices, name!) : name!, region, purchase),
        )
      : 'dynamic'
  return [machineLine(line('Machine', 'hour', known(1, resource.location), price), type, purchase)]
}

/** Google bills a GPU beside the machine, unless it is built in. */
function gpusOf(resource: Resource, prices: PriceBook): Line[] {
  const gpu = fact(resource, 'accelerator')
  const { purchase } = resource
  if (isUnwritten(gpu) || hasBuiltInGpu(String(valueOf(fact(resource, 'instanceType')) ?? ''))) return []
  const suffix = purchase === 'spot' ? ' spot' : ''
  const price = priceFor(resource, [gpu], (region, name) => prices.service('gcp', 'gpu', `${name}${suffix}`, region))
  const gpus = numberFact(resource, 'acceleratorCount')
  return [line('Attached GPU', 'hour', gpus, purchase === undefined ? 'dynamic' : price)]
}

export const resources = [cluster]

export const codeExamples: readonly CodeExample[] = [
  {
    name: 'a head for an hour, $0.384; two workers with a GPU each of Google, 2 × ($0.379998 + $0.35); 16 chips of TPU × $1.20',
    lang: 'yaml',
    code: `provider: {type: aws, region: us-east-1}
available_node_types:
  head:
    node_config: {InstanceType: m5.2xlarge}
head_node_type: head
---
provider: {type: gcp, region: us-central1}
available_node_types:
  workers:
    min_workers: 2
    max_workers: 2
    node_config:
      machineType: n1-standard-8
      guestAccelerators: [{acceleratorType: nvidia-tesla-t4, acceleratorCount: 1}]
---
provider: {type: gcp, availability_zone: us-central1-a}
available_node_types:
  slice:
    min_workers: 1
    max_workers: 1
    node_config: {acceleratorType: v5litepod-16}
`,
    sees: [
      { address: 'head/ray.node_type', usd: 0.38, status: 'priced' },
      { address: 'workers/ray.node_type', usd: 1.46, status: 'priced', lines: ['Machine', 'Attached GPU'] },
      { address: 'slice/ray.node_type', usd: 19.2, status: 'priced', lines: ['TPU chips'] },
    ],
  },
]
