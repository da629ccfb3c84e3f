import { describe, expect, it } from 'vitest'
import { known, unknown } from '../known.ts'
import type { PriceBook } from '../prices/book.ts'
import { noSettings } from '../settings.ts'
import { at, call, estimate, hole, large, rate, text, tokens } from './calls.fixture.ts'
import { estimateModelCall } from './model-call.ts'

describe('what one call costs', () => {
  it('is its text and its answer, the answer between one token and the limit', () => {
    const { usd, lines, status } = estimate()
    // 1,000 words and 3–9 tokens that frame one message; one token to 100 of output.
    expect(lines.map(({ label, quantity }) => [label, quantity])).toEqual([
      ['Input text', { low: 1003, likely: 1007, high: 1009 }],
      ['Output', { low: 1, likely: 100, high: 100 }],
    ])
    expect(usd?.high).toBeCloseTo(1009 * 3e-6 + 100 * 15e-6, 12)
    expect(usd?.low).toBeCloseTo(1003 * 3e-6 + 1 * 15e-6, 12)
    expect(status).toBe('priced')
  })

  it('takes the mean answer of LMSYS-Chat-1M as the likely one, and says so', () => {
    const { assumed, outputTokens } = estimate({ maxOutput: known(4000, at) })
    expect(outputTokens).toEqual({ low: 1, likely: 215, high: 4000 })
    expect(assumed).toContainEqual({
      what: 'likely output tokens',
      value: '215',
      from: 'mean answer in LMSYS-Chat-1M (arXiv 2309.11998)',
    })
  })

  it('without a limit, reaches up to what the model can write, which is assumed and leaves nothing unknown', () => {
    const { outputTokens, unknown: unknowns, assumed, status } = estimate({ maxOutput: unknown('absent') })
    expect(outputTokens?.high).toBe(8000)
    expect({ status, unknowns }).toEqual({ status: 'priced', unknowns: [] })
    const limit = { what: 'output limit', value: '8,000 tokens', from: 'the most the model can write', at }
    expect(assumed).toContainEqual(limit)
  })

  it('without a limit of the call or of the model, the output is unknown', () => {
    const book = { model: () => ({ ...large, maxOutput: undefined }) } as Partial<PriceBook> as PriceBook
    const endless = call({ maxOutput: unknown('absent') })
    expect(estimateModelCall(endless, { prices: book, tokens, settings: noSettings })).toMatchObject({
      status: 'partial',
      unknown: [{ what: 'output limit', why: 'absent' }],
    })
  })

  it('has no amount for what the program fills in, only a unit price', () => {
    const { status, lines, inputTokens } = estimate({ input: [text(10), hole('question')] })
    expect(status).toBe('partial')
    expect(inputTokens).toBeUndefined()
    expect(lines[1]).toMatchObject({
      label: 'Input filled in at run time (question)',
      quantity: undefined,
      usd: undefined,
      why: 'dynamic',
      unitUsd: { likely: 3e-6 },
    })
  })

  it('takes the input the user told it to assume', () => {
    const { status, assumed } = estimate({ input: [hole('question')] }, { assume: { inputTokens: 2000 } })
    expect(status).toBe('priced')
    expect(assumed).toContainEqual({ what: 'input tokens filled in at run time', value: '2000', from: 'outlay.json' })
  })

  it('is never complete where no input was read', () => {
    const { status, unknown: unknowns } = estimate({ input: [] })
    expect(status).toBe('partial')
    expect(unknowns).toContainEqual({ what: 'input', why: 'dynamic', at })
  })

  it('multiplies the output by the answers asked for, and not at all where their number is unknown', () => {
    expect(estimate({ n: known(3, at) }).outputTokens).toEqual({ low: 3, likely: 300, high: 300 })
    expect(estimate({ n: unknown('dynamic', at) }).outputTokens).toBeUndefined()
  })

  it('is not multiplied by the loops around it', () => {
    const repeats = [{ kind: 'data', bound: 10, where: 'here', via: 'loop', at } as const]
    expect(estimate({ repeats }).usd).toEqual(estimate().usd)
  })
})

