// https://developer.hashicorp.com/terraform/language/block/module#arguments
import { type Document, locate } from '../../../core/document.ts'
import { extensionOf } from '../../../core/path.ts'
import type { CallArgument } from '../../../core/types.ts'
import { attributeIn, blocksIn, type Declarations } from './declarations.ts'
import type { Scope } from './evaluate.ts'
import type { BodyItem, Expression } from './hcl/ast.ts'
import { childrenOf } from './hcl/children.ts'
import type { Module } from './module.ts'

/**
 * By the path of an attribute in a block of a module, the argument of the module's call that is its whole value and that of no other
 * attribute. Empty where none is, and in a root.
 */
export function givenIn(items: readonly BodyItem[], { module }: Pick<Scope, 'module'>): Record<string, CallArgument> {
  const found: Record<string, CallArgument> = {}
  if (module.call === undefined) return found
  add(items, '', module, found)
  const seen = new Map<string, number>()
  for (const inner of blocksIn(items)) {
    const index = seen.get(inner.type) ?? 0
    seen.set(inner.type, index + 1)
    add(inner.items, `${inner.type}[${index}].`, module, found)
  }
  return found
}

function add(items: readonly BodyItem[], prefix: string, module: Module, found: Record<string, CallArgument>): void {
  for (const item of items) {
    if (item.is === 'block') {
      add(item.items, `${prefix}${item.type}.`, module, found)
      continue
    }
    const argument = argumentOf(item.value, item.name, module)
    if (argument) found[prefix + item.name] ??= argument
  }
}

/** What is merged into them is added to by every module that takes them, and to all it makes. */
const tagged: ReadonlySet<string> = new Set(['tags', 'labels'])

function argumentOf(value: Expression, attribute: string, module: Module): CallArgument | undefined {
  const variable = variableIn(value, module) ?? (tagged.has(attribute) ? mergedIn(value, module) : undefined)
  const { call } = module
  if (variable === undefined || call === undefined || !module.declared.variables.has(variable)) return undefined
  if (!tagged.has(attribute) && !isOnlyFor(variable, attribute, module.declared)) return undefined
  const { document, node } = call.block
  const written = attributeIn(node.items, variable)
  if (written && !isConstant(written.value)) return argumentOf(written.value, variable, call.from)
  // Inside what stands for a module nothing can be written; an override's text is another file's, and JSON is no syntax of ours.
  if (document.place || node.type !== 'module' || !isEditable(document)) return undefined
  if (written === undefined) {
    const close = closeOf(document, node.bodySpan[1])
    return close && { name: variable, close }
  }
  if (call.from.declared.foreign?.has(written.value)) return undefined
  return { name: variable, at: locate(document, written.value.span), code: document.text.slice(...written.value.span) }
}

const isEditable = ({ file }: Document) => extensionOf(file) === '.tf' || extensionOf(file) === '.tofu'

/** The variable that is all there is of an expression, itself or by way of a local. */
function variableIn(value: Expression, module: Module, depth = 0): string | undefined {
  if (value.is === 'parens') return variableIn(value.value, module, depth)
  if (value.is !== 'attribute' || value.of.is !== 'variable' || depth > 5) return undefined
  if (value.of.name === 'var') return value.name
  const local = value.of.name === 'local' ? module.declared.locals.get(value.name) : undefined
  return local && variableIn(local.node, module, depth + 1)
}

function mergedIn(value: Expression, module: Module): string | undefined {
  const local =
    value.is === 'attribute' && value.of.is === 'variable' && value.of.name === 'local'
      ? module.declared.locals.get(value.name)?.node
      : value
  if (local?.is !== 'call' || local.name !== 'merge') return undefined
  return local.args.map((arg) => variableIn(arg, module)).find((name) => name !== undefined && tagged.has(name))
}

/** Where a line can be put before the closing brace. */
function closeOf(document: Document, close: number): CallArgument['close'] {
  return document.text.charAt(close - 1) === '\n' ? locate(document, [close, close]) : undefined
}

/** Nothing outside it changes what it is. */
const isConstant = (value: Expression): boolean =>
  value.is !== 'variable' &&
  value.is !== 'call' &&
  (value.is === 'object' ? value.items.every((item) => isConstant(item.value)) : childrenOf(value).every(isConstant))

interface Uses {
  /** How often a variable is named at all. */
  readonly all: ReadonlyMap<string, number>
  /** By `attribute variable`, how often it is the whole value of an attribute of that name. */
  readonly whole: ReadonlyMap<string, number>
}

const usesOf = new WeakMap<Declarations, Uses>()

function isOnlyFor(variable: string, attribute: string, declared: Declarations): boolean {
  const uses = usesOf.get(declared) ?? countUses(declared)
  usesOf.set(declared, uses)
  return uses.all.get(variable) === uses.whole.get(`${attribute} ${variable}`)
}

function countUses({ documents }: Declarations): Uses {
  const all = new Map<string, number>()
  const whole = new Map<string, number>()
  const count = (into: Map<string, number>, key: string) => into.set(key, (into.get(key) ?? 0) + 1)
  for (const { text } of documents) {
    for (const [, name] of text.matchAll(/\bvar\.([\w-]+)/g)) count(all, name!)
    for (const [, attribute, name] of text.matchAll(/([\w-]+)[ \t]*=[ \t]*var\.([\w-]+)[ \t]*(?=[\r\n}#]|$)/g))
      count(whole, `${attribute} ${name}`)
  }
  return { all, whole }
}
