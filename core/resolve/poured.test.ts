import { describe, expect, it } from 'vitest'
import { lower as python } from '../../language-rules/languages/python/lower.ts'
import { lower as typescript } from '../../language-rules/languages/typescript/lower.ts'
import { type ProbedRow, probed } from '../../test/probed.ts'

const inPython: readonly ProbedRow[] = [
  [
    'set by its name',
    'class C:\n    m = "a"\n    def __init__(self):\n        setattr(self, "m", "b")\n    def f(self):\n        probe(self.m)\nc = C()\nsetattr(c, "m", "c")\nprobe(c.m)',
    'known b attribute',
    'known c constant',
  ],
  [
    'each of what is given',
    'class C:\n    m = "a"\n    def __init__(self, **given):\n        for k, v in given.items():\n            setattr(self, k, v)\nprobe(C(m="b", n="c").m)\nprobe(C(n="c").m)',
    'known b attribute',
    'known a attribute',
  ],
  [
    'and of what nobody is seen to give, where the class has another',
    'class C:\n    m = "a"\n    def __init__(self, **given):\n        self.__dict__.update(given)\n    def f(self):\n        probe(self.m)\n        probe(self.n)',
    'assumed a parameter',
    'unknown dynamic',
  ],
  [
    'from what is read when it runs',
    'import json\nclass C:\n    m = "a"\n    def __init__(self, path):\n        vars(self).update(json.load(open(path)))\nprobe(C(p).m)',
    'assumed a parameter',
  ],
]

const inTypeScript: readonly ProbedRow[] = [
  [
    'all that is given',
    'class C {\n  m = "a"\n  constructor(given: { m?: string }) { Object.assign(this, given) }\n}\nprobe(new C({ m: "b" }).m)\nprobe(new C({}).m)',
    'known b attribute',
    'known a attribute',
  ],
  [
    'each of it by its name',
    'class C {\n  m = "a"\n  constructor(given) { for (const [k, v] of Object.entries(given)) this[k] = v }\n}\nprobe(new C({ m: "b", n: "c" }).m)',
    'known b attribute',
  ],
  [
    'by a property that is defined, and by a prototype',
    'const c = { m: "a" }\nObject.defineProperty(c, "m", { value: "b" })\nprobe(c.m)\nclass D {\n  pick() { return "a" }\n}\nD.prototype.pick = () => "b"\nprobe(new D().pick())',
    'known b constant',
    'oneOf a, b',
  ],
]

describe('attributes that are poured into an object, in Python', () => {
  it.each(inPython)('%s', (_, code, ...sees) => expect(probed(python, code)).toEqual(sees))
})

describe('attributes that are poured into an object, in TypeScript', () => {
  it.each(inTypeScript)('%s', (_, code, ...sees) => expect(probed(typescript, code)).toEqual(sees))
})
