import { expect, it } from 'vitest'
import { registry } from '../language-rules/registry.gen.ts'
import { firstPass } from './first-pass.ts'
import { othersOf } from './others.ts'
import type { Entry, Tree } from './tree.ts'

/** A tree in memory that counts how often each folder is listed. */
function treeOf(files: Readonly<Record<string, string | Buffer>>) {
  const listed: string[] = []
  const list = (folder: string): readonly Entry[] | undefined => {
    listed.push(folder)
    const inside = Object.keys(files).filter((file) => folder === '' || file.startsWith(`${folder}/`))
    const names = inside.map((file) => file.slice(folder === '' ? 0 : folder.length + 1))
    if (names.length === 0) return undefined
    const entries = names.map((name): Entry => {
      const at = name.indexOf('/')
      return at < 0 ? { name, kind: 'file' } : { name: name.slice(0, at), kind: 'folder' }
    })
    return [...new Map(entries.map((entry) => [entry.name, entry])).values()]
  }
  const tree: Tree = {
    root: '/work',
    above: [],
    list,
    read: (file) =>
      Object.hasOwn(files, file)
        ? Buffer.from(files[file]!)
        : { problem: 'The file was gone before it could be read.' },
  }
  return { others: othersOf(tree, firstPass(registry)), listed }
}

it('finds the first of several files that is there, and no folder of that name', () => {
  const { others } = treeOf({ 'app/llm.py': '', 'app/models/__init__.py': '', 'app/z.py/inside.txt': '' })
  expect(others.find(['app/nobody.py', 'app/models.py', 'app/models/__init__.py', 'app/llm.py'])).toBe(
    'app/models/__init__.py',
  )
  expect(others.find(['app/z.py', 'llm.py'])).toBeUndefined()
})

it('lists each folder once, and none whose parent does not hold it', () => {
  const { others, listed } = treeOf({ 'app/llm.py': '' })
  for (const file of ['app/a.py', 'app/llm.py', 'src/deep/er/a.py', 'src/deep/er/b.py', 'app/b.py']) others.find([file])
  expect(listed).toEqual(['', 'app'])
})

it('gives a text, and none of what is gone or binary', () => {
  const { others } = treeOf({ 'a.py': 'MODEL = "é"', 'b.py': Buffer.from([77, 0, 1]) })
  expect(['a.py', 'b.py', 'c.py'].map(others.text)).toEqual(['MODEL = "é"', undefined, undefined])
})
