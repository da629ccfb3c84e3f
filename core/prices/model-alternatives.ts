// What may stand in a model's place for less: the model itself with a discount, at another seller, its smaller siblings, and the
// other versions of the line its maker sells it in; of an embedding, other embeddings.
import { scale } from '../band.ts'
import { say } from '../money.ts'
import type { Band } from '../types.ts'
import type { ModelPrice, PriceBook, RateId } from './book.ts'
import { type Alternative, type MatchLine, modelMatch } from './match.ts'
import { kindOf } from './model-id.ts'
import { lineOf, type ModelKind, modelKinds } from './model-kinds.ts'
import { unitBand } from './range.ts'
import { isBilledByUnit, unitAlternatives } from './unit-alternatives.ts'

const rate = (model: ModelPrice, id: RateId): Band | undefined => {
  const price = model.rates[id]?.price
  return price && scale(unitBand(price), 1e6)
}

/** USD per million tokens; undefined where a price that is needed is not known. */
interface Price {
  readonly input: Band
  readonly output: Band | undefined
}

function priceOf(model: ModelPrice, lever: '' | 'batch-' | 'flex-' = ''): Price | undefined {
  const input = rate(model, `${lever}input`)
  const output = rate(model, `${lever}output`)
  const known = input !== undefined && (output !== undefined || rate(model, 'output') === undefined)
  return known ? { input, output } : undefined
}

const ends = ['low', 'likely', 'high'] as const
/** Lists that differ on a model differ alike on its batch price; on two models each may be wrong its own way. */
const pairs = { alike: ends.map((end) => [end, end] as const), apart: [['low', 'high']] as const }

/** Cheaper whatever the mix of input and output, and whichever list is right: neither costs more. What is saved at least. */
function saving(
  than: Price | undefined,
  it: Price | undefined,
  err: keyof typeof pairs = 'apart',
): Alternative['saves'] | undefined {
  if (than === undefined || it === undefined || (than.output === undefined) !== (it.output === undefined))
    return undefined
  const all = pairs[err].map(([was, now]) => [
    than.input[was] - it.input[now],
    (than.output?.[was] ?? 0) - (it.output?.[now] ?? 0),
  ])
  if (all.some(([input, output]) => input! < 0 || output! < 0 || input! + output! <= 0)) return undefined
  const per = than.output === undefined ? '1M input tokens' : '1M input and 1M output tokens'
  const least = Math.min(...all.map(([input, output]) => input! + output!))
  return { per, usd: Number(least.toPrecision(6)) }
}

const kindFor = (model: ModelPrice): ModelKind | undefined =>
  modelKinds.find((kind) => kindOf(kind.id) === kindOf(model.id))

const stillServed = ({ retired }: ModelPrice, today: string) =>
  retired === undefined || (typeof retired === 'string' && retired > today)

type Because = 'seller' | 'smaller' | 'line' | 'embedding'

function otherModel(it: ModelPrice, because: Because): string {
  if (because === 'smaller') return 'a smaller model of the family: answers must be checked'
  const line = lineOf(it.provider, it.id)
  return `another model${line === undefined ? '' : ` of the ${line} line`}: prompts and answers must be checked`
}

function lossesOf(of: ModelPrice, it: ModelPrice, because: Because): readonly string[] {
  const [was, now] = [kindFor(of), kindFor(it)]
  const lost: string[] = []
  if (it.provider !== of.provider) lost.push(`${it.provider}: another account, API and terms`)
  if (was?.dimensions !== undefined && now?.dimensions !== undefined)
    lost.push(
      now.dimensions === was.dimensions
        ? 'other vectors: everything stored must be embedded again'
        : say`other vectors, of ${now.dimensions} numbers, not ${was.dimensions}: everything stored must be embedded again`,
    )
  else if (kindOf(of.id) !== kindOf(it.id)) lost.push(otherModel(it, because))
  if (of.context !== undefined && it.context !== undefined && it.context < of.context)
    lost.push(say`${it.context} tokens of context, not ${of.context}`)
  const missing = was && now ? was.takes.filter((input) => !now.takes.includes(input)) : []
  if (missing.length > 0) lost.push(`takes no ${missing.join(', ')}`)
  if (was && now?.reasons && !was.reasons) lost.push('can think before it answers: what it thinks is billed as output')
  const tier = longTier(it)
  if (tier !== undefined && longTier(of) === undefined) lost.push(say`dearer where the input is over ${tier} tokens`)
  return lost
}

