// How much has been worked out, in expressions: a measure of work, and of the memory its answers take, that no clock has a say in.

let expressions = 0

export function workedOut(): void {
  expressions++
}

/** Expressions that were worked out since the start. */
export const effort = (): number => expressions
