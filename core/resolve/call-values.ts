import type { CallExpr, Expr } from '../module.ts'
import { answersOf } from './annotations.ts'
import { builtinCall } from './builtins.ts'
import type { Context } from './context.ts'
import { copiedBy } from './copied.ts'
import { entryValues, itemValues } from './data.ts'
import { dataCall } from './data-calls.ts'
import { memberByValue } from './enumeration.ts'
import { environmentCall } from './environment.ts'
import { withGiven } from './given.ts'
import { lastName, pathKey, writtenBy } from './module-index.ts'
import { pipeline, stagesIn, withNext } from './operations.ts'
import { declaredCall } from './options.ts'
import { returnsOf } from './returns.ts'
import { sessionCall } from './session.ts'
import { isOfModule, rootOf } from './set-by-others.ts'
import { storedValues } from './stored.ts'
import { changedText } from './text-methods.ts'
import {
  isDeclared,
  last,
  type RecordExpr,
  type ScalarValue,
  type SymbolValue,
  scalar,
  undecided,
  unknownValue,
  type Value,
  via,
} from './value.ts'
import { widgetCall } from './widgets.ts'

/** What a call answers: a function's returns, a class's instance, a longer path from an import. */
export function evaluateCall(context: Context, call: CallExpr): readonly Value[] {
  const settled = context.module.language === 'typescript' ? settledValues(context, call) : undefined
  if (settled) return settled
  const bound = boundTo(context, call) ?? copiedBy(context, call)
  if (bound) return bound
  const values = context.evaluate(call.callee).flatMap((value) => called(context, value, call))
  return call.callee.is === 'member' && call.callee.name === 'pipe' ? piped(context, values, call) : values
}

/** `import("openai").then((m) => m.OpenAI)` is what the function answers; `.catch(…)` and `.finally(…)` what they are called on. */
function settledValues(context: Context, { callee, args }: CallExpr): readonly Value[] | undefined {
  const [first] = args
  if (callee.is !== 'member' || !first || !/^(?:then|catch|finally)$/.test(callee.name)) return undefined
  const handlers = context.evaluate(first.value)
  const scopes = handlers.flatMap((value) => (value.is === 'function' && !value.home ? value.scope : []))
  if (scopes.length === 0 || scopes.length < handlers.length) return undefined
  if (callee.name !== 'then') return context.evaluate(callee.of)
  return via(
    'constant',
    scopes.flatMap((scope) => answersOf(context, context.module.scopes[scope]!)),
  )
}

/** `ask.bind(null, 'gpt-4o')` is `ask`, with an argument it was given before; undefined where it is no function of the program. */
function boundTo(context: Context, call: CallExpr): readonly Value[] | undefined {
  const { callee, args } = call
  if (context.module.language !== 'typescript' || callee.is !== 'member' || callee.name !== 'bind') return undefined
  const values = context.evaluate(callee.of)
  const functions = values.flatMap((value) => (value.is === 'function' ? value : []))
  if (functions.length === 0 || functions.length < values.length) return undefined
  return args.length < 2 ? functions : functions.map((value) => ({ ...value, given: [...(value.given ?? []), call] }))
}

function called(context: Context, value: Value, call: CallExpr): readonly Value[] {
  switch (value.is) {
    case 'symbol':
      return calledSymbol(context, value, call)
    case 'class':
      return (
        memberByValue(context, value, call) ?? [
          { is: 'instance', scope: value.scope, call, ...(value.home ? { home: value.home } : {}) },
        ]
      )
    case 'function':
      return returnsOf(context, value, withGiven(call, value.given))
    case 'unknown':
      return methodOfData(context, call) ?? [unknownValue(value.why, call.span)]
    default:
      return methodOfData(context, call) ?? [unknownValue('dynamic', call.span)]
  }
}

function calledSymbol(context: Context, value: SymbolValue, call: CallExpr): readonly Value[] {
  const known =
    environmentCall(context, value, call) ??
    dataCall(context, value, call) ??
    builtinCall(context, value, call) ??
    declaredCall(context, value, call) ??
    widgetCall(context, value, call) ??
    sessionCall(context, value, call) ??
    storedValues(context, value, call) ??
    orGiven(context, value, call)
  if (known) return known
  const end = last(value.path)!
  // `create.bind(client)` is `create`; `llm.bind(…)` of something made is a method of it.
  if (end.name === 'bind' && value.path.length > 1 && !value.path.at(-2)!.called)
    return [{ ...value, path: value.path.slice(0, -1) }]
  const step = { name: end.called ? '' : end.name, called: true as const, call }
  const path = end.called ? [...value.path, step] : [...value.path.slice(0, -1), step]
  const answered: SymbolValue = {
    is: 'symbol',
    path,
    ...(value.global ? { global: true } : {}),
    ...(value.stages ? { stages: value.stages } : {}),
  }
  return end.name === 'pipe' ? [answered] : [answered, ...wrapped(context, call)]
}

