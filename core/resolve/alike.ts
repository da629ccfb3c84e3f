// What one test tells of another: that it holds as well, that it does not, or nothing. `provider == "openai"` in two places asks the same, as long
// as nothing gives `provider` another value between.
import type { Binding, Expr, Guard } from '../module.ts'
import { givenTo, stays } from './guards.ts'
import { type ModuleIndex, pathKey, within } from './module-index.ts'

/** Where the first holds, does the second: surely, surely not, or can nobody tell? */
export function follows(index: ModuleIndex, first: Guard, second: Guard): boolean | undefined {
  if (first.test === second.test) return first.holds === second.holds
  const one = comparison(first)
  const other = comparison(second)
  if (!one || !other || one.key !== other.key || !isUnchanged(index, one.key, first, second)) return undefined
  if (one.value === other.value) return one.equal === other.equal
  // What is there at all may be any of them.
  return one.equal && one.value !== there && other.value !== there ? !other.equal : undefined
}

const there = Symbol('there')

interface Comparison {
  readonly key: string
  readonly value: string | number | boolean | null | typeof there
  readonly equal: boolean
}

/** A test of one name with one constant: `provider == "openai"`, `not fast`. */
function comparison({ test, holds }: Guard): Comparison | undefined {
  const flag = pathKey(test)
  if (flag !== undefined) return { key: flag, value: there, equal: holds }
  if (test.is !== 'operation') return undefined
  const { op, args } = test
  const [a, b, ...more] = args
  if (!a || !b || more.length > 0 || !/^(?:[!=]==?|is|is not)$/.test(op)) return undefined
  const [asked, constant] = constantOf(b) === undefined ? [b, a] : [a, b]
  const [key, value] = [pathKey(asked), constantOf(constant)]
  return key === undefined || value === undefined ? undefined : { key, value, equal: /^!|not/.test(op) !== holds }
}

function constantOf(expr: Expr): string | number | boolean | null | undefined {
  if (expr.is === 'number' || expr.is === 'boolean') return expr.value
  if (expr.is === 'null') return null
  if (expr.is !== 'text') return undefined
  const [only = '', ...more] = expr.parts
  return typeof only === 'string' && more.length === 0 ? only : undefined
}

/** Both stand in the same function, and what they ask of is the same for both. */
function isUnchanged(index: ModuleIndex, key: string, one: Guard, other: Guard): boolean {
  const [first, second] = one.test.span[0] < other.test.span[0] ? [one, other] : [other, one]
  const frameOf = (offset: number) => index.frameOf(index.scopeAt(offset))
  const [since, use] = [first.test.span[0], second.test.span[0]]
  if (frameOf(since) !== frameOf(use) || !stays(index, key, second, since, use)) return false
  const isOther = ({ again, span, target }: Binding) =>
    frameOf(span[0]) !== frameOf(use) && (again === true || target.is !== 'name') && !isMaking(index, span[0])
  return !givenTo(index.module, key).some((binding) => isTurned(index, binding, since, use) || isOther(binding))
}

/** A turn of a loop that goes on around one of the two offsets alone gives another value. */
function isTurned(index: ModuleIndex, { loop, scope }: Binding, one: number, other: number): boolean {
  if (index.frameOf(scope) !== index.frameOf(index.scopeAt(one))) return false
  for (let around = index.loop(loop); around; around = index.loop(around.parent))
    if (within(around.span, one) !== within(around.span, other)) return true
  return false
}

/** An object has what its making gives it before anything is asked of it. */
const isMaking = ({ frameOf, module, scopeAt }: ModuleIndex, offset: number): boolean =>
  /^(?:__init__|constructor)$/.test(module.scopes[frameOf(scopeAt(offset))]?.name ?? '')
