import type { CallExpr, Entry, Expr } from '../module.ts'
import { annotated } from './annotations.ts'
import { superValues } from './bases.ts'
import { dictOf, fromKeys, fromPairs, mapOf, namesOf, withDefault } from './containers.ts'
import type { Context } from './context.ts'
import { replacedCopy } from './copied.ts'
import { returnsOf } from './returns.ts'
import { dotted, type Scalar, type SymbolValue, unknownValue, type Value, via } from './value.ts'

type Builtin = (context: Context, call: CallExpr) => readonly Value[] | undefined

/** What a handful of well-known functions answer; undefined where the function is none of them. */
export function builtinCall(context: Context, value: SymbolValue, call: CallExpr): readonly Value[] | undefined {
  const name = dotted(value.path)
  const builtin = builtins[name] ?? (value.global ? globals[name] : undefined)
  return builtin?.(context, call)
}

const argument =
  (at: number): Builtin =>
  (context, call) => {
    const given = call.args[at]
    return given && !given.spread ? context.evaluate(given.value) : undefined
  }

const first = argument(0)

/** `partial(client.messages.create, model="…")`: the method, with arguments it was given before. */
const partial: Builtin = (context, call) =>
  first(context, call)?.map((value) =>
    value.is === 'symbol' || value.is === 'function' ? { ...value, given: [...(value.given ?? []), call] } : value,
  )

/** `Depends(get_client)`: what the function returns. */
const provided: Builtin = (context, call) =>
  first(context, call)?.flatMap((value) => (value.is === 'function' ? returnsOf(context, value, call) : [value]))

const convert =
  (to: (value: Scalar) => Scalar | undefined): Builtin =>
  (context, call) =>
    first(context, call)?.map((value) => {
      if (value.is !== 'scalar') return value.is === 'unknown' ? value : unknownValue('dynamic', call.span)
      const converted = to(value.value)
      return converted === undefined ? unknownValue('dynamic', call.span) : { ...value, value: converted }
    })

const number = convert((value) => (value === null || Number.isNaN(Number(value)) ? undefined : Number(value)))
const whole = convert((value) =>
  value === null || Number.isNaN(Number(value)) ? undefined : Math.trunc(Number(value)),
)
const text = convert((value) => (value === null ? undefined : String(value)))

/** `Object.assign({}, defaults, { model })` holds what each of them holds, the later first. */
const merged: Builtin = (_, call) => {
  if (call.args.some((given) => given.spread)) return undefined
  const entries = call.args.map(({ value, span }): Entry => ({ value, span, spread: true }))
  return [{ is: 'data', expr: { is: 'record', entries, span: call.span } }]
}

/** `cast(Team, session.get("team"))`: the value, or where that is not known something of the type. */
const cast: Builtin = (context, call) => {
  const type = call.args[0]?.value
  const values = argument(1)(context, call)
  const telling = values?.some((value) => value.is !== 'unknown' && value.is !== 'symbol')
  const typed = telling || !type ? [] : annotated(context, type)
  return typed.length > 0 ? [...(values ?? []), ...typed] : values
}

/** `random.choice(clients)`, `next(cycle(clients))`: one of a list, whichever. */
const oneOf: Builtin = (context, call) => {
  const [given] = call.args
  const values = given && !given.spread ? context.evaluate(given.value) : []
  if (!given || !values.some((value) => value.is === 'data' && value.expr.is === 'list')) return undefined
  const { span } = call
  return context.evaluate({ is: 'index', of: given.value, key: { is: 'opaque', children: [], span }, span })
}

/** `max(models, key=price_of)` */
const best: Builtin = (context, call) => (call.args[1]?.name === 'key' ? oneOf(context, call) : undefined)

/** `next((m for m in models if usable(m)), "gpt-4o")`: any of them, or what there is without. */
const next: Builtin = (context, call) => {
  const [of, fallback] = call.args
  if (of?.value.is !== 'opaque') return oneOf(context, call)
  const found = context.evaluate({ is: 'each', of: of.value, span: of.span })
  return fallback ? [...found, ...context.evaluate(fallback.value)] : found
}

