// https://aws.amazon.com/managed-service-apache-flink/pricing/: by the KPU (1 vCPU, 4 GB), with 50 GB of running storage in each, and one
// more KPU an application for its orchestration. SQL applications are billed for the KPUs their input takes.
import {
  fact,
  isUnwritten,
  monthOf,
  numberFact,
  numberOf,
  product,
  usage,
} from '../../../core/estimate/resource-line.ts'
import { serviceLine } from '../../../core/estimate/service-line.ts'
import type { Block } from '../../../core/format.ts'
import { assumed, known, mapKnown, unknown, valueOf } from '../../../core/known.ts'
import type { PriceBook } from '../../../core/prices/book.ts'
import { defineResource, type ResourceExample } from '../../../core/resource.ts'
import type { Fact, Known, Line, Resource } from '../../../core/types.ts'

const parallelism = 'application_configuration.flink_application_configuration.parallelism_configuration'

/** KPUs an application may grow to unless its limit was raised. */
const mostKpus = 64

/** What is set counts only where the type is CUSTOM; autoscaling goes up from it, and back to it. */
function kpus(block: Block): Known<Fact> {
  if (valueOf(block.fact(`${parallelism}.configuration_type`)) !== 'CUSTOM') return unknown('usage')
  const tasks = valueOf(numberOf(block.fact(`${parallelism}.parallelism`)))
  const perKpu = block.fact(`${parallelism}.parallelism_per_kpu`)
  const each = isUnwritten(perKpu) ? 1 : valueOf(numberOf(perKpu))
  if (tasks === undefined || each === undefined) return unknown('usage', block.location)
  const start = Math.ceil(tasks / each)
  return valueOf(block.fact(`${parallelism}.auto_scaling_enabled`)) === true && start < mostKpus
    ? { is: 'range', low: start, likely: start, high: mostKpus, at: block.location }
    : known<Fact>(start, block.location)
}

const hourly = (resource: Resource, prices: PriceBook, label: string, many: Known<number>): Line =>
  serviceLine(resource, prices, label, 'KPU-hour', product(many, monthOf(resource)), { service: 'flink', item: 'KPU' })

function runningLines(resource: Resource, prices: PriceBook): Line[] {
  const written = numberFact(resource, 'kpus')
  const many = written.is === 'unknown' ? usage(resource, 'kpus') : written
  if (String(valueOf(fact(resource, 'runtime'))).startsWith('SQL'))
    return [hourly(resource, prices, 'Processing', many)]
  const storage = { service: 'flink', item: 'running storage' }
  return [
    hourly(resource, prices, 'Processing', many),
    hourly(resource, prices, 'Orchestration', known(1, resource.location)),
    serviceLine(resource, prices, 'Running storage', 'GB-month', usage(resource, 'extraStoredGB'), storage),
  ]
}

const backupLine = (resource: Resource, prices: PriceBook): Line =>
  serviceLine(resource, prices, 'Backups', 'GB-month', usage(resource, 'backupGB'), {
    service: 'flink',
    item: 'backup',
  })

const backupGB = 'GB of durable backups, mean of the month'

const application = defineResource({
  id: 'aws/flink-application',
  cloud: 'aws',
  docs: 'https://aws.amazon.com/managed-service-apache-flink/pricing/',
  shape: {
    runtime: 'FLINK-1_20, SQL-1_0, …',
    kpus: 'KPUs its tasks take, without the one for orchestration',
    isStarted: 'whether it runs',
  },
  usage: {
    kpus: 'KPUs, mean of the month, where the parallelism does not tell',
    extraStoredGB: 'GB of running storage above the 50 in each KPU',
    backupGB,
  },
  assumes: [{ what: 'running', value: 'the whole month', from: 'started applications run until they are stopped' }],
  lines: (resource, prices) => {
    const isSql = String(valueOf(fact(resource, 'runtime'))).startsWith('SQL')
    const isStopped = valueOf(fact(resource, 'isStarted')) === false
    return [...(isStopped ? [] : runningLines(resource, prices)), ...(isSql ? [] : [backupLine(resource, prices)])]
  },
  from: {
    // https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/kinesisanalyticsv2_application
    terraform: {
      aws_kinesis_analytics_application: {
        facts: {
          runtime: (block) => assumed<Fact>('SQL-1_0', block.location),
          kpus: () => unknown('usage'),
          isStarted: 'start_application',
        },
      },
      aws_kinesisanalyticsv2_application: {
        facts: { runtime: 'runtime_environment', kpus, isStarted: 'start_application' },
      },
    },
  },
  label: ({ shape }) => {
    const many = shape.kpus && valueOf(mapKnown(shape.kpus, Number))
    return many === undefined ? 'Stream processing' : `Flink, ${many} KPUs`
  },
})

