import { mkdir } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import type { Browser } from 'playwright-core'
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import type { SpendStore } from '../../billing/store.ts'
import type { SpendView } from '../../webview/protocol.ts'
import { violations } from './axe.ts'
import { launch } from './browser.ts'
import { accounts, demo, estimate } from './demo-state.ts'
import { openPanel, servePanel } from './panel-page.ts'
import { themes } from './themes.ts'

let browser: Browser
let served: Awaited<ReturnType<typeof servePanel>>
let store: SpendStore
let spend: SpendView
const pictures = fileURLToPath(new URL('screenshots/', import.meta.url))

beforeAll(async () => {
  await mkdir(pictures, { recursive: true })
  ;[browser, served, { store, spend }] = await Promise.all([launch(), servePanel(), demo()])
}, 60_000)
afterEach(() => Promise.all(browser.contexts().map((context) => context.close())))
afterAll(async () => {
  await browser?.close()
  await served?.close()
  await store?.close()
})

const numberIn = (text: string) => Number(text.replace(/[^0-9.-]/g, ''))
const cents = (amount: number) =>
  numberIn(amount.toLocaleString('en-US', { minimumFractionDigits: 2, maximumFractionDigits: 2 }))

test('a browser that is not there fails with its cure', async () => {
  await expect(launch('/nowhere/chromium')).rejects.toThrow(
    'There is no browser at /nowhere/chromium. Install Chromium (Debian, Ubuntu: apt-get install chromium) or name one in the variable CHROMIUM.',
  )
})

test('the panel stays small', () => {
  expect(served.bytes).toBeLessThan(900_000)
})

describe.each(themes)('$name', (theme) => {
  test('every rendered number is the store’s answer', async () => {
    const { page, complaints, show, sent } = await openPanel(browser, served.url, theme)
    await show({ spend, estimate, accounts })
    await page.locator('spend-chart svg text').first().waitFor()
    expect(await sent()).toEqual([{ version: 1, type: 'ready' }])

    const [total] = await store.ask({ ask: 'totals' })
    expect(numberIn((await page.locator('.totals .amount').textContent())!)).toBe(cents(total!.effectiveCost))

    const byDay = new Map(
      (await store.ask({ ask: 'spend', by: ['day'] })).map((row) => [row.dimensions.day, cents(row.effectiveCost)]),
    )
    const rows = await page.locator('#by-day tbody tr').allInnerTexts()
    const shown = rows.map((row) => row.split(/\t+/)).map((cells) => [cells[0], numberIn(cells.at(-1)!)] as const)
    expect(shown.length).toBe(90)
    for (const [day, amount] of shown) expect([day, amount]).toEqual([day, byDay.get(isoDay(day!))])

    const services = await store.ask({ ask: 'spend', by: ['service'] })
    await page.getByRole('tab', { name: 'By service' }).click()
    const listed = (await page.locator('#by-service tbody tr').allInnerTexts()).map((row) => row.split(/\t+/))
    expect(Object.fromEntries(listed.map(([name, amount]) => [name, numberIn(amount!)]))).toEqual(
      Object.fromEntries(services.map((row) => [row.dimensions.service, cents(row.effectiveCost)])),
    )
    await page.getByRole('tab', { name: 'By day' }).click()
    await page.screenshot({ path: `${pictures}${theme.name}.png`, fullPage: true })
    expect(complaints).toEqual([])
  })

  test('axe finds nothing, with data and without', async () => {
    const { page, complaints, show } = await openPanel(browser, served.url, theme)
    await page.screenshot({ path: `${pictures}${theme.name}-empty.png` })
    expect(await violations(page)).toEqual([])
    await show({
      spend,
      estimate,
      status: { is: 'error', message: 'OpenAI refused the key (401).', retry: { type: 'refresh' } },
    })
    await page.locator('spend-chart svg text').first().waitFor()
    await page.screenshot({ path: `${pictures}${theme.name}-error.png` })
    expect(await violations(page)).toEqual([])
    expect(complaints).toEqual([])
  })
})

/** `18 Nov 2026 (provisional)` → `2026-11-18` */
const isoDay = (text: string) => new Date(`${text.replace(/ \(.*/, '')} UTC`).toISOString().slice(0, 10)

