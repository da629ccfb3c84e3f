import { describe, expect, it } from 'vitest'
import { lower as python } from '../../language-rules/languages/python/lower.ts'
import { lower as typescript } from '../../language-rules/languages/typescript/lower.ts'
import { type ProbedRow, probed } from '../../test/probed.ts'

const inPython: readonly ProbedRow[] = [
  [
    'of pairs, of names, of one for all',
    'from collections import OrderedDict\nfrom types import MappingProxyType, SimpleNamespace\nprobe(dict([("x", "a"), ("y", "b")])["y"])\nprobe(dict(zip(["x", "y"], ["a", "b"]), z="c")["y"])\nprobe(OrderedDict([("x", "a")])["x"])\nprobe(SimpleNamespace(m="a").m)\nprobe(MappingProxyType({"x": "a"})["x"])\nprobe(dict.fromkeys(["x", "y"], "a")["y"])\nprobe(dict(pairs())["x"])',
    'known b constant',
    'known b constant',
    'known a constant',
    'known a constant',
    'known a constant',
    'known a constant',
    'unknown dynamic',
  ],
  [
    'with one for what is not there',
    'from collections import defaultdict\nd = defaultdict(lambda: "a")\nd["x"] = "b"\nprobe(d["x"])\nprobe(d[y])',
    'known b constant',
    'oneOf a, b',
  ],
  [
    'of two records',
    'one = {"x": "a", "y": "b"}\ntwo = one | {"y": "c"}\nprobe(two["x"])\nprobe(two["y"])\none |= {"x": "d"}\nprobe(one["x"])\nprobe((one | more)["x"])',
    'known a constant',
    'known c constant',
    'known d constant',
    'unknown dynamic',
  ],
  [
    'what taking an item out answers, or putting one in',
    'd = {"x": "a"}\nprobe(d.setdefault("y", "b"))\nprobe(d.setdefault("x", "c"))\nprobe(d.pop("x", "d"))',
    'known b constant',
    'known a constant',
    'known a constant',
  ],
]

const inTypeScript: readonly ProbedRow[] = [
  [
    'of pairs',
    'const m = new Map([["x", "a"], ["y", "b"]])\nprobe(m.get("y")!)\nprobe(m.get(x)!)\nprobe(m.get(x) ?? "c")\nfor (const [k, v] of m) probe(v)\nfor (const v of m.values()) probe(v)\nprobe(Object.fromEntries([["x", "a"]]).x)\nprobe(new Map([...m, ["y", "c"]]).get("y")!)',
    'known b constant',
    'oneOf a, b',
    'oneOf a, b, c',
    'oneOf a, b',
    'oneOf a, b',
    'known a constant',
    'known c constant',
  ],
  [
    'that is put into',
    'const m = new Map<string, string>()\nm.set("x", "a")\nprobe(m.get("x")!)\nfunction up() { m.set("x", "b") }\nconst f = () => probe(m.get("x")!)',
    'known a constant',
    'oneOf b, a',
  ],
  [
    'that whoever holds it puts into',
    'const m = new Map([["x", "a"]])\nexport const add = (k, v) => m.set(k, v)\nconst f = () => probe(m.get("y")!)\nclass C {\n  all = new Map([["x", "a"]])\n  add(k, v) { this.all.set(k, v) }\n  f() { probe(this.all.get("x")!) }\n}',
    'unknown dynamic',
    'unknown dynamic',
  ],
]

describe('a record that a call makes, in Python', () => {
  it.each(inPython)('%s', (_, code, ...sees) => expect(probed(python, code)).toEqual(sees))
})

describe('a record that a call makes, in TypeScript', () => {
  it.each(inTypeScript)('%s', (_, code, ...sees) => expect(probed(typescript, code)).toEqual(sees))
})
