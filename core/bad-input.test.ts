// Texts nobody hands in on purpose: what can be known of them is known, and what cannot has a name.
import { describe, expect, it } from 'vitest'
import { sessionOver } from '../test/session-over.ts'
import type { Result } from './types.ts'

async function result(file: string, text: string, disk: Readonly<Record<string, string>> = {}): Promise<Result> {
  const session = sessionOver(disk)
  session.open(file, text)
  await session.prepare(file)
  return session.analyse(file)
}

const models = ({ sites }: Result) =>
  sites.map(({ site }) => (site.kind === 'model-call' && site.model.is === 'known' ? site.model.value : '?'))
const named = ({ problems }: Result) => problems.map(({ message }) => message)

const inPython = 'import openai\nopenai.responses.create(model="gpt-4o", input="Hi")\n'
const inTypescript =
  "import OpenAI from 'openai'\nconst ai = new OpenAI()\nawait ai.responses.create({ model: 'gpt-4o', input: 'Hi' })\n"

/** A notebook of cells of code. */
const notebook = (...cells: readonly string[]) =>
  JSON.stringify({
    cells: cells.map((source) => ({ cell_type: 'code', source, outputs: [], metadata: {} })),
    metadata: {},
    nbformat: 4,
  })

describe('Python 2', () => {
  it('in a notebook costs only its own cell, which is named', async () => {
    const found = await result('old.ipynb', notebook('print "asking"\nexec "x = 1"\n', inPython, 'exec "y = 1"\n'))
    expect(models(found)).toEqual(['gpt-4o'])
    expect(found.problems.map(({ location }) => location?.cell)).toEqual([0, 2])
  })

  it('is read around its own statements, which are named', async () => {
    const old = 'print "asking"\nexec "x = 1"\ntry:\n    pass\nexcept ValueError, e:\n    raise ValueError, "no"\n'
    const found = await result('old.py', `${old}${inPython}`)
    expect(models(found)).toEqual(['gpt-4o'])
    expect(found.problems.length).toBeGreaterThan(0)
    expect(found.problems.every(({ location, message }) => location !== undefined && message.length > 10)).toBe(true)
  })
})

describe('half-typed code', () => {
  it.each([
    ['a.py', inPython, 'openai.images.generate(model="dall-e-3", prompt=f"A {cat}", extra={"a": [1, 2]})\n'],
    ['a.ts', inTypescript, 'await ai.images.generate({ model: "dall-e-3", prompt: `A ${cat}`, more: { a: [1] } })\n'],
  ])('in %s keeps the call before it at every letter', async (file, before, typed) => {
    for (let at = 0; at <= typed.length; at++) {
      const found = await result(file, before + typed.slice(0, at))
      expect(models(found)[0], typed.slice(0, at)).toBe('gpt-4o')
    }
    expect(models(await result(file, before + typed))).toEqual(['gpt-4o', 'dall-e-3'])
  })

  it.each([
    ['a.py', 'def broken(:\n    x = [1,\n\n\n', inPython],
    ['a.ts', 'const broken = (a { return [1, ;\n\n', inTypescript],
  ])('in %s is a problem with a place, and the rest is read', async (file, broken, rest) => {
    const found = await result(file, broken + rest)
    expect(models(found)).toEqual(['gpt-4o'])
    expect(found.problems[0]).toMatchObject({ file, location: { file }, message: expect.stringMatching(/.{10}/) })
  })

  it('in the cell of a notebook keeps the cells before and after it at every letter', async () => {
    const typed = 'answer = ask(f"A {cat}", [{"a": 1}], """long\ntext""")\n'
    for (let at = 0; at <= typed.length; at++) {
      const found = await result('a.ipynb', notebook(inPython, typed.slice(0, at), 'x = 1', inPython))
      const cells = found.problems.map(({ location }) => location?.cell)
      expect([models(found), cells.filter((cell) => cell !== 1)], typed.slice(0, at)).toEqual([
        ['gpt-4o', 'gpt-4o'],
        [],
      ])
    }
  })

  it.each([
    'x = [1,',
    'x = f(',
    'x = {',
    'x = """text',
    "x = '''text",
    'x = "text',
    'def f(:',
    'if x:',
    '@f',
    'x = \\\\',
  ])('that is %s is named in its own cell only, and names go on from cell to cell', async (broken) => {
    const ask = 'OpenAI().responses.create(model=MODEL, input="Hi")'
    const found = await result(
      'a.ipynb',
      notebook('from openai import OpenAI', broken, 'MODEL = "gpt-4o"', broken, ask),
    )
    expect(models(found)).toEqual(['gpt-4o'])
    expect(found.problems.map(({ location }) => location?.cell)).toEqual([1, 3])
  })
})

