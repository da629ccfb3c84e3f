// Readings of a paged provider by processes that share a store's folder; anything may happen to a request of theirs.
import { mkdtemp, readdir, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Reply } from '../protocol.ts'
import { createService } from '../service.ts'
import { openMemory } from '../stores/duckdb.ts'
import { textsIn } from '../unfinished-folder.ts'
import { type Fake, type Fault, type Heard, heldOutside, startFake, withoutPrices } from './fake.ts'
import { askedBy, type Paged } from './five-pages.ts'

export const range = { since: '2026-11-01', until: '2026-11-21' }
export const goesOn = 'What was answered until then is kept for an hour: a reading of the same days goes on there.'
export const notAskedAgain = (name: string) =>
  `${name} was not asked again for what it told the reading before, which broke off.`
export const anew = (name: string) =>
  `${name} did not go on where the last reading had broken off: all was asked for anew.`

export async function openReadings() {
  const folder = await mkdtemp(join(tmpdir(), 'outlay-resumed-'))
  const unfinished = join(folder, 'unfinished')
  const store = await openMemory()
  const fakes: Fake[] = []
  const clock = { now: new Date('2026-11-20T08:00:00Z') }
  const outside = { ...heldOutside(), now: () => clock.now }

  /** One process; another one has another memory. */
  const open = (texts = textsIn(unfinished)) =>
    createService({ own: store, openDemo: openMemory, unfinished: texts }, outside, withoutPrices)

  async function reading(paged: Paged, times?: number) {
    const provider = paged.start(times)
    /** What the provider answered, as it was asked. */
    const answered: string[] = []
    const state = {
      /** What a request meets instead of an answer, while it says so. */
      strikes: (_: Heard): Fault | undefined => undefined,
      onAsk: (_: Heard): void => undefined,
    }
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
    const ask = (more: object = {}, service = open()) =>
      service.handle({
        ...{ do: 'sync', id: 1, source: paged.source.id, range },
        connection: { credentials: paged.credentials, base: fake.base, scope: paged.scope },
        ...more,
      }) as Promise<Reply>
    return { provider, fake, answered, state, ask }
  }

  return {
    ...{ unfinished, store, clock, open, reading },
    billed: async () => (await store.ask({ ask: 'totals' })).map(({ billedCost }) => billedCost),
    /** Files and folders of what providers answered. */
    kept: () => readdir(unfinished, { recursive: true }).catch(() => []),
    async close() {
      await Promise.all(fakes.map((fake) => fake.close()))
      await store.close()
      await rm(folder, { recursive: true })
    },
  }
}
