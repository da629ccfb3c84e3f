import { mkdtemp, readdir, readFile, rename, rm, truncate, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterEach, beforeEach, expect, test } from 'vitest'
import type { SpendRow } from '../../focus.ts'
import type { Question } from '../../questions.ts'
import type { SpendStore } from '../../store.ts'
import { isInCube } from '../cube.ts'
import { openMemory } from '../duckdb.ts'
import { openEngine } from '../duckdb-engine.ts'
import { parquet } from '../duckdb-file.ts'
import { all, nullOf } from '../duckdb-load.ts'
import { openCubeOnly } from './cube-only.ts'
import { type Disk, disk } from './disk.ts'
import { emptyManifest, type Manifest } from './manifest.ts'
import { openFolder } from './store.ts'

const demo = fileURLToPath(new URL('../../../samples/billing/focus-2026-08-21_2026-11-18.csv', import.meta.url))
const asOf = '2026-11-20T08:00:00.000Z'
const row = (day: string, cost: number, more: Partial<SpendRow> = {}): SpendRow => ({
  ServiceProviderName: 'OpenAI',
  ServiceName: 'OpenAI API',
  ChargePeriodStart: `${day}T00:00:00.000Z`,
  ChargePeriodEnd: new Date(Date.parse(day) + 86_400_000).toISOString(),
  ChargeCategory: 'Usage',
  BillingCurrency: 'USD',
  BilledCost: cost,
  EffectiveCost: cost,
  x_Source: 'openai',
  x_Grade: 'invoice',
  x_Estimated: false,
  x_FetchedAt: asOf,
  ...more,
})

let folder: string
let open: SpendStore[]
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'outlay-store-'))
  open = []
})
afterEach(async () => {
  await Promise.all(open.map((store) => store.close()))
  await rm(folder, { recursive: true })
})

const now = () => new Date('2026-11-20T09:00:00Z')

async function opened(place: { keepMonths?: number; tags?: string[] } = {}, faulty: Partial<Disk> = {}) {
  const store = await openFolder({ is: 'folder', folder, ...place }, { disk: { ...disk, ...faulty }, now })
  open.push(store)
  return store
}

const files = async () => (await readdir(folder)).sort()
const manifest = async () => JSON.parse(await readFile(join(folder, 'manifest.json'), 'utf8')) as Manifest
const billed = async (store: SpendStore) => (await store.ask({ ask: 'totals' })).map(({ billedCost }) => billedCost)

const questions: Question[] = [
  { ask: 'totals' },
  { ask: 'totals', since: '2026-09-30', until: '2026-10-02' },
  { ask: 'totals', where: [{ dimension: 'tag:team', among: ['answers'] }] },
  {
    ask: 'totals',
    except: [
      [
        { dimension: 'tag:team', among: ['answers'] },
        { dimension: 'charge', among: ['Usage'] },
      ],
    ],
  },
  { ask: 'usage', by: ['service', 'tag:team'] },
  { ask: 'sources' },
  { ask: 'overlaps' },
  { ask: 'spend', by: ['day', 'service'] },
  { ask: 'spend', by: ['week', 'provider', 'model', 'region', 'key', 'source'] },
  { ask: 'spend', by: ['month', 'account', 'project', 'tag:team'] },
  { ask: 'spend', by: ['tag:team', 'tag:env'] },
  { ask: 'spend', by: ['resource'], since: '2026-10-05', until: '2026-10-09' },
  { ask: 'spend', by: ['day'], since: '2026-10-05T06:00:00Z', until: '2026-10-09' },
  { ask: 'spend', by: ['day'], where: [{ dimension: 'source', among: ['nobody'] }] },
]

test('every question gets the rows that memory gives: from the daily sums, with and without DuckDB, and from the rows themselves', async () => {
  const [store, memory] = [await opened({ tags: ['team'] }), await openMemory()]
  open.push(memory)
  for (const each of [store, memory]) {
    await each.importFocus(demo, { source: 'file:a.csv' }, asOf)
    const odd = { x_Estimated: true, ServiceName: 'Ωmega', ChargePeriodEnd: '2026-11-18T06:30:00.000Z' }
    const credit = {
      BillingCurrency: 'EUR',
      ChargeCategory: 'Credit',
      ServiceProviderName: 'AWS',
      Tags: '{"team":"😀"}',
    }
    const rows = [row('2026-11-17', 1e-7, odd), row('2026-11-18', 9e15), row('2026-11-18', -0.1, credit)]
    await each.load(rows, { source: 'openai' })
  }
  const cube = openCubeOnly({ folder })
  for (const question of questions) {
    const rows = await memory.ask(question)
    expect(await store.ask(question)).toEqual(rows)
    if (isInCube(question, (key) => key === 'team')) expect(await cube.ask(question)).toEqual(rows)
    else await expect(cube.ask(question)).rejects.toThrow('This question is about single charges, which needs DuckDB')
  }
})

