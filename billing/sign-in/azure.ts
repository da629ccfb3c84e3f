// https://learn.microsoft.com/cli/azure/account#az-account-get-access-token
import { execFile } from 'node:child_process'
import type { Failure, SignIn } from '../source.ts'
import type { Made } from './sign-in.ts'

/** An access token of whoever is signed in to Azure's command line. */
export function azureToken({ field, scopes }: Extract<SignIn, { with: 'microsoft' }>): Promise<Made | Failure> {
  const scope = scopes[0] ?? ''
  const query = ['account', 'get-access-token', '--scope', scope, '--query', 'accessToken', '--output', 'tsv']
  // On Windows it is a batch file, which only a shell starts; nothing of the user's is in the words.
  const options = { timeout: 60_000, shell: process.platform === 'win32' }
  return new Promise((done) => {
    execFile('az', query, options, (error, stdout) => {
      const token = stdout.trim()
      done(error || token === '' ? { kind: 'key', message: whyNot(error) } : { credentials: { [field]: token } })
    })
  })
}

/** In our own words: those of the program may repeat who is signed in. */
function whyNot(error: Error | null): string {
  const isAbsent = error !== null && 'code' in error && error.code === 'ENOENT'
  return isAbsent
    ? 'Azure needs an access token: there is no `az` on this machine to ask for one.'
    : 'Nobody is signed in to Azure’s command line, or no longer: run `az login` and retry.'
}
