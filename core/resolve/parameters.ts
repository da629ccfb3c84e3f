import type { Argument, Binding, CallExpr, Entry, Expr, Parameter, Scope } from '../module.ts'
import { annotated } from './annotations.ts'
import { calledBack } from './called-back.ts'
import { callersOf, carriedTo, type LocalCall } from './callers.ts'
import { type Elsewhere, usedElsewhere } from './callers-elsewhere.ts'
import type { Context, OnlyCall } from './context.ts'
import { crossed } from './cross.ts'
import { fieldsOf } from './fields.ts'
import { functionHints } from './hints.ts'
import { optionDefault } from './options.ts'
import { isSetter } from './setters.ts'
import { spreadOut } from './spread-out.ts'
import { undecided, unknownValue, type Value, via, whyUnknown } from './value.ts'

/**
 * What a parameter may hold: what every caller passes, else its declared type, else its default, which is only assumed since a caller
 * elsewhere may pass another.
 */
export function parameterValues(context: Context, binding: Binding): readonly Value[] {
  const scope = context.module.scopes[binding.scope]
  const at = binding.refers ?? -1
  const parameter = scope?.parameters[at]
  const outside = unknownValue('dynamic', binding.target.span, 'parameter')
  // The parameter of an inline callback is one element of what is iterated.
  if (binding.value) return context.evaluate(binding.value)
  if (!scope || !parameter) return [outside]
  if (parameter.rest === 'record') return restValues(context, scope, binding, outside)
  if (parameter.rest) return [listOf(context, scope, at, binding) ?? outside]
  const { only } = context
  const one = onlyOf(context, scope.id)
  if (one) return onlyValues(context, one, scope, at) ?? [outside]
  const fallback = parameter.default
    ? defaultValues(context, parameter.default)
    : (optionDefault(context, scope, parameter.name) ?? [])
  const here = passedValues(context, scope, at, fallback)
  const constant = [...here, ...fallback].some(isConstant)
  // A client made in this file says more than its type: where it sends the calls. So does an object of a class: what it was made with.
  if (!constant && (here.some(isClient) || (parameter.annotation && isMade(here)))) return here
  const typed = parameter.annotation && !constant ? annotated(context, parameter.annotation) : []
  // What it is declared to be says enough, what is worked out for one call has that call's values, and where no call can stand nobody asks:
  // each question reads the files that import this one.
  const isApart = typed.length > 0 || only !== undefined || calledBack(context, scope).instead
  const isAsked = !isApart && (context.link?.namesSdk || isSetter(context.index, scope, parameter.name))
  const far = isAsked && context.link ? passedElsewhere(context, scope, at, fallback) : []
  const passed = [...here, ...far]
  if (!passed.some(isConstant) && far.some(isClient))
    return [...passed.filter(({ is }) => is !== 'unknown'), ...fallback]
  if (typed.length === 0) {
    if (passed.length > 0 && passed.every(isTold)) return passed
    // What this file passes is the code's own choice, beside what another file passes that nobody can read.
    if (here.length > 0 && here.every(isTold) && far.length > 0) return [...here, outside]
    // Nobody who is seen to call it goes by the default.
    if (fallback.length > 0 && here.length > 0 && isGivenByAll(context, scope, at)) return passed.map(undecided)
  }
  // What is taken out of a record by name, `({ model = "gpt-4o" } = {})`, a caller may put there.
  const open = parameter.name.startsWith('#') && fallback.some(({ is }) => is === 'data') ? [outside] : []
  return typed.length + fallback.length > 0 ? [...open, ...typed, ...fallback] : [outside]
}

const isMade = (values: readonly Value[]): boolean =>
  values.length > 0 && values.every((value) => value.is === 'instance' && value.call !== undefined)
const isClient = (value: Value): boolean => value.is === 'symbol' && !value.global
const isConstant = (value: Value): boolean => value.is === 'scalar' && value.value !== null
const isTold = (value: Value): boolean => whyUnknown(value) === undefined || value.is === 'instance'

/** The one call a function is worked out for, itself or as one that what is worked out stands in. */
function onlyOf({ only }: Context, scope: number): OnlyCall | undefined {
  let one = only
  while (one && one.scope !== scope) one = one.within
  return one
}

/** What the one call gives the parameter, else what its default is. */
function onlyValues(context: Context, only: OnlyCall, scope: Scope, at: number): readonly Value[] | undefined {
  const given = argumentFor(only.call, scope.parameters, at, only.offset)
  if (given === 'spread') {
    const values = spreadIn(only.from, only.call, scope.parameters[at]!.name)
    return values && crossed(context, { home: only.from, at: scope.parameters[at]!.span }, values)
  }
  if (given) {
    const values = only.from.evaluate(given.value)
    return crossed(context, { home: only.from, at: scope.parameters[at]!.span }, values)
  }
  const fallback = scope.parameters[at]?.default
  return fallback && via('parameter', context.evaluate(fallback))
}

/** What `**options` holds: of each call what no other parameter takes. */
function restValues(context: Context, scope: Scope, { target }: Binding, outside: Value): readonly Value[] {
  const { only } = context
  const one = onlyOf(context, scope.id)
  const taken = new Set(scope.parameters.map(({ name }) => name))
  const restOf = ({ args, span: at }: CallExpr): Value => {
    const entries = args.flatMap(({ name, value, spread, span }): readonly Entry[] => {
      if (spread === 'record') return [{ value, spread: true, span }]
      return name === undefined || taken.has(name) ? [] : [{ name, value, span }]
    })
    return { is: 'data', expr: { is: 'record', entries, span: at } }
  }
  if (one) return crossed(context, { home: one.from, at: target.span }, [restOf(one.call)])
  const here = callsOf(context, scope).map(({ site }) => restOf(site.expr))
  const { calls, given, loops, all } = only || !context.link?.namesSdk ? nobody : usedElsewhere(context, scope.id)
  const far = calls.flatMap((call) =>
    crossed(context, { home: call.context, at: target.span, assumed: true }, [restOf(call.site.expr)]),
  )
  const open = !all || given.length + loops.length > 0 || here.length + far.length === 0
  return open ? [...here, ...far, outside] : [...here, ...far]
}

