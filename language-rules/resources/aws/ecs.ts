// https://aws.amazon.com/fargate/pricing/ and https://aws.amazon.com/ecs/pricing/: tasks on own instances cost nothing by themselves.
import { fact, isUnwritten, monthOf, numberFact, product, usage } from '../../../core/estimate/resource-line.ts'
import { serviceLine } from '../../../core/estimate/service-line.ts'
import type { Block } from '../../../core/format.ts'
import { assumed, mapKnown, unknown, valueOf } from '../../../core/known.ts'
import type { PriceBook } from '../../../core/prices/book.ts'
import { defineResource, type ResourceExample } from '../../../core/resource.ts'
import type { Fact, Known, Line, Resource } from '../../../core/types.ts'
import { tasksOn } from '../capacity-strategy.ts'
import { fargateLines, gibOf, taskShape, vcpuOf } from '../fargate.ts'
import { scaledBy } from '../scaled-by.ts'

/** Terraform takes 0 where nothing is written: https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/ecs_service */
function desired(block: Block): Known<Fact> {
  const tasks = scaledBy(block, 'ecs:service:DesiredCount', block.fact('desired_count'))
  return isUnwritten(tasks) ? assumed<Fact>(0, block.location) : tasks
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
function addressLines(resource: Resource, prices: PriceBook, tasks: Known<number>, isSpot: boolean): Line[] {
  const isPublic = fact(resource, 'publicIpv4')
  if (String(valueOf(isPublic)) === 'false') return []
  const why = isPublic.is === 'unknown' ? isPublic.why : 'dynamic'
  const hours = valueOf(isPublic) === undefined ? unknown<number>(why) : product(tasks, monthOf(resource))
  const label = `${isSpot ? 'Spot p' : 'P'}ublic IPv4 address`
  return [serviceLine(resource, prices, label, 'hour', hours, { service: 'public-ipv4', item: 'in use or idle' })]
}

/** The tasks of a service on demand, and those on spot; where the share of spot is not known, all of them stand on demand. */
function runningLines(resource: Resource, prices: PriceBook, isSpot: boolean): Line[] {
  const tasks = numberFact(resource, isSpot ? 'spotTasks' : 'fargateTasks')
  const isNone = tasks.is === 'known' && tasks.value === 0
  if (isNone || (isSpot && tasks.is === 'unknown')) return []
  return [...fargateLines(resource, prices, tasks, isSpot), ...addressLines(resource, prices, tasks, isSpot)]
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
  },
  lines: (resource, prices) => [false, true].flatMap((isSpot) => runningLines(resource, prices, isSpot)),
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
        },
      },
    },
  },
  label: ({ shape }) => {
    const tasks = [shape.fargateTasks, shape.spotTasks].map((each) => (each === undefined ? 0 : Number(valueOf(each))))
    const all = tasks.reduce((total, each) => total + each, 0)
    const vCPU = shape.vCPU && valueOf(shape.vCPU)
    return all > 0 && vCPU !== undefined ? `${all} × ${vCPU} vCPU on Fargate` : 'ECS service'
  },
})

