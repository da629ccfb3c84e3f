import ts from 'typescript'
import type { Comment } from '../../../core/module.ts'

const start = /\/\/|\/\*/g

/**
 * TypeScript keeps no comments: what looks like one and stands in no string, template, regular expression or JSX text is.
 * @param node its comments and those before it: a node begins where the one before it ends
 */
export function commentsIn(file: ts.SourceFile, node: ts.Node): Comment[] {
  // What is looked for in the whole text is looked for up to its end.
  const text = node.end === file.text.length ? file.text : file.text.slice(0, node.end)
  start.lastIndex = node.pos
  let match = start.exec(text)
  if (!match) return []
  const literals = literalsOf(file, node)
  const comments: Comment[] = []
  let next = 0
  for (; match; match = start.exec(text)) {
    while (next < literals.length && literals[next]!.end <= match.index) next++
    const literal = literals[next]
    if (literal && literal.start <= match.index) {
      start.lastIndex = literal.end
      continue
    }
    const end = endOf(text, match[0], match.index)
    comments.push({ text: plain(text.slice(match.index, end)), span: [match.index, end] })
    start.lastIndex = end
  }
  return comments
}

function endOf(text: string, opened: string, at: number): number {
  if (opened === '/*') {
    const close = text.indexOf('*/', at + 2)
    return close < 0 ? text.length : close + 2
  }
  const rest = /[\r\n\u2028\u2029]/g
  rest.lastIndex = at
  return rest.exec(text)?.index ?? text.length
}

const plain = (comment: string): string =>
  comment.startsWith('//')
    ? comment.slice(2).trim()
    : comment
        .slice(2, comment.endsWith('*/') ? -2 : undefined)
        .replace(/^[ \t]*\*+ ?/gm, '')
        .trim()

/** In the order of the text. The walk keeps its own stack: a long sum is a deep tree. */
function literalsOf(file: ts.SourceFile, top: ts.Node): { start: number; end: number }[] {
  const literals: { start: number; end: number }[] = []
  const open: ts.Node[] = [top]
  const push = (kid: ts.Node): void => void open.push(kid)
  for (let node = open.pop(); node; node = open.pop()) {
    if (ts.isJsxText(node)) literals.push({ start: node.pos, end: node.end })
    else if (ts.isLiteralExpression(node) || ts.isTemplateHead(node) || ts.isTemplateMiddleOrTemplateTail(node)) {
      literals.push({ start: node.getStart(file), end: node.end })
    } else ts.forEachChild(node, push)
  }
  return literals.sort((a, b) => a.start - b.start)
}
