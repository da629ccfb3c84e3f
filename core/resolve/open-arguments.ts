import { type Document, locate } from '../document.ts'
import type { CallExpr, Module } from '../module.ts'
import type { OpenArguments } from '../types.ts'

/** Where one more argument would stand: among those with names, in TypeScript in the record a call is given first. */
export function openArguments(
  document: Document,
  language: Module['language'],
  { args, span }: CallExpr,
): OpenArguments | undefined {
  const at = (offset: number) => locate(document, [offset, offset])
  if (language === 'python') {
    if (args.some(({ spread }) => spread !== undefined)) return undefined
    const last = args.at(-1)
    return { named: 'keyword', last: last && locate(document, last.span), close: at(span[1] - 1) }
  }
  const first = args[0]?.value
  if (first?.is !== 'record' || first.entries.some(({ spread }) => spread)) return undefined
  const last = first.entries.at(-1)
  return { named: 'record', last: last && locate(document, last.span), close: at(first.span[1] - 1) }
}
