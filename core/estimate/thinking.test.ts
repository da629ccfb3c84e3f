import { expect, it } from 'vitest'
import { known, unknown } from '../known.ts'
import { noSettings } from '../settings.ts'
import type { PromptPart } from '../types.ts'
import { at, call, estimate, hole, large, rate, text, tokens } from './calls.fixture.ts'
import { estimateModelCall } from './model-call.ts'

const output = ({ lines }: ReturnType<typeof estimate>) =>
  lines.filter(({ unit }) => unit === 'output token').map(({ label, quantity }) => [label, quantity])

it('a budget is a line of its own, from nothing to all of it, and both stay within the limit', () => {
  const thinking = estimate({ maxOutput: known(4000, at), reasoning: known(1500, at) })
  expect(output(thinking)).toEqual([
    ['Thinking', { low: 0, likely: 0, high: 1500 }],
    ['Output', { low: 1, likely: 215, high: 2500 }],
  ])
  expect(thinking.outputTokens).toEqual({ low: 1, likely: 215, high: 4000 })
  expect(thinking.usd?.high).toBeCloseTo(estimate({ maxOutput: known(4000, at) }).usd!.high, 12)
})

it('how much of it is used nobody publishes: said to be unknown, and the call is not fully priced', () => {
  for (const reasoning of [known(1500, at), known('high', at)]) {
    const { status, unknown: unknowns } = estimate({ reasoning })
    expect(status).toBe('partial')
    expect(unknowns).toEqual([{ what: 'tokens of thinking', why: 'usage', at }])
  }
})

it.each([
  ['none', known('none', at)],
  ['a budget of nothing', known(0, at)],
  ['not a word of it', unknown<string>('absent')],
] as const)('%s: no thinking', (_, reasoning) => {
  const { status, lines } = estimate({ reasoning })
  expect([status, lines.length]).toEqual(['priced', 2])
})

it('a budget of −1 is as much as the model likes, within the limit', () => {
  const { assumed, lines } = estimate({ reasoning: known(-1, at) })
  expect(assumed.find(({ what }) => what === 'thinking')?.value).toBe('between none and the output limit')
  expect(lines.map(({ label }) => label)).toEqual(['Input text', 'Output'])
})

it('sound that is sent and answered has its own unit prices, and no amount', () => {
  const price = {
    ...large,
    rates: {
      ...large.rates,
      'audio-input': rate(40, 'audio input token'),
      'audio-output': rate(80, 'audio output token'),
    },
  }
  const sound = { ...hole('input_audio'), sound: true } as PromptPart
  const book = { model: () => price } as never
  const asked = call({ input: [text(10), sound], asked: { sound: true } })
  const { status, lines, unknown: unknowns } = estimateModelCall(asked, { prices: book, tokens, settings: noSettings })
  expect(lines.map(({ label, usd, unitUsd }) => [label, usd !== undefined, unitUsd?.likely])).toEqual([
    ['Input text', true, 3e-6],
    ['Sound', false, 40e-6],
    ['Output', true, 15e-6],
    ['Sound answered', false, 80e-6],
  ])
  expect(unknowns.map(({ what }) => what)).toEqual([
    'tokens of the sound that is sent',
    'tokens of the sound that is answered',
  ])
  expect(status).toBe('partial')
})