describe('a generated file of 20,000 lines', () => {
  it.each([
    ['a.py', (n: number) => `def made_${n}(a, b=${n}):\n    return {"id": ${n}, "name": f"n {a}"}`, inPython],
    ['a.ts', (n: number) => `export function made${n}(a: string) {\n  return { id: ${n}, a }\n}`, inTypescript],
  ])('%s is read to its end', async (file, line, call) => {
    const lines = Array.from({ length: 10_000 }, (_, n) => line(n)).join('\n')
    const found = await result(file, `${lines}\n${call}`)
    expect([models(found), named(found)]).toEqual([['gpt-4o'], []])
  })

  it('of which a notebook has one in a cell is read to its end', async () => {
    const lines = Array.from({ length: 20_000 }, (_, n) => `row_${n} = {"id": ${n}, "name": f"n {a}"}`).join('\n')
    const found = await result('a.ipynb', notebook(lines, inPython))
    expect([models(found), named(found)]).toEqual([['gpt-4o'], []])
  })
})

describe('a minified bundle', () => {
  it('is left alone and said', async () => {
    const found = await result('bundle.js', `${inTypescript}${'var a=1;'.repeat(5_000)}`)
    expect([models(found), named(found)]).toEqual([[], ['Skipped: this file is minified.']])
  })

  it('of Python, or in a cell, is read: one line may hold a long text', async () => {
    const line = `${'a=1;'.repeat(5_000)}text="${'word '.repeat(5_000)}"\n`
    expect(models(await result('a.py', line + inPython))).toEqual(['gpt-4o'])
    expect(models(await result('a.ipynb', notebook(line, inPython)))).toEqual(['gpt-4o'])
  })
})

const deep = 5_000
/** A line each, for lines nobody writes are a minified file's. */
const nested = (open: string, inside: string, close: string) =>
  `${open}\n`.repeat(deep) + inside + `${close}\n`.repeat(deep)

/** Brackets deeper than a parser's stack: what is inside is left out, what stands around it is read. */
const tooDeep: readonly (readonly [string, string, string])[] = [
  ['parentheses, Python', 'a.py', `x = ${nested('(', '1', ')')}\n`],
  ['calls, Python', 'a.py', `x = ${nested('f(', '1', ')')}\n`],
  ['records, Python', 'a.py', `x = ${nested('{"a": ', '1', '}')}\n`],
  ['subscripts, Python', 'a.py', `x = ${nested('a[', '0', ']')}\n`],
  ['choices in brackets, Python', 'a.py', `x = ${nested('(1 if a else', '2', ')')}\n`],
  ['parentheses', 'a.ts', `x = ${nested('(', '1', ')')}\n`],
  ['calls', 'a.ts', `x = ${nested('f(', '1', ')')}\n`],
  ['lists', 'a.ts', `x = ${nested('[', '1', ']')}\n`],
  ['records', 'a.ts', `x = ${nested('{a: ', '1', '}')}\n`],
  ['callbacks', 'a.ts', `${nested('f(() => {', '', '})')}\n`],
  ['callbacks of then', 'a.ts', `${nested('a.then(() => ', '1', ')')}\n`],
  ['choices in brackets', 'a.ts', `x = ${nested('a ? (', '1', ') : 2')}\n`],
  ['blocks', 'a.ts', `${nested('if (a) {', '', '}')}\n`],
  ['templates', 'a.ts', `x = ${nested('`a ${', '1', '}`')}\n`],
  ['brackets that nobody closed', 'a.ts', `{\n`.repeat(deep)],
]

