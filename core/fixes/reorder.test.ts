import { expect, it } from 'vitest'
import { reordered } from './reorder.ts'

/** The list in brackets with its items `a` and `b` the other way round. */
function swapped(text: string): string | undefined {
  const items = ['a1', 'b1'].map((item) => ({ span: [text.indexOf(item), text.indexOf(item) + 2] as const }))
  const made = reordered(text, items, items.toReversed())
  return made && text.slice(0, made.span[0]) + made.text + text.slice(made.span[1])
}

it.each([
  ['on one line', '[a1, b1]', '[b1, a1]'],
  ['each on its own', '[\n  a1,\n  b1,\n]', '[\n  b1,\n  a1,\n]'],
  ['without a comma at the end', '[\n  a1,\n  b1\n]', '[\n  b1,\n  a1\n]'],
  [
    'with what is said of each',
    '[\n  a1, // the guest\n  b1 // the rules\n]',
    '[\n  b1, // the rules\n  a1 // the guest\n]',
  ],
  ['in Python', '[\r\n  a1,  # the guest\r\n  b1,\r\n]', '[\r\n  b1,\r\n  a1, # the guest\r\n]'],
])('%s', (_, text, expected) => expect(swapped(text)).toBe(expected))

it.each([
  ['between them', '[\n  a1,\n  // the rules\n  b1,\n]'],
  ['above them', '[\n  // all that is sent\n  a1,\n  b1,\n]'],
  ['within a line', '[a1, /* the rules */ b1]'],
])('leaves a comment %s where it is, and all else', (_, text) => expect(swapped(text)).toBeUndefined())
