import { mkdir } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import type { Browser } from 'playwright-core'
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { loadPriceBook } from '../../cli/price-book.ts'
import { loadTokenCounter } from '../../cli/tokenizer.ts'
import { simulationView } from '../../core/report/simulation.ts'
import { createSession } from '../../core/session.ts'
import { noSettings } from '../../core/settings.ts'
import { simulate } from '../../core/simulate/simulate.ts'
import type { CostedSite } from '../../core/types.ts'
import { registry } from '../../language-rules/registry.gen.ts'
import type { SimulatorMessage, SimulatorValues, SimulatorWords } from '../../webview/simulator-protocol.ts'
import { violations } from './axe.ts'
import { launch } from './browser.ts'
import { openPanel, servePanel } from './panel-page.ts'
import { type Theme, themes } from './themes.ts'

const call = `from openai import OpenAI

client = OpenAI()

def answer(question: str) -> str:
    return client.chat.completions.create(
        model="gpt-4o",
        messages=[{"role": "system", "content": "Answer briefly."}, {"role": "user", "content": question}],
    )
`

const words: SimulatorWords = {
  now: 'Now',
  nowUsed: 'Now, used like that',
  later: 'With these values',
  try: 'Try other values',
  more: 'More',
  breakdown: 'How it comes to that',
  columns: ['Part', 'Quantity', '× Unit price', '= USD'],
  unknown: 'Not known',
  assumed: 'Assumed',
  prices: 'Prices',
  writeCode: 'Write to Code',
  writeConfig: 'Write to outlay.json',
  left: 'By hand',
  reset: 'Start Over',
  undo: 'Undo',
  was: 'was {0}',
  notKnown: 'not known',
  nothing: 'Change a value to see what it would cost.',
}

let browser: Browser
let served: Awaited<ReturnType<typeof servePanel>>
let answer: (values: SimulatorValues) => ReturnType<typeof simulationView>
const pictures = fileURLToPath(new URL('screenshots/', import.meta.url))

beforeAll(async () => {
  await mkdir(pictures, { recursive: true })
  const counter = await loadTokenCounter()
  ;[browser, served] = await Promise.all([launch(), servePanel('simulator')])
  const session = createSession({
    registry,
    prices: loadPriceBook(undefined, '2026-11-22'),
    tokens: () => counter,
    settings: () => noSettings,
  })
  session.open('/p/app.py', call, 1)
  const { sites } = await session.settled('/p/app.py')
  const site = sites[0] as CostedSite
  answer = (values) => simulationView(simulate(site, values, session.bench('/p/app.py')!))
}, 60_000)
afterEach(() => Promise.all(browser.contexts().map((context) => context.close())))
afterAll(async () => {
  await browser?.close()
  await served?.close()
})

/** The form with the engine behind it: what it asks is answered as the worker answers it. */
async function form(theme: Theme) {
  const opened = await openPanel<SimulatorMessage>(browser, served.url, theme)
  const { page, send, sent } = opened
  const state = (values: SimulatorValues) => ({
    type: 'state',
    of: 'a',
    where: 'app.py:6',
    words,
    view: answer(values),
  })
  const answered = async () => {
    const last = (await sent()).findLast((message) => message.type === 'change' || message.type === 'ready')
    await send(state(last && 'values' in last ? last.values : {}))
  }
  await answered()
  await page.getByLabel('Model').waitFor()
  return { ...opened, answered }
}

describe.each(themes)('$name', (theme) => {
  test('the form shows the engine’s figures, and axe finds nothing', async () => {
    const { page, complaints, answered } = await form(theme)
    await page.getByLabel('Model', { exact: true }).fill('gpt-4o-mini')
    await page.getByLabel('Calls', { exact: true }).fill('1,000')
    await page.getByLabel('Calls are counted by').selectOption('day')
    await page.getByLabel('Input tokens of a call').fill('4k')
    await page.getByLabel(/^Input read from the cache/).fill('50')
    await answered()
    const { after, difference } = answer({
      model: 'gpt-4o-mini',
      calls: '1,000',
      per: 'day',
      inputTokens: '4k',
      cachedShare: '50',
    })
    expect(after.per).toBe('a month')
    await page.getByText(after.likely, { exact: true }).first().waitFor()
    expect(await page.getByRole('status').textContent()).toBe(difference.text)
    await page.screenshot({ path: `${pictures}simulator-${theme.name}.png`, fullPage: true })
    expect(await violations(page)).toEqual([])
    expect(complaints).toEqual([])
  })
})

