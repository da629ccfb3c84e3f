import type { RuleExample } from '../../../core/rule.ts'
import { onDemandBatchNamed } from './on-demand-batch-named.ts'

export const onDemandBatchExamples: readonly RuleExample[] = [
  {
    name: 'jobs of Batch: machines come with the jobs, so an hour of each is compared',
    lang: 'terraform',
    code: `provider "aws" {
  region = "us-east-1"
}

resource "aws_batch_compute_environment" "jobs" {
  type = "MANAGED"
  compute_resources {
    type = "EC2"
    instance_type = ["c5.xlarge"]
    min_vcpus = 0
    max_vcpus = 64
  }
}
`,
    finds: [
      {
        line: 8,
        message:
          'Jobs of Batch run on demand: $0.17 an hour for each c5.xlarge, $0.0712 as spot. Rent them as spot if what is interrupted is begun again: under 5 % are taken back in a month (AWS Spot Advisor, by spotinfo, 2025-06-28).',
        fixed: `provider "aws" {
  region = "us-east-1"
}

resource "aws_batch_compute_environment" "jobs" {
  type = "MANAGED"
  compute_resources {
    type = "SPOT"
    allocation_strategy = "SPOT_CAPACITY_OPTIMIZED"
    instance_type = ["c5.xlarge"]
    min_vcpus = 0
    max_vcpus = 64
  }
}
`,
      },
    ],
  },
  {
    name: 'on Fargate, a vCPU',
    lang: 'terraform',
    code: `provider "aws" {
  region = "us-east-1"
}

resource "aws_batch_compute_environment" "jobs" {
  type = "MANAGED"
  compute_resources {
    type = "FARGATE"
    max_vcpus = 64
  }
}
`,
    finds: [
      {
        line: 8,
        message:
          'Jobs of Batch run on demand: $0.0405 an hour for each vCPU on Fargate, $0.0125 on Fargate Spot. Ask for that if what is interrupted is begun again.',
        fixed: `provider "aws" {
  region = "us-east-1"
}

resource "aws_batch_compute_environment" "jobs" {
  type = "MANAGED"
  compute_resources {
    type = "FARGATE_SPOT"
    max_vcpus = 64
  }
}
`,
      },
    ],
  },
  {
    name: 'which machines is left to AWS: what spot saves is not known',
    lang: 'terraform',
    code: `provider "aws" {
  region = "us-east-1"
}

resource "aws_batch_compute_environment" "jobs" {
  type = "MANAGED"
  compute_resources {
    type = "EC2"
    instance_type = ["optimal"]
    allocation_strategy = "BEST_FIT_PROGRESSIVE"
    max_vcpus = 64
  }
}
`,
    finds: [
      {
        line: 8,
        message:
          'Jobs of Batch run on demand: which machines they get is not known here, so neither is what spot would save. Ask for spot if what is interrupted is begun again.',
        fixed: `provider "aws" {
  region = "us-east-1"
}

resource "aws_batch_compute_environment" "jobs" {
  type = "MANAGED"
  compute_resources {
    type = "SPOT"
    instance_type = ["optimal"]
    allocation_strategy = "BEST_FIT_PROGRESSIVE"
    max_vcpus = 64
  }
}
`,
      },
    ],
  },
  {
    name: 'spot already, or what stands in for it',
    lang: 'terraform',
    code: `provider "aws" {
  region = "us-east-1"
}

resource "aws_batch_compute_environment" "jobs" {
  type = "MANAGED"
  compute_resources {
    type = "SPOT"
    instance_type = ["c5.xlarge"]
    max_vcpus = 64
  }
}

resource "aws_batch_compute_environment" "on_demand" {
  type = "MANAGED"
  compute_resources {
    type          = "EC2"
    instance_type = ["c5.xlarge"]
    max_vcpus     = 64
  }
}
`,
    finds: [],
  },
  {
    name: 'task nodes of EMR',
    lang: 'terraform',
    code: `provider "aws" {
  region = "us-east-1"
}

resource "aws_emr_instance_group" "task" {
  cluster_id     = "j-1"
  instance_type  = "m5.xlarge"
  instance_count = 3
}
`,
    finds: [
      {
        line: 5,
        message:
          'Task nodes of EMR, which hold no data, run on demand: $420.48 a month if they run all month, $153.03 as spot. Rent them as spot if what is interrupted is begun again: over 20 % are taken back in a month (AWS Spot Advisor, by spotinfo, 2025-06-28).',
        fixed: `provider "aws" {
  region = "us-east-1"
}

resource "aws_emr_instance_group" "task" {
  cluster_id     = "j-1"
  instance_type  = "m5.xlarge"
  instance_count = 3
  bid_price      = "0.192"
}
`,
      },
    ],
  },
  {
    name: 'secondary workers of Dataproc that are told to stay',
    lang: 'terraform',
    code: `resource "google_dataproc_cluster" "spark" {
  name   = "spark"
  region = "us-central1"

  cluster_config {
    worker_config {
      num_instances = 2
      machine_type  = "e2-standard-4"
    }

    preemptible_worker_config {
      num_instances  = 6
      preemptibility = "NON_PREEMPTIBLE"
    }
  }
}
`,
    finds: [
      {
        line: 13,
        message:
          'Secondary workers of Dataproc, which hold no data, run on demand: $587.02 a month if they run all month, $352.21 as spot. Rent them as spot if what is interrupted is begun again.',
        fixed: `resource "google_dataproc_cluster" "spark" {
  name   = "spark"
  region = "us-central1"

  cluster_config {
    worker_config {
      num_instances = 2
      machine_type  = "e2-standard-4"
    }

    preemptible_worker_config {
      num_instances  = 6
      preemptibility = "SPOT"
    }
  }
}
`,
      },
    ],
  },
  {
    name: 'a pool of Azure Batch',
    lang: 'terraform',
    code: `resource "azurerm_batch_account" "main" {
  name     = "render"
  location = "East US"
}

resource "azurerm_batch_pool" "render" {
  account_name       = azurerm_batch_account.main.name
  vm_size            = "Standard_D4s_v5"
  node_agent_sku_id  = "batch.node.ubuntu 22.04"
  fixed_scale {
    target_dedicated_nodes = 4
  }
}
`,
    finds: [
      {
        line: 11,
        message:
          'Tasks of a Batch pool run on demand: $560.64 a month if they run all month, $61.64 as spot. Rent them as spot if what is interrupted is begun again. (Spot price: this Azure spot price is from 2024-08.)',
        fixed: `resource "azurerm_batch_account" "main" {
  name     = "render"
  location = "East US"
}

resource "azurerm_batch_pool" "render" {
  account_name       = azurerm_batch_account.main.name
  vm_size            = "Standard_D4s_v5"
  node_agent_sku_id  = "batch.node.ubuntu 22.04"
  fixed_scale {
    target_dedicated_nodes    = 0
    target_low_priority_nodes = 4
  }
}
`,
      },
    ],
  },
  ...onDemandBatchNamed,
]
