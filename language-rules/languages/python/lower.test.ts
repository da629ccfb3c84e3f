import { describe, expect, test } from 'vitest'
import type { Expr, Module } from '../../../core/module.ts'
import { lower } from './lower.ts'

const callees = (text: string, module = lower(text)) => module.calls.map((c) => text.slice(...c.expr.callee.span))

function textIn(text: string): Expr & { is: 'text' } {
  const value = lower(text).bindings[0]!.value!
  if (value.is !== 'text') throw new Error(`a text, not ${value.is}`)
  return value
}

/** Callee → the kinds of the loops around it, innermost first. */
function loops(text: string): Record<string, string[]> {
  const module = lower(text)
  return Object.fromEntries(
    module.calls.map((call) => {
      const around: string[] = []
      for (let at = call.loop; at !== undefined; at = module.loops[at]!.parent) around.push(module.loops[at]!.kind)
      return [text.slice(...call.expr.callee.span), around]
    }),
  )
}

describe('offsets', () => {
  test.each([
    ['a BOM', '\ufeffimport x\nf(1)\n'],
    ['CRLF', 'x = \\\r\n  1\r\nif x:\r\n\tf(1)\r\n'],
    ['a lone CR', 'x = 1\rf(1)\r'],
    ['emoji before the span', 's = "🙂🙂"; f(1)\n'],
    ['tabs', 'if x:\n\tf(1)\n'],
    ['a form feed', 'x = 1\n\ff(1)\n'],
    ['no line end', 'f(1)'],
  ])('are those of the text with %s', (_, text) => {
    const module = lower(text)
    expect(module.calls.map((call) => text.slice(...call.expr.span))).toEqual(['f(1)'])
    expect(module.problems).toEqual([])
  })

  test('of a statement stop before its line end and its trailing comment', () => {
    const text = 'for x in xs:\n    f(x)  # c\n\n\ng()\n'
    const module = lower(text)
    expect(module.calls.map((call) => text.slice(...call.statement))).toEqual(['f(x)', 'g()'])
    expect(text.slice(...module.loops[0]!.span)).toBe('for x in xs:\n    f(x)')
  })
})

describe('bad text', () => {
  test('an empty file is an empty module', () => {
    expect(lower('')).toMatchObject({ bindings: [], calls: [], problems: [], scopes: [{ id: 0, kind: 'module' }] })
  })

  test('an unterminated string costs its own line', () => {
    const text = 'a()\ns = "unterminated\nb()\n'
    expect(callees(text)).toEqual(['a', 'b'])
    expect(lower(text).problems).toEqual([{ span: [8, 21], message: 'This text is not closed.' }])
  })

  test('brackets nested deeper than Python reads are a problem, in no time', () => {
    const module = lower(`${'('.repeat(20_000)}f()${')'.repeat(20_000)}`)
    expect(module.problems).toEqual([
      { span: [200, 201], message: 'Brackets are nested more than 200 levels deep: what is inside is not read.' },
    ])
  })

  test('brackets in strings and comments are not nested', () => {
    expect(callees(`s = "${'('.repeat(300)}"\n# ${'['.repeat(300)}\nf()\n`)).toEqual(['f'])
  })

  test('where a comma is left out after a text, what follows is no part of the text', () => {
    const [call] = lower('ask(\n    model="gpt-4o"\n    limit=1,\n)\n').calls
    const [model] = call!.expr.args
    expect(model).toMatchObject({ name: 'model', value: { is: 'text', parts: ['gpt-4o'] } })
  })

  test('a chain of twenty thousand calls does not overflow the stack', () => {
    expect(lower(`x = a${'.b()'.repeat(20_000)}`).problems.length).toBeGreaterThan(0)
  })

  test('Python 2 is read around what is no Python 3', () => {
    expect(callees('print "x %s" % f()\nraise E, g()\nexec "h()"\ni()\n')).toEqual(['f', 'g', 'i'])
  })
})

