import { parser } from '@lezer/python'
import { expect, test } from 'vitest'
import type { Node } from '../tree.ts'
import { readQuick } from './read.ts'

interface Part extends Node {
  readonly kids: Part[]
}

/** What Lezer makes of a text without mistakes; what stands inside of an operator or an escape is no node to anybody. */
function lezer(text: string): readonly Part[] {
  const root: Part = { name: 'Script', from: 0, to: text.length, kids: [] }
  const open = [root]
  parser.parse(text).iterate({
    enter({ name, from, to, type }) {
      if (type.isError) throw new Error(`a mistake at ${from}`)
      if (name === 'Script') return true
      const skipped = name === 'Comment' || name === 'Escape' || open.at(-1)!.name === 'ArithOp'
      if (skipped) return false
      const node: Part = { name, from, to, kids: [] }
      open.at(-1)!.kids.push(node)
      open.push(node)
      return true
    },
    leave: ({ name }) => {
      if (name !== 'Script') open.pop()
    },
  })
  return root.kids
}

const texts: Readonly<Record<string, string>> = {
  assignments: 'a = b = yield c\nx: int = 3\ny: str\na, *b = c, d\nx = *a, b\nx += 1, 2\nx //= 2; y <<= 3;\n',
  'small statements':
    'pass\nreturn\nreturn a, *b\nraise A from B\nraise\ndel a.b, c[0]\nassert a, b\nglobal c, d\nyield a, b\n',
  imports: 'import a.b as c, d\nfrom . import e\nfrom ...f.g import *\nfrom h import (i as j,\n  k,)\n'.replace(
    ',)',
    ')',
  ),
  operators:
    'a or b and not c\nnot a in b\na not in b is not c\n-a ** -b * c\na | b ^ c & d << 2\na < b <= c != d\nawait a.b() + c\n',
  'conditions and functions without a name':
    'a if b else c if d else e\nlambda: 0\nlambda a, *b, c=1, **d: a if b else c\n(a := b)\n',
  brackets: '()\n(a,)\n(a, *b)\n(yield a)\n[a, *b]\n[]\n{}\n{**a, b: c,}\n{a, *b}\na[1:2, ::3, b]\na[:]\n'.replaceAll(
    ',]',
    ']',
  ),
  comprehensions:
    '[a for a, b in c if d if e for f in g]\n{a: b for a in c}\n{a async for a in b}\nf(x for x in y)\n(a for a in b)\n',
  calls: 'f(*a, b, c=1, **d)\nf(a:=1)\nf(\n  a, # what\n  b\n)\na.b["c"](d).e\n',
  texts: `'a' "b" f'{c}'
rb"""a
b"""
'it\\'s' r'\\\\'
f"{a!r:>{b}} {{c}} {d=} {e, f} \\N{DASH} {g:%Y-%m}"
f'''{
  a["b"]
}'''
`,
  numbers: '1\n0x1F\n1_000.5e-3j\n.5\n0b1\n',
  blocks: `if a:
    b # why

    # because
elif c: d
else:
\te

# last
for a, *b in c, d:
  pass
else:
  pass
while a := b:
  continue
async def f(self, a: int = 1, /, *args, b, **c) -> d:
  async with e as f, g: h
  async for i in j: k
`,
  'mistakes that are caught':
    'try:\n  a\nexcept (B, C) as e:\n  pass\nexcept* D: pass\nexcept:\n  pass\nelse: b\nfinally:\n  c\n',
  'classes and decorators': '@a\n@b.c(1)\nclass D(E, metaclass=F):\n  """g"""\n  h = 1\n\n@i\nasync def j(): k; l\n',
  'no line end': 'if a:\n  b   ',
  'a comment at the end': 'def f():\n  a # b',
}

test.each(Object.entries(texts))('%s are read as the other parser reads them', (_, text) => {
  expect(readQuick(text)?.statements).toEqual(lezer(text))
})

test('comments are told by where they stand', () => {
  expect(readQuick('# a\nb = f(  # c\n)\n  # d\n')?.comments).toEqual([
    [0, 3],
    [12, 15],
    [20, 23],
  ])
})

test.each([
  'print "x"\n',
  'a = \n',
  'if a:\nb\n',
  '  a\n',
  'if a:\n    b\n  c\n',
  'a = "b\n',
  'f(a\n',
  'match a:\n  case 1: pass\n',
  'type A = int\n',
  'def f[T](a): pass\n',
  'a $ b\n',
  'a\rb\n',
  `${'['.repeat(50_000)}${']'.repeat(50_000)}\n`,
])('%j is left to the other parser', (text) => {
  expect(readQuick(text)).toBeUndefined()
})
