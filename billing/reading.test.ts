import { afterEach, beforeEach, expect, test } from 'vitest'
import { brokenOff, notRead } from './analysis/coverage.ts'
import { daysToRead } from './incremental.ts'
import { dayAfter, daysOf } from './range.ts'
import { readInto, type Window, windowsOf } from './reading.ts'
import { sources } from './registry.gen.ts'
import type { BillingSource, Range } from './source.ts'
import type { SpendStore } from './store.ts'
import { openMemory } from './stores/duckdb.ts'
import { type Fake, heldOutside, startFake } from './testing/fake.ts'

const today = '2026-11-20'
const history: Range = { since: '2026-07-24', until: '2026-11-21' }
const names = { path: '/names', once: true } as const

/** Cents by day, and what things are called. */
const source: BillingSource = {
  id: 'days',
  name: 'Days',
  reads: 'days',
  needs: { fields: [], scope: 'none', link: 'none' },
  headers: () => ({}),
  async *pages({ since, until }, io) {
    await io.ask(names)
    yield await io.ask({
      path: '/costs',
      query: [
        ['since', since],
        ['until', until],
      ],
    })
  },
  rows: ({ body, at }) => ({
    rows: (body as [string, number][]).map(([day, cents]) => ({
      ServiceProviderName: 'Days',
      ServiceName: 'Calls',
      ChargePeriodStart: `${day}T00:00:00.000Z`,
      ChargePeriodEnd: `${dayAfter(day)}T00:00:00.000Z`,
      ChargeCategory: 'Usage',
      BillingCurrency: 'USD',
      BilledCost: cents / 100,
      EffectiveCost: cents / 100,
      x_Source: 'days',
      x_Grade: 'invoice',
      x_Estimated: false,
      x_FetchedAt: at,
    })),
    problems: ['Days says this of every part.'],
  }),
}

/** What the provider says was spent, cents by day. */
let truth: Map<string, number>
/** A part whose first day it is meets this. */
let trouble: { at: string; meets: () => { status: number } } | undefined
let fake: Fake
let store: SpendStore
beforeEach(async () => {
  truth = new Map(daysOf({ since: '2026-07-01', until: history.until }).map((day, i) => [day, 100 + i]))
  trouble = undefined
  store = await openMemory()
  fake = await startFake({
    answer({ path, query }) {
      if (path === '/names') return { body: {} }
      const [since, until] = [query.get('since')!, query.get('until')!]
      if (trouble?.at === since) return trouble.meets()
      return { body: [...truth].filter(([day]) => day >= since && day < until) }
    },
  })
})
afterEach(async () => {
  await fake.close()
  await store.close()
})

const askedFor = () =>
  fake.heard
    .splice(0)
    .filter(({ path }) => path === '/costs')
    .map(({ query }) => `${query.get('since')}..${query.get('until')}`)

async function read(range: Range, more: { whole?: true; signal?: AbortSignal; of?: BillingSource } = {}) {
  const { signal = new AbortController().signal, of = source, ...rest } = more
  const windows: Window[] = []
  const wanted = { source: of, connection: { credentials: {}, base: fake.base }, range, as: 'days', ...rest }
  const done = await readInto(store, wanted, heldOutside(), signal, (window) => windows.push(window))
  return { done, windows }
}

const state = async () => (await store.loads())[0]!
const again = async () => daysToRead({ load: await state(), state: { estimatedSince: null }, today })

/** By day, as the store has it. */
const held = async () =>
  new Map(
    (await store.ask({ ask: 'spend', by: ['day'] })).map(({ dimensions, billedCost }) => [
      dimensions.day!,
      Math.round(billedCost * 100),
    ]),
  )
const truthOf = (range: Range) => new Map([...truth].filter(([day]) => day >= range.since && day < range.until))

test('a long range is read month by month, the newest first, and what a thing is called is asked once', async () => {
  const { done, windows } = await read(history)
  expect(fake.heard.filter(({ path }) => path === '/names')).toHaveLength(1)
  expect(askedFor()).toEqual([
    '2026-11-01..2026-11-21',
    '2026-10-01..2026-11-01',
    '2026-09-01..2026-10-01',
    '2026-08-01..2026-09-01',
    '2026-07-24..2026-08-01',
  ])
  expect(windows[2]).toEqual({ days: { since: '2026-09-01', until: '2026-10-01' }, number: 3, of: 5 })
  expect(done).toMatchObject({ is: 'read', rows: 120, problems: ['Days says this of every part.'] })
  expect(await held()).toEqual(truthOf(history))
  expect(await state()).toMatchObject({ covers: [history], problems: ['Days says this of every part.'] })
})

