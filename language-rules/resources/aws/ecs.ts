// https://aws.amazon.com/fargate/pricing/ and https://aws.amazon.com/ecs/pricing/: tasks on own instances cost nothing by themselves.
import { fact, isUnwritten, line, monthOf, numberFact, product, usage } from '../../../core/estimate/resource-line.ts'
import { serviceLine } from '../../../core/estimate/service-line.ts'
import type { Block } from '../../../core/format.ts'
import { assumed, known, mapKnown, unknown, valueOf } from '../../../core/known.ts'
import type { PriceBook } from '../../../core/prices/book.ts'
import { type CodeExample, defineResource, type ResourceExample } from '../../../core/resource.ts'
import type { Fact, Known, Line, Resource } from '../../../core/types.ts'
import { tasksOn } from '../capacity-strategy.ts'
import { fargateLines, gibOf, taskShape, vcpuOf } from '../fargate.ts'
import { scaledBy } from '../scaled-by.ts'
import { volumeLines } from './ec2/volume-lines.ts'
import { examples as serviceExamples } from './ecs-examples.ts'
import { servicesFromCode, tasksFromCode } from './ecs-from-code.ts'

/** One volume for each task: https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_ServiceManagedEBSVolumeConfiguration.html */
const volume = 'volume_configuration.managed_ebs_volume'

/**
 * Terraform takes 0 where nothing is written, for something else to set it (https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/ecs_service):
 * what that sets is not known, and no service is there to run nothing.
 */
function desired(block: Block): Known<Fact> {
  const tasks = scaledBy(block, 'ecs:service:DesiredCount', block.fact('desired_count'))
  return isUnwritten(tasks) ? unknown('absent', block.location) : tasks
}

/** A fact of the task definition; not known where it is not in the same root. */
const ofTask =
  (path: string, otherwise?: Fact) =>
  (block: Block): Known<Fact> => {
    // a service that is deployed from outside has its definition from its task set
    const runs = [block, ...block.referredBy('aws_ecs_task_set')]
    const task = runs.map((each) => each.target('task_definition', 'aws_ecs_task_definition')).find(Boolean)
    const value = task?.fact(path) ?? unknown<Fact>('dynamic', block.location)
    return task !== undefined && otherwise !== undefined && isUnwritten(value)
      ? assumed(otherwise, task.location)
      : value
  }

/** Each task has a network interface of its own, and its address is billed like any other. */
function addressLines(
  resource: Resource,
  prices: PriceBook,
  tasks: Known<number>,
  isSpot: boolean,
  each: Known<number>,
): Line[] {
  const isPublic = fact(resource, 'publicIpv4')
  if (String(valueOf(isPublic)) === 'false') return []
  const why = isPublic.is === 'unknown' ? isPublic.why : 'dynamic'
  const hours = valueOf(isPublic) === undefined ? unknown<number>(why) : product(tasks, each)
  const label = `${isSpot ? 'Spot p' : 'P'}ublic IPv4 address`
  return [serviceLine(resource, prices, label, 'hour', hours, { service: 'public-ipv4', item: 'in use or idle' })]
}

/** The tasks of a service on demand, and those on spot; where the share of spot is not known, all of them stand on demand. */
function runningLines(resource: Resource, prices: PriceBook, isSpot: boolean, each = monthOf(resource)): Line[] {
  const tasks = numberFact(resource, isSpot ? 'spotTasks' : 'fargateTasks')
  const isNone = tasks.is === 'known' && tasks.value === 0
  if (isNone || (isSpot && tasks.is === 'unknown')) return []
  return [
    ...fargateLines(resource, prices, tasks, isSpot, each),
    ...addressLines(resource, prices, tasks, isSpot, each),
  ]
}

const service = defineResource({
  id: 'aws/ecs-service',
  cloud: 'aws',
  docs: 'https://aws.amazon.com/fargate/pricing/',
  shape: {
    fargateTasks: 'tasks on Fargate',
    spotTasks: 'tasks on Fargate Spot',
    publicIpv4: 'whether each task has a public IPv4 address',
    ...taskShape,
    tasks: 'tasks, wherever they run',
    'volume.role': 'the role that makes a volume for each task; without it there is none',
    'volume.type': 'volume type',
    'volume.sizeGiB': 'GiB; without it, the size of the snapshot',
    'volume.iops': 'provisioned IOPS, those included counted',
    'volume.throughputMiBps': 'provisioned MiB/s, those included counted',
  },
  lines: (resource, prices) => [
    ...[false, true].flatMap((isSpot) => runningLines(resource, prices, isSpot)),
    ...(isUnwritten(fact(resource, 'volume.role'))
      ? []
      : volumeLines(resource, prices, 'volume.', 'Volume', numberFact(resource, 'tasks'))),
  ],
  from: {
    terraform: {
      aws_ecs_service: {
        facts: {
          fargateTasks: (block) => tasksOn('FARGATE', block, desired(block)),
          spotTasks: (block) => tasksOn('FARGATE_SPOT', block, desired(block)),
          publicIpv4: ['network_configuration.assign_public_ip', false],
          vCPU: (block) => vcpuOf(ofTask('cpu')(block)),
          memoryGiB: (block) => gibOf(ofTask('memory')(block)),
          ephemeralGiB: ofTask('ephemeral_storage.size_in_gib', 20),
          architecture: ofTask('runtime_platform.cpu_architecture', 'X86_64'),
          os: ofTask('runtime_platform.operating_system_family', 'LINUX'),
          tasks: desired,
          'volume.role': `${volume}.role_arn`,
          'volume.type': `${volume}.volume_type`,
          'volume.sizeGiB': `${volume}.size_in_gb`,
          'volume.iops': `${volume}.iops`,
          'volume.throughputMiBps': `${volume}.throughput`,
        },
      },
    },
    sdk: servicesFromCode,
  },
  label: ({ shape }) => {
    const tasks = [shape.fargateTasks, shape.spotTasks].map((each) => (each === undefined ? 0 : Number(valueOf(each))))
    const all = tasks.reduce((total, each) => total + each, 0)
    const vCPU = shape.vCPU && valueOf(shape.vCPU)
    return all > 0 && vCPU !== undefined ? `${all} × ${vCPU} vCPU on Fargate` : 'ECS service'
  },
})

