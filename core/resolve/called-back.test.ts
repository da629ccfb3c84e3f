import { describe, expect, it } from 'vitest'
import { lower as python } from '../../language-rules/languages/python/lower.ts'
import { lower as typescript } from '../../language-rules/languages/typescript/lower.ts'
import { type ProbedRow, probed } from '../../test/probed.ts'
import { sessionOver } from '../../test/session-over.ts'

const inPython: readonly ProbedRow[] = [
  [
    'that is handed to a function',
    'def on(m, f):\n    return f(m)\non("a", lambda m: probe(m))\non("b", lambda m: probe(m))\ndef ask(m="c"):\n    probe(m)\ndef run(f):\n    f("d")\nrun(ask)',
    'known a parameter',
    'known b parameter',
    'known d parameter',
  ],
  [
    'with what it is to be given',
    'def retry(f, *args, **given):\n    return f(*args, **given)\ndef ask(text, m="z"):\n    probe(text)\n    probe(m)\nretry(ask, "a", m="b")',
    'known a parameter',
    'known b parameter',
  ],
  [
    'to a method',
    'class R:\n    def __init__(self, m):\n        self.m = m\n    def run(self, f):\n        return f(self.m)\nR("a").run(lambda m: probe(m))',
    'known a parameter',
  ],
  [
    'to what calls it for each, and to what nobody sees call it',
    'def ask(m):\n    probe(m)\nlist(map(ask, ["a", "b"]))\ndef other(m):\n    probe(m)\nrun(other)',
    'oneOf a, b',
    'unknown dynamic',
  ],
  [
    'that a decorator gives more',
    'def using(m):\n    def decorate(f):\n        def inner(*args, **given):\n            return f(*args, m=m, **given)\n        return inner\n    return decorate\n@using("a")\ndef ask(text, m="z"):\n    probe(text)\n    probe(m)\nask("b")',
    'known b parameter',
    'known a parameter',
  ],
  [
    'that a decorator gives another, one where none is given, and the very same',
    'def forced(f):\n    def inner(*args, **given):\n        given["m"] = "a"\n        return f(*args, **given)\n    return inner\ndef preset(f):\n    def inner(*args, **given):\n        given.setdefault("m", "b")\n        return f(*args, **given)\n    return inner\ndef logged(f):\n    def inner(*args, **given):\n        return f(*args, **given)\n    return inner\n@forced\ndef one(m="z"):\n    probe(m)\none(m="y")\n@preset\ndef two(m="z"):\n    probe(m)\ntwo()\n@logged\ndef three(m):\n    probe(m)\nthree("c")',
    'known a parameter',
    'known b parameter',
    'known c parameter',
  ],
  [
    'of a class that a decorator gives more',
    'def using(f):\n    def inner(self, *args):\n        return f(self, "a", *args)\n    return inner\nclass C:\n    @using\n    def ask(self, m, text):\n        probe(m)\n        probe(text)\nC().ask("b")',
    'known a parameter',
    'known b parameter',
  ],
]

const inTypeScript: readonly ProbedRow[] = [
  [
    'that is handed to a function',
    'function on<T>(m: string, f: (m: string) => T) { return f(m) }\non("a", (m) => probe(m))\nfunction both(f) { f("b"); f("c") }\nboth((m) => probe(m))\nconst withOptions = (f) => f({ m: "d" })\nwithOptions(({ m }) => probe(m))\nboth((m = "z") => probe(m))',
    'known a parameter',
    'oneOf b, c',
    'known d constant',
    'oneOf b, c',
  ],
  [
    'that is wrapped',
    'const using = (f: (text: string, m: string) => void, m: string) => (text: string) => f(text, m)\nconst ask = using((text, m) => probe(m), "a")\nask("Hi")',
    'known a parameter',
  ],
  ['to what calls it for each', 'const ask = (m: string) => probe(m);\n["a", "b"].map(ask)', 'oneOf a, b'],
]

describe('a function that is called back, in Python', () => {
  it.each(inPython)('%s', (_, code, ...sees) => expect(probed(python, code)).toEqual(sees))
})

describe('a function that is called back, in TypeScript', () => {
  it.each(inTypeScript)('%s', (_, code, ...sees) => expect(probed(typescript, code)).toEqual(sees))
})

it('is called by another file, with a client that is made there', async () => {
  const files = {
    'client.ts': 'import OpenAI from "openai"\nexport const withClient = (f) => f(new OpenAI(), "gpt-4o")\n',
    'app.ts':
      'import { withClient } from "./client"\nwithClient((c, model) => c.chat.completions.create({ model, messages: [] }))\n',
  }
  const session = sessionOver(files)
  session.open('app.ts', files['app.ts'])
  await session.prepare('app.ts')
  expect(session.analyse('app.ts').sites.map(({ site }) => 'model' in site && site.model)).toMatchObject([
    { is: 'known', value: 'gpt-4o' },
  ])
})