const dark = themes[0]!

test('a narrow panel puts the estimate below and needs no sideways scrolling', async () => {
  const { page, show } = await openPanel(browser, served.url, dark)
  await page.setViewportSize({ width: 480, height: 900 })
  await show({ spend, estimate, status: { is: 'busy', what: 'Reading costs from OpenAI…' } })
  await page.locator('spend-chart svg text').first().waitFor()
  await page.screenshot({ path: `${pictures}narrow.png`, fullPage: true })
  // Charts are drawn anew a frame later.
  await expect.poll(() => page.evaluate('document.documentElement.scrollWidth')).toBe(480)
  const services = new Set(spend.days.map(({ dimensions }) => String(dimensions.service)))
  const texts = await page.locator('spend-chart svg text').all()
  const placed = await Promise.all(
    texts.map(async (each) => ({ text: (await each.textContent()) ?? '', box: (await each.boundingBox())! })),
  )
  const chart = (await page.locator('spend-chart').boundingBox())!
  const legend = placed.filter(({ text }) => services.has(text))
  const amounts = placed.filter(({ text }) => text.startsWith('$'))
  expect(legend.length, 'each name is told').toBeGreaterThan(3)
  for (const { text, box } of legend) {
    expect(box.x + box.width, `${text} stands whole`).toBeLessThanOrEqual(chart.x + chart.width)
    expect(box.y + box.height, `${text} is above the bars`).toBeLessThan(Math.min(...amounts.map((one) => one.box.y)))
  }
})

test('the table sorts by a column, and back', async () => {
  const { page, show } = await openPanel(browser, served.url, dark)
  await show({ spend })
  const first = page.locator('#by-day tbody tr').first()
  expect(await first.textContent()).toMatch(/^\s*18 Nov 2026 \(provisional\)/)
  await page.locator('#by-day').getByRole('button', { name: 'Total' }).click()
  expect(await first.textContent()).toMatch(/^\s*14 Oct 2026/)
  expect(await page.locator('#by-day th[aria-sort=descending]').textContent()).toContain('Total')
  await page.locator('#by-day').getByRole('button', { name: 'Total' }).click()
  expect(await page.locator('#by-day th[aria-sort=ascending]').textContent()).toContain('Total')
  expect(await page.locator('#by-day tbody tr').last().textContent()).toMatch(/^\s*14 Oct 2026/)
})

test('the table is copied as a spreadsheet takes it', async () => {
  const { page, show } = await openPanel(browser, served.url, dark)
  await show({ spend })
  await page.getByRole('button', { name: 'Copy Table' }).click()
  await page.getByText('Copied: Spend by day and service, in USD.').waitFor()
  const lines = (await page.evaluate<string>('navigator.clipboard.readText()')).split('\n')
  expect(lines[0]).toBe(
    'Day\tAmazon Elastic Compute Cloud\tClaude API\tOpenAI API\tAmazon Simple Storage Service\tTotal',
  )
  expect(lines.length).toBe(91)
})

test('provisional days, their sources and the age of the data are told in words', async () => {
  const { page, show } = await openPanel(browser, served.url, dark)
  await show({ spend })
  await page
    .getByText(
      '17 Nov 2026 to 18 Nov 2026: provisional, AWS, Anthropic, OpenAI may still change these amounts. They are drawn paler.',
    )
    .waitFor()
  await page
    .getByText('Demo data of a fictional company AWS, Anthropic, OpenAI: 1,379 rows, as of 19 Nov 2026, 06:00')
    .waitFor()
})

