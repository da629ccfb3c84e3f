import { describe, expect, it } from 'vitest'
import { loadPriceBook } from '../../cli/price-book.ts'
import { everydayAlternatives, findEveryday } from './everyday.ts'

const book = loadPriceBook(undefined, '2026-11-21')
const names = (text: string, region?: string) => [...new Set(findEveryday(book, text, region).map(({ what }) => what))]

describe('a look-up in everyday words', () => {
  it('of cold storage has the archive classes of the three clouds, with retrieval, least days and what so much costs', () => {
    const found = findEveryday(book, '10 TB of cold storage')
    expect(new Set(found.map(({ provider }) => provider))).toEqual(new Set(['aws', 'gcp', 'azure']))
    expect(found[0]).toMatchObject({
      what: 's3 DEEP_ARCHIVE',
      region: 'us-east-1',
      specs: { minDays: 180, month: '$9.90 for 10,000 GB; reading all of it back once $200.00' },
    })
    expect(found[0]!.lines.map(({ label }) => label)).toContain('retrieval')
  })

  it('of a service has its classes or what it is billed by', () => {
    expect(names('s3')).toContain('s3 GLACIER_IR')
    expect(names('efs')).toContain('efs standard')
    const [lambda] = findEveryday(book, 'lambda')
    expect(lambda!.lines.find(({ label }) => label === 'requests')).toMatchObject({
      usd: 0.2,
      unit: '1,000,000 requests',
    })
  })

  it('of a family or a kind of work has its models, though one of them has just that name', () => {
    expect(names('llama').every((id) => /llama/i.test(id))).toBe(true)
    expect(names('whisper')).toEqual(expect.arrayContaining(['whisper', 'whisper-1', 'whisper-large-v3']))
    expect(names('rerank')).toEqual(expect.arrayContaining(['rerank-v3.5', 'amazon.rerank-v1:0']))
  })

  it('of a machine in a sentence is that of the machine', () => {
    expect(names('an A10G box', 'us-east-1')).toContain('g5.xlarge')
  })

  it('of a name is as it was', () => {
    expect(names('gpt-4o', 'us-east-1')).toContain('gpt-4o')
    expect(names('zzz4o')).toEqual([])
  })
})

describe('alternatives in everyday words', () => {
  const to = (text: string) => everydayAlternatives(book, text, { regions: [] }, '2026-11-21')

  it('of so much cold storage stand beside the standard class, a month', () => {
    const found = to('10 TB of cold storage')
    expect(found).toMatchObject({ of: { what: 's3 STANDARD' } })
    const first = found && 'alternatives' in found ? found.alternatives[0] : undefined
    expect(first).toMatchObject({ what: 's3 GLACIER_IR', saves: { per: 'month of 10,000 GB', usd: 190 } })
    expect(first!.lost).toContain('billed for 90 days at least')
  })

  it.each(['s3', 'efs', 'llama', 'rerank', 'whisper'])('of %s, which is several things, are their names', (word) => {
    expect(to(word)).toEqual({ error: expect.stringMatching(/^"\w+" is .*, .*: write one of them$/) })
  })

  it('of a machine in a sentence are those of the machine', () => {
    expect(to('an A10G box')).toMatchObject({ of: { what: 'g5.xlarge' } })
  })
})
