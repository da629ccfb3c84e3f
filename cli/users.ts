// Which files of a tree may use what another one has, by what they import and by their words: nothing is parsed for it.
import { folderOf } from '../core/path.ts'
import { matcherFor } from '../core/resolve/match.ts'
import type { Sdk } from '../core/sdk.ts'
import { type WordsIn, wordsIn } from '../core/words-in.ts'
import { type Candidate, resolved } from './importers.ts'

/** Modules that hand on what others have are followed through so many others. */
const mostHands = 40

/** So many texts of files that are not open are kept for the next question. */
const mostTexts = 500

/** A module that hands on what others of its folder have. */
const handsOn = /(^|\/)(index|__init__)\.\w+$/

const handsOnNames = /\bexport\s*(?:\*(?:\s*as\s+\w+)?|\{[^}]*\})\s*from\b/

export type Users = (file: string, names: readonly string[]) => readonly string[]

/**
 * @param imports of all files of code
 * @param open files whose texts are held anyway
 * @returns files that may import a file and name one of the names, by path
 */
export function usersIn(
  imports: ReadonlyMap<string, Candidate>,
  open: ReadonlyMap<string, string>,
  textOf: (file: string) => string | undefined,
  sdks: readonly Sdk[],
): Users {
  let index: ((file: string) => readonly string[]) | undefined
  const reaching = new Map<string, Reaching>()
  const read = new Map<string, string>()
  const hands = new Map<string, boolean>()
  const words = new Map<string, WordsIn>()
  const texts = (file: string) => {
    const there = read.get(file) ?? textOf(file) ?? ''
    if (read.size < mostTexts && !open.has(file)) read.set(file, there)
    return there
  }
  const mayName = (file: string, names: readonly string[]) => {
    if (open.has(file)) return true
    const there = words.get(file) ?? wordsIn(texts(file))
    words.set(file, there)
    return names.some(there.mayHave)
  }
  const isHand = (file: string) => {
    const there = hands.get(file) ?? (handsOn.test(file) || handsOnNames.test(texts(file)))
    hands.set(file, there)
    return there
  }
  const direct = (file: string) => {
    index ??= indexOf(imports, sdks)
    return index(file)
  }
  const reach = (file: string) => {
    const there = reaching.get(file) ?? reachingOf(file, direct, isHand)
    reaching.set(file, there)
    return there
  }
  return (file, names) => {
    const { all, nearest } = reach(file)
    const word = new RegExp(`(?<![\\w$])(?:${names.map(escaped).join('|')})(?![\\w$])`)
    const isDefault = names.includes('default')
    return all.filter((user) => (isDefault && nearest.has(user)) || (mayName(user, names) && word.test(texts(user))))
  }
}

interface Reaching {
  /** Sorted, so that an answer does not depend on the order of files. */
  readonly all: readonly string[]
  /** Those that import the file itself. */
  readonly nearest: ReadonlySet<string>
}

/** Those that import a file, and those that import what hands it on. */
function reachingOf(
  file: string,
  direct: (file: string) => readonly string[],
  isHand: (file: string) => boolean,
): Reaching {
  const nearest = new Set(direct(file))
  const all = new Set(nearest)
  const hands = new Set([file])
  for (const hand of hands) {
    for (const user of hand === file ? nearest : direct(hand)) {
      all.add(user)
      if (hands.size < mostHands && !hands.has(user) && isHand(user)) hands.add(user)
    }
  }
  all.delete(file)
  return { all: [...all].sort(), nearest }
}

function indexOf(imports: ReadonlyMap<string, Candidate>, sdks: readonly Sdk[]): (file: string) => readonly string[] {
  const exact = new Map<string, string[]>()
  const ends = new Map<string, string[]>()
  const packages = new Map<string, boolean>()
  const isPackage = (file: string, path: string) => {
    const python = isPython(file)
    const root = python ? path.slice(0, `${path}/`.indexOf('/')) : path
    const key = `${python} ${root}`
    const there = packages.get(key) ?? matcherFor(python ? 'python' : 'typescript', sdks).knows(root)
    packages.set(key, there)
    return there
  }
  for (const [file, { imports: paths }] of imports) {
    for (const path of paths.keys()) {
      const relative = path.startsWith('.')
      if (!relative && isPackage(file, path)) continue
      const key = relative ? resolved(folderOf(file), path) : path.replace(/^[^\w/][^/]*\//, '')
      const found = relative ? exact : ends
      const there = found.get(key)
      if (there) there.push(file)
      else found.set(key, [file])
    }
  }
  return (file) => {
    const found = new Set<string>()
    // Its own path, and its folder's, whose index may hand it on.
    for (const path of [file.replace(/\.\w+$/, ''), folderOf(file)]) {
      for (const user of exact.get(path) ?? []) found.add(user)
      for (let at = path; at !== ''; at = at.includes('/') ? at.slice(at.indexOf('/') + 1) : '')
        for (const user of ends.get(at) ?? []) if (mayBegin(user, path.slice(0, -at.length - 1))) found.add(user)
    }
    return [...found]
  }
}

const isPython = (file: string) => /\.(pyi?|ipynb)$/.test(file)

/** In Python a path without dots begins in a folder above the file, or in the `src` of one: the `os` of most files is no folder `tests/os`. */
function mayBegin(user: string, folder: string): boolean {
  const above = folder.replace(/(?:^|\/)src$/, '')
  return !isPython(user) || above === '' || user.startsWith(`${above}/`)
}

const escaped = (name: string) => name.replaceAll('$', '\\$')
