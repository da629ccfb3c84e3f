import { describe, expect, it } from 'vitest'
import { loadPriceBook } from '../../cli/price-book.ts'
import { fileDocument } from '../document.ts'
import { type EstimateTools, estimateModelCall } from '../estimate/model-call.ts'
import { known, unknown } from '../known.ts'
import { find } from '../prices/find.ts'
import { noSettings } from '../settings.ts'
import type { CostedSite, ModelCall, Provider } from '../types.ts'
import { hintLabel } from './hint.ts'
import { hoverMarkdown } from './hover.ts'
import { scanDocument } from './json.ts'
import { scanMarkdown } from './markdown.ts'
import { findDocument } from './prices.ts'
import { findText } from './prices-text.ts'
import { scanText } from './text.ts'

const prices = loadPriceBook(undefined, '2026-11-21')
const at = { file: 'a.py', span: [0, 4] as const }

/** Exactly 1,000 tokens out, and an input that is not known. */
function costed(provider: Provider, model: string): CostedSite {
  const site: ModelCall = {
    kind: 'model-call',
    key: 'k',
    label: model,
    location: at,
    hints: [],
    sdk: 'test',
    provider,
    api: 'chat',
    call: 'chat',
    model: known(model, at),
    maxOutput: known(1000, at),
    input: [],
    n: known(1, at),
    cached: false,
    batch: false,
    tier: unknown('absent'),
    reasoning: unknown('absent'),
    stream: false,
    repeats: [],
    source: { call: 0, parameters: {}, arguments: {} },
  }
  const tools = {
    prices,
    tokens: { count: () => ({ low: 0, likely: 0, high: 0 }) },
    settings: { ...noSettings, assume: { outputTokens: 1000 } },
  }
  return { site, estimate: estimateModelCall(site, tools as unknown as EstimateTools) }
}

const scan = (...sites: CostedSite[]) =>
  scanDocument({
    version: '0',
    root: '/',
    pricesAsOf: prices.asOf,
    results: [{ file: 'a.py', version: 1, sites, findings: [], problems: [], approximate: false }],
    problems: [],
    document: () => fileDocument('a.py', 'python', 'chat()'),
  })

describe('a price on which two lists differ', () => {
  const grok = costed('xai', 'grok-4.20-0309-reasoning')
  const output = '$2.50 (llm-prices, 2026-08-05) to $6.00 (LiteLLM, 2026-08-01) per 1M output tokens'
  const input = '$1.25 (llm-prices, 2026-08-05) to $2.00 (LiteLLM, 2026-08-01) per 1M input tokens'

  it('is a band in the estimate: the same tokens by the one list and by the other', () => {
    const line = grok.estimate.lines.find(({ unit }) => unit === 'output token')!
    expect(line.unitUsd).toEqual({ low: 2.5e-6, likely: 6e-6, high: 6e-6 })
    expect(line.usd!.likely).toBeCloseTo(0.006, 9)
    expect(line.usd!.high).toBeCloseTo(0.006, 9)
    expect(grok.estimate.lines[0]!.unitUsd).toEqual({ low: 1.25e-6, likely: 2e-6, high: 2e-6 })
  })

  it('has both lists with their dates in the hover, the terminal and Markdown', () => {
    expect(hoverMarkdown(grok)).toContain(`; the lists differ: ${output}`)
    expect(hoverMarkdown(grok)).toContain('$2.50–6.00/1M output')
    const text = scanText(scan(grok), { width: 200, colour: false })
    expect(text).toContain(`the price lists differ: ${input}\n`)
    expect(text).toContain(`the price lists differ: ${output}\n`)
    expect(scanMarkdown(scan(grok))).toContain(output)
  })

  it('has both in the JSON, beside the price that is kept to', () => {
    const site = scan(grok).sites[0]!
    expect(site.estimate.lines[1]!.prices[0]).toEqual({
      usd: 6,
      per: 1_000_000,
      unit: 'output token',
      sku: 'grok-4.20-0309-reasoning',
      region: null,
      source: 'LiteLLM',
      asOf: '2026-08-01',
      range: {
        low: { usd: 2.5, source: 'llm-prices', asOf: '2026-08-05' },
        high: { usd: 6, source: 'LiteLLM', asOf: '2026-08-01' },
      },
    })
  })

  it('has both in prices find', () => {
    const found = find(prices, 'xai/grok-4.20-0309-reasoning').map((match) => ({ match, carbon: undefined }))
    const document = findDocument(found, undefined)
    expect(document.matches[0]!.lines[0]).toMatchObject({ label: 'input', usd: 2, range: { low: { usd: 1.25 } } })
    expect(findText(document)).toContain(`  output ${output}\n`)
  })

  it('is the band of both where no quantity is known', () => {
    const lines = grok.estimate.lines.filter(({ unit }) => unit === 'input token')
    expect(hintLabel({ ...grok, estimate: { ...grok.estimate, usd: undefined, lines } })).toBe('$1.25–2.00/1M input')
  })
})

describe('a name that is not in the book', () => {
  const typo = costed('anthropic', 'claude-sonnet-5-5')

  it('is told the nearest one in the hover, the terminal and the JSON, and is costed by none', () => {
    const said = 'no published price for exactly this; the nearest name in the book is claude-sonnet-5'
    expect(typo.estimate).toMatchObject({ status: 'unknown', usd: undefined, lines: [] })
    expect(hoverMarkdown(typo)).toContain(`- price of claude-sonnet-5-5 at anthropic: ${said}`)
    expect(scanText(scan(typo), { width: 200, colour: false })).toContain(said)
    expect(scan(typo).sites[0]!.unknown).toMatchObject([{ why: 'no-price', nearest: 'claude-sonnet-5' }])
  })

  it('is told none where nothing is like it', () => {
    expect(scan(costed('openai', 'my-deployment')).sites[0]!.unknown[0]).not.toHaveProperty('nearest')
  })
})
