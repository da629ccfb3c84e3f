// A conversation that is sent whole with every turn: what the turns before add, and what all of them cost.
import { exactly, plus, scale, sum, times } from '../band.ts'
import { say } from '../money.ts'
import { chatOverhead } from '../tokens/overhead.ts'
import type { Assumption, Band, Growth, Line, ModelCall } from '../types.ts'
import { answerOf } from './answer.ts'
import type { Costing } from './costing.ts'

export const historyLabel = 'History'

/** Turns of the loop around the call, where that has a known bound; an agent may be done after any of them. */
function turnsOf({ repeats }: ModelCall): Band | undefined {
  const around = repeats.find(({ where, kind }) => where === 'here' && kind !== 'retry')
  const bound = around?.via === 'loop' ? around.bound : undefined
  if (bound === undefined) return undefined
  return around?.kind === 'agent' ? { low: 1, likely: (1 + bound) / 2, high: bound } : exactly(bound)
}

interface Turn {
  readonly tokens: Band
  readonly open: readonly string[]
}

/** What one turn adds to the next; undefined where no history grows. */
function turnOf({ call, id, price, tools }: Costing): Turn | undefined {
  const answer = answerOf(call, price, tools)
  const growing = call.input.flatMap((part) => (part.is === 'hole' && part.grows ? [part.grows] : []))
  if (growing.length === 0 || !answer) return undefined
  const { perMessage } = chatOverhead(id)
  const each = growing.flatMap(({ answers, texts }) => [
    scale(plus(answer, perMessage), answers),
    ...texts.map((text) => plus(tools.tokens.count(text, id), perMessage)),
  ])
  return { tokens: each.reduce(plus, exactly(0)), open: growing.flatMap(({ open = [] }) => open) }
}

/**
 * What was added by the turns before: nothing in the first, all but the last in the last, half of that in the mean. Undefined where no
 * history grows, where nothing bounds its turns, or where only a run can tell all that a turn adds.
 */
export function historyTokens(costing: Costing): Band | undefined {
  const [turn, turns] = [turnOf(costing), turnsOf(costing.call)]
  if (!turn || !turns || turn.open.length > 0) return undefined
  const { tokens } = turn
  return { low: 0, likely: (tokens.likely * (turns.likely - 1)) / 2, high: tokens.high * (turns.high - 1) }
}

export function historyAssumed(call: ModelCall): readonly Assumption[] {
  const turns = turnsOf(call)
  if (!turns) return []
  const from = 'each answer is sent again with every later turn'
  return [{ what: 'growth of the history', value: say`${turns.high} turns`, from, at: call.location }]
}

/** Cost as a function of turns. `lines` are those of one call, `first` its input without a history. */
export function growthOf(costing: Costing, lines: readonly Line[], first: Band | undefined): Growth | undefined {
  const turn = turnOf(costing)
  if (!turn) return undefined
  const turns = turnsOf(costing.call)
  const history = lines.find(({ label }) => label === historyLabel)
  const unitUsd = (history ?? lines.find(({ unit }) => unit === 'input token'))?.unitUsd
  const eachUsd = unitUsd && times(turn.tokens, unitUsd)
  const rest = lines.filter((line) => line !== history)
  const isWhole = turn.open.length === 0 && rest.every(({ usd }) => usd !== undefined)
  const once = isWhole ? sum(rest.map(({ usd }) => usd)) : undefined
  return {
    first,
    each: turn.tokens,
    eachUsd,
    open: turn.open,
    turns,
    usd: once && eachUsd && turns && plus(times(once, turns), times(eachUsd, pairs(turns))),
  }
}

/** How often a turn's addition is sent in all: once with each turn after it. */
const pairs = (turns: Band): Band => {
  const of = (n: number) => (n * (n - 1)) / 2
  return { low: of(turns.low), likely: of(turns.likely), high: of(turns.high) }
}
