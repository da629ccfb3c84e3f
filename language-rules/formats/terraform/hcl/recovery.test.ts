import { describe, expect, it } from 'vitest'
import type { BodyItem } from './ast.ts'
import { parseHcl } from './body.ts'

/** `a = …` as its name, a block as `type label { … }`. */
function outline(items: readonly BodyItem[]): string {
  return items
    .map((item) =>
      item.is === 'attribute'
        ? item.name
        : `${[item.type, ...item.labels.map((label) => label.text)].join(' ')} { ${outline(item.items)} }`,
    )
    .join(', ')
}

function read(text: string) {
  const { items, problems } = parseHcl(text)
  return { items: outline(items), problems: problems.map(({ message, span }) => `${message} @ ${text.slice(...span)}`) }
}

describe('a broken part costs only itself:', () => {
  it('a value that is missing', () => {
    expect(read('a = 1\nb =\nc = 3\n')).toEqual({
      items: 'a, c',
      problems: ['Expected a value, but the line ends. @ \n'],
    })
  })

  it('a line in a block', () => {
    expect(read('r "a" "b" {\n  c = 1\n  d = @@\n  e = 2\n}\nf = 3\n')).toEqual({
      items: 'r a b { c, e }, f',
      problems: ['Expected a value, but found `@`. @ @@'],
    })
  })

  it('a line deep in an object, and the object with it', () => {
    expect(read('a {\n  tags = {\n    b = 1\n    c = = 2\n    d = 3\n  }\n  e = 1\n}\nf = 1\n')).toEqual({
      items: 'a { e }, f',
      problems: ['Expected a value, but found `=`. @ = 2'],
    })
  })

  it('a bracket that is never closed, before an argument of the same indentation', () => {
    expect(read('a {\n  b = [1, 2\n  c = 3\n}\nd = 1\n')).toEqual({
      items: 'a { c }, d',
      problems: ['Expected `,` or `]`, but found `c`. @ c = 3'],
    })
  })

  it('a string that is never closed', () => {
    expect(read('a {\n  b = "x\n  c = 3\n}\n')).toEqual({
      items: 'a { c }',
      problems: ['Expected a closing `"`, but the line ends. @ \n'],
    })
  })

  it('a block that is never closed, before the next block at the left edge', () => {
    expect(read('resource "a" "b" {\n  c = 1\n\nresource "d" "e" {\n  f = 2\n}\n')).toEqual({
      items: 'resource a b { c }, resource d e { f }',
      problems: ['Expected `}` to close this `resource` block. @ resource'],
    })
  })

  it('a heredoc that is never closed', () => {
    expect(read('a = 1\nb = <<EOT\nc = 2\n')).toEqual({
      items: 'a, c',
      problems: ['Expected a line with `EOT` alone to end the heredoc. @ <<EOT'],
    })
  })

  it('a line over two lines, once', () => {
    expect(read('a = x\n  ? 1 : 2\nb = 1\n')).toEqual({
      items: 'a, b',
      problems: ['Expected an argument or a block, but found `?`. @ ? 1 : 2'],
    })
  })

  it('a brace too many', () => {
    expect(read('a {\n}\n}\nb = 1\n')).toEqual({ items: 'a {  }, b', problems: ['This `}` closes nothing. @ }'] })
  })

  it('a header without a body', () => {
    expect(read('resource "a" "b"\nc = 1\n')).toEqual({
      items: 'c',
      problems: ['Expected `{`, but the line ends. @ \n'],
    })
  })
})

describe('bad input neither throws nor hangs:', () => {
  const valid =
    'resource "a" "b" {\n  c = [for k, v in x : "${k}-${v["y"]}" if v != null]\n  d = <<-E\n    ${f(1, x...)}\n    E\n  e { g = a ? 1e3 : -2 }\n}\n'

  it('every prefix of a file', () => {
    for (let end = 0; end <= valid.length; end++) expect(parseHcl(valid.slice(0, end)).problems.length).toBeLessThan(4)
  })

  it('every file with one character replaced', () => {
    for (const character of ['{', '}', '"', '(', ']', '\n', '$', '\\', '<<', '/*', '\u0000', '\ud800']) {
      for (let at = 0; at < valid.length; at++) parseHcl(valid.slice(0, at) + character + valid.slice(at + 1))
    }
  })

  it('absurd nesting is refused in words', () => {
    for (const open of ['(', '[', '{a=', '!', '-', '"${', 'f(', 'a[', 'x ? 1 : ']) {
      const { problems } = parseHcl(`a = ${open.repeat(50_000)}`)
      expect(problems[0]!.message).toBe('Nested more than 200 levels deep.')
    }
    expect(parseHcl('a {\n'.repeat(50_000)).problems[0]!.message).toBe('Nested more than 200 levels deep.')
  })

  it('a file that is no HCL stops after a hundred problems', () => {
    const { problems } = parseHcl('@ [\n([\n'.repeat(100_000))
    expect(problems).toHaveLength(101)
    expect(problems.at(-1)!.message).toMatch(/The rest of the file was not read\.$/)
  })
})
