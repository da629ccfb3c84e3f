// What an instance, or a template of one, says of the machine and its disks.
import { isUnwritten, numberOf } from '../../../../core/estimate/resource-line.ts'
import type { Block, NestedBlock } from '../../../../core/format.ts'
import { assumed, known, unknown, valueOf } from '../../../../core/known.ts'
import type { Fact, Known, Location, Purchase } from '../../../../core/types.ts'
import { totalOf } from '../../block-facts.ts'
import { sizeWithImage } from './images.ts'
import { takesStandardDisk } from './series.ts'

export type Facts = Readonly<Record<string, Known<Fact>>>

/** GiB of a local SSD that says no size: https://cloud.google.com/compute/docs/disks/local-ssd */
const localSsdGiB = 375

const models: Readonly<Record<string, Purchase>> = {
  SPOT: 'spot',
  STANDARD: 'on-demand',
  // neither has a row: they are sold at prices of their own
  RESERVATION_BOUND: 'reserved',
  FLEX_START: 'reserved',
}

export function purchaseOf(block: Block): Purchase | undefined {
  const model = block.fact('scheduling.provisioning_model')
  if (!isUnwritten(model)) {
    const is = valueOf(model)
    return is === undefined ? undefined : models[String(is)]
  }
  const preemptible = block.fact('scheduling.preemptible')
  if (isUnwritten(preemptible)) return 'on-demand'
  const is = valueOf(preemptible)
  return is === undefined ? undefined : String(is) === 'true' ? 'spot' : 'on-demand'
}

/** An address that is kept is billed where it is made; one that comes with the machine, or is made elsewhere, with the machine. */
export function externalAddresses(block: Block): Known<Fact> {
  const given = (config: NestedBlock) => {
    const named = config.fact('nat_ip')
    return !isUnwritten(named) && block.target('network_interface.access_config.nat_ip', 'google_compute_address')
  }
  const counts = block.nested('network_interface').flatMap((each) =>
    each
      .nested('access_config')
      .filter((config) => !given(config))
      .map(({ count }) => count),
  )
  return totalOf(counts, block.location)
}

/** The API makes a standard persistent disk unless it is told; newer series take none, and have no default that is documented. */
export function diskTypeOn(written: Known<Fact>, machine: Known<Fact>, at: Location): Known<Fact> {
  const type = valueOf(machine)
  return isUnwritten(written) && type !== undefined && takesStandardDisk(String(type))
    ? assumed<Fact>('pd-standard', at)
    : written
}

const machineFacts = (block: Block): Facts => ({
  instanceType: block.fact('machine_type'),
  attachedGpu: block.fact('guest_accelerator.type'),
  attachedGpuCount: block.fact('guest_accelerator.count'),
  externalIpv4: externalAddresses(block),
  // what it is bound to is a node of one's own, billed where it is made
  onOwnNode: known<Fact>(block.nested('scheduling.node_affinities').length > 0, block.location),
})

/** https://registry.terraform.io/providers/hashicorp/google/latest/docs/resources/compute_instance */
export function instanceFacts(block: Block): Facts {
  const machine = machineFacts(block)
  const disk = (name: string) => block.fact(`boot_disk.initialize_params.${name}`)
  const scratch = block.nested('scratch_disk')
  const image = disk('image')
  const zones = block.list('boot_disk.initialize_params.replica_zones')
  return {
    ...machine,
    image,
    status: block.fact('desired_status'),
    // A disk that exists already is billed where it is made.
    ...(isUnwritten(block.fact('boot_disk.source'))
      ? {
          'disks[0].type': diskTypeOn(disk('type'), machine.instanceType!, block.location),
          'disks[0].sizeGiB': sizeWithImage(disk('size'), image, block.location),
          'disks[0].iops': disk('provisioned_iops'),
          'disks[0].throughputMiBps': disk('provisioned_throughput'),
          'disks[0].regional': known<Fact>(!isUnwritten(zones), block.location),
        }
      : {}),
    ...scratchFacts(scratch, block.location, 'size'),
  }
}

function scratchFacts(disks: readonly NestedBlock[], at: Location, size: string): Facts {
  if (disks.length === 0) return {}
  const sizes = disks.map((disk) => {
    const written = disk.fact(size)
    const gib = isUnwritten(written) ? localSsdGiB : valueOf(numberOf(written))
    const count = valueOf(disk.count)
    return gib === undefined || count === undefined ? undefined : gib * count
  })
  const total = sizes.reduce((sum, each) => (sum === undefined || each === undefined ? undefined : sum + each), 0)
  if (total === undefined) return { localSsdGiB: unknown('dynamic', at) }
  const isAssumed = disks.some((disk) => isUnwritten(disk.fact(size)))
  return { localSsdGiB: isAssumed ? assumed<Fact>(total, at) : known<Fact>(total, at) }
}

const isScratch = (disk: NestedBlock) =>
  valueOf(disk.fact('type')) === 'SCRATCH' || valueOf(disk.fact('disk_type')) === 'local-ssd'

/** https://registry.terraform.io/providers/hashicorp/google/latest/docs/resources/compute_instance_template */
export function templateFacts(template: Block): Facts {
  const machine = machineFacts(template)
  const at = template.location
  const all = template.nested('disk')
  const disks = all.filter((disk) => !isScratch(disk) && isUnwritten(disk.fact('source')))
  const facts = disks.map((disk, i): Facts => {
    const part = `disks[${i}]`
    return {
      [`${part}.type`]: diskTypeOn(disk.fact('disk_type'), machine.instanceType!, at),
      [`${part}.sizeGiB`]: sizeWithImage(disk.fact('disk_size_gb'), disk.fact('source_image'), at),
      [`${part}.iops`]: disk.fact('provisioned_iops'),
      [`${part}.throughputMiBps`]: disk.fact('provisioned_throughput'),
      ...(valueOf(disk.count) === 1 ? {} : { [`${part}.count`]: disk.count }),
    }
  })
  const image = disks.find((disk) => !isUnwritten(disk.fact('source_image')))?.fact('source_image')
  return {
    ...machine,
    ...(image === undefined ? {} : { image }),
    ...Object.assign({}, ...facts),
    ...scratchFacts(all.filter(isScratch), at, 'disk_size_gb'),
  }
}
