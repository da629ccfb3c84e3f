import { expect, it } from 'vitest'
import { loadPriceBook } from '../../cli/price-book.ts'
import { alternativesTo } from './alternatives.ts'
import { hostedNamed } from './hosted-names.ts'

const book = loadPriceBook(undefined, '2026-11-21')
const there = { regions: ['us-east-1'] }

function answer(what: string) {
  const found = alternativesTo(book, what, there)
  if (found === undefined || 'error' in found) throw new Error(found?.error ?? `nothing is named ${what}`)
  return found
}

it('a database is compared with other machines of its engine and deployment, at that price', () => {
  const { of, alternatives } = answer('postgres db.r5.large multi-az')
  expect(of).toMatchObject({
    what: 'postgres db.r5.large multi-az',
    lines: [{ label: 'postgres, multi-az', unit: 'hour' }],
  })
  expect(of.lines[0]!.usd).toBe(book.database('postgres', 'db.r5.large', 'us-east-1', 'multi-az')!.usd)
  expect(alternatives.map(({ what, lost }) => [what, lost])).toContainEqual([
    'postgres db.r6g.large multi-az',
    ['runs on arm64: the engine version must support it'],
  ])
  for (const { what, specs } of alternatives) {
    expect(what).toMatch(/^postgres db\.\S+ multi-az$/)
    expect(specs.vcpu).toBeGreaterThanOrEqual(2)
    expect(specs.memoryGiB).toBeGreaterThanOrEqual(16)
  }
})

it('a type of several engines asks which; one with no price says so', () => {
  expect(alternativesTo(book, 'db.r5.large', there)).toMatchObject({
    error: expect.stringContaining('write "mysql db.r5.large"'),
  })
  expect(alternativesTo(book, 'ml.g5.xlarge', { regions: ['mars-north-1'] })).toEqual({
    error: 'The price book has no price of ml.g5.xlarge there',
  })
  expect(hostedNamed(book, 'g5.xlarge')).toEqual([])
  expect(hostedNamed(book, 'gpt-4.1')).toEqual([])
})

it('hosting is compared with other types of the service, and with machines of one’s own, which lose the managing', () => {
  const { of, alternatives } = answer('ml.g5.xlarge')
  expect(of.lines[0]!.usd).toBe(book.hosting('sagemaker', 'ml.g5.xlarge', 'us-east-1')!.usd)
  const hosted = alternatives.filter(({ what }) => what.startsWith('ml.'))
  const own = alternatives.filter(({ what }) => !what.startsWith('ml.'))
  expect(hosted.map(({ what }) => what)).toContain('ml.g6.xlarge')
  expect(own[0]).toMatchObject({
    what: 'g5.xlarge',
    provider: 'aws',
    lost: ['managed hosting: the server is run by you'],
  })
  expect(own[0]!.saves.usd).toBeCloseTo(
    of.lines[0]!.usd - book.instance('aws', 'g5.xlarge', 'us-east-1', 'on-demand')!.usd,
    4,
  )
})
