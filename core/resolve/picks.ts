import type { CallExpr, Expr } from '../module.ts'
import type { Picks } from '../sdk.ts'
import { type Arguments, argumentsOf } from './arguments.ts'
import type { Context } from './context.ts'
import { entryValues, itemValues } from './data.ts'
import type { Made } from './match.ts'
import { textsOf } from './read.ts'
import type { Segment, SymbolValue, Value } from './value.ts'

/** What a key stands for in what an earlier step was given; each of it where the key is not known. */
export function pickedValues(context: Context, { client, symbol, rest }: Made): readonly Value[] {
  const steps = symbol.path.slice(0, symbol.path.length - rest.length)
  const asked = steps.at(-1)
  const giver = steps.slice(0, -1).findLast((step) => step.call)
  if (!client.picks || !asked?.call || !giver?.call) return []
  const ask: Ask = {
    context,
    picks: client.picks,
    step: asked,
    call: asked.call,
    given: argumentsOf(context, giver.call, 0, []),
    keys: textsOf(context, argumentsOf(context, asked.call, 0, []).get('[0]')),
  }
  const own = fromRecords(ask)
  return own.length > 0 ? own : [...fromOthers(ask), ...fromInstead(ask)]
}

interface Ask {
  readonly context: Context
  readonly picks: Picks
  readonly step: Segment
  readonly call: CallExpr
  readonly given: Arguments
  readonly keys: readonly string[]
}

function fromRecords(ask: Ask): readonly Value[] {
  const { context, keys, picks } = ask
  return recordsIn(ask, picks.from).flatMap((record) =>
    keys.length === 0 ? entryValues(context, record) : keys.flatMap((key) => entryOf(ask, record, key)),
  )
}

/** `openai:gpt-4o` is `gpt-4o` of what the record has as `openai`. */
function fromOthers(ask: Ask): readonly Value[] {
  const { keys, picks, given, context, call } = ask
  const { mark, markFrom } = picks.others ?? {}
  if (mark === undefined) return []
  const [own] = markFrom === undefined ? [] : textsOf(context, given.first(markFrom).given)
  const wanted = own ?? mark
  return recordsIn(ask, picks.others?.from).flatMap((record) =>
    keys.flatMap((key) => {
      const at = key.indexOf(wanted)
      if (at < 0) return []
      const text: Expr = { is: 'text', parts: [key.slice(at + wanted.length)], span: call.span }
      const same: CallExpr = { ...call, args: [{ value: text, span: call.span }] }
      return asked(ask, entryOf(ask, record, key.slice(0, at)), same)
    }),
  )
}

function fromInstead(ask: Ask): readonly Value[] {
  const { context, given, picks, call } = ask
  return asked(ask, given.first(picks.instead).given.among.flatMap(context.evaluate), call)
}

/** The same step, asked of something else. */
const asked = ({ step }: Ask, values: readonly Value[], call: CallExpr): readonly Value[] =>
  values
    .filter((value): value is SymbolValue => value.is === 'symbol')
    .map((value) => ({ ...value, path: [...value.path, { ...step, call }] }))

function recordsIn({ context, given }: Ask, from: Picks['from']) {
  return given
    .first(from)
    .given.among.flatMap(context.evaluate)
    .flatMap((value) => (value.is === 'data' && value.expr.is === 'record' ? [value.expr] : []))
}

function entryOf({ context, call }: Ask, record: Parameters<typeof itemValues>[1], key: string): readonly Value[] {
  return itemValues(context, record, key, call.span).filter((value) => !(value.is === 'scalar' && value.value === null))
}
