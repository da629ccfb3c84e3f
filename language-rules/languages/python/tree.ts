// https://github.com/lezer-parser/python/blob/main/src/python.grammar
import { parser } from '@lezer/python'
import { type ModuleBuilder, report } from '../lowering/builder.ts'
import { readable } from './readable.ts'

/** A node of Lezer's tree with its children at hand; comments and error marks are taken out. */
export interface Node {
  readonly name: string
  readonly from: number
  readonly to: number
  readonly kids: Node[]
}

const unreadable = 'This is not read as Python: what stands here may be missing.'

/** Parses the builder's text, and gives the builder its comments and problems. */
export function parse(builder: ModuleBuilder): Node {
  const root: Node = { name: 'Script', from: 0, to: builder.text.length, kids: [] }
  const open: Node[] = [root]
  const errors: [number, number][] = []
  parser.parse(readable(builder.text)).iterate({
    enter({ type, from, to }) {
      if (type.isTop) return true
      if (type.name === 'Comment') {
        builder.comments.push({ text: builder.text.slice(from + 1, to).trim(), span: [from, to] })
        return false
      }
      if (type.isError) {
        errors.push([from, to])
        return true
      }
      const node: Node = { name: type.name, from, to, kids: [] }
      open.at(-1)!.kids.push(node)
      open.push(node)
      return true
    },
    leave({ type }) {
      if (!type.isTop && !type.isError && type.name !== 'Comment') open.pop()
    },
  })
  builder.comments.sort((a, b) => a.span[0] - b.span[0])
  for (const [from, to] of errors.sort((a, b) => a[0] - b[0]))
    report(builder, lineEnd(builder.text, from, to), unreadable)
  return root
}

/** An error mark is often empty: it is widened by what follows it on its line, so that an editor has something to underline. */
function lineEnd(text: string, from: number, to: number): [number, number] {
  if (to > from) return [from, to]
  let end = from
  while (end < text.length && !/\s/.test(text[end]!)) end++
  return [from, end]
}

export const child = (node: Node, name: string): Node | undefined => node.kids.find((kid) => kid.name === name)

/** The children between the commas. */
export function byComma(kids: readonly Node[]): Node[][] {
  const groups: Node[][] = [[]]
  for (const kid of kids) {
    if (kid.name === ',') groups.push([])
    else groups.at(-1)!.push(kid)
  }
  return groups.filter((group) => group.length > 0)
}

/** Where a node's own text ends: a compound statement's node runs on over the blank lines behind it. */
export function endOf(text: string, node: Node): number {
  let last = node
  while (last.kids.length > 0) last = last.kids.at(-1)!
  let end = Math.max(last.to, node.from)
  if (end > node.to) end = node.to
  while (end > node.from && /\s/.test(text[end - 1]!)) end--
  return end
}
