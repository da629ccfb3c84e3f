// Calls that make a record of pairs: `dict(zip(names, models))`, `new Map([["fast", "gpt-4o-mini"]])`, `Object.fromEntries(pairs)`.
// https://docs.python.org/3/library/stdtypes.html#dict, https://docs.python.org/3/library/collections.html,
// https://developer.mozilla.org/docs/Web/JavaScript/Reference/Global_Objects/Map
import type { CallExpr, Entry, Expr } from '../module.ts'
import type { Context } from './context.ts'
import { elementsOf } from './data.ts'
import { meaning } from './meaning.ts'
import type { RecordExpr, Value } from './value.ts'

type Made = readonly Value[] | undefined

const recordOf = (entries: readonly Entry[], { span }: CallExpr): Made => [
  { is: 'data', expr: { is: 'record', entries, span } },
]

/** `dict(model="…")`, `dict(pairs)`, `dict(options, model="…")`. */
export function dictOf(context: Context, call: CallExpr): Made {
  const entries = call.args.flatMap(({ name, value, spread, span }): readonly Entry[] => {
    if (name !== undefined) return [{ name, value, span }]
    return (spread ? undefined : pairsIn(context, value)) ?? [{ value, span, spread: true }]
  })
  return recordOf(entries, call)
}

/** Of named values alone: `SimpleNamespace(model="…")`. */
export function namesOf(_: Context, call: CallExpr): Made {
  if (call.args.some(({ name, spread }) => name === undefined && spread !== 'record')) return undefined
  return recordOf(
    call.args.map(({ name, value, span }) =>
      name === undefined ? { value, span, spread: true } : { name, value, span },
    ),
    call,
  )
}

export function fromPairs(context: Context, call: CallExpr): Made {
  const [given, ...more] = call.args
  const entries = given && !given.spread && more.length === 0 ? pairsIn(context, given.value) : undefined
  return entries && recordOf(entries, call)
}

/** An empty one that is kept anywhere but in the module itself may be filled by whoever holds it. */
export function mapOf(context: Context, call: CallExpr): Made {
  if (!call.creates) return undefined
  const isKept = context.index.frameOf(context.index.scopeAt(call.span[0])) === 0
  return call.args.length === 0 && isKept ? recordOf([], call) : fromPairs(context, call)
}

/** `dict.fromkeys(names, "gpt-4o")` */
export function fromKeys(context: Context, call: CallExpr): Made {
  const [keys, given, ...more] = call.args
  const names = keys && given && more.length === 0 ? elementsOf(context, keys.value) : undefined
  if (!names || !given) return undefined
  return recordOf(
    names.map((key) => ({ key, value: given.value, span: given.span })),
    call,
  )
}

/** `defaultdict(lambda: "gpt-4o")`: by a key that is not there what the function answers. */
export function withDefault(context: Context, call: CallExpr): Made {
  const [makes, held, ...more] = call.args
  if (!makes || more.length > 0 || !context.evaluate(makes.value).every(({ is }) => is === 'function')) return undefined
  const { span } = makes
  const value: Expr = { is: 'call', id: call.id, callee: makes.value, args: [], creates: false, span }
  const any: Entry = { key: { is: 'opaque', children: [], span }, value, span }
  const before: readonly Entry[] = held ? (pairsIn(context, held.value) ?? [{ ...held, spread: true }]) : []
  return recordOf([any, ...before], call)
}

/** The pairs of a list, each with a name or a key that is worked out. */
function pairsIn(context: Context, list: Expr): readonly Entry[] | undefined {
  const values = context.evaluate(list)
  if (values.some((value) => value.is === 'data' && value.expr.is === 'record')) return undefined
  const found = elementsOf(context, list)?.map((pair): Entry | undefined => {
    const [only, ...others] = context.evaluate(pair)
    const items = only?.is === 'data' && only.expr.is === 'list' && others.length === 0 ? only.expr.items : []
    const [key, value] = items
    if (!key || !value || items.length !== 2) return undefined
    const [name, ...more] = context.evaluate(key)
    const isText = name?.is === 'scalar' && typeof name.value === 'string' && more.length === 0
    return { ...(isText ? { name: String(name.value) } : {}), key, value, span: value.span }
  })
  const entries = found?.filter((entry) => entry !== undefined)
  return entries && entries.length > 0 && entries.length === found?.length ? entries : undefined
}

/** What is kept in a map under a name, or made there: `models` of `const models = new Map(…)`. */
export function isMap(context: Context, expr: Expr): boolean {
  const made = expr.is === 'call' ? expr : meaning(context, expr)
  return made?.is === 'call' && made.creates && made.callee.is === 'name' && made.callee.name === 'Map'
}

/** `{"a": 1} | {"b": 2}` holds what both hold, the later first; undefined where one of them is no record. */
export function joined(args: readonly (readonly Value[])[], exprs: readonly Expr[], at: Expr): Made {
  const isRecord = (values: readonly Value[]) =>
    values.length > 0 && values.every((value) => value.is === 'data' && value.expr.is === 'record')
  if (!args.every(isRecord)) return undefined
  const entries = exprs.map((value): Entry => ({ value, span: value.span, spread: true }))
  const expr: RecordExpr = { is: 'record', entries, span: at.span }
  return [{ is: 'data', expr }]
}
