import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { waitForUpdate } from '@pydantic/genai-prices'
import { describe, expect, it } from 'vitest'
import { loadPriceBook } from '../../cli/price-book.ts'
import { refreshedSources, withRefreshed } from '../../cli/prices-refresh/book.ts'
import { saveTable } from '../../cli/prices-refresh/store.ts'
import { bundledFigures, drift } from '../../core/prices/drift.ts'
import { overlay } from '../../core/prices/overlay.ts'
import { figures, type RefreshedTable, tableOf } from '../../core/prices/refreshed.ts'
import type { PriceRow } from '../../core/prices/source.ts'
import { source as ec2 } from '../../core/prices/sources/aws-ec2.ts'
import { source as advisor } from '../../core/prices/sources/aws-spot-advisor.ts'
import { source as genai } from '../../core/prices/sources/genai-prices.ts'
import { source as modelsDev } from '../../core/prices/sources/models-dev.ts'
import { source as openrouter } from '../../core/prices/sources/openrouter.ts'
import { statusDocument } from '../../core/report/prices.ts'

const bundled = loadPriceBook(undefined, '2026-11-21')

const table = (source: typeof ec2, rows: readonly PriceRow[], asOf = '2026-11-20'): RefreshedTable =>
  tableOf(source, { region: '', asOf, checked: `${asOf}T06:00:00.000Z` }, rows).table

const onDemand = (type: string, usd: number, region = 'us-east-1'): PriceRow => ({
  is: 'instance',
  cloud: 'aws',
  type,
  region,
  purchase: 'on-demand',
  usd,
})

describe('a refreshed machine price', () => {
  it('stands in for the bundled one of exactly that type, region and purchase, with its own source and date', () => {
    const book = overlay(bundled, [table(ec2, [onDemand('m5.large', 0.099)])])
    expect(book.instance('aws', 'm5.large', 'us-east-1', 'on-demand')).toEqual({
      usd: 0.099,
      per: 1,
      unit: 'hour',
      sku: 'm5.large',
      region: 'us-east-1',
      source: 'AWS Price List',
      asOf: '2026-11-20',
    })
    for (const [type, region, purchase] of [
      ['m5.xlarge', 'us-east-1', 'on-demand'],
      ['m5.large', 'eu-west-1', 'on-demand'],
      ['m5.large', 'us-east-1', 'spot'],
    ] as const) {
      expect(book.instance('aws', type, region, purchase)).toEqual(bundled.instance('aws', type, region, purchase))
    }
    expect(book.asOf).toBe('2026-11-20')
  })

  it('makes a type priced that the snapshot does not know', () => {
    const book = overlay(bundled, [table(ec2, [onDemand('m99.large', 0.2)])])
    expect(bundled.instance('aws', 'm99.large', 'us-east-1', 'on-demand')).toBeUndefined()
    expect(book.instance('aws', 'm99.large', 'us-east-1', 'on-demand')).toMatchObject({ usd: 0.2 })
    expect(book.types('aws')).toContain('m99.large')
  })

  it('is never older than the bundled one', () => {
    const book = overlay(bundled, [table(ec2, [onDemand('m5.large', 0.099)], '2019-01-01')])
    expect(book.instance('aws', 'm5.large', 'us-east-1', 'on-demand')!.usd).toBe(0.096)
  })

  it('is the newest where two tables have one', () => {
    const [old, fresh] = [
      table(ec2, [onDemand('m5.large', 0.098)], '2026-11-01'),
      table(ec2, [onDemand('m5.large', 0.099)], '2026-11-20'),
    ]
    for (const tables of [
      [old, fresh],
      [fresh, old],
    ]) {
      expect(overlay(bundled, tables).instance('aws', 'm5.large', 'us-east-1', 'on-demand')!.usd).toBe(0.099)
    }
  })

  it('is not found under a name every object has', () => {
    const book = overlay(bundled, [table(ec2, [onDemand('m5.large', 0.099)])])
    expect(book.instance('aws', 'constructor', 'us-east-1', 'on-demand')).toBeUndefined()
  })

  it('on spot is the share of the on-demand price, refreshed or bundled, and says so', () => {
    const share: PriceRow = { is: 'spot-share', cloud: 'aws', type: 'm5.large', region: 'us-east-1', share: 0.4 }
    const unknown: PriceRow = { ...share, type: 'm99.large' }
    const spot = table(advisor, [share, unknown])
    expect(overlay(bundled, [spot]).instance('aws', 'm5.large', 'us-east-1', 'spot')).toEqual({
      usd: 0.0384,
      per: 1,
      unit: 'hour',
      sku: 'm5.large',
      region: 'us-east-1',
      source: 'AWS Spot Advisor',
      asOf: '2026-11-20',
      weak: 'on-demand less the average saving of the last month, in whole per cents; the on-demand price is of 2026-07-05',
    })
    const both = overlay(bundled, [spot, table(ec2, [onDemand('m5.large', 0.1)])])
    expect(both.instance('aws', 'm5.large', 'us-east-1', 'spot')).toMatchObject({ usd: 0.04 })
    expect(both.instance('aws', 'm99.large', 'us-east-1', 'spot')).toBeUndefined()
  })
})

