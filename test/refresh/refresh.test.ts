import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { loadPriceBook } from '../../cli/price-book.ts'
import type { Outcome, RefreshRequest } from '../../cli/prices-refresh/protocol.ts'
import { refresh } from '../../cli/prices-refresh/refresh.ts'
import { priceSources } from '../../cli/prices-refresh/sources.ts'
import { lock, readTables, writeProblem } from '../../cli/prices-refresh/store.ts'
import type { PriceBook } from '../../core/prices/book.ts'
import { advisor, azure, ec2, genai, google, paths } from './lists.ts'
import { type ListServer, startLists } from './server.ts'

/** A bundled snapshot that knows nothing but its regions: a first reading is compared with nothing. */
const empty: PriceBook = { ...loadPriceBook(), types: () => [], models: () => [] }

let server: ListServer
let folder: string
let waits: number[]

beforeEach(async () => {
  server = await startLists()
  folder = mkdtempSync(join(tmpdir(), 'outlay-prices-'))
  waits = []
})

afterEach(async () => {
  vi.useRealTimers()
  await server.close()
  rmSync(folder, { recursive: true, force: true })
})

interface Run {
  readonly outcomes: readonly Outcome[]
  readonly why: string | undefined
}

async function run(
  request: Partial<RefreshRequest>,
  book = empty,
  signal = new AbortController().signal,
): Promise<Run> {
  const outcomes: Outcome[] = []
  const why = await refresh(
    {
      sources: [],
      regions: [],
      folder,
      acceptDrift: false,
      bases: Object.fromEntries(priceSources.map(({ id }) => [id, server.base])),
      ...request,
    },
    () => book,
    { sleep: async (ms) => void waits.push(ms), env: {}, idle: 200 },
    signal,
    { progress: () => undefined, outcome: (outcome) => outcomes.push(outcome) },
  )
  return { outcomes, why }
}

const advise = (request: Partial<RefreshRequest> = {}, book = empty) =>
  run({ sources: ['aws-spot-advisor'], ...request }, book)
const saved = () =>
  readdirSync(folder)
    .filter((name) => name.endsWith('.prices.json'))
    .map((name) => [name, readFileSync(join(folder, name), 'utf8')])

