import * as z from 'zod/mini'
import type { Document } from '../../core/document.ts'
import { codeOf, removeAttribute, setAttribute } from '../../core/fixes/blocks.ts'
import { valueOf } from '../../core/known.ts'
import { say, usd } from '../../core/money.ts'
import { defineRule, type RuleExample } from '../../core/rule.ts'
import { factPlace, writtenAt } from '../../core/rules/block-place.ts'
import { inMode, isKnownNumber, requestsTold, throughputOf } from '../../core/rules/table-modes.ts'
import type { Edit, Resource } from '../../core/types.ts'

export const rule = defineRule({
  id: 'provisioned-table',
  on: 'resource',
  severity: 'info',
  preset: 'strict',
  docs: {
    what: 'A table of Amazon DynamoDB has a fixed capacity, and nothing scales it.',
    why: 'Capacity is billed by the hour, used or not. On demand each request is billed, which costs less as long as only a part of the capacity is used. Nothing is said where its requests are not told.',
    fix: 'Tell its requests a month in `usage` of outlay.json: both are compared. Let the requests be billed, or scale the capacity with the use.',
    unless: 'The use is steady and near the capacity, or the account’s free 25 units cover it.',
    source: 'https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/capacity-mode.html',
    alters: ['bill'],
    notIn: {
      python: 'tables that code makes are not read',
      typescript: 'tables that code makes are not read',
      notebook: 'tables that code makes are not read',
    },
  },
  options: z.object({}),
  *check(table, { estimate, estimateWith, document }) {
    const { billingMode, readCapacity } = table.shape
    if (table.type !== 'aws_dynamodb_table' || !billingMode || valueOf(billingMode) !== 'PROVISIONED') return
    // What is scaled follows the use.
    if (!isKnownNumber(table, 'readCapacity') || !isKnownNumber(table, 'writeCapacity')) return
    if (!requestsTold(table)) return
    const after = estimateWith(inMode(table, 'PAY_PER_REQUEST'))
    const [paid, asked] = [estimate, after].map(throughputOf)
    if (!paid || !asked || asked.likely >= paid.likely) return
    yield {
      at:
        writtenAt(table, 'billing_mode') ??
        writtenAt(table, 'read_capacity') ??
        factPlace(table, readCapacity, document),
      message: say`A fixed capacity: ${usd(paid)} a month; on demand the requests you told of cost ${usd(asked)}. Let the requests be billed.`,
      after,
      fixes: [
        { title: 'Let the requests be billed', safety: 'suggestion', edits: onDemand(table, document), claim: 'saves' },
      ],
    }
  },
})

/** Capacity may not be written beside it. */
function onDemand(table: Resource, document: Document): readonly (Edit | undefined)[] {
  const mode = '"PAY_PER_REQUEST"'
  const paths = Object.keys(table.source.values).filter((path) =>
    /^(global_secondary_index(\[\d+\])?\.)?(read|write)_capacity$/.test(path),
  )
  // The first index is named with its number too.
  const others = paths.filter((path) => path !== 'read_capacity' && !path.includes('[0]'))
  const removed = others.map((path) => removeAttribute(table, path, document))
  if (table.module || table.source.blocks.includes('replica')) return [undefined]
  if (codeOf(table, 'billing_mode', document) === undefined)
    return [removeAttribute(table, 'read_capacity', document, `billing_mode = ${mode}`), ...removed]
  return [
    setAttribute(table, 'billing_mode', mode, document),
    ...(table.source.values.read_capacity ? [removeAttribute(table, 'read_capacity', document)] : []),
    ...removed,
  ]
}

