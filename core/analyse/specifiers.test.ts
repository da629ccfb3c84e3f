import { expect, it } from 'vitest'
import { candidatesOf, configsAbove } from './specifiers.ts'

const python = (file: string, specifier: string) => candidatesOf(file, specifier, 'python', undefined)
const script = (file: string, specifier: string, paths: Record<string, string[]> = {}) =>
  candidatesOf(file, specifier, 'typescript', { folder: 'web', paths })

it('looks for a Python module beside the file, in every folder above, and in src', () => {
  expect(python('app/api/ask.py', 'app.llm')).toEqual([
    'app/api/app/llm.py',
    'app/api/app/llm/__init__.py',
    'app/api/src/app/llm.py',
    'app/api/src/app/llm/__init__.py',
    'app/app/llm.py',
    'app/app/llm/__init__.py',
    'app/src/app/llm.py',
    'app/src/app/llm/__init__.py',
    'app/llm.py',
    'app/llm/__init__.py',
    'src/app/llm.py',
    'src/app/llm/__init__.py',
  ])
})

it('counts the dots of a relative Python import, and does not leave the root', () => {
  expect(python('app/api/ask.py', '.llm')).toEqual(['app/api/llm.py', 'app/api/llm/__init__.py'])
  expect(python('app/api/ask.py', '..')).toEqual(['app/__init__.py'])
  expect(python('ask.py', '..llm')).toEqual([])
})

it('tries every extension of a script, and takes .js for .ts', () => {
  expect(script('web/lib/ask.ts', './llm.js')[0]).toBe('web/lib/llm.js')
  expect(script('web/lib/ask.ts', './llm.js')).toContain('web/lib/llm.ts')
  expect(script('web/lib/ask.ts', '../llm')).toContain('web/llm/index.tsx')
  expect(script('web/lib/ask.ts', 'openai')).toEqual([])
})

it('follows the paths of tsconfig.json', () => {
  expect(script('web/app/page.tsx', '@/lib/ai', { '@/*': ['./src/*'] })[0]).toBe('web/src/lib/ai.ts')
  expect(script('web/app/page.tsx', 'ai-kit', { 'ai-kit': ['lib/kit.ts'] })[0]).toBe('web/lib/kit.ts')
})

it('keeps what a whole path or a URI begins with', () => {
  expect(python('/home/me/ask.py', '.llm')).toEqual(['/home/me/llm.py', '/home/me/llm/__init__.py'])
  expect(candidatesOf('C:/me/ask.ts', './llm', 'typescript', undefined)[0]).toBe('C:/me/llm.ts')
  expect(candidatesOf('file:///me/ask.ts', '../llm', 'typescript', undefined)[0]).toBe('file:///llm.ts')
  expect(configsAbove('/home/me/ask.ts', 'tsconfig.json')).toEqual([
    '/home/me/tsconfig.json',
    '/home/tsconfig.json',
    '/tsconfig.json',
  ])
})
