// Items of a list in another order, each with the comments that are said of it.
import type { Span } from '../types.ts'

interface Item {
  readonly span: Span
}

/** A comma, and what is said at the end of the line. */
const behind = /^(\s*,)?([ \t]*(?:#|\/\/)[^\r\n]*)?(?=\r?\n|$)/
const comment = /#|\/\/|\/\*/

/**
 * The text from the first item to the last with the items in this order, and where it stands; undefined where a comment stands so that
 * nobody can say which of them it is about.
 */
export function reordered(
  text: string,
  items: readonly Item[],
  order: readonly Item[],
): { readonly span: Span; readonly text: string } | undefined {
  const [first, last] = [items[0], items.at(-1)]
  if (!first || !last) return undefined
  const told = new Map(items.map((item) => [item, toldBehind(text, item)]))
  const end = (item: Item) => item.span[1] + told.get(item)!.length
  const between = items.slice(1).map((item, i) => text.slice(end(items[i]!), item.span[0]))
  if (between.some((each) => comment.test(each)) || aboveIsTold(text, first)) return undefined
  const said = (item: Item) => /(?:#|\/\/).*$/.exec(told.get(item)!)?.[0]
  const slots = items.map((slot, i) => {
    const item = order[i]!
    const comma = /^\s*,/.exec(told.get(slot)!)?.[0] ?? ''
    const note = said(item)
    return `${text.slice(...item.span)}${comma}${note === undefined ? '' : ` ${note}`}${between[i] ?? ''}`
  })
  return { span: [first.span[0], end(last)], text: slots.join('') }
}

function toldBehind(text: string, { span: [, end] }: Item): string {
  const rest = text.slice(end, end + 500)
  const line = /^[^\r\n]*/.exec(rest)![0]
  const found = behind.exec(line)?.[0]
  return found ?? /^\s*,/.exec(line)?.[0] ?? ''
}

/** A line of comment above it is said of it, or of all that follow. */
function aboveIsTold(text: string, { span: [start] }: Item): boolean {
  const before = text.slice(Math.max(0, start - 500), start).split('\n')
  return before.at(-1)!.trim() === '' && /^\s*(#|\/\/)/.test(before.at(-2) ?? '')
}
