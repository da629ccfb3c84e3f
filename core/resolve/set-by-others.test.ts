import { describe, expect, it } from 'vitest'
import { lower as python } from '../../language-rules/languages/python/lower.ts'
import { lower as typescript } from '../../language-rules/languages/typescript/lower.ts'
import { type ProbedRow, probed } from '../../test/probed.ts'

const inPython: readonly ProbedRow[] = [
  [
    'an item',
    'o = {"m": "a"}\ndef up():\n    o["m"] = "b"\ndef f():\n    probe(o["m"])\ndef g():\n    o["m"] = "c"\n    probe(o["m"])',
    'oneOf b, c, a',
    'known c constant',
  ],
  [
    'an item of a record that is updated',
    'o = {"m": "a", "n": "c"}\ndef up():\n    o.update(m="b")\ndef f():\n    probe(o["m"])\n    probe(o["n"])',
    'oneOf b, a',
    'known c constant',
  ],
  [
    'an attribute, from what its caller says',
    'class C:\n    m = "a"\nc = C()\ndef use(m):\n    c.m = m\ndef f():\n    probe(c.m)',
    'assumed a parameter',
  ],
  [
    'of its own that has the same name',
    'o = {"m": "a"}\ndef up():\n    o = {}\n    o["m"] = "b"\ndef f():\n    probe(o["m"])',
    'known a constant',
  ],
]

const inTypeScript: readonly ProbedRow[] = [
  [
    'a field',
    'const o = { m: "a" }\nfunction up() { o.m = "b" }\nfunction set() { Object.assign(o, { n: "c" }) }\nconst f = () => probe(o.m)\nconst g = (o) => { o.m = "d" }',
    'oneOf b, a',
  ],
]

describe('what another function may have set, in Python', () => {
  it.each(inPython)('%s', (_, code, ...sees) => expect(probed(python, code)).toEqual(sees))
})

describe('what another function may have set, in TypeScript', () => {
  it.each(inTypeScript)('%s', (_, code, ...sees) => expect(probed(typescript, code)).toEqual(sees))
})
