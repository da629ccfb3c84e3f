// What all of AWS's services have in common: who asks, how a request is signed, and what a refusal means.
import { Sha256 } from '@aws-crypto/sha256-js'
import { SignatureV4 } from '@smithy/signature-v4'
import type { Ask, Credentials, Field, Leaving, Meaning } from '../source.ts'

export const keyFields: readonly Field[] = [
  { id: 'accessKeyId', label: 'an access key id', secret: false, env: 'AWS_ACCESS_KEY_ID' },
  { id: 'secretAccessKey', label: 'its secret access key', secret: true, env: 'AWS_SECRET_ACCESS_KEY' },
  { id: 'sessionToken', label: 'a session token', secret: true, env: 'AWS_SESSION_TOKEN', optional: true },
]

export const regionField: Field = {
  id: 'region',
  label: 'the region (us-east-1)',
  secret: false,
  env: 'AWS_REGION',
  example: 'eu-central-1',
}

export const hostOf = (service: string, region = '') =>
  /^[a-z]{2,}(-[a-z]+)+-\d+$/.test(region) ? `https://${service}.${region}.amazonaws.com` : undefined

/** An operation of AWS's JSON protocol. */
export const operation = (target: string, body: object, version = '1.1'): Ask => ({
  method: 'POST',
  path: '/',
  headers: { 'x-amz-target': target, 'content-type': `application/x-amz-json-${version}` },
  body,
})

/** Signature version 4: https://docs.aws.amazon.com/IAM/latest/UserGuide/create-signed-request.html. `region`: left out, the user's. */
export function signedFor(service: string, region?: string) {
  return async (credentials: Credentials, leaving: Leaving): Promise<Readonly<Record<string, string>>> => {
    const { method, url, headers, body, at } = leaving
    const signer = new SignatureV4({
      service,
      region: region ?? credentials.region!,
      sha256: Sha256,
      // S3 takes the path as it is written.
      uriEscapePath: service !== 's3',
      credentials: {
        accessKeyId: credentials.accessKeyId!,
        secretAccessKey: credentials.secretAccessKey!,
        ...(credentials.sessionToken ? { sessionToken: credentials.sessionToken } : {}),
      },
    })
    const told = Object.entries(headers).filter(([name]) => name.startsWith('x-amz-') || name === 'content-type')
    const signed = await signer.sign(
      {
        method,
        protocol: url.protocol,
        hostname: url.hostname,
        path: url.pathname,
        query: Object.fromEntries(url.searchParams),
        headers: { host: url.host, ...Object.fromEntries(told) },
        body,
      },
      { signingDate: at },
    )
    const { host: _, ...rest } = signed.headers
    return rest
  }
}

// Those that AWS's own client asks again after: @smithy/core, retry.
const again =
  /^(Throttl|RequestThrottled|EC2Throttled|LimitExceeded|BandwidthLimitExceeded|TooManyRequests|RequestLimitExceeded|ProvisionedThroughputExceeded|PriorRequestNotComplete|TransactionInProgress|RequestTimeout|SlowDown|ServiceUnavailable)/

/** https://docs.aws.amazon.com/awssupport/latest/APIReference/CommonErrors.html: the name says what a 400 or a 403 is for. */
export function awsMeaning(_: number, body: string): Meaning | undefined {
  const name = /"__type"\s*:\s*"(?:[^"#]*#)?([A-Za-z]+)"|<Code>([A-Za-z]+)<\/Code>/.exec(body)
  const code = name?.[1] ?? name?.[2] ?? ''
  if (/^(ExpiredToken|TokenRefreshRequired)/.test(code))
    return { message: 'The session at AWS has ended (its token expired): sign in again and retry. Nothing was loaded.' }
  // A signature holds for a quarter of an hour around the time it names.
  if (/^Request(Expired|InTheFuture|TimeTooSkewed)/.test(code) || /Signature (expired|not yet current)/.test(body))
    return { message: 'AWS says that the clock of this machine is wrong: set it and retry. Nothing was loaded.' }
  if (
    /^(UnrecognizedClient|InvalidClientTokenId|InvalidSignature|IncompleteSignature|MissingAuthenticationToken|SignatureDoesNotMatch|InvalidAccessKeyId)/.test(
      code,
    )
  )
    return 'key'
  if (/^(AccessDenied|OptInRequired|NotAuthorized)/.test(code)) return 'scope'
  if (again.test(code)) return 'again'
  if (/^(PermanentRedirect|AuthorizationHeaderMalformed|IllegalLocationConstraint)/.test(code))
    return { message: 'The bucket is in another region: choose its own. Nothing was loaded.' }
  if (/^NoSuchBucket/.test(code))
    return {
      message: 'There is no bucket of this name: take it from the export’s page in the console. Nothing was loaded.',
    }
  return undefined
}

/** A policy to copy. `resource`: ARNs, or all. */
export const policy = (
  ...statements: readonly { readonly Action: readonly string[]; readonly Resource: string | readonly string[] }[]
) =>
  JSON.stringify(
    { Version: '2012-10-17', Statement: statements.map((statement) => ({ Effect: 'Allow', ...statement })) },
    undefined,
    2,
  )
