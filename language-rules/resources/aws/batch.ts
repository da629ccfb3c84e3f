// https://aws.amazon.com/batch/pricing/: free, what runs the jobs is billed
import { numberOf, usage } from '../../../core/estimate/resource-line.ts'
import { serviceLine } from '../../../core/estimate/service-line.ts'
import type { Block } from '../../../core/format.ts'
import { known, unknown, valueOf } from '../../../core/known.ts'
import type { PriceBook } from '../../../core/prices/book.ts'
import { defineResource, type ResourceExample } from '../../../core/resource.ts'
import type { Fact, Known, Line, Purchase, Resource } from '../../../core/types.ts'
import { capacityOf } from './ec2/capacity.ts'
import { groupLines, groupShape, groupUsage } from './ec2/group.ts'
import { launchFacts } from './ec2/launch.ts'
import { launchersIn, templateOf } from './ec2/template-of.ts'
import { type Facts, firstWritten, orDefault } from './ec2/written.ts'

const at = (name: string) => `compute_resources.${name}`

/** `EC2`, `SPOT`, `FARGATE`, `FARGATE_SPOT`; undefined where it is not known. */
const typeOf = (block: Block) => {
  const type = valueOf(block.fact(at('type')))
  return type === undefined ? undefined : String(type)
}

const isFargate = (block: Block) => typeOf(block)?.startsWith('FARGATE') ?? false

/** Capacity is counted in vCPUs: kept are the least of them, and what jobs ask for on top is decided when they run. */
const capacity = (block: Block): Known<Fact> => {
  if (valueOf(block.fact('state')) === 'DISABLED' && valueOf(numberOf(block.fact(at('min_vcpus')))) === 0)
    return known<Fact>(0, block.location)
  const least = orDefault(block.fact(at('min_vcpus')), 0, block.location)
  return capacityOf(least, block.fact(at('desired_vcpus')), block.fact(at('max_vcpus')), block.location)
}

/** A family (`c5`) or `optimal` leaves the type open. */
function candidates(block: Block): Facts {
  const types = valueOf(block.list(at('instance_type'))) ?? []
  const facts: Record<string, Known<Fact>> = {}
  for (const [i, type] of types.entries()) {
    const name = valueOf(type)
    const isType = name === undefined || String(name).includes('.')
    facts[`candidates[${i}].type`] = isType ? type : unknown('dynamic', block.location)
  }
  return facts
}

function facts(block: Block): Facts {
  if (isFargate(block)) return { launchType: known<Fact>('fargate', block.location) }
  const template = templateOf(block, [
    at('launch_template.launch_template_id'),
    at('launch_template.launch_template_name'),
  ])
  return {
    ...launchFacts(block, launchersIn(template)),
    instanceType: unknown('dynamic'),
    launchType: firstWritten(block.fact(at('type'))),
    capacity: capacity(block),
    ...candidates(block),
    spotChoice: known<Fact>('any', block.location),
    onDemandChoice: known<Fact>('any', block.location),
  }
}

function purchase(block: Block): Purchase | undefined {
  const type = typeOf(block)
  return type === 'SPOT' || type === 'FARGATE_SPOT' ? 'spot' : type === undefined ? undefined : 'on-demand'
}

/** Jobs on Fargate are billed by what they ask for while they run. */
const jobLines = (resource: Resource, prices: PriceBook): readonly Line[] => {
  const prefix = resource.purchase === 'spot' ? 'spot ' : ''
  return [
    serviceLine(resource, prices, 'Job vCPU', 'vCPU-hour', usage(resource, 'vcpuHours'), {
      service: 'fargate',
      item: `${prefix}vCPU`,
    }),
    serviceLine(resource, prices, 'Job memory', 'GB-hour', usage(resource, 'memoryGBHours'), {
      service: 'fargate',
      item: `${prefix}memory`,
    }),
  ]
}

