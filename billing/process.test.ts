import { fork } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { noSpendSettings } from '../core/config/spend.ts'
import { billingProcess } from '../test/billing-process.ts'
import { type BillingClient, createBillingClient } from './client.ts'
import type { Request } from './protocol.ts'
import type { Spend } from './questions.ts'
import type { Window } from './reading.ts'
import type { Connection } from './runner.ts'
import { openEngine } from './stores/duckdb-engine.ts'
import { type Heard, startFake } from './testing/fake.ts'
import { askedBy, pagedProviders, totalCost } from './testing/five-pages.ts'
import { type OpenAiCosts, startOpenAiCosts } from './testing/openai-costs-server.ts'

// The real process, forked as the extension forks it, run from its source.
const { file: entry, execArgv } = billingProcess
const demo = fileURLToPath(new URL('../samples/billing/focus-2026-08-21_2026-11-18.csv', import.meta.url))
const key = 'sk-admin-not-a-real-key'
const range = { since: '2026-11-16', until: '2026-11-19' }
const cost = {
  day: '2026-11-17',
  lineItem: 'gpt-4.1-2025-04-14, input',
  project: 'proj_answers',
  usd: 2.5,
  tokens: 1_250_000,
}

let client: BillingClient
let own: Connection
let server: OpenAiCosts
let folder: string
beforeEach(async () => {
  client = createBillingClient(entry, execArgv)
  server = await startOpenAiCosts([cost], key)
  own = { credentials: { key }, base: server.base }
  folder = await mkdtemp(join(tmpdir(), 'outlay-billing-'))
})
afterEach(async () => {
  client.stop()
  await server.close()
  await rm(folder, { recursive: true })
})

test('a sync, then a summary with the provider amounts and their source', async () => {
  expect(await client.sync('openai', own, range)).toMatchObject({
    is: 'loaded',
    source: 'openai',
    rows: 1,
    problems: [],
  })
  expect(await client.summary()).toMatchObject({
    demo: false,
    totals: [{ currency: 'USD', grade: 'invoice', billedCost: 2.5, rows: 1 }],
    sources: [
      { source: 'openai', label: 'OpenAI costs API', providers: ['OpenAI'], since: '2026-11-17', until: '2026-11-17' },
    ],
    days: [{ dimensions: { day: '2026-11-17', service: 'OpenAI API' }, effectiveCost: 2.5 }],
  })
  expect(server.violations).toEqual([])
})

test('demo money leaves when the own arrives', async () => {
  expect(await client.demo(demo)).toMatchObject({ is: 'loaded', source: 'demo', problems: [] })
  expect(await client.summary()).toMatchObject({ demo: true, sources: [{ label: 'Demo data of a fictional company' }] })
  await client.sync('openai', own, range)
  expect(await client.summary()).toMatchObject({
    demo: false,
    totals: [{ billedCost: 2.5 }],
    sources: [{ source: 'openai' }],
  })
})

test('the own money stays while the demo is shown, and is there again with the next of it', async () => {
  const file = join(folder, 'own.csv')
  await writeFile(
    file,
    'ProviderName,ServiceName,ChargePeriodStart,ChargePeriodEnd,ChargeCategory,BillingCurrency,BilledCost,EffectiveCost\nAWS,S3,2026-11-01T00:00:00Z,2026-11-02T00:00:00Z,Usage,USD,1,1\n',
  )
  await client.importFile(file)
  await client.demo(demo)
  expect(await client.summary()).toMatchObject({ demo: true, sources: [{ source: 'demo' }] })
  await client.sync('openai', own, range)
  expect(await client.ask({ ask: 'totals' })).toMatchObject([{ billedCost: 3.5 }])
  expect(await client.forget('file:own.csv')).toBeUndefined()
  expect(await client.ask({ ask: 'totals' })).toMatchObject([{ billedCost: 2.5 }])
})

