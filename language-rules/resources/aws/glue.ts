// https://aws.amazon.com/glue/pricing/: by the DPU-hour (4 vCPU, 16 GB), while something runs.
import {
  fact,
  isUnwritten,
  line,
  monthOf,
  numberFact,
  numberOf,
  product,
  usage,
} from '../../../core/estimate/resource-line.ts'
import { serviceLine } from '../../../core/estimate/service-line.ts'
import type { Block } from '../../../core/format.ts'
import { mapKnown, unknown, valueOf } from '../../../core/known.ts'
import { defineResource, type ResourceExample } from '../../../core/resource.ts'
import type { Fact, Known } from '../../../core/types.ts'

/** DPUs of a worker, of twice the memory where its type is R: https://docs.aws.amazon.com/glue/latest/dg/worker-types.html */
const dpusOf: Readonly<Record<string, number>> = {
  Standard: 1,
  'G.025X': 0.25,
  'G.1X': 1,
  'G.2X': 2,
  'G.4X': 4,
  'G.8X': 8,
  'G.12X': 12,
  'G.16X': 16,
  'R.1X': 1,
  'R.2X': 2,
  'R.4X': 4,
  'R.8X': 8,
}

/** What is written of a capacity: workers of a type, or DPUs; unknown where the service decides. */
function dpus(block: Block): Known<Fact> {
  const capacity = block.fact('max_capacity')
  if (!isUnwritten(capacity)) return numberOf(capacity)
  const type = block.fact('worker_type')
  const each = dpusOf[String(valueOf(type))]
  if (each !== undefined) return mapKnown(numberOf(block.fact('number_of_workers')), (many): Fact => many * each)
  return unknown(isUnwritten(type) ? 'absent' : type.is === 'unknown' ? type.why : 'unsupported', block.location)
}

const job = defineResource({
  id: 'aws/glue-job',
  cloud: 'aws',
  docs: 'https://aws.amazon.com/glue/pricing/',
  shape: { dpus: 'DPUs while it runs', workerType: 'G.1X, R.1X, …', execution: 'STANDARD or FLEX' },
  usage: { runHours: 'hours its runs take together' },
  lines: (resource, prices) => {
    const execution = fact(resource, 'execution')
    const quantity = product(usage(resource, 'runHours'), numberFact(resource, 'dpus'))
    if (execution.is === 'unknown') return [line('Runs', 'DPU-hour', quantity, execution.why)]
    const isLarge = String(valueOf(fact(resource, 'workerType'))).startsWith('R.')
    const item = isLarge ? 'memory-optimized DPU' : valueOf(execution) === 'FLEX' ? 'flex DPU' : 'DPU'
    return [serviceLine(resource, prices, 'Runs', 'DPU-hour', quantity, { service: 'glue', item })]
  },
  from: {
    // https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/glue_job
    terraform: {
      aws_glue_job: { facts: { dpus, workerType: 'worker_type', execution: ['execution_class', 'STANDARD'] } },
    },
  },
  label: () => 'Glue job',
})

const crawler = defineResource({
  id: 'aws/glue-crawler',
  cloud: 'aws',
  docs: 'https://aws.amazon.com/glue/pricing/',
  shape: {},
  usage: { dpuHours: 'DPU-hours its runs take together' },
  lines: (resource, prices) => [
    serviceLine(resource, prices, 'Runs', 'DPU-hour', usage(resource, 'dpuHours'), {
      service: 'glue',
      item: 'crawler DPU',
    }),
  ],
  from: { terraform: { aws_glue_crawler: { facts: {} } } },
  label: () => 'Glue crawler',
})

const catalog = defineResource({
  id: 'aws/glue-catalog',
  cloud: 'aws',
  docs: 'https://aws.amazon.com/glue/pricing/',
  shape: {},
  usage: { objects: 'tables, versions and partitions stored', requests: 'requests to the catalog' },
  lines: (resource, prices) => {
    const item = (name: string) => ({ service: 'glue', item: name })
    return [
      serviceLine(resource, prices, 'Objects', 'object-month', usage(resource, 'objects'), item('catalog objects')),
      serviceLine(resource, prices, 'Requests', 'request', usage(resource, 'requests'), item('catalog requests')),
    ]
  },
  from: { terraform: { aws_glue_catalog_database: { facts: {} } } },
  label: () => 'Glue catalog',
})

