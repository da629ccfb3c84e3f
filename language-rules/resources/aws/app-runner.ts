// https://aws.amazon.com/apprunner/pricing/: memory of the instances kept warm is billed always, their vCPU while they answer.
import { fact, isUnwritten, line, monthOf, numberFact, product, usage } from '../../../core/estimate/resource-line.ts'
import { fixed, serviceLine } from '../../../core/estimate/service-line.ts'
import type { Block } from '../../../core/format.ts'
import { assumed, known, unknown, valueOf } from '../../../core/known.ts'
import type { PriceBook } from '../../../core/prices/book.ts'
import { defineResource, type ResourceExample } from '../../../core/resource.ts'
import type { Fact, Known, Line, Resource } from '../../../core/types.ts'
import { gibOf, vcpuOf } from '../fargate.ts'

/** At least 1, which is what the API takes where nothing is written: https://docs.aws.amazon.com/apprunner/latest/api/API_CreateAutoScalingConfiguration.html */
function warm(block: Block): Known<Fact> {
  const written = block.fact('auto_scaling_configuration_arn')
  const scaling = block.target('auto_scaling_configuration_arn', 'aws_apprunner_auto_scaling_configuration_version')
  if (scaling === undefined)
    return isUnwritten(written) ? assumed<Fact>(1, block.location) : unknown('dynamic', block.location)
  const least = scaling.fact('min_size')
  return isUnwritten(least) ? assumed<Fact>(1, scaling.location) : least
}

const orDefault = (block: Block, path: string, otherwise: Fact): Known<Fact> => {
  const value = block.fact(path)
  return isUnwritten(value) ? assumed(otherwise, block.location) : value
}

/** Deployments by themselves are billed; a public image has none. */
function deploys(block: Block): Known<Fact> {
  const type = valueOf(block.fact('source_configuration.image_repository.image_repository_type'))
  if (type === 'ECR_PUBLIC') return known<Fact>(false, block.location)
  return orDefault(block, 'source_configuration.auto_deployments_enabled', true)
}

function deploymentLines(resource: Resource, prices: PriceBook): Line[] {
  const isOn = fact(resource, 'deploys')
  if (String(valueOf(isOn)) === 'false') return []
  if (isOn.is === 'unknown') return [line('Automatic deployments', 'month', fixed(resource, 1), isOn.why)]
  const item = { service: 'apprunner', item: 'automatic deployment' }
  return [serviceLine(resource, prices, 'Automatic deployments', 'month', fixed(resource, 1), item)]
}

const service = defineResource({
  id: 'aws/app-runner-service',
  cloud: 'aws',
  docs: 'https://aws.amazon.com/apprunner/pricing/',
  shape: {
    warm: 'instances kept warm',
    vCPU: 'vCPU of an instance',
    memoryGiB: 'GiB of memory of an instance',
    deploys: 'whether a change of the source is deployed by itself',
    builds: 'whether it is built from code',
  },
  usage: {
    activeHours: 'hours in which instances answer requests, of all instances together',
    scaledOutHours: 'those of instances above the ones kept warm',
    buildMinutes: 'minutes that builds take together',
  },
  lines: (resource, prices) => {
    const memory = numberFact(resource, 'memoryGiB')
    const billed = (label: string, unit: string, quantity: Known<number>, item: string) =>
      serviceLine(resource, prices, label, unit, quantity, { service: 'apprunner', item })
    const kept = product(product(numberFact(resource, 'warm'), monthOf(resource)), memory)
    return [
      billed('Memory kept warm', 'GB-hour', kept, 'provisioned memory'),
      billed('Memory scaled out', 'GB-hour', product(usage(resource, 'scaledOutHours'), memory), 'memory'),
      billed('vCPU', 'vCPU-hour', product(usage(resource, 'activeHours'), numberFact(resource, 'vCPU')), 'vCPU'),
      ...deploymentLines(resource, prices),
      ...(valueOf(fact(resource, 'builds')) === true
        ? [billed('Builds', 'minute', usage(resource, 'buildMinutes'), 'build minute')]
        : []),
    ]
  },
  from: {
    // https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/apprunner_service
    terraform: {
      aws_apprunner_service: {
        facts: {
          warm,
          vCPU: (block) => vcpuOf(orDefault(block, 'instance_configuration.cpu', '1024')),
          memoryGiB: (block) => gibOf(orDefault(block, 'instance_configuration.memory', '2048')),
          deploys,
          builds: (block) =>
            known<Fact>(block.nested('source_configuration.code_repository').length > 0, block.location),
        },
      },
    },
  },
  label: () => 'App Runner service',
})

export const resources = [service]

export const free: readonly string[] = [
  'aws_apprunner_auto_scaling_configuration_version',
  'aws_apprunner_connection',
  'aws_apprunner_custom_domain_association',
  'aws_apprunner_default_auto_scaling_configuration_version',
  'aws_apprunner_observability_configuration',
  'aws_apprunner_vpc_connector',
]

export const examples: readonly ResourceExample[] = [
  {
    name: 'one instance of 2 GB is kept warm by default: 730 h × 2 × $0.007, and what answers is use',
    terraform: `provider "aws" {
  region = "us-east-1"
}

resource "aws_apprunner_service" "web" {
  service_name = "web"

  source_configuration {
    image_repository {
      image_identifier      = "public.ecr.aws/aws-containers/hello-app-runner:latest"
      image_repository_type = "ECR_PUBLIC"
    }
  }
}
`,
    sees: [
      {
        address: 'aws_apprunner_service.web',
        usd: 10.22,
        status: 'partial',
        lines: ['Memory kept warm', 'Memory scaled out', 'vCPU'],
        assumed: ['warm', 'vCPU', 'memoryGiB'],
      },
    ],
  },
  {
    name: '3 instances of 4 GB kept warm, 730 h × 3 × 4 × $0.007; 300 h of answers × 2 × $0.064, 10 h of them scaled out × 4 × $0.007',
    terraform: `provider "aws" {
  region = "us-east-1"
}

resource "aws_apprunner_auto_scaling_configuration_version" "three" {
  auto_scaling_configuration_name = "three"
  min_size                        = 3
}

resource "aws_apprunner_service" "web" {
  service_name                   = "web"
  auto_scaling_configuration_arn = aws_apprunner_auto_scaling_configuration_version.three.arn

  source_configuration {
    auto_deployments_enabled = false

    image_repository {
      image_identifier      = "123456789012.dkr.ecr.us-east-1.amazonaws.com/web:1"
      image_repository_type = "ECR"
    }
  }

  instance_configuration {
    cpu    = "2 vCPU"
    memory = "4 GB"
  }
}
`,
    usage: { aws_apprunner_service: { activeHours: 300, scaledOutHours: 10 } },
    sees: [{ address: 'aws_apprunner_service.web', usd: 100, status: 'priced' }],
  },
]
