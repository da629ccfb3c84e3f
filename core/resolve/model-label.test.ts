import { expect, it } from 'vitest'
import type { Known, Location } from '../types.ts'
import { modelLabel } from './model-label.ts'

const at: Location = { file: 'app.py', span: [0, 1] }
const id = (value: string): Known<string> => ({ is: 'known', value, at, via: 'literal' })
const among = (...ids: readonly string[]): Known<string> => ({ is: 'oneOf', among: ids, at })
const unknown: Known<string> = { is: 'unknown', why: 'dynamic' }

it.each([
  ['gpt-4.1', id('gpt-4.1'), undefined],
  ['gpt-4.1 or gpt-4.1-mini', among('gpt-4.1', 'gpt-4.1-mini'), undefined],
  ['one of 3 models', among('a', 'b', 'c'), undefined],
  ['gpt-4.1 or llama', unknown, [id('gpt-4.1'), id('llama')]],
  ['one of 3 models', unknown, [id('gpt-4.1'), among('llama', 'qwen')]],
  ['model unknown', unknown, [id('gpt-4.1'), unknown]],
  ['model unknown', unknown, undefined],
] as const)('%s', (label, model, models) => {
  const offered = models?.map((each) => ({ provider: 'openai' as const, model: each }))
  expect(modelLabel(model, offered)).toBe(label)
})