test('files without a tag of their own for it are asked by the rows', async () => {
  const tagged = row('2026-10-02', 1, { Tags: '{"team":"a"}' })
  await (await opened()).load([tagged], { source: 'openai', since: '2026-10-01', until: '2026-11-01' })
  const store = await opened({ tags: ['team'] })
  await store.load([row('2026-11-02', 2, { Tags: '{"team":"b"}' })], { source: 'openai', since: '2026-11-01' })
  expect((await manifest()).partitions.map(({ month, tags }) => [month, tags])).toEqual([
    ['2026-10', []],
    ['2026-11', ['team']],
  ])
  expect(await store.ask({ ask: 'spend', by: ['tag:team'] })).toMatchObject([
    { dimensions: { 'tag:team': 'a' }, billedCost: 1 },
    { dimensions: { 'tag:team': 'b' }, billedCost: 2 },
  ])
})

test('a column that nothing told is written nowhere, and is asked for all the same', async () => {
  const store = await opened()
  const since = '2026-11-01'
  await store.load([row('2026-10-02', 1, { ResourceId: 'gpu-1' })], { source: 'openai', until: since })
  await store.load([row('2026-11-02', 2)], { source: 'openai', since })
  expect((await manifest()).partitions.map(({ columns }) => columns?.includes('ResourceId'))).toEqual([true, false])
  expect((await manifest()).partitions.map(({ columns }) => columns?.includes('InvoiceId'))).toEqual([false, false])
  const told = [
    { dimensions: { resource: 'gpu-1', commitment: null }, billedCost: 1 },
    { dimensions: { resource: null, commitment: null }, billedCost: 2 },
  ]
  expect(await store.ask({ ask: 'spend', by: ['resource', 'commitment'] })).toMatchObject(told)
  expect(await store.ask({ ask: 'spend', by: ['resource'], since })).toMatchObject([
    { dimensions: { resource: null }, billedCost: 2 },
  ])
  // The days of October that stay keep their resource.
  await store.load([row('2026-10-03', 4)], { source: 'openai', since: '2026-10-03', until: since })
  expect(await store.ask({ ask: 'spend', by: ['resource'], until: since })).toMatchObject([
    { dimensions: { resource: 'gpu-1' }, billedCost: 1 },
    { dimensions: { resource: null }, billedCost: 4 },
  ])
})

test('months that an older Outlay wrote, with all columns, are read beside those of today', async () => {
  const store = await opened()
  await store.load([row('2026-10-02', 1, { ResourceId: 'gpu-1' })], { source: 'openai', until: '2026-11-01' })
  const before = await manifest()
  const { rows, columns } = before.partitions[0]!
  const untold = all.filter(([column]) => !columns!.includes(column)).map(([column, kind]) => nullOf(column, kind))
  const engine = await openEngine()
  const [from, every] = [join(folder, rows), join(folder, 'every.parquet')]
  await engine.write(undefined, (db) =>
    db.run(`COPY (SELECT *, ${untold.join(', ')} FROM ${parquet([from])}) TO '${every}' (FORMAT parquet)`),
  )
  await engine.close()
  await rename(every, from)
  const older = before.partitions.map(({ columns: _columns, ...partition }) => partition)
  await writeFile(join(folder, 'manifest.json'), JSON.stringify({ ...before, partitions: older }))
  await store.load([row('2026-11-02', 2)], { source: 'openai', since: '2026-11-01' })
  expect(await store.ask({ ask: 'spend', by: ['resource', 'commitment'] })).toMatchObject([
    { dimensions: { resource: 'gpu-1' }, billedCost: 1 },
    { dimensions: { resource: null }, billedCost: 2 },
  ])
})

test('a load replaces its days, leaves the others, and is there for the next who opens the folder', async () => {
  const store = await opened()
  await store.load([row('2026-10-31', 1), row('2026-11-01', 2), row('2026-11-02', 4)], { source: 'openai' })
  await store.load([row('2026-11-02', 8)], { source: 'openai', since: '2026-11-02', until: '2026-11-03' })
  const other = await opened()
  expect(await billed(other)).toEqual([11])
  await other.load([], { source: 'openai', since: '2026-10-31', until: '2026-11-01' })
  expect(await billed(store)).toEqual([10])
  expect((await manifest()).partitions).toMatchObject([{ month: '2026-11', count: 2 }])
})

test('a row of a day that was not asked for is not counted twice by the next load', async () => {
  const store = await opened()
  const days = { source: 'openai', since: '2026-11-02', until: '2026-11-03' }
  const rows = [row('2026-11-01', 1), row('2026-11-02', 2)]
  expect([await store.load(rows, days), await store.load(rows, days)]).toMatchObject([
    {
      rows: 1,
      problems: ['openai: 1 row of days that were not asked for, not in the totals until those days are read.'],
    },
    { rows: 1 },
  ])
  expect(await billed(store)).toEqual([2])
})

