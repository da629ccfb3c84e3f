// Prices of the book beside those of lists it was not made from. A pin is never changed to make a test pass: where the lists
// disagree the price is looked into, and either the book is mended or the pin is left out with its reason in the change's text.
//
// Left out so: AWS rows of coroot that are of dedicated tenancy (× 1.06, × 1.10) or of before the price cut of p4d and p5 in 2025;
// its Azure rows that are of Windows (+ $0.046 per vCPU); C2D, C3, C4 rows of cloudcost-mcp, which it computes per vCPU and GB;
// RDS rows of cloud-cost-mcp that are Aurora's price.
import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { loadPriceBook } from '../../cli/price-book.ts'
import type { Cloud, Price, Provider } from '../types.ts'
import type { RateId } from './book.ts'

const book = loadPriceBook(undefined, '2026-11-21')

type Pin = Readonly<Record<string, string>>

function pins(name: string): Pin[] {
  const text = readFileSync(new URL(`./pins/${name}.tsv`, import.meta.url), 'utf8')
  const [head, ...lines] = text.trimEnd().split('\n')
  const columns = head!.split('\t')
  return lines.map((line) => {
    const cells = line.split('\t')
    return Object.fromEntries(columns.map((column, i) => [column, cells[i]!]))
  })
}

const models = pins('models')
const instances = pins('instances')
const databases = pins('databases')

const distinct = (rows: readonly Pin[], ...columns: readonly string[]) =>
  new Set(rows.map((row) => columns.map((column) => row[column]).join(' '))).size

/** The pins that the book does not have, or has otherwise, in words. */
function misses(
  rows: readonly Pin[],
  price: (pin: Pin) => Price | undefined,
  near: (usd: number, pinned: number) => boolean,
) {
  return rows.flatMap((pin) => {
    const found = price(pin)
    const pinned = Number(pin.usd_per_million ?? pin.usd_per_hour)
    if (found !== undefined && near(found.usd, pinned)) return []
    return [`${Object.values(pin).join(' ')}: ${found === undefined ? 'no price' : found.usd}`]
  })
}

/** The book's own 0.05 %, and half of the last decimal the lists print. */
const hourly = (decimals: number) => (usd: number, pinned: number) =>
  Math.abs(usd - pinned) <= 0.0005 * pinned + 0.51 * 10 ** -decimals

describe('model prices', () => {
  it('are pinned for 60 ids and more, of 12 providers and more, with cached and batch prices', () => {
    expect(distinct(models, 'provider', 'model')).toBeGreaterThanOrEqual(60)
    expect(distinct(models, 'provider')).toBeGreaterThanOrEqual(12)
    expect(new Set(models.map((pin) => pin.rate))).toEqual(
      new Set(['input', 'output', 'cache-read', 'cache-write', 'cache-write-1h', 'batch-input', 'batch-output']),
    )
  })

  const priceOf = (pin: Pin) => book.model(pin.provider as Provider, pin.model!)?.rates[pin.rate as RateId]?.price

  it.each([...new Set(models.map((pin) => pin.provider!))])('of %s are those of a second list', (provider) => {
    const own = models.filter((pin) => pin.provider === provider)
    expect(misses(own, priceOf, (usd, pinned) => Math.abs(usd / pinned - 1) < 1e-5)).toEqual([])
  })

  it('are never pinned to the list they were read from', () => {
    for (const pin of models) expect(pin.source, pin.model).not.toContain(priceOf(pin)!.source)
  })
})

describe('instance prices', () => {
  it('are pinned 200 times and more, in three clouds and ten regions and more', () => {
    expect(instances.length).toBeGreaterThanOrEqual(200)
    expect(distinct(instances, 'cloud')).toBe(3)
    expect(distinct(instances, 'cloud', 'region')).toBeGreaterThanOrEqual(10)
    for (const cloud of ['aws', 'gcp', 'azure'])
      expect(instances.filter((pin) => pin.cloud === cloud).length, cloud).toBeGreaterThanOrEqual(60)
  })

  it.each(['aws', 'gcp', 'azure'] as const)('of %s are those of a second list', (cloud: Cloud) => {
    const own = instances.filter((pin) => pin.cloud === cloud)
    expect(misses(own, (pin) => book.instance(cloud, pin.type!, pin.region!, 'on-demand'), hourly(4))).toEqual([])
  })
})

describe('database prices', () => {
  it.each([...new Set(databases.map((pin) => pin.engine!))])('of %s are those of a second list', (engine) => {
    const own = databases.filter((pin) => pin.engine === engine)
    const price = (pin: Pin) => book.database(engine, pin.type!, pin.region!, pin.deployment as 'single-az')
    expect(misses(own, price, hourly(3))).toEqual([])
  })
})