/** `get_config()` is what whoever runs the graph hands in. */
const handedIn: Builtin = (_, call) => [unknownValue('dynamic', call.span, 'parameter')]

/** `asyncio.gather(first(), second())`: what each of them is awaited for. */
const gathered: Builtin = (_, call) => {
  const items = call.args.map(({ value, spread, span }): Expr => (spread ? { is: 'spread', of: value, span } : value))
  return [{ is: 'data', expr: { is: 'list', items, span: call.span } }]
}

/** `importlib.import_module("openai")` is the module. */
const module: Builtin = (context, call) => {
  const [value] = first(context, call) ?? []
  return value?.is === 'scalar' && typeof value.value === 'string'
    ? [{ is: 'symbol', path: [{ name: value.value }] }]
    : undefined
}

/** `require("openai")` is the package's namespace. */
const required: Builtin = (_, call) => {
  const name: Expr | undefined = call.args[0]?.value
  const only = name?.is === 'text' && name.parts.length === 1 ? name.parts[0] : undefined
  return typeof only === 'string' ? [{ is: 'symbol', path: [{ name: `${only}#*` }] }] : undefined
}

const builtins: Readonly<Record<string, Builtin>> = {
  'functools.partial': partial,
  'typing.cast': cast,
  'importlib.import_module': module,
  'textwrap.dedent': first,
  'inspect.cleandoc': first,
  'contextlib.closing': first,
  'asyncio.run': first,
  'asyncio.create_task': first,
  'asyncio.ensure_future': first,
  'asyncio.shield': first,
  'asyncio.wait_for': first,
  'asyncio.gather': gathered,
  'fastapi.Depends': provided,
  // https://docs.python.org/3/library/random.html#random.choice, https://docs.python.org/3/library/itertools.html#itertools.cycle
  'random.choice': oneOf,
  'secrets.choice': oneOf,
  'itertools.cycle': first,
  'collections.deque': first,
  'collections.OrderedDict': dictOf,
  'collections.defaultdict': withDefault,
  'types.SimpleNamespace': namesOf,
  'types.MappingProxyType': first,
  // https://reference.langchain.com/python/langgraph/config
  'langgraph.config.get_config': handedIn,
  'copy.copy': first,
  'dataclasses.replace': replacedCopy,
  'copy.deepcopy': first,
}

/** `getattr(settings, "model", "gpt-4o")`: the attribute, or the default where nothing is known of it. */
const attribute: Builtin = (context, call) => {
  const [of, asked, fallback] = call.args
  const names = asked ? context.evaluate(asked.value) : []
  const [name] = names
  if (!of || of.spread || names.length !== 1 || name?.is !== 'scalar' || typeof name.value !== 'string')
    return undefined
  const { span } = call
  const found = context.evaluate({ is: 'member', of: of.value, name: name.value, nameSpan: span, span })
  const unknown = found.every((value) => value.is === 'unknown')
  return fallback && unknown ? via('parameter', context.evaluate(fallback.value), true) : found
}

/** `super().invoke(…)` is asked of what the class extends. */
const extended: Builtin = (context, call) => superValues(context, call.span[0])

const globals: Readonly<Record<string, Builtin>> = {
  int: whole,
  float: number,
  str: text,
  String: text,
  Number: number,
  parseInt: whole,
  parseFloat: number,
  dict: dictOf,
  'dict.fromkeys': fromKeys,
  Map: mapOf,
  'Object.fromEntries': fromPairs,
  next,
  max: best,
  min: best,
  getattr: attribute,
  super: extended,
  require: required,
  import: required,
  'Object.assign': merged,
  'Object.freeze': first,
  'Promise.all': first,
  'Promise.resolve': first,
  structuredClone: first,
}
