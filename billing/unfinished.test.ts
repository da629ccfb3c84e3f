// What a provider answered in a reading that broke off: who is given it, for how long, and who may read it.
import { readFile, stat, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { pagedProviders, totalCost } from './testing/five-pages.ts'
import { goesOn, notAskedAgain, openReadings, range } from './testing/readings.ts'
import { textsInMemory, unfinishedOf } from './unfinished.ts'
import { textsIn } from './unfinished-folder.ts'

let readings: Awaited<ReturnType<typeof openReadings>>
beforeEach(async () => {
  readings = await openReadings()
})
afterEach(() => readings.close())

describe('what is kept', () => {
  const paged = pagedProviders[0]!
  const all = 6

  async function brokenOff(more: object = {}) {
    const read = await readings.reading(paged)
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
        notAskedAgain('AWS Cost Explorer'),
        'AWS Cost Explorer charges $0.01 for each request: this reading took at least 4, $0.04.',
      ],
    })
  })

  test('lies in the store’s folder for this user alone, and holds no secret', async () => {
    await brokenOff()
    const files = (await readings.kept()).filter((path) => path.includes('/') || path.includes('\\'))
    expect(files).toHaveLength(3)
    for (const path of files) {
      const text = await readFile(join(readings.unfinished, path), 'utf8')
      for (const secret of Object.values(paged.credentials)) expect(text + path).not.toContain(secret)
      if (process.platform === 'win32') continue
      expect((await stat(join(readings.unfinished, path))).mode & 0o777).toBe(0o600)
      expect((await stat(join(readings.unfinished, path, '..'))).mode & 0o777).toBe(0o700)
    }
  })

  test('is gone on with for an hour: a correction that came since is never missed for longer', async () => {
    const { ask, answered } = await brokenOff()
    readings.clock.now = new Date('2026-11-20T09:00:00Z')
    expect(await ask()).toMatchObject({ is: 'loaded', problems: [expect.stringMatching(/at least 6, \$0\.06/)] })
    expect(answered).toHaveLength(all)
  })

  test('is removed with the next reading of any source once it is too old', async () => {
    await brokenOff()
    readings.clock.now = new Date('2026-11-20T09:00:00Z')
    const other = await readings.reading(pagedProviders.at(-1)!)
    await other.ask()
    expect(await readings.kept()).toEqual([])
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
    const { ask, answered } = await brokenOff()
    expect(await readings.open().handle({ do: 'forget', id: 2, ...(source && { source }) })).toMatchObject({
      is: 'forgotten',
    })
    expect(await readings.kept()).toEqual([])
    await ask()
    expect(answered).toHaveLength(all)
  })

  test('is in memory where there is no folder: the same process goes on, and nothing is promised for later', async () => {
    const { state, answered, ask } = await readings.reading(paged)
    const service = readings.open(textsInMemory())
    state.strikes = (request) => (paged.pageOf(request) === 3 ? { status: 500 } : undefined)
    expect(await ask({}, service)).toMatchObject({ failure: { message: expect.not.stringContaining(goesOn) } })
    state.strikes = () => undefined
    expect(await ask({}, service)).toMatchObject({ is: 'loaded' })
    expect(answered).toHaveLength(all)
    expect(await readings.kept()).toEqual([])
  })

  test('stays where the store could not take the rows: nothing is asked again', async () => {
    const { ask, answered } = await readings.reading(paged)
    const load = readings.store.load
    readings.store.load = async () => ({ is: 'refused', message: 'The disk is full.' })
    expect(await ask()).toMatchObject({ failure: { message: 'The disk is full.' } })
    readings.store.load = load
    expect(await ask({}, readings.open())).toMatchObject({
      is: 'loaded',
      problems: [notAskedAgain('AWS Cost Explorer')],
    })
    expect(answered).toHaveLength(all)
    expect(await readings.billed()).toEqual([totalCost])
  })

  test('is asked for again where it is damaged, and where it could not be kept', async () => {
    const { ask, answered } = await brokenOff()
    for (const path of await readings.kept())
      if (/.[/\\](?!begun)/.test(path)) await writeFile(join(readings.unfinished, path), '{"is":"pa')
    expect(await ask()).toMatchObject({ is: 'loaded' })
    expect(answered).toHaveLength(all)
    const full = { ...textsIn(readings.unfinished), put: () => Promise.reject(new Error('ENOSPC')) }
    const { ask: again, state } = await readings.reading(paged)
    state.strikes = (request) => (paged.pageOf(request) === 3 ? { status: 500 } : undefined)
    expect(await again({}, readings.open(full))).toMatchObject({
      failure: { message: expect.not.stringContaining(goesOn) },
    })
    state.strikes = () => undefined
    expect(await again({}, readings.open(full))).toMatchObject({ is: 'loaded' })
  })

  test('two processes that read the same at once, and break off or end: each total is right', async () => {
    const { ask, state } = await brokenOff()
    // Both go on with what was kept; one ends, and removes it, while the other is at its last page.
    const both = [ask(), ask()]
    expect((await Promise.all(both)).map((reply) => reply.is)).toEqual(['loaded', 'loaded'])
    expect(await readings.billed()).toEqual([totalCost])
    let heard = 0
    state.strikes = (request) => (paged.pageOf(request)! > 2 && heard++ % 4 > 0 ? { status: 500 } : undefined)
    await Promise.all([ask(), ask(), ask()])
    state.strikes = () => undefined
    expect(await ask()).toMatchObject({ is: 'loaded' })
    expect(await readings.billed()).toEqual([totalCost])
    expect(await readings.kept()).toEqual([])
  })

  test('is no more than 64 MB, of one reading of a source', async () => {
    const texts = textsInMemory()
    const begin = () => unfinishedOf(texts, 'a', 'of', () => readings.clock.now)
    const page = { is: 'page', at: readings.clock.now.toISOString(), body: 'x'.repeat(30 * 2 ** 20) } as const
    const first = await begin()
    expect([await first.put(1, page), await first.put(2, page), await first.put(3, page)]).toEqual([true, true, false])
    // What is given counts as well: a reading that breaks off often keeps no more.
    const second = await begin()
    expect([await second.get(1), await second.get(2)].map((each) => each?.is)).toEqual(['page', 'page'])
    expect(await second.put(3, page)).toBe(false)
    expect(await second.get(3)).toBeUndefined()
    const other = await unfinishedOf(texts, 'a', 'another', () => readings.clock.now)
    await other.put(1, { ...page, body: 1 })
    expect(await (await begin()).get(1)).toBeUndefined()
  })
})
