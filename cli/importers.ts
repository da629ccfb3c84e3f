import { folderOf } from '../core/path.ts'

const python =
  /(?:^|")[ \t]*(?:from[ \t]+([\w.]+)[ \t]+import[ \t]*(?:\(([^)]*)\)?|([\w, \t]+))|import[ \t]+([\w.,\t ]+))/gm
const script = /(?:\bfrom|\bimport|\brequire\s*\(|\bimport\s*\()\s*(['"])([\w./@~$#-]+)\1/g

/** Every path a text may import, from the folder of its file, without an extension: `../app/llm`, `app/llm`, `app/llm/client`. */
export function importsOf(file: string, text: string): ReadonlySet<string> {
  return /\.pyi?$/.test(file) || file.endsWith('.ipynb') ? pythonImports(text) : scriptImports(text)
}

function pythonImports(text: string): ReadonlySet<string> {
  const found = new Set<string>()
  const named = (list: string) => list.split(',').map((each) => /^\s*([\w.]+)/.exec(each)?.[1] ?? '')
  for (const [, from, listed, names = listed ?? '', modules = ''] of text.matchAll(python)) {
    if (from === undefined) for (const module of named(modules)) found.add(module.replaceAll('.', '/'))
    else for (const name of ['', ...named(names)]) found.add(joined(pythonPath(from), name))
  }
  found.delete('')
  return found
}

/** `..llm.client` → `../llm/client` */
function pythonPath(module: string): string {
  const dots = /^\.*/.exec(module)![0].length
  const up = dots === 0 ? '' : dots === 1 ? './' : '../'.repeat(dots - 1)
  return up + module.slice(dots).replaceAll('.', '/')
}

function scriptImports(text: string): ReadonlySet<string> {
  const found = new Set<string>()
  for (const [, , path = ''] of text.matchAll(script)) found.add(path.replace(/\.[cm]?[jt]sx?$|\/index$/, ''))
  return found
}

const joined = (folder: string, name: string) =>
  name === '' ? folder : folder === '' || folder.endsWith('/') ? folder + name : `${folder}/${name}`

/** The paths by which a file can be imported: its own, and its folder's, which may hand on what it has. */
const pathsOf = (file: string): readonly string[] => [file.replace(/\.\w+$/, ''), folderOf(file)]

/** Those files that import one of the others, or one that does. A path from nowhere known may begin at any folder, or at an alias of one. */
export function importersOf(
  files: Iterable<string>,
  candidates: ReadonlyMap<string, ReadonlySet<string>>,
): readonly string[] {
  const exact = new Map<string, string[]>()
  const ends = new Map<string, string[]>()
  for (const [file, imports] of candidates) {
    for (const path of imports) {
      const relative = path.startsWith('.')
      const key = relative ? resolved(folderOf(file), path) : path.replace(/^[^\w/][^/]*\//, '')
      const users = relative ? exact : ends
      const there = users.get(key)
      if (there) there.push(file)
      else users.set(key, [file])
    }
  }
  const found = new Set<string>()
  const reach = (users: Map<string, string[]>, path: string) => {
    for (const file of users.get(path) ?? []) found.add(file)
    users.delete(path)
  }
  const add = (file: string) => {
    for (const path of pathsOf(file)) {
      reach(exact, path)
      for (let at = path; at !== ''; at = at.includes('/') ? at.slice(at.indexOf('/') + 1) : '') reach(ends, at)
    }
  }
  for (const file of files) add(file)
  // A set hands out what is added to it meanwhile.
  for (const file of found) add(file)
  return [...found]
}

function resolved(folder: string, path: string): string {
  const parts = folder === '' ? [] : folder.split('/')
  for (const part of path.split('/')) {
    if (part === '..') parts.pop()
    else if (part !== '.' && part !== '') parts.push(part)
  }
  return parts.join('/')
}
