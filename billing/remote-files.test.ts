import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gunzipSync, gzipSync } from 'node:zlib'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { collectFiles } from './remote-files.ts'
import type { Connection } from './runner.ts'
import { createService } from './service.ts'
import type { BillingSource, RemoteFiles } from './source.ts'
import { source as aws } from './sources/aws-data-exports.ts'
import { source as azure } from './sources/azure-cost-exports.ts'
import { openMemory } from './stores/duckdb.ts'
import { isSigned } from './testing/aws-json.ts'
import { type Bucket, serveBucket } from './testing/bucket.ts'
import { type Fake, heldOutside, startFake, withoutPrices } from './testing/fake.ts'

const secret = 'not/a/real/secret'
let folder: string
let fake: Fake
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'outlay-remote-'))
})
afterEach(async () => {
  await fake.close()
  await rm(folder, { recursive: true })
})

const focus = (day: string, cost: number) =>
  gzipSync(
    `ProviderName,ServiceName,ChargePeriodStart,ChargePeriodEnd,ChargeCategory,BillingCurrency,BilledCost,EffectiveCost\nAWS,S3,${day}T00:00:00Z,${day}T01:00:00Z,Usage,USD,${cost},${cost}\n`,
  )
const part = (month: string, run: string) => `bill/focus/data/BILLING_PERIOD=${month}/${run}/part & 1.csv.gz`
const manifest = (month: string) => `bill/focus/metadata/BILLING_PERIOD=${month}/focus-Manifest.json`
const naming = (...keys: string[]) => JSON.stringify({ dataFiles: keys.map((key) => `s3://harbour-bill/${key}`) })

const connections: Readonly<Record<string, Connection['credentials']>> = {
  'aws-data-exports': {
    accessKeyId: 'AKIDNOTREAL',
    secretAccessKey: secret,
    region: 'eu-central-1',
    bucket: 'harbour-bill',
    prefix: 'bill/',
  },
  'azure-cost-exports': { token: 'not-a-real-token', account: 'harbourbill', container: 'cost', prefix: 'bill/' },
}
const connect = (source: BillingSource) => ({ credentials: connections[source.id]!, base: fake.base })
const november = { since: '2026-11-01', until: '2026-12-01' }
const load = (source: BillingSource = aws, range = november) =>
  collectFiles(
    source as BillingSource & { files: RemoteFiles },
    connect(source),
    range,
    folder,
    heldOutside(),
    new AbortController().signal,
  )
const files = async () =>
  (await readdir(folder, { recursive: true, withFileTypes: true }))
    .filter((entry) => entry.isFile() && !entry.name.startsWith('.'))
    .map((entry) => entry.name)
const fetchedKeys = () => fake.heard.filter(({ path }) => /\.gz$/.test(path)).length

test.each([aws, azure])('$id: the newest run of the month, page by page, each file once', async (source) => {
  const bucket: Bucket = new Map<string, string | Buffer>([
    [part('2026-10', 'r1'), focus('2026-10-02', 9)],
    [part('2026-11', 'r1'), focus('2026-11-02', 1)],
    [part('2026-11', 'r2'), focus('2026-11-02', 2)],
    [manifest('2026-11'), naming(part('2026-11', 'r2'))],
    ['other/secret.csv', 'not asked for'],
  ])
  fake = await startFake({ answer: serveBucket(bucket) })
  expect(await load(source)).toEqual({
    folder,
    modified: '2026-11-20T05:00:00.000Z',
    problems: [`${source.name}: 1 of 1 files were new and fetched.`],
  })
  expect(gunzipSync(await readFile(join(folder, part('2026-11', 'r2')))).toString()).toContain('USD,2,2')
  expect(await load(source)).toMatchObject({ problems: [`${source.name}: 0 of 1 files were new and fetched.`] })
  expect(fetchedKeys()).toBe(1)

  // The month is written anew; another month is asked for as well and stays beside it.
  bucket.set(part('2026-11', 'r3'), focus('2026-11-02', 3))
  bucket.set(manifest('2026-11'), naming(part('2026-11', 'r3')))
  expect(await load(source, { since: '2026-10-15', until: '2026-12-01' })).toMatchObject({
    problems: [`${source.name}: 2 of 2 files were new and fetched.`],
  })
  expect(await files()).toHaveLength(2)
  await load(source)
  expect(await files()).toHaveLength(2)
})

test('each request to S3 is signed with its path and its query', async () => {
  fake = await startFake({ answer: serveBucket(new Map([[part('2026-11', 'r1 (2)'), focus('2026-11-02', 1)]])) })
  await load()
  const host = new URL(fake.base).host
  expect(fake.heard.map((request) => isSigned({ ...request, host }, secret))).toEqual([true, true])
  expect(fake.heard[1]!.path).toContain('/BILLING_PERIOD%3D2026-11/r1%20%282%29/')
})

test('a file that breaks off is fetched again; after a failure what came is not fetched twice', async () => {
  const bucket: Bucket = new Map([
    [part('2026-11', 'r1'), focus('2026-11-02', 1)],
    [part('2026-11', 'r1').replace('1.csv', '2.csv'), focus('2026-11-03', 2)],
  ])
  const answer = serveBucket(bucket)
  let broken = true
  fake = await startFake({
    answer: (request) => (broken && /2\.csv/.test(request.path) ? { status: 403 } : answer(request)),
  })
  fake.faults = []
  expect(await load()).toMatchObject({
    kind: 'scope',
    message: expect.stringMatching(/may not read costs of AWS Data Exports/),
  })
  broken = false
  expect(await load()).toMatchObject({ problems: ['AWS Data Exports: 1 of 2 files were new and fetched.'] })
})

