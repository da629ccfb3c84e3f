// https://aws.amazon.com/ec2/pricing/on-demand/: machines and disks a program asks for by calling AWS itself.
import { fact, isUnwritten, numberOf, partsOf } from '../../../core/estimate/resource-line.ts'
import type { Block } from '../../../core/format.ts'
import { assumed, known, mapKnown, valueOf } from '../../../core/known.ts'
import { type CodeExample, defineResource, type FormatMapping } from '../../../core/resource.ts'
import type { Fact, Known, Purchase, Resource } from '../../../core/types.ts'
import { countedBy, regionBy } from '../from-code.ts'
import { instanceLabel } from '../instance-label.ts'
import { launchShape, launchUsage } from './ec2/launch-shape.ts'
import { hourLines, monitoringLines } from './ec2/machine.ts'
import { volumeLines } from './ec2/volume-lines.ts'
import { fleetsFromCode } from './fleet-from-code.ts'

const market = (block: Block): Purchase | undefined => {
  const told = block.fact('InstanceMarketOptions.MarketType')
  if (isUnwritten(told)) return 'on-demand'
  const is = valueOf(told)
  return is === undefined ? undefined : is === 'spot' ? 'spot' : is === 'capacity-block' ? 'capacity-block' : undefined
}

/** EC2 starts as many as it has room for, of those that are asked for. */
function machines(block: Block): Known<number> {
  const [least, most] = [numberOf(block.fact('MinCount')), numberOf(block.fact('MaxCount'))]
  const [low, high] = [valueOf(least), valueOf(most)]
  if (low === undefined || high === undefined) return most
  return low >= high ? most : { is: 'range', low, likely: high, high, at: block.location }
}

/** What it says of the disks; a type or size it leaves out is that of the image. */
const disks = (block: string): FormatMapping['repeated'] => ({
  ebs: {
    block,
    facts: {
      type: 'Ebs.VolumeType',
      sizeGiB: 'Ebs.VolumeSize',
      iops: 'Ebs.Iops',
      throughputMiBps: 'Ebs.Throughput',
    },
  },
})

const launched: FormatMapping = {
  facts: {
    instanceType: 'InstanceType',
    tenancy: ['Placement.Tenancy', 'default'],
    monitoring: 'Monitoring.Enabled',
    operatingSystem: (block) => assumed<Fact>('linux', block.location, 'image'),
  },
  repeated: disks('BlockDeviceMappings'),
  region: regionBy('^region_name|^region'),
  count: machines,
  purchase: market,
}

/** https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_RequestSpotInstances.html */
const bidFor: FormatMapping = {
  facts: {
    instanceType: 'LaunchSpecification.InstanceType',
    tenancy: ['LaunchSpecification.Placement.Tenancy', 'default'],
    operatingSystem: (block) => assumed<Fact>('linux', block.location, 'image'),
  },
  repeated: disks('LaunchSpecification.BlockDeviceMappings'),
  region: regionBy('^region_name|^region'),
  count: countedBy('InstanceCount', 1),
  purchase: () => 'spot',
}

/** A mapping that only leaves a device out, or names one of the machine's own, is no volume. */
const isVolume = (resource: Resource, at: string) =>
  ['type', 'sizeGiB'].some((name) => !isUnwritten(fact(resource, `${at}.${name}`)))

const instances = defineResource({
  id: 'aws/ec2-launch',
  cloud: 'aws',
  docs: 'https://aws.amazon.com/ec2/pricing/on-demand/',
  shape: launchShape,
  usage: launchUsage,
  assumes: [{ what: 'running', value: 'the whole month', from: 'an instance runs until it is stopped' }],
  lines: (resource, prices) => [
    ...hourLines(resource, prices, {
      label: 'Instance',
      type: fact(resource, 'instanceType'),
      purchase: resource.purchase,
      number: known(1, resource.location),
    }),
    ...monitoringLines(resource, prices, known(1, resource.location)),
    ...partsOf(resource, 'ebs')
      .filter((at) => isVolume(resource, at))
      .flatMap((at, i) => volumeLines(resource, prices, `${at}.`, `Volume ${i + 1}`, known(1, resource.location))),
  ],
  from: { sdk: { 'aws.run_instances': launched, 'aws.request_spot_instances': bidFor, ...fleetsFromCode } },
  label: (resource, prices) => instanceLabel(resource, 'EC2 instances', prices),
})

/** `create_volume`, as the volume itself is read (ebs.ts). https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_CreateVolume.html */
export const volumeFromCode: Readonly<Record<string, FormatMapping>> = {
  'aws.create_volume': {
    facts: { type: ['VolumeType', 'gp2'], sizeGiB: 'Size', iops: 'Iops', throughputMiBps: 'Throughput' },
    region(block) {
      const zone = mapKnown(block.fact('AvailabilityZone'), (name) => String(name).replace(/[a-z]$/, ''))
      return valueOf(zone) === undefined ? regionBy('^region_name|^region')(block) : zone
    },
  },
}

export const resources = [instances]

export const codeExamples: readonly CodeExample[] = [
  {
    name: 'two machines for a month: 2 × 730 h × $1.006, and 2 × 100 GiB × $0.08',
    lang: 'python',
    code: `import boto3

ec2 = boto3.client("ec2", region_name="us-east-1")
ec2.run_instances(
    ImageId="ami-1",
    InstanceType="g5.xlarge",
    MinCount=2,
    MaxCount=2,
    BlockDeviceMappings=[
        {"DeviceName": "/dev/xvdb", "Ebs": {"VolumeType": "gp3", "VolumeSize": 100}},
        {"DeviceName": "/dev/xvdc", "NoDevice": ""},
    ],
)
`,
    sees: [{ address: 'aws.run_instances', usd: 1484.76, status: 'priced' }],
  },
  {
    name: 'a fleet of four on-demand machines of one type for a month: 4 × 730 h × $0.096',
    lang: 'python',
    code: `import boto3

boto3.client("ec2", region_name="us-east-1").create_fleet(
    LaunchTemplateConfigs=[
        {
            "LaunchTemplateSpecification": {"LaunchTemplateName": "web", "Version": "1"},
            "Overrides": [
                {"InstanceType": "m5.large", "SubnetId": "subnet-a"},
                {"InstanceType": "m5.large", "SubnetId": "subnet-b"},
            ],
        }
    ],
    TargetCapacitySpecification={"TotalTargetCapacity": 4, "DefaultTargetCapacityType": "on-demand"},
)
`,
    sees: [{ address: 'aws.create_fleet', usd: 280.32, status: 'priced' }],
  },
  {
    name: 'a volume in a zone: 500 GiB × $0.10; a spot request of one machine',
    lang: 'python',
    code: `import boto3

ec2 = boto3.client("ec2")
ec2.create_volume(AvailabilityZone="us-east-1a", Size=500)
ec2.request_spot_instances(LaunchSpecification={"InstanceType": "m5.xlarge", "ImageId": "ami-1"})
`,
    sees: [
      { address: 'aws.create_volume', usd: 50, status: 'priced', assumed: ['type'] },
      { address: 'aws.request_spot_instances', usd: null, status: 'unknown', unknown: ['region: absent'] },
    ],
  },
]
