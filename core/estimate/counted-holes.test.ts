import { expect, it } from 'vitest'
import type { PromptPart, Retrieved } from '../types.ts'
import { at, estimate, hole, text } from './calls.fixture.ts'
import { countedHoles } from './counted-holes.ts'

const found = (unit: Retrieved['unit']): PromptPart =>
  ({
    ...hole('context'),
    retrieved: { pieces: 4, size: 500, unit, at: { pieces: at, size: at }, said: { pieces: 'line 9', size: 'line 3' } },
  }) as PromptPart

it('retrieved pieces are between nothing and all of them full, and full as a rule', () => {
  const tokens = (unit: Retrieved['unit'], model: string) => countedHoles([found(unit)], model)[0]?.tokens
  expect(tokens('token', 'gpt-4o')).toEqual({ low: 0, likely: 2000, high: 2000 })
  expect(tokens('character', 'gpt-4o')).toEqual({ low: 0, likely: 500, high: 2000 })
  expect(tokens('token', 'claude-opus-4-7')).toEqual({ low: 0, likely: 3060, high: 3300 })
})

it('makes a call priced, and says on which lines the figures stand', () => {
  const { status, lines, unknown, assumed } = estimate({ input: [text(10), found('token')] })
  expect({ status, unknown }).toEqual({ status: 'priced', unknown: [] })
  expect(lines.map(({ label }) => label)).toEqual(['Input text', 'Retrieved context', 'Output'])
  expect(assumed.slice(0, 2)).toEqual([
    { what: 'retrieved pieces', value: 'at most 4', from: 'the search, line 9', at },
    { what: 'length of a piece', value: 'at most 500 tokens', from: 'the splitter, line 3', at },
  ])
})

it('a picture of no known size is counted by no rule that needs one', () => {
  const picture = { ...hole('image_url'), image: { detail: 'high' } } as PromptPart
  expect(countedHoles([picture], 'gpt-4o')).toEqual([])
})
