import { describe, expect, it } from 'vitest'
import { lower as python } from '../../language-rules/languages/python/lower.ts'
import { lower as typescript } from '../../language-rules/languages/typescript/lower.ts'
import { probed } from '../../test/probed.ts'
import { fileDocument } from '../document.ts'
import { contextOf } from './evaluate.ts'
import { isTextOrNumber, read } from './read.ts'

const inPython: readonly (readonly [name: string, code: string, sees: string])[] = [
  ['a literal', 'probe("a")', 'known a literal'],
  ['a constant', 'M = "a"\nprobe(M)', 'known a constant'],
  ['the last of two assignments before the use', 'M = "a"\nM = "b"\nprobe(M)\nM = "c"', 'known b constant'],
  ['a constant of a later notebook cell', 'probe(M)\nM = "a"', 'known a constant'],
  ['a module constant seen from a function', 'M = "a"\ndef f():\n    probe(M)', 'known a constant'],
  [
    'an assignment in one arm of an if leaves the earlier one possible',
    'M = "a"\nif x:\n    M = "b"\nprobe(M)',
    'oneOf b, a',
  ],
  ['an assignment is certain inside its own arm', 'M = "a"\nif x:\n    M = "b"\n    probe(M)', 'known b constant'],
  ['arithmetic', 'K = 1024\nprobe(K * 4 - 1)', 'known 4095 constant'],
  ['a concatenation', 'P = "us."\nprobe(P + "claude" + "-3")', 'known us.claude-3 constant'],
  ['an f-string of constants', 'V = 3\nprobe(f"claude-{V}")', 'known claude-3 constant'],
  ['an f-string with a hole', 'probe(f"claude-{version()}")', 'unknown dynamic'],
  ['a sliced text is not guessed', 'M = "us.claude"\nprobe("global." + M[3:])', 'unknown dynamic'],
  ['a format', 'V = 3\nprobe("{}-{v}".format("claude", v=V))', 'known claude-3 constant'],
  ['a format of its own', 'probe("claude-{:.1f}".format(3))', 'unknown dynamic'],
  ['pieces that are joined', 'probe("-".join(["claude", "3"]))', 'known claude-3 literal'],
  ['a text that is filled', 'V = 3\nprobe("claude-%s" % V)', 'known claude-3 constant'],
  ['an augmented text', 'M = "a"\nM += "-b"\nprobe(M)', 'known a-b constant'],
  ['a text that a loop adds to', 'M = "a"\nfor i in xs:\n    M += "-b"\nprobe(M)', 'unknown dynamic'],
  ['a dict entry', 'MODELS = {"fast": "a", "good": "b"}\nprobe(MODELS["good"])', 'known b constant'],
  [
    'a dict entry by a key only a run knows',
    'MODELS = {"fast": "a", "good": "b"}\nprobe(MODELS[kind()])',
    'oneOf a, b',
  ],
  [
    'a name that a dict may have another for',
    'OLD = {"a": "b"}\ndef f(model):\n    probe(OLD.get(model, model))',
    'unknown dynamic',
  ],
  [
    'a name that a dict may have another for, by or',
    'OLD = {"a": "b"}\ndef f(model):\n    probe(OLD.get(model) or model)',
    'unknown dynamic',
  ],
  [
    'a dict entry by a key only a run knows, or a default',
    'MODELS = {"fast": "a", "good": "b"}\nprobe(MODELS.get(kind()) or "c")',
    'oneOf a, b, c',
  ],
  ['dict.get with a default', 'MODELS = {"fast": "a"}\nprobe(MODELS.get("slow", "b"))', 'known b constant'],
  ['a dict entry assigned later', 'M = {"m": "a"}\nM["m"] = "b"\nprobe(M["m"])', 'known b constant'],
  ['a class attribute', 'class C:\n    M = "a"\n    def f(self):\n        probe(self.M)', 'known a attribute'],
  [
    'an attribute set in another method',
    'class C:\n    def g(self):\n        self.m = "a"\n    def f(self):\n        probe(self.m)',
    'known a attribute',
  ],
  [
    'an attribute of a base class',
    'class B:\n    M = "a"\nclass C(B):\n    def f(self):\n        probe(self.M)',
    'known a attribute',
  ],
  [
    'a property',
    'class C:\n    @property\n    def m(self):\n        return "a"\n    def f(self):\n        probe(self.m)',
    'known a attribute',
  ],
  ['an attribute of an object of this file', 'class S:\n    m: str = "a"\ns = S()\nprobe(s.m)', 'known a attribute'],
  [
    'a field given to the constructor',
    'class S(Base):\n    m: str = "a"\ns = S(m="b")\nprobe(s.m)',
    'known b attribute',
  ],
  ['a parameter without default or caller', 'def f(m):\n    probe(m)', 'unknown dynamic'],
  ['a parameter’s default is only assumed', 'def f(m="a"):\n    probe(m)', 'assumed a parameter'],
  ['a parameter every caller here gives', 'def f(m):\n    probe(m)\nf("a")\nf(m="b")', 'oneOf a, b'],
  ['a parameter one caller computes', 'def f(m):\n    probe(m)\nf("a")\nf(g())', 'unknown dynamic'],
  [
    'a parameter one caller takes from its own',
    'def f(m):\n    probe(m)\nf("a")\ndef g(x):\n    f(x)',
    'unknown dynamic',
  ],
  [
    'a default of a declared type',
    'from .types import Name\ndef f(m: Name = "a"):\n    probe(m)',
    'assumed a parameter',
  ],
  ['a default beside callers that all compute it', 'def f(m="a"):\n    probe(m)\nf(g())', 'unknown dynamic'],
  ['a default beside one that leaves it out', 'def f(m="a"):\n    probe(m)\nf(g())\nf()', 'assumed a parameter'],
  [
    'a default through the constructor',
    'class C:\n    def __init__(self, m="a"):\n        self.m = m\n    def f(self):\n        probe(self.m)',
    'assumed a parameter',
  ],
  [
    'what callers give the constructor',
    'class C:\n    def __init__(self, m):\n        self.m = m\n    def f(self):\n        probe(self.m)\nC("a")',
    'known a parameter',
  ],
  ['None unless given, then a default', 'def f(m=None):\n    m = m or "a"\n    probe(m)', 'assumed a parameter'],
  [
    'None unless given, replaced in an if',
    'def f(m=None):\n    if m is None:\n        m = "a"\n    probe(m)',
    'assumed a parameter',
  ],
  ['an environment variable', 'import os\nprobe(os.environ["M"])', 'unknown dynamic'],
  ['an environment variable’s default', 'import os\nprobe(os.getenv("M", "a"))', 'assumed a environment'],
  ['environment or default', 'import os\nprobe(os.environ.get("M") or "a")', 'assumed a environment'],
  ['a number from the environment', 'import os\nprobe(int(os.getenv("N", "512")))', 'assumed 512 environment'],
  ['a known left side of or', 'M = "a"\nprobe(M or "b")', 'known a constant'],
  ['a ternary', 'probe("a" if x else "b")', 'oneOf a, b'],
  ['a ternary by a constant', 'BIG = False\nprobe("a" if BIG else "b")', 'known b literal'],
  ['a ternary by what a caller may change', 'def f(big=False):\n    probe("a" if big else "b")', 'oneOf a, b'],
  ['a ternary with a side only a call knows', 'probe("a" if x else load())', 'unknown dynamic'],
  ['a constant unless it is nothing', 'M = "a"\nprobe(M if M is not None else "b")', 'known a constant'],
  ['a constant unless it is nothing, asked the other way', 'M = "a"\nprobe("b" if not M else M)', 'known a constant'],
  [
    'an old name that is replaced where it is met',
    'def new(m):\n    return "b" if m == "a" else m\nprobe(new("c"))',
    'known c parameter',
  ],
  [
    'an entry of a copy without what is nothing',
    'o = {"m": "a", "n": None}\nprobe({k: v for k, v in o.items() if v is not None}["m"])',
    'known a constant',
  ],
  ['request data with a default', 'def f(request):\n    probe(request.model or "a")', 'assumed a parameter'],
  ['a name from another file', 'from .config import M\nprobe(M)', 'unknown not-indexed'],
  ['another file’s name is not replaced by a default', 'from .config import M\nprobe(M or "a")', 'unknown not-indexed'],
  ['a loop over constants', 'for m in ["a", "b"]:\n    probe(m)', 'oneOf a, b'],
  ['a loop over one constant', 'for m in ["a"]:\n    probe(m)', 'known a constant'],
  ['a loop over a dict’s items', 'for k, m in {"x": "a", "y": "b"}.items():\n    probe(m)', 'oneOf a, b'],
  ['an unpacked loop variable', 'for i, (k, m) in enumerate([("x", "a"), ("y", "b")]):\n    probe(m)', 'oneOf a, b'],
  [
    'a loop over a list that is filled before',
    'ms = ["a"]\nms.append(load())\nfor m in ms:\n    probe(m)',
    'unknown dynamic',
  ],
  ['a loop over what was empty', 'ms = []\nfill(ms)\nfor m in ms:\n    probe(m)', 'unknown dynamic'],
  ['an entry of what was empty', 'MODELS = {}\nprobe(MODELS[kind()])', 'unknown dynamic'],
  ['a function’s return', 'def name():\n    return "a"\nprobe(name())', 'known a constant'],
  ['an unpacked constant', 'm, n = "a", 2\nprobe(n)', 'known 2 constant'],
  ['a name that stands for itself', 'a = b\nb = a\nprobe(a)', 'unknown cycle'],
]