/** Nothing that a bracket marks: the file is not read, and that is said. */
const unread: readonly (readonly [string, string])[] = [
  ['elements', `x = ${nested('<a>', '', '</a>')}\n`],
  ['arrow functions', `x = ${'a =>\n'.repeat(deep)}1\n`],
  ['signs', `x = ${'!\n'.repeat(deep)}1\n`],
]

/** As long as anybody's, and not deep for a reader: everything after it is found. */
const long: readonly (readonly [string, string, string])[] = [
  ['sums, Python', 'a.py', `x = ${'a + '.repeat(deep)}1\n`],
  ['chains, Python', 'a.py', `x = (a${'\n.then(b)'.repeat(deep)})\n`],
  ['choices, Python', 'a.py', `x = (${'1 if a else\n'.repeat(deep)}2)\n`],
  ['lambdas, Python', 'a.py', `x = ${'lambda: '.repeat(deep)}1\n`],
  ['texts, Python', 'a.py', `x = ${'"a" + '.repeat(deep)}"b"\nopenai.responses.create(model=x, input=x)\n`],
  ['elif, Python', 'a.py', `if a == 0:\n    b = 0\n${'elif a == 1:\n    b = 1\n'.repeat(deep)}`],
  ['sums', 'a.ts', `x = ${'a +\n'.repeat(deep)}1\n`],
  ['else if', 'a.ts', `if (a) b()\n${'else if (a) b()\n'.repeat(deep)}`],
  ['chains', 'a.ts', `x = a${'\n.then(b)'.repeat(deep)}\n`],
  ['chains of callbacks', 'a.ts', `x = a${'\n.then((b) => {\n c(b)\n})'.repeat(deep)}\n`],
  ['choices', 'a.ts', `x = ${'a ? b :\n'.repeat(deep)}c\n`],
  [
    'names',
    'a.ts',
    `${Array.from({ length: deep }, (_, n) => `const n${n + 1} = n${n}`).join('\n')}\nn${deep}.create()\n`,
  ],
]

describe('what nests deeper than anybody writes', () => {
  it.each(tooDeep)('%s: is named, and the calls around it are found', async (name, file, text) => {
    const call = file === 'a.py' ? inPython : inTypescript
    const found = await result(file, name.includes('nobody') ? call + text : call + text + call)
    expect(models(found)).toEqual(name.includes('nobody') ? ['gpt-4o'] : ['gpt-4o', 'gpt-4o'])
    expect(named(found)[0]).toMatch(/^Brackets are nested more than 200 levels deep/)
  })

  it('in a cell of a notebook: costs only that cell', async () => {
    const found = await result('a.ipynb', notebook(inPython, `x = ${nested('f(', '1', ')')}\n`, inPython))
    expect(models(found)).toEqual(['gpt-4o', 'gpt-4o'])
    expect(found.problems.map(({ location }) => location?.cell)).toEqual([1])
  })

  it.each(unread)('%s: is named', async (_, text) => {
    expect(named(await result('a.tsx', text + inTypescript))).toEqual([expect.stringMatching(/nested too deeply/i)])
  })

  it.each(long)('%s: does not run out of stack', async (_, file, text) => {
    const found = await result(file, text + (file === 'a.py' ? inPython : inTypescript))
    expect(models(found).at(-1) === 'gpt-4o' || named(found).some((message) => /nested/i.test(message))).toBe(true)
  })
})

