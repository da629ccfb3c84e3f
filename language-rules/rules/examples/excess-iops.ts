import type { RuleExample } from '../../../core/rule.ts'

export const excessIopsExamples: readonly RuleExample[] = [
  {
    name: 'both, of two volumes: 2 × 3,000 × $0.005 and 2 × 125 × $0.04',
    lang: 'terraform',
    code: `provider "aws" {
  region = "us-east-1"
}

resource "aws_ebs_volume" "data" {
  count             = 2
  availability_zone = "us-east-1a"
  type              = "gp3"
  size              = 200
  iops              = 6000
  throughput        = 250
}
`,
    finds: [
      {
        line: 10,
        message:
          '6,000 IOPS and 250 MiB/s, where gp3 includes 3,000 IOPS and 125 MiB/s: $30.00 a month for the IOPS and $10.00 a month for the MiB/s of this block. Give it what it reaches.',
        fixed: `provider "aws" {
  region = "us-east-1"
}

resource "aws_ebs_volume" "data" {
  count             = 2
  availability_zone = "us-east-1a"
  type              = "gp3"
  size              = 200
  iops              = 3000
  throughput        = 125
}
`,
      },
    ],
  },
  {
    name: 'the root volume of a machine: 1,000 × $0.005',
    lang: 'terraform',
    code: `provider "aws" {
  region = "us-east-1"
}

resource "aws_instance" "berths" {
  ami           = "ami-0123456789abcdef0"
  instance_type = "m6i.large"

  root_block_device {
    volume_type = "gp3"
    volume_size = 100
    iops        = 4000
  }
}
`,
    finds: [
      {
        line: 12,
        message:
          '4,000 IOPS, where gp3 includes 3,000 IOPS: $5.00 a month for the IOPS of this block. Give it what it reaches.',
        fixed: `provider "aws" {
  region = "us-east-1"
}

resource "aws_instance" "berths" {
  ami           = "ami-0123456789abcdef0"
  instance_type = "m6i.large"

  root_block_device {
    volume_type = "gp3"
    volume_size = 100
    iops        = 3000
  }
}
`,
      },
    ],
  },
  {
    name: 'made by a program: nothing is edited',
    lang: 'python',
    code: `import boto3

ec2 = boto3.client("ec2", region_name="us-east-1")
ec2.create_volume(AvailabilityZone="us-east-1a", Size=500, VolumeType="gp3", Iops=6000)
`,
    finds: [
      {
        line: 4,
        message:
          '6,000 IOPS, where gp3 includes 3,000 IOPS: $15.00 a month for the IOPS of this call. Give it what it reaches.',
      },
    ],
  },
  {
    name: 'TypeScript',
    lang: 'typescript',
    code: `import { CreateVolumeCommand, EC2Client } from '@aws-sdk/client-ec2'

const ec2 = new EC2Client({ region: 'us-east-1' })
await ec2.send(new CreateVolumeCommand({ AvailabilityZone: 'us-east-1a', Size: 500, VolumeType: 'gp3', Throughput: 500 }))
`,
    finds: [
      {
        line: 4,
        message:
          '500 MiB/s, where gp3 includes 125 MiB/s: $15.00 a month for the MiB/s of this call. Give it what it reaches.',
      },
    ],
  },
  {
    name: 'what is included, and IOPS that a variable says',
    lang: 'terraform',
    code: `provider "aws" {
  region = "us-east-1"
}

variable "iops" {}

resource "aws_ebs_volume" "data" {
  availability_zone = "us-east-1a"
  type              = "gp3"
  size              = 200
  iops              = 3000
  throughput        = 125
}

resource "aws_ebs_volume" "asked" {
  availability_zone = "us-east-1a"
  type              = "gp3"
  size              = 200
  iops              = var.iops
}
`,
    finds: [],
  },
  {
    name: 'no more than is included',
    lang: 'python',
    code: `import boto3

ec2 = boto3.client("ec2", region_name="us-east-1")
ec2.create_volume(AvailabilityZone="us-east-1a", Size=500, VolumeType="gp3")
`,
    finds: [],
  },
]
