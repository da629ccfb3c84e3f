// https://developer.hashicorp.com/terraform/language/expressions/strings
import { locate } from '../../../core/document.ts'
import { known, unknown } from '../../../core/known.ts'
import type { Known, Location } from '../../../core/types.ts'
import { bind, evaluate, type Scope } from './evaluate.ts'
import type { Template, TemplatePart } from './hcl/ast.ts'
import { pairsOf } from './instances.ts'
import { alternatives, failed, lift, oneOf, sizeOf, toBoolean, toText, type Value } from './value.ts'

/** Longer collections than anyone writes into a configuration. */
const mostRounds = 1000

/** `"${x}"` alone is x itself, whatever its type. */
export function evaluateTemplate(template: Template, scope: Scope): Known<Value> {
  const [only, ...others] = template.parts
  if (only?.is === 'interpolation' && others.length === 0) return evaluate(only.value, scope)
  const at = locate(scope.document, template.span)
  return joined(template.parts, scope, at)
}

function evaluatePart(part: TemplatePart, scope: Scope): Known<Value> {
  const at = locate(scope.document, part.span)
  switch (part.is) {
    case 'text':
      return known<Value>(part.text, at)
    case 'interpolation':
      return evaluate(part.value, scope)
    case 'if': {
      const outcomes = new Set(alternatives(evaluate(part.condition, scope)).map(toBoolean))
      const branch = (parts: readonly TemplatePart[]) => joined(parts, scope, at)
      if (outcomes.size === 1 && !outcomes.has(undefined))
        return branch(outcomes.has(true) ? part.then : part.otherwise)
      return oneOf([branch(part.then), branch(part.otherwise)], at)
    }
    case 'for':
      return lift([evaluate(part.collection, scope)], at, ([collection]) => {
        if (sizeOf(collection!) === undefined) return failed('unsupported', at)
        const pairs = pairsOf(collection!, at, 'by-index')
        if (pairs.length > mostRounds) return unknown('limit', at)
        const rounds = pairs.map(([key, value]) => {
          const names = { ...(part.key === undefined ? {} : { [part.key]: key }), [part.value]: value }
          return joined(part.parts, bind(scope, names), at)
        })
        return concatenated(rounds, at)
      })
  }
}

const joined = (parts: readonly TemplatePart[], scope: Scope, at: Location) =>
  concatenated(
    parts.map((part) => evaluatePart(part, scope)),
    at,
  )

function concatenated(parts: readonly Known<Value>[], at: Location): Known<Value> {
  return lift(parts, at, (values) => {
    const texts = values.map(toText)
    return texts.every((text) => text !== undefined) ? known<Value>(texts.join(''), at) : failed('unsupported', at)
  })
}
