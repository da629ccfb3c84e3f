import type { RuleExample } from '../../../core/rule.ts'

export const cheaperGpuExamples: readonly RuleExample[] = [
  {
    name: 'A10G, and L4 in the same place',
    lang: 'terraform',
    code: `provider "aws" {
  region = "us-east-1"
}

resource "aws_instance" "embedder" {
  ami           = "ami-0123456789abcdef0"
  instance_type = "g5.xlarge"
}
`,
    finds: [
      {
        line: 7,
        message:
          'g5.xlarge (1 × A10G): $735.18 a month, $588.30 as g6.xlarge (1 × L4). It is the later GPU; no list compares their speed, so measure the work on it first.',
        fixed: `provider "aws" {
  region = "us-east-1"
}

resource "aws_instance" "embedder" {
  ami           = "ami-0123456789abcdef0"
  instance_type = "g6.xlarge"
}
`,
      },
    ],
  },
  {
    name: 'V100 in a group',
    lang: 'terraform',
    code: `provider "aws" {
  region = "us-east-1"
}

resource "aws_eks_node_group" "gpu" {
  cluster_name   = "main"
  instance_types = ["p3.2xlarge"]

  scaling_config {
    min_size     = 2
    desired_size = 2
    max_size     = 2
  }
}
`,
    finds: [
      {
        line: 7,
        message:
          'p3.2xlarge (1 × V100): $4,472 a month, $1,936 as g6.4xlarge (1 × L4). Change the type if memory bandwidth is not what the work waits for.',
        fixed: `provider "aws" {
  region = "us-east-1"
}

resource "aws_eks_node_group" "gpu" {
  cluster_name   = "main"
  instance_types = ["g6.4xlarge"]

  scaling_config {
    min_size     = 2
    desired_size = 2
    max_size     = 2
  }
}
`,
      },
    ],
  },
  {
    name: 'a program rents it',
    lang: 'python',
    code: `import boto3

ec2 = boto3.client("ec2", region_name="us-east-1")
ec2.run_instances(ImageId="ami-0123456789abcdef0", InstanceType="g5.48xlarge", MinCount=1, MaxCount=1)
`,
    finds: [
      {
        line: 4,
        message:
          'g5.48xlarge (8 × A10G): $11,890 a month, $9,746 as g6.48xlarge (8 × L4). It is the later GPU; no list compares their speed, so measure the work on it first.',
        fixed: `import boto3

ec2 = boto3.client("ec2", region_name="us-east-1")
ec2.run_instances(ImageId="ami-0123456789abcdef0", InstanceType="g6.48xlarge", MinCount=1, MaxCount=1)
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
  new RunInstancesCommand({ ImageId: 'ami-0123456789abcdef0', InstanceType: 'g5.2xlarge', MinCount: 1, MaxCount: 1 }),
)
`,
    finds: [
      {
        line: 5,
        message:
          'g5.2xlarge (1 × A10G): $884.76 a month, $713.65 as g6.2xlarge (1 × L4). It is the later GPU; no list compares their speed, so measure the work on it first.',
        fixed: `import { EC2Client, RunInstancesCommand } from '@aws-sdk/client-ec2'

const ec2 = new EC2Client({ region: 'us-east-1' })
await ec2.send(
  new RunInstancesCommand({ ImageId: 'ami-0123456789abcdef0', InstanceType: 'g6.2xlarge', MinCount: 1, MaxCount: 1 }),
)
`,
      },
    ],
  },
  {
    name: 'the T4 is the cheapest there, and so is its machine',
    lang: 'terraform',
    code: `provider "aws" {
  region = "us-east-1"
}

resource "aws_instance" "embedder" {
  ami           = "ami-0123456789abcdef0"
  instance_type = "g4dn.xlarge"
}
`,
    finds: [],
  },
  {
    name: 'no GPU, and one bought as spot',
    lang: 'terraform',
    code: `provider "aws" {
  region = "us-east-1"
}

resource "aws_instance" "web" {
  ami           = "ami-0123456789abcdef0"
  instance_type = "m5.large"
}

resource "aws_spot_instance_request" "train" {
  ami           = "ami-0123456789abcdef0"
  instance_type = "g5.xlarge"
}
`,
    finds: [],
  },
]
