// https://aws.amazon.com/keyspaces/pricing/
import { fact, numberFact } from '../../../core/estimate/resource-line.ts'
import { defineResource, type ResourceExample } from '../../../core/resource.ts'
import { is, serviceLines } from './item-lines.ts'

const table = defineResource({
  id: 'aws/keyspaces-table',
  cloud: 'aws',
  docs: 'https://aws.amazon.com/keyspaces/pricing/',
  shape: {
    mode: 'PAY_PER_REQUEST or PROVISIONED',
    readCapacity: 'provisioned read capacity units',
    writeCapacity: 'provisioned write capacity units',
    recovery: 'ENABLED where it can be restored to any point in time',
  },
  usage: {
    readRequests: 'read request units a month, on demand',
    writeRequests: 'write request units a month, on demand',
    storedGB: 'GB stored, mean of the month',
  },
  lines: (resource, prices) => {
    const { hours, used } = serviceLines(resource, prices, 'keyspaces')
    const isProvisioned = is(fact(resource, 'mode'), 'PROVISIONED')
    return [
      ...(isProvisioned
        ? [
            { ...hours('Read capacity', numberFact(resource, 'readCapacity'), 'read capacity unit'), unit: 'RCU-hour' },
            {
              ...hours('Write capacity', numberFact(resource, 'writeCapacity'), 'write capacity unit'),
              unit: 'WCU-hour',
            },
          ]
        : [
            used('Reads', 'request', 'read request unit', 'readRequests'),
            used('Writes', 'request', 'write request unit', 'writeRequests'),
          ]),
      used('Storage', 'GB-month', 'storage', 'storedGB'),
      ...(is(fact(resource, 'recovery'), 'ENABLED')
        ? [used('Point-in-time recovery', 'GB-month', 'point-in-time recovery', 'storedGB')]
        : []),
    ]
  },
  from: {
    // https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/keyspaces_table
    terraform: {
      aws_keyspaces_table: {
        facts: {
          mode: ['capacity_specification.throughput_mode', 'PAY_PER_REQUEST'],
          readCapacity: 'capacity_specification.read_capacity_units',
          writeCapacity: 'capacity_specification.write_capacity_units',
          recovery: ['point_in_time_recovery.status', 'DISABLED'],
        },
      },
    },
  },
  label: () => 'Keyspaces table',
})

export const resources = [table]

export const examples: readonly ResourceExample[] = [
  {
    name: 'provisioned: 100 × 730 h × $0.00013 + 40 × 730 h × $0.00065; what is stored is use',
    terraform: `provider "aws" {
  region = "us-east-1"
}

resource "aws_keyspaces_table" "events" {
  keyspace_name = "app"
  table_name    = "events"

  capacity_specification {
    throughput_mode      = "PROVISIONED"
    read_capacity_units  = 100
    write_capacity_units = 40
  }
}
`,
    sees: [
      {
        address: 'aws_keyspaces_table.events',
        usd: 28.47,
        status: 'partial',
        lines: ['Read capacity', 'Write capacity', 'Storage'],
      },
    ],
  },
  {
    name: 'with use told: 100 × 730 h × $0.00013 + 40 × 730 h × $0.00065 + 100 GB × $0.25',
    terraform: `provider "aws" {
  region = "us-east-1"
}

resource "aws_keyspaces_table" "events" {
  keyspace_name = "app"
  table_name    = "events"

  capacity_specification {
    throughput_mode      = "PROVISIONED"
    read_capacity_units  = 100
    write_capacity_units = 40
  }
}
`,
    usage: { 'aws_keyspaces_table.*': { storedGB: 100 } },
    sees: [{ address: 'aws_keyspaces_table.events', usd: 53.47, status: 'priced' }],
  },
  {
    name: 'on demand unless it says otherwise: 100 GB × $0.25; requests are not in the list',
    terraform: `provider "aws" {
  region = "us-east-1"
}

resource "aws_keyspaces_table" "events" {
  keyspace_name = "app"
  table_name    = "events"
}
`,
    usage: { 'aws_keyspaces_table.events': { storedGB: 100 } },
    sees: [
      { address: 'aws_keyspaces_table.events', usd: 25, status: 'partial', lines: ['Reads', 'Writes', 'Storage'] },
    ],
  },
]
