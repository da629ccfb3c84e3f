import { daysOf, without } from '../../billing/range.ts'
import { readInto } from '../../billing/reading.ts'
import type { Range } from '../../billing/source.ts'
import type { SpendStore } from '../../billing/store.ts'
import { heldOutside } from '../../billing/testing/fake.ts'
import { type Texts, unfinishedOf } from '../../billing/unfinished.ts'
import type { Provider, Truth } from './spend-provider.ts'

const first = Date.UTC(2026, 8, 1)
/** Of how many days the providers tell. */
const days = 75
const dayAt = (index: number) => new Date(first + index * 86_400_000).toISOString().slice(0, 10)

/** By source, what a store must hold. */
export type Kept = Map<string, Truth>

/** What a reading has come to. `after`: what the store holds of the source if its last load was taken over; left out: nothing was loaded. */
export interface Outcome {
  readonly is: 'loaded' | 'failed'
  readonly after?: Truth
}

/** By source, days that a reading asked for and did not get. Where the end of a load was not heard, one of several. */
export type Owed = Map<string, readonly (readonly Range[])[]>

interface Means {
  readonly kept: Kept
  readonly owed: Owed
  random(): number
  readonly signal?: AbortSignal
  /** Where what was answered is kept, of a reading that is paid for. */
  readonly texts?: Texts
  /** By source, the days of the last reading of it that broke off. */
  readonly broken?: Map<string, Range>
}

/** Some days of a provider, or very many, and those that are due, read and loaded. What was taken over of it stands in `kept`. */
export async function readSome(
  { source, fake, said }: Provider,
  store: Pick<SpendStore, 'load' | 'loads'>,
  { kept, owed, random, signal = new AbortController().signal, texts, broken }: Means,
): Promise<Outcome> {
  const { id } = source
  const from = Math.floor(random() * days)
  const any = { since: dayAt(from), until: dayAt(from + 1 + Math.floor(random() * (days - from))) }
  // Whoever sees a reading break off asks for the same again, as a rule.
  const range = random() < 0.8 ? (broken?.get(id) ?? any) : any
  const unfinished = source.asking && texts ? await unfinishedOf(texts, id, range, () => new Date()) : undefined
  const wanted = { source, connection: { credentials: {}, base: fake.base }, range, as: id, unfinished }
  let after: Truth | undefined
  let asked = [range]
  const load: SpendStore['load'] = async (rows, replaces, more) => {
    const { since, until } = replaces as Range
    const now = new Map([...kept.get(id)!].filter(([day]) => day < since || day >= until))
    for (const day of daysOf({ since, until })) if (said().has(day)) now.set(day, said().get(day)!)
    after = now
    const before = owed.get(id) ?? [[]]
    const next = before.map((each) => without([...each, ...asked], [{ since, until }]))
    asked = []
    owed.set(id, [...before, ...next])
    const loaded = await store.load(rows, replaces, more)
    if (loaded.is !== 'loaded') return loaded
    owed.set(id, next)
    kept.set(id, now)
    return loaded
  }
  const read = await readInto({ load, loads: store.loads }, wanted, heldOutside(), signal, () => undefined).catch(
    () => undefined,
  )
  if (read?.is === 'read') broken?.delete(id)
  else broken?.set(id, range)
  return { is: read?.is === 'read' ? 'loaded' : 'failed', ...(after && { after }) }
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

/** Sources of which the store does not say what is due, in a sentence each. What it says is what is owed from here on. */
export async function misjudged(owed: Owed, store: Pick<SpendStore, 'loads'>): Promise<string[]> {
  const said = new Map((await store.loads()).map(({ source, due = [] }) => [source, due]))
  const wrong = [...owed].filter(([id, any]) => !any.map(asText).includes(asText(said.get(id) ?? [])))
  for (const id of owed.keys()) owed.set(id, [said.get(id) ?? []])
  return wrong.map(([id, any]) => `of ${id} ${asText(said.get(id) ?? [])} is due, not ${any.map(asText).join(' or ')}`)
}

const asText = (ranges: readonly Range[]) => JSON.stringify(ranges)

/** What the store does not hold as it must, in a sentence for each source. */
export const differing = (kept: Kept, found: ReadonlyMap<string, string>): string[] =>
  [...kept]
    .filter(([id, expected]) => found.get(id) !== told(expected))
    .map(([id, expected]) => `${id} is ${found.get(id)}, not ${told(expected)}`)
