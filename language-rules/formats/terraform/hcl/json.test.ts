import { describe, expect, it } from 'vitest'
import { parseHcl } from './body.ts'
import { parseJson } from './json.ts'
import { toJson } from './to-json.fixture.ts'

/** A JSON file and the native text that means the same. */
const pairs: Readonly<Record<string, readonly [json: string, native: string]>> = {
  'labels as objects': [
    '{"resource": {"aws_instance": {"a": {"ami": "x"}, "b": {"ami": "y"}}}}',
    'resource "aws_instance" "a" {\n  ami = "x"\n}\nresource "aws_instance" "b" {\n  ami = "y"\n}\n',
  ],
  'labels and bodies as arrays, in order': [
    '{"provider": [{"aws": [{"region": "a"}, {"alias": "w", "region": "b"}]}, {"google": {}}]}',
    'provider "aws" {\n  region = "a"\n}\nprovider "aws" {\n  alias = "w"\n  region = "b"\n}\nprovider "google" {\n}\n',
  ],
  'the same name twice': [
    '{"output": {"a": {"value": 1}}, "output": {"b": {"value": 2}}}',
    'output "a" {\n  value = 1\n}\noutput "b" {\n  value = 2\n}\n',
  ],
  'comments in bodies, and none in values': [
    '{"//": "made by a program", "module": {"//": "x", "m": {"//": "y", "source": "./${m}", "tags": [{"//": "z"}, 1]}}}',
    'module "m" {\n  source = "./$${m}"\n  tags = [{ "//" = "z" }, 1]\n}\n',
  ],
  'texts as templates, a single interpolation as what it is': [
    '{"locals": {"a": "x ${b} %{ if c }y%{ endif }", "d": "${1 + 2}", "${e}": {"k-${f}": null}}}',
    'locals {\n  a = "x ${b} %{ if c }y%{ endif }"\n  d = "${1 + 2}"\n}\n',
  ],
  'references, types and literal texts': [
    '{"variable": {"v": {"type": "list(string)", "default": "${no}", "description": "a %{"}}, "resource": {"t": {"n": {"provider": "aws.west", "depends_on": ["t.m"], "lifecycle": [{"ignore_changes": ["ami"]}]}}}}',
    'variable "v" {\n  type = list(string)\n  default = "$${no}"\n  description = "a %%{"\n}\nresource "t" "n" {\n  provider = aws.west\n  depends_on = [t.m]\n  lifecycle {\n    ignore_changes = [ami]\n  }\n}\n',
  ],
  'nested blocks as an array, and those with a label': [
    '{"resource": {"t": {"n": {"disk": [{"size": 1}, {"size": 2}], "dynamic": {"rule": {"for_each": "${x}", "content": [{"a": "${rule.value}"}]}}}}}}',
    'resource "t" "n" {\n  disk {\n    size = 1\n  }\n  disk {\n    size = 2\n  }\n  dynamic "rule" {\n    for_each = "${x}"\n    content {\n      a = "${rule.value}"\n    }\n  }\n}\n',
  ],
}

describe('JSON makes the tree that native syntax makes:', () => {
  it.each(Object.entries(pairs))('%s', (_, [json, native]) => {
    const [ours, same] = [parseJson(json, 'configuration'), parseHcl(native)]
    expect(ours.problems).toEqual([])
    const shown = (file: typeof ours, text: string) => JSON.parse(JSON.stringify(toJson(file.items, text)))
    const found = shown(ours, json)
    delete found.locals?.[0]?.['${e}']
    expect(found).toEqual(shown(same, native))
  })
})

it('an object in a resource is a nested block to who asks for one, and a value to who asks for that', () => {
  const { items } = parseJson('{"resource": {"t": {"n": {"root_block_device": {"volume_size": 8}}}}}', 'configuration')
  const [block] = items
  expect(block?.is === 'block' && block.items.map(({ is }) => is)).toEqual(['attribute', 'block'])
})

