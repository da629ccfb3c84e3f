// https://docs.python.org/3/reference/expressions.html, in the nodes that @lezer/python makes of them
import type { Node } from '../tree.ts'
import { braced } from './braces.ts'
import { comprehended, parenthesised, squared, subscript } from './brackets.ts'
import { at, expect, mark, NAME, NUMBER, nodeOf, type Reader, refuse, STRING } from './scan.ts'
import { strings } from './strings.ts'

/** With its condition: `a if b else c`, and `lambda`. */
export function test(reader: Reader): Node {
  if (at(reader, 'lambda')) return lambda(reader, test)
  const first = inner(reader)
  if (!at(reader, 'if')) return first
  const kids = [first, mark(reader), inner(reader), expect(reader, 'else'), test(reader)]
  return nodeOf(reader, 'ConditionalExpression', first.from, kids)
}

/** `test`, or `name := test` */
export function named(reader: Reader): Node {
  const first = test(reader)
  if (!at(reader, ':=')) return first
  return nodeOf(reader, 'NamedExpression', first.from, [first, mark(reader, 'AssignOp'), test(reader)])
}

/** Of a condition in a comprehension, whose `if` begins the next one. */
export const unconditional = (reader: Reader): Node =>
  at(reader, 'lambda') ? lambda(reader, unconditional) : inner(reader)

/** Without a condition. */
export const inner = (reader: Reader): Node => binary(reader, 1)

/** Without a comparison: what may stand before `in`. */
export const expression = (reader: Reader): Node => binary(reader, 4)

/** `*xs`, or what is read. */
export function starred(reader: Reader, kids: Node[], read: (reader: Reader) => Node): void {
  if (!at(reader, '*')) {
    kids.push(read(reader))
    return
  }
  kids.push(mark(reader), expression(reader))
}

/** What stands between commas, a last comma too. @param ends what may follow it */
export function commas(reader: Reader, kids: Node[], ends: (is: string) => boolean, one: () => void): void {
  for (;;) {
    one()
    if (!at(reader, ',')) return
    kids.push(mark(reader))
    if (ends(reader.is)) return
  }
}

export function yields(reader: Reader, name: string): Node {
  const { from } = reader
  const kids = [mark(reader)]
  if (at(reader, 'from')) kids.push(mark(reader), test(reader))
  else
    commas(
      reader,
      kids,
      (is) => !begins(is),
      () => starred(reader, kids, test),
    )
  return nodeOf(reader, name, from, kids)
}

