// Service prices beside a second place where they were read (pins/services.tsv), never the one the book has them from.
import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { loadPriceBook } from '../../cli/price-book.ts'
import type { Cloud } from '../types.ts'

const book = loadPriceBook(undefined, '2026-11-21')

const [, ...lines] = readFileSync(new URL('./pins/services.tsv', import.meta.url), 'utf8')
  .trimEnd()
  .split('\n')
const pins = lines.map((line) => line.split('\t'))

describe('service prices', () => {
  it('are pinned 80 times and more, of 20 services and 9 regions and more', () => {
    expect(pins.length).toBeGreaterThanOrEqual(80)
    expect(new Set(pins.map(([, service]) => service)).size).toBeGreaterThanOrEqual(20)
    expect(new Set(pins.map(([, , , region]) => region)).size).toBeGreaterThanOrEqual(9)
  })

  it.each(pins)('%s %s %s in %s: for %s, $%s (%s, %s)', (cloud, service, item, region, per, usd) => {
    const price = book.service(cloud as Cloud, service!, item!, region!)
    expect(price).toMatchObject({ per: Number(per), region, sku: `${service} ${item}` })
    expect(Math.abs(price!.usd / Number(usd) - 1)).toBeLessThan(0.001)
    expect(price!.source).not.toBe('')
    expect(price!.asOf).toMatch(/^20\d\d-\d\d-\d\d$/)
  })

  it('quoted by others say so', () => {
    expect(book.service('aws', 'memorydb', 'db.r7g.large valkey', 'us-east-1')).toEqual({
      usd: 0.2163,
      per: 1,
      unit: 'hour',
      sku: 'memorydb db.r7g.large valkey',
      region: 'us-east-1',
      source: 'AWS Price List, as quoted by public cost studies',
      asOf: '2026-08-31',
      weak: 'read from a page, not from the price list',
    })
  })

  it('on which two lists disagree are the newer one, and tell the other', () => {
    expect(book.service('aws', 'aurora', 'IO-optimized storage', 'us-east-1')).toMatchObject({
      usd: 0.225,
      asOf: '2026-08-20',
      weak: 'read from a page, not from the price list; another list has 0.23 of 2024-07-01 (Infracost (expected prices of its tests))',
    })
  })

  it('that nobody was read to state are unknown, never zero', () => {
    for (const [service, item] of [
      ['bedrock-provisioned-throughput', 'model unit'],
      ['opensearch', 'dedicated coordinator'],
      ['fsx_ontap', 'ssd throughput'],
      ['emr', 'm5.xlarge'],
    ] as const)
      expect(book.service('aws', service, item, 'us-east-1'), service).toBeUndefined()
    expect(book.service('aws', 'nat-gateway', 'hour', 'mx-central-1')).toBeUndefined()
  })

  it('of AWS’s own pages differ from region to region, GovCloud included', () => {
    const usd = (service: string, item: string, region: string) => book.service('aws', service, item, region)?.usd
    expect(
      ['us-east-1', 'ap-northeast-1', 'us-gov-west-1'].map((region) => usd('nat-gateway', 'hour', region)),
    ).toEqual([0.045, 0.062, 0.054])
    expect(usd('fargate', 'windows licence', 'us-east-1')).toBe(0.046)
    expect(usd('transit-gateway', 'VPN attachment', 'eu-central-1')).toBe(0.06)
    expect(usd('dynamodb', 'WCU provisioned', 'us-east-1')).toBe(0.00065)
    expect(usd('lightsail', 'windows 4 GB', 'us-east-1')).toBe(0.05913)
  })

  it('by the machine stand in grids, and are asked like any other item', () => {
    expect(book.service('aws', 'neptune', 'db.r6g.large', 'us-east-1')).toEqual({
      usd: 0.3287,
      per: 1,
      unit: 'hour',
      sku: 'neptune db.r6g.large',
      region: 'us-east-1',
      source: 'AWS pricing page feeds, by aws-price',
      asOf: '2025-10-09',
    })
    expect(book.service('aws', 'redshift', 'ra3.xlplus', 'us-east-1')?.usd).toBe(1.086)
    expect(book.service('aws', 'msk', 'kafka.m5.xlarge', 'us-east-1')?.usd).toBe(0.42)
    expect(book.service('aws', 'ec2-host', 'm5', 'us-east-1')?.usd).toBe(5.069)
    expect(book.service('gcp', 'neptune', 'db.r6g.large', 'us-east-1')).toBeUndefined()
  })
})
