// https://developer.hashicorp.com/terraform/language/expressions/strings
import { locate } from '../../../core/document.ts'
import { known, unknown } from '../../../core/known.ts'
import type { Known } from '../../../core/types.ts'
import { evaluate, type Scope } from './evaluate.ts'
import type { Template, TemplatePart } from './hcl/ast.ts'
import { lift, toText, type Value } from './value.ts'

/** `"${x}"` alone is x itself, whatever its type. */
export function evaluateTemplate(template: Template, scope: Scope): Known<Value> {
  const [only, ...others] = template.parts
  if (only?.is === 'interpolation' && others.length === 0) return evaluate(only.value, scope)
  const at = locate(scope.document, template.span)
  const parts = template.parts.map((part) => evaluatePart(part, scope))
  return lift(parts, at, (values) => {
    const texts = values.map(toText)
    return texts.every((text) => text !== undefined) ? known<Value>(texts.join(''), at) : unknown('unsupported', at)
  })
}

function evaluatePart(part: TemplatePart, scope: Scope): Known<Value> {
  const at = locate(scope.document, part.span)
  switch (part.is) {
    case 'text':
      return known<Value>(part.text, at)
    case 'interpolation':
      return evaluate(part.value, scope)
    case 'if':
    case 'for':
      return unknown('unsupported', at)
  }
}
