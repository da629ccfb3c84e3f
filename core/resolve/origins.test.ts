import { describe, expect, it } from 'vitest'
import { lower as python } from '../../language-rules/languages/python/lower.ts'
import { lower as typescript } from '../../language-rules/languages/typescript/lower.ts'
import { contextOf } from './evaluate.ts'
import { dotted } from './value.ts'

/** The paths from an import that what `probe(…)` is given may have. */
function origins(lower: typeof python, code: string): string[] {
  const module = lower(code)
  const probe = module.calls.find(({ expr }) => expr.callee.is === 'name' && expr.callee.name === 'probe')!
  const values = contextOf(module).evaluate(probe.expr.args[0]!.value)
  return values.flatMap((value) => (value.is === 'symbol' && !value.global ? [dotted(value.path)] : []))
}

const client = 'openai.OpenAI()'
const from = 'from openai import OpenAI\n'

const inPython: readonly (readonly [name: string, code: string, path: readonly string[]])[] = [
  ['an import', 'import openai\nprobe(openai.chat.completions)', ['openai.chat.completions']],
  ['an import under another name', 'from openai import OpenAI as O\nprobe(O())', [client]],
  ['a module under another name', 'import openai as ai\nprobe(ai.OpenAI())', [client]],
  ['an inner module', 'import openai.lib.azure\nprobe(openai.lib.azure.AzureOpenAI)', ['openai.lib.azure.AzureOpenAI']],
  ['an alias of the class', `${from}C = OpenAI\nprobe(C())`, [client]],
  [
    'a bound method',
    `${from}ask = OpenAI().chat.completions.create\nprobe(ask)`,
    [`${client}.chat.completions.create`],
  ],
  ['a context manager', `${from}with OpenAI() as c:\n    probe(c)`, [client]],
  [
    'an attribute set elsewhere in the class',
    `${from}class A:\n    def f(self):\n        probe(self.c)\n    def g(self):\n        self.c = OpenAI()`,
    [client],
  ],
  [
    'an attribute of another object',
    `${from}class S:\n    def __init__(self):\n        self.c = OpenAI()\ns = S()\nprobe(s.c)`,
    [client],
  ],
  [
    'a type it is cast to',
    `import session\nfrom typing import cast\n${from}probe(cast(OpenAI, session.get("c")))`,
    ['session.get()', client],
  ],
  [
    'a module imported when it runs',
    'import importlib\nm = importlib.import_module("openai")\nprobe(m.OpenAI())',
    [client],
  ],
  [
    'a module behind an object that passes on what it does not have',
    'import importlib\nclass Lazy:\n    _m = None\n    def __getattr__(self, name):\n        self._load()\n        return getattr(self._m, name)\n    def _load(self):\n        self._m = importlib.import_module("openai")\nopenai = Lazy()\nprobe(openai.OpenAI())',
    [client],
  ],
  ['a class that extends the client', `${from}class C(OpenAI):\n    pass\nprobe(C().chat)`, [`${client}.chat`]],
  [
    'a property',
    `${from}class A:\n    @property\n    def c(self):\n        return OpenAI()\n    def f(self):\n        probe(self.c.chat)`,
    [`${client}.chat`],
  ],
  ['an annotation', `${from}def f(c: OpenAI):\n    probe(c)`, [client]],
  ['an optional annotation', `${from}from typing import Optional\ndef f(c: Optional[OpenAI]):\n    probe(c)`, [client]],
  [
    'a union',
    'from openai import OpenAI, AsyncOpenAI\ndef f(c: OpenAI | AsyncOpenAI | None):\n    probe(c)',
    [client, 'openai.AsyncOpenAI()'],
  ],
  ['a quoted annotation', `${from}def f(c: "OpenAI | None" = None):\n    probe(c)`, [client]],
  ['a list of clients is no client', `${from}def f(c: list[OpenAI]):\n    probe(c)`, []],
  ['an argument of a caller in this file', `${from}def f(c):\n    probe(c)\nf(OpenAI(base_url="x"))`, [client]],
  ['a function’s return', `${from}def make():\n    return OpenAI()\nprobe(make())`, [client]],
  [
    'what a function is declared to return',
    `${from}def make() -> OpenAI:\n    return pool()\nprobe(make())`,
    ['openai.OpenAI()'],
  ],
  [
    'what a method is declared to return that hands on what may be any',
    `${from}from typing import Any\nclass P:\n    def get(self, k) -> Any:\n        return self.made[k]\nclass Q(P):\n    def one(self) -> OpenAI:\n        return super().get(1)\nprobe(Q().one())`,
    [client],
  ],
  [
    'what it returns says more than what it is declared to',
    `import openai\ndef make() -> object:\n    return openai.AsyncOpenAI()\nprobe(make())`,
    ['openai.AsyncOpenAI()'],
  ],
  [
    'what a property is declared to be, of a class that leaves it open',
    `${from}from typing import Generic, TypeVar\nT = TypeVar("T")\nclass P(Generic[T]):\n    @property\n    def c(self) -> T:\n        raise NotImplementedError\nclass A:\n    p: P[OpenAI]\n    @property\n    def c(self) -> OpenAI:\n        return self.p.c\n    def f(self):\n        probe(self.c)`,
    [client],
  ],
  [
    'what a property is declared to be',
    `${from}class A:\n    @property\n    def c(self) -> OpenAI:\n        return self._pool.one\n    def f(self):\n        probe(self.c)`,
    [client],
  ],
  [
    'a name in a function with a lambda among its decorators',
    `${from}@retry(when=lambda r: r.ok)\ndef f(x=lambda: 1):\n    c = OpenAI()\n    probe(c)`,
    [client],
  ],
  [
    'FastAPI’s Depends',
    `from fastapi import Depends\n${from}def make():\n    yield OpenAI()\ndef f(c=Depends(make)):\n    probe(c)`,
    [client],
  ],
  [
    'a task, and one of several that are awaited together',
    `${from}import asyncio\nasync def make():\n    return OpenAI()\nasync def f(x):\n    t = asyncio.create_task(make())\n    a, b = await asyncio.gather(other(), t)\n    probe(await t if x else b.chat)`,
    [client, `${client}.chat`],
  ],
  [
    'what a context holds, of the type it is declared with',
    `${from}from pydantic_ai import RunContext\nclass Deps:\n    c: OpenAI\nCtx = RunContext[Deps]\ndef f(a: RunContext[Deps], b: Ctx):\n    probe(a.deps.c if x else b.deps.c.chat)`,
    [client, `${client}.chat`],
  ],
  [
    'what a class extends, asked by the class itself',
    `${from}class C(OpenAI):\n    def ask(self):\n        probe(super().chat)`,
    [`${client}.chat`],
  ],
  ['given or made', `${from}def f(c=None):\n    c = c or OpenAI()\n    probe(c)`, [client]],
  [
    'a global made on first use',
    `${from}_c = None\ndef get():\n    global _c\n    if _c is None:\n        _c = OpenAI()\n    return _c\nprobe(get())`,
    [client],
  ],
  [
    'an import that may fail',
    'try:\n    from openai import OpenAI\nexcept ImportError:\n    OpenAI = None\nprobe(OpenAI())',
    [client],
  ],
  [
    'a wrapper from elsewhere may hand the client back',
    `from langsmith import wrap\n${from}probe(wrap(OpenAI()))`,
    ['langsmith.wrap()', client],
  ],
  ['a local class of the same name hides the import', `${from}class OpenAI:\n    pass\nprobe(OpenAI())`, []],
  ['a parameter hides the import', `${from}def f(OpenAI):\n    probe(OpenAI())`, []],
  [
    'a static method’s first parameter is no self',
    `${from}class A:\n    def __init__(self):\n        self.c = OpenAI()\n    @staticmethod\n    def f(other):\n        probe(other.c)`,
    [],
  ],
]

