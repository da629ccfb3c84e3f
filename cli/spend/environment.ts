import { isMade } from '../../billing/sign-in/made.ts'
import type { ChosenSignIn, Credentials, Provider, SignIn } from '../../billing/source.ts'

/** A source with what the environment gives for it: values, and where they are not all of them a sign-in. */
export interface FromEnvironment<P extends Provider = Provider> {
  readonly source: P
  readonly credentials: Credentials
  readonly signIn?: ChosenSignIn
}

type Environment = Readonly<Record<string, string | undefined>>

/** @param isNamed the user asked for this source: then a sign-in is tried that nothing in the environment tells of */
export function fromEnvironment<P extends Provider>(source: P, env: Environment, isNamed: boolean): FromEnvironment<P> {
  const { fields, signIns = [] } = source.needs
  const credentials = Object.fromEntries(fields.flatMap(({ id, env: name }) => (env[name] ? [[id, env[name]]] : [])))
  if (isComplete({ source, credentials })) return { source, credentials }
  const [signIn] = signIns.flatMap((way) => chosen(way, env, isNamed) ?? [])
  return { source, credentials, ...(signIn ? { signIn } : {}) }
}

/** Of Azure and Google nothing in the environment says that somebody is signed in. */
function chosen(way: SignIn, env: Environment, isNamed: boolean): ChosenSignIn | undefined {
  switch (way.with) {
    case 'aws':
      return env.AWS_PROFILE || isNamed ? { with: 'aws', profile: env.AWS_PROFILE || 'default' } : undefined
    case 'google':
      return env.GOOGLE_APPLICATION_CREDENTIALS || isNamed ? { with: 'google' } : undefined
    case 'microsoft':
      return isNamed ? { with: 'azure' } : undefined
  }
}

/** Nothing that must be there is missing. */
export const isComplete = ({ source: { needs }, credentials, signIn }: FromEnvironment): boolean =>
  needs.fields.every(
    ({ id, optional }) => optional || credentials[id] !== undefined || isMade(id, signIn, needs.signIns ?? []),
  )
