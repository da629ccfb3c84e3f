// The modules of a project that code reaches by import, each with the context its values are worked out in.
import { isDataFile } from '../data/data-files.ts'
import type { Document } from '../document.ts'
import type { Module } from '../module.ts'
import type { Context } from '../resolve/context.ts'
import { pathsOf } from '../resolve/cross.ts'
import { effort } from '../resolve/effort.ts'
import { createContext } from '../resolve/evaluate.ts'
import type { Taken } from '../resolve/offers.ts'
import { createCallers } from './callers.ts'
import { createHandedOn } from './handed-on.ts'
import { createNear } from './near.ts'
import { createScriptPaths } from './script-paths.ts'
import { signatureOf } from './signature.ts'
import { candidatesOf, filesNear } from './specifiers.ts'
import { usesOf } from './users.ts'

/** The first of several files that is there. */
export type Find = (candidates: readonly string[]) => string | undefined

export interface ProgramHost {
  /** Names a package whatever files there are: an SDK's, in whose own repository there is a folder of that name. */
  isPackage(specifier: string, language: Module['language']): boolean
  /** May a text that imports these paths hold a call, or make a client? */
  mayConcern(text: string, taken: readonly Taken[], language: Module['language']): boolean
  /** May it hold a call of what it is handed? */
  mayBeHanded(text: string, language: Module['language']): boolean
  find: Find
  /** The text of a file that is there, and of an open one as it is in its editor. */
  document(file: string): Document | undefined
  lower(document: Document): Module | undefined
  /** False for a file that surely holds no model call and makes no client; without it any may. A session whose host has it parses none in vain. */
  mayBill?(file: string): boolean
  /** Files that may import one and name one of these names, in a fixed order. Without it: of those that are open, and those that were. */
  users?(file: string, names: readonly string[]): readonly string[]
  /** Files that are open. */
  open?(): Iterable<string>
  /** Does it run in tests alone? Left out: told by the whole of its name. */
  isTest?(file: string): boolean
  /** UTF-16 units of source that may be held where one file leads to more than is held otherwise: its neighbours need the same. */
  readonly room?: number
}

export interface Program {
  /** Undefined where nobody can read the file. */
  context(file: string): Context | undefined
  /** By its text and those its imports lead to, before any is parsed: false where surely none of them holds a call. */
  mayCall(file: string, language: Module['language']): boolean
  /** A file has a new text, or is gone. Returns the files whose values this may change, itself first. */
  changed(file: string): readonly string[]
  /** A file is open now, with the text it has had. Returns the files whose values it may change as one that uses them, itself first. */
  joined(file: string): readonly string[]
  /** Files of another language can be read now. */
  learned(): void
  /** A file is no longer open, and has the text that it had: nothing that was found of it is another now. */
  left(file: string): void
  /** By a file that was worked out. */
  isImported(file: string): boolean
  /** A file has been worked out: where much is held, it is let go if nothing imports it, and where too much, everything. */
  rest(file: string): void
  /** All that is held is let go: it would be read otherwise now. */
  forget(): void
}

/** Marks a path among the imports: no import is written so. */
const dataPrefix = 'data:'

/** UTF-16 units of source whose modules are held: one takes some twenty bytes for each. */
const [muchHeld, mostHeld] = [300_000, 2_500_000]

/** UTF-16 units of source for each expression whose value is held beside: one takes some five hundred bytes. */
const unitsPerValue = 20

/** Files of which it is remembered what leads to them: of a large project that is long. */
const mostLeading = 16

interface Lowered {
  readonly document: Document
  readonly module: Module
}

interface Read extends Lowered {
  readonly context: Context
}

