import { expect, it } from 'vitest'
import { registry } from '../language-rules/registry.gen.ts'
import { sinkWords, wordsOf } from './sink-words.ts'

const { wording, asked, defined } = wordsOf(registry)

it('takes a file for a hit that names an SDK and a method of it', () => {
  expect(wording('from openai import OpenAI\nOpenAI().responses.create(model="gpt-4o")')).toBe('hit')
  expect(wording("import { generateText } from 'ai'\nawait generateText({})")).toBe('hit')
  expect(wording('resource "aws_instance" "a" {}')).toBe('hit')
  expect(wording('x = 1 # outlay-ignore-next-line')).toBe('hit')
})

it('knows what only makes a client from what calls one that another file makes', () => {
  expect(wording('from mistralai import Mistral\nclient = Mistral()')).toBe('names')
  expect(wording('from app.llm import client\nclient.chat.complete(model="gpt-4o")')).toBe('calls')
  expect(wording('def ask(client): client.chat.completions.create(model="gpt-4o", messages=[])')).toBe('hit')
  expect(wording('from app.llm import completion\ncompletion(model="gpt-4o")')).toBe('calls')
  expect(wording('from mistralai import Mistral\nfrom app.llm import chain\nchain.invoke("Hi")')).toBe('both')
})

it('rules out what calls nothing that could cost', () => {
  expect(wording('const row = await db.rows.remove(1)\nlog(row)')).toBe('nothing')
})

it('is let through by the words of every SDK', () => {
  const words = sinkWords(registry)
  expect(registry.sdks.flatMap((sdk) => sdk.words).filter((word) => !words.test(word))).toEqual([])
})
