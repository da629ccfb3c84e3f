// https://github.com/hashicorp/hcl/blob/main/hclsyntax/spec.md#expression-terms
import type { Expression, ForExpression, ObjectItem } from './ast.ts'
import {
  type Cursor,
  expect,
  fail,
  identifierAt,
  sees,
  skipSpace,
  take,
  takeIdentifier,
  takeWord,
  withLines,
} from './cursor.ts'
import { parseExpression } from './expression.ts'
import { parseHeredoc } from './heredoc.ts'
import { parseQuoted } from './template.ts'

const number = /\d+(\.\d+)?([eE][+-]?\d+)?/y

export function parsePrimary(cursor: Cursor): Expression {
  const start = cursor.at
  const next = cursor.text.charAt(start)
  if (next === '(') return parseParens(cursor)
  if (next === '[') return parseTuple(cursor)
  if (next === '{') return parseObject(cursor)
  if (next === '"') return parseQuoted(cursor)
  if (sees(cursor, '<<')) return parseHeredoc(cursor)
  number.lastIndex = start
  const digits = number.exec(cursor.text)?.[0]
  if (digits !== undefined) {
    cursor.at += digits.length
    return { is: 'literal', value: Number(digits), span: [start, cursor.at] }
  }
  return parseName(cursor)
}

function parseParens(cursor: Cursor): Expression {
  const start = cursor.at++
  const value = withLines(cursor, true, () => {
    const inner = parseExpression(cursor)
    skipSpace(cursor)
    expect(cursor, ')')
    return inner
  })
  return { is: 'parens', value, span: [start, cursor.at] }
}

const words = new Map([
  ['true', true],
  ['false', false],
  ['null', null],
])

function parseName(cursor: Cursor): Expression {
  const start = cursor.at
  let { name } = takeIdentifier(cursor, 'a value')
  while (sees(cursor, '::') && identifierAt(cursor.text, cursor.at + 2) !== undefined) {
    cursor.at += 2
    name += `::${takeIdentifier(cursor).name}`
  }
  const end = cursor.at
  skipSpace(cursor)
  if (sees(cursor, '(')) return parseCall(cursor, name, start)
  cursor.at = end
  const word = words.get(name)
  return word === undefined
    ? { is: 'variable', name, span: [start, end] }
    : { is: 'literal', value: word, span: [start, end] }
}

function parseCall(cursor: Cursor, name: string, start: number): Expression {
  cursor.at++
  const args: Expression[] = []
  const expands = withLines(cursor, true, () => {
    for (;;) {
      skipSpace(cursor)
      if (take(cursor, ')')) return false
      args.push(parseExpression(cursor))
      skipSpace(cursor)
      const rest = take(cursor, '...')
      if (rest) skipSpace(cursor)
      if (rest && take(cursor, ',')) skipSpace(cursor)
      if (take(cursor, ')')) return rest
      if (rest || !take(cursor, ',')) fail(cursor, rest ? '`)`' : '`,` or `)`')
    }
  })
  return { is: 'call', name, args, expands, span: [start, cursor.at] }
}

function parseTuple(cursor: Cursor): Expression {
  const start = cursor.at++
  return withLines(cursor, true, (): Expression => {
    skipSpace(cursor)
    if (takeWord(cursor, 'for')) return parseFor(cursor, start, 'tuple')
    const items: Expression[] = []
    for (;;) {
      skipSpace(cursor)
      if (take(cursor, ']')) break
      items.push(parseExpression(cursor))
      skipSpace(cursor)
      if (!take(cursor, ',') && !sees(cursor, ']')) fail(cursor, '`,` or `]`')
    }
    return { is: 'tuple', items, span: [start, cursor.at] }
  })
}

/** An object's items end with a comma or a line end, so inside it lines count again. */
function parseObject(cursor: Cursor): Expression {
  const start = cursor.at++
  const before = cursor.at
  skipSpace(cursor, true)
  if (takeWord(cursor, 'for')) return withLines(cursor, true, () => parseFor(cursor, start, 'object'))
  cursor.at = before
  return withLines(cursor, false, (): Expression => {
    const items: ObjectItem[] = []
    for (;;) {
      skipSpace(cursor, true)
      if (take(cursor, '}')) break
      items.push(parseItem(cursor))
      skipSpace(cursor)
      if (!take(cursor, ',') && !sees(cursor, '\n') && !sees(cursor, '}')) fail(cursor, '`,`, a new line or `}`')
    }
    return { is: 'object', items, span: [start, cursor.at] }
  })
}

function parseItem(cursor: Cursor): ObjectItem {
  const key = parseExpression(cursor)
  skipSpace(cursor)
  if (!take(cursor, '=') && !take(cursor, ':')) fail(cursor, '`=` or `:`')
  return { key, value: parseExpression(cursor) }
}

/** `for` is taken already. */
function parseFor(cursor: Cursor, start: number, makes: ForExpression['makes']): ForExpression {
  const { key, value, collection } = parseForIntro(cursor)
  skipSpace(cursor)
  expect(cursor, ':')
  const first = parseExpression(cursor)
  skipSpace(cursor)
  let result = first
  if (makes === 'object') {
    expect(cursor, '=>')
    result = parseExpression(cursor)
    skipSpace(cursor)
  }
  const groups = makes === 'object' && take(cursor, '...')
  skipSpace(cursor)
  const condition = takeWord(cursor, 'if') ? parseExpression(cursor) : undefined
  skipSpace(cursor)
  expect(cursor, makes === 'object' ? '}' : ']')
  const resultKey = makes === 'object' ? first : undefined
  return { is: 'for', makes, key, value, collection, resultKey, result, condition, groups, span: [start, cursor.at] }
}

/** `k, v in collection`, in an expression and in a template. */
export function parseForIntro(cursor: Cursor): Pick<ForExpression, 'key' | 'value' | 'collection'> {
  skipSpace(cursor)
  const first = takeIdentifier(cursor).name
  skipSpace(cursor)
  let second: string | undefined
  if (take(cursor, ',')) {
    skipSpace(cursor)
    second = takeIdentifier(cursor).name
    skipSpace(cursor)
  }
  if (!takeWord(cursor, 'in')) fail(cursor, '`in`')
  const collection = parseExpression(cursor)
  return second === undefined ? { key: undefined, value: first, collection } : { key: first, value: second, collection }
}
