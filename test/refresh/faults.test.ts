import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { strToU8, zipSync } from 'fflate'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { runPricesStatus } from '../../cli/commands/prices.ts'
import { loadPriceBook } from '../../cli/price-book.ts'
import { refreshedSources, withRefreshed } from '../../cli/prices-refresh/book.ts'
import { runRefresh } from '../../cli/prices-refresh/client.ts'
import type { Outcome, RefreshRequest } from '../../cli/prices-refresh/protocol.ts'
import { refresh } from '../../cli/prices-refresh/refresh.ts'
import { priceSources } from '../../cli/prices-refresh/sources.ts'
import { readTables } from '../../cli/prices-refresh/store.ts'
import type { PriceBook } from '../../core/prices/book.ts'
import { statusDocument } from '../../core/report/prices.ts'
import { catalog, deepArchive, ec2, paths } from './lists.ts'
import { type ListServer, startLists } from './server.ts'

const readOnly = vi.hoisted(() => ({ folder: '' }))

// The one thing a test cannot make for every user who runs it: a disk that may not be written to.
vi.mock('node:fs', async (original) => {
  const fs = await original<typeof import('node:fs')>()
  const writeFileSync: typeof fs.writeFileSync = (file, ...rest) => {
    if (readOnly.folder !== '' && String(file).startsWith(readOnly.folder))
      throw Object.assign(new Error(`EROFS: read-only file system, open '${file}'`), { code: 'EROFS' })
    fs.writeFileSync(file, ...rest)
  }
  return { ...fs, writeFileSync }
})

const bundled = loadPriceBook()
const empty: PriceBook = {
  ...bundled,
  types: () => [],
  models: () => [],
  instance: () => undefined,
  storage: () => undefined,
}

let server: ListServer
let folder: string

beforeEach(async () => {
  server = await startLists()
  folder = mkdtempSync(join(tmpdir(), 'outlay-prices-'))
})

afterEach(async () => {
  readOnly.folder = ''
  vi.useRealTimers()
  await server.close()
  rmSync(folder, { recursive: true, force: true })
})

const requestOf = (sources: readonly string[], regions: readonly string[] = []): RefreshRequest => ({
  sources,
  regions,
  folder,
  acceptDrift: false,
  bases: Object.fromEntries(priceSources.map(({ id }) => [id, server.base])),
})

async function run(sources: readonly string[], regions: readonly string[] = []) {
  const outcomes: Outcome[] = []
  const why = await refresh(
    requestOf(sources, regions),
    () => empty,
    { sleep: async () => undefined, env: {}, idle: 200 },
    new AbortController().signal,
    { progress: () => undefined, outcome: (outcome) => outcomes.push(outcome) },
  )
  return { outcomes, why }
}

const deepArchivePath = '/pricing/2.0/meteredUnitMaps/s3glacierdeeparchive/USD/current/s3glacierdeeparchive.json'
const pages = async () => (await run(['aws-pages'])).outcomes.filter(({ region }) => region === 's3glacierdeeparchive')

describe("AWS's price pages", () => {
  it('are read part by part: where most cannot be had, the one that can is', async () => {
    server.bodies[deepArchivePath] = deepArchive({ 'EU (Frankfurt)': '0.0018' })
    const { outcomes } = await run(['aws-pages'])
    expect(outcomes.map(({ region, is }) => [region, is])).toEqual([
      ['s3', 'kept'],
      ['s3glacierdeeparchive', 'refreshed'],
      ['ebs', 'kept'],
      ['natgateway', 'kept'],
      ['vpc', 'kept'],
      ['datatransfer', 'kept'],
      ['lambda', 'kept'],
    ])
    expect(withRefreshed(bundled, folder).storage('aws', 's3', 'DEEP_ARCHIVE', 'eu-central-1')!.storage).toEqual({
      usd: 0.0018,
      per: 1,
      unit: 'GB-month',
      sku: 's3 DEEP_ARCHIVE',
      region: 'eu-central-1',
      source: 'AWS price pages',
      asOf: '2026-11-18',
    })
  })

  it('are read also where they are packed and nobody says so', async () => {
    server.raw[deepArchivePath] = gzipSync(deepArchive({ 'EU (Frankfurt)': '0.0018' }))
    expect(await pages()).toMatchObject([{ is: 'refreshed', prices: 2 }])
  })

  it.each([
    ['cut off although packed', gzipSync(deepArchive({})).subarray(0, 60), /^was cut off in the middle/],
    ['negative', strToU8(deepArchive({ 'EU (Paris)': '-0.0018' })), /DEEP_ARCHIVE storage in eu-west-3 for \$-0.0018$/],
    ['absurd', strToU8(deepArchive({ 'EU (Paris)': '1800' })), /DEEP_ARCHIVE storage in eu-west-3 for \$1800$/],
    ['of a new shape', strToU8('{"manifest":{}}'), /^has a new shape \(at manifest.hawkFilePublicationDate\)/],
  ])('stay as they were where a price is %s', async (_, body, why) => {
    server.bodies[deepArchivePath] = deepArchive({ 'EU (Frankfurt)': '0.0018' })
    await pages()
    const before = readTables(folder).tables
    server.raw[deepArchivePath] = body
    expect(await pages()).toMatchObject([{ is: 'kept', why: expect.stringMatching(why) }])
    expect(readTables(folder).tables).toEqual(before)
  })

  it('are refused where a class costs five times what the bundled list says', async () => {
    server.bodies[deepArchivePath] = deepArchive({}, '0.005')
    const outcomes: Outcome[] = []
    await refresh(
      requestOf(['aws-pages']),
      () => bundled,
      { sleep: async () => undefined, env: {}, idle: 200 },
      new AbortController().signal,
      { progress: () => undefined, outcome: (outcome) => outcomes.push(outcome) },
    )
    expect(outcomes.find(({ region }) => region === 's3glacierdeeparchive')).toMatchObject({
      is: 'kept',
      why: expect.stringContaining('aws/us-east-1/s3/storage/deep_archive moved from $0.00099 to $0.005'),
    })
  })
})

