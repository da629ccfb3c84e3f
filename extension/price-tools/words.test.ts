import { expect, it } from 'vitest'
import type { MatchLine } from '../../core/prices/match.ts'
import type { Offer } from '../protocol.ts'
import { ageWords, alternativeWords, comparesGpus, copyText, offerWords } from './words.ts'

const line = (part: Partial<MatchLine>): MatchLine => ({
  label: 'on-demand',
  unit: 'hour',
  usd: 1,
  source: 'A list',
  asOf: '2026-07-05',
  ...part,
})
const machine = (gpus: number): Offer => ({
  what: 'big.8',
  provider: 'aws',
  region: 'us-east-1',
  specs: { vcpu: 4, memoryGiB: 16, accelerator: 'H100', acceleratorCount: gpus, acceleratorMemoryGiB: 80 },
  line: line({ purchase: 'on-demand', usd: 8, perGpuHour: 8 / gpus }),
  others: [
    line({ label: 'spot', purchase: 'spot', usd: 4, perGpuHour: 4 / gpus, asOf: '2025-01-01', weak: 'it is old' }),
  ],
})

it('has the prices, the thing, where it is, and whence and of which day each price is', () => {
  expect(offerWords(machine(8), false)).toEqual({
    label: '$8.00/h, spot $4.00/h',
    description: 'big.8 · aws us-east-1 · $1.00/GPU-hour, spot $0.50/GPU-hour',
    detail: '2026-07-05, A list · 4 vCPU, 16 GiB, 8 × H100 80 GiB · spot 2025-01-01, A list (weak: it is old)',
  })
})

it('leads with the price of one GPU where the machines have different numbers of them', () => {
  expect(comparesGpus([machine(1), machine(8)])).toBe(true)
  expect(comparesGpus([machine(8), machine(8)])).toBe(false)
  expect(offerWords(machine(8), true)).toMatchObject({
    label: '$1.00/GPU-hour, spot $0.50/GPU-hour',
    description: 'big.8 · aws us-east-1 · $8.00/h, spot $4.00/h',
  })
  expect(offerWords(machine(1), true).description).toBe('big.8 · aws us-east-1')
})

it('has a list price to its last digit, and a part of a GPU as a part, as the command line has', () => {
  const offer: Offer = {
    ...machine(1 / 6),
    line: line({ purchase: 'on-demand', usd: 0.4512, asOf: '' }),
    others: [],
  }
  expect(offerWords(offer, false)).toEqual({
    label: '$0.4512/h',
    description: 'big.8 · aws us-east-1',
    detail: 'no date given, A list · 4 vCPU, 16 GiB, 1/6 × H100 80 GiB',
  })
})

it('has the rates of a model by the million tokens', () => {
  const rate = (label: string, unit: string, usd: number) => line({ label, unit, usd })
  const model: Offer = {
    what: 'm-1',
    provider: 'openai',
    region: undefined,
    specs: { context: 128000 },
    line: rate('input', '1M input tokens', 2.5),
    others: [
      rate('output', '1M output tokens', 10),
      rate('cached input', '1M input tokens', 1.25),
      rate('input, where the input is over 200,000 tokens', '1M input tokens', 5),
    ],
  }
  expect(offerWords(model, false)).toEqual({
    label: '$2.50/1M input, $10.00/1M output',
    description: 'm-1 · openai',
    detail: '2026-07-05, A list · 128,000 tokens of context · cached input $1.25',
  })
})

it('says what an alternative saves and what is lost, and copies all of it', () => {
  const other = {
    ...machine(8),
    lines: [machine(8).line],
    saves: { per: 'hour', usd: 2 },
    lost: ['architecture: arm64', 'a generation'],
  }
  const words = alternativeWords(other)
  expect(words).toEqual({
    label: 'big.8  $8.00/h',
    description: 'aws us-east-1 · on-demand · saves $2.00/h, $1,460/mo',
    detail: '2026-07-05 · lost: architecture: arm64; a generation · A list',
  })
  expect(copyText(words)).toBe(`${words.description} · ${words.label} · ${words.detail}`)
})

it.each([
  ['2026-11-21', undefined, 'of 2026-11-21'],
  ['2026-11-20', undefined, 'of 2026-11-20, a day old'],
  ['2026-09-23', '2026-10-01T01:02:03.000Z', 'of 2026-09-23, 59 days old, last updated 2026-10-01'],
])('says how old prices of %s are', (asOf, checked, says) => {
  expect(ageWords({ asOf, refreshed: 0, checked }, '2026-11-21')).toBe(says)
})
