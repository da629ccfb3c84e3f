import { describe, expect, it } from 'vitest'
import { lower as python } from '../../language-rules/languages/python/lower.ts'
import { lower as typescript } from '../../language-rules/languages/typescript/lower.ts'
import { type ProbedRow, probed } from '../../test/probed.ts'

const inPython: readonly ProbedRow[] = [
  [
    'an arm that asks for it has it, and the others have not',
    'def f(m="a"):\n    if m == "b":\n        probe(m)\n    elif m in ("c", "d"):\n        probe(m)\n    elif m != "a":\n        probe(m)\n    else:\n        probe(m)',
    'known b constant',
    'oneOf c, d',
    'unknown dynamic',
    'known a constant',
  ],
  [
    'an arm that a default does not begin like has no default',
    'def f(m="gpt-4o"):\n    if m.startswith("claude"):\n        probe(m)\n    else:\n        probe(m)',
    'unknown dynamic',
    'assumed gpt-4o parameter',
  ],
  [
    'past an arm that leaves it is another',
    'def f(m="a"):\n    if m == "a":\n        raise ValueError(m)\n    probe(m)',
    'unknown dynamic',
  ],
  [
    'past all arms but one that leave, that one has run',
    'def f(x, m="a"):\n    if x:\n        m = "b"\n    else:\n        return\n    probe(m)',
    'known b constant',
  ],
  [
    'what an arm sets is not there in another',
    'def f(x, m="a"):\n    if x:\n        m = "b"\n    else:\n        probe(m)',
    'assumed a parameter',
  ],
  [
    'what an arm puts in for some values of a field is no default of the others',
    'def f(r):\n    if r.m.startswith("b"):\n        r.m = "a"\n    probe(r.m)\ndef g(r):\n    if not r.m:\n        r.m = "a"\n    probe(r.m)',
    'unknown dynamic',
    'assumed a parameter',
  ],
  ['past an assertion', 'def f(m="a"):\n    assert m == "b"\n    probe(m)', 'known b constant'],
  [
    'the cases of a match',
    'def f(m="a"):\n    match m:\n        case "b" | "c":\n            probe(m)\n        case "a":\n            probe(m)\n        case _:\n            probe(m)',
    'oneOf b, c',
    'known a constant',
    'unknown dynamic',
  ],
  [
    'a test that has a name, and a name for what is asked',
    'import argparse\np = argparse.ArgumentParser()\np.add_argument("--model", default="a")\nargs = p.parse_args()\nis_b = True if args.model in ["b"] else False\ndef f():\n    m = args.model\n    if is_b is True:\n        probe(m)\n    if not is_b:\n        probe(args.model)',
    'known b constant',
    'assumed a parameter',
  ],
  [
    'a function that answers the test',
    'def is_claude(name):\n    return name.lower().startswith("claude")\ndef f(m="gpt-4o"):\n    if is_claude(m):\n        probe(m)\n    else:\n        probe(m)',
    'unknown dynamic',
    'assumed gpt-4o parameter',
  ],
  [
    'an argument of a call in the arm',
    'def ask(m):\n    probe(m)\ndef f(m="a"):\n    if m == "b":\n        ask(m)',
    'known b parameter',
  ],
  [
    'each of a loop, but for those that are left out',
    'for m in ["a", "b", "c"]:\n    if m == "b":\n        continue\n    probe(m)\n[probe(m) for m in ["a", "b"] if m != "a"]',
    'oneOf a, c',
    'known b constant',
  ],
  [
    'a name that is given another value in the arm',
    'def f(m="a"):\n    if m == "b":\n        m = pick()\n        probe(m)',
    'unknown dynamic',
  ],
  [
    'another one of the same name',
    'def f(m="a"):\n    if m == "b":\n        def g(m="c"):\n            probe(m)\n        g()',
    'assumed c parameter',
  ],
  [
    'a name that stands for another',
    'def f(m="fast"):\n    if m == "fast":\n        m = "b"\n    elif m == "smart":\n        m = "c"\n    probe(m)',
    'oneOf c, b',
  ],
  [
    'a prefix that is put before what lacks it',
    'def f(m="a"):\n    if "/" not in m:\n        m = f"x/{m}"\n    probe(m)',
    'assumed x/a parameter',
  ],
  [
    'what an arm sets for another reason is no default',
    'def f(m, cheap=False):\n    if cheap:\n        m = "a"\n    probe(m)',
    'unknown dynamic',
  ],
  [
    'nor is it one of an attribute',
    'class C:\n    def __init__(self, m, cheap=False):\n        self.m = m\n        if cheap:\n            self.m = "a"\n    def run(self):\n        probe(self.m)',
    'unknown dynamic',
  ],
  [
    'what an arm sets where nothing is given is one',
    'def f(m):\n    if m is None:\n        m = "a"\n    probe(m)',
    'assumed a parameter',
  ],
  [
    'what begins with one of several',
    'OWN = ("claude", "o1")\ndef f(m="gpt-4o"):\n    if m.startswith(OWN):\n        probe(m)\n    elif m.startswith(("gpt", "ft:")):\n        probe(m)',
    'unknown dynamic',
    'assumed gpt-4o parameter',
  ],
  [
    'one of a set that has a name',
    'OWN = frozenset({"b", "c"})\ndef f(m="a"):\n    if m in OWN:\n        probe(m)\n    else:\n        probe(m)',
    'oneOf b, c',
    'assumed a parameter',
  ],
  [
    'a test of each of a list',
    'def f(m="gpt-4o"):\n    if any(p in m for p in ("claude", "opus")):\n        probe(m)\n    elif all(not m.startswith(p) for p in OWN):\n        probe(m)\n    else:\n        probe(m)\nOWN = ["gpt", "o1"]',
    'unknown dynamic',
    'unknown dynamic',
    'assumed gpt-4o parameter',
  ],
  [
    'of some of a list, and of one that nobody knows',
    'def f(ps, m="gpt-4o"):\n    if any(p in m for p in ("claude", "opus") if p):\n        probe(m)\n    elif any(p in m for p in ps):\n        probe(m)',
    'assumed gpt-4o parameter',
    'assumed gpt-4o parameter',
  ],
  [
    'a number that is not compared with its own kind',
    'def f(n=0):\n    if n > 0:\n        probe(n)\n    else:\n        probe(n)',
    'unknown dynamic',
    'assumed 0 parameter',
  ],
]

