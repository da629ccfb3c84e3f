import { expect, it } from 'vitest'
import { known, unknown } from '../known.ts'
import type { PriceBook } from '../prices/book.ts'
import { noSettings } from '../settings.ts'
import type { Location, ModelCall } from '../types.ts'
import { estimateModelCall } from './model-call.ts'

const at: Location = { file: 'app.py', span: [0, 10] }

const local: ModelCall = {
  kind: 'model-call',
  key: 'a',
  label: 'a',
  location: at,
  hints: [],
  sdk: 'http',
  provider: 'local',
  api: 'chat',
  call: 'http.post',
  model: known('llama3.2', at),
  maxOutput: unknown('absent'),
  input: [],
  n: known(1, at),
  cached: false,
  batch: false,
  tier: unknown('absent'),
  reasoning: unknown('absent'),
  stream: false,
  repeats: [],
  source: { call: 0, parameters: {}, arguments: {} },
}

const tools = {
  prices: {} as PriceBook,
  tokens: { exact: true, count: () => ({ low: 0, likely: 0, high: 0 }), method: () => 'none' },
  settings: noSettings,
}

it('a call that only its URL tells says so among what is assumed', () => {
  expect(estimateModelCall({ ...local, confidence: 'low' }, tools).assumed).toEqual([
    { what: 'what is called', value: 'chat at local', from: 'recognised by host and path', at },
  ])
  expect(estimateModelCall(local, tools).assumed).toEqual([])
})

it('a provider that another may replace is among what is assumed, also where it costs nothing', () => {
  const { status, assumed } = estimateModelCall({ ...local, providerFrom: 'environment' }, tools)
  expect(status).toBe('free')
  expect(assumed).toEqual([{ what: 'provider', value: 'local', from: 'environment', at }])
})