export const examples: readonly RuleExample[] = [
  {
    name: 'twenty of each and an index: (40 + 10) × $0.00013 × 730 h and (20 + 5) × $0.00065 × 730 h; 10 M reads and writes are $1.25 and $6.25',
    lang: 'terraform',
    usage: { 'aws_dynamodb_table.berths': { readRequests: 10_000_000, writeRequests: 10_000_000 } },
    code: `provider "aws" {
  region = "us-east-1"
}

resource "aws_dynamodb_table" "berths" {
  name           = "berths"
  billing_mode   = "PROVISIONED"
  read_capacity  = 40
  write_capacity = 20 # since the spring
  hash_key       = "id"

  attribute {
    name = "id"
    type = "S"
  }

  global_secondary_index {
    name            = "by-ship"
    hash_key        = "ship"
    projection_type = "ALL"
    read_capacity   = 10
    write_capacity  = 5
  }
}
`,
    finds: [
      {
        line: 7,
        message:
          'A fixed capacity: $16.61 a month; on demand the requests you told of cost $7.50. Let the requests be billed.',
        fixed: `provider "aws" {
  region = "us-east-1"
}

resource "aws_dynamodb_table" "berths" {
  name           = "berths"
  billing_mode   = "PAY_PER_REQUEST"
  hash_key       = "id"

  attribute {
    name = "id"
    type = "S"
  }

  global_secondary_index {
    name            = "by-ship"
    hash_key        = "ship"
    projection_type = "ALL"
  }
}
`,
      },
    ],
  },
  {
    name: 'the mode is not written, which is this one',
    lang: 'terraform',
    usage: { 'aws_dynamodb_table.locks': { readRequests: 100_000, writeRequests: 100_000 } },
    code: `provider "aws" {
  region = "us-east-1"
}

resource "aws_dynamodb_table" "locks" {
  name           = "locks"
  hash_key       = "LockID"
  read_capacity  = 5
  write_capacity = 5
}
`,
    finds: [
      {
        line: 8,
        message:
          'A fixed capacity: $2.85 a month; on demand the requests you told of cost $0.075. Let the requests be billed.',
        fixed: `provider "aws" {
  region = "us-east-1"
}

resource "aws_dynamodb_table" "locks" {
  name           = "locks"
  hash_key       = "LockID"
  billing_mode = "PAY_PER_REQUEST"
}
`,
      },
    ],
  },
  {
    name: 'on demand, scaled, or of a capacity that a variable says',
    lang: 'terraform',
    usage: {
      'aws_dynamodb_table.asked': { readRequests: 1000, writeRequests: 1000 },
      'aws_dynamodb_table.open': { readRequests: 1000, writeRequests: 1000 },
      'aws_dynamodb_table.scaled': { readRequests: 1000, writeRequests: 1000 },
    },
    code: `provider "aws" {
  region = "us-east-1"
}

variable "units" {}

resource "aws_dynamodb_table" "asked" {
  name         = "asked"
  billing_mode = "PAY_PER_REQUEST"
  hash_key     = "id"
}

resource "aws_dynamodb_table" "open" {
  name           = "open"
  hash_key       = "id"
  read_capacity  = var.units
  write_capacity = var.units
}

resource "aws_dynamodb_table" "scaled" {
  name           = "scaled"
  hash_key       = "id"
  read_capacity  = 5
  write_capacity = 5
}

resource "aws_appautoscaling_target" "read" {
  service_namespace  = "dynamodb"
  resource_id        = "table/scaled"
  scalable_dimension = "dynamodb:table:ReadCapacityUnits"
  min_capacity       = 5
  max_capacity       = 100
}
`,
    finds: [],
  },
  {
    name: 'its requests are not told, or would cost more: 20 M of each are $15.00',
    lang: 'terraform',
    usage: { 'aws_dynamodb_table.used': { readRequests: 20_000_000, writeRequests: 20_000_000 } },
    code: `provider "aws" {
  region = "us-east-1"
}

resource "aws_dynamodb_table" "locks" {
  name           = "locks"
  hash_key       = "LockID"
  read_capacity  = 5
  write_capacity = 5
}

resource "aws_dynamodb_table" "used" {
  name           = "used"
  hash_key       = "id"
  read_capacity  = 40
  write_capacity = 20
}
`,
    finds: [],
  },
]