const dark = themes[0]!

test('the keyboard reaches each field and button, changes and takes back', async () => {
  const { page, answered, sent } = await form(dark)
  await page.getByLabel('Model', { exact: true }).fill('gpt-4o-mini')
  await answered()
  await page.getByText('was gpt-4o').waitFor()
  const reached = new Set<string>()
  for (let presses = 0; presses < 24; presses++) {
    await page.keyboard.press('Tab')
    reached.add(await page.evaluate<string>('document.activeElement.id || document.activeElement.textContent.trim()'))
  }
  expect([...reached]).toEqual(
    expect.arrayContaining([
      'model',
      'calls',
      'per',
      'inputTokens',
      'cachedShare',
      'outputTokens',
      'maxOutput',
      'way',
      'Undo',
      'Start Over',
      'Write to Code',
    ]),
  )
  await page.getByRole('button', { name: 'Undo: Model' }).press('Enter')
  expect((await sent()).at(-1)).toEqual({ type: 'change', of: 'a', values: {} })
  expect(await page.evaluate('document.activeElement.id')).toBe('model')
  expect(await page.getByLabel('Model', { exact: true }).inputValue()).toBe('gpt-4o')
})

test('the focus is on the form after what it was on is gone or can be pressed no more', async () => {
  const { page, send, answered } = await form(dark)
  const isOn = () => page.evaluate<string>('document.activeElement.id')
  await page.getByLabel('Model', { exact: true }).fill('gpt-4o-mini')
  await answered()
  await page.getByRole('button', { name: 'Write to Code' }).press('Enter')
  await send({ type: 'written', to: 'code' })
  // Only then has the form asked anew, without what is written.
  await page.getByText('was gpt-4o').waitFor({ state: 'detached' })
  await answered()
  await page.getByRole('button', { name: 'Write to Code' }).waitFor({ state: 'detached' })
  expect(await isOn()).toBe('model')
  await page.getByLabel('Calls', { exact: true }).fill('5000')
  await answered()
  await page.getByRole('button', { name: 'Start Over' }).press('Enter')
  await answered()
  expect(await isOn()).toBe('model')
})

test('a mistake is told at its field, and nothing is computed from it', async () => {
  const { page, answered } = await form(dark)
  await page.getByLabel('Calls', { exact: true }).fill('lots')
  await answered()
  await page.getByText('A number of 0 or more, such as 1,500 or 10k').waitFor()
  expect(await page.getByLabel('Calls', { exact: true }).getAttribute('aria-invalid')).toBe('true')
  expect(await page.locator('.figure').last().textContent()).not.toContain('a month')
})

test('what is written is taken out of the form, what is not stays', async () => {
  const { page, send, sent, answered } = await form(dark)
  await page.getByLabel('Model', { exact: true }).fill('gpt-4o-mini')
  await page.getByLabel('Calls', { exact: true }).fill('5000')
  await answered()
  await page.getByRole('button', { name: 'Write to Code' }).click()
  expect((await sent()).at(-1)).toEqual({ type: 'write', to: 'code' })
  await send({ type: 'written', to: 'code' })
  await page.getByText('was gpt-4o').waitFor({ state: 'detached' })
  expect((await sent()).at(-1)).toEqual({ type: 'change', of: 'a', values: { calls: '5000' } })
})

test('a narrow form has the answer on top and needs no sideways scrolling', async () => {
  const { page } = await form(dark)
  await page.setViewportSize({ width: 380, height: 900 })
  await page.screenshot({ path: `${pictures}simulator-narrow.png`, fullPage: true })
  expect(await page.evaluate('document.documentElement.scrollWidth')).toBe(380)
})