describe('a refreshed model price', () => {
  const model = (id: string, input: number, output: number): PriceRow => ({
    is: 'model',
    provider: 'openai',
    id,
    rates: { input, output },
  })

  it('stands in for the standard rates; batch keeps its share of them and says so', () => {
    const book = overlay(bundled, [table(genai, [model('gpt-4o', 2, 10)])])
    const { rates, maxOutput } = book.model('openai', 'gpt-4o-2024-08-06')!
    expect(rates.input!.price).toMatchObject({ usd: 2, per: 1_000_000, source: 'genai-prices', asOf: '2026-11-20' })
    expect(rates['batch-input']!.price).toMatchObject({ usd: 1, weak: expect.stringContaining('the share of') })
    expect(rates['batch-output']).toEqual(bundled.model('openai', 'gpt-4o')!.rates['batch-output'])
    expect(maxOutput).toBe(bundled.model('openai', 'gpt-4o')!.maxOutput)
  })

  it('of another release leaves a release with a price of its own alone', () => {
    const book = overlay(bundled, [table(genai, [model('gpt-4o', 2, 8)])])
    expect(book.model('openai', 'gpt-4o-2024-05-13')).toEqual(bundled.model('openai', 'gpt-4o-2024-05-13'))
    expect(book.model('openai', 'gpt-4o-mini')).toEqual(bundled.model('openai', 'gpt-4o-mini'))
  })

  it('makes a model priced that the snapshot does not know, and no neighbour of it', () => {
    const book = overlay(bundled, [table(genai, [model('gpt-99', 1, 4)])])
    expect(book.model('openai', 'gpt-99')!.rates.output!.price.usd).toBe(4)
    expect(book.model('openai', 'gpt-99-mini')).toBeUndefined()
    expect(book.models().some(({ id }) => id === 'gpt-99')).toBe(true)
  })

  it('is what a smaller sibling is offered at', () => {
    const book = overlay(bundled, [table(genai, [model('gpt-4o-mini', 0.1, 0.4)])])
    const [mini] = book.smaller(book.model('openai', 'gpt-4o')!)
    expect([mini!.id, mini!.rates.input!.price.usd]).toEqual(['gpt-4o-mini', 0.1])
  })

  it('is a range where OpenRouter lists another one by more than 2 %, and its batch price with it', () => {
    const vote = (input: number): RefreshedTable =>
      table(openrouter, [{ is: 'model', provider: 'openrouter', id: 'openai/gpt-4o', rates: { input, output: 10 } }])
    const { rates } = overlay(bundled, [vote(3)]).model('openai', 'gpt-4o')!
    expect(rates.input!.price).toMatchObject({
      usd: 2.5,
      range: {
        low: { usd: 2.5, source: 'genai-prices', asOf: '2026-09-23' },
        high: { usd: 3, source: 'OpenRouter', asOf: '2026-11-20' },
      },
    })
    expect(rates['batch-input']!.price).toMatchObject({ usd: 1.25, range: { low: { usd: 1.25 }, high: { usd: 1.5 } } })
    expect(rates.output!.price.range).toBeUndefined()
    expect(overlay(bundled, [vote(2.52)]).model('openai', 'gpt-4o')).toEqual(bundled.model('openai', 'gpt-4o'))
    expect(overlay(bundled, [vote(3)]).model('openrouter', 'openai/gpt-4o')!.rates.input!.price.usd).toBe(3)
  })

  const grok = 'grok-4.20-0309-reasoning'
  const opinion = (input: number, output: number, asOf?: string): RefreshedTable =>
    table(modelsDev, [{ is: 'model', provider: 'xai', id: grok, rates: { input, output } }], asOf)

  it('that models.dev confirms is one again, where an older list differed', () => {
    expect(bundled.model('xai', grok)!.rates.input!.price.range).toMatchObject({ low: { usd: 1.25 }, high: { usd: 2 } })
    const { input, output } = overlay(bundled, [opinion(2, 2.5)]).model('xai', grok)!.rates
    expect(input!.price).toMatchObject({ usd: 2, source: 'LiteLLM' })
    expect(input!.price.range).toBeUndefined()
    expect(output!.price.range).toEqual({
      low: { usd: 2.5, source: 'models.dev', asOf: '2026-11-20' },
      high: { usd: 6, source: 'LiteLLM', asOf: '2026-08-01' },
    })
  })

  it('is never one that models.dev alone lists', () => {
    const unknown: PriceRow = { is: 'model', provider: 'xai', id: 'grok-99', rates: { input: 1, output: 2 } }
    const book = overlay(bundled, [table(modelsDev, [unknown])])
    expect(book.model('xai', 'grok-99')).toBeUndefined()
    expect(book.models().some(({ id }) => id === 'grok-99')).toBe(false)
    expect(book.asOf).toBe(bundled.asOf)
  })

  it('that has not moved is still one on which lists differ; one that has moved is as the newest list says', () => {
    const row = (input: number): PriceRow => ({
      is: 'model',
      provider: 'mistral',
      id: 'codestral',
      rates: { input, output: 0.9 },
    })
    const priceOf = (input: number) =>
      overlay(bundled, [table(genai, [row(input)])]).model('mistral', 'codestral')!.rates.input!.price
    expect(priceOf(0.3).range).toEqual({
      low: { usd: 0.3, source: 'genai-prices', asOf: '2026-11-20' },
      high: { usd: 1, source: 'LiteLLM', asOf: '2026-08-01' },
    })
    expect(priceOf(0.5)).toMatchObject({ usd: 0.5, asOf: '2026-11-20' })
    expect(priceOf(0.5).range).toBeUndefined()
  })
})