test('a refused key and a refused file are replies; the process goes on', async () => {
  expect(await client.sync('openai', { ...own, credentials: { key: 'sk-wrong' } }, range)).toMatchObject({
    is: 'failed',
    failure: { kind: 'key' },
  })
  const file = join(folder, 'notes.csv')
  await writeFile(file, 'hello,world\n1,2\n')
  expect(await client.importFile(file)).toMatchObject({ is: 'failed', failure: { kind: 'file' } })
  expect(await client.summary()).toMatchObject({ totals: [], sources: [], days: [] })
})

test('a cancelled sync says so while another question is answered', async () => {
  server.faults = ['silence']
  const controller = new AbortController()
  server.heard = () => void client.ask({ ask: 'totals' }).then(() => controller.abort())
  const sync = await client.sync('openai', own, range, { signal: controller.signal })
  expect(sync).toMatchObject({ is: 'failed', failure: { kind: 'cancelled' } })
})

test('a killed process fails the pending request in words, and the next request starts it again', async () => {
  server.faults = ['silence']
  server.heard = () => client.stop()
  expect(await client.sync('openai', own, range)).toMatchObject({
    is: 'failed',
    failure: { kind: 'process' },
  })
  server.heard = () => undefined
  expect(await client.sync('openai', own, range)).toMatchObject({ is: 'loaded', rows: 1 })
})

test('a process that is killed half way through a long reading keeps the months that came, and the next goes on', async () => {
  const long = { since: '2026-08-25', until: '2026-11-19' }
  const asked = () => server.requests.splice(0).map((query) => monthOf(query.get('start_time')))
  const months = (heard: readonly (string | undefined)[]) => [...new Set(heard.filter(Boolean))]
  await server.close()
  server = await startOpenAiCosts([cost, ...[8, 9, 10].map(inMonth)], key)
  own = { credentials: { key }, base: server.base }
  client.stop()
  client = createBillingClient(entry, execArgv, { is: 'folder', folder: join(folder, 'store') })
  const told: string[] = []
  server.heard = () => {
    if (monthOf(server.requests.at(-1)?.get('start_time') ?? null) === '2026-09') client.stop()
  }
  const onWindow = ({ days, number, of }: Window) => told.push(`${days.since} ${number}/${of}`)
  expect(await client.sync('openai', own, long, { onWindow })).toMatchObject({
    is: 'failed',
    failure: { kind: 'process' },
  })
  expect(told).toEqual(['2026-11-01 1/4', '2026-10-01 2/4', '2026-09-01 3/4'])
  expect(months(asked())).toEqual(['2026-11', '2026-10', '2026-09'])
  server.heard = () => undefined
  expect(await client.summary()).toMatchObject({
    totals: [{ billedCost: 12.5 }],
    problems: [
      'openai is not read yet for 2026-08-25 to 2026-09-30, as the reading broke off: these days are not in the totals. The next reading goes on there.',
    ],
    sources: [{ source: 'openai', isBroken: true }],
  })
  expect(await client.sync('openai', own, { since: '2026-11-16', until: '2026-11-20' })).toMatchObject({ is: 'loaded' })
  expect(months(asked())).toEqual(['2026-11', '2026-09', '2026-08'])
  expect(await client.summary()).toMatchObject({
    totals: [{ billedCost: 29.5, rows: 4 }],
    problems: [],
    sources: [{ isBroken: false }],
  })
})

/** OpenRouter tells of thirty days only, and the process has the clock of the machine. */
const paid = pagedProviders.filter(({ source }) => source.askCosts !== undefined || source.asking !== undefined)

