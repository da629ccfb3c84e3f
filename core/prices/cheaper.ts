// What would do for a site what it does for less: a few lines of a hover. Figures come from the very functions that
// `outlay prices alternatives` prints.
import { hoursPerMonth } from '../hours.ts'
import { valueOf } from '../known.ts'
import type { Cloud, CostedSite, Estimate, Line, ModelCall, Resource } from '../types.ts'
import type { PriceBook } from './book.ts'
import { machineAlternatives } from './machine-alternatives.ts'
import type { Alternative } from './match.ts'
import { modelAlternatives } from './model-alternatives.ts'
import { storageAlternatives, storageClasses } from './storage-classes.ts'

export interface Cheaper {
  readonly what: string
  readonly provider: string
  readonly region: string | undefined
  readonly how: 'on-demand' | 'spot' | undefined
  /** USD; `per` as the alternative has it where how much is used is not known. */
  readonly saves: { readonly per: string; readonly usd: number }
  /** How many machines stand in for how many; undefined where it is no machine, or one. */
  readonly count: number | undefined
  readonly lost: readonly string[]
}

const most = 3

/** The price a line was costed with; undefined where it may be one of several. */
const onePrice = ({ prices }: Line) => (prices.length === 1 ? prices[0] : undefined)

function cheaperOf(it: Alternative, saves: Cheaper['saves'], count?: number): Cheaper {
  const { what, provider, region, lines, lost } = it
  return { what, provider, region, how: lines[0]?.purchase, saves, count, lost }
}

/** The best of its own cloud on demand, on spot, and elsewhere on demand. */
function machines(line: Line, cloud: Cloud, resource: Resource, book: PriceBook): readonly Cheaper[] {
  const price = onePrice(line)
  const hours = line.quantity?.likely
  if (price?.region === undefined || hours === undefined || hours <= 0) return []
  const specs = book.specs(cloud, price.sku)
  const purchase = resource.purchase === 'spot' ? 'spot' : resource.purchase === 'on-demand' ? 'on-demand' : undefined
  if (specs === undefined || purchase === undefined) return []
  const of = { provider: cloud, type: price.sku, region: price.region, specs, purchase, price, machines: 1 } as const
  const all = machineAlternatives(book, { of, need: { regions: [price.region] } })
  const bought = (it: Alternative) => it.lines[0]?.purchase
  const picked = [
    all.find((it) => it.provider === cloud && bought(it) === 'on-demand'),
    all.find((it) => it.provider === cloud && bought(it) === 'spot'),
    all.find((it) => it.provider !== cloud && bought(it) === 'on-demand'),
  ]
  // Machines that are always on are told by their hours: `n` of them run `n` months of hours.
  const count = Number.isInteger(hours / hoursPerMonth) && hours > hoursPerMonth ? hours / hoursPerMonth : undefined
  return picked.flatMap((it) => (it ? [cheaperOf(it, { per: 'month', usd: it.saves.usd * hours }, count)] : []))
}

function stored(line: Line, cloud: Cloud, book: PriceBook): readonly Cheaper[] {
  const price = onePrice(line)
  const storage = storageClasses.find((each) => each.cloud === cloud && `${each.service} ${each.name}` === price?.sku)
  if (storage === undefined || price?.region === undefined) return []
  const gb = line.quantity?.likely
  if (gb === 0) return []
  return storageAlternatives(book, storage, [price.region], [])
    .slice(0, most)
    .map((it) => cheaperOf(it, gb === undefined ? it.saves : { per: 'month', usd: it.saves.usd * gb }))
}

/** USD a million tokens of input and of output cost less. */
function perToken(it: Alternative, rates: readonly [input: number, output: number | undefined]) {
  const usd = (side: 'input' | 'output') => it.lines.find(({ label }) => label.endsWith(side))?.usd
  const [input, output] = [usd('input'), usd('output')]
  return input === undefined ? undefined : { input: rates[0] - input, output: (rates[1] ?? 0) - (output ?? 0) }
}

function models(call: ModelCall, estimate: Estimate, book: PriceBook, today: string): readonly Cheaper[] {
  const id = valueOf(call.model)
  const of = id === undefined ? undefined : book.model(call.provider, id)
  const input = of?.rates.input?.price
  if (of === undefined || input === undefined || call.batch) return []
  const million = (price: { usd: number; per: number } | undefined) => price && (price.usd / price.per) * 1e6
  const rates = [million(input)!, million(of.rates.output?.price)] as const
  const [sent, answered] = [estimate.inputTokens?.likely, estimate.outputTokens?.likely]
  const calls = estimate.month?.calls.likely
  return modelAlternatives(book, of, today)
    .slice(0, most)
    .map((it) => {
      const less = perToken(it, rates)
      if (less === undefined || sent === undefined || (answered === undefined && rates[1] !== undefined))
        return cheaperOf(it, it.saves)
      const usd = (less.input * sent + less.output * (answered ?? 0)) / 1e6
      return cheaperOf(
        it,
        calls === undefined ? { per: '1,000 calls', usd: usd * 1000 } : { per: 'month', usd: usd * calls },
      )
    })
}

/** The slower classes boot no machine, and what stands here is as small as its image. */
const isBoot = ({ label }: Line) => /root volume/i.test(label)

const dearest = (lines: readonly Line[]) => [...lines].sort((a, b) => (b.usd?.likely ?? 0) - (a.usd?.likely ?? 0))

/**
 * At most three, those that change least first; none where nothing is known to be cheaper. Compares with the whole book (tens of
 * milliseconds): for a hover that was asked for, not for a keystroke.
 * @param today ISO date, by which a model counts as retired
 */
export function cheaperFor({ site, estimate }: CostedSite, book: PriceBook, today: string): readonly Cheaper[] {
  if (site.kind === 'model-call') return models(site, estimate, book, today)
  const cloud = (['aws', 'gcp', 'azure'] as const).find((each) => each === site.cloud)
  if (cloud === undefined) return []
  for (const line of dearest(estimate.lines)) {
    const found =
      line.unit === 'hour'
        ? machines(line, cloud, site, book)
        : line.unit === 'GB-month' && !isBoot(line)
          ? stored(line, cloud, book)
          : []
    if (found.length > 0) return found.slice(0, most)
  }
  return []
}