describe("gpuhunt's catalogs", () => {
  const version = '/v3/verda/version'
  const zip = '/v3/verda/20261120-9/catalog.zip'
  const verda = async () => (await run(['gpuhunt'])).outcomes.filter(({ region }) => region === 'verda')

  it('are unpacked, and stand in for what was known of the same GPUs of the same seller', async () => {
    server.bodies[version] = '20261120-9\n'
    server.raw[zip] = zipSync({
      'verda.csv': strToU8(catalog(['1H100.80S.30V,FIN-02,2.49,30,120,1,H100,80,False,,nvidia,,x86,{}'])),
    })
    expect(await verda()).toMatchObject([{ is: 'refreshed', prices: 1, asOf: '2026-11-20' }])
    const offers = withRefreshed(bundled, folder)
      .gpuOffers()
      .filter(({ provider }) => provider === 'verda')
    const single = offers.filter(({ specs }) => specs.accelerator === 'H100' && specs.accelerators === 1)
    expect(single.map(({ type, region, onDemand }) => [type, region, onDemand!.usd, onDemand!.source])).toEqual([
      ['1H100.80S.30V', 'FIN-02', 2.49, 'gpuhunt'],
    ])
    expect(offers.filter(({ specs }) => specs.accelerator === 'H200').length).toBeGreaterThan(0)
  })

  it.each([
    ['is cut off', () => zipSync({ 'verda.csv': strToU8(catalog([])) }).subarray(0, 90), /a damaged zip/],
    ['is not one', () => strToU8('<html>Please log in</html>'), /a damaged zip/],
    ['holds no catalog', () => zipSync({ 'readme.txt': strToU8('hello') }), /^has a new shape \(at instance_name\)/],
    ['unpacks to more than it may', () => zipSync({ 'verda.csv': new Uint8Array(51_000_000) }), /larger than 50 MB/],
  ])('are not taken where the zip %s', async (_, body, why) => {
    server.bodies[version] = '20261120-9\n'
    server.raw[zip] = body()
    expect(await verda()).toMatchObject([{ is: 'kept', why: expect.stringMatching(why) }])
    expect(readTables(folder).tables).toEqual([])
  })
})

describe('a cache that may not be written to', () => {
  it('stays as it is, is named, and is still read', async () => {
    server.bodies[paths.ec2] = ec2({ 'm5.large': 0.099 })
    await run(['aws-ec2'], ['us-east-1'])
    const before = readdirSync(folder)
    server.bodies[paths.ec2] = ec2({ 'm5.large': 0.1 })
    readOnly.folder = folder
    expect(await run(['aws-ec2'], ['us-east-1'])).toEqual({
      outcomes: [],
      why: `Prices cannot be kept in ${folder}: it is read-only. Name another folder in OUTLAY_PRICES.`,
    })
    expect(readdirSync(folder)).toEqual(before)
    expect(withRefreshed(bundled, folder).instance('aws', 'm5.large', 'us-east-1', 'on-demand')!.usd).toBe(0.099)
  })

  it('in the place of one list keeps that list, and the next one is read', async () => {
    server.bodies[deepArchivePath] = deepArchive({})
    mkdirSync(join(folder, 'aws-pages.s3glacierdeeparchive.prices.json', 'in-the-way'), { recursive: true })
    server.bodies[paths.ec2] = ec2({ 'm5.large': 0.099 })
    const { outcomes } = await run(['aws-pages', 'aws-ec2'], ['us-east-1'])
    expect(outcomes.filter(({ is, region }) => is === 'refreshed' || region === 's3glacierdeeparchive')).toMatchObject([
      {
        region: 's3glacierdeeparchive',
        is: 'kept',
        why: expect.stringMatching(/^could not be saved\. Prices cannot be/),
      },
      { region: 'us-east-1', is: 'refreshed' },
    ])
    expect(readdirSync(folder).filter((name) => name.endsWith('.tmp'))).toEqual([])
  })
})