describe('files that import each other', () => {
  it('are followed once, by name and by star, in both languages', async () => {
    const ring = {
      'b.py': 'from c import *\nfrom a import MODEL\n',
      'c.py': 'from b import *\nfrom a import *\nNAME = "gpt-4o"\n',
      'b.ts': "export * from './c'\nexport { model } from './a'\n",
      'c.ts': "export * from './b'\nexport * from './a'\nexport const name = 'gpt-4o'\n",
    }
    const py = 'from openai import OpenAI\nfrom b import NAME, OTHER\n'
    const ts = "import OpenAI from 'openai'\nimport { name, other } from './b'\nconst ai = new OpenAI()\n"
    const asks = (model: string) => `OpenAI().responses.create(model=${model}, input="Hi")\n`
    const askIn = (model: string) => `ai.responses.create({ model: ${model}, input: 'Hi' })\n`
    expect(models(await result('a.py', py + asks('NAME') + asks('OTHER'), ring))).toEqual(['gpt-4o', '?'])
    expect(models(await result('a.ts', ts + askIn('name') + askIn('other'), ring))).toEqual(['gpt-4o', '?'])
  })

  it('and hand on a client that each makes of the other, end in no value: its path alone tells the call', async () => {
    const disk = {
      'b.py': 'import a\ndef client():\n    return a.client()\n',
      'a.py': 'import b\ndef client():\n    return b.client()\nclient().responses.create(model="gpt-4o", input="Hi")\n',
    }
    expect(models(await result('a.py', disk['a.py'], disk))).toEqual(['gpt-4o'])
  })

  it('are followed once from a notebook too, and a file that imports itself is no more than itself', async () => {
    const ring = {
      'b.py': 'from c import *\nimport b\n',
      'c.py': 'from b import *\nfrom c import NAME\nNAME = "gpt-4o"\n',
    }
    const cells = ['from openai import OpenAI\nfrom b import NAME', 'OpenAI().responses.create(model=NAME, input="Hi")']
    expect(models(await result('a.ipynb', notebook(...cells), ring))).toEqual(['gpt-4o'])
    expect(models(await result('a.py', `from a import MODEL\nMODEL = "gpt-4o"\n${cells.join('\n')}`, ring))).toEqual([
      'gpt-4o',
    ])
  })
})

describe('a notebook with 500 cells', () => {
  const cells = Array.from({ length: 500 }, (_, n) => `%time\nvalue_${n} = [i for i in range(${n})]\n!ls -l\n`)
  cells[0] = 'from openai import OpenAI\nclient = OpenAI()\nMODEL = "gpt-4o"\n'
  cells[250] = 'def broken(:\n'
  cells[499] = '%pip install x\nclient.responses.create(model=MODEL, input="Hi")\n'
  const text = notebook(...cells)

  it('is read across them, the broken one is named with its cell, and a place is in its cell', async () => {
    const found = await result('long.ipynb', text)
    expect(models(found)).toEqual(['gpt-4o'])
    expect(found.sites[0]!.site.location).toMatchObject({ cell: 499, span: [15, 63] })
    expect(found.problems.map(({ location }) => location?.cell)).toContain(250)
  })
})

describe('a text that is not UTF-8', () => {
  // What decoding leaves of a letter it cannot read.
  it.each([
    ['a.py', `name = "caf\ufffd"  # \ufffd\n${inPython}`],
    ['a.ts', `const name = "caf\ufffd" // \ufffd\n${inTypescript}`],
    ['a.ipynb', notebook('name = "caf\ufffd"', inPython)],
  ])('is read around the letters that are lost: %s', async (file, text) => {
    const found = await result(file, text)
    expect([models(found), named(found)]).toEqual([['gpt-4o'], []])
  })

  it.each(['a.py', 'a.ts', 'a.ipynb'])('of two bytes a letter is left alone and said: %s', async (file) => {
    expect(named(await result(file, [...inPython].join('\0')))).toEqual([expect.stringMatching(/binary|no valid JSON/)])
  })
})

describe('a state that is copied in many places', () => {
  it('is worked out once for each: the copies hold each other, in every order', async () => {
    const copies = Array.from(
      { length: 16 },
      (_, i) => `export const set${i} = (n) => { state = { ...state, n, k${i}: n } }\n`,
    )
    const text = `import OpenAI from 'openai'
let state = { client: new OpenAI(), n: 0 }
${copies.join('')}
export const ask = () => state.client.responses.create({ model: 'gpt-4o', input: 'Hi' })
`
    expect(models(await result('state.ts', text))).toEqual(['gpt-4o'])
  })
})
