// https://developer.hashicorp.com/terraform/language/expressions/function-calls
import { locate } from '../../../core/document.ts'
import { known, unknown, valueOf } from '../../../core/known.ts'
import type { Known } from '../../../core/types.ts'
import { evaluate, type Scope } from './evaluate.ts'
import { readBeside } from './files.ts'
import { entriesOf } from './functions/function.ts'
import { functions } from './functions.ts'
import type { Expression } from './hcl/ast.ts'
import { renderFile, renderText } from './render.ts'
import { failed, fails, isList, isOpen, lift, toText, type Value } from './value.ts'

type Call = Extract<Expression, { is: 'call' }>

export function callFunction(call: Call, scope: Scope): Known<Value> {
  const at = locate(scope.document, call.span)
  const name = call.name.replace(/^core::/, '')
  const own = scope.module.surroundings?.call(call, scope)
  if (own !== undefined) return own
  const special = Object.hasOwn(specials, name) ? specials[name] : undefined
  if (special !== undefined) return special(call, scope)
  const args = argumentsOf(call, scope)
  if (!Array.isArray(args)) return args as Known<Value>
  if (Object.hasOwn(choosing, name)) return choosing[name]!(args) ?? failed('absent', at)
  const apply = Object.hasOwn(functions, name) ? functions[name] : undefined
  if (apply === undefined) return unknown('unsupported', at)
  return lift(args, at, (values) =>
    values.some(isOpen) && !takesOpen.has(name)
      ? unknown('dynamic', at)
      : (apply(values, at, readBeside(scope)) ?? failed('unsupported', at)),
  )
}

/** Functions that answer the same whatever follows the elements that are known. */
const takesOpen = new Set(['slice'])

/** With `f(a, list...)` spread; what the list is, where it is not known. */
function argumentsOf(call: Call, scope: Scope): readonly Known<Value>[] | Known<Value> {
  const args = call.args.map((arg) => evaluate(arg, scope))
  if (!call.expands) return args
  const at = locate(scope.document, call.span)
  const last = args.at(-1)!
  if (last.is === 'unknown') return last
  const rest = valueOf(last)
  if (rest === undefined) return unknown('dynamic', at)
  return rest !== null && isList(rest) ? [...args.slice(0, -1), ...rest.items] : failed('unsupported', at)
}

/** Functions that need not know all of their arguments. Undefined where none of them fits. */
const choosing: Readonly<Record<string, (args: readonly Known<Value>[]) => Known<Value> | undefined>> = {
  /** The first that is neither null nor empty. An unknown before it may be the one. */
  coalesce: (args) =>
    args.find((arg) => {
      const value = valueOf(arg)
      return value !== null && value !== ''
    }),
  lookup([map, key, otherwise]) {
    if (map === undefined || key === undefined) return undefined
    const absent = otherwise ?? failed<Value>('absent', key.at)
    return lift([map, key], key.at ?? map.at!, ([of, name]) => {
      const [entries, text] = [entriesOf(of), toText(name!)]
      if (entries === undefined || text === undefined) return failed('unsupported', key.at)
      return entries.get(text) ?? absent
    })
  },
}

/** Functions that look at what their arguments are before, or instead of, their values. */
const specials: Readonly<Record<string, (call: Call, scope: Scope) => Known<Value>>> = {
  /** The first that does not fail. One that is not known may be the one. */
  try(call, scope) {
    for (const arg of call.args) {
      const value = evaluate(arg, scope)
      if (!fails(value)) return value
    }
    return failed('absent', locate(scope.document, call.span))
  },
  can(call, scope) {
    const at = locate(scope.document, call.span)
    const value = call.args[0] && evaluate(call.args[0], scope)
    if (value === undefined) return failed('unsupported', at)
    if (fails(value)) return known<Value>(false, at)
    return value.is === 'unknown' ? value : known<Value>(true, at)
  },
  templatefile(call, scope) {
    const [path, variables] = call.args.map((arg) => evaluate(arg, scope))
    return renderFile(path, variables, scope, locate(scope.document, call.span))
  },
  templatestring(call, scope) {
    const [template, variables] = call.args.map((arg) => evaluate(arg, scope))
    return renderText(template, variables, scope, locate(scope.document, call.span))
  },
}

/** Whether Terraform, or OpenTofu, has a function of that name. */
export const isFunction = (name: string): boolean =>
  [functions, choosing, specials].some((table) => Object.hasOwn(table, name))
