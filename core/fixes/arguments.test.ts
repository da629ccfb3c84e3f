import { describe, expect, it } from 'vitest'
import { lower as lowerPython } from '../../language-rules/languages/python/lower.ts'
import { lower as lowerTypescript } from '../../language-rules/languages/typescript/lower.ts'
import { sdk as anthropic } from '../../language-rules/sdks/anthropic.ts'
import { sdk as openai } from '../../language-rules/sdks/openai.ts'
import { type Document, fileDocument, notebookDocument } from '../document.ts'
import { findModelCalls } from '../resolve/calls.ts'
import { setArgument } from './arguments.ts'
import { hoist } from './hoist.ts'
import { applyEdits } from './text.ts'

/** The text after `name` of the first call is given the value; undefined where it cannot be. */
function withArgument(document: Document, name: string, code: string): string | undefined {
  const named = document.language === 'python' ? 'keyword' : 'record'
  const module = (named === 'keyword' ? lowerPython : lowerTypescript)(document.text, document.file)
  const call = findModelCalls(document, module, [openai, anthropic])[0]!
  const edit = setArgument(call, name, code, { document, module, named })
  const part = document.parts.find((each) => each.cell === edit?.cell)
  return edit && part && applyEdits(part.text, [edit])
}

const python = (text: string) => fileDocument('a.py', 'python', text)
const typescript = (text: string) => fileDocument('a.ts', 'typescript', text)

describe('giving a named argument a value', () => {
  it('adds it after the last one, on one line', () => {
    expect(
      withArgument(
        python('import openai\nopenai.responses.create(model="gpt-4o", input="hi")\n'),
        'max_output_tokens',
        '9',
      ),
    ).toBe('import openai\nopenai.responses.create(model="gpt-4o", input="hi", max_output_tokens=9)\n')
  })

  it('adds a line of its own where each argument has one, and keeps the trailing comma', () => {
    const before = 'import openai\nopenai.responses.create(\n    model="gpt-4o",\n    input="hi",\n)\n'
    expect(withArgument(python(before), 'max_output_tokens', '9')).toBe(
      'import openai\nopenai.responses.create(\n    model="gpt-4o",\n    input="hi",\n    max_output_tokens=9,\n)\n',
    )
  })

  it.each(['', ','])('leaves what is said behind an argument to that one: %j', (comma) => {
    const call = (rest: string) =>
      `import openai\nopenai.responses.create(\n    model="gpt-4o",\n    input="hi"${rest}\n)\n`
    expect(withArgument(python(call(`${comma}  # the question`)), 'max_output_tokens', '9')).toBe(
      call(`,  # the question\n    max_output_tokens=9${comma}`),
    )
    const script = (rest: string) =>
      `import OpenAI from 'openai'\nnew OpenAI().responses.create({\n  model: 'gpt-4o',\n  input: 'hi'${rest}\n})\n`
    expect(withArgument(typescript(script(`${comma} // the question`)), 'max_output_tokens', '9')).toBe(
      script(`, // the question\n  max_output_tokens: 9${comma}`),
    )
  })

  it('keeps the line ends of the file', () => {
    expect(
      withArgument(
        python('import openai\r\nopenai.responses.create(\r\n\tmodel="gpt-4o",\r\n\tinput="hi"\r\n)\r\n'),
        'max_output_tokens',
        '9',
      ),
    ).toBe(
      'import openai\r\nopenai.responses.create(\r\n\tmodel="gpt-4o",\r\n\tinput="hi",\r\n\tmax_output_tokens=9\r\n)\r\n',
    )
  })

  it('replaces what is written', () => {
    expect(
      withArgument(
        python('import openai\nopenai.responses.create(model="gpt-4o", max_output_tokens=5000)\n'),
        'max_output_tokens',
        '9',
      ),
    ).toBe('import openai\nopenai.responses.create(model="gpt-4o", max_output_tokens=9)\n')
  })

  it('adds an entry to the first object in TypeScript', () => {
    expect(
      withArgument(
        typescript("import OpenAI from 'openai'\nnew OpenAI().responses.create({ model: 'gpt-4o', input: '🚢 hi' })\n"),
        'max_output_tokens',
        '9',
      ),
    ).toBe(
      "import OpenAI from 'openai'\nnew OpenAI().responses.create({ model: 'gpt-4o', input: '🚢 hi', max_output_tokens: 9 })\n",
    )
  })

  it('edits nothing where the arguments are built elsewhere, perhaps for others too', () => {
    expect(
      withArgument(
        typescript("import OpenAI from 'openai'\nconst r = { model: 'gpt-4o' }\nnew OpenAI().responses.create(r)\n"),
        'max_output_tokens',
        '9',
      ),
    ).toBeUndefined()
  })

  it('edits nothing where what the function is given is handed on: a caller may give it too', () => {
    const handed = (body: string) =>
      `import openai\ndef ask(**given):\n${body}    openai.responses.create(model="gpt-4o", **PLACE)\n`
    const of = (text: string) => withArgument(python(text), 'max_output_tokens', '9')
    expect(of(handed('').replace('PLACE', 'given'))).toBeUndefined()
    expect(of(handed('    more = {"input": "hi"}\n').replace('PLACE', 'more'))).toContain(
      '**more, max_output_tokens=9)',
    )
    const script = (name: string) =>
      `import OpenAI from 'openai'\nconst more = { input: 'hi' }\nexport const ask = (given: object) =>\n  new OpenAI().responses.create({ model: 'gpt-4o', ...${name} })\n`
    expect(withArgument(typescript(script('given')), 'max_output_tokens', '9')).toBeUndefined()
    expect(withArgument(typescript(script('more')), 'max_output_tokens', '9')).toContain(
      '...more, max_output_tokens: 9 })',
    )
  })

  it('counts from the start of the cell in a notebook', () => {
    const document = notebookDocument('a.ipynb', 'python', [
      { cell: 0, text: 'import openai' },
      { cell: 3, text: 'openai.responses.create(model="gpt-4o", input="hi")' },
    ])
    expect(withArgument(document, 'max_output_tokens', '9')).toBe(
      'openai.responses.create(model="gpt-4o", input="hi", max_output_tokens=9)',
    )
  })
})

