// Where asking is paid for, a reading that broke off is gone on with: no request is answered twice, and nothing is counted twice.
import { mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { Reply } from './protocol.ts'
import { createService } from './service.ts'
import type { SpendStore } from './store.ts'
import { openMemory } from './stores/duckdb.ts'
import { type Fake, type Fault, type Heard, heldOutside, type Said, startFake, withoutPrices } from './testing/fake.ts'
import { askedBy, type Paged, pagedProviders, totalCost } from './testing/five-pages.ts'
import { textsInMemory, unfinishedOf } from './unfinished.ts'
import { textsIn } from './unfinished-folder.ts'

const range = { since: '2026-11-01', until: '2026-11-21' }
const goesOn = 'What was answered until then is kept for an hour: a reading of the same days goes on there.'
const told = (name: string) => `${name} was not asked again for what it told the reading before, which broke off.`

const anew = (name: string) => `${name} did not go on where the last reading had broken off: all was asked for anew.`

let folder: string
let store: SpendStore
let fakes: Fake[]
let now: Date
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'outlay-resumed-'))
  store = await openMemory()
  fakes = []
  now = new Date('2026-11-20T08:00:00Z')
})
afterEach(async () => {
  await Promise.all(fakes.map((fake) => fake.close()))
  await store.close()
  await rm(folder, { recursive: true })
})

/** A provider and a process that reads it. `strikes`: what a request meets instead of an answer, while it says so. */
async function reading(paged: Paged, times?: number) {
  const provider = paged.start(times)
  const answered: string[] = []
  const state = { strikes: (_: Heard): Fault | undefined => undefined, onAsk: (_: Heard): void => undefined }
  const fake = await startFake({
    answer(request) {
      answered.push(askedBy(request))
      return provider.answer(request)
    },
    contract: paged.contract,
    under: paged.under,
  })
  fakes.push(fake)
  // Decides of each request when it comes.
  Object.defineProperty(fake, 'faults', {
    get: () => {
      const request = fake.heard.at(-1)!
      state.onAsk(request)
      const fault = state.strikes(request)
      return fault === undefined ? [] : [fault]
    },
  })
  const outside = { ...heldOutside(), now: () => now }
  /** Of one process; another one has another memory. */
  const open = (unfinished = textsIn(join(folder, 'unfinished'))) =>
    createService({ own: store, openDemo: openMemory, unfinished }, outside, withoutPrices)
  const ask = (more: object = {}, service = open()) =>
    service.handle({
      ...{ do: 'sync', id: 1, source: paged.source.id, range },
      connection: { credentials: paged.credentials, base: fake.base, scope: paged.scope },
      ...more,
    }) as Promise<Reply>
  return { provider, fake, answered, state, open, ask }
}

const billed = async () => (await store.ask({ ask: 'totals' })).map(({ billedCost }) => billedCost)
const kept = () => readdir(join(folder, 'unfinished'), { recursive: true }).catch(() => [])

/** What is answered where nothing happens. */
async function undisturbed(paged: Paged): Promise<string[]> {
  const { ask, answered, fake } = await reading(paged)
  expect(await ask()).toMatchObject({ is: 'loaded', unread: [] })
  expect(fake.violations).toEqual([])
  expect(await billed()).toEqual([totalCost])
  expect(await kept()).toEqual([])
  await store.erase()
  return answered
}

describe.each(pagedProviders.map((paged) => [paged.source.id, paged] as const))('%s', (_, paged) => {
  const { name } = paged.source

  test.each([
    ['has trouble (500)', { status: 500 }],
    ['drops the connection', 'truncated'],
    ['limits the rate', { status: 429, headers: { 'retry-after': '7' } }],
  ] satisfies [string, Fault][])('%s at the third page: the next reading goes on there', async (_, fault) => {
    const whole = await undisturbed(paged)
    const { ask, answered, fake, state } = await reading(paged)
    state.strikes = (request) => (paged.pageOf(request) === 3 ? fault : undefined)
    const failed = await ask()
    expect(failed).toMatchObject({ is: 'failed', failure: { message: expect.stringMatching(RegExp(`${goesOn}$`)) } })
    expect(await billed()).toEqual([])
    const before = answered.length
    expect(before).toBeLessThan(whole.length)
    state.strikes = () => undefined
    const loaded = await ask()
    expect(loaded).toMatchObject({ is: 'loaded', problems: expect.arrayContaining([told(name)]), unread: [] })
    expect(answered).toEqual(whole)
    expect(await billed()).toEqual([totalCost])
    expect(await kept()).toEqual([])
    expect(fake.violations).toEqual([])
  })

  test('called off at the third page: the same', async () => {
    const whole = await undisturbed(paged)
    const { ask, answered, state, open } = await reading(paged)
    const service = open()
    state.onAsk = (request) => {
      if (paged.pageOf(request) === 3) void service.handle({ do: 'cancel', id: 1 })
    }
    state.strikes = (request) => (paged.pageOf(request) === 3 ? 'silence' : undefined)
    expect(await ask({}, service)).toMatchObject({
      failure: { kind: 'cancelled', message: expect.stringMatching(RegExp(`${goesOn}$`)) },
    })
    state.onAsk = () => undefined
    state.strikes = () => undefined
    expect(await ask()).toMatchObject({ is: 'loaded' })
    expect(answered).toEqual(whole)
    expect(await billed()).toEqual([totalCost])
  })
})

