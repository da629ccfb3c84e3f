import type { Connection } from '../runner.ts'
import type { Asked, ChosenSignIn, Credentials, Failure, SignIn } from '../source.ts'

/** What a sign-in has made. */
export interface Made {
  readonly credentials: Credentials
}

/** The connection with the values its sign-in makes. The libraries for it are loaded only where one was chosen. */
export async function signedIn(source: Asked, connection: Connection): Promise<Connection | Failure> {
  const { signIn, ...rest } = connection
  if (signIn === undefined) return connection
  const kind = signIn.with === 'azure' ? 'microsoft' : signIn.with
  const way = source.needs.signIns?.find((each) => each.with === kind)
  if (!way) return { kind: 'key', message: `${source.name} has no sign-in with ${signIn.with}.` }
  const made = await make(signIn, way)
  return 'credentials' in made ? { ...rest, credentials: { ...rest.credentials, ...made.credentials } } : made
}

async function make(signIn: ChosenSignIn, way: SignIn): Promise<Made | Failure> {
  if (signIn.with === 'aws') return (await import('./aws.ts')).awsCredentials(signIn.profile)
  if (way.with === 'microsoft') return (await import('./azure.ts')).azureToken(way)
  if (way.with === 'google') return (await import('./google.ts')).googleToken(way)
  return { credentials: {} }
}
