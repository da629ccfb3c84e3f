import { readFileSync } from 'node:fs'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { AnalysisName, AnalysisRequest } from '../../billing/analysis/analyse.ts'
import type { AskedPeriod } from '../../billing/analysis/asked-period.ts'
import type { BillingClient } from '../../billing/client.ts'
import { demoSettings } from '../../billing/demo-settings.ts'
import { seasonalNaive } from '../../billing/forecast/method.ts'
import { dayAfter, daysOf } from '../../billing/range.ts'
import { createService } from '../../billing/service.ts'
import type { SpendStore } from '../../billing/store.ts'
import { openMemory } from '../../billing/stores/duckdb.ts'
import { charge } from '../../billing/testing/charges.ts'
import { everyKind, everySettings, everyToday } from '../../billing/testing/every-kind.ts'
import { heldOutside } from '../../billing/testing/fake.ts'
import { runSpend } from '../../cli/commands/spend.ts'
import { runAnomalies, runForecast } from '../../cli/commands/spend-ahead.ts'
import { runAllocation } from '../../cli/commands/spend-allocation.ts'
import { runBudgets } from '../../cli/commands/spend-budgets.ts'
import { runCarbon } from '../../cli/commands/spend-carbon.ts'
import { runChange } from '../../cli/commands/spend-change.ts'
import { runCommitments } from '../../cli/commands/spend-commitments.ts'
import { runUnit } from '../../cli/commands/spend-unit.ts'
import type { Exit, Out } from '../../cli/output.ts'
import { loadPriceBook } from '../../cli/price-book.ts'
import type { Reading, SpendTools } from '../../cli/spend/read.ts'
import { createConfigs } from '../../core/config/configs.ts'
import { noSpendSettings } from '../../core/config/spend.ts'
import { registry } from '../../language-rules/registry.gen.ts'
import { listener } from './folder.ts'
import { type DocumentName, documentOf } from './spend-documents.ts'

// The panel asks the billing process, the command line asks the same store: the numbers are the same, to the last digit.

const [today, settings, rows] = [everyToday, everySettings, everyKind]
const book = loadPriceBook()

let store: SpendStore
beforeEach(async () => {
  store = await openMemory()
})
afterEach(() => store.close())

const tools = (): SpendTools => ({
  env: {},
  client: { ask: store.ask, loads: store.loads } as unknown as BillingClient,
  scopeOf: () => ({}),
  settings,
  today,
  storeAt: () => ({ folder: 'store', isThere: true, isOnlyRead: false, use: () => undefined }),
})

const panel = (own = store) =>
  createService(
    { own, openDemo: openMemory },
    { ...heldOutside(), now: () => new Date(`${today}T12:00:00Z`) },
    { trained: async () => seasonalNaive, book: async () => book },
  )

async function inPanel<A extends AnalysisName>(analysis: A, more: Partial<AnalysisRequest> = {}, own = store) {
  const asked = { analysis, period: 'last-30-days', by: 'service', settings, ...more } as const
  const reply = await panel(own).handle({ do: 'analyse', id: 1, ...asked })
  if (reply?.is !== 'analysis') throw new Error(JSON.stringify(reply))
  // As it travels.
  return JSON.parse(JSON.stringify(reply.found)) as { is: string; document: Record<string, unknown>; notes: string[] }
}

type Run = (
  base: Reading & { readonly since?: string; readonly until?: string },
  tools: SpendTools,
  out: Out,
) => Promise<Exit>

async function onCommandLine(
  name: DocumentName,
  run: Run,
  days: { readonly since?: string; readonly until?: string } = {},
) {
  const { out, printed } = listener()
  await run({ cwd: '/', source: [], address: [], ...days }, tools(), out)
  const { schema, asOf, problems, providers, rows: _, totals, ...document } = documentOf(name, printed())
  return totals === undefined || 'untagged' in document ? document : { ...document, totals }
}

const change = { by: 'service', cost: 'effective', top: 9, format: 'json', where: [] } as const
const commands: Readonly<Record<Exclude<AnalysisName, 'untagged'>, Run>> = {
  change: (base, tools, out) => runChange({ ...base, ...change }, tools, out),
  anomalies: (base, tools, out) => runAnomalies({ ...base, format: 'json' }, tools, seasonalNaive, out),
  forecast: (base, tools, out) => runForecast({ ...base, format: 'json' }, tools, seasonalNaive, out),
  budgets: (base, tools, out) => runBudgets({ ...base, format: 'json' }, tools, seasonalNaive, out),
  unit: (base, tools, out) => runUnit({ ...base, format: 'json' }, tools, out),
  allocation: (base, tools, out) => runAllocation({ ...base, format: 'json' }, tools, out),
  commitments: (base, tools, out) => runCommitments({ ...base, format: 'json' }, tools, out),
  carbon: (base, tools, out) => runCarbon({ ...base, format: 'json' }, tools, book, out),
}

