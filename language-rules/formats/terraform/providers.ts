// https://developer.hashicorp.com/terraform/language/modules/develop/providers
import type { Known } from '../../../core/types.ts'
import { attributeIn, type In } from './declarations.ts'
import { bind, evaluate, plainScope, type Scope } from './evaluate.ts'
import type { BlockNode, Expression } from './hcl/ast.ts'
import { instancesOf } from './instances.ts'
import type { Module } from './module.ts'
import { toFact, type Value } from './value.ts'

/** A provider block with what its expressions see: those of the module that writes it. */
export interface Provider {
  readonly items: BlockNode['items']
  readonly scope: Scope
}

/** `aws.west`, `aws.by_region[each.key]` as it is written; in JSON, in quotes. */
interface Reference {
  readonly local: string
  readonly alias: string | undefined
  readonly key: Known<Value> | undefined
}

export const providerNameOf = (type: string) =>
  type.startsWith('google_') ? 'google' : type.slice(0, type.indexOf('_'))

/** `provider = aws.west` names an alias; without it, the default one, which a module has from its caller. */
export function providerOf(resource: In<BlockNode>, scope: Scope): Provider | undefined {
  const chosen = attributeIn(resource.node.items, 'provider')?.value
  const local = providerNameOf(resource.node.labels[0]!.text)
  return find(chosen ? referenceIn(chosen, scope) : { local, alias: undefined, key: undefined }, scope.module)
}

function referenceIn(expression: Expression, scope: Scope): Reference {
  const isIndexed = expression.is === 'index'
  const of = isIndexed ? expression.of : expression
  const key = isIndexed ? evaluate(expression.key, scope) : undefined
  const [local = '', alias] = nameIn(of).split('.')
  return { local, alias, key }
}

const textOf = (template: Expression & { is: 'template' }) =>
  template.parts.map((part) => (part.is === 'text' ? part.text : '')).join('')

function find(wanted: Reference, module: Module): Provider | undefined {
  const { local, alias } = wanted
  const { call } = module
  const own = ownProvider(wanted, module)
  if (call === undefined) return own
  const passed = attributeIn(call.block.node.items, 'providers')?.value
  if (passed?.is === 'object') {
    const name = alias === undefined ? local : `${local}.${alias}`
    const item = passed.items.find(({ key }) => nameIn(key) === name)
    if (item) return find(referenceIn(item.value, call.scope), call.from)
  }
  if (own && says(own)) return own
  return alias === undefined && passed === undefined ? find(wanted, call.from) : own
}

function nameIn(key: Expression): string {
  if (key.is === 'template') return textOf(key)
  if (key.is === 'attribute' && key.of.is === 'variable') return `${key.of.name}.${key.name}`
  return key.is === 'variable' ? key.name : ''
}

/** A block that only stands in for what the caller passes says nothing itself. */
const says = ({ items }: Provider) =>
  items.some((item) => item.is === 'block' || (item.name !== 'alias' && item.name !== 'version'))

function ownProvider({ local, alias, key }: Reference, module: Module): Provider | undefined {
  const block = module.declared.providers.find(({ document, node }) => {
    if (node.labels[0]!.text !== local) return false
    const own = attributeIn(node.items, 'alias')
    if (own === undefined || alias === undefined) return own === undefined && alias === undefined
    const value = toFact(evaluate(own.value, plainScope(module, document)))
    return value.is === 'known' && value.value === alias
  })
  if (block === undefined) return undefined
  const instances = instancesOf(block, module)
  const name = key && 'value' in key ? String(key.value) : undefined
  const one = instances.each()?.find((each) => each.key === name) ?? instances.any()
  return {
    items: block.node.items,
    scope: bind(plainScope(module, block.document), Object.fromEntries(one.scope.names)),
  }
}
