import type { Expr } from '../module.ts'
import type { Context } from './context.ts'
import { crossed } from './cross.ts'
import { last, type Segment, type SymbolValue } from './value.ts'

/** What a decorator makes of a function, `@llm.call("openai/gpt-4o")`: where it is called, `answer(…)`, or one of its methods, `answer.stream(…)`. */
export function decoratedValues(context: Context, method: Expr): readonly SymbolValue[] {
  const own = madeFrom(context, method)
  if (own.length > 0 || method.is !== 'member') return own
  const { name } = method
  return madeFrom(context, method.of).map((value) => ({ ...value, path: [...value.path, { name }] }))
}

function madeFrom(context: Context, expr: Expr): readonly SymbolValue[] {
  return context.evaluate(expr).flatMap((value) => {
    if (value.is !== 'function' && value.is !== 'class') return []
    const home = value.home ?? context
    const made = (home.module.scopes[value.scope]?.decorators ?? [])
      .flatMap((decorator) => home.evaluate(decorator))
      .flatMap((by) => (by.is === 'symbol' && !by.global ? [{ ...by, path: applied(by.path) }] : []))
    const values = value.home ? crossed(context, { home, at: expr.span }, made) : made
    return values.filter((each) => each.is === 'symbol')
  })
}

/** `call("gpt-4o")` is called with the function. */
function applied(path: readonly Segment[]): readonly Segment[] {
  const end = last(path)!
  return end.called
    ? [...path, { name: '', called: true }]
    : [...path.slice(0, -1), { name: end.name, called: true as const }]
}
