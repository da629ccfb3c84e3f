import { expect, it } from 'vitest'
import { at, call, estimate, hole, text } from '../estimate/calls.fixture.ts'
import { known, unknown } from '../known.ts'
import type { ModelCall, PromptPart } from '../types.ts'
import { hoverMarkdown } from './hover.ts'
import { siteJson } from './site.ts'

const places = { at: () => ({ file: 'app.py', line: 1, column: 1, endLine: 1, endColumn: 2 }) }
const json = (change: Partial<ModelCall>) => {
  const written = siteJson({ site: call(change), estimate: estimate(change) }, places as never, null)
  return written.kind === 'model-call' ? written : undefined
}

it('the model a library takes where none is written is told, and priced nowhere', () => {
  const written = json({ model: unknown('absent'), usualModel: 'large' })
  expect(written).toMatchObject({
    model: null,
    modelWhy: 'absent',
    usualModel: 'large',
    estimate: { usd: null, lines: [] },
  })
})

it('what the call asks for is there as far as it is given, null where a run decides it', () => {
  expect(json({ asked: { size: known('1024x1024', at), seconds: unknown('dynamic', at) } })?.asked).toEqual({
    size: '1024x1024',
    seconds: null,
  })
  expect(json({})).not.toHaveProperty('asked')
})

it('the growth of a history is a formula and, where its turns are known, an amount', () => {
  const history = { ...hole('messages'), grows: { answers: 1, texts: [] } } as PromptPart
  const repeats = [{ kind: 'data', bound: 3, where: 'here', via: 'loop', at }] as const
  const change = { input: [text(100), history], repeats }
  expect(json(change)?.growth).toMatchObject({
    firstTokens: { low: 103, likely: 107, high: 109 },
    eachTokens: { low: 4, likely: 104, high: 106 },
    open: [],
    turns: { low: 3, likely: 3, high: 3 },
    formula: '107 + (n − 1) × (104, 4–106) input tokens',
  })
  expect(hoverMarkdown({ site: call(change), estimate: estimate(change) })).toContain(
    'Grows with every turn: turn n is sent 107 + (n − 1) × (104, 4–106) input tokens',
  )
  expect(json({})).not.toHaveProperty('growth')
})
