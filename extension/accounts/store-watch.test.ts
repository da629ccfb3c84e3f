import { mkdtempSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { createStoreWatch } from './store-watch.ts'

let folder: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'outlay-watch-'))
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

/** As the store does. */
function swap(): void {
  writeFileSync(join(folder, 'manifest.new'), '{}')
  renameSync(join(folder, 'manifest.new'), join(folder, 'manifest.json'))
}

const place = () => ({ is: 'folder', folder, tags: [] }) as const

test('another manifest is told once, other files are not, and nothing is after nobody looks', async () => {
  const changed = vi.fn()
  const watching = createStoreWatch(changed)
  watching.on(place())
  writeFileSync(join(folder, 'part.parquet'), '')
  await new Promise((done) => setTimeout(done, 300))
  expect(changed).not.toHaveBeenCalled()
  swap()
  swap()
  await vi.waitFor(() => expect(changed).toHaveBeenCalled())
  await new Promise((done) => setTimeout(done, 300))
  expect(changed).toHaveBeenCalledTimes(1)
  watching.off()
  swap()
  await new Promise((done) => setTimeout(done, 300))
  expect(changed).toHaveBeenCalledTimes(1)
})

test('a folder that is not there is not watched, and is once it is there', async () => {
  const changed = vi.fn()
  const watching = createStoreWatch(changed)
  const { tags } = place()
  watching.on({ is: 'folder', folder: join(folder, 'later'), tags })
  watching.on(place())
  swap()
  await vi.waitFor(() => expect(changed).toHaveBeenCalledTimes(1))
  watching.off()
})
