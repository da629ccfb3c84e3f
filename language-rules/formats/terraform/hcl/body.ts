// https://github.com/hashicorp/hcl/blob/main/hclsyntax/spec.md#bodies
import type { Span } from '../../../../core/types.ts'
import type { Attribute, BlockNode, BodyItem, Expression, HclFile, Template } from './ast.ts'
import {
  Broken,
  type Cursor,
  deeper,
  expect,
  fail,
  identifierAt,
  lineEnd,
  sees,
  skipSpace,
  take,
  takeIdentifier,
} from './cursor.ts'
import { parseExpression } from './expression.ts'
import { columnOf, resume } from './recovery.ts'
import { parseQuoted, parseWholeTemplate } from './template.ts'

/** More than this, and it is not a Terraform file a person is editing. */
export const mostProblems = 100

/** Text to bodies, blocks and expressions. Never throws: what cannot be read is skipped and ends in `problems`. */
export function parseHcl(text: string): HclFile {
  const cursor = cursorAt(text, bodyStart(text))
  return { items: parseItems(cursor, undefined), problems: cursor.problems }
}

/** Behind a byte order mark. */
export const bodyStart = (text: string): number => (text.charCodeAt(0) === 0xfeff ? 1 : 0)

export const cursorAt = (text: string, at: number): Cursor => ({
  text,
  at,
  linesAreSpace: false,
  depth: 0,
  problems: [],
})

/** A text that is a template as a whole, as `templatefile` reads it. */
export const parseTemplate = (text: string): Template | Broken => parseWhole(text, parseWholeTemplate)

/** A text that is one expression, as JSON gives a reference or a type. */
export const parseAlone = (text: string): Expression | Broken =>
  parseWhole(text, (cursor) => {
    const value = parseExpression(cursor)
    skipSpace(cursor)
    if (cursor.at < text.length) fail(cursor, 'an end')
    return value
  })

function parseWhole<T>(text: string, parse: (cursor: Cursor) => T): T | Broken {
  try {
    return parse(cursorAt(text, 0))
  } catch (error) {
    if (error instanceof Broken) return error
    throw error
  }
}

/** The items of a body: the file's, or, to its `}`, those of the block that begins at `block`. */
function parseItems(cursor: Cursor, block: number | undefined): readonly BodyItem[] {
  const items: BodyItem[] = []
  for (;;) {
    skipSpace(cursor, true)
    if (isDone(cursor)) break
    if (block !== undefined && (sees(cursor, '}') || beginsTopLevel(cursor))) break
    parseNext(cursor, items)
  }
  return items
}

export const isDone = (cursor: Cursor): boolean =>
  cursor.at >= cursor.text.length || cursor.problems.length > mostProblems

/** The item that begins here, at the top of a file, or behind what is none. */
export function parseNext(cursor: Cursor, items: BodyItem[]): void {
  if (sees(cursor, '}')) {
    report(cursor, 'This `}` closes nothing.', [cursor.at, cursor.at + 1], cursor.at)
    cursor.at++
  } else parseItemOrSkip(cursor, items)
}

const topLevel = /(resource|data|variable|output|module|provider|locals|terraform)[ \t]*("[^"\n]*"[ \t]*)*\{/y

/** A block that only stands at the top of a file, at the left edge: the block before it was never closed. */
function beginsTopLevel({ text, at }: Cursor): boolean {
  topLevel.lastIndex = at
  return columnOf(text, at) === 0 && topLevel.test(text)
}

function parseItemOrSkip(cursor: Cursor, items: BodyItem[]): void {
  const { at: start, depth } = cursor
  try {
    items.push(parseItem(cursor))
  } catch (error) {
    if (!(error instanceof Broken)) throw error
    cursor.depth = depth
    cursor.linesAreSpace = false
    report(cursor, error.message, [error.at, Math.max(error.at + 1, lineEnd(cursor.text, error.at))], start)
    cursor.at = resume(cursor.text, start, error.at)
  }
}

function report(cursor: Cursor, message: string, [start, end]: Span, from: number): void {
  const { length } = cursor.text
  const stopped = cursor.problems.length === mostProblems ? ' The rest of the file was not read.' : ''
  cursor.problems.push({ message: message + stopped, span: [Math.min(start, length), Math.min(end, length)], from })
}

function parseItem(cursor: Cursor): BodyItem {
  const start = cursor.at
  const { name, span } = takeIdentifier(cursor, 'an argument or a block')
  skipSpace(cursor)
  if (sees(cursor, '=') && !sees(cursor, '==')) return parseAttribute(cursor, name, span)
  return deeper(cursor, () => parseBlock(cursor, start, name, span))
}

function parseAttribute(cursor: Cursor, name: string, nameSpan: Attribute['nameSpan']): Attribute {
  cursor.at++
  const value = parseExpression(cursor)
  skipSpace(cursor)
  const ends = cursor.at >= cursor.text.length || sees(cursor, '\n') || sees(cursor, '}')
  if (!ends) fail(cursor, 'a new line after the value')
  return { is: 'attribute', name, nameSpan, value, span: [nameSpan[0], value.span[1]] }
}

function parseBlock(cursor: Cursor, start: number, type: string, typeSpan: BlockNode['typeSpan']): BlockNode {
  const labels = parseLabels(cursor)
  expect(cursor, '{')
  const bodyStart = cursor.at
  const items = parseItems(cursor, start)
  const bodyEnd = cursor.at
  if (!take(cursor, '}')) report(cursor, `Expected \`}\` to close this \`${type}\` block.`, [start, typeSpan[1]], start)
  return { is: 'block', type, typeSpan, labels, items, bodySpan: [bodyStart, bodyEnd], span: [start, cursor.at] }
}

function parseLabels(cursor: Cursor): BlockNode['labels'] {
  const labels: { text: string; span: BlockNode['span'] }[] = []
  for (;;) {
    skipSpace(cursor)
    const bare = identifierAt(cursor.text, cursor.at)
    if (bare !== undefined) labels.push({ text: bare, span: takeIdentifier(cursor).span })
    else if (sees(cursor, '"')) {
      const { parts, span } = parseQuoted(cursor)
      labels.push({ text: parts.map((part) => (part.is === 'text' ? part.text : '')).join(''), span })
    } else if (labels.length > 0 || sees(cursor, '{')) return labels
    else fail(cursor, '`=` or `{`')
  }
}
