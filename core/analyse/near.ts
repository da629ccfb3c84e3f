// Whether a client may come to a module from those its imports lead to: told by their texts, so that none is parsed for it.
import type { Document } from '../document.ts'
import type { Module } from '../module.ts'
import type { Taken } from '../resolve/offers.ts'

type Language = Module['language']

export interface NearHost {
  document(file: string): Document | undefined
  /** May a text that imports these hold a call, or make a client? */
  mayConcern(text: string, taken: readonly Taken[], language: Language): boolean
  /** May it hold a call of what it is handed? */
  mayBeHanded(text: string, language: Language): boolean
  /** The file an import leads to, where that may hold a call or make a client. */
  billing(file: string, language: Language, specifier: string): string | undefined
}

export interface Near {
  /** Is one of the files that a file's imports lead to concerned? */
  leads(file: string, language: Language, paths: Iterable<string>): boolean
  /** May a file, or one of all those its imports lead to, hold a call? */
  mayCall(file: string, language: Language): boolean
  changed(file: string): void
}

/** Files that are asked, from one. */
const mostFiles = 60

interface Told {
  readonly paths: readonly string[]
  readonly concerned: boolean
  readonly handed: boolean
}

export function createNear(host: NearHost): Near {
  const told = new Map<string, Told | undefined>()

  function of(file: string, language: Language): Told | undefined {
    if (told.has(file)) return told.get(file)
    const text = host.document(file)?.text
    const found = text === undefined ? undefined : tellOf(text, language)
    told.set(file, found)
    return found
  }

  function tellOf(text: string, language: Language): Told {
    const taken = [...takenIn(text, language)]
    const concerned = host.mayConcern(text, taken, language)
    const handed = concerned || host.mayBeHanded(text, language)
    return { paths: [...new Set(taken.map(({ path }) => path))], concerned, handed }
  }

  function leads(file: string, language: Language, paths: Iterable<string>, seen: Set<string>): boolean {
    for (const path of paths) {
      const target = host.billing(file, language, path)
      if (target === undefined || seen.has(target) || seen.size > mostFiles) continue
      seen.add(target)
      const found = of(target, language)
      if (found && (found.concerned || leads(target, language, found.paths, seen))) return true
    }
    return false
  }

  return {
    leads: (file, language, paths) => leads(file, language, paths, new Set([file])),
    mayCall(file, language) {
      const reached = new Set([file])
      for (const each of reached) {
        const found = of(each, language)
        if (found?.handed ?? each === file) return true
        for (const path of found?.paths ?? []) {
          const target = host.billing(each, language, path)
          if (target !== undefined) reached.add(target)
        }
      }
      return false
    },
    changed: (file) => void told.delete(file),
  }
}

const script = /\b(?:from|import|require\s*\(|import\s*\()\s*(['"])([^'"\r\n]+)\1/g

const python =
  /\bfrom[ \t]+([\w.]+)[ \t]+import\b[ \t]*(\([^)]*\)?|(?:\\\r?\n|[^\n])*)|\bimport[ \t]+((?:\\\r?\n|[^\n])*)/g

/** All that a text may import, as `pathsOf` has it of a module; more of it where a text reads like an import. */
export function* takenIn(text: string, language: Language): Iterable<Taken> {
  if (language === 'typescript') {
    for (const { 0: whole, 2: path, index } of text.matchAll(script)) {
      const isStatic = !whole.includes('(')
      if (isStatic && isComment(text, index)) continue
      yield { path: path!, names: whole.startsWith('from') ? namesBefore(text, index) : undefined }
    }
    return
  }
  for (const [, from, taken = '', modules = ''] of text.matchAll(python)) {
    if (from !== undefined) yield { path: from }
    for (const [name] of (taken || modules).matchAll(/[\w.]+/g)) {
      if (from !== undefined) yield { path: from.endsWith('.') ? from + name : `${from}.${name}` }
      else yield* [{ path: name.split('.')[0]! }, { path: name }]
    }
  }
}

/** Does the line begin as one of a comment does? `* as all from` and `* from` go on with an import that began above. */
function isComment(text: string, at: number): boolean {
  const line = text.slice(text.lastIndexOf('\n', at - 1) + 1, at + 'from'.length)
  return /^\s*(?:\/[/*]|\*(?!\s*(?:as|from)\b))/.test(line) && !line.includes('*/')
}

/** Longer lists of names are not looked at: nobody writes them. UTF-16 units. */
const longestList = 4000

/** The names in braces before `from`; undefined where something else stands there too. */
function namesBefore(text: string, at: number): readonly string[] | undefined {
  const before = text.slice(Math.max(0, at - longestList), at)
  const list = /\b(?:import|export)\s+(?:type\s+)?\{([\w\s,$]*)\}\s*$/.exec(
    before.slice(Math.max(0, before.lastIndexOf('{') - 20)),
  )?.[1]
  return list?.split(',').flatMap((each) => /^\s*(?:type\s+)?([\w$]+)/.exec(each)?.[1] ?? [])
}
