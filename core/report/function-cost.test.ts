import { expect, it } from 'vitest'
import type { FunctionCost } from '../types.ts'
import { functionLabel, functionMarkdown, isTelling } from './function-cost.ts'

const cost: FunctionCost = {
  name: 'Answers.ask',
  location: { file: 'src/app.py', span: [0, 10] },
  entry: 'http',
  usd: { low: 0.001, likely: 0.004, high: 0.02 },
  calls: [
    { file: 'src/app.py', key: 'Answers.ask/openai.responses.create' },
    { file: 'src/search.py', key: 'embed/openai.embeddings.create' },
  ],
  unknownCalls: 1,
}

it('says what a request costs, and that a part of it is not known', () => {
  expect(functionLabel(cost)).toBe('≈ $0.004 per request + unknown')
  expect(functionLabel({ ...cost, entry: undefined, unknownCalls: 0 }, true)).toBe('~$0.004 per call of ask()')
  expect(functionLabel({ ...cost, usd: undefined })).toBeUndefined()
})

it('lists the calls it makes, with the file where that is another', () => {
  expect(functionMarkdown(cost)).toBe(
    [
      '**One call of `Answers.ask` (a request): $0.001 to $0.02, likely $0.004**',
      'It makes 2 model calls:',
      '- `Answers.ask/openai.responses.create`\n- `embed/openai.embeddings.create` in search.py',
      'Of these, one is not in the sum: the cost, or how often a loop makes the call, is not known.',
    ].join('\n\n'),
  )
})

it('is worth telling where somebody outside calls it, or it makes more than one call', () => {
  expect(isTelling({ ...cost, calls: cost.calls.slice(0, 1) })).toBe(true)
  expect(isTelling({ ...cost, entry: undefined })).toBe(true)
  expect(isTelling({ ...cost, entry: undefined, calls: cost.calls.slice(0, 1) })).toBe(false)
})
