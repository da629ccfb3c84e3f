import { expect, it } from 'vitest'
import { loadPriceBook } from '../../cli/price-book.ts'
import { registry } from '../../language-rules/registry.gen.ts'
import { applyEdits } from '../fixes/text.ts'
import { simulationView } from '../report/simulation.ts'
import { createSession } from '../session.ts'
import { noSettings, type Settings } from '../settings.ts'
import { estimator } from '../tokens/estimator.ts'
import type { Values } from './field.ts'
import { simulate } from './simulate.ts'

const prices = loadPriceBook(undefined, '2026-11-22')

async function bench(file: string, text: string, settings: Partial<Settings> = {}) {
  const tokens = {
    ...estimator,
    count: (words: string) => ({ low: words.length, likely: words.length, high: words.length }),
  }
  const session = createSession({
    registry,
    prices,
    tokens: () => tokens,
    settings: () => ({ ...noSettings, ...settings }),
  })
  session.open(file, text, 1)
  const { sites } = await session.settled(file)
  const costed = sites[0]!
  const definition = costed.site.kind === 'resource' ? costed.site.definition : undefined
  const found = registry.resources.find(({ id }) => id === definition)
  const tools = { ...session.bench(file)!, ...(found ? { definition: found } : {}) }
  return (values: Values) => {
    const simulated = simulate(costed, values, tools)
    const own = simulated.write.edits.filter((edit) => edit.file === file)
    return { ...simulated, view: simulationView(simulated), text: applyEdits(text, own) }
  }
}

const call = (more = '') => `import openai

def answer(question: str) -> str:
    client = openai.OpenAI()
    return client.chat.completions.create(
        model="gpt-4o",
        messages=[{"role": "user", "content": question}],${more}
    )
`

it('a call with nothing changed costs what it costs, and shows what is not known', async () => {
  const tried = (await bench('/p/app.py', call()))({})
  expect(tried.after).toEqual(tried.before)
  expect(tried.fields.map(({ id, value }) => [id, value])).toEqual([
    ['model', 'gpt-4o'],
    ['calls', ''],
    ['per', 'month'],
    ['inputTokens', ''],
    ['cachedShare', ''],
    ['outputTokens', ''],
    ['maxOutput', ''],
    ['way', 'standard'],
  ])
  expect(tried.view.before).toMatchObject({
    likely: '$0.00215',
    per: 'a call',
    beside: [expect.anything(), 'and what is not known'],
  })
})

it('model, tokens and calls by the day come to a month of the engine', async () => {
  const tried = (await bench('/p/app.py', call()))({
    model: 'gpt-4o-mini',
    calls: '1,000',
    per: 'day',
    inputTokens: '2k',
    outputTokens: '500',
    maxOutput: '500',
  })
  // 30,417 calls × (2,000 × $0.15 + 500 × $0.60) / 1,000,000
  expect(tried.after.month?.usd.likely).toBeCloseTo(18.25, 2)
  expect(tried.after.lines.map(({ unit, quantity }) => [unit, quantity?.likely])).toEqual([
    ['input token', 2000],
    ['output token', 500],
  ])
  // The same use of gpt-4o: 30,417 calls × (2,000 × $2.50 + 500 × $10) / 1,000,000
  expect(tried.before.month?.usd.likely).toBeCloseTo(304.17, 2)
  expect(tried.view).toMatchObject({ isUseSaid: true, difference: { is: 'less' } })
  expect(tried.saves?.usd.likely).toBeCloseTo(304.17 - 18.25, 2)
})

it('a share that is read from the cache is billed at the price of the cache, and too few tokens are not', async () => {
  const asked = await bench('/p/app.py', call())
  const lines = (values: Values) =>
    asked(values)
      .after.lines.filter(({ unit }) => unit === 'input token')
      .map(({ quantity, unitUsd }) => [quantity!.likely, (unitUsd!.likely * 1e6).toFixed(2)])
  expect(lines({ inputTokens: '4000', cachedShare: '75' })).toEqual([
    [3000, '1.25'],
    [1000, '2.50'],
  ])
  expect(asked({ inputTokens: '1000', cachedShare: '50' }).notes).toEqual([
    'gpt-4o caches from 1,024 tokens on: 500 are too few.',
  ])
  expect(asked({ cachedShare: '50' }).notes).toEqual([
    'How much is read from the cache counts once the input tokens are known: say how many.',
  ])
})