test('what could not be used is kept with the load, and goes with the source; the files of both go at once', async () => {
  const store = await opened()
  await store.load(
    [row('2026-11-01', 1)],
    { source: 'openai' },
    { problems: ['One page had no amount.'], origin: '/a' },
  )
  await store.load([row('2026-11-01', 2, { x_Source: 'litellm' })], { source: 'litellm' })
  const other = await opened()
  expect(await other.loads()).toMatchObject([
    { source: 'litellm', problems: [] },
    { source: 'openai', problems: ['One page had no amount.'], origin: '/a' },
  ])
  await other.forget('openai')
  expect([await billed(store), (await store.loads()).length]).toEqual([[2], 1])
  expect(await files()).toHaveLength(3)
  await store.erase()
  expect([await billed(other), await files()]).toEqual([[], ['manifest.json']])
})

test('files that a load replaced stay for those who read them, until the grace is over', async () => {
  const store = await opened()
  await store.load([row('2026-11-01', 1)], { source: 'openai' })
  await store.load([row('2026-11-01', 2)], { source: 'openai' })
  expect(await files()).toHaveLength(5)
  const before = await manifest()
  const longAgo = before.retired.map(({ file }) => ({ file, at: '2026-11-20T08:00:00.000Z' }))
  await writeFile(join(folder, 'manifest.json'), JSON.stringify({ ...before, retired: longAgo }))
  await store.load([row('2026-11-01', 3, { x_Source: 'litellm' })], { source: 'litellm' })
  expect(await files()).toHaveLength(5)
  expect(await billed(store)).toEqual([5])
})

test('months beyond the retention are not kept, and that is told', async () => {
  const store = await opened({ keepMonths: 1 })
  const loaded = await store.load([row('2026-09-30', 1), row('2026-10-01', 2), row('2026-11-01', 4)], {
    source: 'openai',
  })
  expect(loaded).toMatchObject({ problems: ['What is older than 2026-10 is not kept: retention is set so.'] })
  expect(await billed(store)).toEqual([6])
})

test('of days that were read and are no longer kept nobody is told that they are there', async () => {
  const all = await opened()
  const read = { source: 'openai', since: '2026-08-01', until: '2026-11-20' }
  await all.load([row('2026-08-05', 1), row('2026-11-01', 2)], read)
  await all.load([row('2026-08-05', 1, { x_Source: 'file:a' })], { source: 'file:a' })
  const store = await opened({ keepMonths: 1 })
  await store.load([row('2026-11-02', 4)], { ...read, since: '2026-11-02' })
  expect(await billed(store)).toEqual([6])
  expect(await store.loads()).toMatchObject([
    { source: 'file:a', problems: ['What is older than 2026-10 is not kept: retention is set so.'] },
    { source: 'openai', covers: [{ since: '2026-10-01', until: '2026-11-20' }] },
  ])
})

test('a month that has become too old answers nothing once the store is opened, and its files go, though nothing is loaded', async () => {
  const all = await opened()
  await all.load([row('2026-08-05', 1), row('2026-11-01', 2)], {
    source: 'openai',
    since: '2026-08-01',
    until: '2026-11-20',
  })
  const store = await opened({ keepMonths: 1 })
  expect(await billed(store)).toEqual([2])
  expect(await store.loads()).toMatchObject([{ covers: [{ since: '2026-10-01', until: '2026-11-20' }] }])
  const cube = openCubeOnly({ folder, keepMonths: 1 }, now)
  expect(await billed(cube)).toEqual([2])
  expect(await cube.loads()).toEqual(await store.loads())
  await store.exportTo!(join(folder, 'out.txt'), 'focus', {})
  expect(await readFile(join(folder, 'out.txt'), 'utf8')).not.toContain('2026-08')
  await expect.poll(async () => (await manifest()).partitions.map(({ month }) => month)).toEqual(['2026-11'])
  expect((await manifest()).retired).toHaveLength(2)
  // Who opens it without a limit finds no more than is there.
  expect(await billed(await opened())).toEqual([2])
})

const full = () =>
  Promise.reject(Object.assign(new Error('ENOSPC: no space left on device, write'), { code: 'ENOSPC' }))

test.each(['flush', 'write', 'replace'] as const)('a disk that is full at %s leaves what was there', async (step) => {
  await (await opened()).load([row('2026-11-01', 1)], { source: 'openai' })
  const before = await files()
  const store = await opened({}, { [step]: full })
  expect(await store.load([row('2026-11-01', 2)], { source: 'openai' })).toEqual({
    is: 'refused',
    message: `The disk of the store of spend (${folder}) is full. Nothing was loaded; what was there before stays.`,
  })
  expect([await billed(store), await files()]).toEqual([[1], before])
})

