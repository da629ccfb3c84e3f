// Who may call what another file has: asked by the file that is called, remembered so that a change of a caller reaches it.
import { isTestFile } from '../test-file.ts'
import { mayUse, type Uses } from './users.ts'

export interface CallersHost {
  users?(file: string, names: readonly string[]): readonly string[]
  open?(): Iterable<string>
  /** Undefined where nobody can read the file. */
  usesOf(file: string): Uses | undefined
  /** Does it run in tests alone? Left out: told by the whole of its name. */
  isTest?(file: string): boolean
}

interface Found {
  readonly files: readonly string[]
  readonly all: boolean
}

export interface Callers {
  /** Files that may use one of these names of a file, and of them those that are asked for; `all` is false where there are more. */
  of(file: string, names: readonly string[], only?: (user: string) => boolean): Found
  /** Files that have looked at this one for calls of theirs. */
  calledBy(file: string): Iterable<string>
  /** A file has a new text. Returns those that must look again. */
  changed(file: string): readonly string[]
  /** A file is open now, with the text it has had. Returns those that did not know of it. */
  joined(file: string): readonly string[]
  /** Files that could not be read before can be now. */
  learned(): void
}

/**
 * Files that are looked at for one function. A helper that two thousand files import would have each of them read for each of its
 * functions; what a call costs and how often it is made is told by the first few, and no value is known from some callers alone.
 */
const mostFiles = 12

export function createCallers(host: CallersHost): Callers {
  const isTest = host.isTest ?? isTestFile
  /** By file, then by names: who may use them. */
  const asked = new Map<string, Map<string, { readonly names: readonly string[]; readonly users: readonly string[] }>>()
  const callees = new Map<string, Set<string>>()
  /** Of files that are open, and of those that were. */
  const uses = new Map<string, Uses>()
  /** By a name: the files that import it, call it, or hand it to a call. */
  const named = new Map<string, Set<string>>()
  /** Every open file was looked at. */
  let complete = false

  function usersOf(file: string, names: readonly string[]): readonly string[] {
    const found = host.users?.(file, names) ?? known(file, names)
    // A test passes what the project does not, and turns as often as it likes.
    return found.filter((user) => user !== file && (isTest(file) || !isTest(user)))
  }

  function known(file: string, names: readonly string[]): readonly string[] {
    if (!complete) for (const each of host.open?.() ?? []) if (!uses.has(each)) remember(each)
    complete = true
    const naming = new Set(names.flatMap((name) => [...(named.get(name) ?? [])]))
    return [...naming].filter((user) => mayUse(uses.get(user)!, file, names)).sort()
  }

  function remember(file: string): void {
    const found = host.usesOf(file)
    if (!found) return
    uses.set(file, found)
    for (const name of found.names) {
      const users = named.get(name)
      if (users) users.add(file)
      else named.set(name, new Set([file]))
    }
  }

  function forgetUses(file: string): void {
    for (const name of uses.get(file)?.names ?? []) named.get(name)?.delete(file)
    uses.delete(file)
  }

  /** Those that ask for what a file does, by what is read of it now. */
  function newly(file: string): readonly string[] {
    // A host that knows all users has told of this one.
    if (host.users) return []
    forgetUses(file)
    if (asked.size === 0) {
      complete = false
      return []
    }
    remember(file)
    const now = uses.get(file)
    if (!now) return []
    return [...asked].flatMap(([callee, questions]) =>
      callee !== file && [...questions.values()].some(({ names }) => mayUse(now, callee, names)) ? [callee] : [],
    )
  }

  function forget(stale: readonly string[]): readonly string[] {
    for (const callee of stale) asked.delete(callee)
    return stale
  }

  return {
    of(file, names, only) {
      const key = `${only ? 'only ' : ''}${names.join('\n')}`
      const seen = asked.get(file) ?? new Map()
      asked.set(file, seen)
      const users = seen.get(key)?.users ?? usersOf(file, names).filter(only ?? (() => true))
      seen.set(key, { names, users })
      const files = users.slice(0, mostFiles)
      for (const user of files) callees.set(user, (callees.get(user) ?? new Set()).add(file))
      return { files, all: files.length === users.length }
    },
    calledBy: (file) => callees.get(file) ?? [],
    changed(file) {
      const before = callees.get(file) ?? new Set<string>()
      const now = newly(file)
      const stale = [...asked.keys()].filter(
        (callee) => callee !== file && (before.has(callee) || now.includes(callee)),
      )
      callees.delete(file)
      return forget(stale)
    },
    joined: (file) => forget(newly(file)),
    learned() {
      complete = false
    },
  }
}