describe('what is unknown', () => {
  it.each([
    ['the model', { model: unknown<string>('dynamic', at) }, 'model', 'dynamic'],
    ['a price nobody lists', { model: known('other', at) }, 'price of other at anthropic', 'no-price'],
  ])('%s: no amount and no line', (_, change, what, why) => {
    const result = estimate(change)
    expect(result).toMatchObject({ status: 'unknown', usd: undefined, lines: [] })
    expect(result.unknown).toEqual([{ what, why, at }])
  })

  it('the nearest name in the book is said of a model that is not in it, and never costed', () => {
    const result = estimate({ model: known('lrage', at) })
    expect(result).toMatchObject({ usd: undefined, lines: [] })
    expect(result.unknown).toEqual([{ what: 'price of lrage at anthropic', why: 'no-price', at, nearest: 'large' }])
  })

  it('a service tier without a price has no amount', () => {
    expect(estimate({ tier: known('scale', at) })).toMatchObject({ status: 'unknown', usd: undefined })
  })

  it('the number of requests in a batch: unit prices only', () => {
    const result = estimate({ api: 'batch', batch: true })
    expect(result).toMatchObject({ status: 'partial', usd: undefined })
    expect(result.lines.map((line) => line.unitUsd?.likely)).toEqual([1.5e-6, 7.5e-6])
    expect(result.unknown).toContainEqual({ what: 'requests in the batch', why: 'dynamic', at })
  })

  it('what the list has no unit for', () => {
    expect(estimate({ api: 'video' })).toMatchObject({ status: 'unsupported', usd: undefined, lines: [] })
  })

  it('how much is heard in a session', () => {
    const book = { model: () => ({ ...large, mode: 'realtime' }) } as Partial<PriceBook> as PriceBook
    const result = estimateModelCall(call({ input: [] }), { prices: book, tokens, settings: noSettings })
    expect(result).toMatchObject({ status: 'partial', usd: undefined })
    expect(result.unknown).toEqual([{ what: 'what is said in the session', why: 'usage', at }])
  })

  it('a model on this machine is free, which is not $0', () => {
    expect(estimate({ provider: 'local' })).toMatchObject({ status: 'free', usd: undefined, lines: [] })
  })
})

describe('the prompt cache', () => {
  it('is read or written where the call marks a prefix that is long enough', () => {
    const [line] = estimate({ cached: true }).lines
    expect(line).toMatchObject({ label: 'Input text, cached', unitUsd: { low: 0.3e-6, likely: 0.3e-6, high: 3.75e-6 } })
  })

  it('is dearer to write where it is kept for an hour', () => {
    const [line] = estimate({ cached: true, cacheLife: '1h' }).lines
    expect(line?.unitUsd).toEqual({ low: 0.3e-6, likely: 0.3e-6, high: 6e-6 })
  })

  it('does nothing below the model’s minimum', () => {
    expect(estimate({ cached: true, input: [text(500)] }).lines[0]).toMatchObject({
      label: 'Input text',
      unitUsd: { likely: 3e-6 },
    })
  })

  it('of a provider that caches by itself is read at best, and written at worst where that is billed', () => {
    const { lines, assumed } = estimate({ model: known('unasked', at) })
    expect(lines[0]).toMatchObject({ label: 'Input text', unitUsd: { low: 0.3e-6, likely: 3e-6, high: 3.75e-6 } })
    expect(assumed).toContainEqual(expect.objectContaining({ what: 'prompt cache' }))
    const short = estimate({ model: known('unasked', at), input: [text(500)] }).lines[0]
    expect(short?.unitUsd).toEqual({ low: 3e-6, likely: 3e-6, high: 3e-6 })
  })

  it('serves only what stands before the first thing that changes', () => {
    const [stable, later] = estimate({ cached: true, input: [text(1200, 'system'), hole('context'), text(50)] }).lines
    expect(stable?.label).toBe('Input text, cached')
    expect(later).toMatchObject({
      label: 'Input text after what changes',
      quantity: { likely: 50 },
      unitUsd: { likely: 3e-6 },
    })
  })
})

