// Worked out by hand from https://aws.amazon.com/fargate/pricing/, us-east-1.
import type { ResourceExample } from '../../../core/resource.ts'

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
    sees: [
      { address: 'aws_ecs_capacity_provider.own', usd: null, status: 'free' },
      { address: 'aws_ecs_service.web', usd: 27.03, status: 'priced', lines: ['vCPU', 'Memory'] },
    ],
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
  {
    name: 'a volume for each task: 2 × (730 h × (0.25 × $0.04048 + 0.5 × $0.004445) + 50 GiB × $0.08); on own instances the volumes alone, 3 × 20 GiB × $0.10',
    terraform: `provider "aws" {
  region = "us-east-1"
}

resource "aws_ecs_task_definition" "db" {
  family                = "db"
  cpu                   = "256"
  memory                = "512"
  container_definitions = "[]"
}

resource "aws_ecs_service" "db" {
  task_definition = aws_ecs_task_definition.db.arn
  launch_type     = "FARGATE"
  desired_count   = 2

  volume_configuration {
    name = "data"

    managed_ebs_volume {
      role_arn    = "arn:aws:iam::123456789012:role/ebs"
      size_in_gb  = 50
      volume_type = "gp3"
    }
  }
}

resource "aws_ecs_service" "own" {
  task_definition = aws_ecs_task_definition.db.arn
  desired_count   = 3

  volume_configuration {
    name = "data"

    managed_ebs_volume {
      role_arn    = "arn:aws:iam::123456789012:role/ebs"
      size_in_gb  = 20
      volume_type = "gp2"
    }
  }
}
`,
    sees: [
      { address: 'aws_ecs_service.db', usd: 26.02, status: 'priced', lines: ['vCPU', 'Memory', 'Volume storage'] },
      { address: 'aws_ecs_service.own', usd: 6, status: 'priced', lines: ['Volume storage'] },
    ],
  },
  {
    name: 'how many tasks run is set elsewhere where nothing is written: unit prices, and no $0',
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
  task_definition = aws_ecs_task_definition.web.arn
  launch_type     = "FARGATE"
}
`,
    sees: [
      {
        address: 'aws_ecs_service.web',
        usd: null,
        status: 'partial',
        unknown: ['vCPU: absent', 'Memory: absent'],
      },
    ],
  },
  {
    name: 'a capacity provider of a group costs nothing; one of managed instances launches what nobody reads: never free',
    terraform: `provider "aws" {
  region = "us-east-1"
}

resource "aws_ecs_capacity_provider" "group" {
  name = "group"

  auto_scaling_group_provider {
    auto_scaling_group_arn = "arn:aws:autoscaling:us-east-1:123456789012:autoScalingGroup:x:autoScalingGroupName/web"
  }
}

resource "aws_ecs_capacity_provider" "managed" {
  name    = "managed"
  cluster = "main"

  managed_instances_provider {
    infrastructure_role_arn = "arn:aws:iam::123456789012:role/ecs"
  }
}
`,
    sees: [
      { address: 'aws_ecs_capacity_provider.group', usd: null, status: 'free' },
      {
        address: 'aws_ecs_capacity_provider.managed',
        usd: null,
        status: 'unknown',
        unknown: ['Managed instances: unsupported'],
      },
    ],
  },
]
