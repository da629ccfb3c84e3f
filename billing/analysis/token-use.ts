import type { Filter, Usage } from '../questions.ts'
import type { Range } from '../source.ts'
import { type Ask, apart, grouped, type Kind, total } from './ask.ts'

/** Tokens and requests of one model, in one currency and grade. Null: a row does not tell its quantity, or none is of that kind. */
export interface TokenUse extends Kind {
  readonly model: string | null
  /** Neither read from the cache nor written to it. */
  readonly input: number | null
  readonly cacheRead: number | null
  readonly cacheWrite: number | null
  readonly output: number | null
  /** Those whose rows do not say which way they went. */
  readonly undirected: number | null
  readonly requests: number | null
  /** Of tokens and requests, and of what is charged for the model without a unit. */
  readonly effectiveCost: number
  /** Output over all input. */
  readonly density: number | null
  /** Of all input, what was read from the cache, 0 to 1. */
  readonly cacheShare: number | null
  /** Effective cost of a million tokens, in and out. Null where nothing is charged: an amount may stand elsewhere. */
  readonly perMillion: number | null
  readonly perRequest: number | null
}

type Direction = 'input' | 'cacheRead' | 'cacheWrite' | 'output' | 'undirected'

export async function tokenUseOf(ask: Ask, range: Range, where?: readonly Filter[]): Promise<readonly TokenUse[]> {
  const rows = await ask({ ask: 'usage', by: ['model', 'meter'], where, ...range })
  const uses = apart(rows).flatMap(({ currency, grade, rows }) =>
    grouped(rows, ({ dimensions }) => dimensions.model ?? null).flatMap(([model, of]) => {
      // Sources tell tokens and requests beside the amounts (usage-rows.ts): a model's amounts without a unit are of them.
      const own = of.filter((row) => isCounted(row) || (model !== null && row.unit === null))
      return own.some(isCounted) ? [{ model, currency, grade, ...useOf(own) }] : []
    }),
  )
  return uses.sort((a, b) => b.effectiveCost - a.effectiveCost)
}

const isRequests = ({ unit }: Usage) => /^requests?$/i.test(unit ?? '')
const isTokens = ({ unit }: Usage) => tokensPer(unit) !== undefined
// Requests of S3 are no calls of a model.
const isCounted = (row: Usage) => isTokens(row) || (isRequests(row) && row.dimensions.model !== null)

/** `Tokens` 1, `1000 Tokens` 1000, `1K tokens` 1000, `1M Tokens` 1,000,000; undefined of what is no token. */
export function tokensPer(unit: string | null): number | undefined {
  const [found, count, scale] = /^(\d+)? ?([KkMm])? ?tokens?$/i.exec(unit?.trim() ?? '') ?? []
  if (found === undefined) return undefined
  return Number(count ?? 1) * (scale === undefined ? 1 : scale.toLowerCase() === 'k' ? 1e3 : 1e6)
}

/** By the names that FOCUS, AWS, Azure and Google give their meters. */
export function directionOf(meter: string | null | undefined): Direction {
  const name = meter ?? ''
  if (/cach/i.test(name)) return /writ|creat/i.test(name) ? 'cacheWrite' : 'cacheRead'
  if (/output|outp\b|completion|generat/i.test(name)) return 'output'
  return /input|inp\b|prompt/i.test(name) ? 'input' : 'undirected'
}

function useOf(rows: readonly Usage[]): Omit<TokenUse, 'model' | keyof Kind> {
  const tokens = rows.filter(isTokens)
  const asked = rows.filter(isRequests)
  const count = (direction: Direction): number | null => {
    const own = tokens.filter(({ dimensions }) => directionOf(dimensions.meter) === direction)
    if (own.length === 0 || own.some(({ quantity }) => quantity === null)) return null
    return total(own.map(({ quantity, unit }) => (quantity ?? 0) * (tokensPer(unit) ?? 1)))
  }
  const [input, cacheRead, cacheWrite, output, undirected] = [
    count('input'),
    count('cacheRead'),
    count('cacheWrite'),
    count('output'),
    count('undirected'),
  ]
  const isWhole = tokens.every(({ quantity }) => quantity !== null)
  const isAsked = asked.length > 0 && asked.every(({ quantity }) => quantity !== null)
  const requests = isAsked ? total(asked.map(({ quantity }) => quantity ?? 0)) : null
  const isDirected = isWhole && undirected === null
  const read = (input ?? 0) + (cacheRead ?? 0) + (cacheWrite ?? 0)
  const all = read + (output ?? 0) + (undirected ?? 0)
  const effectiveCost = total(rows.map((row) => row.effectiveCost))
  return {
    ...{ input, cacheRead, cacheWrite, output, undirected, requests, effectiveCost },
    density: isDirected && output !== null && read > 0 ? output / read : null,
    cacheShare: isDirected && cacheRead !== null && read > 0 ? cacheRead / read : null,
    perMillion: isWhole && all > 0 && effectiveCost !== 0 ? (effectiveCost / all) * 1e6 : null,
    perRequest: requests && effectiveCost !== 0 ? effectiveCost / requests : null,
  }
}
