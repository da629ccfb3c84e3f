import { expect, test } from 'vitest'
import { fileDocument } from '../document.ts'
import { createNear, takenIn } from './near.ts'

const nearIn = (files: Record<string, string>, read: string[] = []) =>
  createNear({
    document(file) {
      read.push(file)
      return fileDocument(file, 'typescript', files[file] ?? '')
    },
    mayConcern: (_, taken) => taken.some(({ path }) => path === 'openai'),
    mayBeHanded: (text) => text.includes('completions.create'),
    billing: (_, __, specifier) => (specifier.startsWith('./') ? `${specifier.slice(2)}.ts` : undefined),
  })

test('a client two imports away may come to a file', () => {
  const near = nearIn({ 'a.ts': "export * from './b'\n", 'b.ts': "import OpenAI from 'openai'\n" })
  expect(near.leads('main.ts', 'typescript', ['./a'])).toBe(true)
  expect(near.leads('main.ts', 'typescript', ['react'])).toBe(false)
})

test('files that import each other are asked once', () => {
  const read: string[] = []
  const near = nearIn({ 'a.ts': "import { b } from './b'\n", 'b.ts': "import { a } from './a'\n" }, read)
  expect(near.leads('main.ts', 'typescript', ['./a', './b'])).toBe(false)
  expect(near.leads('other.ts', 'typescript', ['./b'])).toBe(false)
  expect(read).toEqual(['a.ts', 'b.ts'])
})

test('a file is read again once it has changed', () => {
  const files: Record<string, string> = { 'a.ts': '' }
  const near = nearIn(files)
  expect(near.leads('main.ts', 'typescript', ['./a'])).toBe(false)
  files['a.ts'] = "import OpenAI from 'openai'\n"
  near.changed('a.ts')
  expect(near.leads('main.ts', 'typescript', ['./a'])).toBe(true)
})

test('every way of importing in a script is seen', () => {
  const text = `
import a, { b } from './a'
import './b'
export * from "./c"
const d = require('./d')
const e = await import('./e')
`
  expect([...takenIn(text, 'typescript')].map(({ path }) => path)).toEqual(['./a', './b', './c', './d', './e'])
})

test('what is taken from a Python package may be a module of it', () => {
  const text = `
import os.path, numpy as np
from . import prompts
from .llm import (
    client,
    ask as question,
)
from app.core import settings, \\
    tools
`
  expect(new Set([...takenIn(text, 'python')].map(({ path }) => path))).toEqual(
    new Set([
      ...['os', 'os.path', 'numpy', 'as', 'np'],
      ...['.', '.prompts'],
      ...['.llm', '.llm.client', '.llm.ask', '.llm.as', '.llm.question'],
      ...['app.core', 'app.core.settings', 'app.core.tools'],
    ]),
  )
})

test('names that a script takes are told where nothing but names is taken', () => {
  const text = `
import type { Model, type Chat as Talk } from './types'
import all, { one } from './all'
export { ask as query } from './ask'
import {
  first, // the first
} from './first'
`
  expect([...takenIn(text, 'typescript')].map(({ path, names }) => [path, names])).toEqual([
    ['./types', ['Model', 'Chat']],
    ['./all', undefined],
    ['./ask', ['ask']],
    ['./first', undefined],
  ])
})

test('an example in a comment imports nothing', () => {
  const text = `
/**
 * import OpenAI from 'openai'
 */
// import Groq from 'groq-sdk'
export
 * from './all'
import
 * as them from './them'
`
  expect([...takenIn(text, 'typescript')].map(({ path }) => path)).toEqual(['./all', './them'])
})

test('a file neither calls nor leads to a call where no text of those it reaches could hold one', () => {
  const near = nearIn({
    'main.ts': "import { a } from './a'\n",
    'a.ts': "import { b } from './b'\n",
    'b.ts': "import { a } from './a'\n",
    'other.ts': "import { c } from './c'\n",
    'c.ts': 'export const ask = (client) => client.chat.completions.create({})\n',
  })
  expect(near.mayCall('main.ts', 'typescript')).toBe(false)
  expect(near.mayCall('other.ts', 'typescript')).toBe(true)
})