/** Can a value begin so? */
export const begins = (is: string): boolean =>
  is === NAME || is === STRING || is === NUMBER || /^(?:[-+~*([{]|\.\.\.|not|lambda|await|None|True|False)$/.test(is)

/** How tightly an operator binds, and what its node is called. */
const levels: ReadonlyMap<string, readonly [level: number, name: string]> = new Map(
  (
    [
      [1, '', ['or']],
      [2, '', ['and']],
      [3, '', ['in', 'not', 'is']],
      [3, 'CompareOp', ['<', '>', '==', '!=', '<=', '>=', '<>']],
      [4, 'BitOp', ['|']],
      [5, 'BitOp', ['^']],
      [6, 'BitOp', ['&']],
      [7, 'BitOp', ['<<', '>>']],
      [8, 'ArithOp', ['+', '-']],
      [9, 'ArithOp', ['*', '@', '/', '%', '//']],
    ] as const
  ).flatMap(([level, name, written]) => written.map((is) => [is, [level, name || is]] as const)),
)

function binary(reader: Reader, least: number): Node {
  let left = unary(reader, least)
  for (;;) {
    const found = levels.get(reader.is)
    if (!found || found[0] < least) return left
    const [level, name] = found
    const kids = [left]
    const before = reader.is
    kids.push(mark(reader, name))
    if (before === 'not') kids.push(expect(reader, 'in'))
    if (before === 'is' && at(reader, 'not')) kids.push(mark(reader))
    // What `not` and `await` stand before reaches as far as the other parser has it.
    kids.push(binary(reader, level + 1))
    left = nodeOf(reader, 'BinaryExpression', left.from, kids)
  }
}

function unary(reader: Reader, least: number): Node {
  const { from } = reader
  switch (reader.is) {
    case 'not':
      if (least > 3) refuse()
      return nodeOf(reader, 'UnaryExpression', from, [mark(reader), inner(reader)])
    case '+':
    case '-':
      return nodeOf(reader, 'UnaryExpression', from, [mark(reader, 'ArithOp'), unary(reader, 10)])
    case '~':
      return nodeOf(reader, 'UnaryExpression', from, [mark(reader, 'BitOp'), unary(reader, 10)])
    case 'await':
      return nodeOf(reader, 'AwaitExpression', from, [mark(reader), expression(reader)])
    default:
      return power(reader)
  }
}

function power(reader: Reader): Node {
  const left = trailed(reader, atom(reader))
  if (!at(reader, '**')) return left
  return nodeOf(reader, 'BinaryExpression', left.from, [left, mark(reader, 'ArithOp'), unary(reader, 10)])
}

function trailed(reader: Reader, first: Node): Node {
  let node = first
  for (;;) {
    if (at(reader, '.')) {
      const dot = mark(reader)
      if (!isWord(reader)) refuse()
      node = nodeOf(reader, 'MemberExpression', node.from, [node, dot, mark(reader, 'PropertyName')])
    } else if (at(reader, '(')) node = closed(reader, 'CallExpression', node, [argList(reader)])
    else if (at(reader, '[')) node = closed(reader, 'MemberExpression', node, subscript(reader))
    else return node
  }
}

const closed = (reader: Reader, name: string, first: Node, rest: readonly Node[]): Node =>
  nodeOf(reader, name, first.from, [first, ...rest])

const isWord = ({ is }: Reader): boolean => is === NAME || /^[A-Za-z]+$/.test(is)

function atom(reader: Reader): Node {
  switch (reader.is) {
    case NAME:
      return mark(reader, 'VariableName')
    case NUMBER:
      return mark(reader, 'Number')
    case STRING:
      return strings(reader)
    case 'None':
      return mark(reader)
    case 'True':
    case 'False':
      return mark(reader, 'Boolean')
    case '...':
      return mark(reader, 'Ellipsis')
    case '(':
      return parenthesised(reader)
    case '[':
      return squared(reader)
    case '{':
      return braced(reader)
    default:
      return refuse()
  }
}

export function argList(reader: Reader): Node {
  const { from } = reader
  reader.depth++
  const kids = [mark(reader)]
  const ends = (is: string) => is === ')'
  if (!ends(reader.is)) commas(reader, kids, ends, () => argument(reader, kids))
  return nodeOf(reader, 'ArgList', from, [...kids, shut(reader, ')')])
}

function argument(reader: Reader, kids: Node[]): void {
  if (at(reader, '*') || at(reader, '**')) {
    kids.push(mark(reader), test(reader))
    return
  }
  const value = test(reader)
  kids.push(value)
  if (at(reader, '=') || at(reader, ':=')) {
    if (value.name !== 'VariableName') refuse()
    kids.push(mark(reader, 'AssignOp'), test(reader))
  }
  comprehended(reader, kids)
}

/** The closing bracket: line ends count again after it. */
export function shut(reader: Reader, is: string): Node {
  if (reader.is !== is) refuse()
  reader.depth--
  return mark(reader)
}

function lambda(reader: Reader, body: (reader: Reader) => Node): Node {
  const { from } = reader
  const word = mark(reader)
  const start = word.to
  const list: Node[] = []
  while (!at(reader, ':')) {
    if (at(reader, '*') || at(reader, '**')) list.push(mark(reader))
    if (at(reader, NAME)) list.push(mark(reader, 'VariableName'))
    if (at(reader, '=')) list.push(mark(reader, 'AssignOp'), test(reader))
    if (at(reader, ',')) list.push(mark(reader))
    else if (!at(reader, ':')) refuse()
  }
  const params: Node = { name: 'ParamList', from: list[0]?.from ?? start, to: list.at(-1)?.to ?? start, kids: list }
  return nodeOf(reader, 'LambdaExpression', from, [word, params, mark(reader), body(reader)])
}
