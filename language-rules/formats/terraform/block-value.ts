// https://developer.hashicorp.com/terraform/language/expressions/references
import { known, unknown } from '../../../core/known.ts'
import type { Known, Location } from '../../../core/types.ts'
import { dataValue } from './data-sources.ts'
import { addressOf, attributeIn, blocksIn, type In, placeOf } from './declarations.ts'
import { evaluate, plainScope, type Scope } from './evaluate.ts'
import type { BlockNode, BodyItem } from './hcl/ast.ts'
import { type Instance, instancesOf } from './instances.ts'
import { lazyObject } from './lazy-entries.ts'
import { childOf, isMissing, type Module, once } from './module.ts'
import { retargeted, type Target, targetIn, targeting, targetOf } from './target.ts'
import { list, object, reachedVia, type Value } from './value.ts'

/** What `aws_instance.web`, `data.aws_ami.linux` or `module.vpc` stands for: one object, or a list or map of instances. */
export function blockValue(block: In<BlockNode>, module: Module, at: Location): Known<Value> {
  return once(module, addressOf(block.node), at, () => {
    const instances = instancesOf(block, module)
    const each = instances.each()
    const place = placeOf(block)
    if (instances.keyed === 'once') return instanceValue(block, module, instances.any(), false)
    if (each === undefined) {
      const { count } = instances
      const why = count.is === 'unknown' ? count.why : count.is === 'oneOf' ? 'dynamic' : 'limit'
      return ofTarget(unknown(why, count.at), block, module, undefined)
    }
    const values = each.map((one) => instanceValue(block, module, one, false))
    if (instances.keyed === 'by-number') return known<Value>(list(values), place)
    return known<Value>(object(each.map(({ key }, i) => [String(key), values[i]!])), place)
  })
}

/** `aws_instance.web["a"]`; any of them where the key, or which keys there are, is not known. */
export function elementOfBlock(
  block: In<BlockNode>,
  module: Module,
  key: Value | undefined,
  at: Location,
): Known<Value> {
  const instances = instancesOf(block, module)
  const each = key === undefined ? undefined : instances.each()
  if (each === undefined) return instanceValue(block, module, instances.any(), true)
  const one = each.find((instance) => String(instance.key) === String(key))
  return one === undefined ? unknown('absent', at) : instanceValue(block, module, one, false)
}

export const isRepeated = (block: In<BlockNode>, module: Module) => instancesOf(block, module).keyed !== 'once'

function instanceValue(block: In<BlockNode>, module: Module, one: Instance, isAny: boolean): Known<Value> {
  const place = placeOf(block)
  const key = `${addressOf(block.node)}${isAny ? '[*]' : one.index}`
  return once(module, `value of ${key}`, place, () => {
    if (block.node.type === 'module') return known<Value>(outputsOf(block, module, one, isAny), place)
    const target = targetIn(module, block, isAny ? undefined : one.index)
    return known<Value>(attributesOf(block, one.scope, key, target), place)
  })
}

function outputsOf(block: In<BlockNode>, from: Module, one: Instance, isAny: boolean): Value {
  const child = childOf(from, block, one, isAny)
  if (isMissing(child)) {
    const missing = unknown<Value>(child.missing, child.at)
    return lazyObject(
      () => [],
      () => missing,
    )
  }
  const { outputs } = child.declared
  return lazyObject(
    () => [...outputs.keys()],
    (name) => outputOf(child, outputs.get(name), name) ?? (isAdapter(child) ? unknown('dynamic') : undefined),
  )
}

/** It has the outputs that lead to what is billed; the module may have more. */
const isAdapter = ({ declared }: Module) => declared.documents[0]?.place !== undefined

export function outputOf(child: Module, output: In<BlockNode> | undefined, name: string): Known<Value> | undefined {
  const written = output && attributeIn(output.node.items, 'value')
  if (output === undefined || written === undefined) return undefined
  const scope = plainScope(child, output.document)
  return once(child, `output.${name}`, placeOf(output), () => reachedVia(evaluate(written.value, scope), 'attribute'))
}

/** Attributes that whatever exists has, so that they are not null. */
const always = new Set(['id', 'arn'])

/** Resources that are values and nothing else: what has such a value for its name is what the name is of. */
const onlyValues = /^(?:random|time)_/

const isMadeUp = (value: Known<Value>) => onlyValues.test(targetOf(value)?.block.node.labels[0]?.text ?? '')

/** What is written is what it is; everything else is known once Terraform runs, and of this resource. */
function attributesOf(block: In<BlockNode>, scope: Scope, key: string, target: Target): Value {
  const { items } = block.node
  return lazyObject(
    () => items.flatMap((item) => (item.is === 'attribute' ? [item.name] : [])),
    (name) =>
      once(scope.module, `${key}.${name}`, placeOf(block), () => {
        const value = block.node.type === 'data' ? dataValue(block, name, scope) : undefined
        const found = value ?? writtenAt(items, name, scope)
        // `null` is not written: the provider may decide it, as it does a name.
        const written = found && 'value' in found && found.value === null ? undefined : found
        // A number or a switch names nothing.
        if (written !== undefined && 'value' in written && typeof written.value !== 'string') return written
        if (written !== undefined && isMadeUp(written)) return retargeted(written, target)
        return targeting(
          written ?? unknown('dynamic'),
          target,
          written === undefined && always.has(name) ? name : undefined,
        )
      }),
  )
}

function writtenAt(items: readonly BodyItem[], name: string, scope: Scope): Known<Value> | undefined {
  const attribute = attributeIn(items, name)
  if (attribute !== undefined) return evaluate(attribute.value, scope)
  const nested = blocksIn(items, name)
  const [first] = nested
  if (first === undefined) return undefined
  const bodies = nested.map((inner) => known<Value>(bodyValue(inner, scope), placeOf({ ...scope, node: inner })))
  return known<Value>(list(bodies), placeOf({ ...scope, node: first }))
}

function bodyValue(block: BlockNode, scope: Scope): Value {
  return lazyObject(
    () => block.items.flatMap((item) => (item.is === 'attribute' ? [item.name] : [])),
    (name) => writtenAt(block.items, name, scope) ?? unknown('dynamic'),
  )
}

const ofTarget = (value: Known<Value>, block: In<BlockNode>, module: Module, index: string | undefined) =>
  block.node.type === 'module' ? value : targeting(value, targetIn(module, block, index))
