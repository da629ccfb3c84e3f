/** Work that is asked for more often than anybody can see. */
export interface Spaced {
  /** It is done once for all that is asked until then. */
  ask(): void
  /** It is not done any more for what was asked. */
  cancel(): void
}

/** Milliseconds: after it was asked for, and after it was done last. */
export interface Spacing {
  readonly soon: number
  /** @param took how long that was */
  apart(took: number): number
}

interface Clock {
  now(): number
  /** Returns what unasks it. */
  later(step: () => void, ms: number): () => void
}

const clock: Clock = {
  now: () => performance.now(),
  later(step, ms) {
    const timer = setTimeout(step, ms)
    return () => clearTimeout(timer)
  },
}

/** The last that was asked for is always done. */
export function createSpaced(work: () => void, { soon, apart }: Spacing, { now, later }: Clock = clock): Spaced {
  let next = Number.NEGATIVE_INFINITY
  let unask: (() => void) | undefined

  function run(): void {
    unask = undefined
    const start = now()
    work()
    const end = now()
    next = end + apart(end - start)
  }

  return {
    ask() {
      unask ??= later(run, Math.max(soon, next - now()))
    },
    cancel() {
      unask?.()
      unask = undefined
    },
  }
}
