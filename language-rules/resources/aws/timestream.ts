// https://aws.amazon.com/timestream/pricing/
import { fact, line, monthOf, numberFact, priceFor, usage } from '../../../core/estimate/resource-line.ts'
import { serviceLine } from '../../../core/estimate/service-line.ts'
import { valueOf } from '../../../core/known.ts'
import { defineResource, type ResourceExample } from '../../../core/resource.ts'

/** Queries are billed for the account, so not by a table. */
const table = defineResource({
  id: 'aws/timestream-table',
  cloud: 'aws',
  docs: 'https://aws.amazon.com/timestream/pricing/',
  shape: {},
  usage: {
    writes: 'writes, one for each KB begun',
    memoryGBHours: 'GB-hours in the memory store',
    storedGB: 'GB in the magnetic store, mean of the month',
  },
  lines: (resource, prices) => {
    const item = (name: string) => ({ service: 'timestream', item: name })
    return [
      serviceLine(resource, prices, 'Writes', 'write', usage(resource, 'writes'), item('writes')),
      serviceLine(resource, prices, 'Memory store', 'GB-hour', usage(resource, 'memoryGBHours'), item('memory store')),
      serviceLine(resource, prices, 'Magnetic store', 'GB-month', usage(resource, 'storedGB'), item('magnetic store')),
    ]
  },
  from: { terraform: { aws_timestreamwrite_table: { facts: {} } } },
  label: () => 'Timestream table',
})

const words = (deployment: string) => (deployment === 'WITH_MULTIAZ_STANDBY' ? ' multi-az' : '')

const influx = defineResource({
  id: 'aws/timestream-influxdb',
  cloud: 'aws',
  docs: 'https://aws.amazon.com/timestream/pricing/',
  shape: {
    instanceType: 'db.influx.medium',
    deployment: 'SINGLE_AZ or WITH_MULTIAZ_STANDBY',
    storageType: 'InfluxIOIncludedT1, T2 or T3',
    sizeGiB: 'GiB of storage',
    publicIpv4: 'whether it has a public IPv4 address',
  },
  lines: (resource, prices) => {
    const deployment = fact(resource, 'deployment')
    const address = { service: 'public-ipv4', item: 'in use or idle' }
    return [
      line(
        'Instance',
        'hour',
        monthOf(resource),
        priceFor(resource, [fact(resource, 'instanceType'), deployment], (region, type, mode) =>
          prices.service('aws', 'timestream-influxdb', `${type}${words(mode!)}`, region),
        ),
      ),
      line(
        'Storage',
        'GB-month',
        numberFact(resource, 'sizeGiB'),
        priceFor(resource, [fact(resource, 'storageType'), deployment], (region, type, mode) =>
          prices.service('aws', 'timestream-influxdb', `${type} storage${words(mode!)}`, region),
        ),
      ),
      ...(valueOf(fact(resource, 'publicIpv4')) === true
        ? [serviceLine(resource, prices, 'Public IPv4 address', 'hour', monthOf(resource), address)]
        : []),
    ]
  },
  from: {
    // https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/timestreaminfluxdb_db_instance
    terraform: {
      aws_timestreaminfluxdb_db_instance: {
        facts: {
          instanceType: 'db_instance_type',
          deployment: ['deployment_type', 'SINGLE_AZ'],
          storageType: ['db_storage_type', 'InfluxIOIncludedT1'],
          sizeGiB: 'allocated_storage',
          publicIpv4: ['publicly_accessible', false],
        },
      },
    },
  },
  label: ({ shape }) => String((shape.instanceType && valueOf(shape.instanceType)) ?? 'InfluxDB'),
})

export const resources = [table, influx]

export const free: readonly string[] = ['aws_timestreamwrite_database']

export const examples: readonly ResourceExample[] = [
  {
    name: 'InfluxDB in one zone, 730 h × $0.12 + 100 GiB × $0.10, and with a standby, 730 h × $0.956 + 400 GiB × $0.70',
    terraform: `provider "aws" {
  region = "us-east-1"
}

resource "aws_timestreaminfluxdb_db_instance" "one" {
  name              = "one"
  db_instance_type  = "db.influx.medium"
  allocated_storage = 100
}

resource "aws_timestreaminfluxdb_db_instance" "two" {
  name              = "two"
  db_instance_type  = "db.influx.xlarge"
  db_storage_type   = "InfluxIOIncludedT2"
  deployment_type   = "WITH_MULTIAZ_STANDBY"
  allocated_storage = 400
}
`,
    sees: [
      { address: 'aws_timestreaminfluxdb_db_instance.one', usd: 97.6, status: 'priced' },
      { address: 'aws_timestreaminfluxdb_db_instance.two', usd: 977.88, status: 'priced' },
    ],
  },
  {
    name: 'without rows for the region, never $0',
    terraform: `provider "aws" {
  region = "mx-central-1"
}

resource "aws_timestreamwrite_table" "sensors" {
  database_name = "plant"
  table_name    = "sensors"
}

resource "aws_timestreaminfluxdb_db_instance" "metrics" {
  name              = "metrics"
  db_instance_type  = "db.influx.medium"
  allocated_storage = 100
}
`,
    sees: [
      {
        address: 'aws_timestreamwrite_table.sensors',
        usd: null,
        status: 'unknown',
        lines: ['Writes', 'Memory store', 'Magnetic store'],
      },
      {
        address: 'aws_timestreaminfluxdb_db_instance.metrics',
        usd: null,
        status: 'unknown',
        unknown: ['Instance: no-price', 'Storage: no-price'],
        assumed: ['deployment', 'storageType', 'publicIpv4'],
      },
    ],
  },
]
