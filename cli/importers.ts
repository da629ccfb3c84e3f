import type { ScriptPaths } from '../core/analyse/script-paths.ts'
import { folderOf, relativePath } from '../core/path.ts'

const python =
  /(?:^|")[ \t]*(?:from[ \t]+([\w.]+)[ \t]+import[ \t]*(?:\(([^)]*)\)?|([\w, \t]+))|import[ \t]+([\w.,\t ]+))/gm
const script = /(?:\b(?:import|export)\b([^'"();]*)|\b(?:require|import)\s*\()\s*(['"])([\w./@~$#-]+)\2/g

/**
 * Every path a text may import, from the folder of its file, without an extension: `../app/llm`, `app/llm`, `app/llm/client`; and what is
 * taken from it, as it is written; undefined where that may be anything.
 */
export type Imports = ReadonlyMap<string, string | undefined>

/** A file whose calls may cost. */
export interface Candidate {
  readonly imports: Imports
  /** The functions it calls by their bare names; undefined where it calls methods too. */
  readonly asks?: ReadonlySet<string> | undefined
  /** The functions it defines whose names are those of an SDK's. */
  readonly defines?: ReadonlySet<string>
}

/** @param text of a plain script */
export function importsOf(file: string, text: string): Imports {
  const found = /\.pyi?$/.test(file) || file.endsWith('.ipynb') ? pythonImports(text) : scriptImports(text)
  return new Map([...found].map(([path, taken]) => [apart(path), taken === undefined ? undefined : apart(taken)]))
}

/** With what the project's own names for its folders and packages lead to, as paths from the file's folder. */
export function withTargets(file: string, imports: Imports, paths: ScriptPaths): Imports {
  if (!/\.[cm]?[jt]sx?$/.test(file)) return imports
  const found = new Map(imports)
  for (const [path, taken] of imports) {
    const target = path.startsWith('.') ? undefined : paths.target(file, path)
    if (target === undefined) continue
    const from = relativePath(folderOf(file), target.replace(/(?:\/index)?\.\w+$/, ''))
    found.set(from.startsWith('.') ? from : `./${from}`, taken)
  }
  return found
}

/** A copy: V8 keeps a piece of a text as a place in it, and the whole text with it. */
const apart = (piece: string): string => Buffer.from(piece, 'latin1').toString('latin1')

function pythonImports(text: string): Imports {
  const found = new Map<string, string | undefined>()
  const named = (list: string) => list.split(',').map((each) => /^\s*([\w.]+)/.exec(each)?.[1] ?? '')
  for (const [, from, listed, names = listed ?? '', modules = ''] of text.matchAll(python)) {
    if (from === undefined) for (const module of named(modules)) found.set(module.replaceAll('.', '/'), undefined)
    else
      for (const name of ['', ...named(names)])
        found.set(joined(pythonPath(from), name), names === '' ? undefined : names)
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

function scriptImports(text: string): Imports {
  const found = new Map<string, string | undefined>()
  for (const [, taken, , written = ''] of text.matchAll(script)) {
    const path = written.replace(/\.[cm]?[jt]sx?$|\/index$/, '')
    const before = found.has(path) ? found.get(path) : ''
    found.set(path, taken === undefined || before === undefined ? undefined : `${before},${taken}`)
  }
  return found
}

const joined = (folder: string, name: string) =>
  name === '' ? folder : folder === '' || folder.endsWith('/') ? folder + name : `${folder}/${name}`

/**
 * Those files that import one of the others, or one that does. A path from nowhere known may begin at any folder, or at an alias of one.
 * @param files each with the functions it defines: a call of one is a call of what is written there, and costs what that does
 */
export function importersOf(
  files: ReadonlyMap<string, ReadonlySet<string>>,
  candidates: ReadonlyMap<string, Candidate>,
): readonly string[] {
  const exact = new Map<string, User[]>()
  const ends = new Map<string, User[]>()
  for (const [file, { imports, asks }] of candidates) {
    for (const [path, taken] of imports) {
      const relative = path.startsWith('.')
      const key = relative ? resolved(folderOf(file), path) : path.replace(/^[^\w/][^/]*\//, '')
      const users = relative ? exact : ends
      const asked = asks && taken !== undefined ? [...asks].filter((name) => wordIn(taken, name)) : undefined
      const there = users.get(key)
      if (there) there.push({ file, asked })
      else users.set(key, [{ file, asked }])
    }
  }
  const found = new Set<string>()
  const reach = (users: Map<string, User[]>, path: string, own: ReadonlySet<string> | undefined) => {
    const there = users.get(path)
    if (there === undefined) return
    const left = there.filter(({ file, asked }) => {
      if (asked?.every((name) => own?.has(name))) return true
      found.add(file)
      return false
    })
    if (left.length > 0) users.set(path, left)
    else users.delete(path)
  }
  const inFolders = new Map<string, Set<string>>()
  const defines = (file: string, own: ReadonlySet<string> = new Set()) => {
    const folder = folderOf(file)
    const there = inFolders.get(folder) ?? new Set()
    inFolders.set(folder, there)
    for (const name of own) there.add(name)
  }
  for (const [file, own] of files) defines(file, own)
  for (const [file, candidate] of candidates) defines(file, candidate.defines)
  const reachAll = (path: string, own: ReadonlySet<string> | undefined) => {
    reach(exact, path, own)
    for (let at = path; at !== ''; at = at.includes('/') ? at.slice(at.indexOf('/') + 1) : '') reach(ends, at, own)
  }
  const add = (file: string, own?: ReadonlySet<string>) => {
    reachAll(file.replace(/\.\w+$/, ''), own)
    // A folder's index hands on what any file of it has.
    reachAll(folderOf(file), inFolders.get(folderOf(file)))
  }
  for (const [file, own] of files) add(file, own)
  // A set hands out what is added to it meanwhile.
  for (const file of found) add(file, candidates.get(file)?.defines)
  return [...found]
}

interface User {
  readonly file: string
  /** Of the functions it calls, those it takes from there; undefined where that may be anything. */
  readonly asked: readonly string[] | undefined
}

const wordIn = (text: string, name: string) => new RegExp(`\\b${name}\\b`).test(text)

export function resolved(folder: string, path: string): string {
  const parts = folder === '' ? [] : folder.split('/')
  for (const part of path.split('/')) {
    if (part === '..') parts.pop()
    else if (part !== '.' && part !== '') parts.push(part)
  }
  return parts.join('/')
}
