import { filesUnder, type Held } from '../../core/files-under.ts'
import { folderOf } from '../../core/path.ts'
import type { Answer, Ask } from '../protocol.ts'

/** The disk, where the worker has one. */
export interface Disk {
  /** Undefined where it cannot be read. */
  read(file: string): string | undefined
  list(folder: string): readonly Held[] | undefined
  isFile(file: string): boolean
}

/** Reads what is not open: the disk directly, any other file system through the extension host. */
export interface Files {
  /** Learns which files the workspace has, where this one is not on the disk: only the host can see them. */
  ready(file: string): Promise<void>
  /** At once, or undefined; what must be fetched from the host is fetched afterwards, and `arrived` is called. */
  readNow(file: string): string | undefined
  read(file: string): Promise<string | undefined>
  /** Waits for what `readNow` is fetching; false where that is nothing. */
  fetched(): Promise<boolean>
  /** Names of the files in a folder. */
  list(folder: string): Promise<readonly string[]>
  /** It is not what it was, or it is there only now. */
  forget(file: string): void
  /** Files below a folder, relative to it; undefined where they cannot be told. */
  under(folder: string, depth: number): readonly string[] | undefined
  /** The first of these that is a file. */
  find(candidates: readonly string[]): string | undefined
}

/** A path has no scheme; a URI has. A Windows drive letter is no scheme. */
export const isUri = (file: string) => /^[a-z][a-z0-9+.-]+:/i.test(file)

/** A text nobody has saved stands in no folder. */
export const isUnsaved = (file: string) => file.startsWith('untitled:')

/** Of an answer that is a list. */
export const namesIn = (answer: Answer): readonly string[] => (Array.isArray(answer) ? answer : [])

export function createFiles(
  disk: Disk,
  ask: (question: Ask) => Promise<Answer>,
  arrived: (file: string) => void,
): Files {
  const texts = new Map<string, string | undefined>()
  const fetching = new Set<Promise<void>>()
  /** Of the workspace, as far as it is on no disk; undefined until the host has told. */
  let known: Set<string> | undefined
  let listing: Promise<void> | undefined
  /** Folders of files that were looked for among them: one that is not there may be of a folder that was added since. */
  const looked = new Set<string>()

  async function fetch(file: string): Promise<string | undefined> {
    const answer = await ask({ is: 'read', uri: file })
    const text = typeof answer === 'string' ? answer : undefined
    texts.set(file, text)
    if (text === undefined) known?.delete(file)
    return text
  }

  function heldIn(folder: string): readonly Held[] | undefined {
    if (known === undefined) return undefined
    const held = new Map<string, Held>()
    for (const file of known) {
      if (!file.startsWith(`${folder}/`)) continue
      const [name = '', ...deeper] = file.slice(folder.length + 1).split('/')
      held.set(name, { name, kind: deeper.length === 0 ? 'file' : 'folder' })
    }
    return held.size === 0 ? undefined : [...held.values()]
  }

  return {
    async ready(file) {
      if (!isUri(file) || isUnsaved(file)) return
      if (!known?.has(file) && !looked.has(folderOf(file))) {
        looked.add(folderOf(file))
        listing = ask({ is: 'find-files', uri: file }).then((found) => {
          known = new Set([...(known ?? []), ...namesIn(found).filter(isUri)])
        })
      }
      await listing
    },
    readNow(file) {
      if (!isUri(file)) return disk.read(file)
      if (!texts.has(file) && known?.has(file) !== false) {
        texts.set(file, undefined)
        const done: Promise<void> = fetch(file).then((text) => {
          fetching.delete(done)
          if (text !== undefined) arrived(file)
        })
        fetching.add(done)
      }
      return texts.get(file)
    },
    async read(file) {
      return isUri(file) ? fetch(file) : disk.read(file)
    },
    async fetched() {
      if (fetching.size === 0) return false
      await Promise.all(fetching)
      return true
    },
    async list(folder) {
      if (!isUri(folder)) return (disk.list(folder) ?? []).filter(({ kind }) => kind === 'file').map(({ name }) => name)
      return namesIn(await ask({ is: 'list', uri: folder }))
    },
    forget(file) {
      texts.delete(file)
      if (isUri(file)) known?.add(file)
    },
    under: (folder, depth) => filesUnder(isUri(folder) ? heldIn : disk.list, folder, depth),
    find: (candidates) => candidates.find((file) => (isUri(file) ? known?.has(file) === true : disk.isFile(file))),
  }
}
