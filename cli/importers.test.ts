import { describe, expect, it } from 'vitest'
import { importersOf, importsOf } from './importers.ts'

const sources = (files: readonly string[]) => new Map(files.map((file) => [file, new Set<string>()]))
const candidates = (texts: Readonly<Record<string, string>>) =>
  new Map(Object.entries(texts).map(([file, text]) => [file, { imports: importsOf(file, text) }]))
const all = (file: string, text: string) => [...importsOf(file, text).keys()].sort()

describe('what a file imports', () => {
  it('in Python is a module, what is taken from it, and what dots lead to', () => {
    expect(
      all('a.py', 'import app.llm, os as o\nfrom .llm import client\nfrom ..core import (a,\n  b as c)\n'),
    ).toEqual(['../core', '../core/a', '../core/b', './llm', './llm/client', 'app/llm', 'os'])
  })

  it('in a notebook is found in the lines of its cells', () => {
    expect(all('a.ipynb', '{"source": [\n "from llm import client\\n",\n "import tools\\n"]}')).toEqual([
      'llm',
      'llm/client',
      'tools',
    ])
  })

  it('in a script is what stands after from, import and require, without extension and index', () => {
    const text =
      "import { a } from './llm.js'\nexport * from '../core/index'\nconst x = require('@/lib/x')\nimport('./late')\n"
    expect(all('a.ts', text)).toEqual(['../core', './late', './llm', '@/lib/x'])
  })
})

describe('the files that import others', () => {
  const closure = (hits: readonly string[], texts: Readonly<Record<string, string>>) =>
    [...importersOf(sources(hits), candidates(texts))].sort()

  it('are found through those that import them, whatever their order', () => {
    const texts = {
      'app/routes.py': 'from app.service import answer\n',
      'app/service.py': 'from .llm import client\n',
      'app/other.py': 'from .nobody import client\n',
      'app/main.py': 'from app import routes\n',
    }
    expect(closure(['app/llm.py'], texts)).toEqual(['app/main.py', 'app/routes.py', 'app/service.py'])
  })

  it('are found by an alias of a folder, and by a folder that hands on what it has', () => {
    const texts = {
      'web/page.ts': "import { ask } from '@/lib/llm'\n",
      'web/panel.ts': "import { ask } from '../src/lib'\n",
      'web/none.ts': "import { ask } from '../src/elsewhere'\n",
    }
    expect(closure(['src/lib/llm.ts'], texts)).toEqual(['web/page.ts', 'web/panel.ts'])
  })

  it('are those that call what no file of that folder defines itself, where they call functions alone', () => {
    const own = new Map([
      ['ai/generate.ts', new Set(['generateText'])],
      ['ai/embed.ts', new Set(['embed'])],
    ])
    const found = (text: string, ...asks: string[]) =>
      importersOf(own, new Map([['ai/use.ts', { imports: importsOf('use.ts', text), asks: new Set(asks) }]]))
    expect(found("import { generateText } from './generate'", 'generateText')).toEqual([])
    expect(found("import { embed } from '.'", 'embed')).toEqual([])
    expect(found("import * as generate from './generate'", 'streamText')).toEqual([])
    expect(found("import { generateText, streamText } from './generate'", 'streamText')).toEqual(['ai/use.ts'])
    expect(found("const { streamText } = await import('./generate')", 'streamText')).toEqual(['ai/use.ts'])
  })

  it('end where files import each other, and are none of what imports no hit', () => {
    const ring = { 'a.ts': "import './b'\n", 'b.ts': "import './a'\n" }
    expect(closure([], ring)).toEqual([])
    expect(closure(['c.ts'], ring)).toEqual([])
    expect(closure(['b.ts'], { 'a.ts': ring['a.ts'] })).toEqual(['a.ts'])
  })

  it('are found along a long chain in no time', () => {
    const chain = Object.fromEntries(
      Array.from({ length: 2000 }, (_, n) => [`f${2000 - n}.ts`, `import './f${1999 - n}'\n`]),
    )
    const start = performance.now()
    expect(closure(['f0.ts'], chain)).toHaveLength(2000)
    expect(performance.now() - start).toBeLessThan(2000)
  })
})

const texts = {
  'app/answer.py': 'import os\nfrom .llm import client\nfrom x.y import z\n',
  'app/api/chat.py': 'from ..llm import (\n  client,  # shared\n  MODEL,\n)\n',
  'app/api/edit.py': 'from app import llm\n',
  'app/api/list.py': 'import app.llm as one, other\n',
  'app/deep.py': 'from app.api.chat import answer\n',
  'app/logs.py': 'from app.log import llm_logger\nimport lib.llm\n',
  'other/llm_tests.py': 'from .llm import client\n',
  'web/a.ts': "import { client } from './llm/client.js'\n",
  'web/b.ts': "const { client } = await import('@/llm/client')\n",
  'web/c.ts': "export * from './llm'\n",
  'web/d.ts': "import { client } from './client'\n",
}

it('reads on in files that import a hit, by path, or one that does', () => {
  expect(importersOf(sources(['app/llm.py', 'web/llm/client.ts']), candidates(texts)).toSorted()).toEqual([
    'app/answer.py',
    'app/api/chat.py',
    'app/api/edit.py',
    'app/api/list.py',
    'app/deep.py',
    'web/a.ts',
    'web/b.ts',
    'web/c.ts',
  ])
})
