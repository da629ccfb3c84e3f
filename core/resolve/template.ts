import type { Expr } from '../module.ts'
import type { Via } from '../types.ts'
import type { Context } from './context.ts'
import { homeOf } from './cross.ts'
import { lookup } from './lookup.ts'
import { hole } from './providers.ts'

/** `https://\0.openai.azure.com`: a text with `hole` for each piece that is not constant, and how one that is assumed came there. */
export interface Template {
  readonly text: string
  readonly from?: Via | undefined
}

/** Undefined where it is no text at all. */
export function templateOf(context: Context, expr: Expr, depth = 0): Template | undefined {
  const home = homeOf(context, expr)
  if (home !== context) return templateOf(home, expr, depth)
  const values = context.evaluate(expr)
  const only = values.length === 1 ? values[0] : undefined
  if (only?.is === 'scalar' && typeof only.value === 'string')
    return { text: only.value, from: only.assumed ? only.via : undefined }
  if (depth > 8) return undefined
  const pieceOf = (piece: Expr | string): Template =>
    typeof piece === 'string' ? { text: piece } : (templateOf(context, piece, depth + 1) ?? { text: hole })
  if (expr.is === 'text') return joined(expr.parts.map(pieceOf))
  if (expr.is === 'operation' && expr.op === '+') return joined(expr.args.map(pieceOf))
  const filled = filledOf(context, expr)
  if (filled) return joined(filled.map(pieceOf))
  const source = expr.is === 'name' ? onlyValue(context, expr) : undefined
  return source && templateOf(context, source, depth + 1)
}

/** `"http://{}:{}".format(host, 9000)`, `"http://%s" % host`: the pieces of the text, and what stands between them. */
function filledOf(context: Context, expr: Expr): readonly (Expr | string)[] | undefined {
  if (expr.is === 'call' && expr.callee.is === 'member' && expr.callee.name === 'format') {
    const named = (name: string, at: number) =>
      expr.args.find((argument) => argument.name === name) ?? expr.args[/^\d+$/.test(name) ? Number(name) : at]
    return pieces(context, expr.callee.of, /\{(\w*)[^{}]*\}/, (name, at) => named(name, at)?.value)
  }
  if (expr.is !== 'operation' || expr.op !== '%' || expr.args.length !== 2) return undefined
  const [template, given] = expr.args as readonly [Expr, Expr]
  const values = given.is === 'list' ? given.items : [given]
  return pieces(context, template, /%(?:\((\w+)\))?[-+0-9.]*[sdrfi]/, (name, at) => (name ? undefined : values[at]))
}

function pieces(
  context: Context,
  template: Expr,
  mark: RegExp,
  given: (name: string, at: number) => Expr | undefined,
): readonly (Expr | string)[] | undefined {
  const [text, ...others] = context.evaluate(template)
  if (text?.is !== 'scalar' || typeof text.value !== 'string' || others.length > 0) return undefined
  const told = text.value.split(mark)
  return told.map((piece, i) => (i % 2 === 0 ? piece : (given(piece ?? '', (i - 1) / 2) ?? hole)))
}

const joined = (pieces: readonly Template[]): Template => ({
  text: pieces.map(({ text }) => text).join(''),
  from: pieces.find(({ from }) => from !== undefined)?.from,
})

/** The one expression a name surely holds where it stands. */
export function onlyValue(context: Context, expr: Extract<Expr, { is: 'name' }>): Expr | undefined {
  const at = expr.span[0]
  const { bindings, imports } = lookup(context.index, expr.name, context.index.scopeAt(at), at)
  const only = bindings.length === 1 && imports.length === 0 ? bindings[0] : undefined
  return only?.via === 'assign' || only?.via === 'field' ? only.value : undefined
}
