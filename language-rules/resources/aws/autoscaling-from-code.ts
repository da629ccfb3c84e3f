// https://docs.aws.amazon.com/autoscaling/ec2/APIReference/API_CreateAutoScalingGroup.html: a group that a program makes, of a launch
// template or configuration of the same file, or of the types its policy lists.
import { isUnwritten, numberOf } from '../../../core/estimate/resource-line.ts'
import type { Block } from '../../../core/format.ts'
import { assumed, known, mapKnown, unknown, valueOf } from '../../../core/known.ts'
import type { FormatMapping } from '../../../core/resource.ts'
import type { Fact, Known, Purchase } from '../../../core/types.ts'
import { regionBy } from '../from-code.ts'
import { capacityOf } from './ec2/capacity.ts'
import { type Facts, firstWritten, orDefault } from './ec2/written.ts'

const policy = 'MixedInstancesPolicy'
const specification = `${policy}.LaunchTemplate.LaunchTemplateSpecification`

/** What the group launches: the request that made it, and where in that the machine is told. */
interface Launched {
  readonly block: Block
  readonly at: string
}

const named = (block: Block, path: string, type: string, name: string): Block | undefined => {
  const wanted = valueOf(block.fact(path))
  return wanted === undefined ? undefined : block.ofType(type).find((each) => valueOf(each.fact(name)) === wanted)
}

/** Its id is what made it answered. */
const templateBy = (block: Block) =>
  block.target(`LaunchTemplate.LaunchTemplateId|${specification}.LaunchTemplateId`, 'aws.create_launch_template')

function launchedBy(block: Block): Launched | undefined {
  const template =
    templateBy(block) ??
    named(
      block,
      `LaunchTemplate.LaunchTemplateName|${specification}.LaunchTemplateName`,
      'aws.create_launch_template',
      'LaunchTemplateName',
    )
  if (template) return { block: template, at: 'LaunchTemplateData.' }
  const configuration = named(
    block,
    'LaunchConfigurationName',
    'aws.create_launch_configuration',
    'LaunchConfigurationName',
  )
  return configuration && { block: configuration, at: '' }
}

/** Of one that is made elsewhere nothing is known. */
const launchFact = (launched: Launched | undefined, path: string, here: Block): Known<Fact> =>
  launched ? launched.block.fact(`${launched.at}${path}`) : unknown('dynamic', here.location)

const sizeOf = (block: Block): Known<Fact> =>
  capacityOf(block.fact('MinSize'), block.fact('DesiredCapacity'), block.fact('MaxSize'), block.location)

/** The same defaults as those of a group in Terraform are those of the request. */
function mixFacts(block: Block): Facts {
  if (block.list(`${policy}.InstancesDistribution`).is === 'unknown' && block.nested(overrides).length === 0) return {}
  const setting = (name: string, otherwise: Fact) =>
    orDefault(block.fact(`${policy}.InstancesDistribution.${name}`), otherwise, block.location)
  return {
    onDemandBase: setting('OnDemandBaseCapacity', 0),
    onDemandShare: mapKnown(
      numberOf(setting('OnDemandPercentageAboveBaseCapacity', 100)),
      (percent): Fact => percent / 100,
    ),
    onDemandChoice: mapKnown(setting('OnDemandAllocationStrategy', 'prioritized'), (strategy) =>
      strategy === 'prioritized' ? 'first' : 'cheapest',
    ),
    spotChoice: mapKnown(setting('SpotAllocationStrategy', 'lowest-price'), (strategy) =>
      strategy === 'lowest-price' ? 'cheapest' : 'any',
    ),
    ...candidates(block),
  }
}

const overrides = `${policy}.LaunchTemplate.Overrides`

function candidates(block: Block): Facts {
  const facts: Record<string, Known<Fact>> = {}
  for (const [i, override] of block.nested(overrides).entries()) {
    facts[`candidates[${i}].type`] = override.fact('InstanceType')
    facts[`candidates[${i}].weight`] = orDefault(override.fact('WeightedCapacity'), 1, block.location)
  }
  return facts
}

