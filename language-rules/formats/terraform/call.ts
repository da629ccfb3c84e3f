import { locate } from '../../../core/document.ts'
import { unknown, valueOf } from '../../../core/known.ts'
import type { Known } from '../../../core/types.ts'
import { evaluate, type Scope } from './evaluate.ts'
import { functions } from './functions.ts'
import type { Expression } from './hcl/ast.ts'
import { isList, lift, type Value } from './value.ts'

type Call = Extract<Expression, { is: 'call' }>

export function callFunction(call: Call, scope: Scope): Known<Value> {
  const at = locate(scope.document, call.span)
  const name = call.name.replace(/^core::/, '')
  if (name === 'try') return tryEach(call, scope)
  const args = argumentsOf(call, scope)
  if (args === undefined) return unknown('dynamic', at)
  if (name === 'coalesce') return coalesce(args) ?? unknown('absent', at)
  const apply = Object.hasOwn(functions, name) ? functions[name] : undefined
  if (apply === undefined) return unknown('unsupported', at)
  return lift(args, at, (values) => apply(values, at) ?? unknown('unsupported', at))
}

/** With `f(a, list...)` spread; undefined where the list is not known. */
function argumentsOf(call: Call, scope: Scope): readonly Known<Value>[] | undefined {
  const args = call.args.map((arg) => evaluate(arg, scope))
  if (!call.expands) return args
  const rest = valueOf(args.at(-1)!)
  return rest !== undefined && rest !== null && isList(rest) ? [...args.slice(0, -1), ...rest.items] : undefined
}

/** The first that is neither null nor empty. An unknown before it may be the one. */
function coalesce(args: readonly Known<Value>[]): Known<Value> | undefined {
  return args.find((arg) => {
    const value = valueOf(arg)
    return value !== null && value !== ''
  })
}

/** The first that does not fail. Only a look into a known value for something that is not there is known to fail. */
function tryEach(call: Call, scope: Scope): Known<Value> {
  for (const arg of call.args) {
    const value = evaluate(arg, scope)
    const looks = arg.is === 'attribute' || arg.is === 'index'
    const fails = value.is === 'unknown' && value.why === 'absent' && looks && evaluate(arg.of, scope).is !== 'unknown'
    if (!fails) return value
  }
  return unknown('absent', locate(scope.document, call.span))
}
