// What an arm runs for, where that is a comparison that the program itself may have settled: `if PROVIDER == "openai":`.
import type { Expr, When } from '../../../core/module.ts'
import type { ModuleBuilder } from './builder.ts'

/** Longer chains than this are told by the test of each arm alone. */
const longest = 8

const compares = /^(?:[!=]==?|is|is not|in|not in)$/

/** Is it asked of one thing alone, by what stands there: `NAME == "text"`, `"/" in model`, `USE_AZURE`, `name.startswith("gpt")`? */
function isPlain(expr: Expr): boolean {
  if (isPath(expr)) return true
  if (expr.is === 'call')
    return (
      expr.callee.is === 'member' &&
      /^(?:starts_?[wW]ith|ends_?[wW]ith|includes|lower|toLowerCase|strip|trim)$/.test(expr.callee.name) &&
      [expr.callee.of, ...expr.args.map(({ value }) => value)].every((part) => isPlain(part) || isConstant(part))
    )
  if (expr.is === 'choice') return expr.via === 'or' && expr.among.every(isPlain)
  if (expr.is !== 'operation') return false
  const { op, args } = expr
  if (/^(?:!|not|&&|and)$/.test(op)) return args.every(isPlain)
  return (
    compares.test(op) && args.length === 2 && args.some(isConstant) && args.every((a) => isConstant(a) || isPlain(a))
  )
}

const isConstant = (expr: Expr): boolean =>
  /^(?:number|boolean|null)$/.test(expr.is) ||
  (expr.is === 'text' && expr.parts.every((part) => typeof part === 'string')) ||
  (expr.is === 'list' && expr.items.length <= longest && expr.items.every(isConstant))

const isPath = (expr: Expr): boolean =>
  expr.is === 'name' || (expr.is === 'member' && isPath(expr.of)) || (expr.is === 'index' && isPath(expr.of))

const not = (expr: Expr): Expr => ({ is: 'operation', op: 'not', args: [expr], span: expr.span })

/** What holds in an arm: its own test, and none of those before it. */
export function whenOf(before: readonly Expr[], own: Expr | undefined): When {
  const mine = own && isPlain(own) ? [own] : []
  const isLong = before.length > longest
  const plain = isLong ? [] : before.filter(isPlain)
  const whole = !isLong && plain.length === before.length
  return { tests: [...mine, ...plain.map(not)], alone: whole && (own === undefined || mine.length > 0) }
}

/** What holds in an arm of an arm. In a loop a name may have another value each time round, so there nothing is told. */
export function whenBoth({ when, loop }: ModuleBuilder, inner: When | undefined): When | undefined {
  const told = loop === undefined ? inner : undefined
  const tests = [...(when?.tests ?? []), ...(told?.tests ?? [])]
  return tests.length === 0 ? undefined : { tests, alone: (when?.alone ?? true) && told?.alone === true }
}
