import type { Argument, Binding, CallExpr, Expr, Parameter, Scope } from '../module.ts'
import { annotated } from './annotations.ts'
import { callersOf, carriedTo } from './callers.ts'
import type { Context, OnlyCall } from './context.ts'
import { crossed } from './cross.ts'
import { optionDefault } from './options.ts'
import { unknownValue, type Value, via, whyUnknown } from './value.ts'

/**
 * What a parameter may hold: what every caller in this file passes, else its declared type, else its default, which is only
 * assumed since a caller elsewhere may pass another.
 */
export function parameterValues(context: Context, binding: Binding): readonly Value[] {
  const scope = context.module.scopes[binding.scope]
  const at = binding.refers ?? -1
  const parameter = scope?.parameters[at]
  const outside = unknownValue('dynamic', binding.target.span, 'parameter')
  // The parameter of an inline callback is one element of what is iterated.
  if (binding.value) return context.evaluate(binding.value)
  if (!scope || !parameter || parameter.rest) return [outside]
  const { only } = context
  if (only?.scope === scope.id) return onlyValues(context, only, scope, at) ?? [outside]
  const fallback = parameter.default
    ? defaultValues(context, parameter.default)
    : (optionDefault(context, scope, parameter.name) ?? [])
  const passed = passedValues(context, scope, at, fallback)
  const isText = [...passed, ...fallback].some((value) => value.is === 'scalar' && value.value !== null)
  // A client made in this file says more than its type: where it sends the calls.
  if (!isText && passed.some((value) => value.is === 'symbol' && !value.global)) return passed
  const typed = parameter.annotation && !isText ? annotated(context, parameter.annotation) : []
  const closed = passed.every((value) => whyUnknown(value) === undefined || value.is === 'instance')
  if (closed && passed.length > 0 && typed.length === 0) return passed
  return typed.length + fallback.length > 0 ? [...typed, ...fallback] : [outside]
}

/** What the one call gives the parameter, else what its default is. */
function onlyValues(context: Context, only: OnlyCall, scope: Scope, at: number): readonly Value[] | undefined {
  const given = argumentFor(only.call, scope.parameters, at, only.offset)
  if (given === 'spread') return undefined
  if (given) {
    const values = only.from.evaluate(given.value)
    return crossed(context, { home: only.from, at: scope.parameters[at]!.span }, values)
  }
  const fallback = scope.parameters[at]?.default
  return fallback && via('parameter', context.evaluate(fallback))
}

function defaultValues(context: Context, expr: Expr): readonly Value[] {
  return via('parameter', context.evaluate(expr), true)
}

function passedValues(context: Context, scope: Scope, at: number, fallback: readonly Value[]): readonly Value[] {
  return [...callersOf(context, scope.id), ...carriedTo(context, scope.id)].flatMap(({ site, offset }) => {
    const given = argumentFor(site.expr, scope.parameters, at, offset)
    if (given === 'spread') return [unknownValue('dynamic', site.expr.span)]
    return given ? via('parameter', context.evaluate(given.value)) : fallback
  })
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
