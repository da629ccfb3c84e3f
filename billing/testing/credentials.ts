import { generateKeyPairSync } from 'node:crypto'
import type { Credentials, Provider, Scope } from '../source.ts'

let pem: string | undefined

/** Made once: signing with it is real, the key opens nothing. */
function privateKey(): string {
  pem ??= generateKeyPairSync('rsa', {
    modulusLength: 2048,
    publicKeyEncoding: { type: 'spki', format: 'pem' },
    privateKeyEncoding: { type: 'pkcs8', format: 'pem' },
  }).privateKey
  return pem
}

/** A value for each field, of a form that can be sent; secrets stand out, so that a test finds them where they must not be. */
export const madeUpCredentials = ({ needs }: Provider): Credentials =>
  Object.fromEntries(
    needs.fields.map(({ id, secret, multiline, example }) => [
      id,
      multiline ? privateKey() : secret ? `made-up-${id}` : (example ?? id),
    ]),
  )

/** For sources that ask whose spend they read. */
export const everyScope: Scope = { accounts: ['account-1'], projects: ['project-1'] }