test.each([
  ['at the third page', paid],
  ['while a query runs', paid.filter(({ isBegun }) => isBegun)],
])(
  'a process that is killed %s, where asking is paid for: the next reading goes on there',
  async (at, providers) => {
    const isPage = at === 'at the third page'
    client.stop()
    client = createBillingClient(entry, execArgv, { is: 'folder', folder: join(folder, 'store') })
    for (const paged of providers) {
      const provider = paged.start(isPage ? 1 : 3)
      const answered: Heard[] = []
      let isKilled = false
      const fake = await startFake({
        answer(request) {
          const isThere = isPage ? paged.pageOf(request) === 3 : answered.some(paged.isLook) && paged.isLook(request)
          if (isThere && !isKilled) {
            isKilled = true
            client.stop()
            return new Promise(() => undefined)
          }
          answered.push(request)
          return provider.answer(request)
        },
        under: paged.under,
      })
      const sync = () =>
        client.sync(
          paged.source.id,
          { credentials: paged.credentials, base: fake.base, scope: paged.scope },
          { since: '2026-11-01', until: '2026-11-20' },
        )
      expect(await sync()).toMatchObject({ is: 'failed', failure: { kind: 'process' } })
      expect(await sync()).toMatchObject({ is: 'loaded' })
      // Nothing but how far a query is may be asked twice.
      const asked = answered.filter((each) => isPage || !paged.isLook(each)).map(askedBy)
      expect(new Set(asked).size).toBe(asked.length)
      await fake.close()
    }
    const spend = (await client.ask({ ask: 'spend', by: ['source'] })) as readonly Spend[]
    expect(spend.map(({ billedCost }) => billedCost)).toEqual(providers.map(() => totalCost))
    expect(await readdir(join(folder, 'store', 'unfinished'))).toEqual([])
  },
  120_000,
)

test('a query that is called off is ended at the provider, also where the process is not needed after that', async () => {
  const paged = pagedProviders.find(({ source }) => source.id === 'databricks')!
  const provider = paged.start(1000)
  const stop = new AbortController()
  let refusals = 1
  const fake = await startFake({
    answer(request) {
      if (paged.isLook(request)) stop.abort()
      // The connection to a provider takes a while.
      return request.path.endsWith('/cancel') && refusals-- > 0 ? { status: 503 } : provider.answer(request)
    },
  })
  const connection = { credentials: paged.credentials, base: fake.base }
  expect(await client.sync('databricks', connection, range, { signal: stop.signal })).toMatchObject({
    failure: { kind: 'cancelled' },
  })
  client.stop()
  await until(async () => fake.heard.filter(({ path }) => path.endsWith('/cancel')).length === 2)
  await fake.close()
})

const inMonth = (month: number) => ({ ...cost, day: `2026-${String(month).padStart(2, '0')}-28`, usd: month })
const monthOf = (seconds: string | null) =>
  seconds === null ? undefined : new Date(Number(seconds) * 1000).toISOString().slice(0, 7)

test('a process whose parent goes in the middle of an import ends at once, and leaves what was there', async () => {
  const place = { is: 'folder', folder: join(folder, 'store') } as const
  const large = join(folder, 'large.parquet')
  const engine = await openEngine()
  const line = `SELECT 'AWS' AS "ProviderName", 'S3' AS "ServiceName", 'Usage' AS "ChargeCategory", 'USD' AS "BillingCurrency", 1 AS "BilledCost", 1 AS "EffectiveCost",
    TIMESTAMP '2026-11-01' AS "ChargePeriodStart", TIMESTAMP '2026-12-01' AS "ChargePeriodEnd", md5(CAST(i AS VARCHAR)) AS "ResourceId" FROM range(2000000) AS t(i)`
  await engine.write(undefined, (db) => db.run(`COPY (${line}) TO '${large}' (FORMAT parquet)`))
  await engine.close()
  const child = fork(entry, [], { execArgv })
  const ended = once(child, 'exit')
  child.send({ do: 'open', id: 0, place } satisfies Request)
  child.send({ do: 'import', id: 1, file: large } satisfies Request)
  await until(async () => (await readdir(place.folder).catch(() => [])).some((name) => name.startsWith('incoming-')))
  child.disconnect()
  expect(await ended).toEqual([null, 'SIGKILL'])
  client.stop()
  client = createBillingClient(entry, execArgv, place)
  await client.sync('openai', own, range)
  expect(await client.ask({ ask: 'totals' })).toMatchObject([{ billedCost: 2.5, rows: 1 }])
  expect((await readdir(place.folder)).filter((name) => name.startsWith('incoming-'))).toEqual([])
})

