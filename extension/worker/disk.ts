import { readdirSync, readFileSync, statSync } from 'node:fs'
import type { Disk } from './files.ts'

/** A file that cannot be read is a file that is not there: it may vanish at any time. */
export const disk: Disk = {
  read(file) {
    try {
      return readFileSync(file, 'utf8')
    } catch {
      return undefined
    }
  },
  list(folder) {
    try {
      return readdirSync(folder, { withFileTypes: true }).map((entry) => ({
        name: entry.name,
        kind: entry.isFile() ? 'file' : entry.isDirectory() ? 'folder' : 'other',
      }))
    } catch {
      return undefined
    }
  },
  isFile: (file) => statSync(file, { throwIfNoEntry: false })?.isFile() === true,
}