/** One machine stands for as many units as it has vCPUs. */
function weighted(resource: Resource, prices: PriceBook): Resource {
  const shape: Record<string, Known<Fact>> = { ...resource.shape }
  for (const [name, type] of Object.entries(resource.shape)) {
    const [, part] = /^(candidates\[\d+\])\.type$/.exec(name) ?? []
    const vcpu = part && prices.specs('aws', String(valueOf(type)))?.vcpu
    if (part)
      shape[`${part}.weight`] = vcpu ? known<Fact>(vcpu, resource.location) : unknown('dynamic', resource.location)
  }
  return { ...resource, shape }
}

const environment = defineResource({
  id: 'aws/batch-compute-environment',
  cloud: 'aws',
  docs: 'https://aws.amazon.com/batch/pricing/',
  shape: { ...groupShape, launchType: 'EC2, SPOT or fargate' },
  usage: {
    ...groupUsage,
    instances: 'vCPUs that run, mean of the month',
    vcpuHours: 'vCPU-hours of jobs on Fargate',
    memoryGBHours: 'GB-hours of memory of jobs on Fargate',
  },
  lines: (resource, prices) =>
    valueOf(resource.shape.launchType ?? unknown('absent')) === 'fargate'
      ? jobLines(resource, prices)
      : groupLines(weighted(resource, prices), prices),
  from: {
    // https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/batch_compute_environment
    terraform: { aws_batch_compute_environment: { facts: {}, more: facts, purchase } },
  },
  label: () => 'Batch',
})

export const resources = [environment]

export const examples: readonly ResourceExample[] = [
  {
    name: 'sixteen vCPUs are kept, two c5.2xlarge: 2 × 730 h × $0.34, up to eight of them; the volume is that of the image',
    terraform: `provider "aws" {
  region = "us-east-1"
}

resource "aws_launch_template" "batch" {
  network_interfaces {
    associate_public_ip_address = false
  }
}

resource "aws_batch_compute_environment" "kept" {
  type = "MANAGED"

  compute_resources {
    type          = "EC2"
    instance_type = ["c5.2xlarge"]
    min_vcpus     = 16
    max_vcpus     = 64
    subnets       = ["subnet-1"]

    launch_template {
      launch_template_id = aws_launch_template.batch.id
    }
  }
}
`,
    sees: [
      {
        address: 'aws_batch_compute_environment.kept',
        usd: 496.4,
        status: 'partial',
        lines: ['Instances on demand', 'Root volume storage'],
      },
    ],
  },
  {
    name: 'nothing is kept: a unit price, the machines come with the jobs; nor is it known which ones of a family; on Fargate 100 vCPU-hours × $0.04048 + 200 GB-hours × $0.004445',
    terraform: `provider "aws" {
  region = "us-east-1"
}

resource "aws_batch_compute_environment" "idle" {
  type = "MANAGED"

  compute_resources {
    type          = "SPOT"
    instance_type = ["g5.xlarge"]
    min_vcpus     = 0
    max_vcpus     = 64
    subnets       = ["subnet-1"]
  }
}

resource "aws_batch_compute_environment" "family" {
  type = "MANAGED"

  compute_resources {
    type          = "EC2"
    instance_type = ["optimal"]
    min_vcpus     = 4
    max_vcpus     = 64
    subnets       = ["subnet-1"]
  }
}

resource "aws_batch_compute_environment" "fargate" {
  type = "MANAGED"

  compute_resources {
    type      = "FARGATE"
    max_vcpus = 64
    subnets   = ["subnet-1"]
  }
}
`,
    usage: { 'aws_batch_compute_environment.fargate': { vcpuHours: 100, memoryGBHours: 200 } },
    sees: [
      {
        address: 'aws_batch_compute_environment.idle',
        usd: null,
        status: 'partial',
        unknown: ['Spot instances: dynamic', 'Root volume storage: absent', 'Public IPv4 address: absent'],
      },
      { address: 'aws_batch_compute_environment.family', usd: null, status: 'partial' },
      {
        address: 'aws_batch_compute_environment.fargate',
        usd: 4.94,
        status: 'priced',
        lines: ['Job vCPU', 'Job memory'],
      },
    ],
  },
]
