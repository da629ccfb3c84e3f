import { expect, it } from 'vitest'
import { nothingKnown } from '../estimate/nothing-known.fixture.ts'
import type { Known, ModelCall, Offered } from '../types.ts'
import { candidateSentences } from './candidates.ts'
import { explanation } from './explanation.ts'
import { hoverMarkdown } from './hover.ts'

const at = { file: 'app.py', span: [0, 1] as const }
const id = (value: string): Known<string> => ({ is: 'known', value, at, via: 'literal' })
const among = (...ids: string[]): Known<string> => ({ is: 'oneOf', among: ids, at })
const none: Known<string> = { is: 'unknown', why: 'dynamic' }

function call(model: Known<string>, offered?: readonly Offered[]): ModelCall {
  const plain = {
    kind: 'model-call',
    label: 'invoke',
    call: 'langchain.invoke',
    repeats: [],
    provider: 'unknown',
    location: at,
  }
  return { ...plain, model, ...(offered ? { offered } : {}) } as unknown as ModelCall
}

const paired: readonly Offered[] = [
  { provider: 'openai', model: id('gpt-4o') },
  { provider: 'anthropic', model: among('claude-sonnet-4-5', 'claude-haiku-4-5') },
]

it('each provider is named with its own models', () => {
  expect(candidateSentences(call(among('gpt-4o', 'claude-sonnet-4-5', 'claude-haiku-4-5'), paired))).toEqual([
    'openai with gpt-4o',
    'anthropic with claude-sonnet-4-5 or claude-haiku-4-5',
  ])
})

it('provider and model stand apart where nobody knows which goes with which', () => {
  const either = among('gpt-4o', 'deepseek-chat')
  const crossed: readonly Offered[] = [
    { provider: 'openai', model: either },
    { provider: 'deepseek', model: either },
  ]
  expect(candidateSentences(call(either, crossed))).toEqual([
    'provider: openai or deepseek',
    'model: gpt-4o or deepseek-chat',
  ])
})

it('a model that is one of several has one provider, and one that is not known has none to name', () => {
  expect(candidateSentences(call(among('a', 'b', 'c')))).toEqual(['model: a, b or c'])
  expect(candidateSentences(call(id('a')))).toEqual([])
  expect(candidateSentences(call(none, [paired[0]!, { provider: 'groq', model: none }]))).toEqual([
    'openai with gpt-4o',
    'groq with a model that is not known',
  ])
})

it('a long list is counted past its first eight', () => {
  const ids = Array.from({ length: 11 }, (_, i) => `m${i}`)
  expect(candidateSentences(call(among(...ids)))).toEqual(['model: m0, m1, m2, m3, m4, m5, m6, m7 or one of 3 more'])
})

it('the hover and the explanation name them', () => {
  const estimate = nothingKnown
  const site = call(none, paired)
  expect(hoverMarkdown({ site, estimate })).toBe(
    '**Cost unknown** · `invoke`\n\nOne of several, picked when the program runs:\n- openai with gpt-4o\n- anthropic with claude-sonnet-4-5 or claude-haiku-4-5',
  )
  expect(explanation({ costed: { site, estimate }, where: 'app.py, line 1', findings: [] })).toContain(
    '## One of several, picked when the program runs\n\n- openai with gpt-4o\n- anthropic with claude-sonnet-4-5 or claude-haiku-4-5\n',
  )
})
