// https://github.com/lezer-parser/python/blob/main/src/python.grammar
import { parser } from '@lezer/python'
import type { Comment } from '../../../core/module.ts'
import { type ModuleBuilder, report } from '../lowering/builder.ts'
import { type Quick, readQuick } from './quick/read.ts'
import { readable } from './readable.ts'

/** A node of Lezer's tree with its children at hand; comments and error marks are taken out. */
export interface Node {
  readonly name: string
  readonly from: number
  readonly to: number
  readonly kids: Node[]
}

const unreadable = 'This is not read as Python: what stands here may be missing.'

/** One child of the tree's top: nodes to be lowered, the comments between them, or what could not be read. */
export interface Top {
  readonly kids: readonly Node[]
  readonly comments: readonly Comment[]
  readonly errors: readonly (readonly [number, number])[]
}

/** The text as Lezer is given it. */
export const prepared = readable

/** What was made of a text: by the quick reader where it reads it, else by Lezer. */
export type Tree = Quick | LezerTree

export const parseTree = (text: string): Tree => readQuick(text) ?? parser.parse(text)

type LezerTree = ReturnType<typeof parser.parse>
type TreeCursor = ReturnType<LezerTree['cursor']>

/**
 * Calls `visit` for each child of the top, which may ask for what is in it.
 * @param base where in the text the tree begins
 */
export function eachTop(
  tree: Tree,
  text: string,
  base: number,
  visit: (name: string, from: number, to: number, read: () => Top) => void,
): void {
  if ('statements' in tree) {
    eachQuick(tree, text, base, visit)
    return
  }
  const cursor = tree.cursor()
  if (!cursor.firstChild()) return
  do visit(cursor.name, base + cursor.from, base + cursor.to, () => topAt(cursor, text, base))
  while (cursor.nextSibling())
}

/** As Lezer has them: a comment is in the statement it stands in, or a child of the top itself. */
function eachQuick(
  { statements, comments }: Quick,
  text: string,
  base: number,
  visit: (name: string, from: number, to: number, read: () => Top) => void,
): void {
  let next = 0
  const commentsTo = (end: number): Comment[] => {
    const first = next
    while (next < comments.length && comments[next]![0] < end) next++
    return comments.slice(first, next).map(([start, to]) => {
      const span = [base + start, base + to] as const
      return { text: text.slice(span[0] + 1, span[1]).trim(), span }
    })
  }
  const alone = (end: number) => {
    for (const comment of commentsTo(end))
      visit('Comment', ...comment.span, () => ({ kids: [], comments: [comment], errors: [] }))
  }
  for (const node of statements) {
    alone(node.from)
    const inside = commentsTo(node.to)
    const read = () => ({ kids: [base === 0 ? node : moved(node, base)], comments: inside, errors: [] })
    visit(node.name, base + node.from, base + node.to, read)
  }
  alone(Number.POSITIVE_INFINITY)
}

const moved = ({ name, from, to, kids }: Node, by: number): Node => ({
  name,
  from: from + by,
  to: to + by,
  kids: kids.map((kid) => moved(kid, by)),
})

function topAt(cursor: TreeCursor, text: string, base: number): Top {
  const root: Node = { name: 'Script', from: 0, to: text.length, kids: [] }
  const open: Node[] = [root]
  const comments: Comment[] = []
  const errors: [number, number][] = []
  cursor.iterate(
    ({ type, from: start, to: end }) => {
      const from = base + start
      const to = base + end
      if (type.name === 'Comment') {
        comments.push({ text: text.slice(from + 1, to).trim(), span: [from, to] })
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
    ({ type }) => {
      if (!type.isError && type.name !== 'Comment') open.pop()
    },
  )
  return { kids: root.kids, comments, errors }
}

/** Where a tree has error marks, in order. */
export function errorsIn(tree: Tree): readonly number[] {
  if ('statements' in tree) return []
  const found: number[] = []
  const cursor = tree.cursor()
  do if (cursor.type.isError) found.push(cursor.from)
  while (cursor.next())
  return found
}

export function reportErrors(builder: ModuleBuilder, errors: readonly (readonly [number, number])[]): void {
  for (const [from, to] of [...errors].sort((a, b) => a[0] - b[0]))
    report(builder, lineEnd(builder.text, from, to), unreadable)
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
  // A text may have parts that end before it does.
  while (last.kids.length > 0 && !last.name.endsWith('String')) last = last.kids.at(-1)!
  let end = Math.max(last.to, node.from)
  if (end > node.to) end = node.to
  while (end > node.from && /\s/.test(text[end - 1]!)) end--
  return end
}