describe('a refresh', () => {
  it('keeps a table per source and region, dated by the list itself or by the server', async () => {
    server.bodies[paths.advisor] = advisor({ 'g5.xlarge': 59, 'm5.large': 60 })
    server.bodies[paths.google] = google({ 'n2-standard-4': [0.1942, 0.0466], 'a2-highgpu-1g': [3.67, 1.29] })
    server.bodies[paths.ec2] = ec2({ 'm5.large': 0.096, 'g5.xlarge': 1.006 })
    const sources = ['aws-spot-advisor', 'google-list', 'aws-ec2']
    const { outcomes, why } = await run({ sources, regions: ['us-east-1'] })
    expect(why).toBeUndefined()
    expect(outcomes).toEqual([
      {
        source: 'aws-spot-advisor',
        name: 'AWS Spot Advisor',
        region: '',
        is: 'refreshed',
        prices: 2,
        asOf: '2026-11-20',
        disputed: 0,
      },
      {
        source: 'google-list',
        name: 'Google Cloud Pricing Cost Calculator',
        region: '',
        is: 'refreshed',
        prices: 4,
        asOf: '2026-11-17',
        disputed: 0,
      },
      {
        source: 'aws-ec2',
        name: 'AWS Price List',
        region: 'us-east-1',
        is: 'refreshed',
        prices: 2,
        asOf: '2026-11-18',
        disputed: 0,
      },
    ])
    const { tables, problems } = readTables(folder)
    expect(problems).toEqual([])
    expect(tables.map(({ instances, spotShares }) => [instances, spotShares])).toEqual([
      [{ 'aws/us-east-1/on-demand': { 'm5.large': 0.096, 'g5.xlarge': 1.006 } }, {}],
      [{}, { 'aws/us-east-1/spot-share': { 'g5.xlarge': 0.41, 'm5.large': 0.4 } }],
      [
        {
          'gcp/us-central1/on-demand': { 'n2-standard-4': 0.1942, 'a2-highgpu-1g': 3.67 },
          'gcp/us-central1/spot': { 'n2-standard-4': 0.0466, 'a2-highgpu-1g': 1.29 },
        },
        {},
      ],
    ])
    expect(readdirSync(folder).sort()).toEqual([
      'aws-ec2.us-east-1.prices.json',
      'aws-spot-advisor.prices.json',
      'google-list.prices.json',
    ])
  })

  it('asks a second time only whether the list has changed', async () => {
    server.bodies[paths.advisor] = advisor({ 'g5.xlarge': 59 })
    await advise()
    server.date = 'Sat, 21 Nov 2026 06:00:00 GMT'
    const { outcomes } = await advise()
    expect(outcomes).toMatchObject([{ is: 'unchanged', prices: 1, asOf: '2026-11-20' }])
    expect(server.requests.map(({ etag }) => etag === undefined)).toEqual([true, false])
    expect(readTables(folder).tables).toMatchObject([{ asOf: '2026-11-20', checked: '2026-11-21T06:00:00.000Z' }])
  })

  it('reads every page Azure names', async () => {
    server.bodies[paths.azure] = azure({ D2s_v5: 0.096 }, `${server.base}/page2`)
    server.bodies['/page2'] = azure({ D4s_v5: 0.192 })
    const { outcomes } = await run({ sources: ['azure-retail'], regions: ['eastus'] })
    expect(outcomes).toMatchObject([{ is: 'refreshed', region: 'eastus', prices: 2 }])
    expect(server.requests[0]!.path).toContain('armRegionName%20eq%20%27eastus%27')
  })

  it('reads a region again without being told once it was read, and says how to name one before', async () => {
    expect((await run({ sources: ['aws-ec2'] })).outcomes).toMatchObject([{ is: 'skipped', region: '' }])
    expect((await run({ sources: ['aws-ec2'], regions: ['eastus'] })).outcomes).toMatchObject([{ is: 'skipped' }])
    expect(server.requests).toEqual([])
    server.bodies[paths.ec2] = ec2({ 'm5.large': 0.096 })
    await run({ sources: ['aws-ec2'], regions: ['us-east-1'] })
    expect((await run({ sources: ['aws-ec2'] })).outcomes).toMatchObject([{ is: 'unchanged', region: 'us-east-1' }])
  })

  it('names the sources there are where one is not', async () => {
    expect((await run({ sources: ['aws'] })).why).toMatch(/^There is no price source aws. There are genai-prices, /)
  })
})

