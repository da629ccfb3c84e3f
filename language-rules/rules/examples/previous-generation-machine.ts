import type { RuleExample } from '../../../core/rule.ts'

export const previousGenerationMachineExamples: readonly RuleExample[] = [
  {
    name: 'AWS, of the fourth generation',
    lang: 'terraform',
    code: `provider "aws" {
  region = "us-east-1"
}

resource "aws_instance" "api" {
  ami           = "ami-0123456789abcdef0"
  instance_type = "c4.xlarge" # sized in 2017
}
`,
    finds: [
      {
        line: 7,
        message:
          'c4.xlarge: $146.07 a month, $124.90 as c6i.xlarge, the same size of a newer generation. Change the type.',
        fixed: `provider "aws" {
  region = "us-east-1"
}

resource "aws_instance" "api" {
  ami           = "ami-0123456789abcdef0"
  instance_type = "c6i.xlarge" # sized in 2017
}
`,
      },
    ],
  },
  {
    name: 'how many run is not known: the price of an hour',
    lang: 'terraform',
    code: `provider "aws" {
  region = "us-east-1"
}

variable "nodes" {}

resource "aws_eks_node_group" "workers" {
  cluster_name   = "main"
  instance_types = ["t2.large"]

  scaling_config {
    min_size     = var.nodes
    desired_size = var.nodes
    max_size     = var.nodes
  }
}
`,
    finds: [
      {
        line: 9,
        message:
          't2.large: $0.0928 an hour, $0.0832 as t3.large, the same size of a newer generation. Change the type.',
        fixed: `provider "aws" {
  region = "us-east-1"
}

variable "nodes" {}

resource "aws_eks_node_group" "workers" {
  cluster_name   = "main"
  instance_types = ["t3.large"]

  scaling_config {
    min_size     = var.nodes
    desired_size = var.nodes
    max_size     = var.nodes
  }
}
`,
      },
    ],
  },
  {
    name: 'the type is the default of a variable that nothing else reads: it is changed there',
    lang: 'terraform',
    code: `provider "aws" {
  region = "eu-west-1"
}

variable "type" {
  default = "r4.large"
}

resource "aws_instance" "cache" {
  ami           = "ami-0123456789abcdef0"
  instance_type = var.type
}
`,
    finds: [
      {
        line: 11,
        message:
          'r4.large: $109.05 a month, $103.80 as r6i.large, the same size of a newer generation. Change the type.',
        fixed: `provider "aws" {
  region = "eu-west-1"
}

variable "type" {
  default = "r6i.large"
}

resource "aws_instance" "cache" {
  ami           = "ami-0123456789abcdef0"
  instance_type = var.type
}
`,
      },
    ],
  },
  {
    name: 'the type is a variable’s that two machines have: nothing is edited',
    lang: 'terraform',
    code: `provider "aws" {
  region = "eu-west-1"
}

variable "type" {
  default = "r4.large"
}

resource "aws_instance" "cache" {
  ami           = "ami-0123456789abcdef0"
  instance_type = var.type
}

resource "aws_instance" "other" {
  ami           = "ami-0123456789abcdef0"
  instance_type = var.type
}
`,
    finds: [
      {
        line: 9,
        message:
          'r4.large: $109.05 a month, $103.80 as r6i.large, the same size of a newer generation. Change the type.',
      },
      {
        line: 14,
        message:
          'r4.large: $109.05 a month, $103.80 as r6i.large, the same size of a newer generation. Change the type.',
      },
    ],
  },
  {
    name: 'a managed cache',
    lang: 'terraform',
    code: `provider "aws" {
  region = "us-east-1"
}

resource "aws_elasticache_cluster" "sessions" {
  cluster_id      = "sessions"
  engine          = "redis"
  node_type       = "cache.r4.large"
  num_cache_nodes = 1
}
`,
    finds: [
      {
        line: 8,
        message:
          'cache.r4.large: $166.44 a month, $157.68 as cache.r5.large, the same size of a newer generation. Change the type.',
        fixed: `provider "aws" {
  region = "us-east-1"
}

resource "aws_elasticache_cluster" "sessions" {
  cluster_id      = "sessions"
  engine          = "redis"
  node_type       = "cache.r5.large"
  num_cache_nodes = 1
}
`,
      },
    ],
  },
  {
    name: 'Azure',
    lang: 'terraform',
    code: `resource "azurerm_linux_virtual_machine" "worker" {
  name     = "worker"
  location = "East US"
  size     = "Standard_DS3_v2"
}

resource "azurerm_linux_virtual_machine" "web" {
  name     = "web"
  location = "East US"
  size     = "Standard_F4s_v2"
}
`,
    finds: [
      {
        line: 4,
        message:
          'Standard_DS3_v2: $213.89 a month, $140.16 as Standard_D4s_v5, the same size of a newer generation. Change the type. It has no local disk, which the old one has.',
        fixed: `resource "azurerm_linux_virtual_machine" "worker" {
  name     = "worker"
  location = "East US"
  size     = "Standard_D4s_v5"
}

resource "azurerm_linux_virtual_machine" "web" {
  name     = "web"
  location = "East US"
  size     = "Standard_F4s_v2"
}
`,
      },
    ],
  },
  {
    name: 'Google Cloud: the older one has a discount for sustained use, and is not dearer',
    lang: 'terraform',
    code: `resource "google_compute_instance" "api" {
  name         = "api"
  machine_type = "c2-standard-4"
  zone         = "us-central1-a"

  boot_disk {
    initialize_params {
      size = 20
      type = "pd-balanced"
    }
  }
}
`,
    finds: [],
  },
  {
    name: 'a program rents it',
    lang: 'python',
    code: `import boto3

ec2 = boto3.client("ec2", region_name="us-east-1")
ec2.run_instances(ImageId="ami-0123456789abcdef0", InstanceType="m4.xlarge", MinCount=1, MaxCount=1)
`,
    finds: [
      {
        line: 4,
        message:
          'm4.xlarge: $146.00 a month, $140.16 as m6i.xlarge, the same size of a newer generation. Change the type.',
        fixed: `import boto3

ec2 = boto3.client("ec2", region_name="us-east-1")
ec2.run_instances(ImageId="ami-0123456789abcdef0", InstanceType="m6i.xlarge", MinCount=1, MaxCount=1)
`,
      },
    ],
  },
  {
    name: 'TypeScript',
    lang: 'typescript',
    code: `import { EC2Client, RunInstancesCommand } from '@aws-sdk/client-ec2'

const ec2 = new EC2Client({ region: 'us-east-1' })
await ec2.send(
  new RunInstancesCommand({ ImageId: 'ami-0123456789abcdef0', InstanceType: 'm4.xlarge', MinCount: 1, MaxCount: 1 }),
)
`,
    finds: [
      {
        line: 5,
        message:
          'm4.xlarge: $146.00 a month, $140.16 as m6i.xlarge, the same size of a newer generation. Change the type.',
        fixed: `import { EC2Client, RunInstancesCommand } from '@aws-sdk/client-ec2'

const ec2 = new EC2Client({ region: 'us-east-1' })
await ec2.send(
  new RunInstancesCommand({ ImageId: 'ami-0123456789abcdef0', InstanceType: 'm6i.xlarge', MinCount: 1, MaxCount: 1 }),
)
`,
      },
    ],
  },
  {
    name: 'newer ones are not cheaper',
    lang: 'terraform',
    code: `provider "aws" {
  region = "us-east-1"
}

resource "aws_instance" "web" {
  ami           = "ami-0123456789abcdef0"
  instance_type = "m5.large"
}
`,
    finds: [],
  },
  {
    name: 'bought as spot, and a region nobody knows',
    lang: 'terraform',
    code: `variable "region" {}

provider "aws" {
  region = var.region
}

resource "aws_instance" "web" {
  ami           = "ami-0123456789abcdef0"
  instance_type = "c4.large"
}

resource "aws_spot_instance_request" "batch" {
  ami           = "ami-0123456789abcdef0"
  instance_type = "c4.large"
}
`,
    finds: [],
  },
  {
    name: 'an image of before July 2018, by its short id, may lack the drivers; a reservation is as the machines in it',
    lang: 'terraform',
    code: `provider "aws" {
  region = "us-east-1"
}

resource "aws_instance" "queue" {
  ami           = "ami-0a1b2c3d"
  instance_type = "t2.medium"
}

resource "aws_ec2_capacity_reservation" "kept" {
  instance_type     = "m4.large"
  instance_platform = "Linux/UNIX"
  availability_zone = "us-east-1a"
  instance_count    = 1
}
`,
    finds: [],
  },
]
