// https://aws.amazon.com/dynamodb/pricing/
import { fact, isUnwritten, line, monthOf, numberFact, partsOf, product } from '../../../core/estimate/resource-line.ts'
import type { Block } from '../../../core/format.ts'
import { assumed, known, mapKnown, unknown, valueOf } from '../../../core/known.ts'
import type { PriceBook } from '../../../core/prices/book.ts'
import { type CodeExample, defineResource } from '../../../core/resource.ts'
import type { Fact, Known, Line, Resource } from '../../../core/types.ts'
import { scaledBy } from '../scaled-by.ts'
import { examples as tableExamples } from './dynamodb-examples.ts'
import { tablesFromCode } from './dynamodb-from-code.ts'
import { is, itemPrice, serviceLines, textOf } from './item-lines.ts'

/** Rows of the Standard-Infrequent Access class are named so. */
const listed = (resource: Resource, item: string) =>
  is(fact(resource, 'tableClass'), 'STANDARD_INFREQUENT_ACCESS') ? `${item}, infrequent access` : item

/**
 * The table itself and its indexes; `where` tells a replica's lines from them. A replicated write has the price of a write:
 * https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/global-tables-billing.html
 */
function throughputLines(resource: Resource, prices: PriceBook, where: string): readonly Line[] {
  const { used } = serviceLines(resource, prices, 'dynamodb')
  const item = (label: string, quantity: Known<number>, name: string) =>
    capacityLine(resource, prices, label, quantity, name)
  const mode = fact(resource, 'billingMode')
  const writes = where === '' ? 'Writes' : `Replicated writes${where}`
  if (is(mode, 'PAY_PER_REQUEST'))
    return [
      used(`Reads${where}`, 'request', listed(resource, 'read request unit (on-demand)'), 'readRequests'),
      used(writes, 'request', listed(resource, 'write request unit (on-demand)'), 'writeRequests'),
    ]
  const asked = (name: string) => (is(mode, 'PROVISIONED') ? numberFact(resource, name) : unknownMode(mode))
  const read = listed(resource, 'RCU provisioned')
  const write = listed(resource, 'WCU provisioned')
  return [
    item(`Read capacity${where}`, asked('readCapacity'), read),
    item(`Write capacity${where}`, asked('writeCapacity'), write),
    ...partsOf(resource, 'indexes').flatMap((part, i) => [
      item(`Index ${i + 1}, read capacity${where}`, asked(`${part}.readCapacity`), read),
      item(`Index ${i + 1}, write capacity${where}`, asked(`${part}.writeCapacity`), write),
    ]),
  ]
}

/** Units are billed by the hour; some lists have them by the month of 730. */
function capacityLine(resource: Resource, prices: PriceBook, label: string, units: Known<number>, name: string): Line {
  const price = itemPrice(resource, prices, 'dynamodb', name)
  const isMonthly = typeof price !== 'string' && price.unit.endsWith('-month')
  const kind = name.slice(0, 3)
  return isMonthly
    ? line(label, `${kind}-month`, units, price)
    : line(label, `${kind}-hour`, product(units, monthOf(resource)), price)
}

const unknownMode = (mode: Known<Fact>): Known<number> => unknown(mode.is === 'unknown' ? mode.why : 'dynamic')

function storedLines(resource: Resource, prices: PriceBook, where: string): readonly Line[] {
  const { used, told } = serviceLines(resource, prices, 'dynamodb')
  return [
    used(`Storage${where}`, 'GB-month', listed(resource, 'storage'), 'storedGB'),
    ...(is(fact(resource, 'recovery'), false)
      ? []
      : [used(`Point-in-time recovery${where}`, 'GB-month', 'point-in-time recovery', 'storedGB')]),
    ...(where === '' && !is(fact(resource, 'streams'), false)
      ? [used('Stream reads', 'request', 'streams read request unit', 'streamReads')]
      : []),
    ...told(`On-demand backups${where}`, 'GB-month', 'backup', 'backupGB'),
    ...told(`Restores${where}`, 'GB', 'restore', 'restoredGB'),
  ]
}

/** Each replica is a table of its own, in its own region. */
function replicaLines(resource: Resource, prices: PriceBook): readonly Line[] {
  return partsOf(resource, 'replicas').flatMap((part) => {
    const region = fact(resource, `${part}.region`)
    const there = {
      ...resource,
      region: mapKnown(region, String),
      shape: { ...resource.shape, recovery: fact(resource, `${part}.recovery`) },
    }
    const where = `, replica in ${textOf(region) ?? 'another region'}`
    return [...throughputLines(there, prices, where), ...storedLines(there, prices, where)]
  })
}

/** https://docs.aws.amazon.com/amazondynamodb/latest/APIReference/API_CreateTable.html: without a mode it is provisioned. */
const mode = (block: Block): Known<Fact> => {
  const written = block.fact('billing_mode')
  return isUnwritten(written) ? assumed<Fact>('PROVISIONED', block.location) : written
}

/**
 * What is written; where Application Auto Scaling moves it that is only where it begins, and the least is the likely one:
 * https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/dynamodb_table says to ignore changes of it then.
 */
const capacity = (path: string, dimension: string) => (block: Block) => {
  const written = block.fact(path)
  const id = `table/${textOf(block.fact('name')) ?? ''}`
  const scaled = scaledBy(block, dimension, unknown('absent'), id)
  return scaled.is === 'range' ? scaled : scaledBy(block, dimension, written, id)
}

