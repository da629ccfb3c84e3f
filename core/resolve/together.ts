// What goes with what: of a client and a model that the arms of one test give, those of one arm. `client = groq; model = "llama"` in it,
// and never the model of the other arm.
import type { Document } from '../document.ts'
import type { Expr, Guard } from '../module.ts'
import type { Context } from './context.ts'
import { guardsAt, stays } from './guards.ts'
import { pathKey } from './module-index.ts'
import type { Value } from './value.ts'

/** Of values, those that are not given only where what stands at an offset is not; all where that leaves none. */
export function givenWith(
  context: Context,
  document: Document,
  values: readonly Value[],
  place: number,
): readonly Value[] {
  const there = guardsAt(context.module, place)
  if (there.length === 0) return values
  const isApart = (at: number) =>
    guardsAt(context.module, at).some((one) =>
      there.some((other) => one.holds !== other.holds && isSame(context, document, one, other)),
    )
  const kept = values.filter((value) => value.is !== 'scalar' || !isApart(value.at[0]))
  return kept.length > 0 ? kept : values
}

/** One test, or two that ask the same of what is still the same. */
function isSame(context: Context, document: Document, one: Guard, other: Guard): boolean {
  if (one.test === other.test) return true
  const [first, second] = one.test.span[0] < other.test.span[0] ? [one, other] : [other, one]
  const asked = pathsIn(first.test)
  const { index } = context
  const frameOf = ({ test }: Guard) => index.frameOf(index.scopeAt(test.span[0]))
  const code = ({ test }: Guard) => document.text.slice(...test.span)
  return (
    asked !== undefined &&
    frameOf(first) === frameOf(second) &&
    code(first) === code(second) &&
    asked.every((key) => stays(context.index, key, second, first.test.span[0], second.test.span[0]))
  )
}

/** What a plain test asks of: `fast`, `config.host == "groq"`; undefined where it is more than that. */
function pathsIn(test: Expr): readonly string[] | undefined {
  const key = pathKey(test)
  if (key !== undefined) return [key]
  if (test.is === 'text') return test.parts.every((part) => typeof part === 'string') ? [] : undefined
  if (test.is === 'number' || test.is === 'boolean' || test.is === 'null') return []
  if (test.is !== 'operation' || test.args.length > 2) return undefined
  const each = test.args.map(pathsIn)
  return each.every((paths) => paths !== undefined) ? each.flat() : undefined
}