const longTier = (model: ModelPrice): number | undefined => model.rates.input?.tiers[0]?.above

const levers = [
  ['batch-', 'batch: the answer comes within 24 hours, not at once'],
  ['flex-', 'flex: slower, and refused when there is no capacity'],
] as const

function withLever(of: ModelPrice, [lever, loss]: (typeof levers)[number]): Alternative[] {
  const saves = saving(priceOf(of), priceOf(of, lever), 'alike')
  return saves ? [{ ...modelMatch(of, lever), saves, lost: [loss] }] : []
}

/** Cheapest rates of the list an alternative is shown with; the rest is in `prices find`. */
const shown: ReadonlySet<MatchLine['label']> = new Set(['input', 'output'])

/**
 * Cheaper models: those that change least first.
 * @param today ISO date, by which a model counts as retired
 */
export function modelAlternatives(book: PriceBook, of: ModelPrice, today: string): readonly Alternative[] {
  if (isBilledByUnit(of)) return unitAlternatives(book, of, (model) => stillServed(model, today))
  const taken = new Set([`${of.provider}/${of.id}`])
  const alternative = (it: ModelPrice, because: Because): Alternative[] => {
    const key = `${it.provider}/${it.id}`
    const saves = saving(priceOf(of), priceOf(it))
    if (taken.has(key) || saves === undefined || it.mode !== of.mode || !stillServed(it, today)) return []
    taken.add(key)
    const match = modelMatch(it)
    const lines = match.lines.filter(({ label }) => shown.has(label))
    return [{ ...match, lines, saves, lost: lossesOf(of, it, because) }]
  }
  const peers = peersOf(of).flatMap(({ provider, id }) => book.model(provider, id) ?? [])
  const all = [
    ...levers.flatMap((lever) => withLever(of, lever)),
    ...sellersOf(book, of).flatMap((model) => alternative(model, 'seller')),
    ...book.smaller(of).flatMap((model) => alternative(model, 'smaller')),
    ...peers.flatMap((model) => alternative(model, of.mode === 'embed' ? 'embedding' : 'line')),
  ]
  const change = (it: Alternative) => it.lost.length + (kindOf(it.what.split(' ')[0]!) === kindOf(of.id) ? 0 : 1)
  return all.sort((a, b) => change(a) - change(b) || b.saves.usd - a.saves.usd)
}

/** The same line of the same maker, by its name; every embedding model beside an embedding. */
function peersOf(of: ModelPrice): readonly ModelKind[] {
  const kind = kindFor(of)
  if (kind === undefined) return []
  const others = modelKinds.filter((each) => kindOf(each.id) !== kindOf(of.id))
  if (kind.dimensions !== undefined) return others.filter(({ dimensions }) => dimensions !== undefined)
  const line = lineOf(kind.provider, kind.id)
  return line === undefined ? [] : others.filter(({ provider, id }) => lineOf(provider, id) === line)
}

/** The same model of other sellers, where one is cheaper: the cheapest of each. */
function sellersOf(book: PriceBook, of: ModelPrice): readonly ModelPrice[] {
  const cheapest = new Map<string, ModelPrice>()
  for (const model of book.models()) {
    if (model.provider === of.provider || kindOf(model.id) !== kindOf(of.id)) continue
    const [best, price] = [cheapest.get(model.provider), priceOf(model)]
    if (price === undefined || Object.values(model.rates).some((each) => each?.price.weak !== undefined)) continue
    if (best === undefined || saving(priceOf(best), price)) cheapest.set(model.provider, model)
  }
  return [...cheapest.values()]
}
