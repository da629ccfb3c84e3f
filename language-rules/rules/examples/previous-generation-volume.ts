import type { RuleExample } from '../../../core/rule.ts'

export const previousGenerationVolumeExamples: readonly RuleExample[] = [
  {
    name: 'a volume of its own',
    lang: 'terraform',
    code: `resource "aws_ebs_volume" "data" {
  availability_zone = "us-east-1a"
  size              = 500
  type              = "gp2"
}

provider "aws" {
  region = "us-east-1"
}
`,
    finds: [
      {
        line: 4,
        message:
          'A gp2 volume: $50.00 a month for this block, $40.00 with gp3 of the same size and 3,000 IOPS. Set the type to gp3.',
        fixed: `resource "aws_ebs_volume" "data" {
  availability_zone = "us-east-1a"
  size              = 500
  type              = "gp3"
}

provider "aws" {
  region = "us-east-1"
}
`,
      },
    ],
  },
  {
    name: 'no type written: the provider makes it gp2',
    lang: 'terraform',
    code: `provider "aws" {
  region = "us-east-1"
}

resource "aws_ebs_volume" "data" {
  availability_zone = "us-east-1a"
  size              = 500
}
`,
    finds: [
      {
        line: 5,
        message:
          'A gp2 volume: $50.00 a month for this block, $40.00 with gp3 of the same size and 3,000 IOPS. Set the type to gp3.',
        fixed: `provider "aws" {
  region = "us-east-1"
}

resource "aws_ebs_volume" "data" {
  availability_zone = "us-east-1a"
  size              = 500
  type              = "gp3"
}
`,
      },
    ],
  },
  {
    name: 'the root volume of an instance',
    lang: 'terraform',
    code: `provider "aws" {
  region = "us-east-1"
}

resource "aws_instance" "web" {
  ami           = "ami-0123456789abcdef0"
  instance_type = "m7g.large"

  root_block_device {
    volume_type = "gp2"
    volume_size = 100
  }
}
`,
    finds: [
      {
        line: 10,
        message:
          'A gp2 volume: $69.57 a month for this block, $67.57 with gp3 of the same size and 3,000 IOPS. Set the type to gp3.',
        fixed: `provider "aws" {
  region = "us-east-1"
}

resource "aws_instance" "web" {
  ami           = "ami-0123456789abcdef0"
  instance_type = "m7g.large"

  root_block_device {
    volume_type = "gp3"
    volume_size = 100
  }
}
`,
      },
    ],
  },
  {
    name: 'a large volume keeps its speed, which has a price: no fix in one place',
    lang: 'terraform',
    code: `provider "aws" {
  region = "us-east-1"
}

resource "aws_ebs_volume" "data" {
  availability_zone = "us-east-1a"
  size              = 4000
  type              = "gp2"
}
`,
    finds: [
      {
        line: 8,
        message:
          'A gp2 volume: $400.00 a month for this block, $365.00 with gp3 of the same size and the 12,000 IOPS it has now. Set the type to gp3.',
      },
    ],
  },
  {
    name: 'the second disk of an instance',
    lang: 'terraform',
    code: `provider "aws" {
  region = "us-east-1"
}

resource "aws_instance" "web" {
  ami           = "ami-0123456789abcdef0"
  instance_type = "m7g.large"

  ebs_block_device {
    device_name = "/dev/sdf"
    volume_type = "gp3"
    volume_size = 50
  }

  ebs_block_device {
    device_name = "/dev/sdg"
    volume_type = "gp2"
    volume_size = 100
  }
}
`,
    finds: [
      {
        line: 17,
        message:
          'A gp2 volume: $74.37 a month for this block, $72.37 with gp3 of the same size and 3,000 IOPS. Set the type to gp3.',
        fixed: `provider "aws" {
  region = "us-east-1"
}

resource "aws_instance" "web" {
  ami           = "ami-0123456789abcdef0"
  instance_type = "m7g.large"

  ebs_block_device {
    device_name = "/dev/sdf"
    volume_type = "gp3"
    volume_size = 50
  }

  ebs_block_device {
    device_name = "/dev/sdg"
    volume_type = "gp3"
    volume_size = 100
  }
}
`,
      },
    ],
  },
  {
    name: 'a root volume whose type is not written: that of the image',
    lang: 'terraform',
    code: `provider "aws" {
  region = "us-east-1"
}

resource "aws_instance" "web" {
  ami           = "ami-0123456789abcdef0"
  instance_type = "m7g.large"

  root_block_device {
    volume_size = 100
  }
}
`,
    finds: [],
  },
  {
    name: 'the size is not known: unit prices',
    lang: 'terraform',
    code: `provider "aws" {
  region = "us-east-1"
}

variable "size" {}

resource "aws_ebs_volume" "data" {
  availability_zone = "us-east-1a"
  size              = var.size
  type              = "gp2"
}
`,
    finds: [
      {
        line: 10,
        message: 'A gp2 volume: $0.10 a GB-month, $0.08 with gp3 and 3,000 IOPS. Set the type to gp3.',
        fixed: `provider "aws" {
  region = "us-east-1"
}

variable "size" {}

resource "aws_ebs_volume" "data" {
  availability_zone = "us-east-1a"
  size              = var.size
  type              = "gp3"
}
`,
      },
    ],
  },
  {
    name: 'gp3',
    lang: 'terraform',
    code: `provider "aws" {
  region = "us-east-1"
}

resource "aws_ebs_volume" "data" {
  availability_zone = "us-east-1a"
  size              = 500
  type              = "gp3"
}
`,
    finds: [],
  },
  {
    name: 'made by a program, in its own quotes',
    lang: 'python',
    code: `import boto3

ec2 = boto3.client("ec2")
ec2.create_volume(AvailabilityZone="us-east-1a", Size=500, VolumeType='gp2')
`,
    finds: [
      {
        line: 4,
        message:
          'A gp2 volume: $50.00 a month for this call, $40.00 with gp3 of the same size and 3,000 IOPS. Set the type to gp3.',
        fixed: `import boto3

ec2 = boto3.client("ec2")
ec2.create_volume(AvailabilityZone="us-east-1a", Size=500, VolumeType='gp3')
`,
      },
    ],
  },
  {
    name: 'a type behind a name, and a disk of a machine: told, and left to the author',
    lang: 'typescript',
    code: `import { CreateVolumeCommand, EC2Client, RunInstancesCommand } from '@aws-sdk/client-ec2'

const kind = 'gp2'
const ec2 = new EC2Client({ region: 'us-east-1' })
await ec2.send(new CreateVolumeCommand({ AvailabilityZone: 'us-east-1a', Size: 100, VolumeType: kind }))
await ec2.send(
  new RunInstancesCommand({
    InstanceType: 'm5.large',
    MinCount: 1,
    MaxCount: 1,
    BlockDeviceMappings: [{ DeviceName: '/dev/xvdb', Ebs: { VolumeType: 'gp2', VolumeSize: 100 } }],
  }),
)
`,
    finds: [
      {
        line: 5,
        message:
          'A gp2 volume: $10.00 a month for this call, $8.00 with gp3 of the same size and 3,000 IOPS. Set the type to gp3.',
      },
      {
        line: 11,
        message:
          'A gp2 volume: $80.08 a month for this call, $78.08 with gp3 of the same size and 3,000 IOPS. Set the type to gp3.',
      },
    ],
  },
  {
    name: 'a program that asks for gp3, and one that only looks',
    lang: 'python',
    code: `import boto3

ec2 = boto3.client("ec2")
ec2.create_volume(AvailabilityZone="us-east-1a", Size=500, VolumeType="gp3")
ec2.describe_volumes(Filters=[{"Name": "volume-type", "Values": ["gp2"]}])
`,
    finds: [],
  },
]