// OpenRouter has no names of pages that it could forget.
test.each(
  pagedProviders.filter(({ source }) => source.id !== 'openrouter').map((paged) => [paged.source.id, paged] as const),
)('%s: a provider that knows its pages no more is asked for all anew, once, and that is told', async (_, paged) => {
  const whole = await undisturbed(paged)
  const { ask, answered, state, provider } = await reading(paged)
  state.strikes = (request) => (paged.pageOf(request) === 3 ? { status: 500 } : undefined)
  await ask()
  state.strikes = () => undefined
  provider.forgets()
  answered.length = 0
  expect(await ask()).toMatchObject({ is: 'loaded', problems: expect.arrayContaining([anew(paged.source.name)]) })
  // The refused page, and all of it.
  expect(answered).toHaveLength(whole.length + 1)
  expect(await billed()).toEqual([totalCost])
  expect(await kept()).toEqual([])
})

describe.each(pagedProviders.filter(({ isBegun }) => isBegun).map((paged) => [paged.source.id, paged] as const))(
  '%s, while its query runs',
  (id, paged) => {
    const { name } = paged.source
    /** Queries that were begun and are paid for. */
    const begun = (fake: Fake) => fake.heard.filter(paged.begins).length
    /** The query for the bill itself; Athena has one for the names of columns before it. */
    const isLook = (fake: Fake) => (request: Heard) =>
      paged.isLook(request) && begun(fake) === (id === 'aws-athena' ? 2 : 1)

    async function brokenOff(how: 'trouble' | 'cancel') {
      const read = await reading(paged, 3)
      const { ask, state, fake, open } = read
      const service = open()
      let looks = 0
      state.strikes = (request) =>
        isLook(fake)(request) && ++looks > 1 ? (how === 'cancel' ? 'silence' : { status: 500 }) : undefined
      state.onAsk = (request) => {
        if (how === 'cancel' && isLook(fake)(request) && looks === 1) void service.handle({ do: 'cancel', id: 1 })
      }
      const failed = await ask({}, service)
      state.strikes = () => undefined
      state.onAsk = () => undefined
      return { ...read, failed }
    }

    test('trouble: the next reading waits for the same query', async () => {
      const { ask, fake, failed } = await brokenOff('trouble')
      expect(failed).toMatchObject({
        failure: { kind: 'network', message: expect.stringMatching(RegExp(`${goesOn}$`)) },
      })
      const before = begun(fake)
      expect(await ask()).toMatchObject({ is: 'loaded', problems: expect.arrayContaining([told(name)]) })
      expect(begun(fake)).toBe(before)
      expect(await billed()).toEqual([totalCost])
      expect(fake.violations).toEqual([])
    })

    test('called off: it was ended, and the next reading begins another', async () => {
      const { ask, fake, failed, answered } = await brokenOff('cancel')
      expect(failed).toMatchObject({ failure: { kind: 'cancelled', message: expect.not.stringContaining(goesOn) } })
      while (!answered.some((each) => /cancel|StopQueryExecution/.test(each))) await new Promise(setImmediate)
      expect(await kept()).toEqual([])
      const before = begun(fake)
      const loaded = await ask()
      expect(loaded).toMatchObject({ is: 'loaded', problems: expect.not.arrayContaining([told(name), anew(name)]) })
      expect(begun(fake)).toBe(2 * before)
      expect(await billed()).toEqual([totalCost])
    })

    test('a provider that knows the query no more runs it anew, once, and that is told', async () => {
      const { ask, fake, provider } = await brokenOff('trouble')
      const before = begun(fake)
      provider.forgets()
      expect(await ask()).toMatchObject({ is: 'loaded', problems: expect.arrayContaining([anew(name)]) })
      expect(begun(fake)).toBe(2 * before)
      expect(await billed()).toEqual([totalCost])
    })

    test('called off in the moment in which it is answered what was begun, it is ended too', async () => {
      const { ask, fake, open, answered } = await reading(paged)
      const texts = textsIn(join(folder, 'unfinished'))
      const service = open({
        ...texts,
        async put(...of) {
          if (fake.heard.some(paged.begins)) await service.handle({ do: 'cancel', id: 1 })
          await texts.put(...of)
        },
      })
      expect(await ask({}, service)).toMatchObject({ failure: { kind: 'cancelled' } })
      while (!answered.some((each) => /cancel|StopQueryExecution/.test(each))) await new Promise(setImmediate)
      expect(await kept()).toEqual([])
    })
  },
)

