import { describe, expect, it } from 'vitest'
import { lower as python } from '../../language-rules/languages/python/lower.ts'
import { lower as typescript } from '../../language-rules/languages/typescript/lower.ts'
import { type ProbedRow, probed } from '../../test/probed.ts'

const head = `from enum import Enum, StrEnum, auto
class M(Enum):
    A = "a"
    B = "b"
class T(Enum):
    X = ("x", 1)
    Y = ("y", 2)
    @property
    def id(self):
        return self.value[0]
    def end(self, end):
        return self.id + end
class N(Enum):
    ONE = auto()
    TWO = auto()
class S(StrEnum):
    LOW = auto()
    TOP = "t"
`

const inPython: readonly ProbedRow[] = [
  [
    'a member by its name, its text and its value',
    'probe(M.A.value)\nprobe(M["B"].value)\nprobe(M("b").value)\nprobe(S.TOP)\nprobe(M.A.name)\nprobe(S.LOW)',
    'known a attribute',
    'known b constant',
    'known b attribute',
    'known t attribute',
    'known A attribute',
    'known low attribute',
  ],
  [
    'any, by what only a run knows',
    'probe(M[x].value)\nprobe(M(x))\nprobe(M("c").value)\ndef f(m: M):\n    probe(m.value)\nfor m in M:\n    probe(m.value)',
    'oneOf a, b',
    'oneOf a, b',
    'unknown dynamic',
    'oneOf a, b',
    'oneOf a, b',
  ],
  [
    'what its methods make of it',
    'probe(T.Y.id)\nprobe(T.X.end("-1"))\nprobe({N.ONE: "a", N.TWO: "b"}[N.TWO])\nprobe({"ONE": "a", "TWO": "b"}.get(N.ONE.name))',
    'known y attribute',
    'known x-1 constant',
    'known b constant',
    'known a constant',
  ],
  [
    'that is handed on',
    'class C:\n    def __init__(self, m: M = M.A):\n        self.m = m\n    def f(self):\n        probe(self.m.value)\nprobe(C(M.B).m.value)\nprobe((M.A if x else M.B).value)',
    'known b parameter',
    'known b parameter',
    'oneOf a, b',
  ],
  [
    'of a class that is none',
    'class P:\n    A = "a"\nprobe(P.A)\nprobe(P.A.value)\nprobe(P("a").value)',
    'known a attribute',
    'unknown dynamic',
    'unknown dynamic',
  ],
]

const inTypeScript: readonly ProbedRow[] = [
  [
    'any, of what is declared as one',
    'enum M { A = "a", B = "b" }\nexport function f(m: M) { probe(m) }\nexport function g(m = M.B) { probe(m) }',
    'oneOf a, b',
    'assumed b parameter',
  ],
  ['as a key', 'enum T { X, Y }\nconst all = { [T.X]: "x", [T.Y]: "y" }\nprobe(all[T.Y])', 'known y constant'],
]

describe('a member of an enumeration of Python', () => {
  it.each(inPython)('%s', (_, code, ...sees) => expect(probed(python, head + code)).toEqual(sees))
})

describe('a member of an enumeration of TypeScript', () => {
  it.each(inTypeScript)('%s', (_, code, ...sees) => expect(probed(typescript, code)).toEqual(sees))
})
