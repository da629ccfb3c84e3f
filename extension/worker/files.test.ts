import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, it, onTestFinished } from 'vitest'
import { disk } from './disk.ts'
import { createFiles } from './files.ts'

it('goes through a folder of the disk, and not through one that only the host can see', () => {
  const root = mkdtempSync(join(tmpdir(), 'outlay-files-'))
  onTestFinished(() => rmSync(root, { recursive: true, force: true }))
  mkdirSync(join(root, 'in'))
  writeFileSync(join(root, 'a.json'), '')
  writeFileSync(join(root, 'in', 'b.json'), '')
  const files = createFiles(
    disk,
    async () => undefined,
    () => undefined,
  )
  expect(files.under(root, 1)).toEqual(['a.json'])
  expect(files.under(root, 2)).toEqual(['a.json', 'in/b.json'])
  expect(files.under(join(root, 'gone'), 1)).toBeUndefined()
  expect(files.under('vscode-vfs://github/acme/infra', 1)).toBeUndefined()
})
