import { expect, it } from 'vitest'
import { nothingKnown } from '../estimate/nothing-known.fixture.ts'
import type { Estimate, ModelCall, Resource } from '../types.ts'
import { hintLabel } from './hint.ts'
import { hoverMarkdown } from './hover.ts'

const exactly = (value: number) => ({ low: value, likely: value, high: value })
const at = { file: 'main.tf', span: [0, 1] as const }
const notKnown = { is: 'unknown', why: 'dynamic' }
const chat = {
  kind: 'model-call',
  key: 'k',
  label: 'chat',
  location: at,
  repeats: [],
  model: notKnown,
} as unknown as ModelCall

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
      '|  | &nbsp;&nbsp;Quantity | &nbsp;&nbsp;× Unit price | &nbsp;&nbsp;= USD |\n| :-- | --: | --: | --: |\n| Storage | &nbsp;&nbsp;500 GB-month | &nbsp;&nbsp;$0.10/GB-month | &nbsp;&nbsp;$50.00 |',
      'Assumed:\n- volume type = gp2 (provider default)',
      'Prices:\n- AWS price list, 2026-11-18: gp2, us-east-1',
    ].join('\n\n'),
  )
})

it('says what is billed for a resource that costs nothing by itself', () => {
  const site = { kind: 'resource', key: 'k', label: 'SQL database', location: at } as unknown as Resource
  const free: Estimate = {
    per: 'month',
    status: 'free',
    usd: undefined,
    month: undefined,
    lines: [],
    unknown: [],
    assumed: [{ what: 'billed with', value: 'its elastic pool', from: 'https://example.com/pricing' }],
  }
  expect(hoverMarkdown({ site, estimate: free })).toBe(
    '**Free by itself**, billed with its elastic pool · `SQL database`',
  )
  expect(hoverMarkdown({ site, estimate: { ...free, assumed: [] } })).toBe('**Free** · `SQL database`')
})

it('says what is not known and why, and never a zero for it', () => {
  const estimate: Estimate = { ...nothingKnown, unknown: [{ what: 'model', why: 'dynamic' }] }
  expect(hoverMarkdown({ site: chat, estimate })).toBe(
    '**Cost unknown** · `chat`\n\nNot known:\n- model: decided when the program runs',
  )
})