it('two windows that refresh at once: one does it, the other says so, and the list is whole', async () => {
  server.bodies[paths.ec2] = ec2({ 'm5.large': 0.099 })
  const request = { ...requestOf(['aws-ec2'], ['us-east-1']), acceptDrift: true }
  const idle = new AbortController().signal
  // The second begins while the first is in the middle of its list.
  let second: ReturnType<typeof runRefresh> | undefined
  server.held = async () => {
    second = runRefresh(request, idle, () => undefined)
    await second
  }
  const first = await runRefresh(request, idle, () => undefined)
  expect(first.outcomes).toMatchObject([{ is: 'refreshed', prices: 1 }])
  expect(await second).toMatchObject({
    outcomes: [],
    why: expect.stringMatching(/^Another refresh is running \(process \d+\): this one did nothing\.$/),
  })
  expect(readdirSync(folder)).toEqual(['aws-ec2.us-east-1.prices.json'])
})

describe('outlay prices status', () => {
  it('says of a list that failed when and why, and forgets it when the list is read', async () => {
    server.bodies[paths.ec2] = ec2({ 'm5.large': 0.099 })
    await run(['aws-ec2'], ['us-east-1'])
    server.faults = ['portal']
    vi.useFakeTimers({ toFake: ['Date'], now: new Date('2026-11-22T08:00:00Z') })
    await run(['aws-ec2'], ['us-east-1'])
    const failed = refreshedSources(folder)
    expect(statusDocument(failed.sources, '2026-11-22').sources).toEqual([
      {
        id: 'aws-ec2 us-east-1',
        rows: 1,
        date: '2026-11-18',
        ageDays: 4,
        lastChecked: '2026-11-22T08:00:00.000Z',
        lastProblem: { at: '2026-11-22T08:00:00.000Z', why: expect.stringMatching(/a web page instead of prices/) },
        weak: [],
      },
    ])
    // Not modified since
    server.date = 'Sun, 22 Nov 2026 09:00:00 GMT'
    expect((await run(['aws-ec2'], ['us-east-1'])).outcomes).toMatchObject([{ is: 'unchanged' }])
    expect(statusDocument(refreshedSources(folder).sources, '2026-11-22').sources).toMatchObject([
      { lastChecked: '2026-11-22T09:00:00.000Z', lastProblem: null },
    ])
  })

  it('names a list that was never read, and why', async () => {
    server.faults = [{ body: 'Service temporarily unavailable' }]
    vi.useFakeTimers({ toFake: ['Date'], now: new Date('2026-11-22T08:00:00Z') })
    await run(['aws-spot-prices'])
    const { sources, unread } = refreshedSources(folder)
    expect(unread).toEqual([
      {
        id: 'aws-spot-prices',
        at: '2026-11-22T08:00:00.000Z',
        why: 'has a new shape (at JSON), which this version of Outlay cannot read',
      },
    ])
    const printed: string[] = []
    const out = {
      print: (text: string) => void printed.push(text),
      tell: () => undefined,
      progress: () => undefined,
      width: 100,
      colour: false,
    }
    expect(runPricesStatus({ format: 'text' }, sources, unread, '2026-11-22', out)).toBe(0)
    expect(printed.join('')).toContain(
      'aws-spot-prices has a new shape (at JSON), which this version of Outlay cannot read (2026-11-22T08:00:00.000Z): it was never read',
    )
  })

  it('under a clock in the past knows no age, and says so', async () => {
    server.bodies[paths.ec2] = ec2({ 'm5.large': 0.099 })
    await run(['aws-ec2'], ['us-east-1'])
    const { sources } = refreshedSources(folder)
    const old = { id: 'old', rows: 1, date: '2018-06-01', weak: [] }
    expect(statusDocument([old, ...sources], '2019-01-01')).toMatchObject({
      sources: [
        { id: 'old', ageDays: null },
        { id: 'aws-ec2 us-east-1', ageDays: null },
      ],
      problems: [
        'The clock of this machine says 2019-01-01, and there are prices of 2026-11-18: how old they are is not known.',
      ],
    })
    expect(statusDocument(sources, '2026-11-17')).toMatchObject({ sources: [{ ageDays: 0 }], problems: [] })
  })

  it('leaves a damaged note of a failure alone', () => {
    writeFileSync(join(folder, 'aws-ec2.us-east-1.problem.json'), '{"source":')
    expect(refreshedSources(folder)).toEqual({ sources: [], unread: [], problems: [] })
  })
})

it('under a clock in the past a refresh goes on from what was saved', async () => {
  server.bodies[paths.ec2] = ec2({ 'm5.large': 0.099 })
  await run(['aws-ec2'], ['us-east-1'])
  vi.useFakeTimers({ toFake: ['Date'], now: new Date('2019-01-01') })
  expect((await run(['aws-ec2'], ['us-east-1'])).outcomes).toMatchObject([{ is: 'unchanged', asOf: '2026-11-18' }])
  expect(readTables(folder).tables).toMatchObject([{ asOf: '2026-11-18', checked: '2026-11-20T06:00:00.000Z' }])
})
