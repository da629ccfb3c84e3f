import type { RuleExample } from '../../../core/rule.ts'

export const provisionedIopsExamples: readonly RuleExample[] = [
  {
    name: 'io2 and io1 with IOPS that gp3 has too',
    lang: 'terraform',
    code: `resource "aws_ebs_volume" "orders" {
  availability_zone = "us-east-1a"
  type              = "io2" # fast
  size              = 200
  iops              = 4000
}
`,
    finds: [
      {
        line: 3,
        message:
          'An io2 volume of 4,000 IOPS: $285.00 a month, $21.00 as gp3 with the same IOPS. Set the type to gp3 unless latency or durability decide.',
        fixed: `resource "aws_ebs_volume" "orders" {
  availability_zone = "us-east-1a"
  type              = "gp3" # fast
  size              = 200
  iops              = 4000
}
`,
      },
    ],
  },
  {
    name: 'fewer IOPS than gp3 includes and takes: they go with the type',
    lang: 'terraform',
    code: `resource "aws_ebs_volume" "orders" {
  availability_zone = "us-east-1a"
  type              = "io1"
  size              = 100
  iops              = 1000
}
`,
    finds: [
      {
        line: 3,
        message:
          'An io1 volume of 1,000 IOPS: $77.50 a month, $8.00 as gp3 with the same IOPS. Set the type to gp3 unless latency or durability decide.',
        fixed: `resource "aws_ebs_volume" "orders" {
  availability_zone = "us-east-1a"
  type              = "gp3"
  size              = 100
}
`,
      },
    ],
  },
  {
    name: 'more than gp3 is given, or more for its size',
    lang: 'terraform',
    code: `resource "aws_ebs_volume" "fast" {
  availability_zone = "us-east-1a"
  type              = "io2"
  size              = 1000
  iops              = 40000
}

resource "aws_ebs_volume" "small" {
  availability_zone = "us-east-1a"
  type              = "io2"
  size              = 10
  iops              = 6000
}
`,
    finds: [],
  },
  {
    name: 'several machines at one volume, gp3 already, or nobody knows',
    lang: 'terraform',
    code: `variable "type" {
  type = string
}

resource "aws_ebs_volume" "shared" {
  availability_zone    = "us-east-1a"
  type                 = "io2"
  size                 = 100
  iops                 = 4000
  multi_attach_enabled = true
}

resource "aws_ebs_volume" "general" {
  availability_zone = "us-east-1a"
  type              = "gp3"
  size              = 100
  iops              = 4000
}

resource "aws_ebs_volume" "open" {
  availability_zone = "us-east-1a"
  type              = var.type
  size              = 100
  iops              = 4000
}
`,
    finds: [],
  },
  {
    name: 'Python',
    lang: 'python',
    code: `import boto3

ec2 = boto3.client("ec2", region_name="us-east-1")
ec2.create_volume(AvailabilityZone="us-east-1a", VolumeType="io2", Size=200, Iops=4000)
`,
    finds: [
      {
        line: 4,
        message:
          'An io2 volume of 4,000 IOPS: $285.00 a month, $21.00 as gp3 with the same IOPS. Set the type to gp3 unless latency or durability decide.',
        fixed: `import boto3

ec2 = boto3.client("ec2", region_name="us-east-1")
ec2.create_volume(AvailabilityZone="us-east-1a", VolumeType="gp3", Size=200, Iops=4000)
`,
      },
    ],
  },
  {
    name: 'Python, gp3 already',
    lang: 'python',
    code: `import boto3

ec2 = boto3.client("ec2", region_name="us-east-1")
ec2.create_volume(AvailabilityZone="us-east-1a", VolumeType="gp3", Size=200, Iops=4000)
`,
    finds: [],
  },
  {
    name: 'TypeScript',
    lang: 'typescript',
    code: `import { CreateVolumeCommand, EC2Client } from '@aws-sdk/client-ec2'

const ec2 = new EC2Client({ region: 'us-east-1' })
await ec2.send(new CreateVolumeCommand({ AvailabilityZone: 'us-east-1a', VolumeType: 'io1', Size: 200, Iops: 4000 }))
`,
    finds: [
      {
        line: 4,
        message:
          'An io1 volume of 4,000 IOPS: $285.00 a month, $21.00 as gp3 with the same IOPS. Set the type to gp3 unless latency or durability decide.',
        fixed: `import { CreateVolumeCommand, EC2Client } from '@aws-sdk/client-ec2'

const ec2 = new EC2Client({ region: 'us-east-1' })
await ec2.send(new CreateVolumeCommand({ AvailabilityZone: 'us-east-1a', VolumeType: 'gp3', Size: 200, Iops: 4000 }))
`,
      },
    ],
  },
]
