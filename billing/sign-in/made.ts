import type { ChosenSignIn, SignIn } from '../source.ts'

/** Fields whose values a sign-in makes. */
export const madeBy = (way: SignIn): readonly string[] =>
  way.with === 'aws' ? ['accessKeyId', 'secretAccessKey', 'sessionToken'] : [way.field]

/** Whether the chosen sign-in makes the value of a field. */
export function isMade(field: string, chosen: ChosenSignIn | undefined, ways: readonly SignIn[]): boolean {
  const kind = chosen?.with === 'azure' ? 'microsoft' : chosen?.with
  return ways.some((way) => way.with === kind && madeBy(way).includes(field))
}