test('each source tells its state, whose spend it is and when it is read again; what fails hides nothing', async () => {
  const { page, show } = await openPanel(browser, served.url, dark)
  const asOf = { rows: 12, asOf: '2026-11-22T08:00:00Z', readAt: '2026-11-22T17:30:00Z', estimatedSince: null }
  const days = { since: '2026-11-01', until: '2026-11-22' }
  await show({
    accounts,
    spend: {
      ...spend,
      demo: false,
      sources: [{ source: 'openai', label: 'OpenAI costs API', providers: ['OpenAI'], ...asOf, ...days }],
    },
  })
  const shown = await page.locator('.accounts li').allInnerTexts()
  const plain = shown.map((text) => text.replaceAll(/\s+/g, ' ').trim())
  expect(plain).toEqual([
    'OpenAI OpenAI costs API ● OpenAI: 12 rows, as of 22 Nov 2026, 17:30 Refresh Manage… Not this project’s alone: all that these credentials can see. Choose… Read again after 6 hours while the panel is open.',
    'OpenAI (work) OpenAI costs API ◌ Reading 2026-09-01 to 2026-09-30 (3 of 5)… Cancel Manage… Only this project’s: projects proj_answers. Read again after 6 hours while the panel is open.',
    'Azure Azure Cost Management ▲ Failed. Nothing of it is shown. Retry Manage… Azure needs your Microsoft account: sign in, then retry. Not this project’s alone: all of accounts /subscriptions/1. Choose… Read again after 8 hours while the panel is open.',
    'AWS Cost Explorer ○ Not read yet. Refresh Manage… Not this project’s alone: all that these credentials can see. Choose… Read only when you ask. Each request costs $0.01.',
  ])
  expect(await page.locator('.totals .amount').first().textContent()).toBe('$26,974.17')
  await page.setViewportSize({ width: 480, height: 900 })
  // Charts are drawn anew a frame later.
  await expect.poll(() => page.evaluate('document.documentElement.scrollWidth')).toBe(480)
  await page.screenshot({ path: `${pictures}sources-narrow.png` })
})

test('an unknown cost is a word, never $0', async () => {
  const { page, show } = await openPanel(browser, served.url, dark)
  await show({ estimate })
  const site = page.locator('.sites li').filter({ hasText: 'gpt-5.2' })
  expect(await site.locator('.figures').textContent()).toBe('Cost unknown')
  await page
    .getByText('2 sites not fully known: the total holds what is known of them, and nothing is counted as zero.')
    .waitFor()
})

test('what is said stands in one place from the beginning, and the focus goes on from a button that can be pressed no more', async () => {
  const { page, show } = await openPanel(browser, served.url, dark)
  await show({ spend })
  const place = await page.locator('header [role=status]').elementHandle()
  const said = () => place!.evaluate((one) => (one.isConnected ? one.textContent : 'gone'))
  const isOn = () =>
    page.evaluate<string>("document.querySelector('outlay-panel').shadowRoot.activeElement?.textContent.trim() ?? ''")
  await page.getByRole('button', { name: 'Import FOCUS File' }).focus()
  await show({ spend, status: { is: 'busy', what: 'Reading /bills/march.csv' } })
  expect(await said()).toBe('Reading /bills/march.csv')
  await expect.poll(isOn).toBe('Cancel')
  await show({ spend, status: { is: 'error', message: 'It is not FOCUS.', retry: { type: 'importFile' } } })
  expect(await page.locator('[role=alert]').textContent()).toContain('It is not FOCUS.')
  await expect.poll(isOn).toBe('Retry')
  await show({ spend, status: { is: 'idle' } })
  expect(await said()).toBe('')
  await expect.poll(isOn).toBe('Spend')
})

