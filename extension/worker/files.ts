import { readdirSync, readFileSync, statSync } from 'node:fs'
import { filesUnder, type Held } from '../../core/files-under.ts'
import type { Answer, Ask } from '../protocol.ts'

/** Reads what is not open: the disk directly, any other file system through the extension host. */
export interface Files {
  /** At once, or undefined; what must be fetched from the host is fetched afterwards, and `arrived` is called. */
  readNow(file: string): string | undefined
  read(file: string): Promise<string | undefined>
  /** Names of the files in a folder. */
  list(folder: string): Promise<readonly string[]>
  forget(file: string): void
  /** Files below a folder on the disk, relative to it; undefined where they cannot be told. */
  under(folder: string, depth: number): readonly string[] | undefined
  /** The first of these that is a file on the disk; what only the host can see is not looked for. */
  find(candidates: readonly string[]): string | undefined
}

/** A path has no scheme; a URI has. A Windows drive letter is no scheme. */
export const isUri = (file: string) => /^[a-z][a-z0-9+.-]+:/i.test(file)

export function createFiles(ask: (question: Ask) => Promise<Answer>, arrived: (file: string) => void): Files {
  const fetched = new Map<string, string | undefined>()

  async function fetch(file: string): Promise<string | undefined> {
    const answer = await ask({ is: 'read', uri: file })
    const text = typeof answer === 'string' ? answer : undefined
    fetched.set(file, text)
    return text
  }

  return {
    readNow(file) {
      if (!isUri(file)) return readDisk(file)
      if (!fetched.has(file)) {
        fetched.set(file, undefined)
        void fetch(file).then((text) => {
          if (text !== undefined) arrived(file)
        })
      }
      return fetched.get(file)
    },
    async read(file) {
      return isUri(file) ? fetch(file) : readDisk(file)
    },
    async list(folder) {
      if (!isUri(folder)) return listDisk(folder)
      const answer = await ask({ is: 'list', uri: folder })
      return Array.isArray(answer) ? answer : []
    },
    forget(file) {
      fetched.delete(file)
    },
    under: (folder, depth) => (isUri(folder) ? undefined : filesUnder(heldIn, folder, depth)),
    find: (candidates) => candidates.find((file) => !isUri(file) && isFile(file)),
  }
}

/** A file that cannot be read is a file that is not there: it may vanish at any time. */
function readDisk(file: string): string | undefined {
  try {
    return readFileSync(file, 'utf8')
  } catch {
    return undefined
  }
}

const isFile = (file: string) => statSync(file, { throwIfNoEntry: false })?.isFile() === true

function heldIn(folder: string): readonly Held[] | undefined {
  try {
    return readdirSync(folder, { withFileTypes: true }).map((entry) => ({
      name: entry.name,
      kind: entry.isFile() ? 'file' : entry.isDirectory() ? 'folder' : 'other',
    }))
  } catch {
    // As of a file: it may not be there, or nobody may read it.
    return undefined
  }
}

function listDisk(folder: string): readonly string[] {
  try {
    return readdirSync(folder, { withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => entry.name)
  } catch {
    return []
  }
}