describe('moving a call to before its loop', () => {
  const hoisted = (text: string) => {
    const document = python(text)
    const module = lowerPython(text)
    const call = findModelCalls(document, module, [openai])[0]!
    const edits = hoist(call, module, document)
    return edits.length === 0 ? undefined : applyEdits(text, edits)
  }
  const ask = 'openai.responses.create(model="gpt-4o", input="hi")'

  it('takes the statement with it, at the loop’s indentation', () => {
    expect(hoisted(`import openai\ndef f(xs):\n    for x in xs:\n        a = ${ask}\n        print(x, a)\n`)).toBe(
      `import openai\ndef f(xs):\n    a = ${ask}\n    for x in xs:\n        print(x, a)\n`,
    )
  })

  it.each([
    [
      'uses what the loop binds',
      `import openai\nfor x in xs:\n    a = openai.responses.create(model="gpt-4o", input="hi", user=x)\n    print(a)\n`,
    ],
    [
      'uses what the loop makes',
      `import openai\nfor x in xs:\n    y = x\n    a = openai.responses.create(model="gpt-4o", input="hi", user=y)\n`,
    ],
    ['is all there is in the loop', `import openai\nfor x in xs:\n    print(${ask})\n`],
    ['is made on some passes only', `import openai\nfor x in xs:\n    if x:\n        print(${ask})\n    print(x)\n`],
    ['does more than keep the answer', `import openai\nfor x in xs:\n    out.append((x, ${ask}))\n    print(x)\n`],
    [
      'gives a name that is given elsewhere',
      `import openai\na = None\nfor x in xs:\n    a = ${ask}\n    print(x)\nprint(a)\n`,
    ],
    [
      'stands in a loop that its answer ends',
      `import openai\nfor x in xs:\n    a = ${ask}\n    if a.ok:\n        break\n`,
    ],
    ['stands in a while loop', `import openai\nwhile bad:\n    a = ${ask}\n    bad = judge(a)\n`],
    [
      'holds a text over several lines',
      `import openai\nfor x in xs:\n    a = openai.responses.create(model="gpt-4o", input="""hi\n    you""")\n    print(x)\n`,
    ],
    ['shares its line', `import openai\nfor x in xs:\n    print(x); print(${ask})\n    print(x)\n`],
  ])('does not where the statement %s', (_, text) => expect(hoisted(text)).toBeUndefined())
})
