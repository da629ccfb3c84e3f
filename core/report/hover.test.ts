import { expect, it } from 'vitest'
import type { Estimate, ModelCall, Resource } from '../types.ts'
import { hoverMarkdown } from './hover.ts'

const exactly = (value: number) => ({ low: value, likely: value, high: value })
const at = { file: 'main.tf', span: [0, 1] as const }

it('breaks a resource down to quantity × unit price, with the source and date of each price', () => {
  const site = { kind: 'resource', key: 'k', label: 'aws_ebs_volume.data', location: at } as unknown as Resource
  const price = {
    usd: 0.1,
    per: 1,
    unit: 'GB-month',
    sku: 'gp2',
    region: 'us-east-1',
    source: 'AWS price list',
    asOf: '2026-11-18',
  }
  const estimate: Estimate = {
    per: 'month',
    status: 'priced',
    usd: exactly(50),
    month: undefined,
    lines: [
      {
        label: 'Storage',
        unit: 'GB-month',
        quantity: exactly(500),
        unitUsd: exactly(0.1),
        usd: exactly(50),
        prices: [price],
      },
    ],
    unknown: [],
    assumed: [{ what: 'volume type', value: 'gp2', from: 'provider default' }],
  }
  expect(hoverMarkdown({ site, estimate })).toBe(
    [
      '**$50.00 per month** · `aws_ebs_volume.data`',
      '| | Quantity | × Unit price | = USD |\n| :-- | --: | --: | --: |\n| Storage | 500 GB-month | $0.10/GB-month | $50.00 |',
      'Assumed:\n- volume type = gp2 (provider default)',
      'Prices:\n- AWS price list, 2026-11-18: gp2, us-east-1',
    ].join('\n\n'),
  )
})

it('says what is not known and why, and never a zero for it', () => {
  const site = { kind: 'model-call', key: 'k', label: 'chat', location: at, repeats: [] } as unknown as ModelCall
  const estimate: Estimate = {
    per: 'call',
    status: 'unknown',
    usd: undefined,
    month: undefined,
    lines: [],
    unknown: [{ what: 'model', why: 'dynamic' }],
    assumed: [],
  }
  expect(hoverMarkdown({ site, estimate })).toBe(
    '**Cost unknown** · `chat`\n\nNot known:\n- model: decided when the program runs',
  )
})

it('keeps names from the source from turning into Markdown', () => {
  const site = {
    kind: 'model-call',
    key: 'k',
    label: 'a`b',
    location: at,
    repeats: [{ kind: 'agent', bound: 10, where: 'here', via: 'loop', at }],
  } as unknown as ModelCall
  const line = {
    label: 'Input (user_name, <b>|x|)',
    unit: 'input token',
    quantity: undefined,
    unitUsd: exactly(1.5e-7),
    usd: undefined,
    prices: [],
  }
  const estimate: Estimate = {
    per: 'call',
    status: 'partial',
    usd: undefined,
    month: undefined,
    lines: [line],
    unknown: [],
    assumed: [],
  }
  const text = hoverMarkdown({ site, estimate }, true)
  expect(text).toContain("`a'b`")
  expect(text).toContain('| Input (user\\_name, \\<b\\>\\|x\\|) | not known | $0.15/1M input | not known |')
  expect(text).toContain('- again until the agent is done, at most 10 times')
  expect(text).toContain('Tokens are estimated until the tokenizer is loaded.')
})
