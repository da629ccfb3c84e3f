// Google's and Azure's service prices beside a second place where they were read, never the one the book has them from.
import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { loadPriceBook } from '../../cli/price-book.ts'
import type { Cloud } from '../types.ts'

const book = loadPriceBook(undefined, '2026-11-21')

const [, ...lines] = readFileSync(new URL('./pins/services-google-azure.tsv', import.meta.url), 'utf8')
  .trimEnd()
  .split('\n')
const pins = lines.map((line) => line.split('\t'))

describe('service prices of Google and Azure', () => {
  it('are pinned 60 times and more, of 20 services and more', () => {
    expect(pins.length).toBeGreaterThanOrEqual(60)
    expect(new Set(pins.map(([cloud, service]) => `${cloud} ${service}`)).size).toBeGreaterThanOrEqual(20)
  })

  it.each(pins)('%s %s %s in %s: for %s, $%s (%s, %s)', (cloud, service, item, region, per, usd) => {
    const price = book.service(cloud as Cloud, service!, item!, region!)
    expect(price).toMatchObject({ per: Number(per), region, sku: `${service} ${item}` })
    expect(Math.abs(price!.usd / Number(usd) - 1)).toBeLessThan(0.001)
    expect(price!.asOf).toMatch(/^20\d\d-\d\d-\d\d$/)
  })

  it('name the copy of the price list they were read from, and its day', () => {
    expect(book.service('azure', 'openai', 'provisioned throughput regional', 'westeurope')).toEqual({
      usd: 2.72,
      per: 1,
      unit: 'PTU-hour',
      sku: 'openai provisioned throughput regional',
      region: 'westeurope',
      source: 'Google and Azure price lists, by zombiescan',
      asOf: '2026-09-23',
    })
  })

  it('say it when they were read in a quotation or on a page', () => {
    expect(book.service('azure', 'front-door', 'premium base', 'global')).toMatchObject({
      usd: 330,
      weak: 'read in a quotation of the price list',
    })
    expect(book.service('gcp', 'vertex-ai', 'provisioned throughput GSU 1 month', 'global')).toMatchObject({
      usd: 3.698630137,
      unit: 'GSU-hour',
      weak: 'whether it holds for partner models is not said; read from a page, not from the price list',
    })
  })

  it('that nobody was read to state are unknown, never zero', () => {
    for (const [cloud, service, item] of [
      ['gcp', 'bigtable', 'node'],
      ['gcp', 'composer', 'environment'],
      ['gcp', 'dataflow', 'vCPU'],
      ['azure', 'functions', 'flex consumption execution'],
      ['azure', 'bandwidth', 'internet first 10 TB'],
    ] as const)
      expect(book.service(cloud, service, item, cloud === 'gcp' ? 'us-central1' : 'eastus'), service).toBeUndefined()
  })
})

describe('storage classes of Azure', () => {
  // GB-months of Azure Retail Prices in zombiescan-azure at cfb8be9, for rows the book has from Infracost or a page
  it.each([
    ['westeurope', 0.0196],
    ['westus', 0.0208],
    ['eastus2', 0.0184],
  ])('HOT LRS in %s is $%d', (region, usd) => {
    expect(book.storage('azure', 'blob', 'HOT LRS', region)!.storage.usd).toBe(usd)
  })

  // Infracost, storage_account_test.golden, West Europe
  it('COOL LRS in westeurope is $0.01, and as much to read back', () => {
    const price = book.storage('azure', 'blob', 'COOL LRS', 'westeurope')!
    expect([price.storage.usd, price.retrieval!.usd, price.minDays, price.put!.usd]).toEqual([0.01, 0.01, 30, 0.01])
    expect(price.storage.asOf).toBe('2026-07-15')
  })

  it('have every redundancy of the archive where its list was read', () => {
    const usd = ['LRS', 'GRS', 'RA-GRS'].map(
      (kind) => book.storage('azure', 'blob', `ARCHIVE ${kind}`, 'westeurope')!.storage.usd,
    )
    expect(usd).toEqual([0.0018, 0.00279, 0.00279])
  })
})
