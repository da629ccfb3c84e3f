// What one test tells of another: that it holds as well, that it does not, or nothing. `provider == "openai"` in two places asks the same, as long
// as nothing gives `provider` another value between.
import type { Expr, Guard } from '../module.ts'
import { stays } from './guards.ts'
import { type ModuleIndex, pathKey } from './module-index.ts'

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
  const frameOf = ({ test }: Guard) => index.frameOf(index.scopeAt(test.span[0]))
  const [since, use] = [first.test.span[0], second.test.span[0]]
  return frameOf(first) === frameOf(second) && stays(index, key, second, since, use)
}
