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
  /** @param took how long that was, with the turns of others where it is done in several */
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

/** The last that was asked for is always done; what is done in several turns, never twice at a time. */
export function createSpaced(
  work: () => void | Promise<void>,
  { soon, apart }: Spacing,
  { now, later }: Clock = clock,
): Spaced {
  let next = Number.NEGATIVE_INFINITY
  let unask: (() => void) | undefined
  let isBusy = false
  let isAsked = false

  function run(): void {
    unask = undefined
    const start = now()
    const working = work()
    if (!working) ended(start)
    else {
      isBusy = true
      void working.finally(() => {
        isBusy = false
        ended(start)
        if (isAsked) ask()
      })
    }
  }

  function ended(start: number): void {
    const end = now()
    next = end + apart(end - start)
  }

  function ask(): void {
    isAsked = isBusy
    if (!isBusy) unask ??= later(run, Math.max(soon, next - now()))
  }

  return {
    ask,
    cancel() {
      isAsked = false
      unask?.()
      unask = undefined
    },
  }
}
