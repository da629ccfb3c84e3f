import { parse as parseWithGo } from '@cdktf/hcl2json'
import { describe, expect, it } from 'vitest'
import { parseHcl } from './body.ts'
import { toJson } from './to-json.fixture.ts'

// What HashiCorp's own parser, compiled to WebAssembly, makes of the same text: structure, labels, values, and for an
// expression the text our spans cut out.
const snippets: Readonly<Record<string, string>> = {
  'numbers, words and strings': 'a = 1\nb = -1.5\nc = 1e3\nd = 2.5E-3\ne = true\nf = null\ng = "x"\nh = ""\n',
  'escapes and doubled markers': 'a = "x\\u00e9\\t\\"$${b} %%{c} $$ % $"\nb = "\\U0001F600 é😀"\n',
  'comments in odd places': '# a\n/* b */ a = 1 // c\nb = [ # d\n 1, /* e */ 2\n // f\n]\nc /* g */ = /* h */ 2 # i\n',
  'precedence and chained conditionals':
    'a = x ? 1 : y ? 2 : 3\nb = 1 + 2 * 3 - 4 / 2 % 3\nc = !a && b || c == d && e >= f\nd = -a.b + (1 - 2)\n',
  'a conditional over lines in parentheses': 'a = (\n  x\n  ? 1\n  : 2\n)\nb = [x\n || y]\n',
  'lists and objects':
    'a = []\nb = [1, "2", [3,],\n]\nc = {}\nd = { a = 1, "b" : 2, (c) = 3\n  d-e = [\n 4 ]\n\n  "${f}" = 5 }\n',
  'traversals and splats': 'a = b.c["d"][0].1\ne = f[*].g.h[0]\ni = j.*.k.l\nm = n[*]\no = p[q].r\n',
  calls: 'a = f()\nb = f(1, 2,)\nc = f(\n  1,\n  2\n)\nd = f(x...)\ne = core::g(1)\nf = provider::aws::h("x")\n',
  'for expressions':
    'a = [for x in y : x.z if x.on]\nb = { for k, v in y : k => v... if v != null }\nc = {\n  for k, v in y :\n  k => {\n    n = v\n  }\n}\n',
  templates:
    'a = "x ${y} z"\nb = "${y}"\nc = "${f("in ${g["h"]} out")}-${1 + 2}"\nd = "%{ if x }a%{ else }b%{ endif }"\n',
  'choices inside a template':
    'a = "x${b ? "c${k}" : d.e}y${f ? 1 : ""}"\nb = "${c ? 1 : 2}"\nd = "${true}-${null}-${"in${k}"}"\ne = "${true}"\n',
  'providers by their alias': 'a = {\n aws.west = aws.east\n}\n',
  'trimmed markers':
    'a = "x ${~ y ~} z %{ if w ~} b %{~ endif }"\nb = <<E\n  %{~ for k, v in m ~}\n  ${k}\n  %{~ endfor }\nE\n',
  'a heredoc': 'a = <<EOT\nline ${x}\n  "quoted" \\n\n\nEOT\nb = 1\n',
  'an indented heredoc': 'a {\n  b = <<-EOT\n      x\n    y ${z}\n\n  \n        w\n    EOT\n  c = 1\n}\n',
  'a heredoc as an argument': 'a = f(<<-E\n  {"x": 1}\n  E\n)\n',
  blocks: 'a "b" c {\n  d {\n  }\n  d { e = 1 }\n  f "g" {\n    h = 2\n  }\n}\na "b" i {}\n',
  'line ends of Windows': 'a {\r\n  b = 1\r\n  c = <<E\r\nx\r\nE\r\n}\r\n',
  'a byte order mark': '\uFEFFa = 1\n',
  'names beyond ASCII': 'größe = 1\nb = { 名 = größe }\n',
  'no line end at the end': 'a = [\n1]',
}

describe('the HCL parser agrees with the Go parser on', () => {
  for (const [name, text] of Object.entries(snippets)) {
    it(name, async () => {
      const { items, problems } = parseHcl(text)
      expect(problems).toEqual([])
      expect(toJson(items, text)).toEqual(await parseWithGo('main.tf', text))
    })
  }
})

describe('the HCL parser refuses what the Go parser refuses:', () => {
  const broken = [
    'a = ',
    'a = 1 2',
    'a = [1',
    'a {',
    'a = "x',
    'a = x ?\n 1 : 2',
    'a = "\\q"',
    'a = {\n b =\n 1\n}',
    'a b = 1',
    'a = 0x1',
    '}',
  ]
  for (const text of broken) {
    it(JSON.stringify(text), async () => {
      expect(parseHcl(text).problems).toHaveLength(1)
      await expect(parseWithGo('main.tf', text)).rejects.toThrow()
    })
  }
})