/** What `*names` holds: of the one call what no parameter before takes. */
function listOf(context: Context, scope: Scope, at: number, { target }: Binding): Value | undefined {
  const one = onlyOf(context, scope.id)
  const given = one?.call.args.filter(({ name, spread }) => name === undefined && spread !== 'record')
  if (!one || !given || given.some(({ spread }) => spread)) return undefined
  const items = given.slice(at - one.offset).map(({ value }) => value)
  const list: Value = { is: 'data', expr: { is: 'list', items, span: one.call.span } }
  return crossed(context, { home: one.from, at: target.span }, [list])[0]
}

const nobody: Pick<Elsewhere, 'calls' | 'given' | 'loops' | 'all'> = { calls: [], given: [], loops: [], all: true }

function defaultValues(context: Context, expr: Expr): readonly Value[] {
  return via('parameter', context.evaluate(expr), true)
}

/** Does each call in this file give it, be that what it may? */
const isGivenByAll = (context: Context, scope: Scope, at: number): boolean =>
  callsOf(context, scope).every(({ site, offset }) => {
    const given = argumentFor(site.expr, scope.parameters, at, offset)
    return given !== undefined && given !== 'spread'
  })

const callsOf = (context: Context, scope: Scope): readonly LocalCall[] => [
  ...callersOf(context, scope.id),
  ...carriedTo(context, scope.id),
]

function passedValues(context: Context, scope: Scope, at: number, fallback: readonly Value[]): readonly Value[] {
  const back = calledBack(context, scope)
  const calls = back.instead
    ? []
    : callsOf(context, scope).map(({ site, offset }) => ({ context, expr: site.expr, offset }))
  return [...calls, ...back.calls].flatMap(({ context: home, expr, offset }) => {
    const found = argumentFor(expr, scope.parameters, at, offset)
    const given = found === 'spread' ? argumentFor(spreadOut(home, expr), scope.parameters, at, offset) : found
    if (given === undefined) return fallback
    const values = given === 'spread' ? spreadIn(home, expr, scope.parameters[at]!.name) : home.evaluate(given.value)
    if (!values) return [unknownValue('dynamic', expr.span)]
    return via(
      'parameter',
      home === context ? values : crossed(context, { home, at: scope.parameters[at]!.span }, values),
    )
  })
}

/**
 * What the callers in other files pass: assumed, since whoever installs the project may pass another. What a framework calls the function
 * with, or whom it is handed to, is one more value nobody knows.
 */
function passedElsewhere(context: Context, scope: Scope, at: number, fallback: readonly Value[]): readonly Value[] {
  const { calls, given, loops, all } = usedElsewhere(context, scope.id)
  if (calls.length + given.length + loops.length === 0 && all) return []
  const document = context.link!.document
  const span = scope.parameters[at]!.span
  const values = calls.flatMap((call): readonly Value[] => {
    const argument = argumentFor(call.site.expr, scope.parameters, at, call.offset)
    if (argument === undefined) return fallback
    const given =
      argument === 'spread'
        ? (spreadIn(call.context, call.site.expr, scope.parameters[at]!.name) ?? [unknownValue('dynamic', span)])
        : call.context.evaluate(argument.value)
    return crossed(context, { home: call.context, at: span, assumed: true }, given)
  })
  const isEntry = functionHints(context, document, scope.id).length > 0
  const open = isEntry || !all || given.length + loops.length > 0
  // A caller that calls itself adds nothing to what the others pass.
  const told = values.filter((value) => value.is !== 'unknown' || value.why !== 'cycle')
  // How long a list is, or what a record holds, is the choice of that one call.
  const kept = told.filter(({ is }) => is === 'scalar' || is === 'symbol' || is === 'instance')
  return open || kept.length < told.length ? [...kept, unknownValue('dynamic', span, 'parameter')] : kept
}

/** What a record that is spread into a call surely gives a parameter: `ask(text, **options)`. */
function spreadIn(context: Context, { args }: CallExpr, name: string): readonly Value[] | undefined {
  const spread = args.filter((argument) => argument.spread)
  const [only] = spread
  if (spread.length !== 1 || only?.spread !== 'record') return undefined
  const field = fieldsOf(context, only.value).named.get(name)
  return field && !field.maybe ? field.among.flatMap(context.evaluate) : undefined
}

/** The argument a call gives a parameter; `spread` where one of `*args` might. */
function argumentFor(
  call: CallExpr,
  parameters: readonly Parameter[],
  at: number,
  offset: number,
): Argument | 'spread' | undefined {
  const name = parameters[at]?.name
  const named = call.args.find((argument) => argument.name !== undefined && argument.name === name)
  if (named) return named
  const positional = call.args.filter((argument) => argument.name === undefined && argument.spread !== 'record')
  if (parameters.slice(0, at).some((parameter) => parameter.rest === 'list')) return undefined
  const place = at - offset
  const before = positional.slice(0, place + 1)
  if (before.some((argument) => argument.spread === 'list')) return 'spread'
  return before[place] ?? (call.args.some((argument) => argument.spread === 'record') ? 'spread' : undefined)
}
