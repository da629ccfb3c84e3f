import type { RuleExample } from '../../../core/rule.ts'
import { onDemandGpuElsewhere } from './on-demand-gpu-elsewhere.ts'
import { onDemandGpuKept } from './on-demand-gpu-kept.ts'

export const onDemandGpuExamples: readonly RuleExample[] = [
  {
    name: 'AWS',
    lang: 'terraform',
    code: `provider "aws" {
  region = "us-east-1"
}

resource "aws_instance" "train" {
  ami           = "ami-0123456789abcdef0"
  instance_type = "p4d.24xlarge"
}
`,
    finds: [
      {
        line: 7,
        message:
          '8 × A100 on demand: $16,029 a month if it runs all month, $10,287 as spot. Rent it as spot if the work can be interrupted and resumed: 10–15 % are taken back in a month (AWS Spot Advisor, by spotinfo, 2025-06-28).',
        fixed: `provider "aws" {
  region = "us-east-1"
}

resource "aws_instance" "train" {
  ami           = "ami-0123456789abcdef0"
  instance_type = "p4d.24xlarge"

  instance_market_options {
    market_type = "spot"
  }
}
`,
      },
    ],
  },
  {
    name: 'Google Cloud, the type behind a variable',
    lang: 'terraform',
    code: `variable "machine" {
  default = "a3-highgpu-8g"
}

resource "google_compute_instance" "train" {
  name         = "train"
  machine_type = var.machine
  zone         = "us-central1-a"

  boot_disk {
    initialize_params {
      size = 200
      type = "pd-balanced"
    }
  }
}
`,
    finds: [
      {
        line: 7,
        message:
          '8 × H100 on demand: $64,598 a month if it runs all month, $36,959 as spot. Rent it as spot if the work can be interrupted and resumed. The same GPUs on demand: $40,179 as aws p5.48xlarge in us-east-1.',
        fixed: `variable "machine" {
  default = "a3-highgpu-8g"
}

resource "google_compute_instance" "train" {
  name         = "train"
  machine_type = var.machine
  zone         = "us-central1-a"

  boot_disk {
    initialize_params {
      size = 200
      type = "pd-balanced"
    }
  }

  scheduling {
    provisioning_model = "SPOT"
    preemptible        = true
    automatic_restart  = false
  }
}
`,
      },
    ],
  },
  {
    name: 'Azure',
    lang: 'terraform',
    code: `resource "azurerm_linux_virtual_machine" "batch" {
  name     = "batch"
  location = "East US"
  size     = "Standard_NC24ads_A100_v4"
}
`,
    finds: [
      {
        line: 4,
        message:
          '1 × A100-80GB on demand: $2,681 a month if it runs all month, $324.53 as spot. Rent it as spot if the work can be interrupted and resumed. (Spot price: this Azure spot price is from 2024-08.)',
        fixed: `resource "azurerm_linux_virtual_machine" "batch" {
  name            = "batch"
  location        = "East US"
  size            = "Standard_NC24ads_A100_v4"
  priority        = "Spot"
  eviction_policy = "Deallocate"
}
`,
      },
    ],
  },
  {
    name: 'a block on one line',
    lang: 'terraform',
    code: `provider "aws" {
  region = "us-east-1"
}

resource "aws_instance" "train" { instance_type = "p4d.24xlarge" }
`,
    finds: [
      {
        line: 5,
        message:
          '8 × A100 on demand: $16,029 a month if it runs all month, $10,287 as spot. Rent it as spot if the work can be interrupted and resumed: 10–15 % are taken back in a month (AWS Spot Advisor, by spotinfo, 2025-06-28).',
        fixed: `provider "aws" {
  region = "us-east-1"
}

resource "aws_instance" "train" {
  instance_type = "p4d.24xlarge"

  instance_market_options {
    market_type = "spot"
  }
}
`,
      },
    ],
  },
  ...onDemandGpuKept,
  {
    name: 'it serves users',
    lang: 'terraform',
    code: `provider "aws" {
  region = "us-east-1"
}

resource "aws_instance" "gpu" {
  ami           = "ami-0123456789abcdef0"
  instance_type = "g5.xlarge"
  tags          = { role = "inference" }
}
`,
    finds: [],
  },
  {
    name: 'spot already',
    lang: 'terraform',
    code: `provider "aws" {
  region = "us-east-1"
}

resource "aws_instance" "train" {
  ami           = "ami-0123456789abcdef0"
  instance_type = "p4d.24xlarge"

  instance_market_options {
    market_type = "spot"
  }
}
`,
    finds: [],
  },
  {
    name: 'no GPU',
    lang: 'terraform',
    code: `provider "aws" {
  region = "us-east-1"
}

resource "aws_instance" "web" {
  ami           = "ami-0123456789abcdef0"
  instance_type = "m7g.large"
}
`,
    finds: [],
  },
  {
    name: 'a group of machines, bounded by what it may grow to; its template says the type',
    lang: 'terraform',
    code: `provider "aws" {
  region = "us-east-1"
}

resource "aws_launch_template" "train" {
  image_id      = "ami-0123456789abcdef0"
  instance_type = "g5.xlarge"
  block_device_mappings {
    device_name = "/dev/xvda"
    ebs {
      volume_size = 100
      volume_type = "gp3"
    }
  }
}

resource "aws_autoscaling_group" "train" {
  min_size         = 0
  desired_capacity = 2
  max_size         = 4
  launch_template {
    id = aws_launch_template.train.id
  }
}
`,
    finds: [
      {
        line: 17,
        message:
          'Machines of 1 × A10G (g5.xlarge) on demand: $0–2,938 a month if they run all month, $0–1,777 as spot. Rent them as spot if the work can be interrupted and resumed: over 20 % are taken back in a month (AWS Spot Advisor, by spotinfo, 2025-06-28).',
      },
    ],
  },
  {
    name: 'nodes of a cluster',
    lang: 'terraform',
    code: `provider "aws" {
  region = "us-east-1"
}

resource "aws_eks_node_group" "gpu" {
  cluster_name   = "ml"
  instance_types = ["g5.xlarge"]
  scaling_config {
    min_size     = 3
    desired_size = 3
    max_size     = 3
  }
}
`,
    finds: [
      {
        line: 7,
        message:
          'Machines of 1 × A10G (g5.xlarge) on demand: $2,203 a month if they run all month, $1,332 as spot. Rent them as spot if the work can be interrupted and resumed: over 20 % are taken back in a month (AWS Spot Advisor, by spotinfo, 2025-06-28).',
        fixed: `provider "aws" {
  region = "us-east-1"
}

resource "aws_eks_node_group" "gpu" {
  cluster_name   = "ml"
  instance_types = ["g5.xlarge"]
  scaling_config {
    min_size     = 3
    desired_size = 3
    max_size     = 3
  }
  capacity_type = "SPOT"
}
`,
      },
    ],
  },
  {
    name: 'one on demand and the rest spot: only the one is told of',
    lang: 'terraform',
    code: `provider "aws" {
  region = "us-east-1"
}

resource "aws_launch_template" "train" {
  instance_type = "g5.xlarge"
}

resource "aws_autoscaling_group" "train" {
  min_size = 3
  max_size = 3
  mixed_instances_policy {
    instances_distribution {
      on_demand_base_capacity                  = 1
      on_demand_percentage_above_base_capacity = 0
    }
    launch_template {
      launch_template_specification {
        launch_template_id = aws_launch_template.train.id
      }
    }
  }
}
`,
    finds: [
      {
        line: 9,
        message:
          '1 × A10G on demand: $734.38 a month if it runs all month, $444.13 as spot. Rent it as spot if the work can be interrupted and resumed: over 20 % are taken back in a month (AWS Spot Advisor, by spotinfo, 2025-06-28).',
      },
    ],
  },
  {
    name: 'nodes of a cluster that are spot already',
    lang: 'terraform',
    code: `provider "aws" {
  region = "us-east-1"
}

resource "aws_eks_node_group" "gpu" {
  cluster_name   = "ml"
  instance_types = ["g5.xlarge"]
  capacity_type  = "SPOT"
  scaling_config {
    min_size     = 3
    desired_size = 3
    max_size     = 3
  }
}
`,
    finds: [],
  },
  ...onDemandGpuElsewhere,
  {
    name: 'started by a program on Google and on Azure',
    lang: 'typescript',
    code: `import { ComputeManagementClient } from '@azure/arm-compute'
import { InstancesClient } from '@google-cloud/compute'

await new InstancesClient().insert({
  project: 'p',
  zone: 'us-central1-a',
  instanceResource: { machineType: 'zones/us-central1-a/machineTypes/a2-highgpu-1g' },
})
await new ComputeManagementClient(credential, 's').virtualMachines.beginCreateOrUpdate('g', 'train', {
  location: 'eastus',
  hardwareProfile: { vmSize: 'Standard_NC24ads_A100_v4' },
  osProfile: { linuxConfiguration: {} },
})
`,
    finds: [
      {
        line: 7,
        message:
          '1 × A100 on demand: $2,682 a month if it runs all month, $1,408 as spot. Rent it as spot if the work can be interrupted and resumed.',
      },
      {
        line: 11,
        message:
          '1 × A100-80GB on demand: $2,681 a month if it runs all month, $324.53 as spot. Rent it as spot if the work can be interrupted and resumed. (Spot price: this Azure spot price is from 2024-08.)',
      },
    ],
  },
  {
    name: 'a cluster that ends with its work has no month',
    lang: 'python',
    code: `import boto3

boto3.client("emr", region_name="us-east-1").run_job_flow(
    Name="train",
    Instances={"InstanceGroups": [{"InstanceRole": "MASTER", "InstanceType": "g4dn.12xlarge", "InstanceCount": 1}]},
)
`,
    finds: [],
  },
]
