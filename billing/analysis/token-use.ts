import type { Filter, Usage } from '../questions.ts'
import type { Range } from '../source.ts'
import { type Ask, apart, grouped, type Kind, total } from './ask.ts'

/** Tokens of one model, in one currency and grade. Null: a row of them does not tell its quantity, or none is of that direction. */
export interface TokenUse extends Kind {
  readonly model: string | null
  /** Neither read from the cache nor written to it. */
  readonly input: number | null
  readonly cacheRead: number | null
  readonly cacheWrite: number | null
  readonly output: number | null
  /** Those whose rows do not say which way they went. */
  readonly undirected: number | null
  readonly effectiveCost: number
  /** Output over all input. */
  readonly density: number | null
  /** Of all input, what was read from the cache, 0 to 1. */
  readonly cacheShare: number | null
  /** Effective cost of a million tokens, in and out. */
  readonly perMillion: number | null
}

type Direction = 'input' | 'cacheRead' | 'cacheWrite' | 'output' | 'undirected'

export async function tokenUseOf(ask: Ask, range: Range, where?: readonly Filter[]): Promise<readonly TokenUse[]> {
  const rows = await ask({ ask: 'usage', by: ['model', 'meter'], where, ...range })
  const ofTokens = rows.filter((row) => tokensPer(row.unit) !== undefined)
  const uses = apart(ofTokens).flatMap(({ currency, grade, rows }) =>
    grouped(rows, ({ dimensions }) => dimensions.model ?? null).map(([model, of]) => ({
      model,
      currency,
      grade,
      ...useOf(of),
    })),
  )
  return uses.sort((a, b) => b.effectiveCost - a.effectiveCost)
}

/** `Tokens` 1, `1000 Tokens` 1000, `1K tokens` 1000, `1M Tokens` 1,000,000; undefined of what is no token. */
export function tokensPer(unit: string | null): number | undefined {
  const [found, count, scale] = /^(\d+)? ?([KkMm])? ?tokens?$/i.exec(unit?.trim() ?? '') ?? []
  if (found === undefined) return undefined
  return Number(count ?? 1) * (scale === undefined ? 1 : scale.toLowerCase() === 'k' ? 1e3 : 1e6)
}

/** By the names that FOCUS, AWS, Azure and Google give their meters. */
function directionOf(meter: string | null | undefined): Direction {
  const name = meter ?? ''
  if (/cach/i.test(name)) return /writ|creat/i.test(name) ? 'cacheWrite' : 'cacheRead'
  if (/output|outp\b|completion|generat/i.test(name)) return 'output'
  return /input|inp\b|prompt/i.test(name) ? 'input' : 'undirected'
}

function useOf(rows: readonly Usage[]): Omit<TokenUse, 'model' | keyof Kind> {
  const count = (direction: Direction): number | null => {
    const own = rows.filter(({ dimensions }) => directionOf(dimensions.meter) === direction)
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
  const isWhole = rows.every(({ quantity }) => quantity !== null)
  const isDirected = isWhole && undirected === null
  const read = (input ?? 0) + (cacheRead ?? 0) + (cacheWrite ?? 0)
  const all = read + (output ?? 0) + (undirected ?? 0)
  const effectiveCost = total(rows.map((row) => row.effectiveCost))
  return {
    ...{ input, cacheRead, cacheWrite, output, undirected, effectiveCost },
    density: isDirected && output !== null && read > 0 ? output / read : null,
    cacheShare: isDirected && cacheRead !== null && read > 0 ? cacheRead / read : null,
    perMillion: isWhole && all > 0 ? (effectiveCost / all) * 1e6 : null,
  }
}
