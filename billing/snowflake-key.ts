import { createHash, createPrivateKey, createPublicKey, createSign } from 'node:crypto'
import type { Credentials, Leaving } from './source.ts'

const base64url = (value: string | Buffer) => Buffer.from(value).toString('base64url')
const minutes = 5

/** https://docs.snowflake.com/developer-guide/sql-api/authenticating: a token as it is, or a key that signs one for five minutes. */
export function snowflakeHeaders(credentials: Credentials, { at }: Leaving): Readonly<Record<string, string>> {
  const { token, tokenType = 'PROGRAMMATIC_ACCESS_TOKEN', privateKey } = credentials
  const kind = token || !privateKey ? tokenType : 'KEYPAIR_JWT'
  const bearer = token || (privateKey ? signedToken(privateKey, credentials, at) : '')
  return { authorization: `Bearer ${bearer}`, 'x-snowflake-authorization-token-type': kind }
}

function signedToken(pem: string, { account = '', user = '' }: Credentials, at: Date): string {
  const key = createPrivateKey(pem)
  const fingerprint = createHash('sha256').update(createPublicKey(key).export({ type: 'spki', format: 'der' }))
  // Of `account.region` only the account counts; both names are upper case.
  const subject = `${account.split('.')[0]}.${user}`.toUpperCase()
  const now = Math.floor(at.getTime() / 1000)
  const claims = {
    iss: `${subject}.SHA256:${fingerprint.digest('base64')}`,
    sub: subject,
    iat: now,
    exp: now + minutes * 60,
  }
  const head = `${base64url(JSON.stringify({ alg: 'RS256', typ: 'JWT' }))}.${base64url(JSON.stringify(claims))}`
  return `${head}.${base64url(createSign('RSA-SHA256').update(head).sign(key))}`
}
