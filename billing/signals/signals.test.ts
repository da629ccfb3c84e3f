import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, describe, expect, it, test } from 'vitest'
import { signalSources, sources } from '../registry.gen.ts'
import { awsContract, isSigned } from '../testing/aws-json.ts'
import budgets from '../testing/contracts/aws-budgets.json' with { type: 'json' }
import costExplorer from '../testing/contracts/aws-cost-explorer.json' with { type: 'json' }
import azure from '../testing/contracts/azure-cost-management.json' with { type: 'json' }
import google from '../testing/contracts/google-budgets.json' with { type: 'json' }
import openai from '../testing/contracts/openai-usage-costs.json' with { type: 'json' }
import { madeUpCredentials } from '../testing/credentials.ts'
import { type Fake, type Heard, heldOutside, type Said, startFake } from '../testing/fake.ts'
import { contractOf } from '../testing/openapi.ts'
import { collectSignals } from './collect.ts'
import type { SignalExample, SignalSource } from './signal.ts'

const notSources = ['signal.ts', 'collect.ts']
const files = readdirSync(import.meta.dirname).filter(
  (name) => name.endsWith('.ts') && !name.endsWith('.test.ts') && !notSources.includes(name),
)
const contracts = {
  'aws-anomalies.ts': awsContract(costExplorer),
  'aws-budgets.ts': awsContract(budgets),
  'aws-forecast.ts': awsContract(costExplorer),
  'azure-forecast.ts': contractOf(azure),
  'google-budgets.ts': contractOf(google),
  'openai-spend-limits.ts': contractOf(openai),
}
const accounts = { 'azure-forecast.ts': '/subscriptions/7f3c', 'aws-budgets.ts': '111122223333' }

let fake: Fake | undefined
afterEach(() => fake?.close())

const read = (source: SignalSource, scope: object) =>
  collectSignals(
    source,
    { credentials: madeUpCredentials(source), base: fake?.base, scope },
    { since: '2026-11-20', until: '2026-12-01' },
    heldOutside(),
    new AbortController().signal,
  )

async function load(file: string) {
  return (await import(/* @vite-ignore */ join(import.meta.dirname, file))) as {
    signalSource: SignalSource
    examples: readonly SignalExample[]
  }
}

