// https://aws.amazon.com/emr/pricing/: an application is billed for its workers while they run, those kept ready too
import { fact, isUnwritten, usage } from '../../../core/estimate/resource-line.ts'
import { serviceLine } from '../../../core/estimate/service-line.ts'
import type { Block } from '../../../core/format.ts'
import { assumed, unknown, valueOf } from '../../../core/known.ts'
import { type CodeExample, defineResource, type ResourceExample } from '../../../core/resource.ts'
import type { Fact, Known } from '../../../core/types.ts'
import { regionBy } from '../from-code.ts'

/** That of the one application the program makes, where it makes one with workers kept ready. */
const ofApplication = (block: Block): Known<Fact> => {
  const [made, ...others] = block.ofType('aws.emr_serverless.create_application')
  const told = made && others.length === 0 ? made.fact('architecture') : unknown<Fact>('absent')
  return isUnwritten(told) ? assumed<Fact>('X86_64', block.location) : told
}

const application = defineResource({
  id: 'aws/emr-serverless-application',
  cloud: 'aws',
  docs: 'https://aws.amazon.com/emr/pricing/',
  shape: { architecture: 'ARM64 or X86_64' },
  usage: {
    vcpuHours: 'vCPU-hours of its workers',
    memoryGBHours: 'GB-hours of memory of its workers',
    storageGBHours: 'GB-hours of storage beyond 20 GB a worker',
  },
  lines: (resource, prices) => {
    const prefix = valueOf(fact(resource, 'architecture')) === 'ARM64' ? 'arm ' : ''
    const item = (name: string) => ({ service: 'emr-serverless', item: name })
    return [
      serviceLine(resource, prices, 'vCPU', 'vCPU-hour', usage(resource, 'vcpuHours'), item(`${prefix}vCPU`)),
      serviceLine(resource, prices, 'Memory', 'GB-hour', usage(resource, 'memoryGBHours'), item(`${prefix}memory`)),
      ...(resource.usage?.storageGBHours === undefined
        ? []
        : [
            serviceLine(
              resource,
              prices,
              'Storage',
              'GB-hour',
              usage(resource, 'storageGBHours'),
              item('storage over 20 GB'),
            ),
          ]),
    ]
  },
  from: {
    // https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/emrserverless_application
    terraform: { aws_emrserverless_application: { facts: { architecture: ['architecture', 'X86_64'] } } },
    // https://docs.aws.amazon.com/emr-serverless/latest/APIReference/Welcome.html; a run names the application, not its processors
    sdk: {
      'aws.emr_serverless.create_application': {
        facts: { architecture: ['architecture', 'X86_64'] },
        region: regionBy('^region_name|^region'),
      },
      'aws.emr_serverless.start_job_run': {
        facts: { architecture: ofApplication },
        region: regionBy('^region_name|^region'),
      },
    },
  },
  label: () => 'EMR Serverless',
})

export const resources = [application]

export const examples: readonly ResourceExample[] = [
  {
    name: '100 vCPU-hours × $0.052624 + 400 GB-hours × $0.0057785; untold, the unit prices alone',
    terraform: `provider "aws" {
  region = "us-east-1"
}

resource "aws_emrserverless_application" "told" {
  name          = "told"
  release_label = "emr-7.0.0"
  type          = "spark"
}

resource "aws_emrserverless_application" "untold" {
  name          = "untold"
  release_label = "emr-7.0.0"
  type          = "hive"
}
`,
    usage: { 'aws_emrserverless_application.told': { vcpuHours: 100, memoryGBHours: 400 } },
    sees: [
      { address: 'aws_emrserverless_application.told', usd: 7.57, status: 'priced' },
      {
        address: 'aws_emrserverless_application.untold',
        usd: null,
        status: 'partial',
        unknown: ['vCPU: usage', 'Memory: usage'],
      },
    ],
  },
]

export const codeExamples: readonly CodeExample[] = [
  {
    name: 'a run is billed for its workers: unit prices alone',
    lang: 'python',
    code: `import boto3

boto3.client("emr-serverless", region_name="us-east-1").start_job_run(applicationId="a", executionRoleArn="r")
`,
    sees: [
      {
        address: 'aws.emr_serverless.start_job_run',
        usd: null,
        status: 'partial',
        unknown: ['vCPU: usage', 'Memory: usage'],
        assumed: ['architecture'],
      },
    ],
  },
]
