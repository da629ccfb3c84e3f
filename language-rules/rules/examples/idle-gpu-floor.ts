import type { RuleExample } from '../../../core/rule.ts'

const pool = (least: number, name = 'train') => `provider "aws" {
  region = "us-east-1"
}

resource "aws_eks_node_group" "${name}" {
  cluster_name   = "main"
  instance_types = ["g5.2xlarge"]

  scaling_config {
    min_size     = ${least} # one stays warm
    desired_size = 2
    max_size     = 6
  }
}
`

export const idleGpuFloorExamples: readonly RuleExample[] = [
  {
    name: 'EKS',
    lang: 'terraform',
    code: pool(1),
    finds: [
      {
        line: 10,
        message:
          'At least 1 × g5.2xlarge (1 × A10G) always runs: $886.76 a month without any work. Let it shrink to 0 if nobody waits for the start.',
        fixed: `provider "aws" {
  region = "us-east-1"
}

resource "aws_eks_node_group" "train" {
  cluster_name   = "main"
  instance_types = ["g5.2xlarge"]

  scaling_config {
    min_size     = 0 # one stays warm
    desired_size = 2
    max_size     = 6
  }
}
`,
      },
    ],
  },
  {
    name: 'GKE',
    lang: 'terraform',
    code: `resource "google_container_node_pool" "gpu" {
  name     = "gpu"
  cluster  = "main"
  location = "us-central1-a"

  autoscaling {
    min_node_count = 2
    max_node_count = 8
  }

  node_config {
    machine_type = "g2-standard-8"
  }
}
`,
    finds: [
      {
        line: 7,
        message:
          'At least 2 × g2-standard-8 (1 × L4) always run: $1,266 a month without any work. Let it shrink to 0 if nobody waits for the start.',
        fixed: `resource "google_container_node_pool" "gpu" {
  name     = "gpu"
  cluster  = "main"
  location = "us-central1-a"

  autoscaling {
    min_node_count = 0
    max_node_count = 8
  }

  node_config {
    machine_type = "g2-standard-8"
  }
}
`,
      },
    ],
  },
  {
    name: 'AKS, the least a variable’s: nothing is edited',
    lang: 'terraform',
    code: `variable "least" {
  default = 1
}

resource "azurerm_kubernetes_cluster" "main" {
  name     = "main"
  location = "East US"

  default_node_pool {
    name       = "default"
    vm_size    = "Standard_D2s_v5"
    node_count = 1
  }
}

resource "azurerm_kubernetes_cluster_node_pool" "gpu" {
  name                  = "gpu"
  kubernetes_cluster_id = azurerm_kubernetes_cluster.main.id
  vm_size               = "Standard_NC24ads_A100_v4"
  auto_scaling_enabled  = true
  min_count             = var.least
  max_count             = 3
}
`,
    finds: [
      {
        line: 16,
        message:
          'At least 1 × Standard_NC24ads_A100_v4 (1 × A100-80GB) always runs: $2,755 a month without any work. Let it shrink to 0 if nobody waits for the start.',
      },
    ],
  },
  {
    name: 'Modal',
    lang: 'python',
    code: `import modal

app = modal.App("captions")


@app.function(gpu="A10G", min_containers=1)
def caption(path: str) -> str:
    return path
`,
    finds: [
      {
        line: 6,
        message:
          'At least 1 × A10G always runs: $809.20 a month without any work. Let it shrink to 0 if nobody waits for the start.',
        fixed: `import modal

app = modal.App("captions")


@app.function(gpu="A10G", min_containers=0)
def caption(path: str) -> str:
    return path
`,
      },
    ],
  },
  {
    name: 'none is kept',
    lang: 'terraform',
    code: pool(0),
    finds: [],
  },
  {
    name: 'somebody waits for it',
    lang: 'terraform',
    code: pool(1, 'inference'),
    finds: [],
  },
  {
    name: 'Modal starts them when they are called',
    lang: 'python',
    code: `import modal

app = modal.App("captions")


@app.function(gpu="A10G")
def caption(path: str) -> str:
    return path


@app.function(min_containers=1)
def index(path: str) -> str:
    return path
`,
    finds: [],
  },
]
