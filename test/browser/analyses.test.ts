import { mkdir } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import type { Browser, Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import type { AnalysisName, AnalysisStates, AnalysisViews } from '../../webview/analysis-protocol.ts'
import type { SpendView, ViewMessage } from '../../webview/protocol.ts'
import { violations } from './axe.ts'
import { launch } from './browser.ts'
import { analysed } from './demo-state.ts'
import { openPanel, servePanel } from './panel-page.ts'
import { themes } from './themes.ts'

let browser: Browser
let served: Awaited<ReturnType<typeof servePanel>>
let states: Readonly<Record<'demo' | 'every kind', { spend: SpendView; analyses: AnalysisStates }>>
const pictures = fileURLToPath(new URL('screenshots/', import.meta.url))

beforeAll(async () => {
  await mkdir(pictures, { recursive: true })
  const [launched, panel, demo, every] = await Promise.all([
    launch(),
    servePanel(),
    analysed('demo'),
    analysed('every kind'),
  ])
  ;[browser, served] = [launched, panel]
  states = { demo, 'every kind': every }
}, 60_000)
afterEach(() => Promise.all(browser.contexts().map((context) => context.close())))
afterAll(async () => {
  await browser?.close()
  await served?.close()
})

const open = (page: Page, name: string) => page.getByRole('tab', { name, exact: true }).click()

const names = ['Why it changed', 'Forecast and budgets', 'Unit costs', 'Shared and untagged', 'Commitments', 'Carbon']
const plain = (name: string) => name.replaceAll(/\W+/g, '-').toLowerCase()

describe.each(themes)('$name', (theme) => {
  test.each(['demo', 'every kind'] as const)('axe finds nothing in the views of %s', async (of) => {
    const { page, complaints, show } = await openPanel(browser, served.url, theme)
    await show(states[of])
    for (const name of names) {
      await open(page, name)
      await page.getByRole('tabpanel', { name }).waitFor()
      await page.screenshot({ path: `${pictures}${theme.name}-${plain(of)}-${plain(name)}.png`, fullPage: true })
      expect(await violations(page)).toEqual([])
    }
    expect(complaints).toEqual([])
  })
})

const dark = themes[0]!
const looks = async (sent: () => Promise<ViewMessage[]>) => (await sent()).filter(({ type }) => type === 'look')
const cells = (page: Page, table: string) =>
  page
    .locator(`#${table} tbody tr`)
    .allInnerTexts()
    .then((rows) => rows.map((text) => text.split(/\t+/)))
const numberIn = (text: string | undefined) => Number((text ?? '').replace(/[^0-9.-]/g, ''))
const cents = (amount: number) => Number(amount.toFixed(2))

/** The document of a view that answered. */
function documentOf<A extends AnalysisName>(of: keyof typeof states, name: A): AnalysisViews[A] {
  const state = states[of].analyses[name]
  if (state?.is !== 'answer') throw new Error(`${name} has no answer`)
  return state.document as AnalysisViews[A]
}

test('every number of a change, a budget and a commitment is the document’s', async () => {
  const { page, show } = await openPanel(browser, served.url, dark)
  await show(states['every kind'])
  await open(page, 'Why it changed')
  const change = documentOf('every kind', 'change').changes.find(
    (of) => of.currency === 'USD' && of.grade === 'invoice',
  )!
  const shown = await cells(page, 'change-usd-invoice')
  expect(shown.map(([name, ...amounts]) => [name, ...amounts.map(numberIn)])).toEqual(
    change.movers.map((mover) => [
      ...[mover.value, cents(mover.before), cents(mover.now), cents(mover.change)],
      ...[cents(mover.drivers.quantity), cents(mover.drivers.price)],
    ]),
  )
  await page.getByText(`+$660.00 (+39.2%)`).waitFor()

  await open(page, 'Forecast and budgets')
  const budgets = documentOf('every kind', 'budgets').budgets.flatMap(({ name, amount, states: of }) =>
    of.map(({ actual, expected }) => [name, amount, cents(actual), cents(expected!.likely)]),
  )
  const listed = await cells(page, 'budgets')
  expect(listed.map(([name, amount, actual, , likely]) => [name, ...[amount, actual, likely].map(numberIn)])).toEqual(
    budgets,
  )
  await page.getByText('50% was reached on 18 Nov 2026.').waitFor()

  await open(page, 'Commitments')
  const [plan] = documentOf('every kind', 'commitments').commitments
  expect((await cells(page, 'commitments-usd-invoice'))[0]!.slice(1, 3).map(numberIn)).toEqual([
    plan!.used,
    plan!.wasted,
  ])
})

test('money of two currencies or grades stands apart in every view, each with its words', async () => {
  const { page, show } = await openPanel(browser, served.url, dark)
  await show(states['every kind'])
  for (const [name, prefix, kinds] of [
    ['Why it changed', 'change', ['usd-invoice', 'usd-metered', 'eur-invoice']],
    ['Unit costs', 'unit', ['usd-invoice', 'usd-metered', 'eur-invoice']],
    // All that is metered is taken by a rule.
    ['Shared and untagged', 'allocation-tag-team', ['usd-invoice', 'eur-invoice']],
  ] as const) {
    await open(page, name)
    const tables = await page.locator(`table[id^="${prefix}-"]`).evaluateAll((found) => found.map(({ id }) => id))
    expect(tables).toEqual(expect.arrayContaining(kinds.map((kind) => `${prefix}-${kind}`)))
    expect(await page.locator(`table[id="${prefix}-eur-invoice"]`).textContent()).not.toContain('$')
  }
})

test('a view is asked for when it is opened, another period anew; going back asks for nothing', async () => {
  const { page, show, sent } = await openPanel(browser, served.url, dark)
  await show({ spend: states.demo.spend })
  await page.locator('#by-day').waitFor()
  expect(await looks(sent)).toEqual([])
  await open(page, 'Why it changed')
  await page.getByText('Working it out…').first().waitFor()
  await page.getByRole('combobox', { name: 'Period' }).click()
  await page.getByRole('option', { name: 'Last month' }).click()
  await page.getByRole('combobox', { name: 'Changes by' }).click()
  await page.getByRole('option', { name: 'Model' }).click()
  await open(page, 'Overview')
  const views = ['change', 'anomalies']
  expect(await looks(sent)).toEqual([
    { version: 1, type: 'look', views, period: 'last-30-days', by: 'service' },
    { version: 1, type: 'look', views, period: 'last-month', by: 'service' },
    { version: 1, type: 'look', views, period: 'last-month', by: 'model' },
    { version: 1, type: 'look', views: [], period: 'last-month', by: 'model' },
  ])
})

test('a hidden panel comes back with the view that was open, and asks for it', async () => {
  const { page, show, sent } = await openPanel(browser, served.url, dark)
  await show(states.demo)
  await open(page, 'Carbon')
  await page.reload()
  await page.getByRole('tabpanel', { name: 'Carbon' }).waitFor()
  expect((await sent()).map(({ type }) => type)).toEqual(['ready', 'look'])
})

test('the keyboard moves among the views, opens one, cancels it and asks again', async () => {
  const { page, show, sent } = await openPanel(browser, served.url, dark)
  await show({ spend: states.demo.spend, analyses: { carbon: { is: 'asking' } } })
  await page.getByRole('tab', { name: 'Overview' }).focus()
  for (const key of ['End', 'Enter']) await page.keyboard.press(key)
  expect(await page.getByRole('tab', { name: 'Carbon' }).getAttribute('aria-selected')).toBe('true')
  await page.getByRole('button', { name: 'Cancel' }).press('Enter')
  await show({ analyses: { carbon: { is: 'cancelled' } } })
  await page.getByRole('button', { name: 'Ask Again' }).press('Space')
  await page.getByRole('tab', { name: 'Carbon' }).press('ArrowRight')
  await page.keyboard.press('Enter')
  expect((await sent()).slice(1).map((message) => (message.type === 'look' ? message.views : message.type))).toEqual([
    ['carbon'],
    'stopLooking',
    ['carbon'],
    [],
  ])
})

test('what is not known says why and what to do, and is no zero', async () => {
  const { page, complaints, show } = await openPanel(browser, served.url, dark)
  const nobody = {
    is: 'nothing',
    because: 'No source tells of 2026-10-01 to 2026-10-31: there is nothing to compare with.',
  } as const
  const needs = 'This question is about single charges, which needs DuckDB, which is not in this build of Outlay.'
  const missing = {
    because: 'There is no budget',
    write: '"budgets": [{ "name": "all", "amount": 1000, "period": "month" }]',
  }
  await show({
    spend: states.demo.spend,
    analyses: {
      change: nobody,
      anomalies: {
        is: 'answer',
        document: { period: { since: '2026-11-06', until: '2026-11-19' }, anomalies: [] },
        notes: [],
      },
      commitments: { is: 'failed', message: needs },
      budgets: { is: 'answer', document: { budgets: [] }, notes: [], missing },
      forecast: {
        is: 'nothing',
        because: 'No complete day of spend since 2026-07-24: there is nothing to forecast from.',
      },
    },
  })
  await open(page, 'Why it changed')
  await page.getByText(nobody.because).waitFor()
  await page.getByText('Nothing unusual on the last complete days, 6 Nov 2026 to 19 Nov 2026.').waitFor()
  await open(page, 'Commitments')
  expect(await page.getByRole('alert').textContent()).toContain(needs)
  await open(page, 'Forecast and budgets')
  await page.getByText('There is no budget. Write in outlay.json, for example:').waitFor()
  await page.getByRole('button', { name: 'Copy', exact: true }).click()
  await page.getByText('Copied: what to write in outlay.json.').waitFor()
  expect(await page.evaluate<string>('navigator.clipboard.readText()')).toBe(`"spend": { ${missing.write} }`)
  expect(await page.getByRole('tabpanel').textContent()).not.toContain('$0')
  await page.screenshot({ path: `${pictures}analyses-nothing.png`, fullPage: true })
  expect(await violations(page)).toEqual([])
  expect(complaints).toEqual([])
})

test('a band that reaches below zero is drawn around what is expected', async () => {
  const { page, show } = await openPanel(browser, served.url, dark)
  const band = { low: -10, likely: 0, high: 10 }
  const kind = { currency: 'USD', grade: 'invoice', source: 'openai' } as const
  const month = {
    month: '2026-11',
    actual: 0,
    expected: band,
    method: 'run-rate',
    early: false,
    history: 30,
    oneOffs: [],
  } as const
  const days = ['2026-11-28', '2026-11-29', '2026-11-30'].map((day) => ({ ...kind, day, usd: band }))
  const document = { forecast: days, totals: [{ ...kind, ...month }] }
  await show({ spend: states.demo.spend, analyses: { forecast: { is: 'answer', document, notes: [] } } })
  await open(page, 'Forecast and budgets')
  const boxOf = async (path: string) => (await page.locator(`days-chart svg path${path}`).first().boundingBox())!
  const [shade, line] = [await boxOf('[fill-opacity="0.3"]'), await boxOf('[stroke-width="2"]:not([stroke-opacity])')]
  expect(line.y + line.height / 2).toBeCloseTo(shade.y + shade.height / 2, 0)
})

test('shares of two rules with one name, and of one rule that names a value twice, are added; the chart shows the first few', async () => {
  const { page, show } = await openPanel(browser, served.url, dark)
  const kind = { currency: 'USD', grade: 'invoice' } as const
  const shareOf = (value: string, effectiveCost: number) =>
    ({ rule: 'support', to: 'project', value, currency: 'USD', from: 'invoice', effectiveCost, share: 0.5 }) as const
  const own = Array.from({ length: 20 }, (_, i) => ({ ...kind, to: 'project', value: `p${i}`, effectiveCost: 100 - i }))
  const document = {
    ...{ period: { since: '2026-11-01', until: '2026-11-19' }, unallocated: [], own },
    shares: [shareOf('p0', 30), shareOf('p1', 30), shareOf('p0', 12)],
  }
  await show({ spend: states.demo.spend, analyses: { allocation: { is: 'answer', document, notes: [] } } })
  await open(page, 'Shared and untagged')
  const shown = await cells(page, 'allocation-project-usd-invoice')
  expect([shown.length, ...shown.slice(0, 3)]).toEqual([
    20,
    ...[
      ['p0', '$100.00', '$42.00'],
      ['p1', '$99.00', '$30.00'],
      ['p2', '$98.00', '–'],
    ],
  ])
  expect(await page.locator('bars-chart div[role=img]').getAttribute('aria-label')).toContain(' of 8: p0 ')
})

test('a table of a view is sorted, and copied as it is sorted', async () => {
  const { page, show } = await openPanel(browser, served.url, dark)
  await show(states.demo)
  await open(page, 'Unit costs')
  await page.locator('#tokens-usd-invoice').getByRole('button', { name: 'Per million' }).click()
  expect((await cells(page, 'tokens-usd-invoice'))[0]![0]).toBe('claude-opus-4-5')
  await page.getByRole('button', { name: 'Copy Table: Tokens by model, in USD, as invoiced' }).click()
  await page.getByText('Copied: Tokens by model, in USD, as invoiced.').waitFor()
  const [head, first] = (await page.evaluate<string>('navigator.clipboard.readText()')).split('\n')
  expect(head).toContain('Model\tPer million\tPer request')
  expect(first).toMatch(/^claude-opus-4-5\t5\.11/)
})

test.each([320, 480])('at %i pixels no view needs sideways scrolling', async (width) => {
  const { page, complaints, show } = await openPanel(browser, served.url, dark)
  await page.setViewportSize({ width, height: 900 })
  await show(states['every kind'])
  for (const name of names) {
    await open(page, name)
    await page.getByRole('tabpanel', { name }).waitFor()
    // Charts are drawn anew a frame later.
    await expect.poll(() => page.evaluate('document.documentElement.scrollWidth')).toBe(width)
    await page.screenshot({ path: `${pictures}${width}-${plain(name)}.png`, fullPage: true })
  }
  expect(complaints).toEqual([])
})