describe('a query of Athena that was waited for again', () => {
  const paged = pagedProviders.find(({ source }) => source.id === 'aws-athena')!
  const told = (State: string, DataScannedInBytes: number) => ({
    body: { QueryExecution: { Status: { State }, Statistics: { DataScannedInBytes } } },
  })

  async function then(looked: Said) {
    const { ask, fake, state } = await reading(paged)
    const isLook = (request: Heard) => paged.isLook(request) && fake.heard.filter(paged.begins).length === 2
    state.strikes = (request) => (isLook(request) ? { status: 500 } : undefined)
    await ask()
    state.strikes = (request) => (paged.isLook(request) ? looked : undefined)
    const second = await ask()
    return { second, begun: fake.heard.filter(paged.begins).length }
  }

  test('scans more than allowed: it is stopped, and not run again by itself', async () => {
    const { second, begun } = await then(told('RUNNING', 2 ** 40))
    expect(second).toMatchObject({ failure: { kind: 'scope', message: expect.stringMatching(/was stopped/) } })
    expect(begun).toBe(2)
    expect(await kept()).toEqual([])
  })

  test('fails: it is run once more, and what failed is not kept', async () => {
    const { second, begun } = await then(told('FAILED', 0))
    expect(second).toMatchObject({ failure: { kind: 'answer', message: expect.not.stringContaining(goesOn) } })
    // The names of the columns are asked for first, and that fails as well.
    expect(begun).toBe(3)
    expect(await kept()).toEqual([])
  })
})

