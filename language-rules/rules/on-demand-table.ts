import * as z from 'zod/mini'
import { setAttribute } from '../../core/fixes/blocks.ts'
import { valueOf } from '../../core/known.ts'
import { say, usd } from '../../core/money.ts'
import { defineRule, type RuleExample } from '../../core/rule.ts'
import { factPlace, writtenAt } from '../../core/rules/block-place.ts'
import { inMode, requestsTold, throughputOf, unitsFor } from '../../core/rules/table-modes.ts'

const options = z.object({
  target: z
    ._default(z.number().check(z.gte(20), z.lte(90)), 70)
    .check(z.describe('Percent of a provisioned capacity that may be used, mean of the month.')),
})

export const rule = defineRule({
  id: 'on-demand-table',
  on: 'resource',
  severity: 'info',
  preset: 'learn',
  docs: {
    what: 'Each request to a table of Amazon DynamoDB is billed.',
    why: 'A unit of provisioned capacity serves a request a second and costs less than the requests it serves, as soon as enough of it is used all month. Nothing is said where its requests are not told.',
    fix: 'Tell its requests a month in `usage` of outlay.json: both are compared. Provision what a steady table uses, and scale it.',
    unless: 'Its use comes in bursts: the capacity is that of an even use.',
    source: 'https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/capacity-mode.html',
    alters: ['bill', 'availability'],
    notIn: {
      python: 'tables that code makes are not read',
      typescript: 'tables that code makes are not read',
      notebook: 'tables that code makes are not read',
    },
  },
  options,
  *check(table, { estimate, estimateWith, document, options: { target } }) {
    const { billingMode } = table.shape
    if (table.type !== 'aws_dynamodb_table' || !billingMode || valueOf(billingMode) !== 'PAY_PER_REQUEST') return
    const told = requestsTold(table)
    if (!told) return
    const { reads, writes } = told
    const units = { readCapacity: unitsFor(reads, target / 100), writeCapacity: unitsFor(writes, target / 100) }
    const after = estimateWith(inMode(table, 'PROVISIONED', units))
    const [now, then] = [estimate, after].map(throughputOf)
    if (!now || !then || then.likely >= now.likely) return
    const hasIndex = table.source.blocks.includes('global_secondary_index')
    yield {
      at: writtenAt(table, 'billing_mode') ?? factPlace(table, billingMode, document),
      message: say`The requests you told of cost ${usd(now)} a month; ${units.readCapacity} read and ${units.writeCapacity} write units, used to ${target} %, cost ${usd(then)}. Provision them if the use is even.`,
      after,
      fixes: [
        {
          title: 'Provision the capacity it uses',
          safety: 'suggestion',
          edits: [
            hasIndex || table.module || !table.source.values.billing_mode
              ? undefined
              : setAttribute(
                  table,
                  'billing_mode',
                  `"PROVISIONED"\n  read_capacity = ${units.readCapacity}\n  write_capacity = ${units.writeCapacity}`,
                  document,
                ),
          ],
          claim: 'saves',
        },
      ],
    }
  },
})

export const examples: readonly RuleExample[] = [
  {
    name: 'outlay.json tells of 100 M reads and writes a month: $12.50 and $62.50; 38.05 a second are 55 units at 70 %, 55 × 730 h × ($0.00013 + $0.00065)',
    lang: 'terraform',
    usage: { 'aws_dynamodb_table.berths': { readRequests: 100_000_000, writeRequests: 100_000_000 } },
    code: `provider "aws" {
  region = "us-east-1"
}

resource "aws_dynamodb_table" "berths" {
  name         = "berths"
  billing_mode = "PAY_PER_REQUEST"
  hash_key     = "id"
}
`,
    finds: [
      {
        line: 7,
        message:
          'The requests you told of cost $75.00 a month; 55 read and 55 write units, used to 70 %, cost $31.32. Provision them if the use is even.',
        fixed: `provider "aws" {
  region = "us-east-1"
}

resource "aws_dynamodb_table" "berths" {
  name           = "berths"
  billing_mode   = "PROVISIONED"
  read_capacity  = 55
  write_capacity = 55
  hash_key       = "id"
}
`,
      },
    ],
  },
  {
    name: 'of little use: a unit of each is more than $0.08; and what its index would need is not told',
    lang: 'terraform',
    usage: {
      'aws_dynamodb_table.berths': { readRequests: 100_000, writeRequests: 100_000 },
      'aws_dynamodb_table.past': { readRequests: 100_000_000, writeRequests: 100_000_000 },
    },
    code: `provider "aws" {
  region = "us-east-1"
}

resource "aws_dynamodb_table" "berths" {
  name         = "berths"
  billing_mode = "PAY_PER_REQUEST"
  hash_key     = "id"
}

resource "aws_dynamodb_table" "past" {
  name         = "past"
  billing_mode = "PAY_PER_REQUEST"
  hash_key     = "id"

  global_secondary_index {
    name            = "by-ship"
    hash_key        = "ship"
    projection_type = "ALL"
  }
}
`,
    finds: [],
  },
  {
    name: 'its requests are not told',
    lang: 'terraform',
    code: `provider "aws" {
  region = "us-east-1"
}

resource "aws_dynamodb_table" "berths" {
  name         = "berths"
  billing_mode = "PAY_PER_REQUEST"
  hash_key     = "id"
}
`,
    finds: [],
  },
]
