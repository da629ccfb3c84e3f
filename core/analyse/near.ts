// Whether a client may come to a module from those its imports lead to: told by their texts, so that none is parsed for it.
import type { Document } from '../document.ts'
import type { Module } from '../module.ts'

type Language = Module['language']

export interface NearHost {
  document(file: string): Document | undefined
  /** May a text that imports these hold a call, or make a client? */
  mayConcern(text: string, paths: readonly string[], language: Language): boolean
  /** The file an import leads to, where that may hold a call or make a client. */
  billing(file: string, language: Language, specifier: string): string | undefined
}

export interface Near {
  /** Is one of the files that a file's imports lead to concerned? */
  leads(file: string, language: Language, paths: Iterable<string>): boolean
  changed(file: string): void
}

/** Files that are asked, from one. */
const mostFiles = 60

interface Told {
  readonly paths: readonly string[]
  readonly concerned: boolean
}

export function createNear(host: NearHost): Near {
  const told = new Map<string, Told | undefined>()

  function of(file: string, language: Language): Told | undefined {
    if (told.has(file)) return told.get(file)
    const text = host.document(file)?.text
    const paths = text === undefined ? [] : [...new Set(pathsIn(text, language))]
    const found = text === undefined ? undefined : { paths, concerned: host.mayConcern(text, paths, language) }
    told.set(file, found)
    return found
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
    changed: (file) => void told.delete(file),
  }
}

const script = /\b(?:from|import|require\s*\(|import\s*\()\s*(['"])([^'"\r\n]+)\1/g

const python =
  /\bfrom[ \t]+([\w.]+)[ \t]+import\b[ \t]*(\([^)]*\)?|(?:\\\r?\n|[^\n])*)|\bimport[ \t]+((?:\\\r?\n|[^\n])*)/g

/** Every path a text may import, as `pathsOf` has them of a module; more of them where a comment or a text reads like an import. */
export function* pathsIn(text: string, language: Language): Iterable<string> {
  if (language === 'typescript') {
    for (const [, , path] of text.matchAll(script)) yield path!
    return
  }
  for (const [, from, taken = '', modules = ''] of text.matchAll(python)) {
    if (from !== undefined) yield from
    for (const [name] of (taken || modules).matchAll(/[\w.]+/g)) {
      if (from !== undefined) yield from.endsWith('.') ? from + name : `${from}.${name}`
      else yield* [name.split('.')[0]!, name]
    }
  }
}
