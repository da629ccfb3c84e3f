import { describe, expect, it } from 'vitest'
import type { Price } from '../../types.ts'
import type { ModelPrice, PriceBook, Rate } from '../book.ts'
import type { UserDiscount, UserOverride, UserPrices } from './prices.ts'
import { readUnit } from './units.ts'
import { fits } from './wildcard.ts'
import { withUserPrices } from './with.ts'

const price = (usd: number, unit: string, sku: string, more: Partial<Price> = {}): Price => ({
  usd,
  per: 1,
  unit,
  sku,
  region: 'us-east-1',
  source: 'the list',
  asOf: '2026-05-01',
  weak: 'old',
  ...more,
})
const token = (usd: number): Price => price(usd, 'input token', 'large', { per: 1e6, region: undefined })
const rate = (usd: number, tiers: Rate['tiers'] = []): Rate => ({ price: token(usd), tiers })

const model = (id: string, input: number, output: number): ModelPrice => ({
  provider: 'openai',
  id,
  name: id,
  mode: 'chat',
  units: [],
  rates: { input: rate(input, [{ above: 1000, price: token(2 * input) }]), output: rate(output) },
  context: 1,
  maxOutput: 1,
  minCacheable: undefined,
  cacheNeedsMark: false,
  retired: undefined,
})
const large: ModelPrice = {
  ...model('large', 10, 30),
  units: [
    { id: 'image', size: '1024x1024', price: price(0.04, 'image', 'large', { region: undefined }) },
    { id: 'web-search', price: price(10, 'search', 'large', { per: 1000, region: undefined }) },
  ],
}
const medium = model('medium', 4, 12)
const small = model('small', 1, 3)

const list = {
  asOf: '2026-05-02',
  model: (provider, id) =>
    provider === 'openai' ? [large, medium, small].find((each) => id.startsWith(each.id)) : undefined,
  smaller: () => [medium, small],
  models: () => [large],
  gpuOffers: () => [],
  instance: (_, type, region, purchase) =>
    type.startsWith('p5') && region === 'us-east-1' ? price(purchase === 'spot' ? 40 : 100, 'hour', type) : undefined,
  storage: (_, service, name) =>
    service === 'ebs'
      ? {
          storage: price(0.08, 'GB-month', `ebs ${name}`),
          retrieval: undefined,
          minDays: 3,
          put: price(0.005, 'request', 's', { per: 1000 }),
          get: undefined,
          extra: 'x',
        }
      : undefined,
  service: (_, service, item, region) =>
    region === 'us-east-1' ? price(0.045, 'hour', `${service} ${item}`, { weak: undefined }) : undefined,
  hosting: (service, type) => price(7, 'hour', `${service} ${type}`),
  database: (engine, type, _, deployment) => price(deployment === 'multi-az' ? 4 : 2, 'hour', `${engine} ${type}`),
} as Partial<PriceBook> as PriceBook

const override = (what: string, usd: number, more: Partial<UserOverride> = {}): UserOverride => ({
  what,
  usd,
  unit: 'hour',
  purchase: 'on-demand',
  force: false,
  from: 'outlay.json',
  ...more,
})
const discount = (percent: number, match: UserDiscount['match'] = {}): UserDiscount => ({
  match,
  percent,
  from: 'outlay.json',
})

function bookWith(prices: Partial<UserPrices>) {
  const told: string[] = []
  const book = withUserPrices(list, { discounts: [], overrides: [], machines: [], ...prices }, (sentence) =>
    told.push(sentence),
  )
  const p5 = (purchase: 'on-demand' | 'spot' | 'reserved' = 'on-demand', region = 'us-east-1') =>
    book.instance('aws', 'p5.48xlarge', region, purchase)
  return { book, told, p5 }
}

describe('a discount', () => {
  it('is off the list price, and says so with the list it is off and that list’s date', () => {
    expect(bookWith({ discounts: [discount(12)] }).p5()).toEqual({
      ...price(88, 'hour', 'p5.48xlarge'),
      source: '12 % discount in outlay.json on the list',
    })
  })

  it('the last that fits is taken, they are not added up, and 0 takes it away', () => {
    const { book, p5 } = bookWith({
      discounts: [
        discount(10),
        discount(20, { service: 'ec2' }),
        discount(30, { sku: 'p5.*', purchase: 'spot' }),
        discount(0, { cloud: 'gcp' }),
      ],
    })
    expect([p5()?.usd, p5('spot')?.usd]).toEqual([80, 28])
    expect(book.storage('aws', 'ebs', 'gp3', 'us-east-1')?.storage.usd).toBe(0.072)
    expect(book.instance('gcp', 'p5x', 'us-east-1', 'on-demand')).toMatchObject({ usd: 100, source: 'the list' })
  })

  it('that names a cloud is not for model calls, one that names a region not for what has none', () => {
    const { book } = bookWith({ discounts: [discount(10, { cloud: 'aws' }), discount(10, { region: 'us-*' })] })
    expect(book.model('openai', 'large')?.rates.input?.price.usd).toBe(10)
    expect(bookWith({ discounts: [discount(10, { region: 'us-*' })] }).p5()?.usd).toBe(90)
  })

  it('is off every rate and tier of a model', () => {
    const { rates } = bookWith({ discounts: [discount(50, { provider: 'openai' })] }).book.model('openai', 'large')!
    expect([rates.input?.price.usd, rates.input?.tiers[0]?.price.usd, rates.output?.price.usd]).toEqual([5, 10, 15])
  })

  it('is off what a model bills by the unit; an override of one unit is the price of that one', () => {
    const { book, told } = bookWith({
      discounts: [discount(50)],
      overrides: [override('large', 0.03, { unit: 'image' })],
    })
    const { units } = book.model('openai', 'large')!
    expect(units.map(({ id, size, price: { usd, per, source } }) => [id, size, usd, per, source])).toEqual([
      ['image', '1024x1024', 0.03, 1, 'your price in outlay.json'],
      ['web-search', undefined, 5, 1000, '50 % discount in outlay.json on the list'],
    ])
    expect(told).toEqual([])
  })

  it('makes no price where the list has none', () => {
    expect(bookWith({ discounts: [discount(10)] }).p5('on-demand', 'eu-west-9')).toBeUndefined()
  })
})

