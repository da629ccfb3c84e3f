import { describe, expect, it } from 'vitest'
import { loadPriceBook } from '../../cli/price-book.ts'
import type { FoundPrices, FromWorker, OtherOffers } from '../protocol.ts'
import { createPriceDesk } from './price-desk.ts'

const book = loadPriceBook()

function desk() {
  const posted: FromWorker[] = []
  const steps: (() => void)[] = []
  const { receive } = createPriceDesk({
    book: () => book,
    today: () => '2026-11-21',
    post: (message) => posted.push(message),
    later: (step) => steps.push(step),
  })
  const settle = () => {
    for (const step of steps.splice(0)) step()
    return posted
  }
  return { receive, settle }
}

function found(text: string): FoundPrices {
  const { receive, settle } = desk()
  receive({ is: 'find-price', id: 1, text })
  const [answer] = settle()
  if (answer?.is !== 'found-prices') throw new Error(`no prices for ${text}`)
  return answer.found
}

function others(names: readonly string[], region?: string): OtherOffers {
  const { receive, settle } = desk()
  receive({ is: 'find-alternatives', id: 1, names, region })
  const [answer] = settle()
  if (answer?.is !== 'found-alternatives') throw new Error(`no answer for ${names}`)
  return answer.found
}

describe('a search', () => {
  it('is answered once for all that waited, with the answer to the last', () => {
    const { receive, settle } = desk()
    for (const [id, text] of ['g', 'gp', 'gpt-4o'].entries()) receive({ is: 'find-price', id, text })
    expect(settle()).toEqual([{ is: 'found-prices', id: 2, found: found('gpt-4o') }])
  })

  it('takes its last word for a region where it is one', () => {
    for (const text of ['g5.xlarge us-east-1', 'g5.xlarge in US-EAST-1', ' g5.xlarge  us-east-1 '])
      expect(found(text).offers.map(({ what, region }) => [what, region])).toEqual([['g5.xlarge', 'us-east-1']])
    expect(found('g5.xlarge').offers.length).toBeGreaterThan(10)
  })

  it('has the spot price beside the price on demand', () => {
    const [offer] = found('g5.xlarge us-east-1').offers
    expect([offer?.line.purchase, offer?.others.map(({ purchase }) => purchase)]).toEqual(['on-demand', ['spot']])
  })

  it('gives sound prices before weak ones, each from the cheapest GPU-hour up', () => {
    const { offers } = found('H100')
    const order = offers.map(({ line }) => [Number(line.weak !== undefined), line.perGpuHour ?? line.usd] as const)
    expect(order).toEqual([...order].sort(([a, x], [b, y]) => a - b || x - y))
    expect(offers.length).toBeGreaterThan(20)
  })

  it('completes a name, however its parts are joined', () => {
    expect(found('g5.2xl')).toMatchObject({ offers: [], names: ['g5.2xlarge'], why: undefined })
    expect(found('gpt 4o').names[0]).toBe('gpt-4o')
    expect(found('h10').names).toContain('H100')
    expect(found('standard ia').names).toContain('s3 STANDARD_IA')
  })

  it('says what the price book does not have', () => {
    expect(found('g5.xlagre')).toEqual({
      offers: [],
      more: 0,
      names: ['g5.xlarge'],
      why: 'The price book has nothing named "g5.xlagre"',
    })
    expect(found('g5.xlarge eastus')).toMatchObject({
      offers: [],
      why: 'The price book has no price of "g5.xlarge" in eastus',
    })
    expect(found('')).toEqual({ offers: [], more: 0, names: [], why: undefined })
  })
})

describe('alternatives', () => {
  it('are of the first name the price book knows', () => {
    const answer = others(['nobody/gpt-4o', 'gpt-4o'])
    expect('of' in answer && answer.of.what).toBe('gpt-4o')
  })

  it('are said to be unknown where no name is', () => {
    expect(others(['openai/gpt-nonesuch', 'gpt-nonesuch'])).toEqual({
      error: expect.stringContaining('The price book has nothing named "openai/gpt-nonesuch"') as string,
    })
  })
})
