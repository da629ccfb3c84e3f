import type { Edited } from '../edited.ts'
import type { Span } from '../types.ts'

/** Things that hold no place at all: they are the same after any edit. */
const placeless = new WeakSet<object>()

/**
 * The same with its places in a file as they are after an edit of it; what stands before the edit is not copied. Undefined where a place
 * reaches into the edit. Plain data only: a place is an object with a `span`, in the file its `file` names.
 */
export function moved<T extends object>(value: T, file: string, edited: Edited): T | undefined {
  const by = edited.after - edited.before
  let torn = false

  function spanOf(span: Span): Span {
    if (span[1] <= edited.from) return span
    if (span[0] >= edited.before) return by === 0 ? span : [span[0] + by, span[1] + by]
    torn = true
    return span
  }

  /** Puts what is moved in `into`, a copy that is made with the first of it. */
  function walk(whole: object): { now: object; places: boolean } {
    if (placeless.has(whole)) return { now: whole, places: false }
    const from = whole as Record<string, unknown>
    let into: Record<string, unknown> | undefined
    let places = false
    for (const key in from) {
      const part = from[key]
      if (typeof part !== 'object' || part === null) continue
      let now: object = part
      if (key === 'span') {
        places = true
        if (from.file === undefined || from.file === file) now = spanOf(part as unknown as Span)
      } else {
        const inner = walk(part)
        now = inner.now
        places ||= inner.places
      }
      if (now === part) continue
      into ??= (Array.isArray(whole) ? [...whole] : { ...whole }) as Record<string, unknown>
      into[key] = now
    }
    if (!places) placeless.add(whole)
    return { now: into ?? whole, places }
  }

  const { now } = walk(value)
  return torn ? undefined : (now as T)
}
