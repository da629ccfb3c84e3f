import type { Node } from '../tree.ts'
import { comprehended } from './brackets.ts'
import { commas, expression, shut, test } from './expressions.ts'
import { at, expect, mark, nodeOf, type Reader } from './scan.ts'

/** A dictionary, a set, or a comprehension of one. */
export function braced(reader: Reader): Node {
  const { from } = reader
  reader.depth++
  const kids = [mark(reader)]
  const name = at(reader, '}') ? 'DictionaryExpression' : filled(reader, kids)
  kids.push(shut(reader, '}'))
  return nodeOf(reader, name, from, kids)
}

function filled(reader: Reader, kids: Node[]): string {
  const isDictionary = item(reader, kids, undefined)
  const kind = isDictionary ? 'Dictionary' : 'Set'
  if (comprehended(reader, kids)) return `${kind}ComprehensionExpression`
  if (at(reader, ',')) {
    kids.push(mark(reader))
    if (!at(reader, '}'))
      commas(
        reader,
        kids,
        (is) => is === '}',
        () => void item(reader, kids, isDictionary),
      )
  }
  return `${kind}Expression`
}

/** @param inDictionary undefined where this item tells. Is it one of a dictionary? */
function item(reader: Reader, kids: Node[], inDictionary: boolean | undefined): boolean {
  if (at(reader, '**') && inDictionary !== false) {
    kids.push(mark(reader), expression(reader))
    return true
  }
  if (at(reader, '*') && inDictionary !== true) {
    kids.push(mark(reader), expression(reader))
    return false
  }
  kids.push(test(reader))
  if (inDictionary === false || (inDictionary === undefined && !at(reader, ':'))) return false
  kids.push(expect(reader, ':'), test(reader))
  return true
}
