import type { Document } from '../document.ts'
import { locate, textOf } from '../document.ts'
import type { CallExpr, Entry, Module, Scope } from '../module.ts'
import type { Edit, Location, ModelCall, Resource, Span } from '../types.ts'
import { indentAt, lineStart } from './text.ts'

export interface CallTools {
  readonly document: Document
  readonly module: Module
  readonly named: 'keyword' | 'record'
}

interface Item {
  readonly span: Span
}

/** The call's expression in the module it was read from. */
export const expressionOf = (call: ModelCall, module: Module): CallExpr | undefined =>
  module.calls[call.source.call]?.expr

export function replace(at: Location, text: string): Edit {
  return at.cell === undefined
    ? { file: at.file, span: at.span, text }
    : { file: at.file, cell: at.cell, span: at.span, text }
}

/** Replaces an offset range of the document's joined text. */
export function replaceSpan(document: Document, span: Span, text: string): Edit {
  return replace(locate(document, span), text)
}

/**
 * Gives a named argument a value: replaces what is written, or adds it after the last one in the style the call is laid
 * out in. Undefined where the arguments are not written at the call: they are built elsewhere, perhaps for others too; or where what a caller
 * gives is handed on, which may have one of that name.
 */
export function setArgument(call: ModelCall, name: string, code: string, tools: CallTools): Edit | undefined {
  const written = call.source.arguments[name]
  if (written) return replace(written, code)
  const [outer = '', ...inner] = name.split('.')
  // A field of something the call is given already stands in there, or has no name to be given by.
  if (outer.startsWith('[') || (inner.length > 0 && call.source.arguments[outer])) return undefined
  const expr = expressionOf(call, tools.module)
  if (!expr || handsOn(call, expr, tools.module)) return undefined
  if (tools.named === 'keyword') {
    const value = inner.reduceRight((field, key) => `{"${key}": ${field}}`, code)
    return addItem(expr.args, expr.span[1] - 1, `${outer}=${value}`, tools.document)
  }
  const value = inner.reduceRight((field, key) => `{ ${key}: ${field} }`, code)
  const first = expr.args[0]?.value
  if (first?.is !== 'record') return undefined
  return addItem(first.entries, first.span[1] - 1, `${outer}: ${value}`, tools.document)
}

/** Whether some arguments are those that a function around the call was given, whatever they are. */
function handsOn({ source }: ModelCall, { args }: CallExpr, { calls, scopes }: Module): boolean {
  const [first] = args
  const entries = first?.value.is === 'record' ? first.value.entries : []
  const spread = [...args, ...entries].flatMap(({ spread, value }) =>
    spread && value.is === 'name' ? [value.name] : [],
  )
  const isGiven = (scope: Scope | undefined): boolean =>
    scope !== undefined && (scope.parameters.some(({ name }) => spread.includes(name)) || isGiven(scopes[scope.parent]))
  return spread.length > 0 && isGiven(scopes[calls[source.call]?.scope ?? -1])
}

/** One more argument of a call that rents something: see `addArguments`. */
export const addArgument = (resource: Resource, name: string, code: string, document: Document): Edit | undefined =>
  addArguments(resource, [[name, code]], document)

/**
 * Gives a call that rents something further arguments, in the style it is laid out in. Undefined where it has one of those names, or its
 * arguments are not all written there.
 */
export function addArguments(
  { source }: Resource,
  named: readonly (readonly [name: string, code: string])[],
  document: Document,
): Edit | undefined {
  const { open, values } = source
  if (open === undefined || named.some(([name]) => values[name] !== undefined)) return undefined
  const items = named.map(([name, code]) => `${name}${open.named === 'keyword' ? '=' : ': '}${code}`)
  const { last, close } = open
  if (last === undefined) return replace(close, items.join(', '))
  const text = textOf(document, last.cell)
  const [start, end] = last.span
  if (text.slice(lineStart(text, start), start).trim() !== '')
    return replace({ ...last, span: [end, end] }, `, ${items.join(', ')}`)
  const lines = items.map((item) => `${newlineOf(text)}${indentAt(text, start)}${item}`).join(',')
  const { span, code } = afterItem(text, end, close.span[0], lines)
  return replace({ ...last, span }, code)
}

/** Adds an item to a comma-separated list that closes at `close`, on its own line where the last item has its own. */
export function addItem(items: readonly Item[], close: number, item: string, document: Document): Edit {
  const { text } = document
  const last = items.at(-1)
  if (!last) return replaceSpan(document, [close, close], item)
  const [start, end] = last.span
  if (text.slice(lineStart(text, start), start).trim() !== '') return replaceSpan(document, [end, end], `, ${item}`)
  const { span, code } = afterItem(text, end, close, `${newlineOf(text)}${indentAt(text, start)}${item}`)
  return replaceSpan(document, span, code)
}

/** What is written for further lines after an item: what is said behind the item is said of that one, and stays there. */
function afterItem(text: string, end: number, close: number, lines: string): { span: Span; code: string } {
  const said = /^(,?)([ \t]*(?:#|\/\/)[^\r\n]*)/.exec(text.slice(end, close))
  if (!said) return { span: [end, end], code: `,${lines}` }
  const [all, comma, comment = ''] = said
  const past = end + all.length
  return comma ? { span: [past, past], code: `${lines},` } : { span: [end, past], code: `,${comment}${lines}` }
}

/** As the first line ends. */
export const newlineOf = (text: string): string => (text.charAt(text.indexOf('\n') - 1) === '\r' ? '\r\n' : '\n')

/** The value written for a key of a record. */
export const entryOf = (entries: readonly Entry[], name: string): Entry | undefined =>
  entries.find((entry) => entry.name === name)
