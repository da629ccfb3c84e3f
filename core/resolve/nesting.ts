import type { Span } from '../types.ts'

interface Spanned {
  readonly span: Span
}

/** One of several that stand in one another or apart, never across. */
export interface Nested<T extends Spanned> {
  readonly item: T
  /** The one it stands in. */
  readonly around: Nested<T> | undefined
}

/** By where they start. */
export function nested<T extends Spanned>(items: readonly T[]): readonly Nested<T>[] {
  let open: Nested<T> | undefined
  return items
    .toSorted((a, b) => a.span[0] - b.span[0] || b.span[1] - a.span[1])
    .map((item) => {
      while (open && open.item.span[1] <= item.span[0]) open = open.around
      open = { item, around: open }
      return open
    })
}

/** The last that starts at an offset or before: it, or one around it, is the innermost there. */
export function lastStarting<T extends Spanned>(sorted: readonly Nested<T>[], offset: number): Nested<T> | undefined {
  let low = 0
  let high = sorted.length - 1
  while (low <= high) {
    const middle = (low + high) >> 1
    if (sorted[middle]!.item.span[0] <= offset) low = middle + 1
    else high = middle - 1
  }
  return sorted[high]
}