/** `containerInsights` is off where neither the cluster nor the account turns it on. */
function insights(block: Block): Known<Fact> {
  const setting = block.nested('setting').find((each) => valueOf(each.fact('name')) === 'containerInsights')
  return setting === undefined
    ? assumed<Fact>(false, block.location)
    : mapKnown(setting.fact('value'), (value): Fact => value !== 'disabled')
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

export const resources = [service, cluster]

/** A task definition and a task set are billed by the services that run them, a capacity provider by its instances. */
export const free: readonly string[] = [
  'aws_ecs_account_setting_default',
  'aws_ecs_capacity_provider',
  'aws_ecs_cluster_capacity_providers',
  'aws_ecs_tag',
  'aws_ecs_task_definition',
  'aws_ecs_task_set',
]

export const examples: readonly ResourceExample[] = [
  {
    name: 'Fargate: 3 tasks × 730 h × (0.5 × $0.04048 + 1 × $0.004445); its task definition and capacity are billed by it',
    terraform: `provider "aws" {
  region = "us-east-1"
}

resource "aws_ecs_cluster" "main" {
  name = "main"
}

resource "aws_ecs_task_definition" "api" {
  family                   = "api"
  requires_compatibilities = ["FARGATE"]
  cpu                      = 512
  memory                   = "1 GB"
  container_definitions    = "[]"
}

resource "aws_ecs_service" "api" {
  name            = "api"
  cluster         = aws_ecs_cluster.main.id
  task_definition = aws_ecs_task_definition.api.arn
  launch_type     = "FARGATE"
  desired_count   = 3
}
`,
    sees: [
      { address: 'aws_ecs_cluster.main', usd: null, status: 'free' },
      {
        address: 'aws_ecs_service.api',
        usd: 54.06,
        status: 'priced',
        lines: ['vCPU', 'Memory'],
        assumed: ['publicIpv4', 'ephemeralGiB', 'architecture', 'os'],
      },
    ],
  },
  {
    name: 'Arm, 40 GiB and a public address: 2 × 730 h × (1 × $0.03238 + 2 × $0.00356 + 20 × $0.000111 + $0.005)',
    terraform: `provider "aws" {
  region = "us-east-1"
}

resource "aws_ecs_task_definition" "job" {
  family                = "job"
  cpu                   = "1 vCPU"
  memory                = 2048
  container_definitions = "[]"

  runtime_platform {
    operating_system_family = "LINUX"
    cpu_architecture        = "ARM64"
  }

  ephemeral_storage {
    size_in_gib = 40
  }
}

resource "aws_ecs_service" "job" {
  task_definition = "\${aws_ecs_task_definition.job.family}:\${aws_ecs_task_definition.job.revision}"
  launch_type     = "FARGATE"
  desired_count   = 2

  network_configuration {
    subnets          = ["subnet-1"]
    assign_public_ip = true
  }
}
`,
    sees: [
      {
        address: 'aws_ecs_service.job',
        usd: 68.21,
        status: 'priced',
        lines: ['vCPU', 'Memory', 'Ephemeral storage', 'Public IPv4 address'],
        assumed: [],
      },
    ],
  },
  {
    name: 'own instances beside Fargate: 1 of 5 tasks is the base, half of the other 4 go by weight, 3 × 730 h × (0.25 × $0.04048 + 0.5 × $0.004445)',
    terraform: `provider "aws" {
  region = "us-east-1"
}

resource "aws_ecs_capacity_provider" "own" {
  name = "own-\${random_id.own.hex}"
}

resource "aws_ecs_task_definition" "web" {
  family                = "web"
  cpu                   = "256"
  memory                = "512"
  container_definitions = "[]"
}

resource "aws_ecs_service" "web" {
  task_definition = aws_ecs_task_definition.web.arn
  desired_count   = 5

  capacity_provider_strategy {
    capacity_provider = "FARGATE"
    base              = 1
    weight            = 50
  }

  capacity_provider_strategy {
    capacity_provider = aws_ecs_capacity_provider.own.name
    weight            = 50
  }
}
`,
    sees: [{ address: 'aws_ecs_service.web', usd: 27.03, status: 'priced', lines: ['vCPU', 'Memory'] }],
  },
  {
    name: 'the strategy of the cluster is taken where the service has none; Fargate Spot has its own price, if there is a row',
    terraform: `provider "aws" {
  region = "mx-central-1"
}

resource "aws_ecs_cluster" "main" {
  name = "main"

  setting {
    name  = "containerInsights"
    value = "enabled"
  }
}

resource "aws_ecs_cluster_capacity_providers" "main" {
  cluster_name       = aws_ecs_cluster.main.name
  capacity_providers = ["FARGATE_SPOT"]

  default_capacity_provider_strategy {
    capacity_provider = "FARGATE_SPOT"
    weight            = 1
  }
}

resource "aws_ecs_task_definition" "web" {
  family                = "web"
  cpu                   = "256"
  memory                = "512"
  container_definitions = "[]"
}

resource "aws_ecs_service" "web" {
  cluster         = aws_ecs_cluster.main.id
  task_definition = aws_ecs_task_definition.web.arn
  desired_count   = 2
}
`,
    sees: [
      { address: 'aws_ecs_cluster.main', usd: null, lines: ['Container Insights metrics'] },
      {
        address: 'aws_ecs_service.web',
        usd: null,
        status: 'unknown',
        lines: ['Spot vCPU', 'Spot Memory'],
        unknown: ['Spot vCPU: no-price', 'Spot Memory: no-price'],
      },
    ],
  },
  {
    name: 'autoscaled without a desired count: the minimum of 4 is the likely one, 4 × 730 h × (0.25 × $0.04048 + 0.5 × $0.004445)',
    terraform: `provider "aws" {
  region = "us-east-1"
}

resource "aws_ecs_task_definition" "web" {
  family                = "web"
  cpu                   = "256"
  memory                = "512"
  container_definitions = "[]"
}

resource "aws_ecs_service" "web" {
  name            = "web"
  task_definition = aws_ecs_task_definition.web.arn
  launch_type     = "FARGATE"
}

resource "aws_appautoscaling_target" "web" {
  service_namespace  = "ecs"
  resource_id        = "service/main/\${aws_ecs_service.web.name}"
  scalable_dimension = "ecs:service:DesiredCount"
  min_capacity       = 4
  max_capacity       = 20
}
`,
    sees: [{ address: 'aws_ecs_service.web', usd: 36.04, status: 'priced' }],
  },
  {
    name: 'tasks on own instances cost nothing by themselves; a task definition that is not here leaves the unit prices alone',
    terraform: `provider "aws" {
  region = "us-east-1"
}

resource "aws_ecs_service" "own" {
  task_definition = "own:3"
  desired_count   = 8
}

resource "aws_ecs_service" "elsewhere" {
  task_definition = data.aws_ecs_task_definition.api.arn
  launch_type     = "FARGATE"
  desired_count   = 2
}
`,
    sees: [
      { address: 'aws_ecs_service.own', usd: null, status: 'free' },
      {
        address: 'aws_ecs_service.elsewhere',
        usd: null,
        status: 'unknown',
        unknown: ['vCPU: dynamic', 'Memory: dynamic', 'Ephemeral storage: dynamic'],
      },
    ],
  },
]