/** `prompt.pipe(model)`: what is called on it reaches each of the two. */
function piped(context: Context, first: readonly Value[], call: CallExpr): readonly Value[] {
  const next = call.args.map((argument) => context.evaluate(argument.value))
  const stages = stagesIn(context, withNext([first, ...next]))
  return stages.length > 0 ? pipeline(stages) : first
}

/**
 * A function from elsewhere that is given a client, or a method of one, may hand it back dressed up (`wrap_openai(client)`,
 * `sync_to_async(client.messages.create)`). What it returns is taken for the client only where it is used by the client's own
 * path, which `match.ts` decides.
 */
function wrapped(context: Context, call: CallExpr): readonly Value[] {
  const first = call.args[0]
  if (!first || first.spread || first.name !== undefined) return []
  const { value } = first
  if (value.is !== 'name' && value.is !== 'member' && value.is !== 'call') return []
  return context
    .evaluate(value)
    .filter((inside) => inside.is === 'symbol' && !inside.global && inside.path.filter((s) => s.called).length === 1)
    .map((inside) => ({ ...inside, dressed: true as const }))
}

/** `MODELS.get(name, "gpt-4o")` of a literal record, `" text ".strip()` of a constant. */
function methodOfData(context: Context, call: CallExpr): readonly Value[] | undefined {
  const { callee } = call
  if (callee.is !== 'member') return undefined
  const values = context.evaluate(callee.of).flatMap((value): readonly Value[] => {
    if (value.is === 'data' && value.expr.is === 'record' && getting.has(callee.name))
      return orPutBy(context, callee.of, got(context, value.expr, call))
    // Where nothing fits there is none, which no call is sent to.
    if (value.is === 'data' && value.expr.is === 'list' && /^find(?:Last)?$/.test(callee.name))
      return entryValues(context, value.expr)
    // What is written to a copy under its own name is read there.
    if (value.is === 'data' && callee.name === 'copy' && call.args.length === 0) return [value]
    const text = value.is === 'scalar' ? methodOfText(context, call, value) : undefined
    if (text) return [text]
    return orGiven(context, value, call) ?? [value.is === 'unknown' ? value : unknownValue('dynamic', call.span)]
  })
  return values.length > 0 ? values : undefined
}

/** They answer with an item, or with what they are given beside its name. */
const getting: ReadonlySet<string> = new Set(['get', 'setdefault', 'pop'])

/** With what only a run knows where a map of an object, or of a function around, is put into elsewhere. */
function orPutBy(context: Context, map: Expr, values: readonly Value[]): readonly Value[] {
  const key = pathKey(map)
  if (key === undefined || context.module.language !== 'typescript') return values
  const { index } = context
  const [at] = map.span
  const isOpen = index
    .callsNamed('set')
    .some((site) => writtenBy(site) === key && index.frameOf(site.scope) !== index.frameOf(index.scopeAt(at)))
  return isOpen && !isOfModule(index, rootOf(key), at) ? [...values, unknownValue('dynamic', map.span)] : values
}

/** `" text ".strip()`, `"openai/gpt-4o".split("/")` of a constant; undefined where it is none of a text. */
export function methodOfText(context: Context, call: CallExpr, value: ScalarValue): Value | undefined {
  if (typeof value.value !== 'string') return undefined
  const text = textMethods[lastName(call.callee) ?? '']?.(value.value)
  return text === undefined ? changedText(context, call, value) : { ...value, value: text }
}

/** `config.get("model", "gpt-4o")` of what a caller hands in: the code's own default, unless that holds another. */
function orGiven(context: Context, value: Value, call: CallExpr): readonly Value[] | undefined {
  const [key, fallback, ...more] = call.args
  const asks = call.callee.is === 'member' && /^(?:get|pop)$/.test(call.callee.name)
  if (!asks || !key || !fallback || more.length > 0 || fallback.spread) return undefined
  if (value.is === 'unknown' ? !value.outside : !isDeclared(value) && !isHandedIn(value)) return undefined
  const outside = value.is === 'unknown' ? value.outside : undefined
  return [unknownValue('dynamic', call.span, outside ?? 'parameter'), ...context.evaluate(fallback.value)]
}

/** `state: State`, a type of the program's own that nobody is seen to make: what it holds comes from whoever calls. */
const isHandedIn = (value: Value): boolean => value.is === 'instance' && !value.call

function got(context: Context, record: RecordExpr, call: CallExpr): readonly Value[] {
  const [key, fallback] = call.args
  const other = fallback ? context.evaluate(fallback.value) : [scalar(null, call.span)]
  return via(
    'constant',
    (key ? context.evaluate(key.value) : []).flatMap((value): readonly Value[] => {
      if (value.is !== 'scalar' || (typeof value.value !== 'string' && typeof value.value !== 'number'))
        return [...entryValues(context, record), ...other.map(undecided)]
      const found = itemValues(context, record, value.value, call.span)
      return found.every((item) => item.is === 'scalar' && item.value === null) ? other : found
    }),
  )
}

const textMethods: Readonly<Record<string, (text: string) => string>> = {
  strip: (text) => text.trim(),
  trim: (text) => text.trim(),
  lower: (text) => text.toLowerCase(),
  toLowerCase: (text) => text.toLowerCase(),
}
