// https://developer.hashicorp.com/terraform/language/block/module#arguments
import { type Document, locate } from '../../../core/document.ts'
import { extensionOf } from '../../../core/path.ts'
import type { CallArgument } from '../../../core/types.ts'
import { attributeIn, blocksIn, type Declarations, type In } from './declarations.ts'
import type { Scope } from './evaluate.ts'
import type { BodyItem, Expression } from './hcl/ast.ts'
import { childrenOf } from './hcl/children.ts'
import type { Module } from './module.ts'

type Find = (value: Expression, attribute: string) => CallArgument | undefined

/**
 * By the path of an attribute in a block of a module, the argument of the module's call that is its whole value and that of no other
 * attribute. Empty where none is, and in a root.
 */
export const givenIn = (items: readonly BodyItem[], { module }: Pick<Scope, 'module'>): Record<string, CallArgument> =>
  module.call === undefined ? {} : ofAll(items, (value, attribute) => argumentOf(value, attribute, module))

/** The same in a root: the default of a variable to which nothing else is given, or a local. */
export const declaredIn = (
  items: readonly BodyItem[],
  { module }: Pick<Scope, 'module'>,
): Record<string, CallArgument> =>
  module.call === undefined ? ofAll(items, (value) => declaredFor(value, module)) : {}

function ofAll(items: readonly BodyItem[], find: Find): Record<string, CallArgument> {
  const found: Record<string, CallArgument> = {}
  add(items, '', find, found)
  const seen = new Map<string, number>()
  for (const inner of blocksIn(items)) {
    const index = seen.get(inner.type) ?? 0
    seen.set(inner.type, index + 1)
    add(inner.items, `${inner.type}[${index}].`, find, found)
  }
  return found
}

function add(items: readonly BodyItem[], prefix: string, find: Find, found: Record<string, CallArgument>): void {
  for (const item of items) {
    if (item.is === 'block') {
      add(item.items, `${prefix}${item.type}.`, find, found)
      continue
    }
    const argument = find(item.value, item.name)
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

/** Only where it is named once: another that reads it would become another, too. */
function declaredFor(value: Expression, module: Module): CallArgument | undefined {
  if (value.is === 'parens') return declaredFor(value.value, module)
  if (value.is !== 'attribute' || value.of.is !== 'variable') return undefined
  const { name, of } = value
  const { declared } = module
  // What names itself in a circle is named twice.
  if (timesNamed(`${of.name}.${name}`, declared) !== 1) return undefined
  const from = of.name === 'var' ? defaultOf(name, module) : of.name === 'local' ? declared.locals.get(name) : undefined
  if (from === undefined) return undefined
  const { document, node } = from
  if (!isConstant(node)) return declaredFor(node, module)
  if (document.place || !isEditable(document) || declared.foreign?.has(node)) return undefined
  return { name, at: locate(document, node.span), code: document.text.slice(...node.span) }
}

function defaultOf(name: string, module: Module): In<Expression> | undefined {
  const variable = module.declared.variables.get(name)
  const fallback = variable && attributeIn(variable.node.items, 'default')
  return fallback && module.given(name) === undefined
    ? { document: variable.document, node: fallback.value }
    : undefined
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

/** By `var.x` or `local.x`, how often a text names it. */
const namedIn = new WeakMap<Document, ReadonlyMap<string, number>>()
/** By `attribute var.x`, how often it is the whole value of an attribute of that name. */
const wholeIn = new WeakMap<Document, ReadonlyMap<string, number>>()

const timesNamed = (name: string, { documents }: Declarations) =>
  total(name, documents, namedIn, (text) => text.matchAll(/\b((?:var|local)\.[\w-]+)/g))

const timesWhole = (name: string, { documents }: Declarations) =>
  total(name, documents, wholeIn, (text) => text.matchAll(/([\w-]+)[ \t]*=[ \t]*(var\.[\w-]+)[ \t]*(?=[\r\n}#]|$)/g))

const isOnlyFor = (variable: string, attribute: string, declared: Declarations): boolean =>
  timesNamed(`var.${variable}`, declared) === timesWhole(`${attribute} var.${variable}`, declared)

/** An edit changes one text: the others have been counted. */
function total(
  name: string,
  documents: readonly Document[],
  counted: WeakMap<Document, ReadonlyMap<string, number>>,
  find: (text: string) => Iterable<RegExpMatchArray>,
): number {
  let sum = 0
  for (const document of documents) {
    let counts = counted.get(document)
    if (counts === undefined) {
      const found = new Map<string, number>()
      for (const [, ...parts] of find(document.text)) {
        const key = parts.join(' ')
        found.set(key, (found.get(key) ?? 0) + 1)
      }
      counts = found
      counted.set(document, counts)
    }
    sum += counts.get(name) ?? 0
  }
  return sum
}