describe.each(files)('%s', async (file) => {
  const { signalSource: source, examples } = await load(file)
  it('is known by the name of its file, belongs to a source of spend, and is in the registry', () => {
    expect(`${source.id}.ts`).toBe(file)
    expect(sources.map(({ id }) => id)).toContain(source.with)
    expect(signalSources).toContain(source)
    expect(source.needs.link).toMatch(/^https:\/\//)
  })

  it.each(examples)('$name', ({ page, signals, problems = [] }) => {
    expect(source.signals(page)).toEqual({ signals, problems })
    expect(signals.every((signal) => signal.is === source.tells && signal.source === source.id)).toBe(true)
  })
})

// One that asks in another protocol has a file of its own for this.
describe.each(Object.keys(contracts))('%s', async (file) => {
  const { signalSource: source, examples } = await load(file)
  const scope = { accounts: [accounts[file as keyof typeof accounts] ?? '010101-F0FFF0-10X10X'] }
  const start = async (answer: (request: Heard) => Said) => {
    fake = await startFake({ answer, contract: contracts[file as keyof typeof contracts] })
  }

  it('asks and is answered as the provider publishes it', async () => {
    const { page, signals, problems = [] } = examples[0]!
    await start(() => ({ body: page.body }))
    const heard = await read(source, scope)
    expect(fake?.violations).toEqual([])
    if ('kind' in heard) throw new Error(heard.message)
    expect(heard.signals).toEqual(signals)
    const charge = `${source.name} charges $0.01 for each request: this reading took at least 1, $0.01.`
    expect(heard.problems).toEqual([...problems, ...(source.askCosts ? [charge] : [])])
  })

  it('takes another shape for no news at all', async () => {
    fake = await startFake({ answer: () => ({ body: { unexpected: true } }) })
    expect(await read(source, scope)).toMatchObject({
      signals: [],
      problems: [expect.any(String), ...(source.askCosts ? [expect.any(String)] : [])],
    })
  })
})

const signalSource = (id: string) => signalSources.find((source) => source.id === id)!

test('AWS budgets come page by page, each request signed; a next page named twice is no endless list', async () => {
  const page = (name: string) => ({
    body: { Budgets: [{ BudgetName: name, TimeUnit: 'MONTHLY', BudgetType: 'COST' }], NextToken: 'more' },
  })
  fake = await startFake({ answer: () => page('b'), contract: awsContract(budgets) })
  const heard = await read(signalSource('aws-budgets'), { accounts: ['111122223333'] })
  expect(heard).toMatchObject({ message: 'AWS Budgets names the same next page twice: nothing was loaded.' })
  const host = new URL(fake.base).host
  expect(fake.heard.map((request) => isSigned({ ...request, host }, 'made-up-secretAccessKey'))).toEqual([true, true])
})

test.each([
  [
    'ExpiredTokenException',
    'The session at AWS has ended (its token expired): sign in again and retry. Nothing was loaded.',
  ],
  [
    'UnrecognizedClientException',
    'AWS Cost Explorer refused the key (400). Reading costs needs its secret access key, made at https://docs.aws.amazon.com/cost-management/latest/userguide/ce-access.html',
  ],
  [
    'AccessDeniedException',
    'The key may not read costs of AWS Cost Explorer (400). What it takes is its secret access key; the right: ce:GetCostForecast. See https://docs.aws.amazon.com/cost-management/latest/userguide/ce-access.html',
  ],
  ['DataUnavailableException', 'AWS has no forecast for these costs: it has too little history of them.'],
])('what AWS means by a 400 is said: %s', async (name, message) => {
  fake = await startFake({
    answer: () => ({ status: 400, body: { __type: `com.amazon#${name}`, message: 'arn:aws:x' } }),
  })
  expect(await read(signalSource('aws-forecast'), {})).toMatchObject({ message })
  expect(fake.heard).toHaveLength(1)
})

test('a throttled request is asked again', async () => {
  fake = await startFake({ answer: () => ({ body: { Anomalies: [] } }), contract: awsContract(costExplorer) })
  fake.faults = [{ status: 400, body: { __type: 'ThrottlingException' } }]
  expect(await read(signalSource('aws-anomalies'), {})).toMatchObject({ signals: [] })
  expect(fake.heard).toHaveLength(2)
})

test.each(['aws-budgets', 'azure-forecast', 'google-budgets'])('%s says whose it wants to know', async (id) => {
  fake = await startFake({ answer: () => ({ status: 500 }) })
  expect(await read(signalSource(id), {})).toMatchObject({
    kind: 'scope',
    message: expect.stringMatching(/spend\.scope/),
  })
  expect(fake.heard).toEqual([])
})

test('OpenAI: the limits of the scope’s projects beside that of the organisation; none set is none told', async () => {
  const limit = { threshold_amount: 500, currency: 'USD', interval: 'month', enforcement: { status: 'enforcing' } }
  fake = await startFake({
    answer: ({ path }) =>
      path.includes('proj_1') ? { body: { object: 'project.spend_limit', ...limit } } : { status: 404 },
    contract: contractOf(openai),
  })
  const heard = await read(signalSource('openai-spend-limits'), { projects: ['proj_1', 'proj_2'] })
  expect(fake.violations).toEqual([])
  expect(heard).toMatchObject({ signals: [{ id: 'proj_1', allowed: { amount: 5, currency: 'USD' } }], problems: [] })
})

test('Azure is asked for the days up to the end of the range, and for none after it', async () => {
  fake = await startFake({ answer: () => ({ status: 204 }), contract: contractOf(azure) })
  await read(signalSource('azure-forecast'), { accounts: ['/subscriptions/7f3c'] })
  expect(fake.violations).toEqual([])
  expect(fake.heard[0]!.body).toMatchObject({
    timePeriod: { from: '2026-11-20T00:00:00Z', to: '2026-11-30T23:59:59Z' },
  })
})
