import type { CallExpr } from '../module.ts'
import type { Edit, Span } from '../types.ts'
import { type CallTools, replaceSpan } from './arguments.ts'
import { lineEnd, lineStart } from './text.ts'

/** Takes out a named argument, with its comma, and its line where it has one to itself. Undefined where it is not written at the call. */
export function withoutArgument({ args, span }: CallExpr, name: string, tools: CallTools): Edit | undefined {
  const { document, named } = tools
  const first = args[0]?.value
  const items: readonly { readonly name?: string; readonly span: Span }[] =
    named === 'keyword' ? args : first?.is === 'record' ? first.entries : []
  const at = items.findIndex((item) => item.name === name)
  const item = items[at]
  if (!item) return undefined
  const { text } = document
  const comma = /^\s*,[ \t]*/.exec(text.slice(item.span[1], span[1]))?.[0].length ?? 0
  const [start, end] = [lineStart(text, item.span[0]), lineEnd(text, item.span[1] + comma)]
  const around = text.slice(start, item.span[0]) + text.slice(item.span[1] + comma, end)
  if (around.trim() === '' && start > span[0]) return replaceSpan(document, [start, end], '')
  const before = items[at - 1]
  // The last one goes with the comma before it.
  if (comma === 0 && before) return replaceSpan(document, [before.span[1], item.span[1]], '')
  return replaceSpan(document, [item.span[0], item.span[1] + comma], '')
}
