import { expect, test } from 'vitest'
import type { BillingClient } from '../../billing/client.ts'
import type { SpendRow } from '../../billing/focus.ts'
import { loadPriceBook } from '../price-book.ts'
import { readMetered } from './metered.ts'

const model = 'eu.anthropic.claude-haiku-4-5-20251001-v1:0'
const range = { since: '2026-11-18', until: '2026-11-19' }

function heldClient(signals: BillingClient['signals']) {
  const loads: { source: string; rows: readonly SpendRow[]; problems: readonly string[] }[] = []
  const client = {
    signals,
    load: async (source: string, rows: readonly SpendRow[], _: object, problems: readonly string[]) => {
      loads.push({ source, rows, problems })
      return { is: 'loaded', id: 1, source, rows: rows.length, problems }
    },
  } as unknown as BillingClient
  return { client, loads }
}

test('Bedrock’s counts are loaded at the price of the list, what has none is told', async () => {
  const use = {
    is: 'use',
    source: 'aws-bedrock-metrics',
    at: '2026-11-20T08:00:00Z',
    day: '2026-11-18',
    provider: 'bedrock',
    region: 'eu-central-1',
  } as const
  const { client, loads } = heldClient(async () => ({
    is: 'signals',
    id: 1,
    signals: [
      { ...use, model, input: 1_000_000 },
      { ...use, model: 'arn:aws:bedrock:eu-central-1:1:application-inference-profile/a', input: 5 },
    ],
    problems: ['from CloudWatch'],
  }))
  await readMetered('aws-bedrock-metrics', { credentials: {} }, range, client)
  const { usd, per } = loadPriceBook().model('bedrock', model)!.rates.input!.price
  expect(loads).toMatchObject([
    {
      source: 'aws-bedrock-metrics',
      rows: [{ x_ModelId: model, x_Grade: 'metered', BilledCost: (1_000_000 * usd) / per }],
      problems: ['from CloudWatch', expect.stringMatching(/^5 input tokens of arn:.* have no price in the list/)],
    },
  ])
})

test('where CloudWatch refuses, nothing is loaded', async () => {
  const failed = { is: 'failed', id: 1, failure: { kind: 'scope', message: 'no right' } } as const
  const { client, loads } = heldClient(async () => failed)
  expect(await readMetered('aws-bedrock-metrics', { credentials: {} }, range, client)).toBe(failed)
  expect(loads).toEqual([])
})
