import { describe, expect, it } from 'vitest'
import { lower as python } from '../../language-rules/languages/python/lower.ts'
import { lower as typescript } from '../../language-rules/languages/typescript/lower.ts'
import { type ProbedRow, probed } from '../../test/probed.ts'

const inPython: readonly ProbedRow[] = [
  [
    'what a turn sets where the call fails',
    'm = "a"\nwhile True:\n    try:\n        probe(m)\n        break\n    except Exception:\n        m = "b"\n        continue',
    'oneOf a, b',
  ],
  [
    'at the end of a turn',
    'def f(n):\n    m = "a"\n    for _ in range(n):\n        probe(m)\n        m = "b"',
    'oneOf a, b',
  ],
  ['what every turn sets before', 'for m in ["a"]:\n    probe(m)\n    m = "b"', 'known a constant'],
  [
    'set anew in each turn, however it ends',
    'while True:\n    m = "a"\n    if probe(m):\n        m = "b"\n        probe(m)',
    'known a constant',
    'known b constant',
  ],
  [
    'what is set before the loop is left',
    'm = "a"\nwhile True:\n    if probe(m):\n        m = "b"\n        break\n    if probe(m):\n        m = "c"\n        return probe(m)\nprobe(m)',
    'known a constant',
    'known a constant',
    'known c constant',
    'oneOf c, b, a',
  ],
  ['only what the last of a turn set', 'm = "a"\nwhile True:\n    probe(m)\n    m = "b"\n    m = "c"', 'oneOf a, c'],
  [
    'what is set before a turn is cut short',
    'm = "a"\nwhile True:\n    if probe(m):\n        m = "b"\n        continue\n    m = "c"',
    'oneOf a, b, c',
  ],
  [
    'what a turn that is cut short has not set anew, and not what one cut short within has',
    'm = "a"\nfor x in xs:\n    probe(m)\n    m = "b"\n    if x:\n        continue\n    m = "c"\nn = "a"\nfor x in xs:\n    probe(n)\n    n = "b"\n    for y in x:\n        if y:\n            continue\n        f(y)\n    n = "c"',
    'oneOf a, b, c',
    'oneOf a, c',
  ],
  [
    'the turns of a loop around',
    'm = "a"\nfor x in xs:\n    for y in ys:\n        probe(m)\n    m = "b"',
    'oneOf a, b',
  ],
  ['what the loop goes through', 'ms = f("a")\nm = "a"\nfor x in probe(m):\n    m = "b"', 'known a constant'],
  ['what hangs on the turn before', 'm = "a"\nwhile True:\n    probe(m)\n    m = NEXT[m]', 'unknown dynamic'],
  ['what is the same', 'm = "a"\nwhile True:\n    probe(m)\n    m = m.strip()', 'known a constant'],
  ['what nobody knows', 'm = "a"\nwhile True:\n    probe(m)\n    m = pick()', 'unknown dynamic'],
  [
    'a parameter, and what a turn sets',
    'def f(m):\n    while True:\n        probe(m)\n        m = "b"',
    'unknown dynamic',
  ],
  [
    'where the loop within is left, and the one around goes on',
    'm = "a"\nfor x in xs:\n    for y in ys:\n        probe(m)\n        if y:\n            m = "b"\n            break\ndef f():\n    m = "a"\n    for x in xs:\n        for y in ys:\n            probe(m)\n            if y:\n                m = "b"\n                return m',
    'oneOf a, b',
    'known a constant',
  ],
  [
    'what is below a name',
    'class C: pass\nc = C()\nc.model = "a"\nd = {"model": "a"}\nwhile True:\n    probe(c.model)\n    probe(d["model"])\n    c.model = "b"\n    d["model"] = "b"',
    'oneOf a, b',
    'oneOf b, a',
  ],
  [
    'what a record holds that is spread',
    'd = {"model": "a"}\nwhile True:\n    probe({**d}["model"])\n    d["model"] = "b"\nwhile True:\n    d["model"] = "c"\n    probe({**d}["model"])\n    d["model"] = "d"',
    'oneOf a, b',
    'known c constant',
  ],
]

const inTypeScript: readonly ProbedRow[] = [
  [
    'what a turn sets where the call fails',
    'let m = "a"\nfor (let i = 0; i < 3; i++) {\n  try {\n    return probe(m)\n  } catch {\n    m = "b"\n  }\n}',
    'oneOf a, b',
  ],
  ['a loop that asks at its end', 'let m = "a"\ndo {\n  probe(m)\n  if (x) m = "b"\n} while (y)', 'oneOf a, b'],
  ['what a block declares', 'for (const x of xs) {\n  let m = "a"\n  probe(m)\n  m = "b"\n}', 'known a constant'],
  [
    'a name that two blocks declare',
    'const m = "a"\nfor (const x of xs) {\n  probe(m)\n  { const m = "b"; f(m) }\n}',
    'known a constant',
  ],
  ['in a function for each of a list', 'let m = "a"\nxs.forEach((x) => {\n  probe(m)\n  m = "b"\n})', 'oneOf b, a'],
  [
    'in a function for each of a list that ends its own turn alone',
    'let m = "a"\nxs.forEach((x) => {\n  probe(m)\n  if (x) {\n    m = "b"\n    return\n  }\n  f(x)\n})',
    'oneOf b, a',
  ],
  [
    'in a function for each of a list that is cut short before it sets it anew',
    'let m = "a"\nxs.forEach((x) => {\n  probe(m)\n  m = "b"\n  if (x) return\n  m = "c"\n})',
    'oneOf c, b, a',
  ],
  [
    'before the loop is left',
    'let m = "a"\nfor (;;) {\n  if (x) {\n    m = "b"\n    break\n  }\n  switch (y) {\n    case 1:\n      m = "c"\n      break\n    default:\n      m = "d"\n      return\n  }\n  probe(m)\n}',
    'oneOf d, c, a',
  ],
  [
    'what is below a name',
    'const o = { model: "a" }\nwhile (true) {\n  probe(o.model)\n  o.model = "b"\n}',
    'oneOf b, a',
  ],
]

describe('what a turn of a loop reads in Python', () => {
  it.each(inPython)('%s', (_, code, ...sees) => expect(probed(python, code)).toEqual(sees))
})

describe('what a turn of a loop reads in TypeScript', () => {
  it.each(inTypeScript)('%s', (_, code, ...sees) => expect(probed(typescript, code)).toEqual(sees))
})

// A test that counts turns of a clock tells of the machine; what is gone through again for each reading is told by how the work grows.
describe('names that many arms of a loop set', () => {
  const within = (arms: number) =>
    `m = "a"\ndef ask(kinds):\n    global m\n    for kind in kinds:\n${Array.from({ length: arms }, (_, i) => `        if kind == ${i}:\n            m = "${i % 5}"\n        probe(m)\n`).join('')}`

  const milliseconds = (arms: number) => {
    const before = process.cpuUsage()
    probed(python, within(arms))
    const { user, system } = process.cpuUsage(before)
    return (user + system) / 1000
  }

  it('are read, each of four hundred times, in far less than the cube of their number', () => {
    milliseconds(100)
    expect(milliseconds(400)).toBeLessThan(40 * Math.max(milliseconds(100), 20))
  })
})
