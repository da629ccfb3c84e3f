// Arms that run where something is there, and use just that: `if limit is not None: params["max_tokens"] = limit`.
import type { Expr } from '../../../core/module.ts'
import type { ModuleBuilder } from './builder.ts'

const written = ({ text }: ModuleBuilder, expr: Expr): string => text.slice(...expr.span)

/** What a condition holds for the being there of, as it is written: `limit`, `limit !== undefined`, `limit and stream`. */
export function setBy(builder: ModuleBuilder, condition: Expr): readonly string[] {
  if (condition.is !== 'operation') return isPath(condition) ? [written(builder, condition)] : []
  const { op, args } = condition
  if (op === '&&' || op === 'and') return args.flatMap((part) => setBy(builder, part))
  return /^(?:!==?|is not)$/.test(op) ? besideNothing(builder, args) : []
}

/** What it holds for the absence of: `not limit`, `limit is None`. */
function unsetBy(builder: ModuleBuilder, condition: Expr): readonly string[] {
  if (condition.is !== 'operation') return []
  const { op, args } = condition
  if (op === '!' || op === 'not') return args.flatMap((part) => (isPath(part) ? [written(builder, part)] : []))
  return /^(?:===?|is)$/.test(op) ? besideNothing(builder, args) : []
}

function besideNothing(builder: ModuleBuilder, args: readonly Expr[]): readonly string[] {
  const [first, second, ...more] = args
  if (!first || !second || more.length > 0) return []
  const path = isNothing(second) ? first : isNothing(first) ? second : undefined
  return path && isPath(path) ? [written(builder, path)] : []
}

const isNothing = (expr: Expr): boolean => expr.is === 'null' || (expr.is === 'name' && expr.name === 'undefined')

const isPath = (expr: Expr): boolean =>
  expr.is === 'name' || expr.is === 'member' || expr.is === 'index' || expr.is === 'call'

type Choice = Extract<Expr, { is: 'choice' }>

/**
 * A ternary: `limit if limit is not None else 500` is one of the two as `limit or 500` is. Whether one asks of what it holds is told:
 * `{ limit } if limit else {}`, `"new" if model == "old" else model`.
 */
export function ternary(builder: ModuleBuilder, condition: Expr, among: readonly Expr[], span: Choice['span']): Choice {
  const [yes, no] = among
  if (!yes || !no) return { is: 'choice', via: 'ternary', among, span }
  const [first, second] = [written(builder, yes), written(builder, no)]
  if (setBy(builder, condition).includes(first)) return { is: 'choice', via: 'or', among, span }
  if (unsetBy(builder, condition).includes(second)) return { is: 'choice', via: 'or', among: [no, yes], span }
  const asked = (condition.is === 'operation' ? condition.args : [condition]).filter(isPath)
  const itself = asked.map((part) => written(builder, part)).some((part) => holds(first, part) || second === part)
  return { is: 'choice', via: 'ternary', among, on: condition, ...(itself ? { itself: true } : {}), span }
}

/** Does it stand in a text as a whole: `limit` in `{ limit }`, and not in `limits`? */
function holds(text: string, part: string): boolean {
  const at = text.indexOf(part)
  return at >= 0 && !/\w/.test(text[at - 1] ?? '') && !/\w/.test(text[at + part.length] ?? '')
}
