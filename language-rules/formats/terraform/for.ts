// https://developer.hashicorp.com/terraform/language/expressions/for
import { locate } from '../../../core/document.ts'
import { known, unknown, valueOf } from '../../../core/known.ts'
import type { Known, Location } from '../../../core/types.ts'
import { bind, evaluate, type Scope } from './evaluate.ts'
import type { ForExpression } from './hcl/ast.ts'
import { pairsOf } from './instances.ts'
import { failed, isOpen, lift, list, object, sizeOf, toBoolean, toText, type Value, withParts } from './value.ts'

/** Longer collections than anyone writes into a configuration. */
const mostElements = 10_000

export function evaluateFor(expression: ForExpression, scope: Scope): Known<Value> {
  const at = locate(scope.document, expression.span)
  return lift([evaluate(expression.collection, scope)], at, ([collection]) => {
    const size = sizeOf(collection!)
    if (size === undefined) return isOpen(collection!) ? unknown('dynamic', at) : failed('unsupported', at)
    return size > mostElements ? unknown('limit', at) : collect(expression, collection!, scope, at)
  })
}

function collect(expression: ForExpression, collection: Value, scope: Scope, at: Location): Known<Value> {
  const results: [string, Known<Value>][] = []
  for (const [key, value] of pairsOf(collection, at, 'by-index')) {
    const inner = bind(scope, {
      ...(expression.key === undefined ? {} : { [expression.key]: key }),
      [expression.value]: value,
    })
    const wanted = expression.condition === undefined ? true : truth(evaluate(expression.condition, inner))
    if (wanted === undefined) return unknown('dynamic', locate(scope.document, expression.condition!.span))
    if (!wanted) continue
    const name = expression.resultKey === undefined ? '' : text(evaluate(expression.resultKey, inner))
    if (name === undefined) return unknown('dynamic', locate(scope.document, expression.resultKey!.span))
    results.push([name, evaluate(expression.result, inner)])
  }
  if (expression.makes === 'tuple') return withParts(list(results.map(([, result]) => result)), at)
  return withParts(object(expression.groups ? grouped(results, at) : results), at)
}

const truth = (condition: Known<Value>) => toBoolean(valueOf(condition) ?? null)
const text = (key: Known<Value>) => toText(valueOf(key) ?? null)

function grouped(results: readonly (readonly [string, Known<Value>])[], at: Location): [string, Known<Value>][] {
  const names = [...new Set(results.map(([name]) => name))]
  return names.map((name) => [
    name,
    known<Value>(list(results.filter(([other]) => other === name).map(([, result]) => result)), at),
  ])
}
