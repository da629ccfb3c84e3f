// One more request to AWS by the client that a call in code has, before or after that call.
import { type Document, textOf } from '../document.ts'
import type { CallExpr, CallSite, Expr, Module } from '../module.ts'
import type { ResourceContext } from '../rule.ts'
import type { Edit, Resource, Span } from '../types.ts'
import { addAfterStatement, addBeforeStatement, callAt } from './after-statement.ts'
import { newlineOf, replaceSpan } from './arguments.ts'
import { indentAt, lineStart } from './text.ts'
import { code, ended, type Fields, indented, inline, lines, type Style, styleIn, type Value } from './written-value.ts'

export interface Request {
  /** As boto3 names it: `put_bucket_tagging`. */
  readonly method: string
  readonly fields: Fields
}

type Context = Pick<ResourceContext<unknown>, 'code' | 'document'>

const name = String.raw`[\w$]+(?:(?:[?!]?\.[\w$]+)|\[(?:\w+|'[^'()]*'|"[^"()]*")\])*!?`
const text = '[fr]?"[^"(]*"|[fr]?\'[^\'(]*\'|`[^`(]*`'
const piece = `(?:${name}|${text})`
/** What can be said twice: names and texts that call nothing, and such in a row. */
const sayable = new RegExp(`^${piece}(?:\\s*\\+\\s*${piece})*$`)
const constant = /^(["'])[^"'\\]*\1$/

/** An argument of the call as it is written there, where the same can be said once more; else undefined. */
export function sameArgument(
  { location, source }: Resource,
  name: string,
  { code: read, document }: Context,
): Value | undefined {
  const at = source.values[name]
  if (!at || at.file !== document.file) return undefined
  const written = textOf(document, at.cell).slice(...at.span)
  if (constant.test(written)) return code(written)
  // Names of another function mean nothing here.
  const isHere = at.cell !== undefined || !read || scopeAround(at.span, read.module, location.span)
  return isHere && sayable.test(written) ? code(written) : undefined
}

/** Whether each function that is around the one place is around the other too. */
const scopeAround = ([start, end]: Span, { scopes }: Module, [from, to]: Span): boolean =>
  scopes
    .filter(({ kind, span }) => kind === 'function' && span[0] <= start && end <= span[1])
    .every(({ span }) => span[0] <= from && to <= span[1])

/** Holds an undefined where the request cannot be written: more is done with the call in its statement, or its client has no name. */
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
  const { module } = read
  const { callee } = call.expr
  const client = document.text.slice(...callee.of.span)
  if (!/^[\w$.!]+$/.test(client)) return none
  const made = resource.type.slice(resource.type.lastIndexOf('.') + 1)
  if (read.named === 'keyword') {
    const requests = clientIn(client, callee.name === made, module, document)
    return requests === undefined
      ? none
      : add(call, document, module, ({ before }) => method(`${before}${requests}`, request))
  }
  const style = styleIn(document.text)
  // The SDK before version 3 is handed what to do with the answer.
  if (callee.name === camel(made) && call.expr.args.length === 1) {
    const asks = `${client}.${camel(request.method)}`
    return add(call, document, module, ({ before, after }) =>
      asked(`${before}${asks}(`, request.fields, style, `)${after}`),
    )
  }
  const command =
    callee.name === 'send' ? commandBeside(call, pascal(made), pascal(request.method), module, document) : undefined
  if (!command) return none
  return [
    ...command.edits,
    ...add(call, document, module, ({ before }) => sent(`${before}${client}`, command.name, request.fields, style)),
  ]
}

/** What has the requests of a client: of a resource of boto3 the client in it. Undefined where it may be either. */
function clientIn(name: string, isRequest: boolean, { bindings }: Module, { text }: Document): string | undefined {
  const inner = `${name}.meta.client`
  if (!isRequest) return inner
  const makers = bindings
    .filter(({ target }) => text.slice(...target.span) === name)
    .map(({ value }) => (value?.is === 'call' && value.callee.is === 'member' ? value.callee.name : undefined))
  const isMade = (by: string) => makers.length > 0 && makers.every((maker) => maker === by)
  if (isMade('resource')) return inner
  return isMade('client') || !/\.resource\(/.test(text) ? name : undefined
}

/** One more command of the package that the command of a call is of. Undefined where that is not imported under a name. */
function commandBeside(call: CallSite, of: string, wanted: string, module: Module, document: Document) {
  const made = madeOf(call.expr.args[0]?.value, call, module)
  if (!made?.creates) return undefined
  const { callee } = made
  const command = `${wanted}Command`
  if (callee.is === 'member' && callee.of.is === 'name' && callee.name === `${of}Command`)
    return { name: `${callee.of.name}.${command}`, edits: [] }
  const local = callee.is === 'name' ? callee.name : undefined
  const imported = module.imports.find((each) => each.name === `${of}Command` && each.local === local)
  if (!imported) return undefined
  const there = module.imports.find((each) => each.name === command && each.module === imported.module)
  if (there) return { name: there.local, edits: [] }
  return { name: command, edits: [besideImport(imported.span, command, document)] }
}

/** The call that makes something, or that gives it the name by which it is known. */
function madeOf(value: Expr | undefined, { scope }: CallSite, { bindings }: Module): CallExpr | undefined {
  if (value?.is === 'call') return value
  if (value?.is !== 'name') return undefined
  const [one, ...others] = bindings.filter(
    (each) => each.scope === scope && each.target.is === 'name' && each.target.name === value.name,
  )
  return others.length === 0 && one?.value?.is === 'call' ? one.value : undefined
}

/** On a line of its own where the other name has one. */
function besideImport([start, end]: Span, command: string, document: Document): Edit {
  const { text } = document
  const isAlone = text.slice(lineStart(text, start), start).trim() === ''
  const lead = isAlone ? `,${newlineOf(text)}${indentAt(text, start)}` : ', '
  return replaceSpan(document, [end, end], `${lead}${command}`)
}

const pascal = (method: string) => method.replace(/(?:^|_)([a-z])/g, (_, letter: string) => letter.toUpperCase())
const camel = (method: string) => method.replace(/_([a-z])/g, (_, letter: string) => letter.toUpperCase())

function method(client: string, { method, fields }: Request): readonly string[] {
  const all = Object.entries(fields)
  const short = `${client}.${method}(${all.map(([name, value]) => `${name}=${inline(value, 'keyword')}`).join(', ')})`
  if (short.length <= 96) return [short]
  const items = all.flatMap(([name, value]) => ended(lines(value, 'keyword', `${name}=`)))
  return [`${client}.${method}(`, ...indented(items, 'keyword'), ')']
}

function asked(before: string, fields: Fields, style: Style, after: string): readonly string[] {
  const all = lines(fields, style, before)
  return [...all.slice(0, -1), `${all.at(-1)}${after}`]
}

function sent(client: string, command: string, fields: Fields, style: Style): readonly string[] {
  const inner = asked(`new ${command}(`, fields, style, ')')
  const short = inner.length === 1 ? `${client}.send(${inner[0]})` : undefined
  if (short !== undefined && short.length <= 100) return [short]
  return [`${client}.send(`, ...indented(ended(inner), style), ')']
}
