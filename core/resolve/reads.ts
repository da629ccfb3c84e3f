// What an answer was worked out from: what was asked of its module as a whole, by name. While nothing that has one of these names changes,
// the answer stays what it is. The rest of what it needs stands in the top-level statements that these lead to.

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

export interface Reads {
  readonly keys: string[]
  readonly inner: Reads[]
  /** False where the answer also hangs on something else: on what was being worked out around it, on the line it stands in. */
  sure: boolean
}

const nothing = (): Reads => ({ keys: [], inner: [], sure: true })

/** Everything is worked out in one go, so there is one that is being written. */
let current: Reads | undefined

export const keyOf = (kind: Asked, name = ''): string => `${kind} ${name}`

export function asks(kind: Asked, name?: string): void {
  current?.keys.push(keyOf(kind, name))
}

export function unsure(): void {
  if (current) current.sure = false
}

/** Runs, and gives with the answer the keys it hangs on; no keys where they do not tell all. */
export function recorded<T>(run: () => T): { answer: T; keys: ReadonlySet<string> | undefined } {
  const reads = nothing()
  current = reads
  try {
    return { answer: run(), keys: keysOf(reads) }
  } finally {
    current = undefined
  }
}

/** Begins the part of an answer that others may use again. Undefined where nothing is recorded. */
export function opened(): Reads | undefined {
  const around = current
  if (!around) return undefined
  current = nothing()
  around.inner.push(current)
  return around
}

export function closed<K extends object>(
  around: Reads | undefined,
  reads: Pick<WeakMap<K, Reads>, 'set'>,
  of: K,
): void {
  if (!around || !current) return
  reads.set(of, current)
  current = around
}

/** An answer that was there already: what it hangs on, this one does too. */
export function readAgain<K extends object>(reads: Pick<WeakMap<K, Reads>, 'get'>, of: K): void {
  if (!current) return
  const there = reads.get(of)
  if (there) current.inner.push(there)
  else current.sure = false
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
