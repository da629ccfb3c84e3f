import type { Expr } from '../module.ts'
import { argumentsOf } from './arguments.ts'
import type { Context } from './context.ts'
import { givenTo } from './held.ts'
import { type Made, makingOf } from './match.ts'
import { last } from './value.ts'

/** What something was given after it was made, in this module: `kernel.add_service(…)`, `pipeline.add_component("llm", …)`. */
export function takenBy(context: Context, made: Made): readonly Expr[] {
  const call = makingOf(made)?.call
  if (!call) return []
  return Object.entries(made.client.takes ?? {}).flatMap(([method, params]) =>
    context.index.callsNamed(method).flatMap(({ expr }) => {
      if (expr.callee.is !== 'member') return []
      const isIts = context.evaluate(expr.callee.of).some((of) => of.is === 'symbol' && last(of.path)?.call === call)
      return isIts ? givenTo(argumentsOf(context, expr, 0, []), params) : []
    }),
  )
}
