// Where asking is paid for, a reading that broke off is gone on with: no request is answered twice, and nothing is counted twice.
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { Fake, Fault, Heard, Said } from './testing/fake.ts'
import { type Paged, pagedProviders, totalCost } from './testing/five-pages.ts'
import { anew, goesOn, notAskedAgain, openReadings } from './testing/readings.ts'
import { textsIn } from './unfinished-folder.ts'

let readings: Awaited<ReturnType<typeof openReadings>>
beforeEach(async () => {
  readings = await openReadings()
})
afterEach(() => readings.close())

/** What is answered where nothing happens. */
async function undisturbed(paged: Paged): Promise<string[]> {
  const { ask, answered, fake } = await readings.reading(paged)
  expect(await ask()).toMatchObject({ is: 'loaded', unread: [] })
  expect(fake.violations).toEqual([])
  expect(await readings.billed()).toEqual([totalCost])
  expect(await readings.kept()).toEqual([])
  await readings.store.erase()
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
    const { ask, answered, fake, state } = await readings.reading(paged)
    state.strikes = (request) => (paged.pageOf(request) === 3 ? fault : undefined)
    const failed = await ask()
    expect(failed).toMatchObject({ is: 'failed', failure: { message: expect.stringMatching(RegExp(`${goesOn}$`)) } })
    expect(await readings.billed()).toEqual([])
    const before = answered.length
    expect(before).toBeLessThan(whole.length)
    state.strikes = () => undefined
    const loaded = await ask()
    expect(loaded).toMatchObject({ is: 'loaded', problems: expect.arrayContaining([notAskedAgain(name)]), unread: [] })
    expect(answered).toEqual(whole)
    expect(await readings.billed()).toEqual([totalCost])
    expect(await readings.kept()).toEqual([])
    expect(fake.violations).toEqual([])
  })

  test('called off at the third page: the same', async () => {
    const whole = await undisturbed(paged)
    const { ask, answered, state } = await readings.reading(paged)
    const service = readings.open()
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
    expect(await readings.billed()).toEqual([totalCost])
  })
})

// OpenRouter has no names of pages that it could forget.
test.each(
  pagedProviders.filter(({ source }) => source.id !== 'openrouter').map((paged) => [paged.source.id, paged] as const),
)('%s: a provider that knows its pages no more is asked for all anew, once, and that is told', async (_, paged) => {
  const whole = await undisturbed(paged)
  const { ask, answered, state, provider } = await readings.reading(paged)
  state.strikes = (request) => (paged.pageOf(request) === 3 ? { status: 500 } : undefined)
  await ask()
  state.strikes = () => undefined
  provider.forgets()
  answered.length = 0
  expect(await ask()).toMatchObject({ is: 'loaded', problems: expect.arrayContaining([anew(paged.source.name)]) })
  // The refused page, and all of it.
  expect(answered).toHaveLength(whole.length + 1)
  expect(await readings.billed()).toEqual([totalCost])
  expect(await readings.kept()).toEqual([])
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
      const read = await readings.reading(paged, 3)
      const { ask, state, fake } = read
      const service = readings.open()
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
      expect(await ask()).toMatchObject({ is: 'loaded', problems: expect.arrayContaining([notAskedAgain(name)]) })
      expect(begun(fake)).toBe(before)
      expect(await readings.billed()).toEqual([totalCost])
      expect(fake.violations).toEqual([])
    })

    test('called off: it was ended, and the next reading begins another', async () => {
      const { ask, fake, failed, answered } = await brokenOff('cancel')
      expect(failed).toMatchObject({ failure: { kind: 'cancelled', message: expect.not.stringContaining(goesOn) } })
      while (!answered.some((each) => /cancel|StopQueryExecution/.test(each))) await new Promise(setImmediate)
      expect(await readings.kept()).toEqual([])
      const before = begun(fake)
      const loaded = await ask()
      expect(loaded).toMatchObject({
        is: 'loaded',
        problems: expect.not.arrayContaining([notAskedAgain(name), anew(name)]),
      })
      expect(begun(fake)).toBe(2 * before)
      expect(await readings.billed()).toEqual([totalCost])
    })

    test('a provider that knows the query no more runs it anew, once, and that is told', async () => {
      const { ask, fake, provider } = await brokenOff('trouble')
      const before = begun(fake)
      provider.forgets()
      expect(await ask()).toMatchObject({ is: 'loaded', problems: expect.arrayContaining([anew(name)]) })
      expect(begun(fake)).toBe(2 * before)
      expect(await readings.billed()).toEqual([totalCost])
    })

    test.each(['begins', 'isLook'] as const)(
      'called off in the moment of an answer (%s): it is ended too, once',
      async (at) => {
        const { ask, fake, answered } = await readings.reading(paged, 3)
        const texts = textsIn(readings.unfinished)
        const service = readings.open({
          ...texts,
          async put(...of) {
            if (fake.heard.some((request) => paged[at](request))) await service.handle({ do: 'cancel', id: 1 })
            await texts.put(...of)
          },
        })
        expect(await ask({}, service)).toMatchObject({ failure: { kind: 'cancelled' } })
        expect(await readings.kept()).toEqual([])
        expect(await ask()).toMatchObject({ is: 'loaded' })
        expect(answered.filter((each) => /cancel|StopQueryExecution/.test(each))).toHaveLength(1)
      },
    )
  },
)

describe('a query of Athena that was waited for again', () => {
  const paged = pagedProviders.find(({ source }) => source.id === 'aws-athena')!
  const told = (State: string, DataScannedInBytes: number) => ({
    body: { QueryExecution: { Status: { State }, Statistics: { DataScannedInBytes } } },
  })

  async function then(looked: Said) {
    const { ask, fake, state } = await readings.reading(paged)
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
    expect(await readings.kept()).toEqual([])
  })

  test('fails: it is run once more, and what failed is not kept', async () => {
    const { second, begun } = await then(told('FAILED', 0))
    expect(second).toMatchObject({ failure: { kind: 'answer', message: expect.not.stringContaining(goesOn) } })
    // The names of the columns are asked for first, and that fails as well.
    expect(begun).toBe(3)
    expect(await readings.kept()).toEqual([])
  })
})
