import { spawnSync } from 'node:child_process'
import { mkdtempSync, readdirSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { buildSync } from 'esbuild'
import { loadManifest, loadPriceBook } from '../../cli/price-book.ts'
import type { PriceBook } from '../../core/prices/book.ts'
import type { Cloud } from '../../core/types.ts'
import { writeWebSnapshot } from '../../scripts/web-snapshot.mjs'
import { percentile, show } from './measure.ts'

const root = fileURLToPath(new URL('../..', import.meta.url))
const snapshot = join(root, 'core/prices/snapshot')
const kilobytes = (bytes: number) => `${(bytes / 1000).toFixed(1)} kB`

/** Bytes of the price list for each target, time until it answers in a fresh process and in a warm one, and time of a look-up. */
export function priceBook(unit: number): string[] {
  const work = mkdtempSync(join(tmpdir(), 'outlay-bench-prices-'))
  const lines = [...bytes(work), ...cold(work, unit), warm(unit), ...lookups(unit)]
  rmSync(work, { recursive: true })
  return lines
}

function bytes(work: string): string[] {
  const web = writeWebSnapshot(snapshot, join(work, 'web'))
  const committed = readdirSync(snapshot).reduce((sum, name) => sum + statSync(join(snapshot, name)).size, 0)
  const plain = Object.values(loadManifest().files).reduce((sum, file) => sum + file.bytes, 0)
  return [
    `price book, bytes: committed ${kilobytes(committed)} (brotli), shipped ${kilobytes(web)} (gzip), unpacked ${kilobytes(plain)}`,
  ]
}

const figure = (ms: readonly number[], unit: number) =>
  [0, 50, 95]
    .map(
      (p) => `${p === 0 ? 'least' : `p${p}`} ${show(percentile(ms, p))} ms = ${(percentile(ms, p) / unit).toFixed(2)}×`,
    )
    .join(', ')

interface Run {
  /** Milliseconds from the start of loading; `parts`: of each question, the file it needs read and unpacked within. */
  readonly parts: Readonly<Record<string, number>>
  readonly scan: number
  readonly all: number
  /** Processor time of each, in milliseconds, the compiler's and collector's threads included: other programs add less to it. */
  readonly scanCpu: number
  readonly cpu: number
}

/** A fresh process each time: nothing is compiled, cached or decompressed before. Node's own start is not counted. */
function cold(work: string, unit: number): string[] {
  const script = join(work, 'cold.mjs')
  buildSync({
    entryPoints: [fileURLToPath(new URL('./price-book-cold.ts', import.meta.url))],
    outfile: script,
    ...{ bundle: true, minify: true, platform: 'node', format: 'esm', target: 'node20', logLevel: 'error' },
  })
  const runs = Array.from({ length: 40 }, () => {
    const { status, stdout, stderr } = spawnSync(process.execPath, [script, snapshot], { encoding: 'utf8' })
    if (status !== 0) throw new Error(stderr)
    return JSON.parse(stdout) as Run
  })
  const parts = Object.keys(runs[0]!.parts).map((part) => {
    const ms = runs.map((run) => run.parts[part]!)
    return `  first ${part}: least ${show(percentile(ms, 0))} ms, p50 ${show(percentile(ms, 50))} ms`
  })
  const of = (what: 'scan' | 'scanCpu' | 'all' | 'cpu') =>
    figure(
      runs.map((run) => run[what]),
      unit,
    )
  return [
    `price book, ready for a scan of one cloud (instance, model, storage, service, hosting), fresh process: ${of('scan')}`,
    `price book, ready for a scan of one cloud, fresh process, processor time: ${of('scanCpu')}`,
    `price book, every file of it, fresh process: ${of('all')}`,
    `price book, every file of it, fresh process, processor time: ${of('cpu')}`,
    ...parts,
  ]
}

function everything(book: PriceBook): void {
  for (const cloud of ['aws', 'gcp', 'azure'] as const) book.types(cloud)
  book.model('openai', 'gpt-4o')
  book.storage('aws', 'ebs', 'gp3', 'us-east-1')
  book.service('aws', 'ebs', 'gp3 iops', 'us-east-1')
  book.hosting('sagemaker', 'ml.m5.xlarge', 'us-east-1')
  book.gpuOffers()
  book.carbon('aws', 'us-east-1')
}

function warm(unit: number): string {
  const ms = Array.from({ length: 40 }, () => {
    const start = performance.now()
    everything(loadPriceBook())
    return performance.now() - start
  })
  return `price book, every file of it, warm process: ${figure(ms.slice(10), unit)}`
}

/** A generator whose numbers are the same in each run. */
function random(): (below: number) => number {
  let state = 42
  return (below) => {
    state = (Math.imul(state, 1_103_515_245) + 12_345) >>> 0
    return Math.floor((state / 2 ** 32) * below)
  }
}

type Ask = () => unknown

/** Questions of each kind with keys drawn at random, many of which have no answer, as in a scan of any project. */
function questions(book: PriceBook): Readonly<Record<string, Ask[]>> {
  const next = random()
  const any = <T>(of: readonly T[]) => of[next(of.length)]!
  const many = (make: () => Ask) => Array.from({ length: 20_000 }, make)
  const clouds: readonly Cloud[] = ['aws', 'gcp', 'azure']
  const models = book.models()
  const regions = book.regions('aws')
  const ebs = ['gp2', 'gp3', 'io1', 'io2', 'st1', 'sc1', 'standard']
  const databases = book.types('aws').map((type) => `db.${type}`)
  return {
    instance: many(() => {
      const cloud = any(clouds)
      const [type, region, purchase] = [
        any(book.types(cloud)),
        any(book.regions(cloud)),
        any(['on-demand', 'spot'] as const),
      ]
      return () => book.instance(cloud, type, region, purchase)
    }),
    specs: many(() => {
      const cloud = any(clouds)
      const type = any(book.types(cloud))
      return () => book.specs(cloud, type)
    }),
    model: many(() => {
      const { provider, id } = any(models)
      return () => book.model(provider, id)
    }),
    storage: many(() => {
      const [storageClass, region] = [any(ebs), any(regions)]
      return () => book.storage('aws', 'ebs', storageClass, region)
    }),
    service: many(() => {
      const [storageClass, region] = [any(ebs), any(regions)]
      return () => book.service('aws', 'ebs', `${storageClass} iops`, region)
    }),
    hosting: many(() => {
      const [type, region] = [`ml.${any(book.types('aws'))}`, any(regions)]
      return () => book.hosting('sagemaker', type, region)
    }),
    database: many(() => {
      const [engine, type, region] = [any(['mysql', 'aurora-mysql', 'redis']), any(databases), any(regions)]
      return () => book.database(engine, type, region, 'single-az')
    }),
    carbon: many(() => {
      const [cloud, region] = [any(clouds), any(regions)]
      return () => book.carbon(cloud, region)
    }),
  }
}

function lookups(unit: number): string[] {
  const book = loadPriceBook()
  return Object.entries(questions(book)).map(([kind, asks]) => {
    const rounds = Array.from({ length: 12 }, () => {
      const [memory, start] = [process.memoryUsage().heapUsed, performance.now()]
      let found = 0
      for (const ask of asks) if (ask() !== undefined) found++
      const us = ((performance.now() - start) / asks.length) * 1000
      return { us, found, heap: (process.memoryUsage().heapUsed - memory) / asks.length }
    }).slice(2)
    const us = rounds.map((round) => round.us)
    const heap = Math.max(
      0,
      percentile(
        rounds.map((round) => round.heap),
        50,
      ),
    )
    return `price book, look-up of ${kind}: p50 ${percentile(us, 50).toFixed(2)} µs, p95 ${percentile(us, 95).toFixed(2)} µs = ${((percentile(us, 50) / 1000 / unit) * 1e6).toFixed(1)} millionths, ${Math.round((rounds[0]!.found / asks.length) * 100)} % found, about ${heap.toFixed(0)} bytes each`
  })
}
