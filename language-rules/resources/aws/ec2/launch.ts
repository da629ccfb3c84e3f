// https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/instance
// https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/launch_template
// https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/launch_configuration
import { isUnwritten } from '../../../../core/estimate/resource-line.ts'
import type { Block } from '../../../../core/format.ts'
import { assumed, known, mapKnown, unknown, valueOf } from '../../../../core/known.ts'
import type { Fact, Known } from '../../../../core/types.ts'
import { addressFact } from './address.ts'
import { hasMinuteAlarms, isScaledByMetrics } from './alarms.ts'
import { deviceFacts, flatDevices, mappedDevices, usualType } from './devices.ts'
import { imageSystem } from './image.ts'
import { type Facts, firstWritten, orDefault, unwritten } from './written.ts'

/** What a launch says of a machine, without any default. */
interface Launch {
  readonly instanceType: Known<Fact>
  readonly tenancy: Known<Fact>
  readonly publicIpv4: Known<Fact>
  readonly monitoring: Known<Fact>
  readonly cpuCredits: Known<Fact>
  readonly ebsOptimized: Known<Fact>
  readonly operatingSystem: Known<Fact>
  readonly reserved: Known<Fact>
  readonly devices: ReturnType<typeof flatDevices>
}

const ofInstance = (block: Block): Launch => ({
  instanceType: block.fact('instance_type'),
  tenancy: onHost(block) ?? block.fact('tenancy'),
  publicIpv4: addressFact(block),
  monitoring: block.fact('monitoring'),
  cpuCredits: block.fact('credit_specification.cpu_credits'),
  ebsOptimized: block.fact('ebs_optimized'),
  operatingSystem: firstWritten(windowsIfPassword(block), imageSystem(block, 'ami')),
  reserved: reservedBy(block),
  devices: flatDevices(block),
})

/** Where a host is named, the machine runs on it. */
const onHost = (block: Block, at = ''): Known<Fact> | undefined =>
  ['host_id', 'host_resource_group_arn'].some((name) => !isUnwritten(block.fact(`${at}${name}`)))
    ? known<Fact>('host', block.location, 'attribute')
    : undefined

/** A reservation is named, or nothing but reservations will do; `open` takes any that happens to match. */
function reservedBy(block: Block): Known<Fact> {
  const at = 'capacity_reservation_specification'
  const isNamed = block.nested(`${at}.capacity_reservation_target`).length > 0
  const isAsked = valueOf(block.fact(`${at}.capacity_reservation_preference`)) === 'capacity-reservations-only'
  return isNamed || isAsked ? known<Fact>(true, block.location, 'attribute') : unwritten
}

/** Only Windows has a password to wait for. */
function windowsIfPassword(block: Block): Known<Fact> {
  const waits = block.fact('get_password_data')
  if (waits.is === 'unknown') return waits
  return valueOf(waits) === true ? known<Fact>('windows', block.location, 'attribute') : unwritten
}

const ofTemplate = (block: Block): Launch => ({
  instanceType: block.fact('instance_type'),
  tenancy: onHost(block, 'placement.') ?? block.fact('placement.tenancy'),
  publicIpv4: block.fact('network_interfaces.associate_public_ip_address'),
  monitoring: block.fact('monitoring.enabled'),
  cpuCredits: block.fact('credit_specification.cpu_credits'),
  ebsOptimized: block.fact('ebs_optimized'),
  operatingSystem: imageSystem(block, 'image_id'),
  reserved: reservedBy(block),
  devices: mappedDevices(block),
})

const ofConfiguration = (block: Block): Launch => ({
  instanceType: block.fact('instance_type'),
  tenancy: block.fact('placement_tenancy'),
  publicIpv4: block.fact('associate_public_ip_address'),
  // On unless it is switched off, unlike for an instance.
  monitoring: orDefault(block.fact('enable_monitoring'), true, block.location),
  cpuCredits: unwritten,
  ebsOptimized: block.fact('ebs_optimized'),
  operatingSystem: imageSystem(block, 'image_id'),
  reserved: unwritten,
  devices: flatDevices(block),
})

function launchOf(block: Block): Launch {
  if (block.type === 'aws_launch_template') return ofTemplate(block)
  return block.type === 'aws_launch_configuration' ? ofConfiguration(block) : ofInstance(block)
}

/** Who says what is launched. */
export interface Launchers {
  /** The first that writes a fact decides it. */
  readonly blocks: readonly Block[]
  /** A launch template is referred to and not read: what is not written may stand there. */
  readonly isOpen?: boolean
  /** What the service itself says, before them all. */
  readonly stated?: Facts
  /** The service's own block says what the root volume is, as an instance's does. */
  readonly holdsRoot?: boolean
}

/**
 * The facts of `launchShape`. What is written nowhere has the provider's default, of the root volume that of the usual image where the
 * launch holds one: an instance, a launch configuration. A template without a mapping for it says nothing of its size.
 * @param at the block whose resource it is
 */
export function launchFacts(at: Block, { blocks, isOpen = false, stated = {}, holdsRoot }: Launchers): Facts {
  const open = isOpen ? unknown<Fact>('dynamic', at.location) : undefined
  const launches = blocks.map(launchOf)
  const read = (name: keyof Omit<Launch, 'devices'>, usual?: Known<Fact>) =>
    firstWritten(stated[name], ...launches.map((launch) => launch[name]), open, usual)
  const operatingSystem = read('operatingSystem', assumed<Fact>('linux', at.location, 'image'))
  const volumes = launches.map(({ devices }, i) => deviceFacts(blocks[i]!, devices))
  const devices: Facts = Object.assign({}, ...volumes.toReversed(), volumesOf(stated))
  const isHeld = holdsRoot ?? blocks.some(({ type }) => type !== 'aws_launch_template')
  const monitoring = mapKnown(read('monitoring'), isTrue)
  const isNeeded = valueOf(monitoring) === true && (hasMinuteAlarms(at) || isScaledByMetrics(at))
  return {
    instanceType: read('instanceType'),
    operatingSystem,
    tenancy: read('tenancy', assumed<Fact>('default', at.location)),
    publicIpv4: read('publicIpv4'),
    monitoring,
    ...(isNeeded ? { watchedByMinute: known<Fact>(true, at.location) } : {}),
    cpuCredits: read('cpuCredits'),
    ebsOptimized: mapKnown(read('ebsOptimized'), isTrue),
    reserved: read('reserved'),
    ...devices,
    'root.type': firstWritten(devices['root.type'], open, assumed<Fact>(usualType, at.location)),
    'root.sizeGiB': firstWritten(devices['root.sizeGiB'], open, isHeld ? ofImage(at, operatingSystem) : undefined),
  }
}

const isTrue = (value: Fact): Fact => String(value) === 'true'

const volumesOf = (facts: Facts): Facts =>
  Object.fromEntries(Object.entries(facts).filter(([name]) => /^(root|ebs)[.[]/.test(name)))

/** GiB of Amazon Linux's own: https://docs.aws.amazon.com/linux/al2023/ug/compare-with-al2.html. A Windows image has more, and is left open. */
const ofImage = (at: Block, operatingSystem: Known<Fact>): Known<Fact> =>
  valueOf(operatingSystem) === 'linux' ? assumed<Fact>(8, at.location, 'image') : unwritten
