// What was being worked out just then decides some answers: such an answer holds for that moment alone.
import type { Context } from './context.ts'

/** When the oldest module was made whose being worked out just then has decided something. */
let oldest = Number.POSITIVE_INFINITY

/** To be told where an answer is cut off because it is being worked out already, or too deep. */
export function doubted({ born }: Pick<Context, 'born'>): void {
  oldest = Math.min(oldest, born)
}

/** @returns sure: false where something that was begun before has decided the answer, and it may be another at another time */
export function sureOf<T>(
  { born }: Pick<Context, 'born'>,
  run: () => T,
): { readonly answer: T; readonly sure: boolean } {
  const around = oldest
  oldest = Number.POSITIVE_INFINITY
  try {
    const answer = run()
    return { answer, sure: oldest >= born }
  } finally {
    oldest = Math.min(oldest, around)
  }
}