test('what a killed reading fetched and did not note is counted in no later one', async () => {
  const [first, second] = [part('2026-11', 'r1'), part('2026-11', 'r1').replace('1.csv', '2.csv')]
  const bucket: Bucket = new Map([
    [first, focus('2026-11-02', 1)],
    [second, focus('2026-11-03', 2)],
  ])
  fake = await startFake({ answer: serveBucket(bucket) })
  await load()
  await rm(join(folder, '.fetched.json'))
  bucket.delete(second)
  expect(await load()).toMatchObject({ problems: ['AWS Data Exports: 1 of 1 files were new and fetched.'] })
  expect(await files()).toEqual(['part & 1.csv.gz'])
})

test('a place that takes no file is a sentence about this machine, not about the connection', async () => {
  fake = await startFake({ answer: serveBucket(new Map([[part('2026-11', 'r1'), focus('2026-11-02', 1)]])) })
  await writeFile(join(folder, 'bill'), 'a file where a folder is wanted')
  expect(await load()).toEqual({
    kind: 'answer',
    message: expect.stringMatching(
      /^What AWS Data Exports sent cannot be kept on this machine \(E[A-Z]+\): is the disk full/,
    ),
  })
  expect(fetchedKeys()).toBe(1)
})

test.each([
  [
    '<Error><Code>NoSuchBucket</Code></Error>',
    404,
    'There is no bucket of this name: take it from the export’s page in the console. Nothing was loaded.',
  ],
  [
    '<Error><Code>PermanentRedirect</Code></Error>',
    301,
    'The bucket is in another region: choose its own. Nothing was loaded.',
  ],
  ['<html>a proxy</html>', 200, 'The bucket sent a list of files that cannot be read: nothing was loaded.'],
])('what is wrong with the bucket is a sentence: %s', async (text, status, message) => {
  fake = await startFake({ answer: () => ({ status, text }) })
  expect(await load()).toMatchObject({ message })
})

test('a part that the manifest names and that is not there yet: nothing is fetched', async () => {
  const bucket: Bucket = new Map<string, string | Buffer>([
    [part('2026-11', 'r1'), focus('2026-11-02', 1)],
    [manifest('2026-11'), naming(part('2026-11', 'r1'), part('2026-11', 'r1').replace('1.csv', '2.csv'))],
  ])
  fake = await startFake({ answer: serveBucket(bucket) })
  expect(await load()).toEqual({
    kind: 'answer',
    message: `AWS Data Exports: ${manifest('2026-11')} names 2 files, of which 1 is not there: nothing was loaded. Fetch the whole export.`,
  })
  expect(fetchedKeys()).toBe(0)
})

test('a region, or a storage account, that cannot be one is told before anything is sent', async () => {
  fake = await startFake({ answer: () => ({ status: 500 }) })
  const credentials = { ...connections['aws-data-exports']!, region: 'evil.example/' }
  const wrong = { credentials } satisfies Connection
  const source = aws as BillingSource & { files: RemoteFiles }
  expect(await collectFiles(source, wrong, november, folder, heldOutside(), new AbortController().signal)).toEqual({
    kind: 'network',
    message: 'AWS Data Exports has no such address: check the settings of the connection.',
  })
})

test('where the files are gone but the store still has their days, all of them are fetched again', async () => {
  const bucket: Bucket = new Map([
    [part('2026-10', 'r1'), focus('2026-10-02', 9)],
    [part('2026-11', 'r1'), focus('2026-11-02', 1)],
  ])
  fake = await startFake({ answer: serveBucket(bucket) })
  const own = await openMemory()
  const exports = join(folder, 'exports')
  const { handle } = createService({ own, openDemo: openMemory, exports }, heldOutside(), withoutPrices)
  const sync = (since: string) =>
    handle({
      do: 'sync',
      id: 1,
      source: 'aws-data-exports',
      connection: connect(aws),
      range: { since, until: '2026-12-01' },
    })
  await sync('2026-10-01')
  await rm(exports, { recursive: true })
  await sync('2026-11-01')
  expect(await own.ask({ ask: 'totals' })).toMatchObject([{ billedCost: 10, rows: 2 }])
  await own.close()
})

test('the service loads them as one source, keeps them where it may, and erases them with the rest', async () => {
  const bucket: Bucket = new Map([[part('2026-11', 'r1'), focus('2026-11-02', 1.5)]])
  fake = await startFake({ answer: serveBucket(bucket) })
  const own = await openMemory()
  const { handle } = createService(
    { own, openDemo: openMemory, exports: join(folder, 'exports') },
    heldOutside(),
    withoutPrices,
  )
  const sync = () =>
    handle({ do: 'sync', id: 1, source: 'aws-data-exports', connection: connect(aws), range: november })
  expect(await sync()).toMatchObject({ is: 'loaded', rows: 1, source: 'aws-data-exports' })
  bucket.set(part('2026-11', 'r1'), focus('2026-11-02', 2.5))
  await sync()
  expect(await own.ask({ ask: 'totals' })).toMatchObject([{ billedCost: 2.5, rows: 1 }])
  await handle({ do: 'forget', id: 2 })
  expect(await readdir(folder)).toEqual([])
  await own.close()
})
