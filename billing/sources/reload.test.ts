// What a source has read is read again: nothing counts twice, a correction takes the place of what it corrects, other sources stay.
import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { SpendRow } from '../focus.ts'
import { sources } from '../registry.gen.ts'
import type { BillingSource, SourceExample } from '../source.ts'
import type { SpendStore } from '../store.ts'
import { openMemory } from '../stores/duckdb.ts'

let store: SpendStore
beforeAll(async () => {
  store = await openMemory()
})
afterAll(() => store.close())

const fileOf = (id: string) => readdirSync(import.meta.dirname).find((name) => name === `${id}.ts`)!

async function rowsOf({ id }: BillingSource): Promise<readonly SpendRow[]> {
  const { examples } = (await import(/* @vite-ignore */ join(import.meta.dirname, fileOf(id)))) as {
    examples: readonly SourceExample[]
  }
  return examples.flatMap(({ rows }) => rows)
}

/** By currency and grade, of this source. */
async function totalsOf({ id }: BillingSource) {
  const spend = await store.ask({ ask: 'spend', by: ['source'] })
  return spend
    .filter(({ dimensions }) => dimensions.source === id)
    .map(({ currency, grade, billedCost }) => [currency, grade, Number(billedCost.toFixed(9))])
}

// The rows of bills that are files come from the store itself.
test.each(sources.filter(({ files }) => !files))('$id', async (source) => {
  const rows = await rowsOf(source)
  const days = rows.map(({ ChargePeriodStart }) => ChargePeriodStart.slice(0, 10)).sort()
  const next = (day: string) => new Date(Date.parse(day) + 86_400_000).toISOString().slice(0, 10)
  const replaces = { source: source.id, since: days[0]!, until: next(days.at(-1)!) }
  await store.load(rows, replaces)
  const once = await totalsOf(source)
  await store.load(rows, replaces)
  expect(await totalsOf(source)).toEqual(once)

  // A day later the provider has halved one amount of the day.
  const corrected = rows.map((row, i) => (i === 0 ? { ...row, BilledCost: row.BilledCost / 2 } : row))
  await store.load(corrected, replaces)
  const expected = once.map(([currency, grade, billed]) => {
    const isIts = currency === rows[0]!.BillingCurrency && grade === rows[0]!.x_Grade
    return [currency, grade, isIts ? Number((Number(billed) - rows[0]!.BilledCost / 2).toFixed(9)) : billed]
  })
  expect(await totalsOf(source)).toEqual(expected)
})