const snapshot = defineResource({
  id: 'aws/flink-snapshot',
  cloud: 'aws',
  docs: 'https://aws.amazon.com/managed-service-apache-flink/pricing/',
  shape: {},
  usage: { backupGB },
  lines: (resource, prices) => [backupLine(resource, prices)],
  from: { terraform: { aws_kinesisanalyticsv2_application_snapshot: { facts: {} } } },
  label: () => 'Flink snapshot',
})

export const resources = [application, snapshot]

const flink = (configuration: string, more = '') => `provider "aws" {
  region = "us-east-1"
}

resource "aws_kinesisanalyticsv2_application" "app" {
  name                   = "app"
  runtime_environment    = "FLINK-1_20"
  service_execution_role = "arn:aws:iam::123456789012:role/app"
${more}
  application_configuration {
    application_code_configuration {
      code_content_type = "ZIPFILE"
    }
${configuration}  }
}
`

const custom = (autoscaling: boolean) => `
    flink_application_configuration {
      parallelism_configuration {
        configuration_type   = "CUSTOM"
        parallelism          = 10
        parallelism_per_kpu  = 4
        auto_scaling_enabled = ${autoscaling}
      }
    }
`

export const examples: readonly ResourceExample[] = [
  {
    name: '10 tasks, 4 to a KPU, are 3 KPUs, and one more orchestrates: 4 × 730 h × $0.11',
    terraform: flink(custom(false)),
    sees: [
      {
        address: 'aws_kinesisanalyticsv2_application.app',
        usd: 321.2,
        status: 'partial',
        lines: ['Processing', 'Orchestration', 'Running storage', 'Backups'],
        unknown: ['Running storage: usage', 'Backups: usage'],
      },
    ],
  },
  {
    name: 'autoscaling starts from the same 3 KPUs, which are the likely ones',
    terraform: flink(custom(true)),
    usage: { aws_kinesisanalyticsv2_application: { extraStoredGB: 0, backupGB: 100 } },
    sees: [{ address: 'aws_kinesisanalyticsv2_application.app', usd: 323.5, status: 'priced' }],
  },
  {
    name: 'left to the service, the tasks are use, and the orchestration alone is sure: 730 h × $0.11',
    terraform: flink(''),
    sees: [
      {
        address: 'aws_kinesisanalyticsv2_application.app',
        usd: 80.3,
        status: 'partial',
        unknown: ['Processing: usage', 'Running storage: usage', 'Backups: usage'],
      },
    ],
  },
  {
    name: 'a stopped application bills its backups alone; a snapshot is a backup, 20 GB × $0.023',
    terraform: `${flink(custom(false), '  start_application      = false\n')}
resource "aws_kinesisanalyticsv2_application_snapshot" "before" {
  application_name = aws_kinesisanalyticsv2_application.app.name
  snapshot_name    = "before"
}
`,
    usage: { aws_kinesisanalyticsv2_application_snapshot: { backupGB: 20 } },
    sees: [
      {
        address: 'aws_kinesisanalyticsv2_application.app',
        usd: null,
        status: 'partial',
        lines: ['Backups'],
        unknown: ['Backups: usage'],
      },
      { address: 'aws_kinesisanalyticsv2_application_snapshot.before', usd: 0.46, status: 'priced' },
    ],
  },
  {
    name: 'SQL has no orchestration: 2 KPUs × 730 h × $0.11, told in outlay.json',
    terraform: `provider "aws" {
  region = "us-east-1"
}

resource "aws_kinesis_analytics_application" "sql" {
  name = "sql"
}
`,
    usage: { aws_kinesis_analytics_application: { kpus: 2 } },
    sees: [{ address: 'aws_kinesis_analytics_application.sql', usd: 160.6, status: 'priced', lines: ['Processing'] }],
  },
]
