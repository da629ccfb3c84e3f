import { expect, it } from 'vitest'
import { loadPriceBook } from '../../cli/price-book.ts'
import { registry } from '../../language-rules/registry.gen.ts'
import { exactly } from '../band.ts'
import { applyEdits } from '../fixes/text.ts'
import { createSession } from '../session.ts'
import { noSettings } from '../settings.ts'
import { estimator } from '../tokens/estimator.ts'
import { unitsFor } from './table-modes.ts'

const prices = loadPriceBook()
const mode = (lines: string) => `provider "aws" {
  region = "us-east-1"
}

resource "aws_dynamodb_table" "berths" {
  name         = "berths"
  hash_key     = "id"
${lines}}
`
const onDemand = mode('  billing_mode = "PAY_PER_REQUEST"\n')
const provisioned = mode('  read_capacity = 40\n  write_capacity = 20\n')

/** What the two rules say of a table where so many million requests of each kind are told. */
async function said(text: string, millions: number) {
  const told = { quantity: exactly(millions * 1_000_000), from: 'outlay.json' }
  const rules = new Map(
    registry.rules.map(({ id, severity }) => {
      const isOn = id === 'on-demand-table' || id === 'provisioned-table'
      return [id, { severity: isOn ? severity : ('off' as const), options: {} }] as const
    }),
  )
  const settings = { ...noSettings, rules, usage: () => ({ readRequests: told, writeRequests: told }) }
  const session = createSession({ registry, prices, tokens: () => estimator, settings: () => settings })
  session.open('main.tf', text)
  const { findings } = await session.settled('main.tf')
  return findings.map(({ rule, message, fixes }) => ({
    rule,
    message,
    fixed: fixes.map(({ edits }) => applyEdits(text, edits)),
  }))
}

it('a unit serves a request a second, and no more of it is used than may be', () => {
  expect(unitsFor(730 * 3600 * 7, 0.7)).toBe(10)
  expect(unitsFor(0, 0.7)).toBe(1)
})

// 100 M of each: $12.50 and $62.50 by the request; 38.05 a second are 55 units at 70 %: 55 × 730 × ($0.00013 + $0.00065) = $31.32
it('a table whose requests are told and cost more than the capacity for them', async () => {
  expect(await said(onDemand, 100)).toEqual([
    {
      rule: 'on-demand-table',
      message:
        'The requests you told of cost $75.00 a month; 55 read and 55 write units, used to 70 %, cost $31.32. Provision them if the use is even.',
      fixed: [mode('  billing_mode = "PROVISIONED"\n  read_capacity = 55\n  write_capacity = 55\n')],
    },
  ])
})

it('and of little use nothing is said: a unit of each is more than $0.08', async () => {
  expect(await said(onDemand, 0.1)).toEqual([])
})

// 40 × 730 × $0.00013 + 20 × 730 × $0.00065 = $13.29; 10 M of each are $7.50
it('a capacity that costs more than the requests that are told, and one that does not', async () => {
  expect(await said(provisioned, 10)).toEqual([
    {
      rule: 'provisioned-table',
      message:
        'A fixed capacity: $13.29 a month; on demand the requests you told of cost $7.50. Let the requests be billed.',
      fixed: [mode('  billing_mode = "PAY_PER_REQUEST"\n')],
    },
  ])
  expect(await said(provisioned, 20)).toEqual([])
})