export function createProgram(host: ProgramHost): Program {
  const lowered = new Map<string, Lowered>()
  const read = new Map<string, Read>()
  /** Asked for again and again, by each file that imports them. */
  const unreadable = new Set<string>()
  const importers = new Map<string, Set<string>>()
  /** What leads to a file, until one more import is known: each variable of the environment asks for it. */
  const leading = new Map<string, readonly string[]>()
  /** By file, then by what it imports. */
  const targets = new Map<string, Map<string, string | undefined>>()
  const scripts = createScriptPaths({ find: host.find, text: (file) => host.document(file)?.text })
  const signatures = new Map<string, string>()
  const callers = createCallers({
    ...host,
    usesOf: (file) => {
      const isNew = !lowered.has(file)
      const found = lower(file)
      // Of each file of a large project: only what it names is kept.
      if (isNew && held > muchHeld && !importers.has(file)) drop(file)
      return found && usesOf(found.module)
    },
  })
  const near = createNear({
    ...host,
    billing(file, language, specifier) {
      const target = billing(file, language, specifier)
      if (target !== undefined && target !== file) uses(file, target)
      return target
    },
  })
  const handedOn = createHandedOn(host.document)
  const known = new Set<string>()
  /** By word, then by file. */
  const said = new Map<string, Map<string, boolean>>()
  let held = 0
  /** The most that a single file brought in, and what was held before it. */
  let [needed, before] = [0, 0]
  /** What had been worked out when the contexts were last let go. */
  let begun = effort()

  function get(file: string): Read | undefined {
    const there = read.get(file)
    if (there) return there
    const found = lower(file)
    if (!found) return undefined
    const { document, module } = found
    const context = createContext(module, {
      document,
      module: (specifier) => linked(file, module, specifier),
      mayHandOut: (specifier, name) => mayHandOut(file, module.language, specifier, name),
      data: (path) => reachedAt(file, targetOf(file, module.language, dataPrefix + path)),
      mayBill: (specifier) => billing(file, module.language, specifier) !== undefined,
      leadsToClient: () =>
        near.leads(
          file,
          module.language,
          module.imports.flatMap((found) => pathsOf(module, found)),
        ),
      get namesSdk() {
        return module.imports.some((found) => host.isPackage(found.module, module.language))
      },
      importers(names) {
        const { files, all } = callers.of(file, names)
        return { all, found: files.flatMap((user) => get(user) ?? []) }
      },
      setters(name) {
        const sets = new RegExp(settingOf(name))
        const { files } = callers.of(file, [name], (user) => sets.test(host.document(user)?.text ?? ''))
        return files.flatMap((user) => get(user) ?? [])
      },
      reaching: (word) =>
        leadingTo(file)
          .filter((each) => says(each, word))
          .flatMap((each) => get(each)?.context ?? []),
    })
    const made = { document, module, context }
    read.set(file, made)
    return made
  }

  function lower(file: string): Lowered | undefined {
    const there = lowered.get(file)
    if (there) return there
    if (unreadable.has(file)) return undefined
    const document = host.document(file)
    const module = document && host.lower(document)
    if (!document || !module) {
      if (document) unreadable.add(file)
      return undefined
    }
    const made = { document, module }
    lowered.set(file, made)
    handedOn.learn(file, module)
    held += document.text.length
    return made
  }

  function billing(file: string, language: Module['language'], specifier: string): string | undefined {
    const target = host.isPackage(specifier, language) ? undefined : targetOf(file, language, specifier)
    return target !== undefined && !isDataFile(target) && (host.mayBill?.(target) ?? true) ? target : undefined
  }

  function linked(file: string, { language }: Module, specifier: string): Context | undefined {
    if (host.isPackage(specifier, language)) return undefined
    return reachedAt(file, targetOf(file, language, specifier))
  }

  function mayHandOut(file: string, language: Module['language'], specifier: string, name: string): boolean {
    const usedBy = (user: string, used: string): string | undefined => {
      const target = host.isPackage(used, language) ? undefined : targetOf(user, language, used)
      if (target !== undefined && target !== user) uses(user, target)
      return target
    }
    const target = usedBy(file, specifier)
    return target === undefined || handedOn.may(target, name, usedBy)
  }

  function reachedAt(file: string, target: string | undefined): Context | undefined {
    if (target === undefined || target === file) return undefined
    uses(file, target)
    return get(target)?.context
  }

  function uses(file: string, target: string): void {
    const users = importers.get(target) ?? new Set()
    if (users.has(file)) return
    importers.set(target, users.add(file))
    leading.clear()
  }

  function targetOf(file: string, language: Module['language'], specifier: string): string | undefined {
    const known = of(targets, file)
    const there = known.get(specifier)
    if (there !== undefined || known.has(specifier)) return there
    const found = lookFor(file, language, specifier)
    known.set(specifier, found)
    return found
  }

  function lookFor(file: string, language: Module['language'], specifier: string): string | undefined {
    const isData = specifier.startsWith(dataPrefix)
    if (language !== 'python' && !isData) return scripts.target(file, specifier)
    const candidates = isData
      ? filesNear(file, specifier.slice(dataPrefix.length))
      : candidatesOf(file, specifier, language, undefined)
    return candidates.length === 0 ? undefined : host.find(candidates)
  }

  function says(file: string, word: string): boolean {
    const known = of(said, word)
    const there = known.get(file)
    if (there !== undefined) return there
    const document = lowered.get(file)?.document ?? host.document(file)
    const found = document?.text.includes(word) ?? false
    known.set(file, found)
    return found
  }

  /** Everything that reaches a file by imports, itself and the nearest first. */
  function leadingTo(file: string): readonly string[] {
    const there = leading.get(file)
    if (there) return there
    const found = new Set([file])
    for (const each of found) for (const user of importers.get(each) ?? []) found.add(user)
    const all = [...found]
    if (leading.size >= mostLeading) leading.clear()
    leading.set(file, all)
    return all
  }

  /** Everything that rests on a file: what imports it, and what it calls. */
  function reaching(file: string): readonly string[] {
    const found = new Set([file])
    for (const each of found) {
      for (const user of importers.get(each) ?? []) found.add(user)
      for (const callee of callers.calledBy(each)) found.add(callee)
    }
    return [...found]
  }

  function drop(file: string): void {
    held -= lowered.get(file)?.document.text.length ?? 0
    lowered.delete(file)
    read.delete(file)
    unreadable.delete(file)
  }

  function forget(): void {
    held = 0
    lowered.clear()
    unreadable.clear()
    forgetValues()
  }

  /** Together: values of one module hold expressions of others. */
  function forgetValues(): void {
    read.clear()
    begun = effort()
  }

  return {
    context: (file) => get(file)?.context,
    mayCall: near.mayCall,
    rest(file) {
      if (held > muchHeld && !importers.has(file)) drop(file)
      needed = Math.max(needed, held - before)
      const room = needed > mostHeld ? Math.min(2 * needed, host.room ?? 0) : 0
      if (held > Math.max(mostHeld, room)) forget()
      else if (held > mostHeld && effort() - begun > room / unitsPerValue) forgetValues()
      before = held
    },
    forget,
    learned() {
      unreadable.clear()
      callers.learned()
    },
    isImported: (file) => importers.has(file),
    left(file) {
      if (!importers.has(file)) drop(file)
    },
    changed(file) {
      drop(file)
      handedOn.forget(file)
      near.changed(file)
      for (const files of said.values()) files.delete(file)
      const before = signatures.get(file)
      const after = importers.has(file) ? signatureAfter(file) : undefined
      if (after !== undefined) signatures.set(file, after)
      const all = new Set(before !== undefined && before === after ? [file] : reaching(file))
      for (const [asks, found] of targets)
        for (const [specifier, to] of found) {
          // A file that is new may be what an import looked for in vain; one that is gone leaves it to the next candidate.
          const inVain = to === undefined && !known.has(file)
          if (asks === file || inVain || (to === file && !host.document(file))) found.delete(specifier)
          if (inVain) for (const each of reaching(asks)) all.add(each)
        }
      known.add(file)
      for (const callee of callers.changed(file)) for (const each of reaching(callee)) all.add(each)
      // The values of others hold expressions of the module as it was, whatever can be seen of it.
      for (const each of [...all, ...reaching(file)]) read.delete(each)
      return [...all]
    },
    joined(file) {
      known.add(file)
      unreadable.delete(file)
      const all = new Set([file])
      for (const callee of callers.joined(file)) for (const each of reaching(callee)) all.add(each)
      for (const each of all) read.delete(each)
      return [...all]
    },
  }

  function signatureAfter(file: string): string | undefined {
    const found = lower(file)
    return found && signatureOf(found.module)
  }
}

/** `config.MODEL =`, `config["MODEL"] =`, `setattr(config, "MODEL", …)` */
function settingOf(name: string): string {
  const word = name.replaceAll('$', '\\$')
  return `(?:\\.${word}|\\[\\s*["']${word}["']\\s*\\])\\s*=(?![=>])|\\bsetattr\\([^)\\n]*["']${word}["']`
}

/** What is kept of one, made empty where nothing is yet. */
function of<K, V>(kept: Map<string, Map<K, V>>, key: string): Map<K, V> {
  const there = kept.get(key)
  if (there) return there
  const made = new Map<K, V>()
  kept.set(key, made)
  return made
}
