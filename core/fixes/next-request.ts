// One more request to AWS by the client that a call in code has, before or after that call.
import { type Document, textOf } from '../document.ts'
import type { CallExpr, CallSite, Module } from '../module.ts'
import type { ResourceContext } from '../rule.ts'
import type { Edit, Resource, Span } from '../types.ts'
import { addAfterStatement, addBeforeStatement, callAt } from './after-statement.ts'
import { newlineOf, replaceSpan } from './arguments.ts'
import { indentAt, lineStart } from './text.ts'
import { code, ended, type Fields, indented, inline, lines, type Value } from './written-value.ts'

export interface Request {
  /** As boto3 names it: `put_bucket_tagging`. */
  readonly method: string
  readonly fields: Fields
}

type Context = Pick<ResourceContext<unknown>, 'code' | 'document'>

/** What can be said twice: a name, or a text that calls nothing. */
const sayable = /^[\w.]+$|^[fr]?(["'])[^"'(]*\1$|^`[^`(]*`$/

/** An argument of the call as it is written there, where the same can be said once more; else undefined. */
export function sameArgument({ source }: Resource, name: string, { document }: Context): Value | undefined {
  const at = source.values[name]
  if (!at || at.file !== document.file) return undefined
  const text = textOf(document, at.cell).slice(...at.span)
  return sayable.test(text) ? code(text) : undefined
}

/**
 * Holds an undefined where the request cannot be written: the call is not on its own, its client has no name, or is a resource of boto3,
 * which has no such method.
 */
export const requestAfter = (resource: Resource, request: Request, context: Context) =>
  requestBeside(resource, request, context, addAfterStatement)

/** The same, in front of the call. */
export const requestBefore = (resource: Resource, request: Request, context: Context) =>
  requestBeside(resource, request, context, addBeforeStatement)

function requestBeside(
  resource: Resource,
  request: Request,
  { code: read, document }: Context,
  add: typeof addAfterStatement,
): readonly (Edit | undefined)[] {
  const none = [undefined]
  const call = read && callAt(resource.location, read.module, document)
  if (!read || call?.expr.callee.is !== 'member') return none
  const { callee } = call.expr
  const client = document.text.slice(...callee.of.span)
  if (!/^[\w.]+$/.test(client)) return none
  const made = resource.type.slice(resource.type.lastIndexOf('.') + 1)
  if (read.named === 'keyword') {
    const isClient = callee.name === made && !/\.resource\(/.test(document.text)
    return isClient ? [add(call, document, (waits) => method(`${waits}${client}`, request))] : none
  }
  // The SDK before version 3 is handed what to do with the answer.
  if (callee.name === camel(made) && call.expr.args.length === 1) {
    const name = `${client}.${camel(request.method)}`
    return [add(call, document, (waits) => asked(`${waits}${name}(`, request.fields, ')'))]
  }
  const imported = callee.name === 'send' ? commandIn(call, `${pascal(made)}Command`, read.module) : undefined
  if (!imported) return none
  const command = `${pascal(request.method)}Command`
  const isThere = read.module.imports.some(({ name }) => name === command)
  return [
    ...(isThere ? [] : [besideImport(imported.span, command, document)]),
    add(call, document, (waits) => sent(`${waits}${client}`, command, request.fields)),
  ]
}

/** The import of the command, where it is called by its own name and from a list of names. */
function commandIn({ expr }: CallSite, command: string, { imports }: Module) {
  const made = expr.args[0]?.value
  const found = made?.is === 'call' && made.creates ? nameOf(made) : undefined
  return imports.find(({ name, local }) => name === command && local === found)
}

/** On a line of its own where the other name has one. */
function besideImport([start, end]: Span, command: string, document: Document): Edit {
  const { text } = document
  const isAlone = text.slice(lineStart(text, start), start).trim() === ''
  const lead = isAlone ? `,${newlineOf(text)}${indentAt(text, start)}` : ', '
  return replaceSpan(document, [end, end], `${lead}${command}`)
}

const nameOf = ({ callee }: CallExpr) => (callee.is === 'name' ? callee.name : undefined)

const pascal = (method: string) => method.replace(/(?:^|_)([a-z])/g, (_, letter: string) => letter.toUpperCase())
const camel = (method: string) => method.replace(/_([a-z])/g, (_, letter: string) => letter.toUpperCase())

function method(client: string, { method, fields }: Request): readonly string[] {
  const all = Object.entries(fields)
  const short = `${client}.${method}(${all.map(([name, value]) => `${name}=${inline(value, 'keyword')}`).join(', ')})`
  if (short.length <= 96) return [short]
  const items = all.flatMap(([name, value]) => ended(lines(value, 'keyword', `${name}=`)))
  return [`${client}.${method}(`, ...indented(items, 'keyword'), ')']
}

function asked(before: string, fields: Fields, after: string): readonly string[] {
  const all = lines(fields, 'record', before)
  return [...all.slice(0, -1), `${all.at(-1)}${after}`]
}

function sent(client: string, command: string, fields: Fields): readonly string[] {
  const inner = asked(`new ${command}(`, fields, ')')
  const short = inner.length === 1 ? `${client}.send(${inner[0]})` : undefined
  if (short !== undefined && short.length <= 100) return [short]
  return [`${client}.send(`, ...indented(ended(inner), 'record'), ')']
}