test('the keyboard reaches and presses every button', async () => {
  const { page, show, sent } = await openPanel(browser, served.url, dark)
  await show({
    spend,
    estimate,
    accounts,
    status: { is: 'error', message: 'Nobody answered.', retry: { type: 'refresh' } },
  })
  await page.locator('#by-day').waitFor()
  const reached = new Set<string>()
  for (let presses = 0; presses < 80; presses++) {
    await page.keyboard.press('Tab')
    reached.add(
      await page.evaluate<string>(`(() => {
        let at = document.activeElement
        while (at?.shadowRoot?.activeElement) at = at.shadowRoot.activeElement
        return at?.textContent.replace(/[↓↑]/, '').trim() ?? ''
      })()`),
    )
  }
  const buttons = [
    'Refresh All',
    'Connect a Source',
    'Refresh',
    'Retry',
    'Cancel',
    'Manage…',
    'Choose…',
    'Import FOCUS File',
    'Demo Data',
    'Retry',
    'Copy Table',
    'By day',
    'Day',
    'Claude API',
    'Total',
  ]
  expect([...reached]).toEqual(expect.arrayContaining([...buttons, ...estimate.sites.map((site) => site.label)]))

  await page.getByRole('button', { name: 'Import FOCUS File' }).focus()
  await page.keyboard.press('Enter')
  await page.getByRole('button', { name: 'Retry', exact: true }).focus()
  await page.keyboard.press('Space')
  for (const name of [
    'Retry: Azure',
    'Cancel: OpenAI (work)',
    'Manage…: OpenAI',
    'Choose what is this project’s of OpenAI',
  ])
    await page.getByRole('button', { name, exact: true }).press('Enter')
  await page.getByRole('button', { name: estimate.sites[2]!.label }).press('Enter')
  await page.getByRole('tab', { name: 'By day' }).press('ArrowRight')
  await page.keyboard.press('Enter')
  await page.locator('#by-month').waitFor()
  expect((await sent()).slice(1)).toEqual([
    { version: 1, type: 'importFile' },
    { version: 1, type: 'refresh' },
    { version: 1, type: 'refresh', account: 'azure-cost-management' },
    { version: 1, type: 'cancel', account: 'openai:work' },
    { version: 1, type: 'manage', account: 'openai' },
    { version: 1, type: 'chooseScope', account: 'openai' },
    {
      version: 1,
      type: 'openSite',
      file: 'answers-api/agent.py',
      key: 'plan_port_call/client.chat.completions.create',
    },
  ])
})

test('a message of another version is reported back, not thrown', async () => {
  const { page, complaints, send, sent } = await openPanel(browser, served.url, dark)
  await send({ version: 2, type: 'state', state: {} })
  await send({ version: 1, type: 'fireworks' })
  await page.waitForFunction('window.sent.length === 3')
  expect((await sent()).slice(1)).toEqual([
    { version: 1, type: 'unknownMessage', what: 'state, version 2' },
    { version: 1, type: 'unknownMessage', what: 'fireworks' },
  ])
  expect(complaints).toEqual([])
})

test('a panel that was hidden comes back as it was', async () => {
  const { page, show } = await openPanel(browser, served.url, dark)
  await show({ spend, estimate })
  await page.getByRole('tab', { name: 'By month' }).click()
  const amount = await page.locator('.totals .amount').textContent()
  await page.reload()
  await page.locator('#by-month').waitFor()
  expect(await page.locator('.totals .amount').textContent()).toBe(amount)
})

test('the chart takes on the colours of a new theme at once', async () => {
  const { page, show } = await openPanel(browser, served.url, dark)
  await show({ spend })
  const light = themes[1]!
  await page.locator(`spend-chart svg path[fill="${dark.variables['charts-green']}"]`).first().waitFor()
  await page.evaluate(`dress(${JSON.stringify(light.bodyClass)}, ${JSON.stringify(light.variables)})`)
  await page.locator(`spend-chart svg path[fill="${light.variables['charts-green']}"]`).first().waitFor()
})

test('two currencies stand apart, and each can be shown', async () => {
  const { page, complaints, show } = await openPanel(browser, served.url, dark)
  const euro = { currency: 'EUR', grade: 'invoice' as const, billedCost: 7, effectiveCost: 5 }
  await show({
    spend: {
      ...spend,
      totals: [...spend.totals, { ...euro, rows: 1, since: '2026-11-01', until: '2026-11-01' }],
      days: [...spend.days, { ...euro, dimensions: { day: '2026-11-01', service: 'Azure OpenAI' }, estimated: false }],
    },
  })
  expect(await page.locator('.totals .amount').allInnerTexts()).toEqual(['$26,974.17', '€5.00'])
  await page.getByText('Effective cost: prepaid purchases are spread over their use. Billed: €7.00').waitFor()
  await page.getByRole('combobox', { name: 'Currency and grade shown' }).click()
  await page.getByRole('option', { name: 'EUR, invoice' }).click()
  expect(await page.locator('#by-day tbody tr').allInnerTexts()).toEqual(['1 Nov 2026\t€5.00\t€5.00'])
  expect(complaints).toEqual([])
})
