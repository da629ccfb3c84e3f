import type { RuleExample } from '../../../core/rule.ts'

export const idleFloorExamples: readonly RuleExample[] = [
  {
    name: 'Cloud Run',
    lang: 'terraform',
    code: `resource "google_cloud_run_v2_service" "thumbnails" {
  name     = "thumbnails"
  location = "us-central1"

  template {
    scaling {
      min_instance_count = 2
    }
    containers {
      image = "us-docker.pkg.dev/p/r/thumbnails"
      resources {
        limits = { cpu = "2", memory = "1Gi" }
      }
    }
  }
}
`,
    finds: [
      {
        line: 7,
        message:
          'At least 2 instances are always kept: $39.42 a month without any work. Let it shrink to 0 if nobody waits for the start.',
        fixed: `resource "google_cloud_run_v2_service" "thumbnails" {
  name     = "thumbnails"
  location = "us-central1"

  template {
    scaling {
      min_instance_count = 0
    }
    containers {
      image = "us-docker.pkg.dev/p/r/thumbnails"
      resources {
        limits = { cpu = "2", memory = "1Gi" }
      }
    }
  }
}
`,
      },
    ],
  },
  {
    name: 'Cloud Run as older configurations write it',
    lang: 'terraform',
    code: `resource "google_cloud_run_service" "thumbnails" {
  name     = "thumbnails"
  location = "us-central1"

  template {
    metadata {
      annotations = {
        "autoscaling.knative.dev/minScale" = "1"
      }
    }
    spec {
      containers {
        image = "us-docker.pkg.dev/p/r/thumbnails"
      }
    }
  }
}
`,
    finds: [
      {
        line: 8,
        message:
          'At least 1 instance is always kept: $9.86 a month without any work. Let it shrink to 0 if nobody waits for the start.',
        fixed: `resource "google_cloud_run_service" "thumbnails" {
  name     = "thumbnails"
  location = "us-central1"

  template {
    metadata {
      annotations = {
        "autoscaling.knative.dev/minScale" = "0"
      }
    }
    spec {
      containers {
        image = "us-docker.pkg.dev/p/r/thumbnails"
      }
    }
  }
}
`,
      },
    ],
  },
  {
    name: 'a container app of Azure',
    lang: 'terraform',
    code: `resource "azurerm_container_app_environment" "staging" {
  name     = "staging"
  location = "East US"
}

resource "azurerm_container_app" "reports" {
  name                         = "reports"
  container_app_environment_id = azurerm_container_app_environment.staging.id
  revision_mode                = "Single"

  template {
    min_replicas = 1
    max_replicas = 3

    container {
      name   = "reports"
      image  = "reports:1"
      cpu    = 0.5
      memory = "1Gi"
    }
  }
}
`,
    finds: [
      {
        line: 12,
        message:
          'At least 1 replica is always kept: $11.83 a month without any work. Let it shrink to 0 if nobody waits for the start.',
        fixed: `resource "azurerm_container_app_environment" "staging" {
  name     = "staging"
  location = "East US"
}

resource "azurerm_container_app" "reports" {
  name                         = "reports"
  container_app_environment_id = azurerm_container_app_environment.staging.id
  revision_mode                = "Single"

  template {
    min_replicas = 0
    max_replicas = 3

    container {
      name   = "reports"
      image  = "reports:1"
      cpu    = 0.5
      memory = "1Gi"
    }
  }
}
`,
      },
    ],
  },
  {
    name: 'provisioned concurrency of Lambda: it cannot be 0',
    lang: 'terraform',
    code: `provider "aws" {
  region = "us-east-1"
}

resource "aws_lambda_function" "resize" {
  function_name = "resize"
  role          = "r"
  memory_size   = 1024
}

resource "aws_lambda_provisioned_concurrency_config" "resize" {
  function_name                     = aws_lambda_function.resize.function_name
  provisioned_concurrent_executions = 4
  qualifier                         = "1"
}
`,
    finds: [
      {
        line: 13,
        message:
          'At least 4 execution environments are always kept: $43.80 a month without any work. Take it out if nobody waits for the start.',
      },
    ],
  },
  {
    name: 'containers of Modal, without a GPU',
    lang: 'python',
    code: `import modal

app = modal.App("captions")


@app.function(cpu=2, memory=4096, min_containers=2)
def clean(path: str) -> str:
    return path
`,
    finds: [
      {
        line: 6,
        message:
          'At least 2 containers are always kept: $184.38 a month without any work. Let it shrink to 0 if nobody waits for the start.',
        fixed: `import modal

app = modal.App("captions")


@app.function(cpu=2, memory=4096, min_containers=0)
def clean(path: str) -> str:
    return path
`,
      },
    ],
  },
  {
    name: 'machines of Batch, and nodes that are called after batch work',
    lang: 'terraform',
    code: `provider "aws" {
  region = "us-east-1"
}

resource "aws_batch_compute_environment" "jobs" {
  type = "MANAGED"
  compute_resources {
    type          = "SPOT"
    instance_type = ["c5.xlarge"]
    min_vcpus     = 8
    max_vcpus     = 64
  }
}

resource "azurerm_kubernetes_cluster" "main" {
  name     = "main"
  location = "eastus"

  default_node_pool {
    name       = "system"
    node_count = 1
    vm_size    = "Standard_D2s_v3"
  }
}

resource "azurerm_kubernetes_cluster_node_pool" "ci" {
  name                  = "ci"
  kubernetes_cluster_id = azurerm_kubernetes_cluster.main.id
  vm_size               = "Standard_D4s_v5"
  auto_scaling_enabled  = true
  min_count             = 2
  max_count             = 6
}
`,
    finds: [
      {
        line: 10,
        message:
          'At least 8 vCPUs are always kept: $103.96 a month without any work. Let it shrink to 0 if nobody waits for the start.',
        fixed: `provider "aws" {
  region = "us-east-1"
}

resource "aws_batch_compute_environment" "jobs" {
  type = "MANAGED"
  compute_resources {
    type          = "SPOT"
    instance_type = ["c5.xlarge"]
    min_vcpus     = 0
    max_vcpus     = 64
  }
}

resource "azurerm_kubernetes_cluster" "main" {
  name     = "main"
  location = "eastus"

  default_node_pool {
    name       = "system"
    node_count = 1
    vm_size    = "Standard_D2s_v3"
  }
}

resource "azurerm_kubernetes_cluster_node_pool" "ci" {
  name                  = "ci"
  kubernetes_cluster_id = azurerm_kubernetes_cluster.main.id
  vm_size               = "Standard_D4s_v5"
  auto_scaling_enabled  = true
  min_count             = 2
  max_count             = 6
}
`,
      },
      {
        line: 31,
        message:
          'At least 2 nodes are always kept: $319.74 a month without any work. Let it shrink to 0 if nobody waits for the start.',
        fixed: `provider "aws" {
  region = "us-east-1"
}

resource "aws_batch_compute_environment" "jobs" {
  type = "MANAGED"
  compute_resources {
    type          = "SPOT"
    instance_type = ["c5.xlarge"]
    min_vcpus     = 8
    max_vcpus     = 64
  }
}

resource "azurerm_kubernetes_cluster" "main" {
  name     = "main"
  location = "eastus"

  default_node_pool {
    name       = "system"
    node_count = 1
    vm_size    = "Standard_D2s_v3"
  }
}

resource "azurerm_kubernetes_cluster_node_pool" "ci" {
  name                  = "ci"
  kubernetes_cluster_id = azurerm_kubernetes_cluster.main.id
  vm_size               = "Standard_D4s_v5"
  auto_scaling_enabled  = true
  min_count             = 0
  max_count             = 6
}
`,
      },
    ],
  },
  {
    name: 'none is kept',
    lang: 'terraform',
    code: `resource "google_cloud_run_v2_service" "thumbnails" {
  name     = "thumbnails"
  location = "us-central1"

  template {
    scaling {
      min_instance_count = 0
    }
    containers {
      image = "us-docker.pkg.dev/p/r/thumbnails"
      resources {
        limits = { cpu = "2", memory = "1Gi" }
      }
    }
  }
}
`,
    finds: [],
  },
  {
    name: 'production, where somebody waits',
    lang: 'terraform',
    code: `resource "google_cloud_run_v2_service" "shop-api" {
  name     = "shop-api"
  location = "us-central1"

  template {
    scaling {
      min_instance_count = 2
    }
    containers {
      image = "us-docker.pkg.dev/p/r/shop-api"
      resources {
        limits = { cpu = "2", memory = "1Gi" }
      }
    }
  }
}
`,
    finds: [],
  },
  {
    name: 'nodes of a cluster for whatever runs there',
    lang: 'terraform',
    code: `provider "aws" {
  region = "us-east-1"
}

resource "aws_eks_node_group" "default" {
  cluster_name   = "main"
  instance_types = ["m5.xlarge"]
  scaling_config {
    min_size     = 2
    desired_size = 2
    max_size     = 6
  }
}
`,
    finds: [],
  },
]
