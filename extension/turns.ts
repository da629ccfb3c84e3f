/** Longest piece, and how often there is one: in between others have their turn. Milliseconds. */
const [longest, every] = [2, 8]

/** Does at once what there is time for, and the rest in later turns, in its order. */
export type InTurn = <T>(work: () => T) => T | Promise<T>

/** @param now milliseconds @param later runs a step when the next turn begins */
export function createTurns(
  now: () => number = () => performance.now(),
  later: (step: () => void) => void = (step) => void setTimeout(step, every),
): InTurn {
  const waiting: (() => void)[] = []
  let began: number | undefined

  /** A turn begins with its first piece, and ends when others have had theirs. */
  function hasTime(): boolean {
    if (began === undefined) {
      began = now()
      later(next)
    }
    return now() - began < longest
  }

  function next(): void {
    began = undefined
    while (waiting.length > 0 && hasTime()) waiting.shift()!()
  }

  return (work) => {
    if (waiting.length === 0 && hasTime()) return work()
    return new Promise((done, failed) => {
      waiting.push(() => {
        try {
          done(work())
        } catch (error) {
          failed(error)
        }
      })
    })
  }
}
