import type { Edited } from '../edited.ts'
import type { Span } from '../types.ts'

// Places in plain data: a place is an object with a `span`, in the file its `file` names. What is kept from one edit to the next has
// places of its own, which are set to where they stand now: a copy for every keystroke would be most of the work of one.

interface Place {
  readonly file?: string
  readonly span: Span
}

/** Things that hold no place at all: they are never copied. */
const placeless = new WeakSet<object>()

/** The same with places that nobody else has, so that they may be moved; what holds none is shared. */
export function withOwnPlaces<T extends object>(value: T): T {
  const copies = new Map<object, object>()

  function copy(whole: object): object {
    if (placeless.has(whole)) return whole
    const before = copies.get(whole)
    if (before) return before
    const from = whole as Record<string, unknown>
    let made: Record<string, unknown> | undefined
    for (const key in from) {
      const part = from[key]
      if (typeof part !== 'object' || part === null) continue
      const own = key === 'span' ? [...(part as Span)] : copy(part)
      if (own === part) continue
      made ??= (Array.isArray(whole) ? [...whole] : { ...whole }) as Record<string, unknown>
      made[key] = own
    }
    if (made === undefined) placeless.add(whole)
    else copies.set(whole, made)
    return made ?? whole
  }

  return copy(value) as T
}

const found = new WeakMap<object, readonly Place[]>()

/** Every place once, in the order of the keys: of a copy that `structuredClone` made they are the same, in the same order. */
export function placesOf(value: object): readonly Place[] {
  const before = found.get(value)
  if (before) return before
  const places: Place[] = []
  const seen = new Set<object>()
  const look = (whole: object) => {
    if (seen.has(whole) || placeless.has(whole)) return
    seen.add(whole)
    const from = whole as Record<string, unknown>
    for (const key in from) {
      const part = from[key]
      if (typeof part !== 'object' || part === null) continue
      if (key !== 'span') look(part)
      else if (!seen.has(part)) {
        seen.add(part)
        places.push(whole as Place)
      }
    }
  }
  look(value)
  found.set(value, places)
  return places
}

export function setSpan({ span }: Place, start: number, end: number): void {
  const places = span as [number, number]
  places[0] = start
  places[1] = end
}

/** Puts its places where they are after an edit of a file. False where one reaches into the edit: then it is as it was. */
export function moveBy(value: object, file: string, { from, before, after }: Edited): boolean {
  const by = after - before
  const places = placesOf(value)
  const isHere = (place: Place) => place.file === undefined || place.file === file
  for (const place of places) if (isHere(place) && place.span[1] > from && place.span[0] < before) return false
  if (by === 0) return true
  for (const place of places) {
    const [start, end] = place.span
    if (isHere(place) && start >= before && end > from) setSpan(place, start + by, end + by)
  }
  return true
}
