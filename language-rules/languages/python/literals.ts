import type { Expr } from '../../../core/module.ts'
import { type ModuleBuilder, report } from '../lowering/builder.ts'
import { opaque, textOf } from '../lowering/expr.ts'
import { several } from './expressions.ts'
import { cook, stringForm } from './strings.ts'
import { child, type Node } from './tree.ts'

const notTheValue = new Set(['{', '}', 'FormatConversion', 'FormatSpec', 'FormatSelfDoc'])

/** A string, an f-string, or several side by side, as one text. Bytes are no text a model reads. */
export function lowerStrings(builder: ModuleBuilder, node: Node): Expr {
  // Where a comma is left out, the parser takes what follows a text for another one: `model="gpt-4o" messages=[]`.
  const literals = node.name === 'ContinuedString' ? node.kids.filter((kid) => isLiteral(builder, kid)) : [node]
  const pieces = literals.flatMap((literal) => piecesOf(builder, literal) ?? [undefined])
  const span = [node.from, node.to] as const
  const known = pieces.filter((piece) => piece !== undefined)
  if (known.length === pieces.length) return textOf(span, known)
  return opaque(
    span,
    known.filter((piece) => typeof piece !== 'string'),
  )
}

const isLiteral = ({ text }: ModuleBuilder, { from, to }: Node) => /^[a-z]{0,2}["']/i.test(text.slice(from, to))

function piecesOf(builder: ModuleBuilder, literal: Node): (string | Expr)[] | undefined {
  const { raw, bytes, format, closed, start, end } = stringForm(builder.text.slice(literal.from, literal.to))
  if (!closed) report(builder, [literal.from, literal.to], 'This text is not closed.')
  if (bytes) return undefined
  const constant = (from: number, to: number) => {
    const content = builder.text.slice(from, Math.max(from, to))
    return cook(format ? content.replace(/\{\{/g, '{').replace(/\}\}/g, '}') : content, raw)
  }
  const pieces: (string | Expr)[] = []
  let at = literal.from + start
  for (const hole of literal.kids) {
    if (hole.name !== 'FormatReplacement') continue
    pieces.push(constant(at, hole.from))
    pieces.push(...holeOf(builder, hole))
    at = hole.to
  }
  pieces.push(constant(at, literal.from + end))
  return pieces
}

function holeOf(builder: ModuleBuilder, hole: Node): (string | Expr)[] {
  const value = several(
    builder,
    hole.kids.filter((kid) => !notTheValue.has(kid.name)),
    hole,
  )
  // A width or a precision can be an expression too; only its calls matter.
  const spec = child(hole, 'FormatSpec')
  for (const inner of spec?.kids ?? []) if (inner.name === 'FormatReplacement') holeOf(builder, inner)
  const selfDoc = child(hole, 'FormatSelfDoc')
  if (!selfDoc || selfDoc.to === selfDoc.from) return [value]
  return [builder.text.slice(hole.from + 1, selfDoc.to), value]
}