test('a provider that fails half way: what came stays, is told apart from what did not, and the next reading goes on there', async () => {
  trouble = { at: '2026-09-01', meets: () => ({ status: 500 }) }
  const { done } = await read(history)
  const here = { since: '2026-10-01', until: '2026-11-21' }
  expect(done).toMatchObject({ is: 'failed', kept: { rows: 51, days: [here] } })
  expect(done.is === 'failed' && done.failure.message).toBe(
    'Days has trouble (500), also after 5 tries. Retry later. That was at 2026-09-01 to 2026-09-30. What was read before it, 2026-10-01 to 2026-11-20, stays; the next reading goes on here.',
  )
  expect(await held()).toEqual(truthOf(here))
  const load = await state()
  expect([load.covers, load.due]).toEqual([[here], [{ since: '2026-07-24', until: '2026-10-01' }]])
  expect(brokenOff([load])).toEqual([
    'days is not read yet for 2026-07-24 to 2026-09-30, as the reading broke off: these days are not in the totals. The next reading goes on there.',
  ])
  expect(notRead([load], history)).toEqual(['days was read from 2026-10-01 on: days before are not in the totals.'])

  // Late corrections: of a day that was read, and of one that was not.
  truth.set('2026-11-19', 7).set('2026-08-05', 9)
  trouble = undefined
  fake.heard.length = 0
  expect((await read(await again())).done).toMatchObject({ is: 'read', rows: 72 })
  expect(askedFor()).toEqual([
    '2026-11-18..2026-11-21',
    '2026-09-01..2026-10-01',
    '2026-08-01..2026-09-01',
    '2026-07-24..2026-08-01',
  ])
  expect(await held()).toEqual(truthOf(history))
  expect(await state()).toMatchObject({ covers: [history] })
  expect((await state()).due).toBeUndefined()
})

test('the same first day is named once more: it goes on, and does not begin anew', async () => {
  trouble = { at: '2026-09-01', meets: () => ({ status: 401 }) }
  await read(history)
  trouble = undefined
  fake.heard.length = 0
  const range = daysToRead({ load: await state(), state: { estimatedSince: null }, today, since: history.since })
  await read(range)
  expect(askedFor()).not.toContain('2026-10-01..2026-11-01')
  expect(await held()).toEqual(truthOf(history))
})

test('a reading that is called off half way is as one that failed', async () => {
  const stop = new AbortController()
  trouble = {
    at: '2026-10-01',
    meets: () => {
      stop.abort()
      return { status: 503 }
    },
  }
  const { done } = await read(history, { signal: stop.signal })
  expect(done).toMatchObject({ is: 'failed', failure: { kind: 'cancelled' }, kept: { rows: 20 } })
  trouble = undefined
  await read(await again())
  expect(await held()).toEqual(truthOf(history))
})

test('one that is called off while a part is loaded tells of the parts before it as well', async () => {
  const stop = new AbortController()
  const { load } = store
  let loads = 0
  store.load = (rows, replaces, more) => {
    if (++loads === 2) stop.abort()
    return load(rows, replaces, more)
  }
  const { done } = await read(history, { signal: stop.signal })
  expect(done).toMatchObject({ failure: { kind: 'cancelled' }, kept: { rows: 20, days: [{ since: '2026-11-01' }] } })
  store.load = load
  await read(await again())
  expect(await held()).toEqual(truthOf(history))
})

test('days that were read before and were not read anew are due: a correction of them is taken late, not never', async () => {
  await read({ since: '2026-09-01', until: '2026-09-20' })
  truth.set('2026-09-18', 3)
  trouble = { at: '2026-09-17', meets: () => ({ status: 500 }) }
  await read(await again())
  expect(notRead([await state()], { since: '2026-09-01', until: '2026-11-21' })).toEqual([
    'days was not read for 2026-09-20 to 2026-09-30: these days are not in the totals.',
    'days was to be read anew for 2026-09-17 to 2026-09-19, and the reading broke off: these days are as they were before.',
  ])
  trouble = undefined
  await read(await again())
  expect(await held()).toEqual(truthOf({ since: '2026-09-01', until: '2026-11-21' }))
})

test('for an answer that is given once it is all of the range in one, or nothing', async () => {
  trouble = { at: history.since, meets: () => ({ status: 500 }) }
  expect((await read(history, { whole: true })).done).toMatchObject({ is: 'failed' })
  expect([(await held()).size, await store.loads()]).toEqual([0, []])
})

test('who is paid for asking, or tells all days in every answer, is asked for all of them at once', () => {
  const atOnce = sources.filter((each) => windowsOf(each, [history]).length === 1).map(({ id }) => id)
  expect(atOnce).toEqual([
    'aws-athena',
    'aws-cost-explorer',
    'databricks',
    'google-bigquery',
    'openrouter',
    'snowflake',
  ])
  const due = [history, { since: '2026-01-01', until: '2026-02-01' }]
  for (const id of atOnce)
    expect(windowsOf(sources.find((each) => each.id === id)!, due)).toEqual([
      { since: '2026-01-01', until: '2026-11-21' },
    ])
})

test('a month or less is one part, whichever months its days are of', () => {
  const range = { since: '2026-10-22', until: '2026-11-21' }
  expect(windowsOf(source, [range])).toEqual([range])
})