it('what is known on both sides is compared, and written into the call and the config', async () => {
  const known = {
    volume: () => ({ calls: { low: 1000, likely: 1000, high: 1000 }, from: 'outlay.json' }),
    assume: { inputTokens: 1000 },
  }
  const tried = (await bench('/p/app.py', call(), known))({
    model: 'gpt-4o-mini',
    maxOutput: '300',
    calls: '2000',
    inputTokens: '5000',
    way: 'flex',
  })
  expect(tried.text).toBe(
    call('\n        service_tier="flex",\n        max_completion_tokens=300,').replace('gpt-4o"', 'gpt-4o-mini"'),
  )
  expect(tried.write.config.map((change) => ({ ...change, file: '' }))).toMatchObject([
    { is: 'volume', calls: 2000 },
    { is: 'assume', name: 'inputTokens' },
  ])
})

it('an unknown model is unknown, never $0', async () => {
  const { after, view } = (await bench('/p/app.py', call()))({ model: 'gpt-9' })
  expect(after.status).toBe('unknown')
  expect(view.after.likely).toBe('unknown')
  expect(view.unknown[0]).toMatch(/^price of gpt-9 at openai: no published price for exactly this/)
})

const machine = `provider "aws" {
  region = "us-east-1"
}

resource "aws_instance" "web" {
  ami           = "ami-1"
  instance_type = "m5.large"
  root_block_device {
    volume_size = 100
  }
}
`

it('a machine is tried with another type, number, region and as spot', async () => {
  const asked = await bench('/p/main.tf', machine)
  const type = asked({ 'fact:instanceType': 'm7g.large' })
  expect(type.saves?.per).toBe('month')
  expect(type.text).toBe(machine.replace('m5.large', 'm7g.large'))
  expect(asked({ count: '3' }).after.usd?.likely).toBeCloseTo(type.before.usd!.likely * 3, 6)
  const spot = asked({ purchase: 'spot' })
  expect(spot.view.difference.is).toBe('less')
  expect(spot.text).toContain('instance_market_options {\n    market_type = "spot"')
  const elsewhere = asked({ region: 'eu-west-1' })
  expect(elsewhere.view.difference.is).toBe('more')
  expect(elsewhere.write.left).toEqual([
    'The region is the provider’s, for everything it makes: change it there by hand.',
  ])
  expect(type.fields.filter(({ isMore }) => !isMore).map(({ label }) => label)).toEqual([
    'Instance type',
    'Root: size (GiB)',
    'How many',
    'Bought',
    'Region',
  ])
})

it('a block that was formatted still is when a longer argument is written', async () => {
  const volume = (own: string) =>
    `provider "aws" {\n  region = "us-east-1"\n}\n\nresource "aws_ebs_volume" "data" {\n${own}\n}\n`
  const asked = await bench('/p/main.tf', volume('  size = 100\n  type = "gp3"'))
  expect(asked({ 'fact:throughputMiBps': '500' }).text).toBe(
    volume('  size       = 100\n  type       = "gp3"\n  throughput = 500'),
  )
})

it('what is used in a month is asked for, and noted in the config', async () => {
  const bucket = 'provider "aws" {\n  region = "us-east-1"\n}\n\nresource "aws_s3_bucket" "b" {\n  bucket = "b"\n}\n'
  const tried = (await bench('/p/main.tf', bucket))({ 'usage:storedGB': '1000' })
  expect(tried.after.lines.find(({ unit }) => unit === 'GB-month')?.usd?.likely).toBeCloseTo(23, 6)
  expect(tried.write.config).toEqual([
    { is: 'usage', file: '/p/main.tf', address: 'aws_s3_bucket.b', name: 'storedGB', quantity: 1000 },
  ])
  expect(tried.view).toMatchObject({ isUseSaid: true, difference: { is: 'same' } })
})