/** A task runs until its program ends. */
const task = defineResource({
  id: 'aws/ecs-task',
  cloud: 'aws',
  docs: 'https://aws.amazon.com/fargate/pricing/',
  shape: {
    fargateTasks: '1 where it runs on Fargate',
    spotTasks: '1 where it runs on Fargate Spot',
    tasks: '1, wherever it runs',
    publicIpv4: 'whether it has a public IPv4 address',
    ...taskShape,
  },
  per: () => 'hour',
  lines: (resource, prices) =>
    [false, true].flatMap((isSpot) => runningLines(resource, prices, isSpot, known(1, resource.location))),
  from: { sdk: tasksFromCode },
  label: ({ shape }) => {
    const vCPU = shape.vCPU && valueOf(shape.vCPU)
    return vCPU === undefined ? 'ECS task' : `${vCPU} vCPU on Fargate`
  },
})

/** `containerInsights` is off where neither the cluster nor the account turns it on. */
function insights(block: Block): Known<Fact> {
  const settings = block.nested('setting')
  const setting = settings.find((each) => valueOf(each.fact('name')) === 'containerInsights')
  if (setting !== undefined) return mapKnown(setting.fact('value'), (value): Fact => value !== 'disabled')
  return (
    settings.map((each) => each.fact('name')).find(({ is }) => is === 'unknown') ?? assumed<Fact>(false, block.location)
  )
}

const cluster = defineResource({
  id: 'aws/ecs-cluster',
  cloud: 'aws',
  docs: 'https://aws.amazon.com/cloudwatch/pricing/',
  shape: { insights: 'whether Container Insights sends metrics to CloudWatch' },
  usage: { customMetrics: 'metrics that Container Insights reports, each counted once a month' },
  lines: (resource, prices) => {
    const isOn = fact(resource, 'insights')
    if (valueOf(isOn) === false) return []
    const item = { service: 'cloudwatch', item: 'custom metric first 10k' }
    return [
      serviceLine(
        resource,
        prices,
        'Container Insights metrics',
        'metric-month',
        usage(resource, 'customMetrics'),
        item,
      ),
    ]
  },
  from: { terraform: { aws_ecs_cluster: { facts: { insights } } } },
  label: () => 'ECS cluster',
})

/**
 * Of an Auto Scaling group the group is billed. One of managed instances launches machines of its own:
 * https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_ManagedInstancesProvider.html
 */
const provider = defineResource({
  id: 'aws/ecs-capacity-provider',
  cloud: 'aws',
  docs: 'https://aws.amazon.com/ecs/pricing/',
  shape: { isManaged: 'whether it launches machines of its own' },
  lines: (resource) =>
    valueOf(fact(resource, 'isManaged')) === true
      ? [line('Managed instances', 'hour', unknown('usage'), 'unsupported')]
      : [],
  from: {
    // https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/ecs_capacity_provider
    terraform: {
      aws_ecs_capacity_provider: {
        facts: {
          isManaged: (block) => known<Fact>(block.nested('managed_instances_provider').length > 0, block.location),
        },
      },
    },
  },
  label: () => 'ECS capacity provider',
})

export const resources = [service, task, cluster, provider]

/** A task definition and a task set are billed by the services that run them. */
export const free: readonly string[] = [
  'aws_ecs_account_setting_default',
  'aws_ecs_cluster_capacity_providers',
  'aws_ecs_tag',
  'aws_ecs_task_definition',
  'aws_ecs_task_set',
]

export const examples: readonly ResourceExample[] = serviceExamples

export const codeExamples: readonly CodeExample[] = [
  {
    name: 'a task for an hour: 0.5 × $0.04048 + 1 GB × $0.004445 + $0.005 of its address; a service of three for a month without one',
    lang: 'python',
    code: `import boto3

ecs = boto3.client("ecs", region_name="us-east-1")
ecs.register_task_definition(family="web", cpu="512", memory="1024", containerDefinitions=[])
ecs.run_task(cluster="c", taskDefinition="web", launchType="FARGATE")
ecs.create_service(cluster="c", serviceName="web", taskDefinition="web", desiredCount=3, launchType="FARGATE")
`,
    sees: [
      { address: 'aws.ecs.run_task', usd: 0.03, status: 'priced' },
      { address: 'aws.ecs.create_service', usd: 54.06, status: 'priced' },
    ],
  },
]
