import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { type BillingClient, createBillingClient } from '../../billing/client.ts'
import type { StorePlace } from '../../billing/store.ts'
import { type Cost, type OpenAiCosts, startOpenAiCosts } from '../../billing/testing/openai-costs-server.ts'
import { runSpend, type SpendCommand } from '../../cli/commands/spend.ts'
import { runErase } from '../../cli/commands/spend-erase.ts'
import { runSync, type SyncCommand } from '../../cli/commands/spend-sync.ts'
import type { SpendTools } from '../../cli/spend/read.ts'
import { choiceOf, commandPlace } from '../../cli/spend/store.ts'
import { billingProcess } from '../billing-process.ts'
import { folderWith, listener } from './folder.ts'
import { documentOf } from './spend-documents.ts'

const key = 'sk-admin-not-a-real-key'
const cost = (day: string, usd: number) => ({
  day,
  lineItem: 'gpt-4.1-2025-04-14, input',
  project: 'proj_a',
  usd,
  tokens: 1000,
})
const header =
  'ServiceProviderName,ServiceName,ChargePeriodStart,ChargePeriodEnd,ChargeCategory,BillingCurrency,BilledCost,EffectiveCost\n'

let cwd: string
let server: OpenAiCosts
let costs: Cost[]
let place: StorePlace
let client: BillingClient
beforeEach(async () => {
  place = { is: 'memory' }
  client = createBillingClient(billingProcess.file, billingProcess.execArgv, () => place)
  cwd = folderWith({ 'bill.csv': `${header}AWS,S3,2026-11-10T00:00:00Z,2026-11-11T00:00:00Z,Usage,USD,1,1\n` })
  costs = [cost('2026-11-17', 2), cost('2026-11-19', 4)]
  server = await startOpenAiCosts(costs, key)
})
afterEach(async () => {
  client.stop()
  await server.close()
})

/** What one run of the command line has. */
function tools(env: Record<string, string> = { OPENAI_ADMIN_KEY: key }, today = '2026-11-20'): SpendTools {
  const storeAt = (folder: string | undefined) => {
    const chosen = commandPlace(folder, cwd, {}, { OUTLAY_STORE: 'spend' })
    return choiceOf(chosen, () => {
      place = chosen
    })
  }
  return { env, client, scopeOf: () => ({}), today, storeAt }
}

async function sync(options: Partial<SyncCommand> = {}, using = tools(), signal = new AbortController().signal) {
  const { out, printed, told, progress } = listener()
  const address = [`openai=${server.base}`]
  return {
    exit: await runSync({ cwd, source: [], address, ...options }, using, out, signal),
    printed: printed(),
    told: told(),
    progress,
  }
}

async function spend(options: Partial<SpendCommand> = {}, using = tools({})) {
  const { out, printed, told } = listener()
  const command = { cwd, source: [], by: ['source'], address: [], where: [], format: 'csv' as const, ...options }
  return { exit: await runSpend(command, using, out), printed: printed(), told: told() }
}

it('what was read into the store answers without a key, with the time it is from', async () => {
  expect(await sync({ source: ['openai', 'bill.csv'] })).toMatchObject({
    exit: 0,
    printed: `${join(cwd, 'spend')}\n`,
    told: 'openai: 2 rows, 2026-07-24 to 2026-11-20.\nfile:bill.csv: 1 row.\n',
  })
  const { exit, printed, told } = await spend({ since: '2026-11-01' })
  expect(exit).toBe(0)
  // What OpenAI may still change depends on the day of the test.
  expect(printed).toMatch(
    /^source,billedCost,effectiveCost,currency,grade,estimated\nfile:bill.csv,1,1,USD,invoice,false\nopenai,6,6,USD,invoice,\w+\n$/,
  )
  expect(told).toMatch(/^file:bill\.csv: as of \d{4}-\d\d-\d\d \d\d:\d\d UTC\nopenai: as of .* UTC\n/)
})

it('the next reading asks for the days that may still change; a late correction is in, nothing is there twice', async () => {
  await sync()
  costs.splice(1, 1, cost('2026-11-19', 5), cost('2026-11-21', 8))
  const next = await sync({}, tools(undefined, '2026-11-22'))
  expect(next.told).toBe('openai: 2 rows, 2026-11-18 to 2026-11-22.\n')
  expect(server.requests.at(-1)!.get('start_time')).toBe(String(Date.UTC(2026, 10, 18) / 1000))
  const { printed, told } = await spend({ by: ['day'], since: '2026-07-01', until: '2026-11-22' })
  expect(printed.split('\n').slice(1, -1)).toEqual([
    expect.stringMatching(/^2026-11-17,2,2,USD,invoice,/),
    expect.stringMatching(/^2026-11-19,5,5,USD,invoice,/),
    expect.stringMatching(/^2026-11-21,8,8,USD,invoice,/),
  ])
  expect(told).toContain('openai was read from 2026-07-24 on: days before are not in the totals.')
})

