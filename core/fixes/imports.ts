import type { Document, Part } from '../document.ts'
import type { Module } from '../module.ts'
import type { Edit } from '../types.ts'
import { newlineOf, replaceSpan } from './arguments.ts'
import { lineEnd, lineStart } from './text.ts'

/** The part of the document an offset is in. */
export const partAt = ({ parts }: Document, offset: number): Part =>
  parts.findLast(({ start }) => start <= offset) ?? parts[0]!

/**
 * Adds import statements, each a whole line, before the first import that begins a line; of a notebook at the start of the cell that
 * needs them. Lines that are there already are left out. Undefined where there is no such place.
 */
export function addImports(
  lines: readonly string[],
  near: number,
  document: Document,
  module: Module,
): readonly Edit[] | undefined {
  const part = partAt(document, near)
  const text = document.text.slice(part.start, part.start + part.text.length)
  const has = (line: string) => text.split(/\r?\n/).includes(line)
  const missing = lines.filter((line) => !has(line))
  if (missing.length === 0) return []
  const at = document.notebook ? cellStart(part) : firstImport(document, module)
  if (at === undefined) return undefined
  const newline = newlineOf(document.text)
  return [replaceSpan(document, [at, at], missing.map((line) => line + newline).join(''))]
}

/** A magic of the whole cell stands first, and may make it another language. */
export const cellStart = ({ start, text }: Part): number | undefined => (/^\s*%%/.test(text) ? undefined : start)

/** `from __future__` must stay first; what is imported under a condition or in a function is no place for all. */
function firstImport({ text }: Document, { imports }: Module): number | undefined {
  const starts = imports
    .filter(({ scope }) => scope === 0)
    .map(({ span }) => statementStart(text, span[0]))
    .filter((start) => start !== undefined)
  return starts.length === 0 ? undefined : Math.min(...starts)
}

/** Of a list of names in brackets the statement begins on a line above. */
function statementStart(text: string, offset: number): number | undefined {
  let start = lineStart(text, offset)
  while (start > 0 && /^[\s)}]/.test(text.slice(start, start + 1))) start = lineStart(text, start - 1)
  const line = text.slice(start, lineEnd(text, start))
  return /^(import|from)\b/.test(line) && !/^from __future__/.test(line) ? start : undefined
}
