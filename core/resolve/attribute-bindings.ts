// Attributes that a class is given by other words than `self.name = value`.
import { anyAttribute, type Binding, type Expr, type Module } from '../module.ts'

export interface AttributeOf {
  readonly owner: number
  readonly name: string
  readonly binding: Binding
}

/**
 * `this[name] = value`, an attribute by whatever name that is, and `Bot.prototype.pick = function () { … }`; undefined for any other binding.
 */
export function attributeGiven(
  module: Module,
  selfClass: (expr: Expr) => number | undefined,
  binding: Binding,
): AttributeOf | undefined {
  const { target, value } = binding
  if (module.language !== 'typescript' || !value) return undefined
  if (target.is === 'member') {
    const owner = ofPrototype(module, target.of)
    return owner === undefined ? undefined : { owner, name: target.name, binding }
  }
  const owner = target.is === 'index' ? selfClass(target.of) : undefined
  if (owner === undefined || target.is !== 'index') return undefined
  const { span } = value
  const whole: Expr = { is: 'record', entries: [{ key: target.key, value, span }], span }
  return { owner, name: anyAttribute, binding: { ...binding, value: { is: 'spread', of: whole, span } } }
}

/** The class of `Bot.prototype`. */
function ofPrototype({ scopes }: Module, of: Expr): number | undefined {
  if (of.is !== 'member' || of.name !== 'prototype' || of.of.is !== 'name') return undefined
  const { name } = of.of
  return scopes.find((scope) => scope.kind === 'class' && scope.name === name)?.id
}
