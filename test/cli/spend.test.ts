import { afterAll, afterEach, beforeAll, beforeEach, expect, it } from 'vitest'
import { type BillingClient, createBillingClient } from '../../billing/client.ts'
import { seasonalNaive } from '../../billing/forecast/method.ts'
import { type OpenAiCosts, startOpenAiCosts } from '../../billing/testing/openai-costs-server.ts'
import { runSpend, type SpendCommand } from '../../cli/commands/spend.ts'
import { runAnomalies, runForecast } from '../../cli/commands/spend-ahead.ts'
import { run } from '../../cli/program.ts'
import { billingProcess } from '../billing-process.ts'
import { folderWith, listener } from './folder.ts'
import { documentOf } from './spend-documents.ts'

const key = 'sk-admin-not-a-real-key'
const header =
  'ServiceProviderName,ServiceName,ChargePeriodStart,ChargePeriodEnd,ChargeCategory,BillingCurrency,BilledCost,EffectiveCost,RegionId\n'
const line = (service: string, day: number, billed: number, effective: number, region = 'eu-west-1') =>
  `AWS,${service},2026-11-${day}T00:00:00Z,2026-11-${day + 1}T00:00:00Z,Usage,USD,${billed},${effective},${region}\n`

let client: BillingClient
let server: OpenAiCosts
beforeAll(async () => {
  server = await startOpenAiCosts(
    [{ day: '2026-11-17', lineItem: 'gpt-4.1-2025-04-14, input', project: 'proj_a', usd: 2.5, tokens: 1000 }],
    key,
  )
})
afterAll(() => server.close())
beforeEach(() => {
  client = createBillingClient(billingProcess.file, billingProcess.execArgv)
})
afterEach(() => client.stop())

async function spend(
  options: Partial<SpendCommand>,
  env: Record<string, string> = {},
  { files = {}, scope = {} }: { files?: Record<string, string>; scope?: object } = {},
) {
  const { out, printed, told } = listener()
  const cwd = folderWith(files)
  const command = { cwd, source: [], by: ['provider', 'service'], address: [], format: 'json' as const, ...options }
  const exit = await runSpend(command, { env, client, scopeOf: () => scope, today: '2026-11-20' }, out)
  return { exit, printed: printed(), told: told() }
}

it('a FOCUS file: what is billed and what is used stand apart, days outside are not counted', async () => {
  const files = { 'bill.csv': header + line('EC2', 17, 240, 10) + line('EC2', 18, 0, 10) + line('S3', 10, 1, 1) }
  const { exit, printed, told } = await spend(
    {
      source: ['bill.csv'],
      since: '2026-11-11',
      until: '2026-11-18',
      by: ['service', 'region'],
    },
    {},
    { files },
  )
  expect(told).toBe('')
  expect(exit).toBe(0)
  expect(documentOf('spend', printed)).toEqual({
    schema: 1,
    asOf: expect.stringMatching(/^\d{4}-\d\d-\d\dT/),
    period: { since: '2026-11-11', until: '2026-11-18' },
    rows: [
      {
        service: 'EC2',
        region: 'eu-west-1',
        currency: 'USD',
        billedCost: 240,
        effectiveCost: 20,
        grade: 'invoice',
        estimated: false,
      },
    ],
    totals: [{ currency: 'USD', grade: 'invoice', billedCost: 240, effectiveCost: 20 }],
    problems: [],
  })
})

it('a source whose credentials are in the environment is read without being named', async () => {
  const { exit, printed, told } = await spend(
    { by: ['model'], address: [`openai=${server.base}`], format: 'csv' },
    { OPENAI_ADMIN_KEY: key },
    { scope: { projects: ['proj_a'] } },
  )
  expect({ exit, told }).toEqual({ exit: 0, told: '' })
  // What OpenAI may still change depends on the day of the test.
  expect(printed).toMatch(
    /^model,billedCost,effectiveCost,currency,grade,estimated\ngpt-4.1-2025-04-14,2.5,2.5,USD,invoice,\w+\n$/,
  )
  expect(server.violations).toEqual([])
  expect(server.requests.at(-1)!.getAll('project_ids')).toEqual(['proj_a'])
})