describe('what is kept', () => {
  const paged = pagedProviders[0]!
  const all = 6

  async function brokenOff(more: object = {}) {
    const read = await reading(paged)
    const { ask, state, answered } = read
    state.strikes = (request) => (paged.pageOf(request) === 3 ? { status: 500 } : undefined)
    expect(await ask(more)).toMatchObject({ is: 'failed' })
    expect(answered).toHaveLength(2)
    state.strikes = () => undefined
    answered.length = 0
    return read
  }

  test('only what is asked now is paid, and told as paid', async () => {
    const { ask } = await brokenOff()
    expect(await ask()).toMatchObject({
      problems: [
        told('AWS Cost Explorer'),
        'AWS Cost Explorer charges $0.01 for each request: this reading took at least 4, $0.04.',
      ],
    })
  })

  test('lies in the store’s folder for this user alone, and holds no secret', async () => {
    await brokenOff()
    const files = (await kept()).filter((path) => path.includes('/') || path.includes('\\'))
    expect(files).toHaveLength(3)
    for (const path of files) {
      const text = await readFile(join(folder, 'unfinished', path), 'utf8')
      for (const secret of Object.values(paged.credentials)) expect(text + path).not.toContain(secret)
      if (process.platform === 'win32') continue
      expect((await stat(join(folder, 'unfinished', path))).mode & 0o777).toBe(0o600)
      expect((await stat(join(folder, 'unfinished', path, '..'))).mode & 0o777).toBe(0o700)
    }
  })

  test('is gone on with for an hour: a correction that came since is never missed for longer', async () => {
    const { ask, answered } = await brokenOff()
    now = new Date('2026-11-20T09:00:00Z')
    expect(await ask()).toMatchObject({ is: 'loaded', problems: [expect.stringMatching(/at least 6, \$0\.06/)] })
    expect(answered).toHaveLength(all)
  })

  test('is removed with the next reading of any source once it is too old', async () => {
    await brokenOff()
    now = new Date('2026-11-20T09:00:00Z')
    const other = await reading(pagedProviders.at(-1)!)
    await other.ask()
    expect(await kept()).toEqual([])
  })

  test.each([
    ['other days', { range: { ...range, since: '2026-11-02' } }],
    ['another key', { credentials: { ...paged.credentials, secretAccessKey: 'another' } }],
    ['another scope', { scope: { accounts: ['222222222222'] } }],
    ['another account of the same provider', { as: 'aws-cost-explorer:work' }],
  ])(
    'is not given to a reading of %s',
    async (_, { range: days = range, as, ...connection }: object & { range?: object; as?: string }) => {
      const { ask, answered, fake } = await brokenOff()
      const with_ = { credentials: paged.credentials, base: fake.base, scope: {}, ...connection }
      expect(await ask({ range: days, connection: with_, ...(as && { as }) })).toMatchObject({ is: 'loaded' })
      expect(answered).toHaveLength(all)
    },
  )

  test.each([[undefined], ['aws-cost-explorer']])('is removed with what the store has: %s', async (source) => {
    const { ask, answered, open } = await brokenOff()
    expect(await open().handle({ do: 'forget', id: 2, ...(source && { source }) })).toMatchObject({ is: 'forgotten' })
    expect(await kept()).toEqual([])
    await ask()
    expect(answered).toHaveLength(all)
  })

  test('is in memory where there is no folder: the same process goes on, and nothing is promised for later', async () => {
    const { state, open, answered, ask } = await reading(paged)
    const service = open(textsInMemory())
    state.strikes = (request) => (paged.pageOf(request) === 3 ? { status: 500 } : undefined)
    expect(await ask({}, service)).toMatchObject({ failure: { message: expect.not.stringContaining(goesOn) } })
    state.strikes = () => undefined
    expect(await ask({}, service)).toMatchObject({ is: 'loaded' })
    expect(answered).toHaveLength(all)
    expect(await kept()).toEqual([])
  })

  test('stays where the store could not take the rows: nothing is asked again', async () => {
    const { ask, answered, open } = await reading(paged)
    const load = store.load
    store.load = async () => ({ is: 'refused', message: 'The disk is full.' })
    expect(await ask()).toMatchObject({ failure: { message: 'The disk is full.' } })
    store.load = load
    expect(await ask({}, open())).toMatchObject({ is: 'loaded', problems: [told('AWS Cost Explorer')] })
    expect(answered).toHaveLength(all)
    expect(await billed()).toEqual([totalCost])
  })

  test('is asked for again where it is damaged, and where it could not be kept', async () => {
    const { ask, answered } = await brokenOff()
    for (const path of await kept())
      if (/.[/\\](?!begun)/.test(path)) await writeFile(join(folder, 'unfinished', path), '{"is":"pa')
    expect(await ask()).toMatchObject({ is: 'loaded' })
    expect(answered).toHaveLength(all)
    const full = { ...textsIn(join(folder, 'unfinished')), put: () => Promise.reject(new Error('ENOSPC')) }
    const { ask: again, open, state } = await reading(paged)
    state.strikes = (request) => (paged.pageOf(request) === 3 ? { status: 500 } : undefined)
    expect(await again({}, open(full))).toMatchObject({ failure: { message: expect.not.stringContaining(goesOn) } })
    state.strikes = () => undefined
    expect(await again({}, open(full))).toMatchObject({ is: 'loaded' })
  })

  test('two processes that read the same at once, and break off or end: each total is right', async () => {
    const { ask, state } = await brokenOff()
    // Both go on with what was kept; one ends, and removes it, while the other is at its last page.
    const both = [ask(), ask()]
    expect((await Promise.all(both)).map((reply) => reply.is)).toEqual(['loaded', 'loaded'])
    expect(await billed()).toEqual([totalCost])
    let heard = 0
    state.strikes = (request) => (paged.pageOf(request)! > 2 && heard++ % 4 > 0 ? { status: 500 } : undefined)
    await Promise.all([ask(), ask(), ask()])
    state.strikes = () => undefined
    expect(await ask()).toMatchObject({ is: 'loaded' })
    expect(await billed()).toEqual([totalCost])
    expect(await kept()).toEqual([])
  })

  test('is no more than 64 MB, of one reading of a source', async () => {
    const texts = textsInMemory()
    const open = () => unfinishedOf(texts, 'a', 'of', () => now)
    const page = { is: 'page', at: now.toISOString(), body: 'x'.repeat(30 * 2 ** 20) } as const
    const first = await open()
    expect([await first.put(1, page), await first.put(2, page), await first.put(3, page)]).toEqual([true, true, false])
    // What is given counts as well: a reading that breaks off often keeps no more.
    const second = await open()
    expect([await second.get(1), await second.get(2)].map((each) => each?.is)).toEqual(['page', 'page'])
    expect(await second.put(3, page)).toBe(false)
    expect(await second.get(3)).toBeUndefined()
    const other = await unfinishedOf(texts, 'a', 'another', () => now)
    await other.put(1, { ...page, body: 1 })
    expect(await (await open()).get(1)).toBeUndefined()
  })
})