function facts(block: Block): Facts {
  const launched = launchedBy(block)
  const told = (path: string) => launchFact(launched, path, block)
  const first = block.fact(`${overrides}.[0].InstanceType`)
  const devices = launched?.block.nested(`${launched.at}BlockDeviceMappings`) ?? []
  const root = devices.find((device) => /^\/dev\/(?:xvda|sda1)$/.test(String(valueOf(device.fact('DeviceName')))))
  const ofRoot = (name: string) => root?.fact(`Ebs.${name}`) ?? unknown<Fact>('absent')
  const usual = (value: Fact) => (launched ? assumed(value, block.location) : unknown<Fact>('dynamic', block.location))
  return {
    instanceType: firstWritten(first, told('InstanceType')),
    operatingSystem: assumed<Fact>('linux', block.location, 'image'),
    tenancy: firstWritten(launched && told('Placement.Tenancy'), usual('default')),
    publicIpv4: firstWritten(
      launched && told('NetworkInterfaces.[0].AssociatePublicIpAddress'),
      launched && told('AssociatePublicIpAddress'),
    ),
    monitoring: firstWritten(launched && told('Monitoring.Enabled'), launched && told('InstanceMonitoring.Enabled')),
    cpuCredits: firstWritten(launched && told('CreditSpecification.CpuCredits')),
    'root.type': firstWritten(ofRoot('VolumeType'), usual('gp2')),
    'root.sizeGiB': ofRoot('VolumeSize'),
    'root.iops': ofRoot('Iops'),
    'root.throughputMiBps': ofRoot('Throughput'),
    capacity: sizeOf(block),
    ...mixFacts(block),
  }
}

/** A price that is bid, or the market of the template, makes it spot; of a template elsewhere that is not known. */
function purchaseOf(block: Block): Purchase | undefined {
  const launched = launchedBy(block)
  if (launched === undefined) return block.nested(overrides).length > 0 ? 'on-demand' : undefined
  if (!isUnwritten(launchFact(launched, 'SpotPrice', block))) return 'spot'
  const market = launchFact(launched, 'InstanceMarketOptions.MarketType', block)
  if (isUnwritten(market)) return 'on-demand'
  return valueOf(market) === 'spot' ? 'spot' : undefined
}

export const groupsFromCode: Readonly<Record<string, FormatMapping>> = {
  'aws.create_auto_scaling_group': {
    facts: {},
    more: facts,
    region: regionBy('^region_name|^region'),
    purchase: purchaseOf,
  },
}

/** https://docs.aws.amazon.com/eks/latest/APIReference/API_CreateNodegroup.html: two nodes of t3.medium with 20 GiB where it says nothing. */
export const nodeGroupsFromCode: Readonly<Record<string, FormatMapping>> = {
  'aws.create_nodegroup': {
    facts: {},
    more(block) {
      const isOpen = block.list('launchTemplate').is === 'known'
      const orOfTemplate = (value: Known<Fact>, usual: Fact) =>
        isOpen && isUnwritten(value)
          ? unknown<Fact>('dynamic', block.location)
          : orDefault(value, usual, block.location)
      const types = valueOf(block.list('instanceTypes')) ?? []
      const image = String(valueOf(block.fact('amiType')) ?? '')
      const size = (name: string, usual: Fact) => orDefault(block.fact(`scalingConfig.${name}`), usual, block.location)
      const each = Object.fromEntries(
        types.flatMap((type, i) => [
          [`candidates[${i}].type`, type],
          [`candidates[${i}].weight`, known<Fact>(1, block.location)],
        ]),
      )
      return {
        instanceType: types[0] ?? orOfTemplate(block.fact('instanceTypes'), 't3.medium'),
        operatingSystem: assumed<Fact>(image.startsWith('WINDOWS') ? 'windows' : 'linux', block.location, 'image'),
        tenancy: assumed<Fact>('default', block.location),
        publicIpv4: unknown<Fact>('absent'),
        'root.type': orOfTemplate(unknown('absent'), 'gp2'),
        'root.sizeGiB': orOfTemplate(block.fact('diskSize'), image.startsWith('WINDOWS') ? 50 : 20),
        capacity: capacityOf(size('minSize', 1), size('desiredSize', 2), size('maxSize', 2), block.location),
        onDemandChoice: known<Fact>('first', block.location),
        spotChoice: known<Fact>('any', block.location),
        ...(types.length > 1 ? each : {}),
      }
    },
    region: regionBy('^region_name|^region'),
    purchase(block) {
      const told = block.fact('capacityType')
      if (isUnwritten(told)) return 'on-demand'
      const is = valueOf(told)
      return is === 'SPOT' ? 'spot' : is === 'ON_DEMAND' ? 'on-demand' : undefined
    },
  },
}