const inTypeScript: readonly (readonly [name: string, code: string, sees: string])[] = [
  [
    'a name that a record may have another for',
    'const OLD: Record<string, string> = { a: "b" }\nconst f = (model: string) => probe(OLD[model] ?? model)',
    'unknown dynamic',
  ],
  ['a constant', 'const M = "a"\nprobe(M)', 'known a constant'],
  ['an object’s member', 'const M = { fast: "a" } as const\nprobe(M.fast)', 'known a constant'],
  ['an enum member', 'enum M { Fast = "a" }\nprobe(M.Fast)', 'known a constant'],
  ['process.env with a default', 'probe(process.env.M ?? "a")', 'assumed a environment'],
  ['process.env without one', 'probe(process.env["M"]!)', 'unknown dynamic'],
  ['a template of constants', 'const v = 3\nprobe(`claude-${v}`)', 'known claude-3 constant'],
  ['a destructured parameter’s default', 'const f = ({ m = "a" }) => probe(m)', 'assumed a parameter'],
  ['a class field', 'class C { m = "a"; f() { probe(this.m) } }', 'known a attribute'],
  ['a parameter property', 'class C { constructor(private m = "a") {} f() { probe(this.m) } }', 'assumed a parameter'],
  ['a spread that may replace', 'const f = (o) => { const p = { m: "a", ...o }; probe(p.m) }', 'assumed a parameter'],
  ['a spread that replaces', 'const p = { m: "a", ...load() }; probe(p.m)', 'unknown dynamic'],
  ['a spread that may be nothing', 'const p = { m: "a", ...(x && { n: 1 }) }; probe(p.m)', 'known a constant'],
  ['a spread that may bring another', 'const p = { m: "a", ...(x ? { m: "b" } : {}) }; probe(p.m)', 'oneOf b, a'],
  [
    'a spread that is there where what it holds is',
    'const n = 5; const p = { ...(n !== undefined ? { n } : {}) }; probe(p.n)',
    'known 5 constant',
  ],
  ['records assigned to one', 'probe(Object.assign({}, { m: "a" }, { m: "b" }).m)', 'known b constant'],
  ['a value a condition stands before', 'probe(x && "a")', 'known a literal'],
  ['a member in brackets', 'class C { m = "a" }\nprobe(new C()["m"])', 'known a constant'],
  [
    'a field that only a constructor gives its value',
    'class C { m: string; constructor() { this.m = "a" } f() { probe(this.m) } }',
    'known a attribute',
  ],
  [
    'the default of an option that may not be given, kept in a field',
    'class C { m: string; constructor(o: { m?: string } = {}) { this.m = o.m ?? "a" } f() { probe(this.m) } }',
    'known a attribute',
  ],
  [
    'a name declared first and given by each arm',
    'let m: string\nif (x) m = "a"\nelse m = "b"\nprobe(m)',
    'oneOf b, a',
  ],
  ['a name declared and never given', 'let m: string\nprobe(m)', 'unknown dynamic'],
  [
    'a name that another function gives a value',
    'let m = null\nfunction ask() { probe(m) }\nfunction init() { m = "a" }',
    'known a constant',
  ],
  [
    'a name that a caller of another function may change',
    'let m = "a"\nconst use = (x) => { m = x }\nconst ask = () => probe(m)',
    'assumed a parameter',
  ],
  [
    'a name that another function may give another value',
    'let m = "a"\nfunction f() { m = "b" }\nfunction g() { probe(m) }',
    'oneOf b, a',
  ],
  ['a name a function has just given its value', 'let m = "a"\nfunction f() { m = "b"; probe(m) }', 'known b constant'],
  ['a spread that is replaced', 'const d = { m: "a" }\nconst p = { ...d, m: "b" }\nprobe(p.m)', 'known b constant'],
  ['the element a callback is given', '["a", "b"].forEach((m) => probe(m))', 'oneOf a, b'],
  ['what another module exports', 'import { M } from "./config"\nprobe(M)', 'unknown not-indexed'],
]