describe('the panel has the numbers of the command line:', () => {
  beforeEach(() => store.load(rows, { source: 'test' }).then(() => undefined))

  it.each(Object.keys(commands) as (keyof typeof commands)[])('%s', async (name) => {
    const { is, document } = await inPanel(name)
    expect(is).toBe('analysed')
    expect(document).toEqual(await onCommandLine(name, commands[name]))
    // Not by both having nothing.
    const lists = Object.values(document).filter((value) => Array.isArray(value))
    expect(Math.max(...lists.map(({ length }) => length))).toBeGreaterThan(0)
  })

  it('untagged, as `outlay spend --by tag:team` tells it', async () => {
    const told = await onCommandLine('spend', (base, tools, out) =>
      runSpend({ ...base, by: ['tag:team'], format: 'json' }, tools, out),
    )
    const { document } = await inPanel('untagged')
    expect(document).toEqual({ period: { since: '2026-10-22', until: '2026-11-20' }, ...told })
    expect(document.untagged).toMatchObject([
      { currency: 'USD' },
      { currency: 'EUR', share: 1 },
      { grade: 'metered', share: 1 },
    ])
  })

  it.each<[AskedPeriod, { since?: string; until?: string }]>([
    ['this-month', { since: '2026-11-01' }],
    ['last-month', { since: '2026-10-01', until: '2026-10-31' }],
    ['last-90-days', { since: '2026-08-23' }],
  ])('%s', async (period, days) => {
    for (const name of ['change', 'unit', 'allocation', 'commitments', 'carbon'] as const)
      expect((await inPanel(name, { period })).document).toEqual(await onCommandLine(name, commands[name], days))
  })

  it('a change by another dimension', async () => {
    const byModel: Run = (base, tools, out) => runChange({ ...base, ...change, by: 'model' }, tools, out)
    expect((await inPanel('change', { by: 'model' })).document).toEqual(await onCommandLine('change', byModel))
  })

  it('what is wrong with a metric is told, and the others are there', async () => {
    const { notes, document } = await inPanel('unit')
    expect(notes).toEqual(['gone: /nowhere/gone.csv cannot be read (ENOENT). It is named in outlay.json.'])
    expect(document.costs).toMatchObject([{ name: 'requests' }, { name: 'revenue' }])
  })
})

it('what outlay.json does not say is told with what to write there', async () => {
  await store.load(rows, { source: 'test' })
  for (const [name, because, write] of [
    ['budgets', 'There is no budget', '"budgets": [{ "name": "all", "amount": 1000, "period": "month" }]'],
    ['untagged', 'No tag is named that spend should carry', '"tags": ["team"]'],
  ] as const)
    expect(await inPanel(name, { settings: noSpendSettings })).toMatchObject({ missing: { because, write } })
  expect(await inPanel('budgets')).not.toHaveProperty('missing')
})

it('nothing to compare with, and nothing to forecast from, are sentences and no zero', async () => {
  await store.load([charge('2026-11-05', 5)], { source: 'test' })
  expect(await inPanel('change', { period: 'this-month' })).toEqual({
    is: 'nothing',
    because: 'No source tells of 2026-10-27 to 2026-10-31: there is nothing to compare with.',
  })
  await store.load([charge(today, 5, { x_Estimated: true })], { source: 'test' })
  expect(await inPanel('forecast')).toEqual({
    is: 'nothing',
    because: 'No complete day of spend since 2026-07-24: there is nothing to forecast from.',
  })
})

it('of a bill of long ago the last days that it tells are looked at, and that is said', async () => {
  const old = daysOf({ since: '2026-01-01', until: '2026-03-01' }).map((day) => charge(day, 10))
  await store.load(old, { source: 'test' })
  const { document, notes } = await inPanel('commitments')
  expect(document.period).toEqual({ since: '2026-01-30', until: '2026-02-28' })
  expect(notes).toEqual(['Nothing is told after 2026-02-28: the period ends there.'])
  expect((await inPanel('change')).document.changes).toMatchObject([{ before: 290, now: 300 }])
})

it('days for which a source was not read are told', async () => {
  const since = '2026-11-10'
  await store.load([charge(since, 5)], { source: 'test', since, until: dayAfter(today) })
  expect((await inPanel('commitments')).notes).toEqual([
    'test was read from 2026-11-10 on: days before are not in the totals.',
  ])
})

it('the demo is looked at as of its own day, with the budgets of its own company', async () => {
  const { handle } = panel()
  await handle({ do: 'demo', id: 1, file: 'samples/billing/focus-2026-08-21_2026-11-18.csv' })
  const asked = { period: 'last-30-days', by: 'service', settings } as const
  const reply = await handle({ do: 'analyse', id: 2, analysis: 'budgets', ...asked })
  expect(reply).toMatchObject({
    is: 'analysis',
    found: { document: { budgets: demoSettings.budgets.map(({ name, amount }) => ({ name, amount })) } },
  })
})

it('one that is called off stops at once, though it has many series to look at', async () => {
  await store.load(rows, { source: 'test' })
  const asked: string[] = []
  const own: SpendStore = {
    ...store,
    async ask(question, signal) {
      const by = 'by' in question ? question.by.join() : ''
      asked.push(by)
      const answer = await store.ask(question, signal)
      // Heard when the rows are there, among the services.
      if (by === 'day,service') setTimeout(() => void handle({ do: 'cancel', id: 7 }))
      return answer
    },
  }
  const { handle } = panel(own)
  const request = { analysis: 'anomalies', period: 'last-30-days', by: 'service' } as const
  const reply = await handle({ do: 'analyse', id: 7, ...request })
  expect(reply).toMatchObject({ is: 'failed', failure: { kind: 'cancelled' } })
  expect(asked).toEqual(['', 'day,service'])
})

it('the demo’s settings are what its company’s outlay.json says', () => {
  const configs = createConfigs((file) => readFileSync(file, 'utf8'), registry.rules)
  const { settings: found, errors } = configs.resolve('samples/outlay.json')
  expect({ errors, spend: found?.spend }).toEqual({ errors: [], spend: demoSettings })
})
