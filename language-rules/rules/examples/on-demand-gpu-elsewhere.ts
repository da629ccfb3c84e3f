import type { RuleExample } from '../../../core/rule.ts'

/** In programs, and in modules. */
export const onDemandGpuElsewhere: readonly RuleExample[] = [
  {
    name: 'started by a program',
    lang: 'python',
    code: `import boto3

def train():
    ec2 = boto3.client("ec2", region_name="us-east-1")
    ec2.run_instances(ImageId="ami-1", InstanceType="p4d.24xlarge", MinCount=1, MaxCount=1)
`,
    finds: [
      {
        line: 5,
        message:
          '8 × A100 on demand: $16,029 a month if it runs all month, $10,287 as spot. Rent it as spot if the work can be interrupted and resumed: 10–15 % are taken back in a month (AWS Spot Advisor, by spotinfo, 2025-06-28).',
      },
    ],
  },
  {
    name: 'started by a program, TypeScript',
    lang: 'typescript',
    code: `import { EC2Client, RunInstancesCommand } from '@aws-sdk/client-ec2'

const ec2 = new EC2Client({ region: 'us-east-1' })
export const train = () =>
  ec2.send(new RunInstancesCommand({ ImageId: 'ami-1', InstanceType: 'p4d.24xlarge', MinCount: 1, MaxCount: 1 }))
`,
    finds: [
      {
        line: 5,
        message:
          '8 × A100 on demand: $16,029 a month if it runs all month, $10,287 as spot. Rent it as spot if the work can be interrupted and resumed: 10–15 % are taken back in a month (AWS Spot Advisor, by spotinfo, 2025-06-28).',
      },
    ],
  },
  {
    name: 'a program that serves, one that asks for spot, and one without a GPU',
    lang: 'python',
    code: `import boto3

ec2 = boto3.client("ec2", region_name="us-east-1")

def serve():
    ec2.run_instances(ImageId="ami-1", InstanceType="p4d.24xlarge", MinCount=1, MaxCount=1)

def train():
    ec2.run_instances(
        ImageId="ami-1", InstanceType="p4d.24xlarge", MinCount=1, MaxCount=1, InstanceMarketOptions={"MarketType": "spot"}
    )
    ec2.run_instances(ImageId="ami-1", InstanceType="m5.large", MinCount=1, MaxCount=1)
`,
    finds: [],
  },
  {
    name: 'nodes that a published module makes: told where the call says what they are',
    lang: 'terraform',
    code: `provider "aws" {
  region = "us-east-1"
}

module "eks" {
  source  = "terraform-aws-modules/eks/aws"
  version = "~> 20.0"

  cluster_name = "ml"
  eks_managed_node_groups = {
    gpu = {
      instance_types = ["g5.xlarge"]
      min_size       = 2
      max_size       = 2
      desired_size   = 2
    }
  }
}
`,
    finds: [
      {
        line: 12,
        message:
          'Machines of 1 × A10G (g5.xlarge) on demand: $1,469 a month if they run all month, $888.25 as spot. Rent them as spot if the work can be interrupted and resumed: over 20 % are taken back in a month (AWS Spot Advisor, by spotinfo, 2025-06-28).',
      },
    ],
  },
]
