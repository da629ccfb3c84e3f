import { expect, it } from 'vitest'
import { importersOf, importsOf } from './importers.ts'

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
  const candidates = new Map(Object.entries(texts).map(([file, text]) => [file, importsOf(file, text)]))
  expect(importersOf(['app/llm.py', 'web/llm/client.ts'], candidates).toSorted()).toEqual([
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
