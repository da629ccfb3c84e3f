import type { Expr } from '../module.ts'
import type { Context } from './context.ts'
import { unknownValue, type Value, via } from './value.ts'

/** What a function of this module returns, over all its returns. */
export function returnsOf(context: Context, scope: number, at: Expr): readonly Value[] {
  const values = (context.module.scopes[scope]?.returns ?? []).flatMap(context.evaluate)
  return values.length > 0 ? via('constant', values) : [unknownValue('dynamic', at.span)]
}