describe("genai-prices' list as a whole", () => {
  const list = async () => {
    const page = { at: '2026-11-20T06:00:00.000Z', body: JSON.stringify(await waitForUpdate()) }
    const mapped = genai.rows(page, '')
    if (mapped.is !== 'rows') throw new Error(mapped.what)
    return table(genai, mapped.rows)
  }

  it('is no drift from the snapshot that was made of it', async () => {
    expect(drift(bundledFigures(bundled, genai, ''), figures(await list()))).toBeUndefined()
  })

  it.each([
    ['bedrock', 'us.anthropic.claude-haiku-4-5-20251001-v1:0', 1.1],
    ['bedrock', 'eu.anthropic.claude-sonnet-4-5-20250929-v1:0', 3.3],
    ['bedrock', 'global.anthropic.claude-opus-4-5-20251101-v1:0', 5],
    ['bedrock', 'us.amazon.nova-lite-v1:0', 0.06],
    ['fireworks', 'accounts/fireworks/models/glm-5p2', 1.4],
  ] as const)('refreshes %s %s under the id the API takes', async (provider, id, usd) => {
    const { rates, ...model } = overlay(bundled, [await list()]).model(provider, id)!
    expect(model.id).toBe(id)
    expect(rates.input!.price).toMatchObject({ usd, sku: id, source: 'genai-prices', asOf: '2026-11-20' })
  })

  it('leaves the profiles that are dearer by another list, and adds no name the API does not take', async () => {
    const book = overlay(bundled, [await list()])
    const gov = 'us-gov.anthropic.claude-sonnet-4-5-20250929-v1:0'
    expect(book.model('bedrock', gov)).toEqual(bundled.model('bedrock', gov))
    expect(book.model('bedrock', 'eu.amazon.nova-lite-v1:0')!.rates.input!.price.usd).toBe(0.078)
    expect(book.models().filter(({ id }) => id.startsWith('regional.'))).toEqual([])
  })
})

it('is read back from the cache folder as it was written', () => {
  const folder = mkdtempSync(join(tmpdir(), 'outlay-prices-'))
  saveTable(folder, table(ec2, [onDemand('m5.large', 0.099)]))
  expect(withRefreshed(bundled, folder).instance('aws', 'm5.large', 'us-east-1', 'on-demand')!.usd).toBe(0.099)
  rmSync(folder, { recursive: true })
  expect(withRefreshed(bundled, folder)).toBe(bundled)
})

it('is listed with its rows, its date and when it was last asked for', () => {
  const folder = mkdtempSync(join(tmpdir(), 'outlay-prices-'))
  saveTable(folder, { ...table(ec2, [onDemand('m5.large', 0.099), onDemand('m5.xlarge', 0.2)]), region: 'us-east-1' })
  const { sources, problems } = refreshedSources(folder)
  expect(statusDocument(sources, '2026-11-25').sources).toEqual([
    {
      id: 'aws-ec2 us-east-1',
      rows: 2,
      date: '2026-11-20',
      ageDays: 5,
      lastChecked: '2026-11-20T06:00:00.000Z',
      lastProblem: null,
      weak: [],
    },
  ])
  expect(problems).toEqual([])
  rmSync(folder, { recursive: true })
})
