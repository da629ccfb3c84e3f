import { expect, it } from 'vitest'
import { growthSentence } from '../report/growth.ts'
import type { PromptPart, Repeat } from '../types.ts'
import { at, estimate, hole, text } from './calls.fixture.ts'

const conversation = (grows: NonNullable<Extract<PromptPart, { is: 'hole' }>['grows']>): PromptPart =>
  ({ ...hole('messages'), grows }) as PromptPart
const loop = (bound: number | undefined, kind: Repeat['kind'] = 'data'): Repeat => ({
  kind,
  bound,
  where: 'here',
  via: 'loop',
  at,
})
const plain = (band: { low: number; likely: number; high: number } | undefined) => band?.likely

it('a conversation of known turns: the mean of one, and all of them together', () => {
  const input = [text(1000), conversation({ answers: 1, texts: ['word word'] })]
  const { usd, growth, inputTokens } = estimate({ input, repeats: [loop(4)] })
  // The first turn: 1,000 words and 7 of frames. Each turn adds 100 + 4 of its answer and 2 + 4 of what is asked next.
  expect([plain(growth?.first), plain(growth?.each), growth?.turns]).toEqual([
    1007,
    110,
    { low: 4, likely: 4, high: 4 },
  ])
  expect(growth?.eachUsd?.likely).toBeCloseTo(110 * 3e-6, 12)
  // 110 tokens are sent again 1 + 2 + 3 times.
  expect(growth?.usd?.likely).toBeCloseTo(4 * (1007 * 3e-6 + 100 * 15e-6) + 6 * 110 * 3e-6, 12)
  expect(growth?.usd?.likely).toBeCloseTo(usd!.likely * 4, 12)
  expect(inputTokens?.likely).toBe(1007 + (110 * 3) / 2)
})

it('of turns nobody bounds: the formula, and no amount for all', () => {
  const { growth, status } = estimate({
    input: [text(10), conversation({ answers: 1, texts: [] })],
    repeats: [loop(undefined)],
  })
  expect(growth).toMatchObject({
    first: { likely: 17 },
    each: { low: 4, likely: 104, high: 106 },
    turns: undefined,
    usd: undefined,
  })
  expect(status).toBe('partial')
  expect(growthSentence(growth!)).toBe(
    'turn n is sent 17 + (n − 1) × (104, 4–106) input tokens; each turn makes the next dearer by $0.000012–0.00032.',
  )
})

it('what only a run can tell of a turn is named beside what is known of it', () => {
  const input = [text(10), conversation({ answers: 1, texts: [], open: ['question'] }), hole('question')]
  const { growth } = estimate({ input, repeats: [loop(8)] })
  expect(growth).toMatchObject({ first: undefined, open: ['question'], turns: { likely: 8 }, usd: undefined })
  expect(growthSentence(growth!)).toBe(
    'turn n is sent what the first is sent + (n − 1) × (104, 4–106 + tokens of question) input tokens; each turn makes the next dearer by $0.000012–0.00032 and more.',
  )
})

it('nothing is said of growth where nothing grows', () => {
  expect(estimate({ repeats: [loop(4)] }).growth).toBeUndefined()
})