it('a source that refuses is told, what could be read is printed, and the exit says that not all was', async () => {
  const files = { 'bill.csv': header + line('=cmd()', 17, 1, 1) }
  const { exit, printed, told } = await spend(
    { source: ['openai', 'bill.csv'], by: ['service'], address: [`openai=${server.base}`], format: 'csv' },
    { OPENAI_ADMIN_KEY: 'sk-wrong' },
    { files },
  )
  expect(exit).toBe(2)
  expect(told).toContain('OpenAI refused the key (401)')
  expect(told).not.toContain('sk-wrong')
  expect(printed).toBe("service,billedCost,effectiveCost,currency,grade,estimated\n'=cmd(),1,1,USD,invoice,false\n")
})

it('as text: the days, amounts under each other, a mark on what may change and on what is no invoice, as of when', async () => {
  const files = {
    'bill.csv': `${header.trim()},x_Estimated,x_Grade\n${[
      `${line('EC2', 17, 1240, 10).trim()},,`,
      `${line('S3', 18, 1, 0.004).trim()},true,`,
      `${line('Pods', 18, 2, 2).trim()},,allocated`,
    ].join('\n')}\n`,
  }
  const { exit, printed, told } = await spend({ source: ['bill.csv'], by: ['service'], format: 'text' }, {}, { files })
  expect([exit, told]).toEqual([0, expect.stringMatching(/^file:bill\.csv: as of \d{4}-\d\d-\d\d \d\d:\d\d UTC\n$/)])
  expect(printed).toBe(`2026-11-17 to 2026-11-18

service    billed  effective
EC2      1,240.00      10.00  USD
Pods         2.00       2.00  USD    allocated
S3           1.00      <0.01  USD *

total    1,241.00      10.00  USD
total        2.00       2.00  USD    allocated
billed: what is invoiced. effective: what use consumed, prepaid purchases spread over it. The two are never added.
*: the provider may still change a part of it.
allocated: a shared amount that was split.
`)
})

it.each(['text', 'csv'] as const)('where nothing could be read, no %s says that nothing was spent', async (format) => {
  const { exit, printed, told } = await spend({ source: ['bill.csv'], format }, {}, { files: { 'bill.csv': '\n' } })
  expect([exit, printed, told]).toEqual([2, '', expect.stringContaining('bill.csv is not a FOCUS file')])
})

it('where no row of a file can be used, its name and what was expected are told', async () => {
  const files = { 'bill.csv': header + line('EC2', 17, 1, 1).replaceAll('2026-11-', 'Nov ') }
  const { exit, told } = await spend({ source: ['bill.csv'] }, {}, { files })
  expect([exit, told]).toEqual([
    2,
    'bill.csv: 1 row has no readable ChargePeriodStart, not in the totals. FOCUS writes times as 2026-11-01T00:00:00Z and amounts as 12.34. Nothing was loaded.\n',
  ])
})

it('Parquet is not sent to a terminal', async () => {
  const { out, printed, told } = listener()
  const cwd = folderWith({ 'bill.csv': header + line('EC2', 17, 1, 1) })
  const command = { cwd, source: ['bill.csv'], by: ['service'], address: [], where: [], format: 'parquet' as const }
  const tools = { env: {}, client, scopeOf: () => ({}), today: '2026-11-20' }
  expect(await runSpend(command, tools, { ...out, isTerminal: true })).toBe(2)
  expect([printed(), told()]).toEqual(['', 'Parquet is no text: name a file with --out, or send it to one.\n'])
})

it('days that are too few to tell what is usual are not called usual', async () => {
  const { exit, printed, told } = await ahead(runAnomalies, header + line('EC2', 17, 1, 1), 'text')
  expect([exit, printed]).toEqual([2, ''])
  expect(told).toContain('Fewer than 22 complete days of spend since 2026-07-24: what is usual is not known.')
})

