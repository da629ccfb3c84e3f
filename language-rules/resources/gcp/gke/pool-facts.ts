// https://registry.terraform.io/providers/hashicorp/google/latest/docs/resources/container_node_pool
import { isUnwritten, numberOf, product } from '../../../../core/estimate/resource-line.ts'
import type { Block, NestedBlock } from '../../../../core/format.ts'
import { assumed, known, mapKnown, unknown, valueOf } from '../../../../core/known.ts'
import type { Fact, Known, Location } from '../../../../core/types.ts'
import { flag, totalOf } from '../../block-facts.ts'
import { between } from '../compute/replicas.ts'
import { takesStandardDisk } from '../compute/series.ts'
import { isZone } from '../location.ts'

type Facts = Record<string, Known<Fact>>

/** Zones a regional cluster puts its nodes in unless it names them: https://cloud.google.com/kubernetes-engine/docs/concepts/regional-clusters */
const usualZones = 3
const localSsdGiB = 375

/** An empty list is none: the provider leaves the choice to Google. */
function zonesNamed(block: NestedBlock): ReturnType<NestedBlock['list']> {
  const named = block.list('node_locations')
  return valueOf(named)?.length === 0 ? unknown('absent') : named
}

/** In how many zones the nodes of a cluster stand: those it names, beside its own where it has one. */
export function zonesOf(cluster: Block): Known<number> {
  const named = zonesNamed(cluster)
  const location = cluster.fact('location')
  const own = valueOf(location)
  if (own === undefined && !isUnwritten(location)) return unknown('dynamic', cluster.location)
  const isZonal = own !== undefined ? isZone(own) : !isUnwritten(cluster.fact('zone'))
  if (isUnwritten(named)) return isZonal ? known(1, cluster.location) : assumed(usualZones, cluster.location)
  return mapKnown(named, (zones) => {
    // its own zone should not be among them, and is counted once where it is
    const isNamed = zones.some((zone) => valueOf(zone) === own)
    return zones.length + (isZonal && !isNamed ? 1 : 0)
  })
}

/** Nodes of a pool in all its zones: what its autoscaler keeps to, else what it asks for. */
function nodesOf(pool: NestedBlock, zones: Known<number>, at: Location): Known<Fact> {
  const own = zonesNamed(pool)
  const places = isUnwritten(own) ? zones : mapKnown(own, (all) => all.length)
  if (valueOf(places) === undefined) return places
  const inAll = (each: Known<Fact>): Known<Fact> => product(numberOf(each), places)
  const written = isUnwritten(pool.fact('node_count')) ? pool.fact('initial_node_count') : pool.fact('node_count')
  const [least, most] = [pool.fact('autoscaling.min_node_count'), pool.fact('autoscaling.max_node_count')]
  const total = pool.fact('autoscaling.total_max_node_count')
  const asked = isUnwritten(written) ? written : inAll(written)
  if (!isUnwritten(total)) return between(orNone(pool.fact('autoscaling.total_min_node_count'), at), asked, total, at)
  if (!isUnwritten(most)) return between(inAll(orNone(least, at)), asked, inAll(most), at)
  return asked
}

const orNone = (value: Known<Fact>, at: Location): Known<Fact> => (isUnwritten(value) ? assumed<Fact>(0, at) : value)

/** Nodes that start when there is room have a price of their own, which is not that of spot. */
function purchaseOf(config: NestedBlock | undefined, at: Location): Known<Fact> {
  const is = (name: string) => (config === undefined ? false : flag(config, name, false))
  const [spot, preemptible, flex] = [is('spot'), is('preemptible'), is('flex_start')]
  if (flex === true) return known<Fact>('flex-start', at)
  if (spot === true || preemptible === true) return known<Fact>('spot', at)
  return [spot, preemptible, flex].includes(undefined) ? unknown('dynamic', at) : known<Fact>('on-demand', at)
}

function diskType(written: Known<Fact>, machine: Known<Fact>, at: Location): Known<Fact> {
  const type = valueOf(machine)
  if (!isUnwritten(written) || type === undefined) return written
  const takesDisks = takesStandardDisk(String(type)) || /^(?:c3d?|m3|g2|a3|h3|z3|custom)-/.test(String(type))
  return assumed<Fact>(takesDisks ? 'pd-balanced' : 'hyperdisk-balanced', at)
}

const first = (...facts: readonly Known<Fact>[]) => facts.find((each) => !isUnwritten(each)) ?? unknown<Fact>('absent')

/**
 * What a pool, or the default pool of a cluster, makes of its `node_config`.
 * @param prefix `pools[0]`
 */
export function poolFacts(
  pool: NestedBlock,
  { prefix, zones, at }: { prefix: string; zones: Known<number>; at: Location },
): Facts {
  const config = (name: string) => pool.fact(`node_config.${name}`)
  const written = config('machine_type')
  const machine = isUnwritten(written) ? assumed<Fact>('e2-medium', at) : written
  const [node] = pool.nested('node_config')
  const local = [
    'local_ssd_count',
    'ephemeral_storage_local_ssd_config.local_ssd_count',
    'local_nvme_ssd_block_config.local_ssd_count',
  ]
    .map(config)
    .filter((count) => !isUnwritten(count))
    .map(numberOf)
  const size = first(config('disk_size_gb'), config('boot_disk.size_gb'))
  return {
    [`${prefix}.instanceType`]: machine,
    [`${prefix}.purchase`]: purchaseOf(node, at),
    [`${prefix}.nodes`]: nodesOf(pool, zones, at),
    [`${prefix}.image`]: config('image_type'),
    [`${prefix}.gpu`]: config('guest_accelerator.type'),
    [`${prefix}.gpus`]: config('guest_accelerator.count'),
    [`${prefix}.diskType`]: diskType(first(config('disk_type'), config('boot_disk.disk_type')), machine, at),
    [`${prefix}.diskGiB`]: isUnwritten(size) ? assumed<Fact>(100, at) : size,
    [`${prefix}.iops`]: config('boot_disk.provisioned_iops'),
    [`${prefix}.throughputMiBps`]: config('boot_disk.provisioned_throughput'),
    ...(local.length === 0
      ? {}
      : { [`${prefix}.localSsdGiB`]: mapKnown(totalOf(local, at), (count): Fact => count * localSsdGiB) }),
  }
}
