import { describe, expect, it } from 'vitest'
import { fakeBook } from './fake-book.ts'
import { parametersOf } from './parameters.ts'
import { tokensCarbon } from './tokens.ts'

const thousand = { low: 1000, likely: 1000, high: 1000 }
const book = fakeBook()

describe('a thousand output tokens', () => {
  it('of a model whose size is published are EcoLogits’ sum', () => {
    // 70.6 billion parameters. GPUs: 1.2 × 70.6 × 2 bytes = 169.44 GB on 80 GB each: 3, rounded up to 4.
    // GPU: 1.1665e-6 × e^(-0.0112059 × 64) × 70.6 + 4.0529e-5 = 8.0730e-5 Wh; × 4 = 3.2292e-4 Wh a token.
    // Time: 6.7851e-4 × 70.6 + 3.1193e-4 × 64 + 0.0194737 = 0.087340 s.
    // Server: 0.087340 / 3,600 h × 1,200 W × 4 / 8 / 64 = 2.2745e-4 Wh a token.
    // Both: 5.5037e-4 Wh; × 1,000 × PUE 1.135 = 0.62467 Wh.
    const carbon = tokensCarbon('bedrock', 'meta.llama3-3-70b-instruct-v1:0', thousand, book)
    expect(carbon.kWh?.likely).toBeCloseTo(0.00062467, 8)
    expect(carbon.kgCO2e).toBeUndefined()
    expect(carbon.missing.map(({ what }) => what)).toEqual(['kgCO2e', 'waterL'])
    expect(carbon.assumed.map(({ what, value }) => [what, value])).toContainEqual([
      'served on',
      'H100 GPUs, 64 requests at a time (low: 256, high: 4), 16-bit weights',
    ])
  })

  it('are a band: how many requests are answered at a time is not published', () => {
    // 70.6 billion parameters on 4 GPUs, PUE 1.135, as above.
    // 256 at a time: (1.1665e-6 × e^(-0.0112059 × 256) × 70.6 + 4.0529e-5) × 4 = 1.80819e-4 Wh;
    // (0.0479027 + 0.0798543 + 0.0194737) / 3,600 × 1,200 × 4 / 8 / 256 = 9.5853e-5 Wh; both × 1,000 × 1.135 = 0.31402 Wh.
    // 4 at a time: 4.77104e-4 + 2.85934e-3 Wh; × 1,000 × 1.135 = 3.78686 Wh.
    const { kWh } = tokensCarbon('bedrock', 'meta.llama3-3-70b-instruct-v1:0', thousand, book)
    expect(kWh?.low).toBeCloseTo(0.00031402, 7)
    expect(kWh?.likely).toBeCloseTo(0.00062467, 8)
    expect(kWh?.high).toBeCloseTo(0.00378686, 7)
  })

  it('of a mixture of experts: the active ones work, all of them take up memory', () => {
    // GPUs: 1.2 × 46.7 × 2 = 112 GB on 80 GB each: 2; 12.9 billion are active.
    // GPU: (1.1665e-6 × 0.488127 × 12.9 + 4.0529e-5) × 2 = 9.57486e-5 Wh.
    // Time: 0.0087528 + 0.0199636 + 0.0194737 = 0.0481901 s; server: / 3,600 × 1,200 × 2 / 8 / 64 = 6.27475e-5 Wh.
    // 1.58496e-4 Wh × 1,000 × 1.135 = 0.179893 Wh.
    const { kWh } = tokensCarbon('bedrock', 'mistral.mixtral-8x7b-instruct-v0:1', thousand, book)
    expect(kWh?.likely).toBeCloseTo(0.000179893, 8)
  })

  it('have the water of a provider that publishes it', () => {
    const { kWh, waterL } = tokensCarbon('mistral', 'mistral-large-2407', thousand, book)
    // Water is per kWh of the hardware: 0.09 L × kWh / PUE 1.16.
    expect(waterL!.likely).toBeCloseTo((0.09 * kWh!.likely) / 1.16, 12)
  })
})

describe('what is not published stays unknown', () => {
  it.each([
    ['anthropic', 'claude-sonnet-4-5', 'the number of parameters of claude-sonnet-4-5 is not published'],
    ['mistral', 'mistral-large-latest', 'the number of parameters of mistral-large-latest is not published'],
    ['together', 'meta-llama/Llama-3.3-70B-Instruct-Turbo', 'no PUE is published for together'],
    ['groq', 'llama-3.1-8b-instant', 'nothing is published for the hardware of groq'],
  ] as const)('%s %s', (provider, model, because) => {
    const { kWh, missing } = tokensCarbon(provider, model, thousand, book)
    expect(kWh).toBeUndefined()
    expect(missing).toEqual([{ what: 'kWh', because }])
  })

  it('a call whose output nobody can tell', () => {
    expect(tokensCarbon('bedrock', 'mistral.mixtral-8x7b-instruct-v0:1', undefined, book)).toMatchObject({
      kWh: undefined,
      missing: [{ what: 'kWh', because: 'the number of output tokens is not known' }],
    })
  })

  it('without the fit', () => {
    const { missing } = tokensCarbon(
      'bedrock',
      'mistral.mixtral-8x7b-instruct-v0:1',
      thousand,
      fakeBook({ without: /gamma_L/ }),
    )
    expect(missing[0]?.because).toBe("EcoLogits' coefficients are not in the price book")
  })
})

describe('the size of a model', () => {
  it.each([
    ['meta.llama3-1-8b-instruct-v1:0', 8.03],
    ['us.meta.llama3-1-70b-instruct-v1:0', 70.6],
    ['meta-llama/Meta-Llama-3.1-405B-Instruct-Turbo', 405.9],
    ['accounts/fireworks/models/llama-v3p1-8b-instruct', 8.03],
    ['openai.gpt-oss-120b-1:0', 117],
    ['mistral-large@2407', 123],
    ['mistralai/Mistral-7B-Instruct-v0.2', 7.25],
    ['mistral.mixtral-8x7b-instruct-v0:1', 46.7],
  ])('%s is %d billion parameters', (id, total) => {
    expect(parametersOf(id)?.total).toBe(total)
  })

  it.each([
    'gpt-4o',
    'gemini-2.5-pro',
    'mistral-medium-3',
    'deepseek-chat',
    'command-r',
    'deepseek-v3',
    'meta-llama/llama-4-scout-17b-16e-instruct',
    'mistral-nemo@latest',
    'accounts/fireworks/models/llama-v3p1-70b-instruct-1b',
    'my-llama',
    'mistral-large@2411-001',
  ])('of %s is not known', (id) => {
    expect(parametersOf(id)).toBeUndefined()
  })
})
