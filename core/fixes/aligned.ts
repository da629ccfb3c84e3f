// `terraform fmt` puts the equals signs of arguments on consecutive lines in one column: https://developer.hashicorp.com/terraform/language/style
import type { Document } from '../document.ts'
import type { Edit } from '../types.ts'
import { applyEdits, lineEnd, lineStart } from './text.ts'

/** An argument that begins and ends on one line. Offsets into the text it was found in. */
interface Argument {
  readonly line: number
  readonly name: number
  /** Where the name ends. */
  readonly end: number
  readonly equals: number
}

/**
 * The edits of one fix, so that a block which was formatted still is: names that are written get their spaces, and where one is longer than
 * those beside it these get theirs too. A block that was not formatted is left as it is.
 */
export function aligned(edits: readonly Edit[], document: Document): readonly Edit[] {
  const own = edits.filter((edit) => edit.file === document.file).toSorted((a, b) => a.span[0] - b.span[0])
  const [first, last] = [own[0], own.at(-1)]
  if (document.language !== 'terraform' || !first || !last || overlap(own)) return edits
  const from = above(document.text, first.span[0])
  const to = below(document.text, last.span[1])
  const shifted = own.map(({ span, text }) => ({ span: [span[0] - from, span[1] - from] as const, text }))
  const after = applyEdits(document.text.slice(from, to), shifted)
  const placed = placesOf(shifted)
  const writer = ({ name, equals }: Argument) => placed.findIndex(({ start, end }) => start <= name && equals <= end)

  const texts = own.map(({ text }) => text)
  const beside: Edit[] = []
  // From the end, so that what stands before keeps its place.
  for (const { at, spaces } of neighbours(after)
    .flatMap((all) => changes(all, writer))
    .reverse()) {
    const by = writer(at)
    const place = placed[by]
    if (place) {
      const text = texts[by]!
      texts[by] = text.slice(0, at.end - place.start) + spaces + text.slice(at.equals - place.start)
    } else {
      const earlier = placed.filter(({ end }) => end <= at.name).at(-1)?.grown ?? 0
      const start = at.end - earlier + from
      beside.push({ file: document.file, span: [start, start + at.equals - at.end], text: spaces })
    }
  }
  const written = new Map(own.map((edit, i) => [edit, { ...edit, text: texts[i]! }]))
  return [...edits.map((edit) => written.get(edit) ?? edit), ...beside.reverse()]
}

/** Such a fix cannot be made, which is said where somebody asks for it. */
const overlap = (sorted: readonly Edit[]) =>
  sorted.some(({ span }, i) => span[1] > (sorted[i + 1]?.span[0] ?? Number.POSITIVE_INFINITY))

/** Where each text stands once all are written, and by how much what follows has moved. */
function placesOf(edits: readonly Pick<Edit, 'span' | 'text'>[]) {
  let grown = 0
  return edits.map(({ span, text }) => {
    const start = span[0] + grown
    grown += text.length - (span[1] - span[0])
    return { start, end: start + text.length, grown }
  })
}

/** What is to stand before the equals signs that are not in their column. */
function changes(all: readonly Argument[], writer: (argument: Argument) => number) {
  const lengthOf = ({ name, end }: Argument) => end - name
  const widest = (some: readonly Argument[]) => Math.max(0, ...some.map(lengthOf))
  const isAt = (width: number) => (each: Argument) => each.equals - each.name === width + 1
  const others = all.filter((each) => writer(each) < 0)
  if (others.length === all.length || !others.every(isAt(widest(others)))) return []
  const width = widest(all)
  return all.filter((each) => !isAt(width)(each)).map((at) => ({ at, spaces: ' '.repeat(width + 1 - lengthOf(at)) }))
}

/** Arguments on consecutive lines. */
function neighbours(text: string): readonly (readonly Argument[])[] {
  const groups: Argument[][] = []
  let closes: string | undefined
  for (let start = 0, line = 0; start < text.length; start = lineEnd(text, start), line++) {
    const code = text.slice(start, lineEnd(text, start)).trim()
    // A text that goes on below is nobody's to format.
    if (closes !== undefined) {
      if (code === closes) closes = undefined
      continue
    }
    closes = /<<[-~]?(\w+)$/.exec(code)?.[1]
    const found = argumentAt(text, start, line)
    if (!found) continue
    const group = groups.at(-1)
    if (group?.at(-1)?.line === line - 1) group.push(found)
    else groups.push([found])
  }
  return groups
}

/** Back to the first of the arguments on the lines right before. */
function above(text: string, offset: number): number {
  let start = lineStart(text, offset)
  while (start > 0 && argumentAt(text, lineStart(text, start - 1), 0)) start = lineStart(text, start - 1)
  return start
}

function below(text: string, offset: number): number {
  let end = lineEnd(text, offset)
  while (end < text.length && argumentAt(text, end, 0)) end = lineEnd(text, end)
  return end
}

const argument = /^([ \t]*)([\w.-]+|"[^"\\\r\n]*")( *)=(?![=>])([^\r\n]*)/
const quoted = /"(?:[^"\\]|\\.)*"/g

function argumentAt(text: string, start: number, line: number): Argument | undefined {
  const [, indent, name, spaces, value] = argument.exec(text.slice(start, lineEnd(text, start))) ?? []
  if (indent === undefined || name === undefined || spaces === undefined || value === undefined) return undefined
  const code = value.replace(quoted, '').replace(/(#|\/\/).*$/, '')
  const count = (brackets: RegExp) => code.match(brackets)?.length ?? 0
  // A list, a block or a text that goes on below: its equals sign stands alone.
  if (count(/[[{(]/g) !== count(/[\]})]/g) || code.includes('<<') || code.includes('"')) return undefined
  const at = start + indent.length
  return { line, name: at, end: at + name.length, equals: at + name.length + spaces.length }
}
