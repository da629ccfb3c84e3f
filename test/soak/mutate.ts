/** Mulberry32: a seeded generator, so that a failing run can be run again. */
export function seeded(seed: number): () => number {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296
  }
}

const junk = [
  '"',
  "'",
  '{',
  '}',
  '(',
  ')',
  '[',
  ']',
  '`',
  '${',
  '<<EOT\n',
  '\r\n',
  '\t',
  '\u{1F6A2}',
  '﻿',
  '\\',
  '#',
  '//',
  '/*',
  '"""',
  'for x in ',
  'null',
  '\0',
  '=',
  ',',
]

/** One damaged copy of a text: cut short, a piece taken out or doubled, junk put in, what a person typing leaves behind. */
export function damage(text: string, random: () => number): string {
  const at = () => Math.floor(random() * (text.length + 1))
  const [a, b] = [at(), at()].sort((x, y) => x - y) as [number, number]
  switch (Math.floor(random() * 5)) {
    case 0:
      return text.slice(0, a)
    case 1:
      return text.slice(0, a) + text.slice(Math.min(b, a + 200))
    case 2:
      return text.slice(0, b) + text.slice(a, Math.min(b, a + 400)) + text.slice(b)
    case 3:
      return text.replace(/\n/g, '\r\n').slice(a)
    default:
      return text.slice(0, a) + junk[Math.floor(random() * junk.length)] + text.slice(a)
  }
}
