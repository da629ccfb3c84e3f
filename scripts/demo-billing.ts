// Writes the bills of Harbor Answers, the fictional company of samples/: `npx tsx scripts/demo-billing.ts`. The same bytes each time.
import { writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

const first = '2026-08-21'
const days = 90
const dayMs = 86_400_000

/** Repeatable noise, https://gist.github.com/tommyettinger/46a874533244883189143505d203312c (mulberry32, public domain). */
function random(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
}

interface Day {
  readonly date: string
  readonly index: number
  /** 0 is Sunday. */
  readonly weekday: number
  /** 1 ± a tenth, another for each use. */
  noise(): number
}

interface Charge {
  readonly provider: 'OpenAI' | 'Anthropic' | 'AWS'
  readonly service: string
  readonly category: string
  readonly meter: string
  readonly model?: string
  readonly region?: string
  readonly unit: string
  readonly quantity: number
  /** USD for one unit, list price of 2026. */
  readonly price: number
  readonly tags: Readonly<Record<string, string>>
}

// USD per million tokens, input and output.
const models: Readonly<Record<string, readonly [Charge['provider'], number, number]>> = {
  'claude-sonnet-4-5': ['Anthropic', 3, 15],
  'claude-opus-4-5': ['Anthropic', 5, 25],
  'gpt-4o': ['OpenAI', 2.5, 10],
  'gpt-4o-mini': ['OpenAI', 0.15, 0.6],
  'gpt-5-mini': ['OpenAI', 0.25, 2],
  'gpt-5.2': ['OpenAI', 1.75, 14],
  'text-embedding-3-large': ['OpenAI', 0.13, 0],
}

/** Tokens of one call times calls, billed in millions and rounded to a thousand. */
function tokens(model: string, project: string, calls: number, input: number, output: number): Charge[] {
  const [provider, inputPrice, outputPrice] = models[model]!
  const service = provider === 'OpenAI' ? 'OpenAI API' : 'Claude API'
  const make = (meter: string, each: number, price: number): Charge => ({
    ...{
      provider,
      service,
      category: 'AI and Machine Learning',
      meter,
      model,
      unit: '1000000 Tokens',
      price,
      tags: { project },
    },
    quantity: Math.round((calls * each) / 1000) / 1000,
  })
  return [make('Input Tokens', input, inputPrice), make('Output Tokens', output, outputPrice)].filter(
    (charge) => charge.quantity > 0,
  )
}

function aws(
  service: string,
  category: string,
  meter: string,
  unit: string,
  quantity: number,
  price: number,
  role: string,
): Charge {
  const tags = { project: 'harbor-answers', role }
  return {
    provider: 'AWS',
    service,
    category,
    meter,
    region: 'us-east-1',
    unit,
    quantity: Math.round(quantity * 1000) / 1000,
    price,
    tags,
  }
}

const isWeekend = (day: Day) => day.weekday === 0 || day.weekday === 6
const daysInMonth = (date: string) =>
  new Date(Date.UTC(Number(date.slice(0, 4)), Number(date.slice(5, 7)), 0)).getUTCDate()

// The two mistakes of the season.
const idle = { since: '2026-09-28', until: '2026-10-04' } // both trainers left running over a week
const runaway = '2026-10-14' // the agent's `while True` found no berth and asked on all day

function answering(day: Day): Charge[] {
  // 120,000 questions a month, as outlay.json says: busy on weekdays, growing a little.
  const questions = (isWeekend(day) ? 1750 : 4900) * (1 + day.index / 600) * day.noise()
  const reindexed = day.weekday === 1 ? 60_000 : 0 // passages, every Monday
  return [
    ...tokens('claude-sonnet-4-5', 'answers-api', questions, 4500, 320),
    ...tokens('gpt-4o', 'answers-api', questions, 95, 3),
    ...tokens('text-embedding-3-large', 'answers-api', 1, questions * 30 + reindexed * 260, 0),
  ]
}

function agent(day: Day): Charge[] {
  if (day.date === runaway) return tokens('gpt-5.2', 'answers-api', 7100, 92_000, 310)
  return isWeekend(day) ? [] : tokens('gpt-5.2', 'answers-api', 300 * day.noise(), 18_000, 2400)
}

function summaries(day: Day): Charge[] {
  if (isWeekend(day)) return []
  const notices = 1350 * day.noise()
  return [
    ...tokens('gpt-4o', 'summariser', 800 * day.noise(), 1400, 180),
    ...tokens('gpt-4o-mini', 'summariser', notices, 30, 38),
    ...tokens('gpt-5-mini', 'summariser', notices, 420, 230),
  ]
}

const evaluation = (day: Day) => (day.weekday === 2 ? tokens('claude-opus-4-5', 'evaluation', 2500, 700, 4) : [])

function infrastructure(day: Day): Charge[] {
  const left = day.date >= idle.since && day.date <= idle.until
  const training = day.weekday === 2 || day.weekday === 5 ? 2 * 6 * day.noise() : 0
  const hours = left ? 48 : Math.round(training * 4) / 4
  const month = daysInMonth(day.date)
  const gigabytes = 6000 + 88 * day.index // every version of every data set is kept
  return [
    ...(hours > 0 ? [compute('p4d.24xlarge', hours, 21.9576, 'training-batch')] : []),
    compute('g5.xlarge', 24, 1.006, 'serving'),
    disk('gp3', 1100 / month, 0.08, 'training-batch'),
    disk('gp2', 800 / month, 0.1, 'datasets'),
    aws(
      'Amazon Simple Storage Service',
      'Storage',
      'TimedStorage-ByteHrs',
      'GB-Months',
      gigabytes / month,
      0.023,
      'datasets',
    ),
  ]
}

const ec2 = 'Amazon Elastic Compute Cloud'
const compute = (type: string, hours: number, price: number, role: string) =>
  aws(ec2, 'Compute', `BoxUsage:${type}`, 'Hours', hours, price, role)
const disk = (type: string, gigabytes: number, price: number, role: string) =>
  aws(ec2, 'Compute', `EBS:VolumeUsage.${type}`, 'GB-Months', gigabytes, price, role)

const accounts = { OpenAI: 'org-harbor', Anthropic: 'harbor', AWS: '210987654321' }
const decimal = (value: number) => value.toFixed(7).replace(/\.?0+$/, '')

function row(charge: Charge, date: string): Readonly<Record<string, string>> {
  const day = Date.parse(date)
  const month = new Date(day)
  const instant = (time: number) => `${new Date(time).toISOString().slice(0, 19)}Z`
  const cost = decimal(charge.quantity * charge.price)
  return {
    BilledCost: cost,
    BillingAccountId: accounts[charge.provider],
    BillingAccountName: '',
    BillingCurrency: 'USD',
    BillingPeriodEnd: instant(Date.UTC(month.getUTCFullYear(), month.getUTCMonth() + 1, 1)),
    BillingPeriodStart: instant(Date.UTC(month.getUTCFullYear(), month.getUTCMonth(), 1)),
    ChargeCategory: 'Usage',
    ChargeClass: '',
    ChargeDescription: '',
    ChargePeriodEnd: instant(day + dayMs),
    ChargePeriodStart: instant(day),
    ContractedCost: cost,
    EffectiveCost: cost,
    InvoiceId: '',
    InvoiceIssuerName: charge.provider,
    ListCost: cost,
    ListUnitPrice: decimal(charge.price),
    PricingQuantity: decimal(charge.quantity),
    PricingUnit: charge.unit,
    ProviderName: charge.provider,
    PublisherName: charge.provider,
    RegionId: charge.region ?? '',
    ServiceCategory: charge.category,
    ServiceName: charge.service,
    SkuMeter: charge.meter,
    Tags: JSON.stringify(charge.tags),
    x_ModelId: charge.model ?? '',
    // The last two days of a bill still move.
    x_Estimated: day >= Date.parse(first) + (days - 2) * dayMs ? 'true' : '',
  }
}

const cell = (text: string) => (/[",\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text)

/** The whole CSV. */
export function demoBilling(): string {
  const next = random(20_260_821)
  const rows = Array.from({ length: days }, (_, index) => {
    const start = Date.parse(first) + index * dayMs
    const date = new Date(start).toISOString().slice(0, 10)
    const day: Day = { date, index, weekday: new Date(start).getUTCDay(), noise: () => 0.9 + next() / 5 }
    const charges = [...answering(day), ...agent(day), ...summaries(day), ...evaluation(day), ...infrastructure(day)]
    return charges.map((charge) => row(charge, date))
  }).flat()
  return `${[Object.keys(rows[0]!), ...rows.map((one) => Object.values(one))].map((cells) => cells.map(cell).join(',')).join('\n')}\n`
}

const file = fileURLToPath(new URL('../samples/billing/focus-2026-08-21_2026-11-18.csv', import.meta.url))
if (process.argv[1] === fileURLToPath(import.meta.url)) writeFileSync(file, demoBilling())
