import { describe, expect, it } from 'vitest'
import { editedIn } from '../../../../core/edited.ts'
import { parseHcl } from './body.ts'
import { reparse } from './reparse.ts'

const text = `# first
variable "a" {
  default = 1 # one
}

resource "t" "b" {
  x = [for k in y : k]
  y = <<-E
    text \${k}
    E
}
a = 1 /* c
*/
locals { z = 1 }
resource "t" "c" {
  x = "\${f(1)}"
}
`

/** The file after an edit, read on from what it was, and read anew. */
function edit(before: string, after: string) {
  const old = parseHcl(before)
  const items = [...old.items]
  const now = reparse(old, editedIn(before, after), after)
  expect(now).toEqual(parseHcl(after))
  return now.items.map((item) => items.includes(item))
}

describe('after an edit', () => {
  it('a block that it does not reach is the same object, in its new place', () => {
    expect(edit(text, text.replace('for k in y', 'for key in y'))).toEqual([false, false, true, true, true])
    expect(edit(text, text.replace('f(1)', 'f(1, 2)'))).toEqual([true, true, true, false, false])
  })

  it('a comment that is opened swallows what follows, and gives it back when it is closed', () => {
    const open = text.replace('resource "t" "b"', '/* resource "t" "b"')
    expect(edit(text, open).length).toBe(3)
    expect(edit(open, text).length).toBe(5)
  })

  it('a brace that is taken away and put back', () => {
    const broken = text.replace('}\n\nresource', '\n\nresource')
    expect(edit(text, broken).length).toBe(5)
    expect(edit(broken, text).length).toBe(5)
  })

  it('the end of the file, the beginning, and all of it', () => {
    expect(edit(text, `${text}x`).length).toBe(5)
    expect(edit(text, `x ${text}`).length).toBe(5)
    expect(edit(text, '')).toEqual([])
    expect(edit('', text).length).toBe(5)
  })
})

it('any edits, one after another, give the tree that reading it anew gives', () => {
  const pieces = [
    '{',
    '}',
    '"',
    '\n',
    '/*',
    '*/',
    '#',
    'x = 1\n',
    '<<E\n',
    'E\n',
    '(',
    ']',
    '${',
    'resource "t" "d" {\n',
    ' ',
    '+ 2',
    '\r\n',
    '😀',
  ]
  let seed = 7
  const random = (below: number) => {
    seed = (seed * 48_271) % 2_147_483_647
    return seed % below
  }
  for (let round = 0; round < 60; round++) {
    let current = text
    let file = parseHcl(current)
    for (let step = 0; step < 25; step++) {
      const at = random(current.length + 1)
      const removed = random(3) === 0 ? random(40) : 0
      const next =
        current.slice(0, at) + (random(4) === 0 ? '' : pieces[random(pieces.length)]!) + current.slice(at + removed)
      file = reparse(file, editedIn(current, next), next)
      expect(file, JSON.stringify([current, next])).toEqual(parseHcl(next))
      current = next
    }
  }
})
