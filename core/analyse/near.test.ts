import { expect, test } from 'vitest'
import { fileDocument } from '../document.ts'
import { createNear, pathsIn } from './near.ts'

const nearIn = (files: Record<string, string>, read: string[] = []) =>
  createNear({
    document(file) {
      read.push(file)
      return fileDocument(file, 'typescript', files[file] ?? '')
    },
    mayConcern: (_, paths) => paths.includes('openai'),
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
  expect([...pathsIn(text, 'typescript')]).toEqual(['./a', './b', './c', './d', './e'])
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
  expect(new Set(pathsIn(text, 'python'))).toEqual(
    new Set([
      ...['os', 'os.path', 'numpy', 'as', 'np'],
      ...['.', '.prompts'],
      ...['.llm', '.llm.client', '.llm.ask', '.llm.as', '.llm.question'],
      ...['app.core', 'app.core.settings', 'app.core.tools'],
    ]),
  )
})