it('a reading that leaves rows out says so, as JSON too, and ends with 2; what it could read is there', async () => {
  const bill = join(cwd, 'bill.csv')
  writeFileSync(bill, `${readFileSync(bill, 'utf8')}AWS,S3,2026-11-11T00:00:00Z,2026-11-12T00:00:00Z,Usage,USD,one,1\n`)
  const unread = 'bill.csv: 1 row has no readable BilledCost, not in the totals.'
  const { exit, printed, told } = await sync({ source: ['bill.csv'], format: 'json' })
  expect({ exit, told }).toEqual({ exit: 2, told: `${unread}\nfile:bill.csv: 1 row.\n` })
  expect(documentOf('sync', printed)).toMatchObject({
    sources: [{ id: 'file:bill.csv', rows: 1, problems: [unread] }],
  })
  // The store was read whole: what the reading before left out is told again.
  const kept = await spend({ since: '2026-11-01' })
  expect({ exit: kept.exit, printed: kept.printed.split('\n')[1] }).toEqual({
    exit: 0,
    printed: 'file:bill.csv,1,1,USD,invoice,false',
  })
  expect(kept.told).toContain(unread)
})

it('a reading that fails or is called off leaves what was there', async () => {
  await sync()
  const refused = await sync({}, tools({ OPENAI_ADMIN_KEY: 'sk-wrong' }))
  expect([refused.exit, refused.told]).toEqual([2, expect.stringContaining('OpenAI refused the key (401)')])
  server.faults = ['silence']
  const stop = new AbortController()
  server.heard = () => stop.abort()
  const cancelled = await sync({}, tools(), stop.signal)
  expect([cancelled.exit, cancelled.told]).toEqual([2, 'Reading from OpenAI was cancelled: nothing was loaded.\n'])
  expect((await spend({ since: '2026-11-01' })).printed).toContain('openai,6,6,USD,invoice')
})

it('a long reading that breaks off keeps the months that came, says which did not, and goes on there', async () => {
  costs.push(cost('2026-10-05', 8), cost('2026-09-05', 16), cost('2026-08-05', 32))
  server.heard = () => {
    const since = new Date(Number(server.requests.at(-1)?.get('start_time')) * 1000).toISOString()
    if (since.startsWith('2026-09-01')) server.faults = ['malformed']
  }
  const broken = await sync({ format: 'json' })
  expect(broken.exit).toBe(2)
  expect(broken.progress).toEqual([
    'Reading OpenAI from 2026-07-24',
    'Reading OpenAI, 2026-11-01 to 2026-11-20 (1 of 5)',
    'Reading OpenAI, 2026-10-01 to 2026-10-31 (2 of 5)',
    'Reading OpenAI, 2026-09-01 to 2026-09-30 (3 of 5)',
    '',
  ])
  const stays = 'What was read before it, 2026-10-01 to 2026-11-20, stays; the next reading goes on here.'
  expect(documentOf('sync', broken.printed).sources).toEqual([
    { id: 'openai', rows: 3, from: '2026-10-01', to: '2026-11-20', problems: [expect.stringContaining(stays)] },
  ])
  expect(broken.told).toContain('openai: 3 rows, 2026-10-01 to 2026-11-20.\n')
  const part = await spend({ since: '2026-08-01' })
  expect(part.printed).toContain('openai,14,14,USD,invoice')
  expect(part.told).toContain('openai was read from 2026-10-01 on: days before are not in the totals.')
  server.heard = () => undefined
  const rest = 'openai: 3 rows, 2026-07-24 to 2026-09-30 and 2026-11-18 to 2026-11-20.\n'
  expect(await sync()).toMatchObject({ exit: 0, told: rest })
  expect(await spend({ since: '2026-08-01' })).toMatchObject({
    printed: expect.stringContaining('openai,62,62,USD,invoice'),
    told: expect.not.stringContaining('not in the totals'),
  })
})