const inTypeScript: readonly ProbedRow[] = [
  [
    'the clauses of a switch',
    'function f(m = "a") {\n  switch (m) {\n    case "b": return probe(m)\n    case "a":\n    case "c":\n      probe(m)\n      break\n    default: probe(m)\n  }\n}',
    'known b constant',
    'oneOf a, c',
    'unknown dynamic',
  ],
  [
    'a clause for whatever else there is, with the next',
    'function f(m = "a") {\n  switch (m) {\n    default:\n    case "b":\n      probe(m)\n      break\n    case "c": probe(m)\n  }\n}',
    'assumed a parameter',
    'known c constant',
  ],
  [
    'one of a set, and of one that is added to',
    'const own = new Set(["b", "c"])\nconst open = new Set(["b"])\nopen.add(x)\nfunction f(m = "a") {\n  if (own.has(m)) return probe(m)\n  if (!open.has(m)) throw new Error(m)\n  probe(m)\n}',
    'oneOf b, c',
    'assumed a parameter',
  ],
  [
    'a test that was made of an earlier value',
    'function f(o) {\n  let m = o.model ?? "a"\n  const isB = m === "b"\n  if (isB) probe(m)\n  m = "c"\n  if (isB) probe(m)\n}',
    'known b constant',
    'known c constant',
  ],
  [
    'the two of a ternary, and what is called past a test',
    'const m = process.env.M ?? "a"\nconst x = m.startsWith("b") ? probe(m) : probe(m)\nm === "c" && probe(m)',
    'unknown dynamic',
    'assumed a environment',
    'known c constant',
  ],
  [
    'past what it must be one of',
    'function f(m = "a") {\n  if (!["b", "c"].includes(m)) throw new Error(m)\n  probe(m)\n}',
    'oneOf b, c',
  ],
  [
    'a test of each of a list',
    'function f(m = "gpt-4o") {\n  if (["claude", "opus"].some((p) => m.startsWith(p))) probe(m)\n  else if (["gpt", "4"].every((p) => m.includes(p))) probe(m)\n  else probe(m)\n}',
    'unknown dynamic',
    'assumed gpt-4o parameter',
    'unknown dynamic',
  ],
  [
    'in a function that is made in the arm',
    'function f(m = "a") {\n  if (m === "b") return xs.map((x) => probe(m))\n  return probe(m)\n}',
    'known b constant',
    'assumed a parameter',
  ],
]

describe('what is left of a value in Python', () => {
  it.each(inPython)('%s', (_, code, ...sees) => expect(probed(python, code)).toEqual(sees))
})

describe('what is left of a value in TypeScript', () => {
  it.each(inTypeScript)('%s', (_, code, ...sees) => expect(probed(typescript, code)).toEqual(sees))
})