describe('every place is that of the file', () => {
  const text =
    '\uFEFF{"resource": {"aws_instance": {"gp\\u00fc": {\r\n  "ami": "é😀\\n\\"${var.x}\\u0041${f(\\"\\\\\\\\y\\", z)}",\r\n  "n": -1.5e2\r\n}}}}'
  const { items, problems } = parseJson(text, 'configuration')
  const [block] = items

  it('of a block, its labels and its arguments', () => {
    expect(problems).toEqual([])
    if (block?.is !== 'block') throw new Error('expected a block')
    expect(text.slice(...block.typeSpan)).toBe('resource')
    expect(block.labels.map(({ text: label, span }) => [label, text.slice(...span)])).toEqual([
      ['aws_instance', 'aws_instance'],
      ['gpü', 'gp\\u00fc'],
    ])
    expect(text.slice(...block.span)).toMatch(/^"gp\\u00fc": \{\r\n.*\}$/s)
    expect(block.items.map((item) => text.slice(...item.span))).toEqual([
      '"ami": "é😀\\n\\"${var.x}\\u0041${f(\\"\\\\\\\\y\\", z)}"',
      '"n": -1.5e2',
    ])
  })

  it('of what stands in a text, behind escapes', () => {
    const ami = block?.is === 'block' ? block.items[0] : undefined
    const value = ami?.is === 'attribute' ? ami.value : undefined
    if (value?.is !== 'template') throw new Error('expected a template')
    expect(value.parts.map((part) => text.slice(...part.span))).toEqual([
      'é😀\\n\\"',
      '${var.x}',
      '\\u0041',
      '${f(\\"\\\\\\\\y\\", z)}',
    ])
    expect(value.parts.map((part) => (part.is === 'interpolation' ? text.slice(...part.value.span) : ''))).toEqual([
      '',
      'var.x',
      '',
      'f(\\"\\\\\\\\y\\", z)',
    ])
  })
})

describe('what cannot be read costs only itself', () => {
  const read = (text: string) => {
    const { items, problems } = parseJson(text, 'configuration')
    return {
      items: toJson(items, text),
      problems: problems.map(({ message, span }) => `${message} @ ${text.slice(...span)}`),
    }
  }

  it('a template that is none', () => {
    expect(read('{"locals": {"a": "x${", "b": 1}}')).toEqual({
      items: { locals: [{ b: 1 }] },
      problems: ['Expected a value, but the file ends. @ "'],
    })
  })

  it('a file that is being typed', () => {
    expect(read('{"locals": {"a": 1, "b": ').items).toEqual({ locals: [{ a: 1 }] })
    expect(read('{"locals": {"a": 1 "b": 2}}')).toEqual({
      items: { locals: [{ a: 1, b: 2 }] },
      problems: ['Comma expected. @ "b"'],
    })
    const whole = pairs['nested blocks as an array, and those with a label']![0]
    for (let end = 0; end < whole.length; end++) expect(read(whole.slice(0, end)).problems.length).toBeGreaterThan(0)
  })

  it('a block that is no object', () => {
    expect(read('{"resource": 1, "locals": {"a": 1}}')).toEqual({
      items: { locals: [{ a: 1 }] },
      problems: ['Expected an object or an array of objects for `resource`. @ 1'],
    })
    expect(read('7').problems).toEqual(['Expected an object. @ 7'])
  })

  it('absurd nesting is refused in words', () => {
    expect(read(`{"locals": {"a": ${'['.repeat(50_000)}`).problems).toEqual(['Nested more than 200 levels deep. @ ['])
  })

  it('a minified file is read like any other', () => {
    const resources = Object.fromEntries(
      Array.from({ length: 2000 }, (_, i) => [`r${i}`, { size: i, tags: { n: 'x' } }]),
    )
    const { items, problems } = parseJson(JSON.stringify({ resource: { t: resources } }), 'configuration')
    expect([items.length, problems]).toEqual([2000, []])
  })
})

it('a file of values holds no blocks and no templates', () => {
  const text = '{"type": "${x}", "sizes": {"a": 1}}'
  expect(toJson(parseJson(text, 'values').items, text)).toEqual({ type: '$${x}', sizes: { a: 1 } })
})
