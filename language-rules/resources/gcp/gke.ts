// https://cloud.google.com/kubernetes-engine/pricing
import { fact, line, monthOf, priceFor, usage } from '../../../core/estimate/resource-line.ts'
import type { Block } from '../../../core/format.ts'
import { mapKnown, unknown, valueOf } from '../../../core/known.ts'
import type { PriceBook } from '../../../core/prices/book.ts'
import { defineResource } from '../../../core/resource.ts'
import type { Fact, Known, Line, Resource } from '../../../core/types.ts'
import { flag, isValue } from '../block-facts.ts'
import { usageOf, usedLines } from '../used.ts'
import { sustainedUse } from './compute/machine-lines.ts'
import { poolFacts, zonesOf } from './gke/pool-facts.ts'
import { poolLines, poolShape } from './gke/pool-lines.ts'
import { examples as gkeExamples } from './gke-examples.ts'
import { isZone, regionOfLocation, worldwide } from './location.ts'

const service = 'gke'

/** Autopilot bills what pods ask for. */
const podUse = [
  {
    label: 'Pod vCPUs',
    unit: 'vCPU-hour',
    name: 'podVcpuHours',
    meaning: 'vCPU-hours that pods of an Autopilot cluster ask for',
    price: { service, item: 'autopilot vCPU' },
  },
  {
    label: 'Pod memory',
    unit: 'GB-hour',
    name: 'podMemoryGBHours',
    meaning: 'GB-hours of memory that pods of an Autopilot cluster ask for',
    price: { service, item: 'autopilot memory' },
  },
  {
    label: 'Pod ephemeral storage',
    unit: 'GB-month',
    name: 'podStorageGB',
    meaning: 'GB of ephemeral storage that pods of an Autopilot cluster ask for, all month',
    price: { service, item: 'autopilot ephemeral storage' },
  },
]

/** Only once a version is past its standard support, which nothing written says. */
const extendedLine = (resource: Resource, prices: PriceBook): Line =>
  line(
    'Extended support',
    'hour',
    usage(resource, 'extendedSupportHours'),
    worldwide(prices, service, 'extended support'),
  )

/** One price for every mode and size. */
function managementLine(resource: Resource, prices: PriceBook): Line {
  const price = priceFor(resource, [], () => prices.service('gcp', service, 'cluster management', 'global'))
  return line('Cluster management', 'hour', monthOf(resource), price)
}

function clusterLines(resource: Resource, prices: PriceBook): Line[] {
  const isAutopilot = isValue(fact(resource, 'autopilot'), true)
  const isExtended = valueOf(fact(resource, 'channel')) === 'EXTENDED'
  const isProvisioning = isValue(fact(resource, 'autoProvisioning'), true)
  return [
    managementLine(resource, prices),
    ...(isExtended ? [extendedLine(resource, prices)] : []),
    ...(isAutopilot ? usedLines(resource, prices, podUse) : poolLines(resource, prices)),
    // Which machines it starts is decided when pods are scheduled.
    ...(isProvisioning
      ? [line('Auto-provisioned nodes', 'hour', usage(resource, 'provisionedNodeHours'), 'dynamic')]
      : []),
  ]
}

/** Pools that are written inside the cluster, else its default pool, unless that is taken away again. */
function poolsOf(cluster: Block): Record<string, Known<Fact>> {
  if (flag(cluster, 'enable_autopilot', false) === true) return {}
  const zones = zonesOf(cluster)
  const at = cluster.location
  const pools = cluster.nested('node_pool')
  if (pools.length > 0)
    return Object.assign({}, ...pools.map((pool, i) => poolFacts(pool, { prefix: `pools[${i}]`, zones, at })))
  const isRemoved = flag(cluster, 'remove_default_node_pool', false)
  if (isRemoved === true || valueOf(cluster.fact('initial_node_count')) === 0) return {}
  const facts = poolFacts(cluster, { prefix: 'pools[0]', zones, at })
  return isRemoved === undefined ? { ...facts, 'pools[0].nodes': unknown<Fact>('dynamic', at) } : facts
}

const cluster = defineResource({
  id: 'gcp/gke-cluster',
  cloud: 'gcp',
  docs: 'https://cloud.google.com/kubernetes-engine/pricing',
  shape: {
    ...poolShape,
    autopilot: 'whether pods are billed and not nodes',
    zonal: 'whether its control plane is in one zone',
    channel: 'release channel: REGULAR, EXTENDED …',
    autoProvisioning: 'whether GKE makes node pools itself',
  },
  usage: {
    ...usageOf(podUse),
    extendedSupportHours: 'hours that a cluster of the extended channel runs a version past its standard support',
    provisionedNodeHours: 'hours of nodes that GKE makes itself',
  },
  assumes: [sustainedUse],
  lines: clusterLines,
  from: {
    // https://registry.terraform.io/providers/hashicorp/google/latest/docs/resources/container_cluster
    terraform: {
      google_container_cluster: {
        facts: {
          autopilot: ['enable_autopilot', false],
          zonal: (block) => mapKnown(block.fact('location'), isZone),
          channel: 'release_channel.channel',
          autoProvisioning: 'cluster_autoscaling.enabled',
        },
        more: poolsOf,
        region: (block) => regionOfLocation(block),
      },
    },
  },
  label: (resource) => (isValue(fact(resource, 'autopilot'), true) ? 'Autopilot cluster' : 'GKE cluster'),
})

const clusterOf = (pool: Block) => pool.target('cluster', 'google_container_cluster')

const pool = defineResource({
  id: 'gcp/gke-node-pool',
  cloud: 'gcp',
  docs: 'https://cloud.google.com/kubernetes-engine/pricing',
  shape: poolShape,
  assumes: [sustainedUse],
  lines: poolLines,
  from: {
    // https://registry.terraform.io/providers/hashicorp/google/latest/docs/resources/container_node_pool
    terraform: {
      google_container_node_pool: {
        facts: {},
        more: (block) => {
          const own = clusterOf(block)
          const zones = zonesOf(own ?? block)
          return poolFacts(block, { prefix: 'pools[0]', zones, at: block.location })
        },
        region: (block) => {
          const written = block.fact('location')
          const own = clusterOf(block)
          return own !== undefined && written.is === 'unknown' ? regionOfLocation(own) : regionOfLocation(block)
        },
      },
    },
  },
  label: (resource) => String(valueOf(fact(resource, 'pools[0].instanceType')) ?? 'node pool'),
})

export const resources = [cluster, pool]

export const examples = gkeExamples
