import { describe, expect, test } from 'vitest'
import { lower } from './lower.ts'

const shown = (text: string, spans: readonly { readonly span: readonly [number, number] }[]) =>
  spans.map((s) => text.slice(...s.span))
const callees = (text: string, file?: string) =>
  shown(
    text,
    lower(text, file).calls.map((c) => c.expr.callee),
  )

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
    ['a BOM', '\ufefff(1)\n'],
    ['CRLF', 'const x = `\r\n`\r\nif (x) {\r\n\tf(1)\r\n}\r\n'],
    ['emoji before the span', 'const s = "🙂🙂"; f(1)\n'],
    ['a comment before it', '/* c */ // d\nf(1)'],
    ['a hashbang', '#!/usr/bin/env node\nf(1)'],
  ])('are those of the text with %s', (_, text) => {
    const module = lower(text)
    expect(
      shown(
        text,
        module.calls.map((c) => c.expr),
      ),
    ).toEqual(['f(1)'])
    expect(module.problems).toEqual([])
  })

  test('of a statement leave out its line end and the comment before it', () => {
    const text = '// c\nf(1);\nconst a = g(),\n  b = 2\n'
    expect(lower(text).calls.map((call) => text.slice(...call.statement))).toEqual(['f(1);', 'const a = g(),\n  b = 2'])
  })
})

describe('bad text', () => {
  test('an empty file is an empty module', () => {
    expect(lower('', 'a.ts')).toMatchObject({
      bindings: [],
      calls: [],
      problems: [],
      scopes: [{ id: 0, kind: 'module' }],
    })
  })

  test('an unterminated string costs its own line', () => {
    const text = "a()\nconst s = 'x\nb()\n"
    expect(callees(text)).toEqual(['a', 'b'])
    expect(lower(text).problems).toEqual([{ message: 'Unterminated string literal.', span: [16, 16] }])
  })

  test.each(['(', '[', '{a:', '!', '<a>'])('twenty thousand of %s are a problem, not a crash', (open) => {
    expect(lower(`x = ${open.repeat(20_000)}`, 'a.tsx').problems.length).toBeGreaterThan(0)
  })

  test('a sum of twenty thousand terms is read, for it is not deep', () => {
    expect(lower(`x = ${'f() + '.repeat(20_000)}1`).calls).toHaveLength(20_000)
  })
})

describe('dialects', () => {
  test.each([
    ['a.ts', 'const a = <T>f(x)'],
    ['a.tsx', 'const a = <T>{f(x)}</T>'],
    ['a.jsx', 'const a = <T>{f(x)}</T>'],
    ['a.cjs', 'const a = f(x)'],
    [undefined, 'const a = <T>f(x)'],
    [undefined, 'const a = <T>{f(x)}</T>'],
  ])('%s', (file, text) => {
    expect(callees(text, file)).toEqual(['f'])
    expect(lower(text, file).problems).toEqual([])
  })
})

describe('expressions', () => {
  const value = (text: string) => lower(`const x = ${text}`).bindings[0]!.value!

  test.each(['a as T', 'a satisfies T', 'a!', '(a)', 'await a', '<T>a'])('%s is what it wraps', (text) => {
    expect(value(text)).toMatchObject({ is: 'name', name: 'a' })
  })

  test.each(['a ?? "b"', 'a || "b"'])('%s is a choice', (text) => {
    expect(value(text)).toMatchObject({
      is: 'choice',
      via: 'or',
      among: [{ is: 'name' }, { is: 'text', parts: ['b'] }],
    })
  })

  test('a template has its holes, and its texts are cooked', () => {
    expect(value('`a\\n${b}c`')).toMatchObject({ is: 'text', parts: ['a\n', { is: 'name', name: 'b' }, 'c'] })
  })

  test('an object has its shorthands, spreads and computed keys', () => {
    const record = value('{ a, ...b, ["c"]: 1, [d]: 2, "e-f": 3, g() {} }')
    expect(record.is === 'record' && record.entries.map((e) => [e.name, e.spread, e.value.is])).toEqual([
      ['a', undefined, 'name'],
      [undefined, true, 'name'],
      ['c', undefined, 'number'],
      [undefined, undefined, 'number'],
      ['e-f', undefined, 'number'],
      ['g', undefined, 'function'],
    ])
  })

  test('an enum is a record', () => {
    expect(lower('enum M { A = "gpt-4o", B = 3, C }').bindings[0]!.value).toMatchObject({
      is: 'record',
      entries: [
        { name: 'A', value: { parts: ['gpt-4o'] } },
        { name: 'B', value: { value: 3 } },
        { name: 'C', value: { value: 4 } },
      ],
    })
  })
})

describe('loops', () => {
  test('what a for iterates is outside, conditions and steps are inside', () => {
    const text = 'for (let i = init(); i < n(); i += by()) a()\nfor await (const x of xs()) b()\ndo c(); while (d())\n'
    expect(loops(text)).toEqual({
      init: [],
      n: ['for'],
      a: ['for'],
      by: ['for'],
      xs: [],
      b: ['for'],
      d: ['while'],
      c: ['while'],
    })
  })

  test('a callback is in the loop of its call, and one inside it too; an event handler is in none', () => {
    const text =
      'for (const f of fs) f.rows.map((r) => limit(() => ask(r)))\nfor (const b of bs) b.on("x", () => later())\n'
    expect(loops(text)).toEqual({
      ask: ['callback', 'for'],
      limit: ['callback', 'for'],
      'f.rows.map': ['for'],
      later: [],
      'b.on': ['for'],
    })
  })

  test('the parameter of a callback is an element of what is iterated', () => {
    const text = 'xs.reduce((sum, x) => sum + f(x), 0)\npMap(ys, ({ a }) => g(a))\n'
    const module = lower(text)
    expect(module.bindings.map((b) => [text.slice(...b.target.span), b.value?.is])).toEqual([
      ['sum', undefined],
      ['x', 'each'],
      ['{ a }', 'each'],
      ['a', 'member'],
    ])
    expect(module.loops.map((l) => [text.slice(...l.over!.span), l.variable])).toEqual([
      ['xs', 'x'],
      ['ys', undefined],
    ])
  })
})

describe('modules', () => {
  test('every form of export', () => {
    const text = `export const a = 1, { b } = c
export function f() {}
export default class D {}
export { g as h, i }
export { j as k } from './l'
export * from './m'
module.exports = { n: 1 }
exports.o = 2
`
    const module = lower(text)
    expect(module.exports.map(({ name, value }) => [name, value.is === 'name' ? value.name : value.is])).toEqual([
      ['a', 'a'],
      ['b', 'b'],
      ['f', 'f'],
      ['default', 'D'],
      ['h', 'g'],
      ['i', 'i'],
      ['k', '#./l:j'],
      ['*', '#./m:*'],
      ['default', 'record'],
      ['n', 'number'],
      ['o', 'number'],
    ])
    expect(module.imports.map((i) => i.local)).toEqual(['#./l:j', '#./m:*'])
  })

  test('comments are found, and nothing that only looks like one', () => {
    const text =
      '// a\nf("//b", /\\/\\/c/, `//d${/* e */ 1}//f`) /* g */\n/** h\n * i */\nconst j = <p title="//k">//l</p>\n'
    expect(lower(text, 'a.tsx').comments.map((c) => c.text)).toEqual(['a', 'e', 'g', 'h\ni'])
  })
})
