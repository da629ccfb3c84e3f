// https://docs.python.org/3/reference/simple_stmts.html
import type { Node } from '../tree.ts'
import { begins, commas, expression, starred, test, yields } from './expressions.ts'
import { at, expect, mark, NAME, NEWLINE, next, nodeOf, type Reader, refuse } from './scan.ts'

/** One statement, or several with semicolons between, and the end of their line. */
export function simpleStatement(reader: Reader): Node {
  const first = small(reader)
  if (!at(reader, ';')) {
    endLine(reader)
    return first
  }
  const kids = [first]
  while (at(reader, ';')) {
    kids.push(mark(reader))
    if (!at(reader, ';') && !at(reader, NEWLINE)) kids.push(small(reader))
  }
  endLine(reader)
  return { name: 'StatementGroup', from: first.from, to: reader.line, kids }
}

export function endLine(reader: Reader): void {
  if (!at(reader, NEWLINE)) refuse()
  // A text that ends without a line end ends with its last token.
  reader.line = reader.text.charCodeAt(reader.from) === 10 ? reader.to : reader.from
  next(reader)
}

const notOne = (is: string): boolean => !begins(is)

function small(reader: Reader): Node {
  const { from } = reader
  const kids: Node[] = []
  const word = () => void kids.push(mark(reader))
  const tests = () => void kids.push(test(reader))
  switch (reader.is) {
    case 'pass':
    case 'break':
    case 'continue': {
      const name = { pass: 'PassStatement', break: 'BreakStatement', continue: 'ContinueStatement' }[reader.is]
      word()
      return nodeOf(reader, name, from, kids)
    }
    case 'return':
      word()
      if (begins(reader.is)) commas(reader, kids, notOne, () => starred(reader, kids, test))
      return nodeOf(reader, 'ReturnStatement', from, kids)
    case 'yield':
      return yields(reader, 'YieldStatement')
    case 'del':
      word()
      commas(reader, kids, notOne, () => void kids.push(expression(reader)))
      return nodeOf(reader, 'DeleteStatement', from, kids)
    case 'assert':
      word()
      commas(reader, kids, notOne, tests)
      return nodeOf(reader, 'AssertStatement', from, kids)
    case 'raise':
      word()
      if (begins(reader.is)) raised(reader, kids)
      return nodeOf(reader, 'RaiseStatement', from, kids)
    case 'global':
    case 'nonlocal':
      word()
      commas(
        reader,
        kids,
        (is) => is !== NAME,
        () => void kids.push(expect(reader, NAME, 'VariableName')),
      )
      return nodeOf(reader, 'ScopeStatement', from, kids)
    case 'import':
    case 'from':
      return imports(reader)
    default:
      return assignment(reader)
  }
}

function raised(reader: Reader, kids: Node[]): void {
  kids.push(test(reader))
  if (at(reader, 'from')) kids.push(mark(reader), test(reader))
  else for (let more = 0; more < 2 && at(reader, ','); more++) kids.push(mark(reader), test(reader))
}

/** `print "x"` of Python 2 is read otherwise. */
const printed = /print(?!\w)[ \t]*(?![ \t(.\n#])/y

function assignment(reader: Reader): Node {
  const { from, text } = reader
  printed.lastIndex = from
  if (at(reader, NAME) && text.charCodeAt(from) === 112 && printed.test(text)) refuse()
  const kids: Node[] = []
  const several = () => commas(reader, kids, notOne, () => starred(reader, kids, test))
  several()
  const typed = at(reader, ':')
  if (typed) {
    const start = reader.from
    const parts = [mark(reader), test(reader)]
    kids.push(nodeOf(reader, 'TypeDef', start, parts))
  }
  if (at(reader, '=')) {
    while (at(reader, '=')) {
      kids.push(mark(reader, 'AssignOp'))
      if (at(reader, 'yield')) kids.push(yields(reader, 'YieldExpression'))
      else several()
    }
    return nodeOf(reader, 'AssignStatement', from, kids)
  }
  if (typed) return nodeOf(reader, 'AssignStatement', from, kids)
  if (!/^[^=!<>:]+=$/.test(reader.is) && !at(reader, '<<=') && !at(reader, '>>='))
    return nodeOf(reader, 'ExpressionStatement', from, kids)
  kids.push(mark(reader, 'UpdateOp'))
  if (at(reader, 'yield')) kids.push(yields(reader, 'YieldExpression'))
  else commas(reader, kids, notOne, () => void kids.push(test(reader)))
  return nodeOf(reader, 'UpdateStatement', from, kids)
}

function imports(reader: Reader): Node {
  const { from } = reader
  const kids: Node[] = []
  if (at(reader, 'from')) {
    kids.push(mark(reader))
    const dots = reader.from
    while (at(reader, '.') || at(reader, '...')) kids.push(mark(reader, at(reader, '.') ? '.' : 'Ellipsis'))
    if (!at(reader, 'import') || reader.from === dots) dotted(reader, kids)
    kids.push(expect(reader, 'import'))
    if (at(reader, '*')) {
      kids.push(mark(reader))
      return nodeOf(reader, 'ImportStatement', from, kids)
    }
  } else kids.push(mark(reader))
  const inBrackets = at(reader, '(')
  if (inBrackets) {
    reader.depth++
    kids.push(mark(reader))
  }
  commas(
    reader,
    kids,
    (is) => is !== NAME,
    () => {
      dotted(reader, kids)
      if (at(reader, 'as')) kids.push(mark(reader), expect(reader, NAME, 'VariableName'))
    },
  )
  if (inBrackets) {
    if (!at(reader, ')')) refuse()
    reader.depth--
    kids.push(mark(reader))
  }
  return nodeOf(reader, 'ImportStatement', from, kids)
}

export function dotted(reader: Reader, kids: Node[]): void {
  kids.push(expect(reader, NAME, 'VariableName'))
  while (at(reader, '.')) kids.push(mark(reader), expect(reader, NAME, 'VariableName'))
}
