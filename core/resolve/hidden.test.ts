import { describe, expect, it } from 'vitest'
import { lower as python } from '../../language-rules/languages/python/lower.ts'
import { lower as typescript } from '../../language-rules/languages/typescript/lower.ts'
import { type ProbedRow, probed } from '../../test/probed.ts'

const inPython: readonly ProbedRow[] = [
  [
    'surely',
    'class C:\n    m = "a"\n    def __init__(self):\n        self.m = "b"\n    def f(self):\n        probe(self.m)\nprobe(C().m)',
    'known b attribute',
    'known b attribute',
  ],
  [
    'in an arm, or from itself',
    'class C:\n    m = "a"\n    n = "c"\n    def __init__(self, big):\n        if big:\n            self.m = "b"\n        self.n = self.n + "-d"\n    def f(self):\n        probe(self.m)\n        probe(self.n)',
    'oneOf a, b',
    'oneOf c, c-d',
  ],
]

const inTypeScript: readonly ProbedRow[] = [
  ['surely', 'class C {\n  m = "a"\n  constructor() { this.m = "b" }\n  f() { probe(this.m) }\n}', 'known b attribute'],
]

describe('what a constructor sets of what the class has, in Python', () => {
  it.each(inPython)('%s', (_, code, ...sees) => expect(probed(python, code)).toEqual(sees))
})

describe('what a constructor sets of what the class has, in TypeScript', () => {
  it.each(inTypeScript)('%s', (_, code, ...sees) => expect(probed(typescript, code)).toEqual(sees))
})