describe('a value read from Python', () => {
  it.each(inPython)('%s', (_, code, sees) => expect(probed(python, code)[0]).toBe(sees))
})

describe('a value read from TypeScript', () => {
  it.each(inTypeScript)('%s', (_, code, sees) => expect(probed(typescript, code)[0]).toBe(sees))
})

it('points at the literal, where a fix edits it', () => {
  const code = 'M = "a"\ndef f(model=M):\n    probe(model)\n'
  const module = python(code)
  const probe = module.calls[0]!.expr.args[0]!.value
  const value = read(contextOf(module), fileDocument('a.py', 'python', code), probe, isTextOrNumber)
  expect(value).toEqual({ is: 'assumed', value: 'a', via: 'parameter', at: { file: 'a.py', span: [4, 7] } })
})

it('stops where alternatives grow past what anyone can use', () => {
  const names = Array.from({ length: 30 }, (_, i) => `"m${i}"`).join(', ')
  expect(probed(python, `for m in [${names}]:\n    probe(m)`)[0]).toBe('unknown limit')
})

it('stops in a chain too long to follow, without running out of stack', () => {
  const chain = Array.from({ length: 3000 }, (_, i) => `a${i + 1} = a${i}`).join('\n')
  expect(probed(python, `a0 = "a"\n${chain}\nprobe(a3000)`)[0]).toBe('unknown limit')
})
