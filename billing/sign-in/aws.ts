// https://docs.aws.amazon.com/sdkref/latest/guide/file-format.html: profiles of ~/.aws/config and ~/.aws/credentials.
import { fromIni } from '@aws-sdk/credential-provider-ini'
import { loadSharedConfigFiles } from '@smithy/shared-ini-file-loader'
import type { Failure } from '../source.ts'
import type { Made } from './sign-in.ts'

/** Names of the profiles, in the order of the files; none where there is no file. */
export async function awsProfiles(): Promise<readonly string[]> {
  const { configFile, credentialsFile } = await loadSharedConfigFiles({ ignoreCache: true })
  const sections = new Set([...Object.keys(configFile ?? {}), ...Object.keys(credentialsFile ?? {})])
  // A section of an SSO session, or of services, has its kind before a dot: it is no profile.
  return [...sections].filter((name) => !/^(sso-session|services)\./.test(name))
}

/** The keys of a profile, as long as they last. They are made anew for each reading: SSO's and a role's run out. */
export async function awsCredentials(profile: string): Promise<Made | Failure> {
  try {
    const keys = await fromIni({ profile, ignoreCache: true })()
    const { accessKeyId, secretAccessKey, sessionToken } = keys
    return { credentials: { accessKeyId, secretAccessKey, ...(sessionToken === undefined ? {} : { sessionToken }) } }
  } catch (error) {
    return { kind: 'key', message: await whyNot(profile, error) }
  }
}

/** In our own words: those of the SDK may repeat what stands in the files. */
async function whyNot(profile: string, error: unknown): Promise<string> {
  const profiles = await awsProfiles().catch((): readonly string[] => [])
  if (!profiles.includes(profile))
    return `The AWS profile "${profile}" is in neither ~/.aws/config nor ~/.aws/credentials: choose another, or add it with \`aws configure\`.`
  const { configFile } = await loadSharedConfigFiles({ ignoreCache: true })
  const isSso = Object.keys(configFile?.[profile] ?? {}).some((name) => name.startsWith('sso_'))
  if (isSso)
    return `The AWS profile "${profile}" is not signed in, or no longer: run \`aws sso login --profile ${profile}\` and retry.`
  const name = error instanceof Error ? error.name : 'an unknown error'
  return `The AWS profile "${profile}" gave no keys (${name}): try \`aws sts get-caller-identity --profile ${profile}\`, which says why.`
}