/** A replica of a table described elsewhere in the root: its capacity, its indexes and its class are the table's. */
const tableOf = (block: Block) => block.target('global_table_arn', 'aws_dynamodb_table')

const ofTable =
  (read: (table: Block) => Known<Fact>) =>
  (block: Block): Known<Fact> => {
    const table = tableOf(block)
    return table ? read(table) : unknown('dynamic', block.location)
  }

const readCapacity = capacity('read_capacity', 'dynamodb:table:ReadCapacityUnits')
const writeCapacity = capacity('write_capacity', 'dynamodb:table:WriteCapacityUnits')

const indexes = {
  block: 'global_secondary_index',
  facts: { readCapacity: 'read_capacity', writeCapacity: 'write_capacity' },
}

const tableClass = (block: Block): Known<Fact> => {
  const written = block.fact('table_class')
  return isUnwritten(written) ? assumed<Fact>('STANDARD', block.location) : written
}

const shape = {
  billingMode: 'PROVISIONED or PAY_PER_REQUEST',
  readCapacity: 'provisioned read capacity units, from the least to the most where they are scaled',
  writeCapacity: 'provisioned write capacity units, from the least to the most where they are scaled',
  tableClass: 'STANDARD or STANDARD_INFREQUENT_ACCESS',
  recovery: 'whether it can be restored to any point in time',
  streams: 'whether changes are streamed',
  'indexes[0].count': 'how many indexes like this one',
  'indexes[0].readCapacity': 'provisioned read capacity units of a global secondary index',
  'indexes[0].writeCapacity': 'provisioned write capacity units of a global secondary index',
}

const used = {
  readRequests: 'read request units a month, on demand',
  writeRequests: 'write request units a month, on demand',
  storedGB: 'GB stored, indexes counted, mean of the month',
  backupGB: 'GB of on-demand backups, mean of the month',
  restoredGB: 'GB restored a month',
  streamReads: 'read requests of the stream a month',
}

const table = defineResource({
  id: 'aws/dynamodb-table',
  cloud: 'aws',
  docs: 'https://aws.amazon.com/dynamodb/pricing/',
  shape: {
    ...shape,
    'replicas[0].count': 'how many replicas like this one',
    'replicas[0].region': 'region of the replica',
    'replicas[0].recovery': 'whether the replica can be restored to any point in time',
  },
  usage: used,
  lines: (resource, prices) => [
    ...throughputLines(resource, prices, ''),
    ...storedLines(resource, prices, ''),
    ...replicaLines(resource, prices),
  ],
  from: {
    // https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/dynamodb_table
    terraform: {
      aws_dynamodb_table: {
        facts: {
          billingMode: mode,
          readCapacity,
          writeCapacity,
          tableClass,
          recovery: ['point_in_time_recovery.enabled', false],
          streams: ['stream_enabled', false],
        },
        repeated: {
          indexes,
          replicas: { block: 'replica', facts: { region: 'region_name', recovery: ['point_in_time_recovery', false] } },
        },
      },
    },
    sdk: tablesFromCode,
  },
  label: ({ shape: facts }) =>
    valueOf(facts.billingMode ?? unknown('absent')) === 'PAY_PER_REQUEST'
      ? 'DynamoDB · on demand'
      : 'DynamoDB · provisioned',
})

const replica = defineResource({
  id: 'aws/dynamodb-replica',
  cloud: 'aws',
  docs: 'https://aws.amazon.com/dynamodb/pricing/',
  shape,
  usage: used,
  lines: (resource, prices) => {
    const where = ', replica'
    return [...throughputLines(resource, prices, where), ...storedLines(resource, prices, where)]
  },
  from: {
    // https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/dynamodb_table_replica
    terraform: {
      aws_dynamodb_table_replica: {
        facts: {
          billingMode: ofTable(mode),
          readCapacity: ofTable(readCapacity),
          writeCapacity: ofTable(writeCapacity),
          tableClass: (block) => {
            const own = block.fact('table_class_override')
            return isUnwritten(own) ? ofTable(tableClass)(block) : own
          },
          recovery: ['point_in_time_recovery', false],
          streams: (block) => known<Fact>(false, block.location),
        },
        repeated: { indexes: { ...indexes, of: tableOf } },
      },
    },
  },
  label: () => 'DynamoDB replica',
})

export const resources = [table, replica]
export const examples = tableExamples

export const codeExamples: readonly CodeExample[] = [
  {
    name: 'ten read and five write capacity units for a month: 730 h × (10 × $0.00013 + 5 × $0.00065), and the same again for its index',
    lang: 'python',
    code: `import boto3

throughput = {"ReadCapacityUnits": 10, "WriteCapacityUnits": 5}
boto3.client("dynamodb", region_name="us-east-1").create_table(
    TableName="orders",
    KeySchema=[{"AttributeName": "id", "KeyType": "HASH"}],
    AttributeDefinitions=[{"AttributeName": "id", "AttributeType": "S"}],
    ProvisionedThroughput=throughput,
    GlobalSecondaryIndexes=[{"IndexName": "day", "KeySchema": [], "ProvisionedThroughput": throughput}],
)
`,
    sees: [{ address: 'aws.dynamodb.create_table', usd: 6.64, status: 'partial', unknown: ['Storage: usage'] }],
  },
]