describe('an override', () => {
  it('is the price whatever the discounts, with the user’s source and none of the list’s date or doubts', () => {
    const { p5 } = bookWith({
      discounts: [discount(50)],
      overrides: [override('p5.48xlarge', 55, { source: 'EDP 2026' })],
    })
    const yours = { ...price(55, 'hour', 'p5.48xlarge'), source: 'your price in outlay.json (EDP 2026)', asOf: '' }
    delete (yours as { weak?: string }).weak
    expect(p5()).toStrictEqual(yours)
  })

  it('has the date the user gave it, whether a list has the thing or not', () => {
    const dated = [override('p5.48xlarge', 55, { date: '2026-03-01' }), override('p5.48xlarge', 60, { region: 'eu-*' })]
    const { p5 } = bookWith({ overrides: [...dated, override('p5.48xlarge', 61, { region: 'x', date: '2026-04-01' })] })
    expect([p5()?.asOf, p5('on-demand', 'eu-west-9')?.asOf, p5('on-demand', 'x')?.asOf]).toEqual([
      '2026-03-01',
      '',
      '2026-04-01',
    ])
  })

  it('is for on-demand unless it says otherwise', () => {
    const { p5 } = bookWith({
      overrides: [override('p5.48xlarge', 55), override('p5.48xlarge', 33, { purchase: 'reserved' })],
    })
    expect([p5()?.usd, p5('spot')?.usd, p5('reserved')?.usd]).toEqual([55, 40, 33])
  })

  it('a name beats a pattern, a region beats none, and of equals the later wins', () => {
    const { p5 } = bookWith({
      overrides: [
        override('p5.48xlarge', 1, { region: 'us-*' }),
        override('p5.48xlarge', 2, { region: 'us-*' }),
        override('p5.48xlarge', 3),
        override('p5*', 4, { region: 'us-east-1' }),
      ],
    })
    expect(p5()?.usd).toBe(2)
  })

  it('prices by name what no list has, without a date unless the user gave one; a pattern does not', () => {
    const named = bookWith({ overrides: [override('aws/p5.48xlarge', 60)] })
    expect(named.p5('on-demand', 'eu-west-9')).toEqual({
      usd: 60,
      per: 1,
      unit: 'hour',
      sku: 'p5.48xlarge',
      region: 'eu-west-9',
      source: 'your price in outlay.json',
      asOf: '',
    })
    expect(bookWith({ overrides: [override('p5*', 60)] }).p5('on-demand', 'eu-west-9')).toBeUndefined()
  })

  it('of storage and services is by item or by service and item, in the unit of the part it is for', () => {
    const { book } = bookWith({
      overrides: [
        override('gp3', 0.05, { unit: 'GB-month' }),
        override('ebs gp3', 4, { unit: '1M put requests' }),
        override('nat-gateway hour', 0.03, { region: 'eu-central-1' }),
      ],
    })
    const gp3 = book.storage('aws', 'ebs', 'gp3', 'us-east-1')!
    expect([gp3.storage.usd, gp3.put?.usd, gp3.put?.per, gp3.minDays, gp3.extra]).toEqual([0.05, 0.004, 1000, 3, 'x'])
    expect(book.service('aws', 'nat-gateway', 'hour', 'eu-central-1')?.usd).toBe(0.03)
    expect(book.service('aws', 'nat-gateway', 'hour', 'us-east-1')?.usd).toBe(0.045)
    expect(book.service('aws', 'nat-gateway', 'hour', 'eu-west-1')).toBeUndefined()
  })

  it('of a database’s type is not that of its standby pair, of a machine not that of Vertex on it', () => {
    const { book } = bookWith({
      overrides: [override('mysql db.r6g.large', 1.5), override('n1-standard-4', 1), override('ml.g5.xlarge', 5)],
    })
    expect(book.database('mysql', 'db.r6g.large', 'r', 'single-az')?.usd).toBe(1.5)
    expect(book.database('mysql', 'db.r6g.large', 'r', 'multi-az')?.usd).toBe(4)
    expect(book.hosting('vertex', 'n1-standard-4', 'r')?.usd).toBe(7)
    expect(book.hosting('sagemaker', 'ml.g5.xlarge', 'r')?.usd).toBe(5)
  })
})

