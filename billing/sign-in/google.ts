// https://cloud.google.com/docs/authentication/application-default-credentials
import { GoogleAuth } from 'google-auth-library'
import type { Failure, SignIn } from '../source.ts'
import type { Made } from './sign-in.ts'

/** An access token of whoever the application default credentials name. */
export async function googleToken({ field, scopes }: Extract<SignIn, { with: 'google' }>): Promise<Made | Failure> {
  try {
    // With a project named, which the token does not depend on, none is looked for on the network.
    const token = await new GoogleAuth({ scopes: [...scopes], projectId: '-' }).getAccessToken()
    if (token) return { credentials: { [field]: token } }
  } catch {
    // Said below, in our own words: the library's may repeat what stands in the file.
  }
  const message =
    'There are no application default credentials of Google, or they are no longer valid: run `gcloud auth application-default login` and retry.'
  return { kind: 'key', message }
}