/** Billed until it is deleted, whether used or not. */
const endpoint = defineResource({
  id: 'aws/glue-dev-endpoint',
  cloud: 'aws',
  docs: 'https://aws.amazon.com/glue/pricing/',
  shape: { dpus: 'DPUs it keeps' },
  lines: (resource, prices) => [
    serviceLine(resource, prices, 'DPUs', 'DPU-hour', product(numberFact(resource, 'dpus'), monthOf(resource)), {
      service: 'glue',
      item: 'development endpoint DPU',
    }),
  ],
  from: {
    // https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/glue_dev_endpoint
    terraform: {
      aws_glue_dev_endpoint: {
        facts: {
          dpus: (block) => (isUnwritten(block.fact('worker_type')) ? block.fact('number_of_nodes') : dpus(block)),
        },
      },
    },
  },
  label: () => 'Glue development endpoint',
})

export const resources = [job, crawler, catalog, endpoint]

/** What the catalog holds is billed by its database. */
export const free: readonly string[] = [
  'aws_glue_catalog_table',
  'aws_glue_classifier',
  'aws_glue_connection',
  'aws_glue_data_catalog_encryption_settings',
  'aws_glue_data_quality_ruleset',
  'aws_glue_partition',
  'aws_glue_partition_index',
  'aws_glue_registry',
  'aws_glue_resource_policy',
  'aws_glue_schema',
  'aws_glue_security_configuration',
  'aws_glue_trigger',
  'aws_glue_user_defined_function',
  'aws_glue_workflow',
]

export const examples: readonly ResourceExample[] = [
  {
    name: '10 workers of 2 DPUs for 30 hours of runs, 600 × $0.44, and 4 of one DPU on spare capacity, 40 × $0.29',
    terraform: `provider "aws" {
  region = "us-east-1"
}

resource "aws_glue_job" "etl" {
  name              = "etl"
  worker_type       = "G.2X"
  number_of_workers = 10
}

resource "aws_glue_job" "night" {
  name              = "night"
  worker_type       = "G.1X"
  number_of_workers = 4
  execution_class   = "FLEX"
}
`,
    usage: { 'aws_glue_job.etl': { runHours: 30 }, 'aws_glue_job.night': { runHours: 10 } },
    sees: [
      { address: 'aws_glue_job.etl', usd: 264, status: 'priced' },
      { address: 'aws_glue_job.night', usd: 11.6, status: 'priced' },
    ],
  },
  {
    name: 'how long it runs is use: a unit price alone',
    terraform: `provider "aws" {
  region = "us-east-1"
}

resource "aws_glue_job" "etl" {
  name         = "etl"
  max_capacity = 1
}

resource "aws_glue_crawler" "lake" {
  database_name = "lake"
}

resource "aws_glue_catalog_database" "lake" {
  name = "lake"
}
`,
    sees: [
      { address: 'aws_glue_job.etl', usd: null, status: 'partial', unknown: ['Runs: usage'] },
      { address: 'aws_glue_crawler.lake', usd: null, status: 'partial', unknown: ['Runs: usage'] },
      {
        address: 'aws_glue_catalog_database.lake',
        usd: null,
        status: 'partial',
        unknown: ['Objects: usage', 'Requests: usage'],
      },
    ],
  },
  {
    name: 'a catalog of 2 M objects and 5 M requests: 20 × $1 + 5 × $1; a crawler that takes 6 DPU-hours: 6 × $0.44',
    terraform: `provider "aws" {
  region = "us-east-1"
}

resource "aws_glue_catalog_database" "lake" {
  name = "lake"
}

resource "aws_glue_crawler" "lake" {
  database_name = "lake"
}
`,
    usage: { aws_glue_catalog_database: { objects: 2e6, requests: 5e6 }, aws_glue_crawler: { dpuHours: 6 } },
    sees: [
      { address: 'aws_glue_catalog_database.lake', usd: 25, status: 'priced' },
      { address: 'aws_glue_crawler.lake', usd: 2.64, status: 'priced' },
    ],
  },
  {
    name: 'a development endpoint keeps its DPUs: 5 × 730 h × $0.44; how many AWS gives where none are written is not known',
    terraform: `provider "aws" {
  region = "us-east-1"
}

resource "aws_glue_dev_endpoint" "dev" {
  name            = "dev"
  role_arn        = "arn:aws:iam::123456789012:role/dev"
  number_of_nodes = 5
}

resource "aws_glue_dev_endpoint" "untold" {
  name     = "untold"
  role_arn = "arn:aws:iam::123456789012:role/dev"
}
`,
    sees: [
      { address: 'aws_glue_dev_endpoint.dev', usd: 1606, status: 'priced' },
      { address: 'aws_glue_dev_endpoint.untold', usd: null, status: 'partial', unknown: ['DPUs: absent'] },
    ],
  },
]
