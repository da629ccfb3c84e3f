/** Longest piece. Milliseconds: what is begun within it goes over, and five are too many for others. */
const longest = 1
/** How often there is one for what nobody waits for. Milliseconds. */
const every = 4

/** Does at once what there is time for, and the rest in later turns, in its order. */
export type InTurn = <T>(work: () => T) => T | Promise<T>

export interface Turns {
  /** What somebody waits for: as soon as others have had their turn. */
  readonly soon: InTurn
  /** What can wait: now and then, and behind all of that. */
  readonly inTurn: InTurn
}

/** @param later runs a step after so many milliseconds, in a turn of its own; returns what unasks it */
type Later = (step: () => void, ms: number) => () => void

const afterOthers: Later = (step, ms) => {
  const timer = setTimeout(step, ms)
  return () => clearTimeout(timer)
}

/**
 * The pieces of all share their turns: each by itself would take its own piece of them.
 * @param now milliseconds
 */
export function createTurns(now: () => number = () => performance.now(), later: Later = afterOthers): Turns {
  const [awaited, patient]: [(() => void)[], (() => void)[]] = [[], []]
  /** When this turn began. */
  let began: number | undefined
  /** The same of the last with a piece that could wait. */
  let rested: number | undefined
  let unask: (() => void) | undefined

  function hasTime(pause?: number): boolean {
    if (began === undefined) {
      began = now()
      askNext(pause)
    }
    return now() - began < longest
  }

  function hasTimeToSpare(): boolean {
    const isDue = rested === undefined || rested === began || now() - rested >= every
    if (!isDue || !hasTime(every)) return false
    rested = began
    return true
  }

  /** A turn begins with its first piece, and ends when others have had theirs: where nothing waits, what comes then need not either. */
  function askNext(pause = patient.length > 0 ? every : 0): void {
    unask?.()
    unask = later(next, awaited.length > 0 ? 0 : pause)
  }

  function next(): void {
    began = undefined
    unask = undefined
    while (awaited.length > 0 && hasTime()) awaited.shift()!()
    while (awaited.length === 0 && patient.length > 0 && hasTimeToSpare()) patient.shift()!()
    if (began !== undefined || patient.length > 0) askNext(began === rested ? every : undefined)
  }

  function queued<T>(waiting: (() => void)[], work: () => T): Promise<T> {
    return new Promise((done, failed) => {
      waiting.push(() => {
        try {
          done(work())
        } catch (error) {
          failed(error)
        }
      })
      if (unask === undefined || (waiting === awaited && awaited.length === 1)) askNext()
    })
  }

  return {
    soon: (work) => (awaited.length === 0 && hasTime() ? work() : queued(awaited, work)),
    inTurn: (work) =>
      awaited.length === 0 && patient.length === 0 && hasTimeToSpare() ? work() : queued(patient, work),
  }
}
