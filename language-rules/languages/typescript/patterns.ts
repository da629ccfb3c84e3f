import ts from 'typescript'
import type { Binding, Expr } from '../../../core/module.ts'
import { bind } from '../lowering/builder.ts'
import { constantText, itemOf, nameAt, opaque } from '../lowering/expr.ts'
import { expression } from './expressions.ts'
import { keyOf } from './objects.ts'
import { spanOf, type Walk } from './walk.ts'

/** Binds each name of `{ a, b: { c = 1 } }` or `[a, ...b]` to its part of the value. */
export function bindPattern(
  walk: Walk,
  name: ts.BindingName,
  value: Expr,
  via: Binding['via'],
  block?: Binding['block'],
): void {
  if (ts.isIdentifier(name)) {
    const span = spanOf(walk, name)
    bind(walk.builder, { target: nameAt(span, name.text), value, via, span, ...(block && { block }) })
    return
  }
  name.elements.forEach((element, i) => {
    if (ts.isOmittedExpression(element)) return
    const whole = element.dotDotDotToken ? opaque(value.span, [value]) : undefined
    const part =
      whole ?? (ts.isArrayBindingPattern(name) ? itemOf(value, i, value.span) : property(walk, element, value))
    bindPattern(walk, element.name, withDefault(walk, part, element.initializer), via, block)
  })
}

function property(walk: Walk, element: ts.BindingElement, value: Expr): Expr {
  const written = element.propertyName ?? element.name
  return ts.isObjectBindingPattern(written) || ts.isArrayBindingPattern(written)
    ? opaque(value.span, [value])
    : memberOf(walk, written, value)
}

export function memberOf(walk: Walk, name: ts.PropertyName, value: Expr): Expr {
  const key = keyOf(walk, name)
  const text = constantText(key)
  return text === undefined
    ? { is: 'index', of: value, key, span: key.span }
    : { is: 'member', of: value, name: text, nameSpan: key.span, span: key.span }
}

/** `a = 1` inside a pattern: the part, or where it is not there the default. */
export function withDefault(walk: Walk, part: Expr, initializer: ts.Expression | undefined): Expr {
  if (!initializer) return part
  return { is: 'choice', via: 'or', among: [part, expression(walk, initializer)], span: part.span }
}
