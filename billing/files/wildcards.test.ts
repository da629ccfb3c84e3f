import { mkdir, mkdtemp, realpath, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join, posix, win32 } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { findFiles } from './find-files.ts'
import { splitWildcards } from './wildcards.ts'

const there = new Set(['C:\\Bills [old]', '/bills [old]'])
const isFolder = async (path: string) => there.has(path)

test.each([
  ['C:\\bills\\*.csv', 'C:\\bills', '*.csv'],
  ['C:\\*.csv', 'C:\\', '*.csv'],
  ['C:/bills/2026-*/part.parquet', 'C:\\bills', '2026-*/part.parquet'],
  ['C:\\Program Files (x86)\\bills\\**\\*.csv.gz', 'C:\\Program Files (x86)\\bills', '**/*.csv.gz'],
  ['C:\\Bills [old]\\*.csv', 'C:\\Bills [old]', '*.csv'],
  ['C:\\Bills [new]\\*.csv', 'C:\\', 'Bills [new]/*.csv'],
  ['\\\\server\\share\\*.csv', '\\\\server\\share\\', '*.csv'],
  ['\\\\server\\share\\2026-{10,11}\\part-?.csv', '\\\\server\\share\\', '2026-{10,11}/part-?.csv'],
  ['D:\\bills\\focus.csv', 'D:\\bills', 'focus.csv'],
])('on Windows %s is looked for in %s', async (path, folder, glob) => {
  expect(await splitWildcards(path, isFolder, win32)).toEqual({ folder, glob })
})

test.each([
  ['/bills/*.csv', '/bills', '*.csv'],
  ['/*.csv', '/', '*.csv'],
  ['/bills [old]/*.csv', '/bills [old]', '*.csv'],
  ['/b\\ills/@(a|b)/focus.csv', '/b\\ills', '@(a|b)/focus.csv'],
])('elsewhere %s is looked for in %s', async (path, folder, glob) => {
  expect(await splitWildcards(path, isFolder, posix)).toEqual({ folder, glob })
})

test('files of a folder whose name has brackets are found, by a name with brackets and by a glob', async () => {
  const root = await realpath(await mkdtemp(join(tmpdir(), 'outlay-')))
  onTestFinished(() => rm(root, { recursive: true }))
  const folder = join(root, 'bills [old] (x86)')
  await mkdir(folder)
  for (const name of ['bill[1].csv', 'bill (2).csv', 'other.csv']) await writeFile(join(folder, name), '')
  const paths = async (path: string) => {
    const found = await findFiles(join(folder, path))
    return found.is === 'files' ? found.paths.map((each) => each.slice(folder.length + 1)) : found.message
  }
  expect(await paths('bill*.csv')).toEqual(['bill (2).csv', 'bill[1].csv'])
  expect(await paths('bill[1].csv')).toEqual(['bill[1].csv'])
  expect(await paths('bill (3).csv')).toBe('bill (3).csv cannot be opened. Was it moved?')
})
