import { expect, it } from 'vitest'
import type { Estimate, Resource } from '../types.ts'
import { alsoIn } from './currency.ts'
import { hoverMarkdown } from './hover.ts'

const euro = { code: 'EUR', perUsd: 0.5, asOf: '2026-11-01' }

it('follows an amount with the user’s rate and its date, and is nothing without a currency', () => {
  const band = { low: 10, likely: 20, high: 40 }
  expect(alsoIn(euro, band)).toBe(' (EUR 5.00–20.00 at 0.5 EUR per USD of 2026-11-01)')
  expect(alsoIn(undefined, band)).toBe('')
})

it('stands in the hover behind the amount in USD, which stays as it is', () => {
  const site = { kind: 'resource', label: 'disk', location: { file: 'a.tf', span: [0, 1] } } as unknown as Resource
  const estimate: Estimate = {
    per: 'month',
    status: 'priced',
    usd: { low: 50, likely: 50, high: 50 },
    month: undefined,
    lines: [],
    unknown: [],
    assumed: [],
  }
  expect(hoverMarkdown({ site, estimate }, false, euro)).toBe(
    '**$50.00 per month** (EUR 25.00 at 0.5 EUR per USD of 2026-11-01) · `disk`',
  )
})
