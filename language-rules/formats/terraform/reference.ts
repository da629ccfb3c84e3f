// https://developer.hashicorp.com/terraform/language/expressions/references
import { locate } from '../../../core/document.ts'
import { known, unknown } from '../../../core/known.ts'
import type { Known, Location, Why } from '../../../core/types.ts'
import { evaluate, type Scope } from './evaluate.ts'
import type { Expression } from './hcl/ast.ts'
import { resourceScope } from './instances.ts'
import { attributeIn, type In, type Root } from './root.ts'
import { reachedVia, type Value } from './value.ts'

type AttributeAccess = Extract<Expression, { is: 'attribute' }>

/** Roots whose values exist only once Terraform runs, or, for a module, that are not read yet. */
const opaque: Readonly<Record<string, Why>> = {
  data: 'dynamic',
  terraform: 'dynamic',
  self: 'dynamic',
  ephemeral: 'dynamic',
  module: 'unsupported',
}

/** `var.x`, `local.x` or an attribute another resource writes down; undefined where the access is of a value. */
export function resolveReference(expression: AttributeAccess, scope: Scope): Known<Value> | undefined {
  const { of, name } = expression
  const at = locate(scope.document, expression.span)
  if (of.is === 'variable' && !scope.names.has(of.name)) {
    if (of.name === 'var')
      return once(scope.root, `var.${name}`, () => variable(scope.root, name, at)) ?? unknown('cycle', at)
    if (of.name === 'local')
      return once(scope.root, `local.${name}`, () => local(scope.root, name, at)) ?? unknown('cycle', at)
    if (of.name === 'path' && (name === 'module' || name === 'root')) return known<Value>('.', at)
    return unknown((Object.hasOwn(opaque, of.name) && opaque[of.name]) || 'dynamic', at)
  }
  const address = addressIn(of, scope)
  const resource = address === undefined ? undefined : scope.root.byAddress.get(address)
  const written = resource && attributeIn(resource.node.items, name)
  if (resource === undefined || written === undefined) return undefined
  const key = `${address}.${name}`
  const value = once(scope.root, key, () => evaluate(written.value, resourceScope(resource, scope.root)))
  return value ?? unknown('cycle', at)
}

/** `aws_instance.gpu`, also under an index: every instance has the same arguments. */
function addressIn(expression: Expression, scope: Scope): string | undefined {
  if (expression.is === 'index') return addressIn(expression.of, scope)
  if (expression.is !== 'attribute' || expression.of.is !== 'variable') return undefined
  return scope.names.has(expression.of.name) ? undefined : `${expression.of.name}.${expression.name}`
}

/** Worked out the first time it is asked for; undefined where it asks for itself. */
function once(root: Root, key: string, work: () => Known<Value>): Known<Value> | undefined {
  const before = root.results.get(key)
  if (before !== undefined) return before
  if (root.running.has(key)) return undefined
  root.running.add(key)
  const result = work()
  root.running.delete(key)
  root.results.set(key, result)
  return result
}

function variable(root: Root, name: string, at: Location): Known<Value> {
  const assigned = root.assigned.get(name)
  if (assigned !== undefined) return reachedVia(evaluate(assigned.node, plain(root, assigned)), 'variable')
  const declared = root.variables.get(name)
  if (declared === undefined) return unknown('absent', at)
  const written = attributeIn(declared.node.items, 'default')
  if (written === undefined) return unknown('absent', locate(declared.document, declared.node.span))
  return reachedVia(evaluate(written.value, plain(root, declared)), 'variable')
}

function local(root: Root, name: string, at: Location): Known<Value> {
  const declared = root.locals.get(name)
  if (declared === undefined) return unknown('absent', at)
  return reachedVia(evaluate(declared.node, plain(root, declared)), 'local')
}

const plain = (root: Root, { document }: In<unknown>): Scope => ({ root, document, names: new Map() })
