// https://developer.hashicorp.com/terraform/language/expressions
import { type Document, locate } from '../../../core/document.ts'
import { known, unknown, valueOf } from '../../../core/known.ts'
import type { Known, Location } from '../../../core/types.ts'
import { elementOfBlock, isRepeated } from './block-value.ts'
import { callFunction } from './call.ts'
import { evaluateFor } from './for.ts'
import type { Expression } from './hcl/ast.ts'
import type { Module } from './module.ts'
import { binary, unary } from './operators.ts'
import { blockAt, resolveReference } from './reference.ts'
import { carry } from './target.ts'
import { evaluateTemplate } from './template.ts'
import {
  alternatives,
  failed,
  isList,
  isObject,
  isOpen,
  lift,
  list,
  object,
  oneOf,
  toBoolean,
  toNumber,
  toText,
  type Value,
  withParts,
} from './value.ts'

/** Where an expression stands: its document, and the names loops and `for_each` bind around it. */
export interface Scope {
  readonly module: Module
  readonly document: Document
  readonly names: ReadonlyMap<string, Known<Value>>
}

const noNames: Scope['names'] = new Map()

export const plainScope = (module: Module, document: Document): Scope => ({
  module,
  document,
  names: module.surroundings?.names ?? noNames,
})

export const bind = (scope: Scope, names: Readonly<Record<string, Known<Value>>>): Scope => ({
  ...scope,
  names: new Map([...scope.names, ...Object.entries(names)]),
})

/** Keeps within the stack of a web worker: a reference inside a reference counts too. */
const deepest = 400

/** Never throws: what cannot be worked out is unknown, with the reason. */
export function evaluate(expression: Expression, scope: Scope): Known<Value> {
  const { world, declared } = scope.module
  if (world.depth >= deepest) return unknown('limit', locate(scope.document, expression.span))
  world.depth++
  const foreign = declared.foreign?.get(expression)
  const value = evaluateKind(
    expression,
    foreign && foreign !== scope.document ? { ...scope, document: foreign } : scope,
  )
  world.depth--
  return value
}

function evaluateKind(expression: Expression, scope: Scope): Known<Value> {
  const at = locate(scope.document, expression.span)
  switch (expression.is) {
    case 'literal':
      return known<Value>(expression.value, at)
    case 'template':
      return evaluateTemplate(expression, scope)
    case 'parens':
      return evaluate(expression.value, scope)
    case 'variable':
      return scope.names.get(expression.name) ?? unknown('dynamic', at)
    case 'element':
      return scope.names.get('*') ?? unknown('unsupported', at)
    case 'attribute':
      return (
        resolveReference(expression, scope) ??
        attribute(evaluate(expression.of, scope), expression.name, expression, scope)
      )
    case 'index':
      return index(expression, scope)
    case 'splat':
      return splat(expression, scope)
    case 'call':
      return callFunction(expression, scope)
    case 'unary':
      return lift([evaluate(expression.operand, scope)], at, ([value]) => unary(expression.operator, value!, at))
    case 'binary':
      return binary(expression.operator, evaluate(expression.left, scope), evaluate(expression.right, scope), at)
    case 'conditional':
      return conditional(expression, scope)
    case 'tuple':
      return withParts(list(expression.items.map((item) => evaluate(item, scope))), at)
    case 'object':
      return evaluateObject(expression, scope)
    case 'for':
      return evaluateFor(expression, scope)
  }
}

type Kind<Is extends Expression['is']> = Extract<Expression, { is: Is }>

function conditional(expression: Kind<'conditional'>, scope: Scope): Known<Value> {
  const condition = evaluate(expression.condition, scope)
  const outcomes = new Set(alternatives(condition).map(toBoolean))
  if (outcomes.size === 1 && outcomes.has(true)) return evaluate(expression.then, scope)
  if (outcomes.size === 1 && outcomes.has(false)) return evaluate(expression.otherwise, scope)
  const branches = [evaluate(expression.then, scope), evaluate(expression.otherwise, scope)]
  return oneOf(branches, locate(scope.document, expression.span))
}

/** An entry of an object. One that is not there: absent, at the place that asks for it. */
function attribute(of: Known<Value>, name: string, expression: Expression, scope: Scope): Known<Value> {
  const at = locate(scope.document, expression.span)
  return lift([of], at, ([value]) => {
    if (value !== null && isObject(value!)) return placed(value.entries.get(name) ?? failed('absent', at), at)
    return failed(value === null ? 'absent' : 'unsupported', at)
  })
}

/** What is known only once Terraform runs is written nowhere: its place is where it is asked for. */
function placed(value: Known<Value>, at: Location): Known<Value> {
  return value.is === 'unknown' && value.at === undefined ? carry(value, { ...value, at }) : value
}

function index(expression: Kind<'index'>, scope: Scope): Known<Value> {
  const at = locate(scope.document, expression.span)
  const block = blockAt(expression.of, scope)
  if (block !== undefined && isRepeated(block, scope.module))
    return elementOfBlock(block, scope.module, valueOf(evaluate(expression.key, scope)), at)
  return lift(
    [evaluate(expression.of, scope), evaluate(expression.key, scope)],
    at,
    ([value, key]) => elementOf(value!, key!) ?? failed('absent', at),
  )
}

function elementOf(value: Value, key: Value): Known<Value> | undefined {
  if (value !== null && isList(value))
    return value.items[toNumber(key) ?? -1] ?? (value.open ? unknown('dynamic') : undefined)
  return value !== null && isObject(value) ? value.entries.get(toText(key) ?? '') : undefined
}

/** Over a single value that is no list, a splat makes a list of one; over null, an empty one. */
function splat(expression: Kind<'splat'>, scope: Scope): Known<Value> {
  const at = locate(scope.document, expression.span)
  return lift([evaluate(expression.of, scope)], at, ([value]) => {
    if (isOpen(value!)) return unknown('dynamic', at)
    const items = value === null ? [] : isList(value!) ? value.items : [known(value!, at)]
    return known<Value>(list(items.map((item) => evaluate(expression.each, bind(scope, { '*': item })))), at)
  })
}

function evaluateObject(expression: Kind<'object'>, scope: Scope): Known<Value> {
  const entries: [string, Known<Value>][] = []
  for (const { key, value } of expression.items) {
    const evaluated =
      key.is === 'variable' ? known<Value>(key.name, locate(scope.document, key.span)) : evaluate(key, scope)
    if (evaluated.is === 'unknown') return evaluated
    const name = evaluated.is === 'known' || evaluated.is === 'assumed' ? toText(evaluated.value) : undefined
    if (name === undefined) return unknown('dynamic', locate(scope.document, key.span))
    entries.push([name, evaluate(value, scope)])
  }
  return withParts(object(entries), locate(scope.document, expression.span))
}
