import { expect, it } from 'vitest'
import { filesUnder, type Held } from './files-under.ts'

/** A folder by its entries: `a/` is a folder, `a@` a link. */
const tree = (folders: Readonly<Record<string, readonly string[]>>) => (folder: string) =>
  folders[folder]?.map(
    (entry): Held =>
      entry.endsWith('/')
        ? { name: entry.slice(0, -1), kind: 'folder' }
        : entry.endsWith('@')
          ? { name: entry.slice(0, -1), kind: 'other' }
          : { name: entry, kind: 'file' },
  )

const some = tree({ p: ['a.json', 'in/'], 'p/in': ['b.json', 'deep/'], 'p/in/deep': ['c.json'] })

it('names the files of a folder and of those in it, as deep as is asked for', () => {
  expect(filesUnder(some, 'p', Number.POSITIVE_INFINITY)).toEqual(['a.json', 'in/b.json', 'in/deep/c.json'])
  expect(filesUnder(some, 'p', 2)).toEqual(['a.json', 'in/b.json'])
  expect(filesUnder(some, 'p', 1)).toEqual(['a.json'])
})

it('cannot tell of a folder that is not to be read, of a link, nor of more than ten thousand names', () => {
  expect(filesUnder(some, 'gone', 1)).toBeUndefined()
  expect(filesUnder(tree({ p: ['a.json', 'l@'] }), 'p', 1)).toBeUndefined()
  const many = Array.from({ length: 10_000 }, (_, i) => `${i}`)
  expect(filesUnder(tree({ p: many }), 'p', 1)).toHaveLength(10_000)
  expect(filesUnder(tree({ p: [...many, 'in/'], 'p/in': [] }), 'p', 9)).toBeUndefined()
})

it('a folder that holds itself ends', () => {
  const endless = () => [{ name: 'in', kind: 'folder' }] as const
  expect(filesUnder(endless, 'p', Number.POSITIVE_INFINITY)).toBeUndefined()
})
