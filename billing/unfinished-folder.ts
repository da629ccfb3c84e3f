import { randomUUID } from 'node:crypto'
import { mkdir, readdir, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { StoreError } from './store-error.ts'
import { codeOf, disk } from './stores/folder/disk.ts'
import type { Texts } from './unfinished.ts'

/** One file each, so that processes which read the same do not write into each other's. */
export const textsIn = (folder: string): Texts => ({
  isLasting: true,
  get: (group, name) => disk.read(join(folder, group, name)),
  async put(group, name, text) {
    // What a company spends is nobody else's on the machine.
    await mkdir(join(folder, group), { recursive: true, mode: 0o700 })
    const path = join(folder, group, name)
    const part = `${path}.${randomUUID().slice(0, 8)}.part`
    try {
      await disk.write(part, text)
      await disk.replace(part, path)
    } catch (error) {
      await disk.remove(part)
      throw error
    }
  },
  groups: () =>
    readdir(folder).catch((error: unknown) => {
      if (codeOf(error) === 'ENOENT') return []
      throw error
    }),
  async drop(group) {
    const path = join(folder, group)
    try {
      // Another process may be writing into it.
      await rm(path, { recursive: true, force: true, maxRetries: 3 })
    } catch (cause) {
      const message = `What a provider answered before cannot be removed from ${path}: remove the folder yourself. Within an hour it is taken for what the provider says.`
      throw new StoreError(message, { cause })
    }
  },
})