describe('the last good prices stay', () => {
  let before: ReturnType<typeof saved>

  beforeEach(async () => {
    server.bodies[paths.advisor] = advisor({ 'g5.xlarge': 59, 'm5.large': 60, 'c5.large': 61, 'r5.large': 62 })
    await advise()
    before = saved()
    server.bodies[paths.advisor] = advisor({ 'g5.xlarge': 58, 'm5.large': 60, 'c5.large': 61, 'r5.large': 62 })
  })

  async function keeps(why: string | RegExp): Promise<void> {
    const { outcomes } = await advise()
    expect(outcomes).toMatchObject([{ source: 'aws-spot-advisor', is: 'kept', why: expect.stringMatching(why) }])
    expect(saved()).toEqual(before)
  }

  it('without a network', async () => {
    await server.close()
    await keeps(/^could not be reached at 127\.0\.0\.1:\d+ \(ECONNREFUSED\)$/)
    expect(waits, 'a second try would find the same').toEqual([])
  })

  it('when the server breaks off each connection, after four tries', async () => {
    server.faults = ['reset', 'reset', 'reset', 'reset']
    await keeps(/^could not be reached at 127\.0\.0\.1:\d+ \(ECONNRESET\)$/)
    expect(waits).toEqual([1000, 2000, 4000])
  })

  it('of no list of a host that one of them could not reach', async () => {
    await server.close()
    const { outcomes } = await run({ sources: ['aws-ec2'], regions: ['us-east-1', 'eu-central-1'] }, loadPriceBook())
    const failed = { is: 'kept', unreachable: true, why: expect.stringMatching(/^could not be reached at 127/) }
    expect(outcomes).toMatchObject([
      { region: 'us-east-1', ...failed },
      { region: 'eu-central-1', ...failed },
    ])
    expect(waits).toEqual([])
  })

  it("behind a captive portal's page", async () => {
    server.faults = ['portal']
    await keeps(/answered with a web page instead of prices; a captive portal/)
  })

  it('behind a captive portal that sends us on', async () => {
    server.faults = ['redirect']
    await keeps(/sent us on to another address; a captive portal/)
  })

  it('when a gzip is truncated', async () => {
    server.faults = ['truncated']
    await keeps(/^was cut off in the middle \(Z_BUF_ERROR\)$/)
  })

  it('when the server falls silent in the middle', async () => {
    server.faults = ['silence']
    await keeps('was not read: it sent nothing for 0.2 seconds')
  })

  it('when the feed has a new shape', async () => {
    server.faults = [{ body: '{"advice":{}}' }]
    await keeps('has a new shape \\(at spot_advisor\\)')
  })

  it('when the feed is text that is no JSON', async () => {
    server.faults = [{ body: 'Service temporarily unavailable' }]
    await keeps('has a new shape \\(at JSON\\)')
  })

  it.each([
    ['a negative price', 104],
    ['an absurd price', 99],
  ])('when one row has %s', async (_, saving) => {
    server.faults = [{ body: advisor({ 'g5.xlarge': 58, 'm5.large': saving, 'c5.large': 61, 'r5.large': 62 }) }]
    await keeps('was refused: it lists m5.large in us-east-1 at a share of')
  })

  it('when a quarter of the prices is gone', async () => {
    server.faults = [{ body: advisor({ 'g5.xlarge': 58, 'm5.large': 60, 'c5.large': 61 }) }]
    await keeps('it has lost 25 % of the 4 prices known before')
  })

  it('when the list is larger than it may be', async () => {
    server.faults = [{ spaces: 21_000_000 }]
    await keeps('is larger than 20 MB')
  })

  it('when the server asks to wait longer than anyone would', async () => {
    server.faults = [{ retryAfter: 600 }]
    await keeps('asks to wait 10 minutes')
  })

  it('when the server has an older list than the one that is kept', async () => {
    server.date = 'Thu, 19 Nov 2026 06:00:00 GMT'
    await keeps('sent a list of 2026-11-19, older than the one kept of 2026-11-20')
  })

  it('when it is cancelled in the middle', async () => {
    server.faults = ['silence']
    const controller = new AbortController()
    server.answered = () => controller.abort()
    const { outcomes } = await run({ sources: ['aws-spot-advisor'] }, empty, controller.signal)
    expect(outcomes).toMatchObject([{ is: 'cancelled' }])
    expect(saved()).toEqual(before)
  })
})

it('tries again after the pause a busy server asks for', async () => {
  server.bodies[paths.advisor] = advisor({ 'g5.xlarge': 59 })
  server.faults = [{ retryAfter: 7 }, 'trouble']
  expect((await advise()).outcomes).toMatchObject([{ is: 'refreshed' }])
  expect(waits).toEqual([7000, 2000])
})

