import { folderOf } from '../core/path.ts'

const imports = /(?:\bfrom|\bimport|\brequire\s*\(|\bimport\s*\()\s*['"]?([\w./@~-]+)/g

/** The last name of everything a text imports: `llm` of `from app.llm import client` and of `from "../llm"`. */
export function importedNames(text: string): ReadonlySet<string> {
  const found = new Set<string>()
  for (const [, path = ''] of text.matchAll(imports)) {
    const name = path
      .replace(/\.[cm]?[jt]sx?$/, '')
      .split(/[./]/)
      .at(-1)
    if (name) found.add(name)
  }
  for (const [, list = ''] of text.matchAll(/\bimport\s+\(?([\w,\s]+)/g))
    for (const name of list.split(/[\s,]+/)) found.add(name)
  return found
}

/** The names by which a file can be imported: its own, and its folder's, which may hand on what it has. */
function namesOf(file: string): readonly string[] {
  const own = file.slice(file.lastIndexOf('/') + 1).replace(/\.\w+$/, '')
  const folder = folderOf(file)
  return [own, folder.slice(folder.lastIndexOf('/') + 1)]
}

/** Those files that import one of the others by name, or one that does. */
export function importersOf(
  files: Iterable<string>,
  candidates: ReadonlyMap<string, ReadonlySet<string>>,
): readonly string[] {
  const names = new Set([...files].flatMap(namesOf))
  const found = new Set<string>()
  for (let more = true; more; ) {
    more = false
    for (const [file, imported] of candidates) {
      if (found.has(file) || ![...imported].some((name) => names.has(name))) continue
      found.add(file)
      for (const name of namesOf(file)) names.add(name)
      more = true
    }
  }
  return [...found]
}