test('a load for which neither memory nor disk has room leaves what was there', async () => {
  const bill = join(folder, 'bill.parquet')
  const engine = await openEngine()
  const line = `SELECT 'AWS' AS "ProviderName", 'S3' AS "ServiceName", 'Usage' AS "ChargeCategory", 'USD' AS "BillingCurrency", 1 AS "BilledCost", 1 AS "EffectiveCost",
    TIMESTAMP '2026-11-01' AS "ChargePeriodStart", TIMESTAMP '2026-12-01' AS "ChargePeriodEnd", md5(CAST(i AS VARCHAR)) AS "ResourceId" FROM range(200000) AS t(i)`
  await engine.write(undefined, (db) => db.run(`COPY (${line}) TO '${bill}' (FORMAT parquet)`))
  await engine.close()
  const small = { disk, now, memory: '50MB', room: '1MB' }
  const store = await openFolder({ is: 'folder', folder: join(folder, 'store') }, small)
  open.push(store)
  await store.load([row('2026-11-01', 1)], { source: 'openai' })
  expect(await store.importFocus(bill, { source: 'openai' }, asOf)).toEqual({
    is: 'refused',
    message: expect.stringMatching(/ needs more room than there is, in the memory .* Nothing was loaded/),
  })
  expect(await billed(store)).toEqual([1])
})

test('a load that is called off leaves what was there, and the store goes on', async () => {
  const store = await opened()
  await store.load([row('2026-11-01', 1)], { source: 'openai' })
  const before = await files()
  const controller = new AbortController()
  const loading = store.importFocus(demo, { source: 'openai' }, asOf, { signal: controller.signal })
  controller.abort(new Error('the window was closed'))
  await expect(loading).rejects.toThrow('the window was closed')
  expect(await billed(store)).toEqual([1])
  expect(await store.load([row('2026-11-02', 2)], { source: 'litellm' })).toMatchObject({ is: 'loaded' })
  expect((await files()).filter((file) => !/^(litellm|spill)-/.test(file))).toEqual(before)
})

test('a load that waits for another is called off at once, and the other goes on', async () => {
  const store = await opened()
  const first = store.importFocus(demo, { source: 'file:a.csv' }, asOf)
  let isFirstOver = false
  void first.then(() => {
    isFirstOver = true
  })
  const controller = new AbortController()
  const second = store.load([row('2026-11-01', 1)], { source: 'openai' }, { signal: controller.signal })
  controller.abort(new Error('the window was closed'))
  await expect(second).rejects.toThrow('the window was closed')
  expect(isFirstOver).toBe(false)
  expect(await first).toMatchObject({ is: 'loaded', rows: 1379 })
  expect((await store.loads()).map(({ source }) => source)).toEqual(['file:a.csv'])
})

test('a question whose files were erased under it is asked again', async () => {
  const store = await opened()
  await store.load([row('2026-11-01', 1)], { source: 'openai' })
  const stale = await readFile(join(folder, 'manifest.json'), 'utf8')
  await store.erase()
  await store.load([row('2026-11-01', 2)], { source: 'openai' })
  const answers = [stale]
  const late = await opened({}, { read: async (path) => answers.pop() ?? disk.read(path) })
  expect(await billed(late)).toEqual([2])
})

test.each([
  ['cut short', (path: string) => truncate(path, 100)],
  ['gone', (path: string) => rm(path)],
])('a file of the store that is %s is a sentence', async (_, harm) => {
  const store = await opened()
  await store.load([row('2026-11-01', 1)], { source: 'openai' })
  for (const file of (await files()).filter((name) => name.endsWith('.parquet'))) await harm(join(folder, file))
  await expect(store.ask({ ask: 'totals' })).rejects.toThrow(
    `A file of the store of spend in ${folder} is gone or damaged. Erase the store with \`outlay spend erase\``,
  )
  await store.erase()
  expect(await billed(store)).toEqual([])
})

test.each([
  ['{ "version": 1, "partit', 'its manifest.json is broken. Erase it with `outlay spend erase`'],
  [JSON.stringify({ ...emptyManifest, version: 2 }), 'was written by a newer Outlay: update this one'],
])('a manifest %s is a sentence, and can be erased', async (text, sentence) => {
  await writeFile(join(folder, 'manifest.json'), text)
  const store = await opened()
  await expect(store.ask({ ask: 'totals' })).rejects.toThrow(sentence)
  expect(await store.load([row('2026-11-01', 1)], { source: 'openai' })).toMatchObject({
    is: 'refused',
    message: expect.stringContaining(sentence),
  })
  await store.erase()
  expect(await billed(store)).toEqual([])
})
