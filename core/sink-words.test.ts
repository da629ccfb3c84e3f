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

it('takes every resource of the three clouds for a hit, priced or not, however the block is spaced', () => {
  for (const text of [
    'resource "aws_iam_role" "a" {}',
    'resource   "google_tpu_node" "a" {}',
    'resource azurerm_subnet a {}',
    'module  "vpc" {}',
  ]) {
    expect(wording(text), text).toBe('hit')
    expect(sinkWords(registry)(text), text).toBe(true)
  }
  expect(wording('resource "kubernetes_namespace" "a" {}\nvariable "resource" {}\ndata "aws_ami" "a" {}')).toBe(
    'nothing',
  )
})

it('knows what only makes a client from what calls one that another file makes', () => {
  expect(wording('from mistralai import Mistral\nclient = Mistral()')).toBe('names')
  expect(wording('from app.llm import client\nclient.chat.complete(model="gpt-4o")')).toBe('calls')
  expect(wording('def ask(client): client.chat.completions.create(model="gpt-4o", messages=[])')).toBe('hit')
  expect(wording('def start(client): client.run_instances(MinCount=1, MaxCount=1)')).toBe('hit')
  expect(wording('def start(client): client.run_instances(**what)')).toBe('calls')
  expect(sinkWords(registry)('def start(client): client.run_instances(MinCount=1, MaxCount=1)')).toBe(true)
  expect(wording('from app.llm import completion\ncompletion(model="gpt-4o")')).toBe('calls')
  expect(wording('from mistralai import Mistral\nfrom app.llm import chain\nchain.invoke("Hi")')).toBe('both')
})

it('rules out what calls nothing that could cost', () => {
  expect(wording('const row = await db.rows.remove(1)\nlog(row)')).toBe('nothing')
})

it('is let through by the words of every SDK', () => {
  const mayCost = sinkWords(registry)
  expect(registry.sdks.flatMap((sdk) => sdk.words).filter((word) => !mayCost(word))).toEqual([])
})

it.each([
  ["import OpenAI from 'npm:openai@4.28.0'", "import OpenAI from 'openai'"],
  [
    "import { createOpenAI } from 'https://esm.sh/@ai-sdk/openai@2?bundle'",
    "import { createOpenAI } from '@ai-sdk/openai'",
  ],
  ["await import('https://cdn.jsdelivr.net/npm/@google/genai@1/+esm')", "await import('@google/genai')"],
])('knows a package by its address: %s', (taken, plain) => {
  expect(wording(taken, 'typescript')).toBe(wording(plain, 'typescript'))
  expect(wording(taken, 'typescript')).not.toBe('nothing')
  expect(sinkWords(registry)(taken)).toBe(true)
})

it('takes no address of another package for that of an SDK', () => {
  expect(wording("import { serve } from 'https://deno.land/x/oak@1/mod.ts'", 'typescript')).toBe('nothing')
})

it('takes a word for an SDK only in the language that imports it so', () => {
  const text = 'note("what came from anthropic, messages.create")'
  expect(wording(text, 'python')).toBe('hit')
  // A client of another file may be asked so: that file is looked at.
  expect(wording(text, 'typescript')).toBe('calls')
  expect(wording("import { tool } from '@ai-sdk/provider-utils'", 'typescript')).toBe('nothing')
})

it('tells functions called by their names from methods, and those a text defines itself', () => {
  expect(asked('await generateText({ model })', 'typescript')).toEqual(new Set(['generateText']))
  expect(asked('await generateText({ model: await chain.invoke("Hi") })', 'typescript')).toBeUndefined()
  expect(asked('const { stream } = result.stream', 'typescript')).toEqual(new Set())
  expect(defined('export async function generateText(options) {}\nfunction other() {}')).toEqual(
    new Set(['generateText']),
  )
  expect(defined('def completion(prompt):\n    pass')).toEqual(new Set(['completion']))
})
