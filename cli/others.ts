import { filesUnder } from '../core/files-under.ts'
import { folderOf } from '../core/path.ts'
import type { SessionHost } from '../core/session.ts'
import type { FirstPass } from './first-pass.ts'
import type { Tree } from './tree.ts'

/** The other files of a tree, for what a file imports. Each folder is listed once. */
export function othersOf(tree: Tree, pass: FirstPass): NonNullable<SessionHost['others']> {
  const folders = new Map<string, ReadonlySet<string>>()
  const namesIn = (folder: string): ReadonlySet<string> => {
    const there = folders.get(folder)
    if (there) return there
    // A folder that is not there is asked for only through the folder above it.
    const above =
      folder === '' ||
      folder.startsWith('..') ||
      namesIn(folderOf(folder)).has(`${folder.slice(folder.lastIndexOf('/') + 1)}/`)
    const entries = above ? (tree.list(folder) ?? []) : []
    const names = new Set(entries.map(({ name, kind }) => (kind === 'folder' ? `${name}/` : name)))
    folders.set(folder, names)
    return names
  }
  return {
    under: (folder, depth) => filesUnder(tree.list, folder, depth),
    find: (candidates) => candidates.find((file) => namesIn(folderOf(file)).has(file.slice(file.lastIndexOf('/') + 1))),
    text(file) {
      const bytes = tree.read(file, pass.limit(file))
      return 'problem' in bytes || bytes.includes(0) ? undefined : bytes.toString('utf8')
    },
  }
}
