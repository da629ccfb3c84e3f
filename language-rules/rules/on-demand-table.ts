import * as z from 'zod/mini'
import { sum } from '../../core/band.ts'
import { setAttribute } from '../../core/fixes/blocks.ts'
import { valueOf } from '../../core/known.ts'
import { say, usd } from '../../core/money.ts'
import { defineRule, type RuleExample } from '../../core/rule.ts'
import { factPlace, writtenAt } from '../../core/rules/block-place.ts'
import { inMode, modesOf, printShares, throughputOf, unitsFor } from '../../core/rules/table-modes.ts'
import type { Resource } from '../../core/types.ts'

const options = z.object({
  target: z
    ._default(z.number().check(z.gte(20), z.lte(90)), 70)
    .check(z.describe('Percent of a provisioned capacity that may be used, mean of the month.')),
})

const million = 1_000_000

export const rule = defineRule({
  id: 'on-demand-table',
  on: 'resource',
  severity: 'info',
  preset: 'learn',
  docs: {
    what: 'Each request to a table of Amazon DynamoDB is billed.',
    why: 'A unit of provisioned capacity serves a request a second and costs less than the requests it serves, as soon as enough of it is used all month; the message says from where.',
    fix: 'Provision what a steady table uses, and scale it. Tell its requests a month in `usage` of outlay.json, and both are compared.',
    unless: 'Its use comes in bursts, is not known yet, or is little.',
    source: 'https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/capacity-mode.html',
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
    const modes = modesOf(table, estimateWith)
    if (!modes) return
    const at = writtenAt(table, 'billing_mode') ?? factPlace(table, billingMode, document)
    const [reads, writes] = ['readRequests', 'writeRequests'].map((name) => told(table, name))
    if (reads === undefined || writes === undefined) {
      yield {
        at,
        message: say`Each request is billed: ${usd(modes.reads.request * million)} a million reads, ${usd(modes.writes.request * million)} a million writes. A provisioned capacity costs less where more than ${printShares(modes)} is used all month.`,
      }
      return
    }
    const units = { readCapacity: unitsFor(reads, target / 100), writeCapacity: unitsFor(writes, target / 100) }
    const after = estimateWith(inMode(table, 'PROVISIONED', units))
    const [now, then] = [estimate, after].map((each) => sum(throughputOf(each).flatMap((line) => line.usd ?? [])))
    if (!now || !then || then.likely >= now.likely) return
    const hasIndex = table.source.blocks.includes('global_secondary_index')
    yield {
      at,
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

function told({ usage = {} }: Resource, name: string): number | undefined {
  const known = usage[name]
  return known && valueOf(known)
}

export const examples: readonly RuleExample[] = [
  {
    name: 'its use is not told: $0.00013 an hour against 3,600 × $0.000000125, and $0.00065 against 3,600 × $0.000000625',
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
    finds: [
      {
        line: 7,
        message:
          'Each request is billed: $0.125 a million reads, $0.625 a million writes. A provisioned capacity costs less where more than 28.9 % of it is used all month.',
      },
    ],
  },
  {
    name: 'in a region with other prices',
    lang: 'terraform',
    code: `provider "aws" {
  region = "eu-central-1"
}

resource "aws_dynamodb_table" "past" {
  name         = "past"
  billing_mode = "PAY_PER_REQUEST"
  hash_key     = "id"
}
`,
    finds: [
      {
        line: 7,
        message:
          'Each request is billed: $0.152 a million reads, $0.762 a million writes. A provisioned capacity costs less where more than 28.9 % of it is used all month.',
      },
    ],
  },
  {
    name: 'provisioned, and in a region that is not known',
    lang: 'terraform',
    code: `resource "aws_dynamodb_table" "locks" {
  name           = "locks"
  hash_key       = "id"
  read_capacity  = 5
  write_capacity = 5
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
