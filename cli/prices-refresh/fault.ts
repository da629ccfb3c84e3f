/** A failure of the outside world, with a sentence for the user. Thrown, since it may come in the middle of a stream. */
export interface Fault extends Error {
  readonly name: 'Fault'
}

/** @param message goes on after the name of the source: `did not answer`. */
export const fault = (message: string): Fault => Object.assign(new Error(message), { name: 'Fault' as const })

export const isFault = (error: unknown): error is Fault => error instanceof Error && error.name === 'Fault'

/** `ENOTFOUND` of Node's own errors, else undefined. */
export const codeOf = (error: unknown): string | undefined =>
  error instanceof Error && 'code' in error ? String(error.code) : undefined
