import { expect, it } from 'vitest'
import { importsOf } from './importers.ts'
import { usersIn } from './users.ts'

/** Files that may use `connect` of a file. */
function usersOf(file: string, texts: Readonly<Record<string, string>>): readonly string[] {
  const imports = new Map(Object.entries(texts).map(([path, text]) => [path, { imports: importsOf(path, text) }]))
  return usersIn(imports, new Map(), (path) => texts[path], [])(file, ['connect'])
}

it('a Python file uses what a folder above it holds, or the src of one, by a path without dots', () => {
  const texts = {
    'tools/os/files.py': 'from os import connect\n',
    'tools/run.py': 'from os.files import connect\n',
    'tools/deep/down/run.py': 'from os import files\nfiles.connect()\n',
    'other/run.py': 'import os\nos.connect()\n',
    'run.py': 'from os import connect\n',
  }
  expect(usersOf('tools/os/files.py', texts)).toEqual(['tools/deep/down/run.py', 'tools/run.py'])
  expect(usersOf('tools/src/os/files.py', texts)).toEqual([
    'tools/deep/down/run.py',
    'tools/os/files.py',
    'tools/run.py',
  ])
  expect(usersOf('os/files.py', texts)).toHaveLength(5)
})

it('a script uses what an alias or a package leads to, wherever it stands', () => {
  const texts = { 'web/page.ts': "import { connect } from '@/lib/client'\n" }
  expect(usersOf('src/lib/client.ts', texts)).toEqual(['web/page.ts'])
})