describe('texts', () => {
  test.each([
    [
      'escapes',
      String.raw`s = "a\n\x41\u00e9\U0001F642\101\
b\q"`,
      'a\nA\u00e9🙂Ab\\q',
    ],
    ['a raw string', String.raw`s = r"\d\n"`, '\\d\\n'],
    ['side by side, and in parentheses', `s = ("a" 'b'\n   """c""")`, 'abc'],
    ['triple quotes over CRLF', 's = """a\r\nb"""', 'a\nb'],
    ['the empty string', 's = ""', ''],
    ['doubled braces of an f-string', 's = f"{{a}}"', '{a}'],
  ])('%s', (_, text, cooked) => expect(textIn(text).parts).toEqual([cooked]))

  test('an f-string has its holes', () => {
    const text = `s = rf'\\{{x}} {a["k"]!r:>{w}} {b=} {", ".join(c)}'`
    const parts = textIn(text).parts.map((part) => (typeof part === 'string' ? part : `<${text.slice(...part.span)}>`))
    expect(parts).toEqual(['\\{x} ', '<a["k"]>', ' b=', '<b>', ' ', '<", ".join(c)>'])
  })

  test('bytes are opaque', () => expect(lower('s = b"a" b"c"').bindings[0]!.value).toMatchObject({ is: 'opaque' }))
})

describe('loops', () => {
  test('the iterable of a for and the header of a with are outside, the condition of a while is inside', () => {
    const text = 'for a in it():\n  with ctx() as c:\n    in_for()\nelse:\n  after()\nwhile cond():\n  in_while()\n'
    expect(loops(text)).toEqual({
      it: [],
      ctx: ['for'],
      in_for: ['for'],
      after: [],
      cond: ['while'],
      in_while: ['while'],
    })
  })

  test('the clauses of a comprehension are loops one inside the other', () => {
    expect(loops('x = {k(): v() for a in one() if c() for b in two(a)}')).toEqual({
      one: [],
      c: ['comprehension'],
      two: ['comprehension'],
      k: ['comprehension', 'comprehension'],
      v: ['comprehension', 'comprehension'],
    })
  })

  test('a function defined in a loop is not in it; a lambda handed to a call is', () => {
    const text = 'for x in xs:\n  def f():\n    apart()\n  retry(lambda: inside())\n'
    expect(loops(text)).toEqual({ apart: [], inside: ['for'], retry: ['for'] })
  })

  test('map over a named function names what it calls and what it iterates', () => {
    const text = 'pool.map(self.embed, texts)\ndf["t"].apply(clean)\n'
    const [first, second] = lower(text).loops
    expect([first, second].map((l) => [text.slice(...l!.calls!.span), text.slice(...l!.over!.span)])).toEqual([
      ['self.embed', 'texts'],
      ['clean', 'df["t"]'],
    ])
  })
})

describe('bindings', () => {
  const bound = (text: string, module: Module = lower(text)) =>
    module.bindings.map((b) => [b.via, text.slice(...b.target.span), b.value?.is, b.scope])

  test('with, for, walrus, augmented and annotated', () => {
    const text = 'with (a() as b, c() as (d, e)): pass\nfor i in xs: n += i\n[(y := f(x)) for x in z]\nt: T = 1\nu: U\n'
    expect(bound(text)).toEqual([
      ['with', 'b', 'call', 0],
      ['with', 'd', 'index', 0],
      ['with', 'e', 'index', 0],
      ['for', 'i', 'each', 0],
      ['augment', 'n', 'operation', 0],
      ['for', 'x', 'each', 1],
      ['assign', 'y', 'call', 0],
      ['assign', 't', 'number', 0],
      ['assign', 'u', undefined, 0],
    ])
  })

  test('global and nonlocal bind outside', () => {
    const text = 'def f():\n  global g\n  g = 1\n  def h():\n    nonlocal n\n    n = 2\n'
    expect(bound(text)).toEqual([
      ['function', 'f', undefined, 0],
      ['assign', 'g', 'number', 0],
      ['function', 'h', undefined, 1],
      ['assign', 'n', 'number', 1],
    ])
  })

  test('a method knows its class, and an annotation written as a text is a name', () => {
    const module = lower('class A(B):\n  m: str = "x"\n  def f(self, c: "openai.OpenAI" = None, *a, **k): return c\n')
    expect(module.scopes[2]).toMatchObject({ name: 'f', method: 1, returns: [{ is: 'name', name: 'c' }] })
    expect(module.scopes[2]!.parameters.map((p) => [p.name, p.rest, p.annotation?.is, p.default?.is])).toEqual([
      ['self', undefined, undefined, undefined],
      ['c', undefined, 'member', 'null'],
      ['a', 'list', undefined, undefined],
      ['k', 'record', undefined, undefined],
    ])
  })

  test('the patterns of a match bind what they capture and nothing else', () => {
    expect(
      bound(
        'match x:\n  case [] | str(): a()\n  case {"k": v, **rest} if g(v): b()\n  case A(m=n) as o: c()\n  case _: d()\n',
      ).map((b) => b[1]),
    ).toEqual(['v', 'rest', 'n', 'o'])
  })
})
