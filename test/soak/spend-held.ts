import { daysOf } from '../../billing/range.ts'
import { collect } from '../../billing/runner.ts'
import type { SpendStore } from '../../billing/store.ts'
import { heldOutside } from '../../billing/testing/fake.ts'
import type { Provider, Truth } from './spend-provider.ts'

const first = Date.UTC(2026, 8, 1)
/** Of how many days the providers tell. */
const days = 75
const dayAt = (index: number) => new Date(first + index * 86_400_000).toISOString().slice(0, 10)

/** By source, what a store must hold. */
export type Kept = Map<string, Truth>

/** What a load has come to. `after`: what the store holds of the source if it was taken over; left out: nothing was asked for. */
export interface Outcome {
  readonly is: 'loaded' | 'failed'
  readonly after?: Truth
}

/** Some days of a provider, read and loaded. */
export async function readInto(
  { source, fake, truth }: Provider,
  load: SpendStore['load'],
  {
    kept,
    random,
    signal = new AbortController().signal,
  }: { readonly kept: Kept; random(): number; readonly signal?: AbortSignal },
): Promise<Outcome> {
  const from = Math.floor(random() * days)
  const range = { since: dayAt(from), until: dayAt(from + 1 + Math.floor(random() * (days - from))) }
  const connection = { credentials: {}, base: fake.base }
  const collected = await collect(source, connection, range, heldOutside(), signal)
  if (collected.is === 'failed') return { is: 'failed' }
  const loaded = await load(collected.rows, { source: source.id, ...range }, { signal }).catch(() => undefined)
  const after = new Map([...kept.get(source.id)!].filter(([day]) => day < range.since || day >= range.until))
  for (const day of daysOf(range)) if (truth.has(day)) after.set(day, truth.get(day)!)
  return { is: loaded?.is === 'loaded' ? 'loaded' : 'failed', after }
}

/** The provider corrects itself on some days. */
export function correct({ truth }: Provider, random: () => number): void {
  for (let i = 0; i < 3; i++) truth.set(dayAt(Math.floor(random() * days)), Math.floor(random() * 10_000))
}

export const told = (truth: Truth) => JSON.stringify([...truth].sort())

/** By source, days and cents; from the daily sums, which must say the same as the rows. */
export async function heldBy(store: SpendStore): Promise<Map<string, string>> {
  const whole = { since: '2026-01-01', until: '2027-01-01' } as const
  const cube = await store.ask({ ask: 'spend', by: ['source', 'day'], ...whole })
  const rows = await store.ask({
    ask: 'spend',
    by: ['source', 'day'],
    since: whole.since,
    until: '2026-12-31T12:00:00Z',
  })
  if (JSON.stringify(cube) !== JSON.stringify(rows)) return new Map([['a', 'the daily sums are not those of the rows']])
  const held = new Map<string, Truth>(['a', 'b', 'c'].map((id) => [id, new Map()]))
  for (const { dimensions, billedCost } of cube)
    held.get(dimensions.source ?? '')?.set(dimensions.day ?? '', Math.round(billedCost * 100))
  return new Map([...held].map(([id, truth]) => [id, told(truth)]))
}

/** What the store does not hold as it must, in a sentence for each source. */
export const differing = (kept: Kept, found: ReadonlyMap<string, string>): string[] =>
  [...kept]
    .filter(([id, expected]) => found.get(id) !== told(expected))
    .map(([id, expected]) => `${id} is ${found.get(id)}, not ${told(expected)}`)
