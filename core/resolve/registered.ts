// What decorators of an agent give it: `@agent.tool`, `@agent.instructions`.
import type { Expr, Scope } from '../module.ts'
import type { PromptPart } from '../types.ts'
import type { Context } from './context.ts'
import { toolOf } from './definitions/tool.ts'
import { claim } from './foreign.ts'
import type { Way } from './levers.ts'
import { type Made, makingOf } from './match.ts'
import { definedAt, partsAt } from './prompt.ts'
import { last } from './value.ts'

/** Tools, then what the functions that write a part of the prompt answer; a hole for one that answers what only a run can tell. */
export function registeredParts(way: Way, made: Made | undefined): readonly PromptPart[] {
  const { registers } = made?.client ?? {}
  const call = made && makingOf(made)?.call
  if (!registers || !call) return []
  const from = way.context.foreign.get(call)
  const home = from?.home ?? way.context
  const all = home.module.scopes.flatMap((scope) => {
    const decorator = scope.decorators.find((by) => isOf(home, by, registers, call))
    return decorator ? [{ scope, as: registers[methodOf(decorator)!.name]! }] : []
  })
  const text = home.link?.document.text ?? way.document.text
  const tools = all
    .filter(({ as }) => as === 'tool')
    .map(({ scope }) => toolOf({ context: home, text }, [{ is: 'function', scope: scope.id, bound: false }]))
  const brought = (expr: Expr): Expr => {
    if (from) claim(way.context, from, expr)
    return expr
  }
  const prompts = all.filter(({ as }) => as === 'prompt').flatMap(({ scope }) => partsAt(way, brought(answerOf(scope))))
  return [
    ...definedAt(
      way,
      call,
      tools.filter((tool) => tool !== undefined),
    ),
    ...prompts,
  ]
}

const methodOf = (decorator: Expr) => {
  const callee = decorator.is === 'call' ? decorator.callee : decorator
  return callee.is === 'member' ? callee : undefined
}

function isOf(home: Context, decorator: Expr, registers: Readonly<Record<string, unknown>>, call: Expr): boolean {
  const method = methodOf(decorator)
  if (!method || !Object.hasOwn(registers, method.name)) return false
  return home.evaluate(method.of).some((of) => of.is === 'symbol' && last(of.path)?.call === call)
}

/** What it returns, where that is one expression; else the function stands for it. */
const answerOf = ({ returns, span, name = '…' }: Scope): Expr =>
  returns.length === 1
    ? returns[0]!
    : { is: 'member', of: { is: 'opaque', children: [], span }, name, nameSpan: span, span }
