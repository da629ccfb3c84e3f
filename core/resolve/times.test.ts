import { describe, expect, it } from 'vitest'
import { lower as python } from '../../language-rules/languages/python/lower.ts'
import { lower as typescript } from '../../language-rules/languages/typescript/lower.ts'
import { type ProbedRow, probed } from '../../test/probed.ts'

const inPython: readonly ProbedRow[] = [
  [
    'when nobody in the module calls it, all of it has run',
    'm = "a"\ndef f():\n    probe(m)\nm = "b"',
    'known b constant',
  ],
  [
    'when it is called before the name has another value',
    'm = "a"\ndef f():\n    probe(m)\nf()\nm = "b"',
    'known a constant',
  ],
  ['before and after', 'm = "a"\ndef f():\n    probe(m)\nf()\nm = "b"\nf()\nm = "c"', 'oneOf b, a'],
  [
    'when what calls it is called',
    'm = "a"\ndef f():\n    probe(m)\ndef g():\n    f()\nm = "b"\ng()\nm = "c"',
    'known b constant',
  ],
  [
    'when it is handed on, whenever that is',
    'm = "a"\ndef f():\n    probe(m)\nf()\nm = "b"\nrun(f)\nm = "c"',
    'oneOf c, a',
  ],
  [
    'what it answers each call with',
    'm = "a"\ndef f():\n    return m\nprobe(f())\nm = "b"\nprobe(f())',
    'known a constant',
    'known b constant',
  ],
  [
    'also through one that calls it',
    'm = "a"\ndef f():\n    return m\ndef g():\n    return f()\nprobe(g())\nm = "b"\nprobe(g())',
    'known a constant',
    'known b constant',
  ],
  [
    'a method, when an object is made or it is called',
    'm = "a"\nclass C:\n    def __init__(self):\n        probe(m)\n    def ask(self):\n        probe(m)\nm = "b"\nc = C()\nm = "c"\nc.ask()',
    'known b constant',
    'known c constant',
  ],
]

const inTypeScript: readonly ProbedRow[] = [
  [
    'before and after',
    'let m = "a"\nconst f = () => probe(m)\nfunction g() {\n  return m\n}\nf()\nprobe(g())\nm = "b"\nf()\nprobe(g())',
    'oneOf b, a',
    'known a constant',
    'known b constant',
  ],
]

describe('what a function reads that the module changes, in Python', () => {
  it.each(inPython)('%s', (_, code, ...sees) => expect(probed(python, code)).toEqual(sees))
})

describe('what a function reads that the module changes, in TypeScript', () => {
  it.each(inTypeScript)('%s', (_, code, ...sees) => expect(probed(typescript, code)).toEqual(sees))
})