it('single charges are written as FOCUS 1.2, to standard output or a file', async () => {
  const using = tools({})
  const focus = await spend({ source: ['bill.csv'], since: '2026-11-01', format: 'focus' }, using)
  const [header = '', ...lines] = focus.printed.trim().split('\n')
  const cells = Object.fromEntries(header.split(',').map((name, i) => [name, lines[0]?.split(',')[i]]))
  expect([focus.exit, lines.length]).toEqual([0, 1])
  expect(cells).toMatchObject({
    ProviderName: 'AWS',
    ServiceName: 'S3',
    ChargePeriodStart: '2026-11-10T00:00:00Z',
    BilledCost: '1',
    RegionId: '',
    x_Grade: 'invoice',
  })
  const parquet = await spend(
    { source: ['bill.csv'], since: '2026-11-01', format: 'parquet', out: 'charges.parquet' },
    using,
  )
  expect(parquet).toEqual({ exit: 0, printed: '', told: `1 row in ${join(cwd, 'charges.parquet')}.\n` })
  expect((await spend({ source: ['charges.parquet'], since: '2026-11-01' }, using)).printed).toContain(
    'file:charges.parquet,1,1,USD,invoice',
  )
})

it('sync as JSON: each source with its rows, its days and what was wrong; the words are on stderr', async () => {
  const { exit, printed, told } = await sync({ source: ['openai', 'bill.csv', 'other.csv'], format: 'json' })
  expect(exit).toBe(2)
  const notThere = expect.stringContaining('other.csv is neither a file nor a source')
  expect(documentOf('sync', printed)).toEqual({
    schema: 1,
    asOf: expect.stringMatching(/^\d{4}-\d\d-\d\dT/),
    store: join(cwd, 'spend'),
    sources: [
      { id: 'openai', rows: 2, from: '2026-07-24', to: '2026-11-20', problems: [] },
      { id: 'file:bill.csv', rows: 1, from: '2026-11-10', to: '2026-11-10', problems: [] },
      { id: 'file:other.csv', rows: null, from: null, to: null, problems: [notThere] },
    ],
  })
  expect(told).toContain('openai: 2 rows, 2026-07-24 to 2026-11-20.\n')
})

it('the figures of a document are as of the reading, not of the asking', async () => {
  await sync()
  const before = new Date().toISOString()
  const document = documentOf('spend', (await spend({ since: '2026-11-01', format: 'json' })).printed)
  expect(document.asOf < before).toBe(true)
})

it('an account without charges is told, with what to look at', async () => {
  costs.splice(0)
  expect((await sync()).told).toBe(
    'openai told no charge of 2026-07-24 to 2026-11-20. Where there should be some: is the key of the right account, and does spend.scope in outlay.json name its parts?\nopenai: 0 rows, 2026-07-24 to 2026-11-20.\n',
  )
})

it('one source is erased, or all of it', async () => {
  await sync({ source: ['openai', 'bill.csv'] })
  const erased = async (source?: string) => {
    const { out, told } = listener()
    return [await runErase({ source }, tools(), out), told()]
  }
  const folder = join(cwd, 'spend')
  expect(await erased('aws')).toEqual([2, `"aws" was not read into ${folder}: file:bill.csv, openai were.\n`])
  expect(await erased('openai')).toEqual([0, `openai was erased from ${folder}.\n`])
  expect((await spend({ since: '2026-11-01' })).printed).toBe(
    'source,billedCost,effectiveCost,currency,grade,estimated\nfile:bill.csv,1,1,USD,invoice,false\n',
  )
  expect(await erased()).toEqual([0, `All spend was erased from ${folder}.\n`])
  expect(await spend()).toEqual({
    exit: 2,
    printed: '',
    told: `Nothing is in the store of spend, ${folder}: \`outlay spend sync\` reads the sources into it.\n`,
  })
})

it('erasing leaves alone what lies beside the store', async () => {
  mkdirSync(join(cwd, 'exports'))
  writeFileSync(join(cwd, 'exports', 'own.csv'), header)
  await sync({ source: ['bill.csv'] })
  const { out } = listener()
  expect(await runErase({}, tools(), out)).toBe(0)
  expect(existsSync(join(cwd, 'exports', 'own.csv'))).toBe(true)
})

it('without a store the sources are read as ever; a named one that is not there is a sentence', async () => {
  expect((await spend()).told).toContain('No source of spend')
  expect(await spend({ store: 'other' })).toMatchObject({
    exit: 2,
    told: `There is no store of spend in ${join(cwd, 'other')}: \`outlay spend sync\` makes one.\n`,
  })
  expect((await spend({ store: 'other', source: ['bill.csv'] })).told).toContain('name --source or --store, not both')
})

it('a store that is broken is a sentence', async () => {
  await sync()
  writeFileSync(join(cwd, 'spend', 'manifest.json'), '{')
  expect(await spend()).toMatchObject({ exit: 2, told: expect.stringContaining('its manifest.json is broken') })
})
