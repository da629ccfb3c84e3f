// https://github.com/hashicorp/hcl/blob/main/hclsyntax/spec.md#expressions
import type { BinaryOperator, Expression } from './ast.ts'
import {
  type Cursor,
  deeper,
  expect,
  fail,
  identifierAt,
  skipSpace,
  take,
  takeIdentifier,
  withLines,
} from './cursor.ts'
import { parsePrimary } from './primary.ts'

const precedence: Readonly<Record<BinaryOperator, number>> = {
  '||': 1,
  '&&': 2,
  '==': 3,
  '!=': 3,
  '<': 4,
  '>': 4,
  '<=': 4,
  '>=': 4,
  '+': 5,
  '-': 5,
  '*': 6,
  '/': 6,
  '%': 6,
}

export function parseExpression(cursor: Cursor): Expression {
  return deeper(cursor, () => {
    skipSpace(cursor)
    const condition = parseBinary(cursor, 1)
    const end = cursor.at
    skipSpace(cursor)
    if (!take(cursor, '?')) {
      cursor.at = end
      return condition
    }
    const then = parseExpression(cursor)
    skipSpace(cursor)
    expect(cursor, ':')
    const otherwise = parseExpression(cursor)
    return { is: 'conditional', condition, then, otherwise, span: [condition.span[0], otherwise.span[1]] }
  })
}

function parseBinary(cursor: Cursor, weakest: number): Expression {
  let left = parseUnary(cursor)
  for (;;) {
    const end = cursor.at
    skipSpace(cursor)
    const operator = operatorAt(cursor)
    if (operator === undefined || precedence[operator] < weakest) {
      cursor.at = end
      return left
    }
    cursor.at += operator.length
    skipSpace(cursor)
    const right = parseBinary(cursor, precedence[operator] + 1)
    left = { is: 'binary', operator, left, right, span: [left.span[0], right.span[1]] }
  }
}

const isOperator = (text: string): text is BinaryOperator => Object.hasOwn(precedence, text)
const operatorStarts = '|&=!<>+-*/%'

function operatorAt({ text, at }: Cursor): BinaryOperator | undefined {
  const one = text.charAt(at)
  if (one === '' || !operatorStarts.includes(one)) return undefined
  const two = text.slice(at, at + 2)
  if (isOperator(two)) return two
  return isOperator(one) ? one : undefined
}

function parseUnary(cursor: Cursor): Expression {
  const operator = cursor.text.charAt(cursor.at)
  if (operator !== '!' && operator !== '-') return parsePostfix(cursor, parsePrimary(cursor))
  return deeper(cursor, () => {
    const start = cursor.at++
    skipSpace(cursor)
    const operand = parseUnary(cursor)
    return { is: 'unary', operator, operand, span: [start, operand.span[1]] }
  })
}

function parsePostfix(cursor: Cursor, primary: Expression): Expression {
  let value = primary
  for (;;) {
    const end = cursor.at
    skipSpace(cursor)
    const next = cursor.text.charAt(cursor.at)
    if (next === '.' && cursor.text.charAt(cursor.at + 1) !== '.') value = parseDot(cursor, value)
    else if (next === '[') value = parseBracket(cursor, value)
    else {
      cursor.at = end
      return value
    }
  }
}

const digits = /\d+/y

/** `.name`, the legacy index `.0`, or the attribute splat `.*`, which reaches over names only. */
function parseDot(cursor: Cursor, of: Expression): Expression {
  cursor.at++
  skipSpace(cursor)
  if (take(cursor, '*')) return parseAttributeSplat(cursor, of)
  digits.lastIndex = cursor.at
  const number = digits.exec(cursor.text)?.[0]
  if (number === undefined) {
    const { name } = takeIdentifier(cursor, 'an attribute name')
    return { is: 'attribute', of, name, span: [of.span[0], cursor.at] }
  }
  const start = cursor.at
  cursor.at += number.length
  const key: Expression = { is: 'literal', value: Number(number), span: [start, cursor.at] }
  return { is: 'index', of, key, span: [of.span[0], cursor.at] }
}

function parseAttributeSplat(cursor: Cursor, of: Expression): Expression {
  let each: Expression = { is: 'element', span: [cursor.at, cursor.at] }
  while (cursor.text.charAt(cursor.at) === '.' && identifierAt(cursor.text, cursor.at + 1) !== undefined) {
    cursor.at++
    const { name } = takeIdentifier(cursor)
    each = { is: 'attribute', of: each, name, span: [each.span[0], cursor.at] }
  }
  return { is: 'splat', of, each, full: false, span: [of.span[0], cursor.at] }
}

function parseBracket(cursor: Cursor, of: Expression): Expression {
  cursor.at++
  const key = withLines(cursor, true, () => {
    skipSpace(cursor)
    const star = cursor.at
    if (take(cursor, '*')) {
      skipSpace(cursor)
      if (take(cursor, ']')) return undefined
      fail(cursor, 'an index', star)
    }
    const index = parseExpression(cursor)
    skipSpace(cursor)
    expect(cursor, ']')
    return index
  })
  if (key !== undefined) return { is: 'index', of, key, span: [of.span[0], cursor.at] }
  const each = deeper(cursor, () => parsePostfix(cursor, { is: 'element', span: [cursor.at, cursor.at] }))
  return { is: 'splat', of, each, full: true, span: [of.span[0], cursor.at] }
}
