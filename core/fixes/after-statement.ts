import { type Document, locate } from '../document.ts'
import type { CallSite, Module } from '../module.ts'
import type { Edit, Location } from '../types.ts'
import { newlineOf, replaceSpan } from './arguments.ts'
import { indentAt, lineStart } from './text.ts'

/** The call whose expression stands at a place. */
export const callAt = ({ file, cell, span }: Location, module: Module, document: Document): CallSite | undefined =>
  module.calls.find(({ expr }) => {
    const at = locate(document, expr.span)
    return at.file === file && at.cell === cell && at.span[0] === span[0] && at.span[1] === span[1]
  })

/** A call that is a statement, or whose result is given a name, waited for or not. */
const alone = /^(?:(?:const |let |var )?\w+(?:: ?\w+)? = )?(await )?$/

/**
 * Adds a statement after the one that a call is all of, indented as it is. Undefined where more is done with the call: it is returned, or
 * something waits for it. @param code gets `await ` where the call is waited for
 */
export function addAfterStatement(
  { expr, statement }: CallSite,
  document: Document,
  code: (waits: string) => readonly string[],
): Edit | undefined {
  const { text } = document
  const [start, end] = statement
  const before = alone.exec(text.slice(start, expr.span[0]))
  const after = text.slice(expr.span[1], end).trim()
  if (before === null || (after !== '' && after !== ';')) return undefined
  const isClosed = after === ';' || text.charAt(end) === ';'
  const at = after !== ';' && isClosed ? end + 1 : end
  const newline = newlineOf(text)
  const indent = indentAt(text, start)
  const lines = code(before[1] ?? '').map((line) => `${newline}${indent}${line}`)
  return replaceSpan(document, [at, at], `${lines.join('')}${isClosed ? ';' : ''}`)
}

/** Adds a statement in front of it, where `addAfterStatement` could add one after it, or where what the call makes is returned. */
export function addBeforeStatement(
  { expr, statement }: CallSite,
  document: Document,
  code: (waits: string) => readonly string[],
): Edit | undefined {
  const { text } = document
  const [start, end] = statement
  const before = alone.exec(text.slice(start, expr.span[0]).replace(/^return /, ''))
  const after = text.slice(expr.span[1], end).trim()
  if (before === null || (after !== '' && after !== ';')) return undefined
  const indent = indentAt(text, start)
  if (text.slice(lineStart(text, start), start) !== indent) return undefined
  const isClosed = after === ';' || text.charAt(end) === ';'
  const newline = newlineOf(text)
  const lines = code(before[1] ?? '').join(`${newline}${indent}`)
  return replaceSpan(document, [start, start], `${lines}${isClosed ? ';' : ''}${newline}${indent}`)
}