const inTypeScript: readonly (readonly [name: string, code: string, path: readonly string[]])[] = [
  [
    'what has the type of a function, or of a client',
    'import O from "openai"\nimport { generateText } from "ai"\nconst c = new O()\nconst f = (ask: typeof generateText, by: typeof c) => probe(x ? ask : by.chat)',
    ['ai#generateText', 'openai#default().chat'],
  ],
  [
    'a promise a getter is declared to be',
    'import O from "openai"\nclass A {\n  get c(): Promise<O> { return this.pool.one() }\n  async f() { probe((await this.c).chat) }\n}',
    ['openai#default().chat'],
  ],
  [
    'an import that is awaited by a function',
    'import("openai").then(({ OpenAI: O }) => probe(new O()))',
    ['openai#OpenAI()'],
  ],
  [
    'what such a function answers, whatever catches its errors',
    'const c = import("openai").then((m) => new m.OpenAI()).catch((e) => { throw e }).finally(() => done())\nasync () => probe(await c)',
    ['openai#OpenAI()'],
  ],
  [
    'one of several promises',
    'const [zod, ai] = await Promise.all([import("zod"), import("openai")])\nprobe(new ai.default())',
    ['openai#default()'],
  ],
  [
    'what a class extends, asked by the class itself',
    'import O from "openai"\nclass C extends O { ask() { probe(super.chat) } }',
    ['openai#default().chat'],
  ],
  ['a default import', 'import O from "openai"\nprobe(new O())', ['openai#default()']],
  ['a namespace', 'import * as o from "openai"\nprobe(new o.OpenAI())', ['openai#OpenAI()']],
  ['a required default', 'const O = require("openai")\nprobe(new O())', ['openai#*()']],
  [
    'a bound method',
    'import O from "openai"\nconst c = new O()\nprobe(c.chat.completions.create.bind(c.chat))',
    ['openai#default().chat.completions.create'],
  ],
  ['a typed field', 'import O from "openai"\nclass A { private c: O; f() { probe(this.c) } }', ['openai#default()']],
  [
    'a typed parameter property',
    'import O from "openai"\nclass A { constructor(private c: O) {} f() { probe(this.c) } }',
    ['openai#default()'],
  ],
  [
    'a callback keeps its this',
    'import O from "openai"\nclass A { c = new O(); f() { xs.map(() => probe(this.c)) } }',
    ['openai#default()'],
  ],
  [
    'a destructured object',
    'import O from "openai"\nconst s = { c: new O() }\nconst { c } = s\nprobe(c)',
    ['openai#default()'],
  ],
  ['a nullable', 'import O from "openai"\nlet c: O | null = null\nfunction f() { probe(c) }', ['openai#default()']],
]

describe('where a value comes from, in Python', () => {
  it.each(inPython)('%s', (_, code, path) => expect(origins(python, code)).toEqual(path))
})

describe('where a value comes from, in TypeScript', () => {
  it.each(inTypeScript)('%s', (_, code, path) => expect(origins(typescript, code)).toEqual(path))
})
