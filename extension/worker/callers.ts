import { folderOf } from '../../core/path.ts'
import { above, calledBy, together } from './module-calls.ts'

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
  /** Folders that are read together with these, whoever has them open. */
  around(folders: Iterable<string>): Promise<ReadonlySet<string>>
  /** The file is not what it was: it may call others. */
  changed(file: string): Promise<void>
}

export function createCallers({ list, read, later, open, load }: CallersTools): Callers {
  /** By file, the folders it calls: told by the text alone. */
  const called = new Map<string, readonly string[]>()
  const looked = new Set<string>()
  let listing: Promise<string[]> | undefined

  async function note(file: string): Promise<void> {
    called.set(file, calledBy(file, await read(file)))
  }

  /** In turn with the edits that arrive meanwhile; whoever asks next goes on from here. */
  async function noteAll(goesOn: () => boolean): Promise<boolean> {
    listing ??= list().then((files) => [...files])
    const unread = await listing
    while (unread.length > 0) {
      await new Promise<void>((go) => later(go))
      if (!goesOn()) return false
      const next = unread.pop()
      if (next !== undefined) await note(next)
    }
    return true
  }

  async function find(file: string): Promise<void> {
    const folder = folderOf(file)
    if (looked.has(folder) || !open().includes(file)) return
    looked.add(folder)
    if (!(await noteAll(() => open().includes(file)))) {
      looked.delete(folder)
      return
    }
    const found = above([folder], called)
    found.delete(folder)
    await load([...found], file)
  }

  return {
    find,
    async around(folders) {
      await noteAll(() => true)
      return together(folders, called)
    },
    async changed(file) {
      if (listing === undefined) return
      await note(file)
      looked.clear()
      for (const other of open()) await find(other)
    },
  }
}
