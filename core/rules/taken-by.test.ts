import { expect, it } from 'vitest'
import { sessionOver } from '../../test/session-over.ts'
import { applyEdits } from '../fixes/text.ts'
import { takenBy, takenByAll } from './taken-by.ts'

const openai = 'from openai import OpenAI\nclient = OpenAI()\n'

/** The text with the edits of the first call; undefined where it cannot be moved. */
async function moved(file: string, code: string, id: string, edits = takenByAll) {
  const session = sessionOver({})
  session.open(file, code)
  const { sites } = await session.settled(file)
  const call = sites[0]?.site
  if (call?.kind !== 'model-call') throw new Error('no call')
  const made = edits(id, call, { document: session.document(file)!, sites })
  const all = made.flatMap((edit) => edit ?? [])
  return all.length < made.length ? undefined : applyEdits(code, all)
}

const inPython = (call: string, id = 'gpt-5.2') => moved('a.py', openai + call, id)

it('names the limit as models that think take it, however it is written', async () => {
  expect(await inPython('client.chat.completions.create(model="gpt-4o", max_tokens = 5, messages=[])')).toContain(
    'max_completion_tokens = 5',
  )
  const given =
    'params = {"model": "gpt-4o", "max_tokens": 5, "messages": []}\nclient.chat.completions.create(**params)\n'
  expect(await inPython(given)).toContain('"max_completion_tokens": 5')
  const short = `import OpenAI from 'openai'
const max_tokens = 5
await new OpenAI().chat.completions.create({ model: 'gpt-4o', max_tokens, messages: [] })
`
  expect(await moved('a.ts', short, 'gpt-5.2')).toContain(
    "{ model: 'gpt-4o', max_completion_tokens: max_tokens, messages",
  )
})

it('does so at every call whose model is written at one place, and at no other', async () => {
  const code = `${openai}MODEL = "gpt-4o"
client.chat.completions.create(model=MODEL, max_tokens=5, messages=[])
client.chat.completions.create(model=MODEL, max_tokens=6, messages=[])
client.chat.completions.create(model="gpt-4o", max_tokens=7, messages=[])
`
  const all = await moved('a.py', code, 'gpt-5.2')
  expect(all?.match(/max_(completion_)?tokens=\d/g)).toEqual([
    'max_completion_tokens=5',
    'max_completion_tokens=6',
    'max_tokens=7',
  ])
  const one = await moved('a.py', code, 'gpt-5.2', (id, call, { document }) => takenBy(id, call, document))
  expect(one?.match(/max_completion_tokens=\d/g)).toEqual(['max_completion_tokens=5'])
})

it.each([
  ['a model that does not think', 'gpt-4o-mini'],
  ['one that only chats', 'gpt-5-chat-latest'],
])('leaves what %s takes', async (_, id) => {
  const call = 'client.chat.completions.create(model="gpt-4o", max_tokens=5, temperature=0, messages=[])\n'
  expect(await inPython(call, id)).toBe(openai + call)
})

it('leaves a library to name it', async () => {
  const code = 'from langchain_openai import ChatOpenAI\nChatOpenAI(model="gpt-4o", max_tokens=5).invoke("a")\n'
  expect(await moved('a.py', code, 'gpt-5.2')).toBe(code)
})

it('moves no call to a model that refuses how it is to answer', async () => {
  const call = 'client.chat.completions.create(model="gpt-4o", temperature=0, messages=[])\n'
  expect(await inPython(call, 'gpt-5-nano')).toBeUndefined()
  expect(await inPython(call)).toBe(openai + call)
  const claude =
    'import anthropic\nanthropic.Anthropic().messages.create(model="claude-opus-4-1", max_tokens=5, temperature=0, messages=[])\n'
  expect(await moved('a.py', claude, 'claude-opus-4-8')).toBeUndefined()
  expect(await moved('a.py', claude, 'claude-opus-4-5')).toBe(claude)
})

it('offers nothing where the limit stands in another file', async () => {
  const session = sessionOver({ 'limits.py': 'LIMITS = {"max_tokens": 5}\n' })
  const code = `from limits import LIMITS\n${openai}client.chat.completions.create(model="gpt-4o", messages=[], **LIMITS)\n`
  session.open('a.py', code)
  const { sites } = await session.settled('a.py')
  const call = sites[0]?.site
  if (call?.kind !== 'model-call') throw new Error('no call')
  expect(takenBy('gpt-5.2', call, session.document('a.py')!)).toEqual([undefined])
})
