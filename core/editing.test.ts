import { expect, it } from 'vitest'
import { loadPriceBook } from '../cli/price-book.ts'
import { registry } from '../language-rules/registry.gen.ts'
import { createSession } from './session.ts'
import { noSettings } from './settings.ts'
import { estimator } from './tokens/estimator.ts'

const prices = loadPriceBook(undefined, '2026-11-21')
const make = () => createSession({ registry, prices, tokens: () => estimator, settings: () => noSettings })

const shared = `from openai import OpenAI
MODEL = "gpt-4o"

def ask(question):
    return OpenAI().responses.create(model=MODEL, input=question, max_output_tokens=20)
`
const user = `from shared import MODEL, ask
from openai import OpenAI

def main(questions):
    for question in questions:
        ask(question)
    return OpenAI().responses.create(model=MODEL, input="hi")
`

it('what was edited in several files is read as the files are now', async () => {
  const session = make()
  const edits = [
    { 'shared.py': shared, 'main.py': user },
    { 'shared.py': `import os\n\n${shared}` },
    { 'main.py': `"""Asks."""\n${user}` },
    { 'shared.py': `import os\n\n${shared}\ndef more():\n    return ask("x")\n` },
    { 'shared.py': `import os\n${shared.replace('gpt-4o', 'gpt-4o-mini')}` },
    { 'main.py': `${user}\nask(` },
    { 'main.py': `${user}\nask("y")\n` },
  ] as const
  const texts: Record<string, string> = {}
  for (const [step, edit] of edits.entries()) {
    Object.assign(texts, edit)
    for (const [file, text] of Object.entries(edit)) session.open(file, text, step + 1)
    const fresh = make()
    for (const [file, text] of Object.entries(texts)) fresh.open(file, text)
    for (const file of Object.keys(texts)) {
      await session.prepare(file)
      await fresh.prepare(file)
    }
    for (const file of ['main.py', 'shared.py']) {
      const { version: _, ...now } = session.analyse(file)
      const { version: __, ...whole } = fresh.analyse(file)
      expect(now, `step ${step}, ${file}`).toEqual(whole)
    }
  }
})

it('what makes another of what two tests ask is seen at the second', async () => {
  const set = '        model = "gpt-4o-mini"\n        if s.kind == "a":\n            model = "gpt-4o"\n'
  const asked = '        if s.kind == "a":\n            OpenAI().responses.create(model=model, input="hi")\n'
  const all = `from openai import OpenAI\nfrom settings import s\n\ndef ask(all):\n    for q in all:\n${set}${asked}\n\n`
  const session = make()
  const modelOf = async (text: string, version: number) => {
    session.open('main.py', text, version)
    await session.prepare('main.py')
    const [site] = session.analyse('main.py').sites
    return site?.site.kind === 'model-call' ? site.site.model : undefined
  }
  expect(await modelOf(`${all}x = 1\n`, 1)).toMatchObject({ is: 'known', value: 'gpt-4o' })
  expect(await modelOf(`${all}def turn():\n    s.kind = "b"\n`, 2)).toMatchObject({ is: 'oneOf' })
})
