import { describe, expect, it } from 'vitest'
import { isQuantised, parametersOf } from './model-size.ts'

describe('the size of an open model, by its name', () => {
  it.each([
    ['meta-llama/Llama-3.1-8B-Instruct', 8],
    ['Qwen/Qwen2.5-0.5B', 0.5],
    ['Qwen/Qwen3-30B-A3B', 30],
    ['org/encoder-335m', 0.335],
    ['mistralai/Mixtral-8x7B-Instruct-v0.1', undefined],
    ['openai/whisper-large-v3', undefined],
    ['BAAI/bge-m3', undefined],
    ['8B-team/encoder', undefined],
  ])('%s', (name, billions) => {
    expect(parametersOf(name)).toBe(billions)
  })

  it('tells names of weights in fewer bits', () => {
    expect(isQuantised('TheBloke/Llama-2-70B-AWQ')).toBe(true)
    expect(isQuantised('neuralmagic/Llama-3.1-8B-FP8')).toBe(true)
    expect(isQuantised('meta-llama/Llama-3.1-8B-Instruct')).toBe(false)
  })
})