it('help names what an option takes, and no empty default', async () => {
  const { out, printed } = listener()
  expect(await run(['spend', '--help'], '/', out)).toBe(0)
  expect(printed()).toContain('how it is printed: text, json, csv, focus, parquet')
  expect(printed()).toMatch(/\(provider,service if\s+left out\)/)
  expect(printed()).not.toMatch(/\(default|\(choices/)
})

/** Eighty days, a week each like the other, the last full day at five times its amount. */
function eightyDays(): string {
  const lines = Array.from({ length: 80 }, (_, i) => {
    const [start, end] = [i, i + 1].map((at) => new Date(Date.UTC(2026, 8, 1 + at)).toISOString())
    const amount = [50, 60, 55, 50, 45, 5, 5][i % 7]! * (i === 79 ? 5 : 1)
    return `AWS,EC2,${start},${end},Usage,USD,${amount},${amount},eu-west-1\n`
  })
  return header + lines.join('')
}

async function ahead(run: typeof runForecast, csv: string, format: 'text' | 'json') {
  const { out, printed, told } = listener()
  const cwd = folderWith({ 'bill.csv': csv })
  const tools = { env: {}, client, scopeOf: () => ({}), today: '2026-11-20' }
  const exit = await run({ cwd, source: ['bill.csv'], address: [], format }, tools, seasonalNaive, out)
  return { exit, printed: printed(), told: told() }
}

it('what the month will come to: each of its days, known or with a band, and the sum', async () => {
  const { exit, printed, told } = await ahead(runForecast, eightyDays(), 'json')
  expect({ exit, told }).toEqual({ exit: 0, told: '' })
  const { forecast, totals } = documentOf('forecast', printed)
  expect(forecast).toHaveLength(30)
  expect(forecast[0]).toEqual({
    day: '2026-11-01',
    actual: 5,
    usd: { low: 5, likely: 5, high: 5 },
    source: 'file:bill.csv',
    currency: 'USD',
    grade: 'invoice',
  })
  expect(totals).toMatchObject([{ month: '2026-11', currency: 'USD', history: 80, early: false }])
  const { low, likely, high } = totals[0].expected
  expect(low <= likely && likely <= high).toBe(true)
})

it('an unusual day is found with its service, and the exit says that there is one', async () => {
  const { exit, printed } = await ahead(runAnomalies, eightyDays(), 'text')
  expect(exit).toBe(1)
  expect(printed).toMatch(/^2026-11-19 {2}service EC2: 275\.00 USD, usual \d+\.\d\d to \d+\.\d\d USD\n$/)
})

it('two sources are forecast apart: days that only one of them knows are not zero of the other', async () => {
  const short = eightyDays().split('\n').slice(0, 41).join('\n').replaceAll('AWS', 'Microsoft').replaceAll('USD', 'EUR')
  const { out, printed, told } = listener()
  const cwd = folderWith({ 'a/bill.csv': eightyDays(), 'b/bill.csv': `${short}\n` })
  const tools = { env: {}, client, scopeOf: () => ({}), today: '2026-11-20' }
  const source = ['a/bill.csv', 'b/bill.csv']
  expect(await runForecast({ cwd, source, address: [], format: 'json' }, tools, seasonalNaive, out)).toBe(0)
  expect(told()).toBe('')
  const { forecast, totals } = documentOf('forecast', printed())
  expect(totals).toMatchObject([
    { source: 'file:b/bill.csv', currency: 'EUR', history: 40, actual: 0 },
    { source: 'file:bill.csv', currency: 'USD', history: 80 },
  ])
  expect(totals[0].expected.likely).toBeGreaterThan(100)
  expect(forecast[0]).toMatchObject({
    day: '2026-11-01',
    source: 'file:b/bill.csv',
    amount: { likely: expect.any(Number) },
  })
  expect(forecast[0].usd).toBeUndefined()
})

it('a bill of a header alone is told to have no charge', async () => {
  const { exit, told } = await spend({ source: ['bill.csv'], format: 'text' }, {}, { files: { 'bill.csv': header } })
  expect(exit).toBe(0)
  expect(told).toContain(
    'bill.csv has no charge. Where there should be some: is it the whole export, and the right month?',
  )
})

it('a bill without a complete day is nothing to forecast from', async () => {
  const { exit, told } = await ahead(runForecast, header, 'text')
  expect(exit).toBe(2)
  expect(told).toMatch(
    /^file:bill\.csv: as of \d{4}-\d\d-\d\d \d\d:\d\d UTC\nNo complete day of spend since 2026-07-24: there is nothing to forecast from\.\n$/,
  )
})

const old = { 'bill.csv': (header + line('EC2', 17, 1, 1) + line('S3', 18, 2, 2)).replaceAll('2026-11-', '2024-03-') }

it('rows that cannot be read are told and not in the totals, and the exit says that not all was read', async () => {
  const rows = header + line('EC2', 17, 1, 1) + line('S3', 18, 2, 2).replace(',2,2', ',2;50,2')
  const read = (file: string, format: 'text' | 'json') =>
    spend({ source: [file], by: ['service'], format }, {}, { files: { [file]: rows } })
  const text = await read('one.csv', 'text')
  expect({ exit: text.exit, told: text.told.split('\n')[0] }).toEqual({
    exit: 2,
    told: 'one.csv: 1 row has no readable BilledCost, not in the totals.',
  })
  expect(text.printed).toMatch(/EC2 +1\.00 +1\.00 {2}USD\n\ntotal +1\.00 +1\.00 {2}USD/)
  const told = 'two.csv: 1 row has no readable BilledCost, not in the totals.'
  const json = await read('two.csv', 'json')
  expect({ exit: json.exit, told: json.told }).toEqual({ exit: 2, told: `${told}\n` })
  expect(documentOf('spend', json.printed).problems).toContain(told)
})

it('a file is looked at whole where no day is named', async () => {
  const { printed } = await spend({ source: ['bill.csv'], by: ['provider'], format: 'csv' }, {}, { files: old })
  expect(printed).toBe('provider,billedCost,effectiveCost,currency,grade,estimated\nAWS,3,3,USD,invoice,false\n')
})

it('where a file has none of the days that are asked for, those it has are told', async () => {
  const { told, printed } = await spend(
    { source: ['bill.csv'], since: '2026-11-01', format: 'text' },
    {},
    { files: old },
  )
  expect([told, printed]).toEqual([
    expect.stringContaining(
      'What was read is of 2024-03-17 to 2024-03-18, nothing of 2026-11-01 to 2026-11-20: --since and --until name other days.\n',
    ),
    '2026-11-01 to 2026-11-20\nNo spend in these days.\n',
  ])
})

it('a provider in two files on the same days may be counted twice, and that is told', async () => {
  const files = { 'a.csv': header + line('EC2', 17, 1, 1), 'b.csv': header + line('S3', 17, 2, 2) }
  const { exit, told } = await spend({ source: ['a.csv', 'b.csv'], format: 'csv' }, {}, { files })
  expect({ exit, told }).toEqual({
    exit: 0,
    told: "AWS is in file:a.csv and file:b.csv, days in common: 1. What is the same account's there is counted twice.\n",
  })
})

it('what charges for being asked is not asked because its credentials are there', async () => {
  const { exit, told } = await spend({}, { AWS_ACCESS_KEY_ID: 'AKIDNOTREAL', AWS_SECRET_ACCESS_KEY: 'not-real' })
  expect(exit).toBe(2)
  expect(told).toContain('No source of spend')
})

it.each([
  [{ by: ['colour'] }, '"colour" is nothing spend can be listed by: day, week, month'],
  [{ since: '2026-11-30', until: '2026-11-01' }, 'A day is written 2026-11-01, and --since is not after --until.'],
  [
    { source: ['bil.csv'], address: ['http://x'] },
    '"http://x" is no address of a source: write <source>=<url>, the source one of anthropic',
  ],
  [{ source: ['bil.csv'] }, 'bil.csv is neither a file nor a source (anthropic, '],
  [
    {},
    'No source of spend: name a FOCUS file with --source, or set the credentials of a source:\n  anthropic: ANTHROPIC_ADMIN_KEY',
  ],
])('%j is told in a sentence', async (options, sentence) => {
  const { exit, told } = await spend(options)
  expect(exit).toBe(2)
  expect(told).toContain(sentence)
})

it('a scope of a source that there is not narrows nothing, and that is told', async () => {
  const folder = folderWith({ 'outlay.json': '{ "spend": { "scope": { "opena": {}, "openai:work": {} } } }' })
  const { out, told } = listener()
  expect(await run(['spend', '--by', 'nothing'], folder, out)).toBe(2)
  expect(told()).toContain('spend.scope in outlay.json is of "opena", which is no source: nothing is narrowed by it.')
  expect(told()).not.toContain('openai:work')
})

it('an outlay.json with a mistake in its scope is told before anything is read', async () => {
  const folder = folderWith({ 'outlay.json': '{ "spend": { "scope": { "openai": { "project": ["a"] } } } }' })
  const { out, told } = listener()
  expect(await run(['spend', '--source', 'openai'], folder, out)).toBe(2)
  expect(told()).toEqual(expect.stringMatching(/outlay\.json:1:\d+: .*project/))
})
