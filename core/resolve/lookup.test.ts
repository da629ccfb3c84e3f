import { describe, expect, it } from 'vitest'
import { lower as python } from '../../language-rules/languages/python/lower.ts'
import { lower as typescript } from '../../language-rules/languages/typescript/lower.ts'
import { type ProbedRow, probed } from '../../test/probed.ts'

const inPython: readonly ProbedRow[] = [
  [
    'what a function that may have run gives a name of the module',
    'm = "a"\ndef up():\n    global m\n    m = "b"\nup()\nprobe(m)\ndef f():\n    probe(m)',
    'oneOf b, a',
    'oneOf b, a',
  ],
  [
    'what a loop that was not left gives it, and what is tried where nothing is caught',
    'm = "a"\nfor x in xs:\n    if x:\n        break\nelse:\n    m = "b"\nprobe(m)\nfor x in xs:\n    f(x)\nelse:\n    m = "c"\nprobe(m)\ntry:\n    m = "d"\nfinally:\n    f()\nprobe(m)',
    'oneOf b, a',
    'known c constant',
    'known d constant',
  ],
  [
    'of a function around it',
    'def f():\n    m = "a"\n    def up():\n        nonlocal m\n        m = "b"\n    up()\n    probe(m)',
    'oneOf b, a',
  ],
  [
    'what an earlier call left',
    'm = "a"\ndef ask():\n    global m\n    probe(m)\n    m = "b"\n    probe(m)',
    'oneOf b, a',
    'known b constant',
  ],
  [
    'set anew in each call',
    'm = "a"\ndef ask():\n    global m\n    m = "b"\n    probe(m)\n    m = "c"',
    'known b constant',
  ],
  [
    'what is called since it was set',
    'm = "a"\ndef up():\n    global m\n    m = "b"\ndef ask():\n    global m\n    m = "c"\n    probe(m)\n    up()\n    probe(m)',
    'known c constant',
    'oneOf c, b',
  ],
  [
    'what is made when it is first asked for',
    'm = None\ndef get():\n    global m\n    if m is None:\n        m = "a"\n    probe(m)',
    'known a constant',
  ],
  [
    'what is added to a text that lacks it',
    'def f(m="a"):\n    if "mini" not in m:\n        m += "-mini"\n    probe(m)\ndef g(x):\n    m = "a"\n    if x:\n        m += "-mini"\n    probe(m)',
    'assumed a-mini parameter',
    'oneOf a-mini, a',
  ],
  [
    'past an arm that ends the program',
    'import sys\nm = "a"\nif len(sys.argv) < 2:\n    m = "b"\n    sys.exit(1)\nprobe(m)',
    'known a constant',
  ],
  [
    'what two chains that ask the same give',
    'def f(p):\n    m = "z"\n    if p == "x":\n        m = "a"\n    elif p == "y":\n        m = "b"\n    if p == "x":\n        probe(m)\n    elif p == "y":\n        probe(m)\n    else:\n        probe(m)\n    if not p:\n        probe(m)',
    'known a constant',
    'known b constant',
    'known z constant',
    'oneOf b, a, z',
  ],
  [
    'and of what is another by then',
    'def f(p):\n    if p == "x":\n        m = "a"\n    else:\n        m = "b"\n    p = g(p)\n    if p == "x":\n        probe(m)',
    'oneOf b, a',
  ],
  [
    'and of what another turn makes another',
    'def f(p, ps):\n    m = "z"\n    for p in ps:\n        if p == "x":\n            m = "a"\n    if p == "y":\n        probe(m)\ndef g(p, ps):\n    if p == "x":\n        m = "a"\n    else:\n        m = "b"\n    for q in ps:\n        if p == "x":\n            probe(m)\n        p = q',
    'oneOf a, z',
    'oneOf b, a',
  ],
  [
    'and of what another method may have made another, not of what the object is made with',
    'class C:\n    def __init__(self, p, q):\n        self.p = p\n        self.q = q\n    def f(self):\n        if self.p == "x":\n            m = "a"\n        else:\n            m = "b"\n        if self.q:\n            n = "c"\n        else:\n            n = "d"\n        self.turn()\n        if self.p == "x":\n            probe(m)\n        if self.q:\n            probe(n)\n    def turn(self):\n        self.p = "x"',
    'oneOf b, a',
    'known c constant',
  ],
  [
    'what an earlier call left from another arm',
    'm = "z"\ndef ask(p):\n    global m\n    if p == "x":\n        m = "a"\n    elif p == "y":\n        probe(m)',
    'oneOf a, z',
  ],
  [
    'a flag that is asked for twice',
    'def f(fast):\n    if fast:\n        m = "a"\n    else:\n        m = "b"\n    if not fast:\n        probe(m)\n    elif fast == "very":\n        probe(m)',
    'known b constant',
    'known a constant',
  ],
  [
    'past a loop that is broken off',
    'm = "a"\nfor x in xs:\n    if x:\n        m = "b"\n        break\nprobe(m)',
    'oneOf b, a',
  ],
]

const inTypeScript: readonly ProbedRow[] = [
  [
    'what a block declares, in there alone',
    'const m = "a"\nfunction f(xs) {\n  let m = "b"\n  {\n    let m = "c"\n    m = "d"\n    probe(m)\n  }\n  for (const m of ["e"]) probe(m)\n  probe(m)\n}\n{\n  const m = "f"\n  const g = () => probe(m)\n}\nprobe(m)',
    'known d constant',
    'known e constant',
    'known b constant',
    'known f constant',
    'known a constant',
  ],
  [
    'what is only declared, and made when it is first asked for',
    'let m: string | undefined\nfunction get() {\n  if (!m) m = "a"\n  return m\n}\nprobe(get())',
    'known a constant',
  ],
  [
    'what an earlier call left',
    'let m = "a"\nfunction ask() {\n  probe(m)\n  m = "b"\n  probe(m)\n}',
    'oneOf b, a',
    'known b constant',
  ],
  [
    'what is called since it was set',
    'let m = "a"\nfunction up() { m = "b" }\nfunction ask() {\n  m = "c"\n  probe(m)\n  up()\n  probe(m)\n}',
    'known c constant',
    'oneOf c, b',
  ],
  [
    'what two switches that ask the same give',
    'function f(p) {\n  let m\n  switch (p) {\n    case "x":\n      m = "a"\n      break\n    default:\n      m = "b"\n  }\n  switch (p) {\n    case "x":\n      return probe(m)\n    case "y":\n      return probe(m)\n  }\n}',
    'known a constant',
    'known b constant',
  ],
  [
    'what is taken out of a record that need not be given',
    'const ask = ({ m = "a" } = {}) => probe(m)\nfunction f({ m = "a" }) { probe(m) }\nfunction g({ m = "a" } = {}) { probe(m) }\ng({ m: "b" })',
    'assumed a parameter',
    'assumed a parameter',
    'known b constant',
  ],
  [
    'past an arm that ends the program',
    'let m = "a"\nif (!process.env.KEY) {\n  m = "b"\n  process.exit(1)\n}\nprobe(m)',
    'known a constant',
  ],
]

describe('what is in force in Python', () => {
  it.each(inPython)('%s', (_, code, ...sees) => expect(probed(python, code)).toEqual(sees))
})

describe('what is in force in TypeScript', () => {
  it.each(inTypeScript)('%s', (_, code, ...sees) => expect(probed(typescript, code)).toEqual(sees))
})
