import * as z from 'zod/mini'
import { valueOf } from '../../core/known.ts'
import { say, usd } from '../../core/money.ts'
import { fits } from '../../core/prices/user/wildcard.ts'
import { defineRule, type RuleExample } from '../../core/rule.ts'
import { headerOf } from '../../core/rules/block-place.ts'

const options = z.object({
  regions: z
    ._default(z.array(z.string()), [])
    .check(z.describe('Regions the team has agreed on, like "eu-central-1" or "eu-*". Empty: any.')),
})

/** What is sold at one price everywhere. */
const nowhere: ReadonlySet<string> = new Set(['global', 'anywhere'])

export const rule = defineRule({
  id: 'unpreferred-region',
  on: 'resource',
  severity: 'warning',
  preset: 'strict',
  docs: {
    what: 'A resource stands in a region that the team has not agreed on.',
    why: 'Prices differ by region, traffic between regions is billed, and commitments hold for some regions only.',
    fix: 'Move it to one of the agreed regions, or add the region to the list.',
    unless: 'The list is empty, or users or law need the region.',
    source: 'https://www.finops.org/framework/capabilities/policy-governance/',
  },
  options,
  *check(resource, { options, estimate, document }) {
    const region = valueOf(resource.region)
    if (options.regions.length === 0 || region === undefined || nowhere.has(region)) return
    if (options.regions.some((pattern) => fits(pattern, region))) return
    yield {
      at: headerOf(resource, document),
      message: say`${region} is none of the agreed regions (${options.regions.join(', ')})${estimate.usd ? say`; this costs ${usd(estimate.usd)} ${estimate.per === 'month' ? 'a month' : 'an hour'} there` : ''}. Move it, or add the region to the list.`,
    }
  },
})

export const examples: readonly RuleExample[] = [
  {
    name: 'Terraform, a region the team has not agreed on',
    lang: 'terraform',
    options: { regions: ['eu-*'] },
    code: `provider "aws" {
  region = "us-east-1"
}

resource "aws_ebs_volume" "scratch" {
  availability_zone = "us-east-1a"
  type              = "gp3"
  size              = 100
}
`,
    finds: [
      {
        line: 5,
        message:
          'us-east-1 is none of the agreed regions (eu-*); this costs $8.00 a month there. Move it, or add the region to the list.',
      },
    ],
  },
  {
    name: 'Google Cloud, by the zone',
    lang: 'terraform',
    options: { regions: ['us-central1'] },
    code: `resource "google_compute_disk" "scratch" {
  name = "scratch"
  zone = "europe-west1-b"
  type = "pd-ssd"
  size = 100
}
`,
    finds: [
      {
        line: 1,
        message:
          'europe-west1 is none of the agreed regions (us-central1); this costs $17.00 a month there. Move it, or add the region to the list.',
      },
    ],
  },
  {
    name: 'an agreed one, and nothing agreed',
    lang: 'terraform',
    options: { regions: ['eu-central-1', 'us-*'] },
    code: `provider "aws" {
  region = "us-east-1"
}

resource "aws_ebs_volume" "scratch" {
  availability_zone = "us-east-1a"
  size              = 100
}
`,
    finds: [],
  },
  {
    name: 'no list',
    lang: 'terraform',
    code: `provider "aws" {
  region = "sa-east-1"
}

resource "aws_ebs_volume" "scratch" {
  availability_zone = "sa-east-1a"
  size              = 100
}
`,
    finds: [],
  },
  {
    name: 'a machine that a program starts',
    lang: 'python',
    options: { regions: ['eu-*'] },
    code: `import boto3

ec2 = boto3.client("ec2", region_name="us-east-1")
ec2.run_instances(ImageId="ami-0123456789abcdef0", InstanceType="m5.large", MinCount=1, MaxCount=1)
`,
    finds: [
      {
        line: 4,
        message:
          'us-east-1 is none of the agreed regions (eu-*); this costs $70.08 a month there. Move it, or add the region to the list.',
      },
    ],
  },
  {
    name: 'training that a program starts, by the hour',
    lang: 'typescript',
    options: { regions: ['eu-*'] },
    code: `import { CreateTrainingJobCommand, SageMakerClient } from '@aws-sdk/client-sagemaker'

const sagemaker = new SageMakerClient({ region: 'us-east-1' })
await sagemaker.send(
  new CreateTrainingJobCommand({
    TrainingJobName: 'berths',
    ResourceConfig: { InstanceType: 'ml.g5.xlarge', InstanceCount: 1, VolumeSizeInGB: 100 },
  }),
)
`,
    finds: [
      {
        line: 4,
        message:
          'us-east-1 is none of the agreed regions (eu-*); this costs $1.41 an hour there. Move it, or add the region to the list.',
      },
    ],
  },
  {
    name: 'an agreed region, and one that only a run tells',
    lang: 'python',
    options: { regions: ['eu-*'] },
    code: `import boto3


def start(region):
    boto3.client("ec2", region_name="eu-west-1").create_volume(AvailabilityZone="eu-west-1a", Size=10)
    boto3.client("ec2", region_name=region).run_instances(InstanceType="m5.large", MinCount=1, MaxCount=1)
`,
    finds: [],
  },
  {
    name: 'an agreed region, TypeScript',
    lang: 'typescript',
    options: { regions: ['eu-*'] },
    code: `import { CreateVolumeCommand, EC2Client } from '@aws-sdk/client-ec2'

const ec2 = new EC2Client({ region: 'eu-west-1' })
await ec2.send(new CreateVolumeCommand({ AvailabilityZone: 'eu-west-1a', Size: 10, VolumeType: 'gp3' }))
`,
    finds: [],
  },
]