describe('several prices', () => {
  it('a model that is one of two costs between the cheaper and the dearer', () => {
    const both = estimate({ model: { is: 'oneOf', among: ['large', 'small'], at } })
    expect(both.usd?.low).toBeCloseTo(estimate({ model: known('small', at) }).usd!.low, 12)
    expect(both.usd?.high).toBeCloseTo(estimate({ model: known('large', at) }).usd!.high, 12)
  })

  it('asked of one of two sellers, it costs between what each of them takes for its own model', () => {
    const offered = [
      { provider: 'openai', model: known('large', at) },
      { provider: 'groq', model: known('small', at) },
    ] as const
    const either = estimate({ provider: 'unknown', model: { is: 'oneOf', among: ['large', 'small'], at }, offered })
    expect(either.usd?.low).toBeCloseTo(estimate({ model: known('small', at) }).usd!.low, 12)
    expect(either.usd?.high).toBeCloseTo(estimate({ model: known('large', at) }).usd!.high, 12)
    const own = [...offered, { provider: 'local', model: known('small', at) }] as const
    expect(estimate({ provider: 'unknown', offered: own })).toMatchObject({
      status: 'unknown',
      unknown: [{ what: 'provider', why: 'dynamic' }],
    })
  })

  it('is unknown as soon as one of them has no price', () => {
    expect(estimate({ model: { is: 'oneOf', among: ['large', 'other'], at } })).toMatchObject({
      status: 'unknown',
      usd: undefined,
    })
  })

  it('a batch is billed at the batch rate', () => {
    expect(estimate({ batch: true }).usd?.likely).toBeCloseTo(1007 * 1.5e-6 + 100 * 7.5e-6, 12)
  })

  it('a request past a tier’s threshold is billed at that tier as a whole', () => {
    const dear = rate(6, 'input token').price
    const tieredInput = rate(3, 'input token', [{ above: 900, price: dear }])
    const book = {
      model: () => ({ ...large, rates: { ...large.rates, input: tieredInput } }),
    } as Partial<PriceBook> as PriceBook
    const result = estimateModelCall(call(), { prices: book, tokens, settings: noSettings })
    expect(result.lines[0]?.usd?.likely).toBeCloseTo(1007 * 6e-6, 12)
  })

  const tiered: PriceBook = {
    model: () => ({
      ...large,
      rates: {
        input: rate(3, 'input token', [{ above: 2000, price: rate(6, 'input token').price }]),
        output: rate(15, 'output token', [{ above: 2000, price: rate(22.5, 'output token').price }]),
      },
    }),
  } as Partial<PriceBook> as PriceBook
  const withHole = call({ input: [text(1000), hole('question')] })

  it('the length of the input decides the price of the output, and what is assumed of it counts', () => {
    const settings = { ...noSettings, assume: { inputTokens: 1500 } }
    const { lines } = estimateModelCall(withHole, { prices: tiered, tokens, settings })
    expect(lines.map((line) => line.unitUsd?.likely)).toEqual([6e-6, 6e-6, 22.5e-6])
  })

  it('a tier taken for an input of unknown length is an assumption', () => {
    const { lines, assumed } = estimateModelCall(withHole, { prices: tiered, tokens, settings: noSettings })
    expect(lines.map((line) => line.unitUsd?.likely)).toEqual([3e-6, 3e-6, 15e-6])
    expect(assumed).toContainEqual({
      what: 'length of the input',
      value: 'at most 2,000 tokens',
      from: 'a longer one is billed at a higher price',
      at,
    })
  })
})

it('has a monthly figure only where the user gave a volume', () => {
  expect(estimate().month).toBeUndefined()
  const volume = () => ({ calls: { low: 90, likely: 100, high: 110 }, from: 'outlay.json' })
  const { month, usd } = estimate({}, { volume })
  expect(month?.usd.likely).toBeCloseTo(usd!.likely * 100, 12)
  expect(month?.from).toBe('outlay.json')
})
