import type { Node } from '../tree.ts'
import { commas, expression, inner, named, shut, starred, unconditional, yields } from './expressions.ts'
import { at, expect, mark, nodeOf, type Reader } from './scan.ts'

/** `for x in xs if c`, as many as there are. */
export function comprehended(reader: Reader, kids: Node[]): boolean {
  if (!at(reader, 'for') && !at(reader, 'async')) return false
  while (at(reader, 'for') || at(reader, 'async')) {
    if (at(reader, 'async')) kids.push(mark(reader))
    kids.push(expect(reader, 'for'))
    commas(
      reader,
      kids,
      (is) => is === 'in',
      () => void kids.push(expression(reader)),
    )
    kids.push(expect(reader, 'in'), inner(reader))
    while (at(reader, 'if')) kids.push(mark(reader), unconditional(reader))
  }
  return true
}

/** `(a)`, `(a, b)`, `()`, `(yield a)`, `(a for a in b)` */
export function parenthesised(reader: Reader): Node {
  const { from } = reader
  reader.depth++
  const kids = [mark(reader)]
  let name = 'ParenthesizedExpression'
  if (at(reader, ')')) name = 'TupleExpression'
  else if (at(reader, 'yield')) kids.push(yields(reader, 'YieldExpression'))
  else {
    starred(reader, kids, named)
    if (comprehended(reader, kids)) name = 'ComprehensionExpression'
    else if (at(reader, ',')) {
      name = 'TupleExpression'
      kids.push(mark(reader))
      if (!at(reader, ')'))
        commas(
          reader,
          kids,
          (is) => is === ')',
          () => starred(reader, kids, named),
        )
    }
  }
  kids.push(shut(reader, ')'))
  return nodeOf(reader, name, from, kids)
}

/** `[a, b]`, `[a for a in b]` */
export function squared(reader: Reader): Node {
  const { from } = reader
  reader.depth++
  const kids = [mark(reader)]
  let name = 'ArrayExpression'
  if (!at(reader, ']')) {
    starred(reader, kids, named)
    if (comprehended(reader, kids)) name = 'ArrayComprehensionExpression'
    else if (at(reader, ',')) {
      kids.push(mark(reader))
      if (!at(reader, ']'))
        commas(
          reader,
          kids,
          (is) => is === ']',
          () => starred(reader, kids, named),
        )
    }
  }
  kids.push(shut(reader, ']'))
  return nodeOf(reader, name, from, kids)
}

/** `[a]`, `[a:b, c]`, behind what is subscripted. */
export function subscript(reader: Reader): Node[] {
  reader.depth++
  const kids = [mark(reader)]
  const slice = () => {
    for (let colons = 0; ; colons++) {
      if (!at(reader, ':') && !at(reader, ',') && !at(reader, ']')) kids.push(named(reader))
      if (!at(reader, ':') || colons === 2) return
      kids.push(mark(reader))
    }
  }
  commas(reader, kids, (is) => is === ']', slice)
  kids.push(shut(reader, ']'))
  return kids
}