describe('a list price', () => {
  it('that moves by more than four times is refused until the user takes it', async () => {
    server.bodies[paths.genai] = genai({ 'gpt-4o': 2.5, o3: 10 })
    await run({ sources: ['genai-prices'] })
    server.bodies[paths.genai] = genai({ 'gpt-4o': 2.5, o3: 2 })
    expect((await run({ sources: ['genai-prices'] })).outcomes).toMatchObject([
      {
        is: 'kept',
        why: expect.stringMatching(/openai\/o3\/input moved from \$10 to \$2$/),
        drifted: true,
      },
    ])
    expect((await run({ sources: ['genai-prices'], acceptDrift: true })).outcomes).toMatchObject([
      { is: 'refreshed', note: 'taken although its price of openai/o3/input moved from $10 to $2' },
    ])
  })

  it('is compared with the bundled one the first time', async () => {
    const book: PriceBook = { ...loadPriceBook(), types: () => ['m5.large'] }
    server.bodies[paths.ec2] = ec2({ 'm5.large': 0.96 })
    expect((await run({ sources: ['aws-ec2'], regions: ['us-east-1'] }, book)).outcomes).toMatchObject([
      { is: 'kept', why: expect.stringMatching(/aws\/us-east-1\/on-demand\/m5.large moved from \$0.096 to \$0.96/) },
    ])
  })

  it('that the list gives twice with two amounts is left out and told', async () => {
    server.bodies[paths.azure] = azure({ D2s_v5: 0.096 }, `${server.base}/page2`)
    server.bodies['/page2'] = azure({ D2s_v5: 0.188, D4s_v5: 0.192 })
    expect((await run({ sources: ['azure-retail'], regions: ['eastus'] })).outcomes).toMatchObject([
      { is: 'refreshed', prices: 1, disputed: 1 },
    ])
  })
})

it('reads from no host that is not listed, whoever names it', async () => {
  server.bodies[paths.azure] = azure({ D2s_v5: 0.096 }, 'https://prices.example.com/api/retail/prices?skip=100')
  expect((await run({ sources: ['azure-retail'], regions: ['eastus'] })).outcomes).toMatchObject([
    { is: 'kept', why: 'was not read: it sent us on to prices.example.com, which is not one of its hosts' },
  ])
})

it('dates prices by the server when this machine lives in the past', async () => {
  vi.useFakeTimers({ toFake: ['Date'], now: new Date('2019-01-01') })
  server.bodies[paths.advisor] = advisor({ 'g5.xlarge': 59 })
  await advise()
  expect(readTables(folder).tables).toMatchObject([{ asOf: '2026-11-20', checked: '2026-11-20T06:00:00.000Z' }])
})

describe('the cache folder', () => {
  it('that cannot be written to is named, and what else to do', async () => {
    const file = join(folder, 'file')
    writeFileSync(file, '')
    const { outcomes, why } = await advise({ folder: join(file, 'prices') })
    expect(outcomes).toEqual([])
    expect(why).toBe(
      `Prices cannot be kept in ${file}/prices: a part of its path is a file. Name another folder in OUTLAY_PRICES.`,
    )
    expect(writeProblem('/x', Object.assign(new Error(), { code: 'EROFS' }))).toBe(
      'Prices cannot be kept in /x: it is read-only. Name another folder in OUTLAY_PRICES.',
    )
    expect(server.requests).toEqual([])
  })

  it('takes one refresh at a time', async () => {
    server.bodies[paths.advisor] = advisor({ 'g5.xlarge': 59 })
    const [first, second] = await Promise.all([advise(), advise()])
    expect(first.outcomes).toMatchObject([{ is: 'refreshed' }])
    expect(second).toEqual({
      outcomes: [],
      why: `Another refresh is running (process ${process.pid}): this one did nothing.`,
    })
    expect(readdirSync(folder)).toEqual(['aws-spot-advisor.prices.json'])
  })

  it('is not held for ever by a refresh that was killed', () => {
    writeFileSync(join(folder, 'refresh.lock'), '999999999')
    expect(lock(folder).is).toBe('held')
  })

  it('that is no folder costs nobody a scan', () => {
    writeFileSync(join(folder, 'file'), '')
    expect(readTables(join(folder, 'file'))).toEqual({
      tables: [],
      problems: [`${join(folder, 'file')} cannot be read (ENOTDIR): the bundled prices are used.`],
    })
    expect(readTables(join(folder, 'never made'))).toEqual({ tables: [], problems: [] })
  })

  it('says of a damaged table that the bundled prices are used', () => {
    writeFileSync(join(folder, 'google-list.prices.json'), '{"schema":1,"source":"goo')
    expect(readTables(folder)).toEqual({
      tables: [],
      problems: [
        'google-list.prices.json is damaged or of another version: the bundled prices are used instead of it.',
      ],
    })
  })
})
