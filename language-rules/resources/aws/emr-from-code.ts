// https://docs.aws.amazon.com/emr/latest/APIReference/API_JobFlowInstancesConfig.html: a cluster ends with its steps unless it is kept alive.
import { fact, isUnwritten, numberOf, partsOf } from '../../../core/estimate/resource-line.ts'
import type { Block, NestedBlock } from '../../../core/format.ts'
import { assumed, known, mapKnown, unknown, valueOf } from '../../../core/known.ts'
import { type CodeExample, defineResource } from '../../../core/resource.ts'
import type { Fact, Known, Resource } from '../../../core/types.ts'
import { regionBy } from '../from-code.ts'
import type { Facts } from './ec2/written.ts'
import { fleetFacts, groupLines, groupShape } from './emr.ts'

/** https://docs.aws.amazon.com/emr/latest/APIReference/API_InstanceGroupConfig.html */
function groupFacts(group: NestedBlock, at: string): Facts {
  const [volume] = group.nested('EbsConfiguration.EbsBlockDeviceConfigs')
  const [market, bid] = [group.fact('Market'), group.fact('BidPrice')]
  return {
    [`${at}.instanceType`]: group.fact('InstanceType'),
    [`${at}.number`]: group.fact('InstanceCount'),
    [`${at}.market`]: isUnwritten(market)
      ? mapKnown(bid, (): Fact => 'spot')
      : mapKnown(market, (name): Fact => (name === 'SPOT' ? 'spot' : 'on-demand')),
    ...(volume && {
      [`${at}.volumes`]: volume.fact('VolumesPerInstance'),
      [`${at}.type`]: volume.fact('VolumeSpecification.VolumeType'),
      [`${at}.sizeGiB`]: volume.fact('VolumeSpecification.SizeInGB'),
      [`${at}.iops`]: volume.fact('VolumeSpecification.Iops'),
    }),
  }
}

/** One type for the first node, one for all others. */
function plainFacts(block: Block): readonly Facts[] {
  const [first, others, count] = ['MasterInstanceType', 'SlaveInstanceType', 'InstanceCount'].map((name) =>
    block.fact(`Instances.${name}`),
  ) as [Known<Fact>, Known<Fact>, Known<Fact>]
  const group = (i: number, type: Known<Fact>, number: Known<Fact>): Facts => ({
    [`groups[${i}].instanceType`]: type,
    [`groups[${i}].number`]: number,
    [`groups[${i}].market`]: known<Fact>('on-demand', block.location),
  })
  if (isUnwritten(first)) return []
  const one = known<Fact>(1, block.location)
  const rest = mapKnown(numberOf(count), (all): Fact => Math.max(0, all - 1))
  return isUnwritten(others) || valueOf(rest) === 0
    ? [group(0, first, one)]
    : [group(0, first, one), group(1, others, rest)]
}

/** The type of all groups, where it is one, and how many machines they have together. */
function together(facts: Facts, block: Block): Facts {
  const all = (name: string) => Object.entries(facts).flatMap(([key, value]) => (key.endsWith(name) ? [value] : []))
  const types = [...new Set(all('.instanceType').map(valueOf))]
  const numbers = all('.number').map((number) => valueOf(numberOf(number)))
  const areKnown = numbers.every((number) => number !== undefined)
  return {
    ...facts,
    instanceType: types.length === 1 && types[0] !== undefined ? known(types[0], block.location) : unknown('dynamic'),
    instances: areKnown
      ? known<Fact>(
          numbers.reduce<number>((sum, number) => sum + (number ?? 0), 0),
          block.location,
        )
      : unknown('dynamic'),
  }
}

function clusterFacts(block: Block): Facts {
  const groups = block
    .nested('Instances.InstanceGroups')
    .map((group, i) => withMarket(groupFacts(group, `groups[${i}]`), block))
  const fleets = block.nested('Instances.InstanceFleets').map((_, i) => fleetFacts(block, `groups[${i}]`))
  const told = [...groups, ...fleets, ...plainFacts(block)]
  return together(Object.assign({}, ...(told.length > 0 ? told : [fleetFacts(block, 'groups[0]')])), block)
}

/** Neither a market nor a bid: on demand. */
const withMarket = (facts: Facts, block: Block): Facts =>
  Object.fromEntries(
    Object.entries(facts).map(([name, value]) => [
      name,
      name.endsWith('.market') && isUnwritten(value) ? assumed<Fact>('on-demand', block.location) : value,
    ]),
  )

function keptAlive(block: Block): Known<Fact> {
  const told = block.fact('Instances.KeepJobFlowAliveWhenNoSteps')
  return isUnwritten(told) ? assumed<Fact>(false, block.location) : told
}

const isKept = (resource: Resource) => valueOf(fact(resource, 'keptAlive')) === true

const jobFlow = defineResource({
  id: 'aws/emr-job-flow',
  cloud: 'aws',
  docs: 'https://aws.amazon.com/emr/pricing/',
  shape: {
    ...groupShape,
    instanceType: 'of all groups, where it is one',
    instances: 'machines of all groups together',
    keptAlive: 'whether it waits for more work once its steps are done',
  },
  usage: { ioRequests: 'requests to magnetic volumes' },
  per: (resource) => (isKept(resource) ? 'month' : 'hour'),
  lines: (resource, prices) =>
    partsOf(resource, 'groups').flatMap((at, i) => groupLines(resource, prices, at, i, isKept(resource) ? 730 : 1)),
  from: {
    sdk: {
      'aws.run_job_flow': { facts: { keptAlive }, more: clusterFacts, region: regionBy('^region_name|^region') },
    },
  },
  label: (resource) => `EMR ${valueOf(fact(resource, 'groups[0].instanceType')) ?? 'cluster'}`,
})

export const resources = [jobFlow]

export const codeExamples: readonly CodeExample[] = [
  {
    name: 'while its steps run, an hour: $0.192 + $0.048 + 2 × ($0.192 + $0.048 + 73 GB × $0.10 / 730 h)',
    lang: 'python',
    code: `import boto3

boto3.client("emr", region_name="us-east-1").run_job_flow(
    Name="spark",
    Instances={
        "InstanceGroups": [
            {"InstanceRole": "MASTER", "InstanceType": "m5.xlarge", "InstanceCount": 1},
            {
                "InstanceRole": "CORE",
                "InstanceType": "m5.xlarge",
                "InstanceCount": 2,
                "EbsConfiguration": {
                    "EbsBlockDeviceConfigs": [
                        {"VolumeSpecification": {"VolumeType": "gp2", "SizeInGB": 73}, "VolumesPerInstance": 1}
                    ]
                },
            },
        ],
    },
)
`,
    sees: [
      {
        address: 'aws.run_job_flow',
        usd: 0.74,
        status: 'priced',
      },
    ],
  },
  {
    name: 'kept alive all month: 730 h × ($0.192 + $0.048); which machines a fleet takes is decided when it runs',
    lang: 'python',
    code: `import boto3

emr = boto3.client("emr", region_name="us-east-1")
emr.run_job_flow(
    Name="one", Instances={"MasterInstanceType": "m5.xlarge", "InstanceCount": 1, "KeepJobFlowAliveWhenNoSteps": True}
)
emr.run_job_flow(Name="two", Instances={"InstanceFleets": [{"InstanceFleetType": "MASTER"}]})
`,
    sees: [
      { address: 'aws.run_job_flow', usd: 175.2, status: 'priced' },
      {
        address: 'aws.run_job_flow#2',
        usd: null,
        status: 'unknown',
        unknown: ['Group 1 instances: dynamic', 'Group 1 EMR: dynamic'],
      },
    ],
  },
]
