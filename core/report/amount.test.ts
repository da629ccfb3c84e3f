import { expect, it } from 'vitest'
import { amountOf } from './amount.ts'
import type { SiteJson } from './schema.ts'

const lineOf = (label: string, unit: string, usd: number | null) => ({
  label,
  unit,
  quantity: null,
  unitUsd: usd === null ? null : { low: usd, likely: usd, high: usd },
  usd: null,
  prices: [],
})
const amount = (...lines: readonly ReturnType<typeof lineOf>[]) =>
  amountOf({ status: 'partial', estimate: { per: 'month', usd: null, month: null, lines } } as unknown as SiteJson)

it('a unit price stands alone where it is that of what comes first, and names its part where that has none', () => {
  expect(amount(lineOf('Storage', 'GB-month', 0.023), lineOf('Requests', 'request', 0.005))).toBe(
    '$0.023/GB-month, quantity unknown',
  )
  expect(amount(lineOf('Machines', 'hour', null), lineOf('Public IPv4 addresses', 'hour', 0.005))).toBe(
    'Public IPv4 addresses $0.005/hour, quantity unknown',
  )
  expect(amount(lineOf('Cached', 'cached token', null), lineOf('Input', 'input token', 1.5e-7))).toBe(
    '$0.15/1M input tokens, quantity unknown',
  )
  expect(amount(lineOf('Machines', 'hour', null))).toBe('unknown')
})
