/** A failure of the outside world, with a sentence for the user. Thrown, since it may come in the middle of a stream. */
export interface Fault extends Error {
  readonly name: 'Fault'
  /** It is the network, not the list. */
  readonly unreachable?: true
}

/** @param message goes on after the name of the source: `did not answer`. */
export const fault = (message: string): Fault => Object.assign(new Error(message), { name: 'Fault' as const })

/** Of a host that cannot be reached at all. */
export const unreachableFault = (message: string): Fault =>
  Object.assign(fault(message), { unreachable: true as const })

export const isFault = (error: unknown): error is Fault => error instanceof Error && error.name === 'Fault'

/** `ENOTFOUND` of Node's own errors, else undefined. */
export const codeOf = (error: unknown): string | undefined =>
  error instanceof Error && 'code' in error ? String(error.code) : undefined
