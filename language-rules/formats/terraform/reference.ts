// https://developer.hashicorp.com/terraform/language/expressions/references
import { locate } from '../../../core/document.ts'
import { known, unknown } from '../../../core/known.ts'
import { relativePath } from '../../../core/path.ts'
import type { Known, Location } from '../../../core/types.ts'
import { blockValue } from './block-value.ts'
import { convert, typeOf } from './conversion.ts'
import { attributeIn, type In, placeOf } from './declarations.ts'
import { evaluate, plainScope, type Scope } from './evaluate.ts'
import type { BlockNode, Expression } from './hcl/ast.ts'
import { type Module, once } from './module.ts'
import { reachedVia, type Value } from './value.ts'

type AttributeAccess = Extract<Expression, { is: 'attribute' }>

/** `var.x`, `local.x`, `path.x`, a resource, a data source or a module; undefined where the access is of a value. */
export function resolveReference(expression: AttributeAccess, scope: Scope): Known<Value> | undefined {
  const { of, name } = expression
  const block = blockAt(expression, scope)
  if (block !== undefined) return blockValue(block, scope.module, locate(scope.document, expression.span))
  if (of.is !== 'variable' || scope.names.has(of.name)) return undefined
  const at = locate(scope.document, expression.span)
  switch (of.name) {
    case 'var':
      return variableOf(scope.module, name, at)
    case 'local':
      return localOf(scope.module, name, at)
    case 'path':
      return pathOf(scope.module, name, at)
    case 'terraform':
    case 'tofu':
      return workspace(scope.module, name, at)
    case 'module':
      return unknown('absent', at)
    default:
      return unknown('dynamic', at)
  }
}

/** The block that an expression names as it stands: `aws_instance.web`, `data.aws_ami.linux`, `module.vpc`. */
export function blockAt(expression: Expression, scope: Scope): In<BlockNode> | undefined {
  if (expression.is !== 'attribute') return undefined
  const { declared } = scope.module
  const { of, name } = expression
  if (of.is === 'variable') {
    if (scope.names.has(of.name)) return undefined
    return of.name === 'module' ? declared.calls.get(name) : declared.byAddress.get(`${of.name}.${name}`)
  }
  const isData = of.is === 'attribute' && of.of.is === 'variable' && of.of.name === 'data' && !scope.names.has('data')
  return isData ? declared.byAddress.get(`data.${of.name}.${name}`) : undefined
}

/** What is declared nowhere is missing where it is named: each of these is a place of its own. */
function variableOf(module: Module, name: string, at: Location): Known<Value> {
  const declared = module.declared.variables.get(name)
  if (declared === undefined) return module.given(name) ?? unknown('absent', at)
  return once(module, `var.${name}`, at, () => variable(module, name, declared, at))
}

function variable(module: Module, name: string, declared: In<BlockNode>, at: Location): Known<Value> {
  const given = module.given(name)
  const scope = plainScope(module, declared.document)
  const { items } = declared.node
  const [fallback, nullable] = ['default', 'nullable'].map((part) => attributeIn(items, part)?.value)
  const isNull = given !== undefined && 'value' in given && given.value === null
  const takesNull = nullable?.is !== 'literal' || nullable.value !== false
  const value = given === undefined || (isNull && !takesNull) ? fallback && evaluate(fallback, scope) : given
  if (value === undefined) return unknown('absent', placeOf(declared))
  const type = typeOf(attributeIn(items, 'type')?.value)
  return reachedVia(
    convert(value, type, at, (optional) => evaluate(optional, scope)),
    'variable',
  )
}

/** A value of `locals`, worked out once. */
export function localOf(module: Module, name: string, at: Location): Known<Value> {
  const declared = module.declared.locals.get(name)
  if (declared === undefined) return unknown('absent', at)
  const scope = plainScope(module, declared.document)
  return once(module, `local.${name}`, at, () => reachedVia(evaluate(declared.node, scope), 'local'))
}

/** https://developer.hashicorp.com/terraform/language/expressions/references#filesystem-and-workspace-info */
function pathOf({ world, folder }: Module, name: string, at: Location): Known<Value> {
  if (name === 'root') return known<Value>('.', at)
  return name === 'module' ? known<Value>(relativePath(world.folder, folder), at) : unknown('dynamic', at)
}

function workspace({ world }: Module, name: string, at: Location): Known<Value> {
  const chosen = world.options.workspace
  if (name !== 'workspace') return unknown('dynamic', at)
  return chosen === undefined ? unknown('absent', at) : known<Value>(chosen, at, 'config')
}
