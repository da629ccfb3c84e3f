// https://docs.python.org/3/reference/compound_stmts.html
import type { Node } from '../tree.ts'
import { argList, commas, expression, named, shut, test } from './expressions.ts'
import { at, DEDENT, expect, INDENT, mark, NAME, NEWLINE, next, nodeOf, type Reader, refuse } from './scan.ts'
import { dotted, endLine, simpleStatement } from './simple.ts'

export function statement(reader: Reader): Node {
  const { from } = reader
  const kids: Node[] = []
  switch (reader.is) {
    case 'if':
      kids.push(mark(reader), named(reader), body(reader))
      while (at(reader, 'elif')) kids.push(mark(reader), named(reader), body(reader))
      otherwise(reader, kids)
      return whole(reader, 'IfStatement', from, kids)
    case 'while':
      kids.push(mark(reader), named(reader), body(reader))
      otherwise(reader, kids)
      return whole(reader, 'WhileStatement', from, kids)
    case 'try':
      return tried(reader)
    case '@':
      return decorated(reader)
    case 'async':
      kids.push(mark(reader))
      if (!at(reader, 'for') && !at(reader, 'with') && !at(reader, 'def')) refuse()
      return afterAsync(reader, from, kids)
    case 'class':
      return defined(reader)
    default:
      return afterAsync(reader, from, kids)
  }
}

function afterAsync(reader: Reader, from: number, kids: Node[]): Node {
  switch (reader.is) {
    case 'for':
      return loop(reader, from, kids)
    case 'with':
      return managed(reader, from, kids)
    case 'def':
      return defined(reader, from, kids)
    default:
      return simpleStatement(reader)
  }
}

/** A statement with bodies ends where the last line of the last one does. */
const whole = (reader: Reader, name: string, from: number, kids: Node[]): Node => ({
  name,
  from,
  to: reader.line,
  kids,
})

function body(reader: Reader): Node {
  const { from } = reader
  const kids = [expect(reader, ':')]
  if (!at(reader, NEWLINE)) {
    kids.push(simpleStatement(reader))
    return whole(reader, 'Body', from, kids)
  }
  endLine(reader)
  if (!at(reader, INDENT)) refuse()
  next(reader)
  while (!at(reader, DEDENT)) kids.push(statement(reader))
  next(reader)
  return whole(reader, 'Body', from, kids)
}

function otherwise(reader: Reader, kids: Node[]): void {
  if (at(reader, 'else')) kids.push(mark(reader), body(reader))
}

function loop(reader: Reader, from: number, kids: Node[]): Node {
  kids.push(mark(reader))
  const target = () => {
    if (at(reader, '*')) kids.push(mark(reader))
    kids.push(expression(reader))
  }
  commas(reader, kids, (is) => is === 'in', target)
  kids.push(expect(reader, 'in'))
  commas(
    reader,
    kids,
    (is) => is === ':',
    () => void kids.push(test(reader)),
  )
  kids.push(body(reader))
  otherwise(reader, kids)
  return whole(reader, 'ForStatement', from, kids)
}

function managed(reader: Reader, from: number, kids: Node[]): Node {
  kids.push(mark(reader))
  const manager = () => {
    kids.push(test(reader))
    if (at(reader, 'as')) kids.push(mark(reader), expect(reader, NAME, 'VariableName'))
  }
  commas(reader, kids, (is) => is === ':', manager)
  kids.push(body(reader))
  return whole(reader, 'WithStatement', from, kids)
}

function tried(reader: Reader): Node {
  const { from } = reader
  const kids = [mark(reader), body(reader)]
  while (at(reader, 'except')) {
    kids.push(mark(reader))
    if (at(reader, '*')) kids.push(mark(reader))
    if (!at(reader, ':')) {
      kids.push(test(reader))
      if (at(reader, 'as') || at(reader, ',')) kids.push(mark(reader), expect(reader, NAME, 'VariableName'))
    }
    kids.push(body(reader))
  }
  otherwise(reader, kids)
  if (at(reader, 'finally')) kids.push(mark(reader), body(reader))
  return whole(reader, 'TryStatement', from, kids)
}

function defined(reader: Reader, from = reader.from, kids: Node[] = []): Node {
  const isClass = at(reader, 'class')
  kids.push(mark(reader), expect(reader, NAME, 'VariableName'))
  if (isClass) {
    if (at(reader, '(')) kids.push(argList(reader))
    kids.push(body(reader))
    return whole(reader, 'ClassDefinition', from, kids)
  }
  kids.push(parameters(reader))
  if (at(reader, '->')) {
    const start = reader.from
    next(reader)
    const type = test(reader)
    kids.push(nodeOf(reader, 'TypeDef', start, [type]))
  }
  kids.push(body(reader))
  return whole(reader, 'FunctionDefinition', from, kids)
}

function parameters(reader: Reader): Node {
  const { from } = reader
  reader.depth++
  const kids = [expect(reader, '(')]
  const ends = (is: string) => is === ')'
  if (!ends(reader.is)) commas(reader, kids, ends, () => parameter(reader, kids))
  kids.push(shut(reader, ')'))
  return nodeOf(reader, 'ParamList', from, kids)
}

function parameter(reader: Reader, kids: Node[]): void {
  if (at(reader, '/')) {
    next(reader)
    return
  }
  const star = at(reader, '*') || at(reader, '**') ? reader.is : undefined
  if (star) kids.push(mark(reader))
  if (star === '*' && !at(reader, NAME)) return
  kids.push(expect(reader, NAME, 'VariableName'))
  if (at(reader, ':')) {
    const start = reader.from
    const parts = [mark(reader), test(reader)]
    kids.push(nodeOf(reader, 'TypeDef', start, parts))
  }
  if (!at(reader, '=')) return
  if (star) refuse()
  kids.push(mark(reader, 'AssignOp'), test(reader))
}

function decorated(reader: Reader): Node {
  const { from } = reader
  const kids: Node[] = []
  while (at(reader, '@')) {
    const start = reader.from
    const parts = [mark(reader, 'At')]
    dotted(reader, parts)
    if (at(reader, '(')) parts.push(argList(reader))
    endLine(reader)
    kids.push(whole(reader, 'Decorator', start, parts))
  }
  const start = reader.from
  if (at(reader, 'class')) kids.push(defined(reader))
  else {
    const inner = at(reader, 'async') ? [mark(reader)] : []
    if (!at(reader, 'def')) refuse()
    kids.push(defined(reader, start, inner))
  }
  return whole(reader, 'DecoratedStatement', from, kids)
}
