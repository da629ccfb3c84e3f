import type { RuleExample } from '../../../core/rule.ts'

const group = (least: string, most: string) => `provider "aws" {
  region = "us-east-1"
}

resource "aws_launch_template" "worker" {
  instance_type = "m6i.xlarge"
}

resource "aws_autoscaling_group" "workers" {
  min_size           = ${least}
  max_size           = ${most}
  availability_zones = ["us-east-1a"]

  launch_template {
    id = aws_launch_template.worker.id
  }
}
`

export const fixedSizeFleetExamples: readonly RuleExample[] = [
  {
    name: 'a group whose least is its most',
    lang: 'terraform',
    code: group('6', '6'),
    finds: [
      {
        line: 10,
        message:
          '6 machines run all month whatever there is to do: $840.96, $140.16 each. Let the group shrink when there is less.',
        fixed: `provider "aws" {
  region = "us-east-1"
}

resource "aws_launch_template" "worker" {
  instance_type = "m6i.xlarge"
}

resource "aws_autoscaling_group" "workers" {
  min_size           = 1
  max_size           = 6
  availability_zones = ["us-east-1a"]

  launch_template {
    id = aws_launch_template.worker.id
  }
}

resource "aws_autoscaling_policy" "workers_cpu" {
  name                   = "cpu"
  autoscaling_group_name = aws_autoscaling_group.workers.name
  policy_type            = "TargetTrackingScaling"

  target_tracking_configuration {
    target_value = 60

    predefined_metric_specification {
      predefined_metric_type = "ASGAverageCPUUtilization"
    }
  }
}
`,
      },
    ],
  },
  {
    name: 'tasks of a service that nothing scales',
    lang: 'terraform',
    code: `provider "aws" {
  region = "us-east-1"
}

resource "aws_ecs_cluster" "main" {
  name = "main"
}

resource "aws_ecs_task_definition" "api" {
  family                   = "api"
  requires_compatibilities = ["FARGATE"]
  cpu                      = 1024
  memory                   = 4096
  container_definitions    = "[]"
}

resource "aws_ecs_service" "api" {
  name            = "api"
  cluster         = aws_ecs_cluster.main.id
  launch_type     = "FARGATE"
  task_definition = aws_ecs_task_definition.api.arn
  desired_count   = 4
}
`,
    finds: [
      {
        line: 22,
        message:
          '4 tasks run all month whatever there is to do: $170.12, $42.53 each. Let the group shrink when there is less.',
        fixed: `provider "aws" {
  region = "us-east-1"
}

resource "aws_ecs_cluster" "main" {
  name = "main"
}

resource "aws_ecs_task_definition" "api" {
  family                   = "api"
  requires_compatibilities = ["FARGATE"]
  cpu                      = 1024
  memory                   = 4096
  container_definitions    = "[]"
}

resource "aws_ecs_service" "api" {
  name            = "api"
  cluster         = aws_ecs_cluster.main.id
  launch_type     = "FARGATE"
  task_definition = aws_ecs_task_definition.api.arn
  desired_count   = 4
}

resource "aws_appautoscaling_target" "api" {
  service_namespace  = "ecs"
  scalable_dimension = "ecs:service:DesiredCount"
  resource_id        = "service/\${aws_ecs_cluster.main.name}/\${aws_ecs_service.api.name}"
  min_capacity       = 1
  max_capacity       = 4
}

resource "aws_appautoscaling_policy" "api_cpu" {
  name               = "cpu"
  policy_type        = "TargetTrackingScaling"
  service_namespace  = aws_appautoscaling_target.api.service_namespace
  scalable_dimension = aws_appautoscaling_target.api.scalable_dimension
  resource_id        = aws_appautoscaling_target.api.resource_id

  target_tracking_scaling_policy_configuration {
    target_value = 60

    predefined_metric_specification {
      predefined_metric_type = "ECSServiceAverageCPUUtilization"
    }
  }
}
`,
      },
    ],
  },
  {
    name: 'nodes of GKE',
    lang: 'terraform',
    code: `resource "google_container_node_pool" "work" {
  cluster    = "main"
  location   = "us-central1-a"
  node_count = 5 # enough for the evening

  node_config {
    machine_type = "n2-standard-8"
  }
}
`,
    finds: [
      {
        line: 4,
        message:
          '5 nodes run all month whatever there is to do: $1,184, $236.87 each. Let the group shrink when there is less.',
        fixed: `resource "google_container_node_pool" "work" {
  cluster    = "main"
  location   = "us-central1-a"
  autoscaling {
    min_node_count = 1
    max_node_count = 5
  } # enough for the evening

  node_config {
    machine_type = "n2-standard-8"
  }
}
`,
      },
    ],
  },
  {
    name: 'nodes of AKS',
    lang: 'terraform',
    code: `resource "azurerm_kubernetes_cluster" "main" {
  name                = "main"
  location            = "eastus"
  resource_group_name = "apps"
  dns_prefix          = "apps"

  default_node_pool {
    name       = "system"
    node_count = 1
    vm_size    = "Standard_D2s_v3"
  }
}

resource "azurerm_kubernetes_cluster_node_pool" "work" {
  name                  = "work"
  kubernetes_cluster_id = azurerm_kubernetes_cluster.main.id
  vm_size               = "Standard_D4s_v3"
  node_count            = 4
}
`,
    finds: [
      {
        line: 18,
        message:
          '4 nodes run all month whatever there is to do: $639.48, $159.87 each. Let the group shrink when there is less.',
        fixed: `resource "azurerm_kubernetes_cluster" "main" {
  name                = "main"
  location            = "eastus"
  resource_group_name = "apps"
  dns_prefix          = "apps"

  default_node_pool {
    name       = "system"
    node_count = 1
    vm_size    = "Standard_D2s_v3"
  }
}

resource "azurerm_kubernetes_cluster_node_pool" "work" {
  name                  = "work"
  kubernetes_cluster_id = azurerm_kubernetes_cluster.main.id
  vm_size               = "Standard_D4s_v3"
  node_count            = 4
  auto_scaling_enabled  = true
  min_count             = 1
  max_count             = 4
}
`,
      },
    ],
  },
  {
    name: 'a model that a program deploys on three nodes',
    lang: 'python',
    code: `from google.cloud import aiplatform

aiplatform.init(location="us-central1")
aiplatform.Model("m").deploy(machine_type="n1-standard-4", min_replica_count=3)
`,
    finds: [
      {
        line: 4,
        message:
          '3 nodes run all month whatever there is to do: $542.24, $180.75 each. Let the group shrink when there is less.',
        fixed: `from google.cloud import aiplatform

aiplatform.init(location="us-central1")
aiplatform.Model("m").deploy(machine_type="n1-standard-4", min_replica_count=1, max_replica_count=3)
`,
      },
    ],
  },
  { name: 'two, for availability', lang: 'terraform', code: group('2', '2'), finds: [] },
  { name: 'a group that scales', lang: 'terraform', code: group('2', '6'), finds: [] },
  {
    name: 'a model whose nodes scale',
    lang: 'python',
    code: `from google.cloud import aiplatform

aiplatform.init(location="us-central1")
aiplatform.Model("m").deploy(machine_type="n1-standard-4", min_replica_count=3, max_replica_count=9)
`,
    finds: [],
  },
]