describe('a model', () => {
  it('has the user’s rate for any length, and the list’s other rates', () => {
    const { book } = bookWith({ overrides: [override('large', 2, { unit: '1M input tokens' })] })
    const { rates } = book.model('openai', 'large-2026-01-01')!
    expect([rates.input?.price.usd, rates.input?.price.per, rates.input?.tiers, rates.output?.price.usd]).toEqual([
      2,
      1e6,
      [],
      30,
    ])
    expect(book.model('openai', 'large-2026-01-01')).toBe(book.model('openai', 'large-2026-01-01'))
  })

  it('nobody lists is priced where it is named with its provider, and only there', () => {
    const { book } = bookWith({ overrides: [override('azure-openai/our-deployment', 3, { unit: '1k input tokens' })] })
    const ours = book.model('azure-openai', 'our-deployment')
    expect(ours?.rates).toMatchObject({
      input: { price: { usd: 3000, per: 1e6, source: 'your price in outlay.json' } },
    })
    expect(Object.keys(ours!.rates)).toEqual(['input'])
    expect(book.model('openai', 'our-deployment')).toBeUndefined()
  })

  it('has smaller siblings only where they cost the user less, dearest first', () => {
    const { book } = bookWith({
      overrides: [
        override('large', 3, { unit: '1M input tokens' }),
        override('large', 5, { unit: '1M output tokens' }),
      ],
    })
    expect(book.smaller(book.model('openai', 'large')!).map((each) => each.id)).toEqual(['small'])
  })
})

describe('a price that cannot be meant', () => {
  it('more than a hundred times the list’s is refused once, in a sentence that is also on the price', () => {
    const { p5, told } = bookWith({ overrides: [override('p5.48xlarge', 10_001)] })
    const says =
      'Your price of p5.48xlarge in outlay.json, $10,001 per hour, is more than 100 times the list price of $100.00; the list price was taken. If it is right, give it "force": true under "overrides".'
    expect(p5()).toEqual({ ...price(100, 'hour', 'p5.48xlarge'), weak: says })
    p5()
    expect(told).toEqual([says])
  })

  it('is taken where the user insists, and up to a hundred times without', () => {
    expect(bookWith({ overrides: [override('p5.48xlarge', 10_001, { force: true })] }).p5()?.usd).toBe(10_001)
    expect(bookWith({ overrides: [override('p5.48xlarge', 10_000)] }).p5()?.usd).toBe(10_000)
  })

  it('in a unit the thing is not billed by is not used, and said', () => {
    const gp3 = override('gp3', 5, { unit: 'IOPS-month' })
    const { book, p5, told } = bookWith({ overrides: [override('p5.48xlarge', 5, { unit: 'GPU-hour' }), gp3] })
    expect(p5()?.usd).toBe(100)
    expect(book.storage('aws', 'ebs', 'gp3', 'us-east-1')?.storage.usd).toBe(0.08)
    expect(told).toEqual([
      'Your price of p5.48xlarge in outlay.json is per "GPU-hour", and p5.48xlarge is billed per "hour"; it was not used there.',
      'Your price of gp3 in outlay.json is per "IOPS-month", and ebs gp3 is billed per "GB-month", "put request"; it was not used there.',
    ])
  })
})

it('one’s own machines stand among the offers, per hour', () => {
  const machine = { name: 'rack-1', usdPerHour: 2, accelerator: 'H100', accelerators: 8, from: 'outlay.json' }
  expect(bookWith({ machines: [machine] }).book.gpuOffers()).toMatchObject([
    {
      provider: 'own',
      type: 'rack-1',
      region: 'on-premises',
      specs: { accelerator: 'H100', accelerators: 8, vcpu: undefined },
      onDemand: { usd: 2, unit: 'hour', source: 'your hardware in outlay.json', asOf: '' },
    },
  ])
})

it.each([
  ['hour', { per: 1, unit: 'hour' }],
  ['1M input tokens', { per: 1e6, unit: 'input token' }],
  ['per 1,000 requests', { per: 1000, unit: 'request' }],
  ['1M cache-read tokens', { per: 1e6, unit: 'cache read token' }],
  ['GB-months', { per: 1, unit: 'gb month' }],
  ['0 hours', undefined],
  ['1000', undefined],
  ['', undefined],
])('the unit %o is read', (text, unit) => {
  expect(readUnit(text)).toEqual(unit)
})

it.each([
  ['p5.*', 'p5.48xlarge', true],
  ['P5.?8xlarge', 'p5.48xlarge', true],
  ['*48*x*e', 'p5.48xlarge', true],
  ['p5', 'p5.48xlarge', false],
  ['*.metal', 'p5.48xlarge', false],
  ['p5.48xlarge?', 'p5.48xlarge', false],
])('the pattern %o on %o is %o', (pattern, name, expected) => {
  expect(fits(pattern, name)).toBe(expected)
})
