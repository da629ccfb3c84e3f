import { folderOf, joinPath } from '../../core/path.ts'

/** A path to a folder beside the file; what comes from a registry is in no workspace. */
const sources = /\bsource"?\s*[=:]\s*"(\.\.?(?:\/[^"$]*)?)"/g

/** Folders that a Terraform file calls: told by its text alone. */
export const calledBy = (file: string, text: string | undefined): readonly string[] =>
  text?.includes('module') ? [...text.matchAll(sources)].map(([, source]) => joinPath(folderOf(file), source!)) : []

/** Folders that call one of these, and those that call them in turn, with these. `calls`: by file, the folders it calls. */
export function above(folders: Iterable<string>, calls: ReadonlyMap<string, readonly string[]>): Set<string> {
  const found = new Set(folders)
  for (const each of found) for (const [file, called] of calls) if (called.includes(each)) found.add(folderOf(file))
  return found
}

/** Folders that are read together with these: whoever calls them, and all that those call. */
export function together(folders: Iterable<string>, calls: ReadonlyMap<string, readonly string[]>): Set<string> {
  const found = above(folders, calls)
  for (const each of found)
    for (const [file, called] of calls) if (folderOf(file) === each) for (const one of called) found.add(one)
  return found
}
