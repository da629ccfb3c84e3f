// https://aws.amazon.com/codebuild/pricing/
import { fact, line, monthOf, numberFact, priceFor, product, usage } from '../../../core/estimate/resource-line.ts'
import { defineResource, type ResourceExample } from '../../../core/resource.ts'

const minutesPerHour = 60

/** `BUILD_GENERAL1_SMALL` and `WINDOWS_SERVER_2019_CONTAINER` are `general1.small windows` in the price book. */
function itemOf(computeType: string, environment: string): string {
  const size = computeType
    .replace(/^BUILD_/, '')
    .replace('_', '.')
    .toLowerCase()
  const kind = /^(WINDOWS|ARM|LINUX_GPU|LINUX_LAMBDA|ARM_LAMBDA|LINUX_EC2|ARM_EC2|MAC_ARM)/.exec(environment)?.[1]
  return kind === undefined ? size : `${size} ${kind.toLowerCase().replace('_', ' ')}`
}

const project = defineResource({
  id: 'aws/codebuild-project',
  cloud: 'aws',
  docs: 'https://aws.amazon.com/codebuild/pricing/',
  shape: { computeType: 'BUILD_GENERAL1_SMALL', environment: 'LINUX_CONTAINER, WINDOWS_SERVER_2019_CONTAINER, …' },
  usage: { buildMinutes: 'minutes that builds take together' },
  lines: (resource, prices) => [
    line(
      'Builds',
      'minute',
      usage(resource, 'buildMinutes'),
      priceFor(resource, [fact(resource, 'computeType'), fact(resource, 'environment')], (region, size, kind) =>
        prices.service('aws', 'codebuild', itemOf(size!, kind!), region),
      ),
    ),
  ],
  from: {
    // https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/codebuild_project
    terraform: {
      aws_codebuild_project: { facts: { computeType: 'environment.compute_type', environment: 'environment.type' } },
    },
  },
  label: () => 'CodeBuild project',
})

/** Machines kept for builds are billed by the minute, whether anything builds. */
const fleet = defineResource({
  id: 'aws/codebuild-fleet',
  cloud: 'aws',
  docs: 'https://aws.amazon.com/codebuild/pricing/',
  shape: { machines: 'machines kept', computeType: 'BUILD_GENERAL1_SMALL', environment: 'LINUX_CONTAINER, …' },
  lines: (resource, prices) => [
    line(
      'Machines',
      'minute',
      product(numberFact(resource, 'machines'), monthOf(resource, minutesPerHour)),
      priceFor(resource, [fact(resource, 'computeType'), fact(resource, 'environment')], (region, size, kind) =>
        prices.service('aws', 'codebuild', `reserved ${itemOf(size!, kind!)}`, region),
      ),
    ),
  ],
  from: {
    // https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/codebuild_fleet
    terraform: {
      aws_codebuild_fleet: {
        facts: { machines: 'base_capacity', computeType: 'compute_type', environment: 'environment_type' },
      },
    },
  },
  label: () => 'CodeBuild fleet',
})

export const resources = [project, fleet]

export const free: readonly string[] = [
  'aws_codebuild_report_group',
  'aws_codebuild_resource_policy',
  'aws_codebuild_source_credential',
  'aws_codebuild_webhook',
]

const build = (size: string, kind: string) => `provider "aws" {
  region = "us-east-1"
}

resource "aws_codebuild_project" "app" {
  name         = "app"
  service_role = "arn:aws:iam::123456789012:role/app"

  environment {
    compute_type = "${size}"
    image        = "aws/codebuild/standard:7.0"
    type         = "${kind}"
  }
}
`

export const examples: readonly ResourceExample[] = [
  {
    name: '2,000 minutes × $0.005',
    terraform: build('BUILD_GENERAL1_SMALL', 'LINUX_CONTAINER'),
    usage: { aws_codebuild_project: { buildMinutes: 2000 } },
    sees: [{ address: 'aws_codebuild_project.app', usd: 10, status: 'priced', lines: ['Builds'] }],
  },
  {
    name: 'large on Windows: 1,000 minutes × $0.036',
    terraform: build('BUILD_GENERAL1_LARGE', 'WINDOWS_SERVER_2019_CONTAINER'),
    usage: { aws_codebuild_project: { buildMinutes: 1000 } },
    sees: [{ address: 'aws_codebuild_project.app', usd: 36, status: 'priced' }],
  },
  {
    name: 'untold, the unit price alone',
    terraform: build('BUILD_GENERAL1_MEDIUM', 'LINUX_CONTAINER'),
    sees: [{ address: 'aws_codebuild_project.app', usd: null, status: 'partial', unknown: ['Builds: usage'] }],
  },
  {
    name: 'a fleet is kept whatever builds, and never $0 for want of a row',
    terraform: `provider "aws" {
  region = "mx-central-1"
}

resource "aws_codebuild_fleet" "kept" {
  name             = "kept"
  base_capacity    = 2
  compute_type     = "BUILD_GENERAL1_SMALL"
  environment_type = "LINUX_CONTAINER"
}
`,
    sees: [{ address: 'aws_codebuild_fleet.kept', usd: null, status: 'unknown', unknown: ['Machines: no-price'] }],
  },
]
