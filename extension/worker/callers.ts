import { folderOf, joinPath } from '../../core/path.ts'

export interface CallersTools {
  /** The workspace's Terraform files, as far as they are on the disk. */
  list(): Promise<readonly string[]>
  read(file: string): Promise<string | undefined>
  /** Runs the step after the messages that are already waiting. */
  later(step: () => void): void
  /** Terraform files on the disk that an editor shows. */
  open(): readonly string[]
  /** Reads the folders that call what a file is of, where they are not read yet. */
  load(folders: readonly string[], file: string): Promise<void>
}

/** A module is shown as it is called: by whoever in the workspace calls it, open or not, and by those who call them. */
export interface Callers {
  /** Looks once for each folder; the workspace is listed the first time. Ends where the file is closed meanwhile. */
  find(file: string): Promise<void>
  /** The file is not what it was: it may call others. */
  changed(file: string): Promise<void>
}

/** A path to a folder beside the file; what comes from a registry is in no workspace. */
const sources = /\bsource"?\s*[=:]\s*"(\.\.?(?:\/[^"$]*)?)"/g

export function createCallers({ list, read, later, open, load }: CallersTools): Callers {
  /** By file, the folders it calls: told by the text alone. */
  const called = new Map<string, readonly string[]>()
  const looked = new Set<string>()
  let listing: Promise<string[]> | undefined

  async function note(file: string): Promise<void> {
    const text = await read(file)
    const found = text?.includes('module') ? [...text.matchAll(sources)] : []
    called.set(
      file,
      found.map(([, source]) => joinPath(folderOf(file), source!)),
    )
  }

  function above(folder: string): readonly string[] {
    const found = new Set([folder])
    for (const each of found)
      for (const [file, folders] of called) if (folders.includes(each)) found.add(folderOf(file))
    found.delete(folder)
    return [...found]
  }

  async function find(file: string): Promise<void> {
    const folder = folderOf(file)
    if (looked.has(folder) || !open().includes(file)) return
    looked.add(folder)
    listing ??= list().then((files) => [...files])
    const unread = await listing
    // In turn with the edits that arrive meanwhile; whoever asks next goes on from here.
    while (unread.length > 0) {
      await new Promise<void>((go) => later(go))
      if (!open().includes(file)) {
        looked.delete(folder)
        return
      }
      const next = unread.pop()
      if (next !== undefined) await note(next)
    }
    await load(above(folder), file)
  }

  return {
    find,
    async changed(file) {
      if (listing === undefined) return
      await note(file)
      looked.clear()
      for (const other of open()) await find(other)
    },
  }
}
