// What an answer was worked out from: what was asked of its module as a whole, by name. While nothing that has one of these names changes,
// the answer stays what it is. The rest of what it needs stands in the top-level statements that these lead to.
import { count, type Part } from './reach.ts'

/** `call`: calls by the last name of their callee, and so on. `name`: a binding in any scope. */
export type Asked =
  | 'binding'
  | 'import'
  | 'path'
  | 'below'
  | 'call'
  | 'given'
  | 'name'
  | 'member'
  | 'export'
  | 'exports'
  | 'imports'
  | 'loops'

export interface Reads extends Part {
  keys: string[]
  inner: Reads[]
  /** False where the answer also hangs on something else: on what was being worked out around it, on the line it stands in. */
  sure: boolean
}

const none: never[] = []

/** Everything is worked out in one go, so there is one that is being written. */
let current: Reads | undefined

/** Does anybody want to know the keys? */
let recording = false

export const nothing = (sure: boolean = recording): Reads => ({
  keys: none,
  inner: none,
  sure,
  size: 1,
  isModule: false,
  asked: 0,
  of: 0,
  large: false,
})

/** That a module is read at all, which takes as long as so many expressions. */
export const ofModule = (size: number): Reads => ({ ...nothing(true), size, isModule: true })

export const keyOf = (kind: Asked, name = ''): string => `${kind} ${name}`

export function asks(kind: Asked, name?: string): void {
  if (!recording || !current) return
  if (current.keys === none) current.keys = []
  current.keys.push(keyOf(kind, name))
}

export function unsure(): void {
  if (current) current.sure = false
}

/** Runs, and gives with the answer what it hangs on, and the keys of that; no keys where they do not tell all. */
export function recorded<T>(run: () => T): { answer: T; reads: Reads; keys: ReadonlySet<string> | undefined } {
  recording = true
  const reads = nothing(true)
  current = reads
  try {
    return { answer: run(), reads, keys: keysOf(reads) }
  } finally {
    current = undefined
    recording = false
  }
}

export interface Opened {
  readonly made: Reads
  readonly around: Reads | undefined
}

/** Begins the part of an answer that others may use again. */
export function opened(made = nothing()): Opened {
  const part = { made, around: current }
  readAgain(part.made)
  current = part.made
  return part
}

/** Ends it, whether there is an answer or not. */
export function closed({ made, around }: Opened): Reads {
  current = around
  return made
}

/** An answer that was there already: what it hangs on, this one does too. */
export function readAgain(there: Reads): void {
  if (current) {
    if (current.inner === none) current.inner = []
    current.inner.push(there)
  }
  count(there)
}

function keysOf(reads: Reads): ReadonlySet<string> | undefined {
  const keys = new Set<string>()
  const seen = new Set([reads])
  for (const each of seen) {
    if (!each.sure) return undefined
    for (const key of each.keys) keys.add(key)
    for (const inner of each.inner) seen.add(inner)
  }
  return keys
}