async function until(holds: () => Promise<boolean>): Promise<void> {
  while (!(await holds())) await setTimeout(10)
}

test('carbon is answered with the price book that the command line and the editor have', async () => {
  const rows = [
    'BilledCost,EffectiveCost,BillingCurrency,ChargeCategory,ChargePeriodStart,ChargePeriodEnd,ProviderName,ServiceName,RegionId,SkuMeter,ConsumedQuantity,ConsumedUnit',
    '70,70,USD,Usage,2026-11-17T00:00:00Z,2026-11-18T00:00:00Z,AWS,EC2,us-east-1,BoxUsage:m5.large,730,Hrs',
  ]
  const file = join(folder, 'focus.csv')
  await writeFile(file, rows.join('\n'))
  expect(await client.importFile(file)).toMatchObject({ is: 'loaded', rows: 1 })
  expect(
    await client.analyse({ analysis: 'carbon', period: 'last-30-days', by: 'service', settings: noSpendSettings }),
  ).toMatchObject({ is: 'analysed', document: { parts: [{ what: 'm5.large in us-east-1', quantity: 730 }] } })
})

/** For Node: as where no binary of DuckDB is. */
function withoutDuckDb(): string[] {
  const hook = `export function resolve(name, context, next) { if (name.startsWith('@duckdb/')) throw new Error('absent'); return next(name, context) }`
  const register = `import { register } from 'node:module'; register('data:text/javascript,' + encodeURIComponent(${JSON.stringify(hook)}))`
  return [...execArgv, '--import', `data:text/javascript,${encodeURIComponent(register)}`]
}

test('a platform without DuckDB is told so, request by request', async () => {
  client.stop()
  client = createBillingClient(entry, withoutDuckDb())
  expect(await client.summary()).toEqual({
    is: 'failed',
    id: 1,
    failure: {
      kind: 'store',
      message: 'Spend needs DuckDB, which is not in this build of Outlay: install the one for this platform.',
    },
  })
})

test('without DuckDB the panel shows what is in the store; what else is asked says what it needs', async () => {
  client.stop()
  const place = { is: 'folder', folder: join(folder, 'store') } as const
  client = createBillingClient(entry, execArgv, place)
  await client.sync('openai', own, range)
  const summary = await client.summary()
  client.stop()
  client = createBillingClient(entry, withoutDuckDb(), place)
  expect(await client.summary()).toEqual(summary)
  expect(summary).toMatchObject({ totals: [{ billedCost: 2.5 }] })
  expect(await client.ask({ ask: 'spend', by: ['resource'] })).toMatchObject({
    failure: { kind: 'store', message: expect.stringContaining('needs DuckDB') },
  })
  expect(await client.sync('openai', own, range)).toMatchObject({
    failure: { kind: 'file', message: expect.stringContaining('needs DuckDB') },
  })
  const budgets = [{ name: 'all', amount: 1000, period: 'month' }] as const
  const asked = { period: 'last-30-days', by: 'service', settings: { ...noSpendSettings, budgets } } as const
  expect(await client.analyse({ analysis: 'budgets', ...asked })).toMatchObject({
    is: 'analysed',
    document: { budgets: [{ name: 'all', amount: 1000 }] },
  })
  expect(await client.analyse({ analysis: 'commitments', ...asked })).toMatchObject({
    failure: { kind: 'store', message: expect.stringContaining('needs DuckDB') },
  })
  expect(await client.exportTo(join(folder, 'charges.csv'), 'focus', {})).toMatchObject({
    failure: { kind: 'store', message: expect.stringMatching(/^Exporting single charges needs DuckDB/) },
  })
})