it('keeps names from the source from turning into Markdown', () => {
  const site = {
    kind: 'model-call',
    key: 'k',
    label: 'a`b',
    location: at,
    model: notKnown,
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
  expect(text).toContain(
    '| Input (user\\_name, \\<b\\>\\|x\\|) | &nbsp;&nbsp;not known | &nbsp;&nbsp;$0.15/1M input | &nbsp;&nbsp;not known |',
  )
  expect(text).toContain('- again until the agent is done, at most 10 times')
  expect(text).toContain('Tokens are estimated until the tokenizer is loaded.')
})

it('says what running it takes, how that was worked out and what is not known of it', () => {
  const site = { kind: 'resource', key: 'k', label: 'aws_instance.web', location: at } as unknown as Resource
  const estimate: Estimate = {
    per: 'month',
    status: 'priced',
    usd: exactly(59.57),
    month: undefined,
    lines: [],
    unknown: [],
    assumed: [],
    carbon: {
      kWh: { low: 1.226, likely: 6.111, high: 8.398 },
      kgCO2e: { low: 0.2304, likely: 0.9482, high: 1.578 },
      waterL: undefined,
      method: 'watts × hours',
      assumed: [
        { what: 'PUE', value: '1.135', from: 'average of aws' },
        { what: 'grid', value: '187.89 g', from: 'grid table' },
        { what: 'utilisation', value: '50 %', from: 'average of aws' },
      ],
      missing: [{ what: 'waterL', because: 'no water use is published for eu-west-2' }],
    },
  }
  expect(hoverMarkdown({ site, estimate })).toBe(
    [
      '**$59.57 per month** · `aws_instance.web`',
      [
        'Carbon, per month:',
        '- 6.1 kWh (1.2–8.4), 948 g CO2e (230–1,578)',
        '- Water not known: no water use is published for eu-west-2',
        '- How: watts × hours',
        '- PUE = 1.135; utilisation = 50 % (average of aws)',
        '- grid = 187.89 g (grid table)',
      ].join('\n'),
    ].join('\n\n'),
  )
})

it('has no figure where the energy is not known, and the vendor’s own only for scale', () => {
  const carbon = {
    kWh: undefined,
    kgCO2e: undefined,
    waterL: undefined,
    method: 'none',
    assumed: [],
    missing: [{ what: 'kWh', because: 'the number of parameters of gpt-4o is not published' }],
    published: {
      what: 'average query to ChatGPT',
      wh: 0.34,
      gCO2e: undefined,
      waterMl: 0.32,
      scope: 'no method',
      source: 'a blog',
      date: '2025-06',
    },
  }
  const estimate: Estimate = {
    per: 'call',
    status: 'priced',
    usd: exactly(0.01),
    month: undefined,
    lines: [],
    unknown: [],
    assumed: [],
    carbon,
  }
  expect(hoverMarkdown({ site: chat, estimate }).split('\n\n')[1]).toBe(
    [
      'Carbon, per call:',
      '- Energy not known: the number of parameters of gpt-4o is not published',
      '- For scale, average query to ChatGPT: 0.34 Wh, 0.32 mL of water (no method; a blog, 2025-06)',
    ].join('\n'),
  )
})

it('tells what a commitment would cost beside the estimate, whose figure stays what it is', () => {
  const site = { kind: 'resource', key: 'k', label: 'aws_instance.gpu', location: at } as unknown as Resource
  const estimate: Estimate = {
    per: 'month',
    status: 'priced',
    usd: exactly(100),
    month: undefined,
    lines: [],
    unknown: [],
    assumed: [],
  }
  const instead = [
    {
      years: 1,
      less: 0.4,
      over: 'm5',
      types: 3,
      how: 'paid at once',
      source: 'a list',
      asOf: '2026-07-05',
      month: exactly(60),
      paidAhead: exactly(720),
      saves: exactly(40),
    },
  ] as const
  const committed = [{ what: 'm5.large', onDemand: exactly(100), instead }]
  expect(hoverMarkdown({ site, estimate }, false, undefined, [], { committed, licences: [] })).toBe(
    [
      '**$100.00 per month** · `aws_instance.gpu`',
      'What if, and not counted:\n- m5.large for 1 year, paid at once: $60.00 per month instead of $100.00, saves $40.00 (40 % less, the middle of 3 types, m5; $720.00 paid at once, spread over 12 months)\n- Rates from a list, 2026-07-05',
    ].join('\n\n'),
  )
})

it('a unit price stands as the list has it, so that the product is what is said', () => {
  const site = { kind: 'resource', key: 'k', label: 'g5.xlarge', location: at } as unknown as Resource
  const hours = {
    label: 'Instance',
    unit: 'hour',
    quantity: exactly(730),
    unitUsd: exactly(1.006),
    usd: exactly(734.38),
    prices: [],
  }
  const estimate: Estimate = {
    per: 'month',
    status: 'priced',
    usd: exactly(734.38),
    month: undefined,
    lines: [hours],
    unknown: [],
    assumed: [],
  }
  expect(hoverMarkdown({ site, estimate })).toContain('730 hours | &nbsp;&nbsp;$1.006/hour | &nbsp;&nbsp;$734.38 |')
})

it('what is within a free tier is $0 with the reason beside it: used, to pay, and whose allowance it is', () => {
  const site = { kind: 'resource', key: 'k', label: 'queue', location: at } as unknown as Resource
  const free = { used: exactly(800_000), tier: 'the first 1,000,000 requests of SQS a month of a payer account' }
  const estimate: Estimate = {
    per: 'month',
    status: 'priced',
    usd: exactly(0),
    month: undefined,
    lines: [
      {
        label: 'Requests',
        unit: 'request',
        quantity: exactly(0),
        unitUsd: exactly(4e-7),
        usd: exactly(0),
        free: { ...free, source: 'https://example.com/sqs', asOf: '2026-11-22' },
        prices: [],
      },
    ],
    unknown: [],
    assumed: [],
  }
  const hover = hoverMarkdown({ site, estimate })
  expect(hover).toContain('**$0 per month**, within the free tier · `queue`')
  expect(hover).toContain(
    'Free tier:\n- Requests: 800,000 used, 0 to pay: the first 1,000,000 requests of SQS a month of a payer account are free (https://example.com/sqs, 2026-11-22)',
  )
  expect(hintLabel({ site, estimate })).toBe('$0/mo, free tier')
})
