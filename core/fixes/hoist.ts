import type { Document } from '../document.ts'
import type { CallSite, Expr, Loop, Module } from '../module.ts'
import type { Edit, ModelCall, Span } from '../types.ts'
import { newlineOf, replaceSpan } from './arguments.ts'
import { indentAt, lineEnd, lineStart } from './text.ts'

/**
 * Moves the statement that keeps a call's answer to before the loop around it. No edits where that would not be the same
 * program: the statement does more than keep it, uses what the loop binds, gives a name that is given elsewhere too, shares
 * its lines with others, is not directly in the loop's body, or is all there is in it; or the loop ends when the answer is right.
 */
export function hoist(call: ModelCall, module: Module, document: Document): readonly Edit[] {
  const site = module.calls[call.source.call]
  const loop = site?.loop === undefined ? undefined : module.loops[site.loop]
  if (!site || loop?.kind !== 'for') return []
  const { text } = document
  if (endsEarly(text.slice(...loop.span)) || !onlyKeeps(site, loop, module)) return []
  const lines: Span = [lineStart(text, site.statement[0]), lineEnd(text, site.statement[1])]
  // Another indentation would be another text.
  if (/"""|'''|`/.test(text.slice(...site.statement)) && text.slice(...site.statement).includes('\n')) return []
  const alone =
    (text.slice(lines[0], site.statement[0]) + text.slice(site.statement[1], lines[1])).replace(';', '').trim() === ''
  if (!alone || usesLoop(site.expr, loop, module) || !isDirectlyIn(loop, lines, text) || !leavesBody(loop, lines, text))
    return []

  const from = indentAt(text, site.statement[0])
  const to = indentAt(text, loop.span[0])
  const newline = newlineOf(text)
  const moved = text
    .slice(...lines)
    .trimEnd()
    .split(/\r?\n/)
    .map((line) => (line.startsWith(from) ? to + line.slice(from.length) : line))
    .join(newline)
  const start = lineStart(text, loop.span[0])
  return [replaceSpan(document, [start, start], moved + newline), replaceSpan(document, lines, '')]
}

/** A loop that something in it ends may turn until it likes the answer. */
export const endsEarly = (loop: string): boolean => /\b(break|return|throw|raise)\b/.test(loop)

/** `answer = ask(…).text`: names are given the call's answer or a part of it, and nobody outside the loop gives them another. */
function onlyKeeps({ expr, statement }: CallSite, loop: Loop, module: Module): boolean {
  const made = module.bindings.filter(({ span }) => statement[0] <= span[0] && span[1] <= statement[1])
  const partOf = (value: Expr | undefined): boolean =>
    value === expr || ((value?.is === 'member' || value?.is === 'index') && partOf(value.of))
  return (
    made.length > 0 &&
    made.every(({ target, via, value }) => {
      if (via !== 'assign' || target.is !== 'name' || !partOf(value)) return false
      return !module.bindings.some(
        (other) =>
          other.target.is === 'name' &&
          other.target.name === target.name &&
          (other.span[0] < loop.span[0] || other.span[1] > loop.span[1]),
      )
    })
  )
}

/** Whether an expression reads a name that the loop (or anything in it) binds. */
export function usesLoop(expr: Expr, loop: Loop, module: Module): boolean {
  const bound = new Set(
    module.bindings.flatMap((binding) =>
      binding.target.is === 'name' && binding.span[0] >= loop.span[0] && binding.span[1] <= loop.span[1]
        ? [binding.target.name]
        : [],
    ),
  )
  if (loop.variable) bound.add(loop.variable)
  return namesIn(expr).some((name) => bound.has(name))
}

/** Every name an expression reads. */
export function namesIn(expr: Expr): readonly string[] {
  switch (expr.is) {
    case 'name':
      return [expr.name]
    case 'member':
    case 'spread':
    case 'each':
      return namesIn(expr.of)
    case 'index':
      return [...namesIn(expr.of), ...namesIn(expr.key)]
    case 'call':
      return [...namesIn(expr.callee), ...expr.args.flatMap((argument) => namesIn(argument.value))]
    case 'text':
      return expr.parts.flatMap((part) => (typeof part === 'string' ? [] : namesIn(part)))
    case 'list':
      return expr.items.flatMap(namesIn)
    case 'record':
      return expr.entries.flatMap((entry) => [...(entry.key ? namesIn(entry.key) : []), ...namesIn(entry.value)])
    case 'choice':
      return expr.among.flatMap(namesIn)
    case 'operation':
      return expr.args.flatMap(namesIn)
    case 'opaque':
      return expr.children.flatMap(namesIn)
    default:
      return []
  }
}

/** No deeper than the first statement of the body: a call under an `if` in the loop is not made on every pass. */
function isDirectlyIn(loop: Loop, lines: Span, text: string): boolean {
  const body = text.slice(lineEnd(text, loop.span[0]), loop.span[1])
  const first = /^[ \t]*(?=\S)/m.exec(body)?.[0].length ?? 0
  return indentAt(text, lines[0]).length === first && indentAt(text, loop.span[0]).length < first
}

/** Something else is left in the loop once the statement is gone. */
function leavesBody(loop: Loop, lines: Span, text: string): boolean {
  const left = text.slice(lineEnd(text, loop.span[0]), lines[0]) + text.slice(lines[1], loop.span[1])
  return /[A-Za-z_]/.test(left.replace(/(#|\/\/).*$/gm, ''))
}
