import type { Document } from '../document.ts'
import { textOf } from '../document.ts'
import { isPlaced } from '../rules/block-place.ts'
import type { CallArgument, Edit, Fact, Known, Location, Resource } from '../types.ts'
import { newlineOf, replace } from './arguments.ts'
import { indentAt, lineEnd, lineStart } from './text.ts'

/**
 * Gives an attribute a value: replaces what is written, or adds a line at the end of the block. Of a block in a module the argument of the
 * module's call is set, where one sets just this. A call's arguments in code are left as they are.
 * @param fact what the attribute is now: at a module's call, also where it stands deep inside an argument
 */
export function setAttribute(
  resource: Resource,
  path: string,
  code: string,
  document: Document,
  fact?: Known<Fact>,
): Edit | undefined {
  const { call, given, values } = resource.source
  if (call) return undefined
  const argument = given?.[path]
  if (argument) return setGiven(argument, code, document)
  if (isPlaced(resource)) {
    const literal = literalOf(resource, fact, document)
    return literal && replace(literal.at, code)
  }
  if (isChangeIgnored(resource, path, document)) return undefined
  const written = values[path]
  if (written) return replace(written, code)
  return path.includes('.') ? undefined : addToBlock(resource, [`${path} = ${code}`], document)
}

/** Whether Terraform is told to leave an attribute, or all, as it is: what is written of it then changes nothing of what is there. */
export function isChangeIgnored({ source }: Resource, path: string, document: Document): boolean {
  const at = source.values['lifecycle.ignore_changes']
  if (at?.file !== document.file) return false
  const ignored: readonly string[] =
    textOf(document, at.cell)
      .slice(...at.span)
      .match(/[\w.[\]]+/g) ?? []
  const [attribute = ''] = path.split('.')
  return ignored.some((name) => name === 'all' || /^\[?([\w-]+)/.exec(name)?.[1] === attribute)
}

function setGiven({ name, at, close }: CallArgument, code: string, document: Document): Edit | undefined {
  if (at) return replace(at, code)
  return close && replace(close, `  ${name} = ${code}${newlineOf(document.text)}`)
}

/** The code of an attribute as it is written: in the block, or at the call of its module. Undefined where it is not, or stands in another file. */
export function codeOf(resource: Resource, path: string, document: Document, fact?: Known<Fact>): string | undefined {
  const { given, values } = resource.source
  const argument = given?.[path]
  if (argument) return argument.code
  const at = values[path]
  if (at === undefined) return isPlaced(resource) ? literalOf(resource, fact, document)?.code : undefined
  return at.file === document.file ? textOf(document, at.cell).slice(...at.span) : undefined
}

/** A text, a number or a switch at the call of a module, that is what the attribute is: nothing was made of it on the way. */
function literalOf(
  { location }: Resource,
  fact: Known<Fact> | undefined,
  document: Document,
): { readonly at: Location; readonly code: string } | undefined {
  if (fact?.is !== 'known' && fact?.is !== 'assumed') return undefined
  const { at, value } = fact
  const isInside =
    at.file === location.file &&
    at.file === document.file &&
    at.span[0] > location.span[0] &&
    at.span[1] <= location.span[1]
  if (!isInside) return undefined
  const code = textOf(document, at.cell).slice(...at.span)
  return code === String(value) || code === `"${value}"` ? { at, code } : undefined
}

/**
 * Adds lines at the end of the block's body, indented as its first line is. Lines of a nested block bring their own extra indent, in twos. Undefined where
 * the block is not there to be added to: it stands in a module that nobody sees.
 */
export function addToBlock(resource: Resource, lines: readonly string[], document: Document): Edit | undefined {
  const { body, call } = resource.source
  if (call || isPlaced(resource)) return undefined
  const text = textOf(document, body.cell)
  const newline = newlineOf(text)
  const outer = indentAt(text, resource.location.span[0])
  const inside = text.slice(body.span[0], body.span[1])
  const kept = inside.replace(/[ \t\r\n]*$/, '')
  const step = stepIn(inside, outer)
  const added = lines.map((line) => (line === '' ? '' : outer + step + inSteps(line, step))).join(newline)
  // A block on one line holds one attribute; with more, each stands on its own.
  if (kept !== '' && !/[\r\n]/.test(inside)) {
    return replace(body, `${newline}${outer}${step}${kept.trim()}${newline}${added}${newline}${outer}`)
  }
  const at: Location = { ...body, span: [body.span[0] + kept.length, body.span[1]] }
  return replace(at, `${newline}${added}${newline}${outer}`)
}

/** How much further in than the block its first line stands. */
function stepIn(inside: string, outer: string): string {
  const first = /[\r\n]([ \t]+)(?=[^\s#/])/.exec(inside)?.[1] ?? ''
  return first.startsWith(outer) && first.length > outer.length ? first.slice(outer.length) : '  '
}

/** A line that is indented by twos, in steps of another width. */
const inSteps = (line: string, step: string): string =>
  line.replace(/^(?: {2})+/, (spaces) => step.repeat(spaces.length / 2))

/** Adds lines after that of an attribute, which may be of a nested block. Undefined where that has no line of its own. */
export function addBeside(
  resource: Resource,
  path: string,
  lines: readonly string[],
  document: Document,
): Edit | undefined {
  const at = resource.source.values[path]
  if (at?.file !== document.file || resource.source.call || isPlaced(resource)) return undefined
  const text = textOf(document, at.cell)
  const [start, end] = [lineStart(text, at.span[0]), lineEnd(text, at.span[1])]
  const isAlone =
    /^\s*[\w-]+\s*=\s*$/.test(text.slice(start, at.span[0])) &&
    /^\s*(?:(?:#|\/\/).*)?$/.test(text.slice(at.span[1], end).trimEnd())
  const code = lines.map((line) => `${line === '' ? '' : indentAt(text, start)}${line}${newlineOf(text)}`).join('')
  return isAlone ? replace({ ...at, span: [end, end] }, code) : undefined
}

/** Adds entries at the end of an object: each on its own line where the last one is. @param at the object, with its braces */
export function addEntries(at: Location, entries: readonly string[], document: Document): Edit {
  const text = textOf(document, at.cell)
  const [start, close] = [at.span[0], at.span[1] - 1]
  const kept = text.slice(start, close).trimEnd()
  const end = start + kept.length
  const inside = { ...at, span: [end, close] as const }
  if (kept === '{') return replace(inside, ` ${entries.join(', ')} `)
  const last = lineStart(text, end)
  if (last <= start) return replace(inside, `${kept.endsWith(',') ? '' : ','} ${entries.join(', ')} `)
  const lines = entries.map((entry) => `${newlineOf(text)}${indentAt(text, last)}${entry}`).join('')
  return replace({ ...at, span: [end, end] }, lines)
}

/** `logs` of `module.a.aws_s3_bucket.logs["x.y"]`. */
export const blockName = ({ address, type }: Resource): string =>
  /^[\w-]+/.exec(address.slice(address.lastIndexOf(`${type}.`) + type.length + 1))?.[0] ?? 'this'

/**
 * What says of which resource a block beside it is: `bucket = aws_s3_bucket.logs.id`. Where the block makes several, or perhaps none, there is
 * one for each.
 */
export function ofEach(resource: Resource, argument: string, attribute: string): readonly string[] {
  const { source, type } = resource
  const all = `${type}.${blockName(resource)}`
  if (source.values.for_each) return [`  for_each = ${all}`, `  ${argument} = each.value.${attribute}`]
  if (source.values.count) return [`  count = length(${all})`, `  ${argument} = ${all}[count.index].${attribute}`]
  return [`  ${argument} = ${all}.${attribute}`]
}

/** Adds a block of its own after this one; undefined where this one stands in a module that nobody sees. */
export function addAfterBlock(resource: Resource, lines: readonly string[], document: Document): Edit | undefined {
  if (resource.source.call || isPlaced(resource)) return undefined
  const end = resource.location.span[1]
  const newline = newlineOf(textOf(document, resource.location.cell))
  return replace({ ...resource.location, span: [end, end] }, `${newline}${newline}${lines.join(newline)}`)
}

/**
 * Takes an attribute out with its line, or puts another in its place. Undefined where it does not have a line of its own, or stands in
 * another file.
 * @param instead what is written in its place: `billing_mode = "PAY_PER_REQUEST"`
 */
export function removeAttribute(
  resource: Resource,
  path: string,
  document: Document,
  instead?: string,
): Edit | undefined {
  const at = resource.source.values[path]
  if (resource.source.call || at === undefined || at.file !== document.file) return undefined
  const text = textOf(document, at.cell)
  const [start, end] = [lineStart(text, at.span[0]), lineEnd(text, at.span[1])]
  const name = /^[ \t]*(?="?[\w-]+"?[ \t]*=[ \t]*$)/.exec(text.slice(start, at.span[0]))?.[0]
  const rest = text.slice(at.span[1], end).trim()
  if (name === undefined || (rest !== '' && !/^(#|\/\/)/.test(rest))) return undefined
  if (instead === undefined) return replace({ ...at, span: [start, end] }, '')
  return replace({ ...at, span: [start + name.length, at.span[1]] }, instead)
}
