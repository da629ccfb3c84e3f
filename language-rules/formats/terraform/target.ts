import type { Known } from '../../../core/types.ts'
import type { In } from './declarations.ts'
import type { BlockNode } from './hcl/ast.ts'
import { anyModule, type Module } from './module.ts'
import type { Value } from './value.ts'

/** A resource or data source of one module. */
export interface Target {
  readonly module: Module
  readonly block: In<BlockNode>
  /** `["a"]`, `[0]`, empty where there is one; undefined where it stands for any of several. */
  readonly index: string | undefined
}

/** Whose attribute a value is: mostly one that is known only once Terraform runs, like an id. */
const targets = new WeakMap<Known<Value>, Target>()

/** Values of attributes that every resource has as soon as it is there. */
const sure = new WeakSet<Known<Value>>()

/** @param name of an attribute that every resource has, where it is one: `id`, `arn` */
export function targeting(value: Known<Value>, target: Target, name?: string): Known<Value> {
  if (name !== undefined) names.set(value, name)
  return marked(value, target, name !== undefined)
}

function marked(value: Known<Value>, target: Target, isSure: boolean): Known<Value> {
  if (!targets.has(value)) targets.set(value, target)
  if (isSure) sure.add(value)
  return value
}

/** Whatever it was of before: `name = random_pet.x.id` is the name of what has it. */
export const retargeted = (value: Known<Value>, target: Target): Known<Value> =>
  marked({ ...value }, target, sure.has(value))

export const targetOf = (value: Known<Value>): Target | undefined => targets.get(value)

/** Known not to be null, whatever it is. */
export const isSurelyThere = (value: Known<Value>): boolean => sure.has(value)

/** Of those, the ones that are such an attribute itself and not made of one: which. */
const names = new WeakMap<Known<Value>, string>()

/** `id` or `arn`, where that is what the value is of one resource instance: no other has the same. */
export const ownNameOf = (value: Known<Value>): string | undefined =>
  targets.get(value)?.index === undefined ? undefined : names.get(value)

/** What is made of a value that is not known: of the same resource, and no name of it. */
export function madeOf(value: Known<Value>): Known<Value> {
  const target = targets.get(value)
  return target === undefined || !names.has(value) ? value : marked({ ...value }, target, sure.has(value))
}

/** The same value in another form: what it is of stays. */
export function carry(from: Known<Value>, to: Known<Value>): Known<Value> {
  const target = targets.get(from)
  if (target === undefined || from === to) return to
  const name = names.get(from)
  if (name !== undefined) names.set(to, name)
  return marked(to, target, sure.has(from))
}

/** One for each resource, so that they can be compared. */
export function targetIn(module: Module, block: In<BlockNode>, index: string | undefined): Target {
  const key = `${block.node.span[0]} ${block.document.file}${index ?? '[*]'}`
  const before = module.targets.get(key)
  if (before !== undefined) return before
  const target: Target = { module, block, index }
  module.targets.set(key, target)
  return target
}

/** What is unknown in one of several ways: of any instance of a resource, where all of them are of one. */
export function common(all: readonly Known<Value>[], missing: Known<Value>): Known<Value> {
  const [first, ...others] = all.map((value) => targets.get(value))
  if (first === undefined || missing.is !== 'unknown') return missing
  if (others.every((each) => each === first)) return missing
  if (others.some((each) => each?.block.node !== first.block.node)) return missing
  const isOneModule = others.every((each) => each!.module === first.module)
  return targeting(
    { ...missing },
    targetIn(isOneModule ? first.module : anyModule(first.module), first.block, undefined),
  )
}
