import type { Span } from '../../../../core/types.ts'
import type { BodyItem, Expression, TemplatePart } from './ast.ts'

/** Where an offset is now. */
export type Move = (offset: number) => number

/** Nodes are made with their places once; only here, before or after anyone else holds them, are these changed. */
const move = (node: { readonly span: Span }, to: Move) => moveSpan(node.span, to)

function moveSpan(span: Span, to: Move): void {
  const places = span as [number, number]
  places[0] = to(places[0])
  places[1] = to(places[1])
}

/** Gives every node of an item, itself included, its new place. A span is never shared between nodes. */
export function respanItem(item: BodyItem, to: Move): void {
  move(item, to)
  if (item.is === 'attribute') {
    moveSpan(item.nameSpan, to)
    respan(item.value, to)
    return
  }
  moveSpan(item.typeSpan, to)
  moveSpan(item.bodySpan, to)
  for (const label of item.labels) move(label, to)
  for (const inner of item.items) respanItem(inner, to)
}

export function respan(expression: Expression, to: Move): void {
  move(expression, to)
  switch (expression.is) {
    case 'literal':
    case 'variable':
    case 'element':
      return
    case 'template':
      for (const part of expression.parts) respanPart(part, to)
      return
    case 'attribute':
      respan(expression.of, to)
      return
    case 'index':
      respan(expression.of, to)
      respan(expression.key, to)
      return
    case 'splat':
      respan(expression.of, to)
      respan(expression.each, to)
      return
    case 'call':
      for (const arg of expression.args) respan(arg, to)
      return
    case 'unary':
      respan(expression.operand, to)
      return
    case 'binary':
      respan(expression.left, to)
      respan(expression.right, to)
      return
    case 'conditional':
      respan(expression.condition, to)
      respan(expression.then, to)
      respan(expression.otherwise, to)
      return
    case 'parens':
      respan(expression.value, to)
      return
    case 'tuple':
      for (const item of expression.items) respan(item, to)
      return
    case 'object':
      for (const { key, value } of expression.items) {
        respan(key, to)
        respan(value, to)
      }
      return
    case 'for':
      respan(expression.collection, to)
      respan(expression.result, to)
      if (expression.resultKey !== undefined) respan(expression.resultKey, to)
      if (expression.condition !== undefined) respan(expression.condition, to)
  }
}

function respanPart(part: TemplatePart, to: Move): void {
  move(part, to)
  switch (part.is) {
    case 'text':
      return
    case 'interpolation':
      respan(part.value, to)
      return
    case 'if':
      respan(part.condition, to)
      for (const inner of [...part.then, ...part.otherwise]) respanPart(inner, to)
      return
    case 'for':
      respan(part.collection, to)
      for (const inner of part.parts) respanPart(inner, to)
  }
}
