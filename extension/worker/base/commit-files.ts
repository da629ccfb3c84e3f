import { filesUnder, type Held } from '../../../core/files-under.ts'
import { folderOf } from '../../../core/path.ts'
import { type Blob, type Git, isReadable } from './repository.ts'

/** The files of one commit, by absolute path: names at once, texts after they were asked for once. */
export interface CommitFiles {
  has(file: string): boolean
  /** Absolute paths. */
  all(): Iterable<string>
  /** Undefined where it is not there, or not yet: then it is wanted. */
  text(file: string): string | undefined
  /** Reads these, and all that is wanted. Returns what was wanted. */
  load(files?: readonly string[]): Promise<readonly string[]>
  /** Files in a folder. */
  list(folder: string): readonly string[]
  under(folder: string, depth: number): readonly string[] | undefined
}

export async function commitFiles(git: Git, root: string, commit: string): Promise<CommitFiles> {
  const blobs = new Map<string, Blob>()
  const folders = new Map<string, Held[]>()
  for (const [path, blob] of await git.files(root, commit)) {
    blobs.set(`${root}/${path}`, blob)
    note(folders, `${root}/${path}`, root)
  }
  const texts = new Map<string, string>()
  const wanted = new Set<string>()

  return {
    has: (file) => blobs.has(file),
    all: () => blobs.keys(),
    text(file) {
      const blob = blobs.get(file)
      if (blob === undefined) return undefined
      const text = texts.get(blob.id)
      if (text === undefined && isReadable(blob)) wanted.add(file)
      return text
    },
    async load(files = []) {
      const asked = [...wanted]
      wanted.clear()
      const ids = [...files, ...asked].flatMap((file) => {
        const blob = blobs.get(file)
        return blob === undefined || texts.has(blob.id) || !isReadable(blob) ? [] : [blob.id]
      })
      for (const [id, text] of await git.texts(root, [...new Set(ids)])) texts.set(id, text)
      return asked.filter((file) => texts.has(blobs.get(file)!.id))
    },
    list: (folder) =>
      (folders.get(folder) ?? []).flatMap(({ name, kind }) => (kind === 'file' ? [`${folder}/${name}`] : [])),
    under: (folder, depth) => filesUnder((each) => folders.get(each), folder, depth),
  }
}

/** Enters a file in its folder, and that in the one above it. */
function note(folders: Map<string, Held[]>, file: string, root: string): void {
  let path = file
  for (let kind: Held['kind'] = 'file'; path !== root; kind = 'folder') {
    const folder = folderOf(path)
    const there = folders.get(folder)
    const held = { name: path.slice(folder.length + 1), kind }
    if (there) {
      there.push(held)
      return
    }
    folders.set(folder, [held])
    path = folder
  }
}
