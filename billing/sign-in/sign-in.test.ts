import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import type { BillingSource } from '../source.ts'
import { source as aws } from '../sources/aws-cost-explorer.ts'
import { source as azureCosts } from '../sources/azure-cost-management.ts'
import { awsProfiles } from './aws.ts'
import { signedIn } from './sign-in.ts'

const google: BillingSource = {
  ...aws,
  id: 'of-google',
  needs: {
    ...aws.needs,
    fields: [],
    signIns: [{ with: 'google', field: 'token', scopes: ['https://a.example/read'] }],
  },
}
const withAws = (profile: string) => signedIn(aws, { credentials: {}, signIn: { with: 'aws', profile } })
const withGoogle = () => signedIn(google, { credentials: { project: 'p' }, signIn: { with: 'google' } })

let folder: string
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'outlay-sign-in-'))
  const files = {
    config: `[default]
region = eu-west-1

[profile work]
sso_session = corp
sso_account_id = 111122223333
sso_role_name = Billing

[profile tool]
credential_process = node ${join(folder, 'keys.mjs')}

[sso-session corp]
sso_region = eu-west-1
sso_start_url = https://corp.example/start
`,
    credentials: `[default]
aws_access_key_id = AKIAEXAMPLE
aws_secret_access_key = marked-secret
`,
    'keys.mjs': `console.log(JSON.stringify({ Version: 1, AccessKeyId: 'ASIATOOL', SecretAccessKey: 's', SessionToken: 't' }))`,
  }
  for (const [name, text] of Object.entries(files)) await writeFile(join(folder, name), text)
  vi.stubEnv('AWS_CONFIG_FILE', join(folder, 'config'))
  vi.stubEnv('AWS_SHARED_CREDENTIALS_FILE', join(folder, 'credentials'))
  vi.stubEnv('HOME', folder)
})
afterEach(async () => {
  vi.unstubAllEnvs()
  await rm(folder, { recursive: true })
})

test('the profiles are those of both files, without the sessions they share', async () => {
  expect(await awsProfiles()).toEqual(['default', 'work', 'tool'])
  vi.stubEnv('AWS_CONFIG_FILE', join(folder, 'none'))
  vi.stubEnv('AWS_SHARED_CREDENTIALS_FILE', join(folder, 'none'))
  expect(await awsProfiles()).toEqual([])
})

test('a profile gives its keys, also those a program of the user’s makes', async () => {
  expect(await withAws('default')).toEqual({
    credentials: { accessKeyId: 'AKIAEXAMPLE', secretAccessKey: 'marked-secret' },
  })
  expect(await withAws('tool')).toEqual({
    credentials: { accessKeyId: 'ASIATOOL', secretAccessKey: 's', sessionToken: 't' },
  })
})

test('a profile that is not signed in, or is not there, says what to do', async () => {
  expect(await withAws('work')).toEqual({
    kind: 'key',
    message: 'The AWS profile "work" is not signed in, or no longer: run `aws sso login --profile work` and retry.',
  })
  expect(await withAws('elsewhere')).toMatchObject({
    message: expect.stringMatching(
      /^The AWS profile "elsewhere" is in neither ~\/.aws\/config nor ~\/.aws\/credentials/,
    ),
  })
})

test('what a file holds is in no sentence', async () => {
  await writeFile(join(folder, 'keys.mjs'), `console.log('marked-secret'); process.exit(1)`)
  expect(JSON.stringify(await withAws('tool'))).not.toContain('marked-secret')
  await writeFile(join(folder, 'adc.json'), '{ "type": "authorized_user", "refresh_token": "marked-secret" ')
  vi.stubEnv('GOOGLE_APPLICATION_CREDENTIALS', join(folder, 'adc.json'))
  expect(JSON.stringify(await withGoogle())).not.toContain('marked-secret')
})

test('Google’s default credentials give an access token, and say how to get some', async () => {
  // RFC 8693: a form goes there, a token comes back.
  const answer = {
    access_token: 'ya29.a',
    issued_token_type: 'urn:ietf:params:oauth:token-type:access_token',
    token_type: 'Bearer',
    expires_in: 3600,
  }
  const exchange = createServer((_, response) =>
    response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify(answer)),
  )
  await new Promise<void>((ready) => exchange.listen(0, '127.0.0.1', ready))
  const file = {
    type: 'external_account',
    audience: '//iam.googleapis.com/projects/1/locations/global/workloadIdentityPools/a/providers/b',
    subject_token_type: 'urn:ietf:params:oauth:token-type:jwt',
    token_url: `http://127.0.0.1:${(exchange.address() as AddressInfo).port}/v1/token`,
    credential_source: { file: join(folder, 'keys.mjs') },
  }
  await writeFile(join(folder, 'adc.json'), JSON.stringify(file))
  vi.stubEnv('GOOGLE_APPLICATION_CREDENTIALS', join(folder, 'adc.json'))
  expect(await withGoogle()).toEqual({ credentials: { project: 'p', token: 'ya29.a' } })
  await new Promise((closed) => exchange.close(closed))
  vi.stubEnv('GOOGLE_APPLICATION_CREDENTIALS', join(folder, 'none.json'))
  expect(await withGoogle()).toEqual({
    kind: 'key',
    message:
      'There are no application default credentials of Google, or they are no longer valid: run `gcloud auth application-default login` and retry.',
  })
})

test('Azure’s command line gives an access token, and says what is missing', async () => {
  const azure = { ...aws, needs: azureCosts.needs }
  const withAzure = () => signedIn(azure, { credentials: {}, signIn: { with: 'azure' } })
  vi.stubEnv('PATH', folder)
  expect(await withAzure()).toMatchObject({ kind: 'key', message: expect.stringContaining('there is no `az`') })
  const az = `#!/bin/sh\ntest "$*" = "account get-access-token --scope https://management.azure.com/.default --query accessToken --output tsv" && echo eyJ.token\n`
  await writeFile(join(folder, 'az'), az, { mode: 0o755 })
  expect(await withAzure()).toEqual({ credentials: { token: 'eyJ.token' } })
  await writeFile(join(folder, 'az'), '#!/bin/sh\necho marked-secret >&2\nexit 1\n', { mode: 0o755 })
  expect(await withAzure()).toEqual({
    kind: 'key',
    message: 'Nobody is signed in to Azure’s command line, or no longer: run `az login` and retry.',
  })
})

test('a way of signing in that the source does not have is refused', async () => {
  expect(await signedIn(aws, { credentials: {}, signIn: { with: 'google' } })).toMatchObject({ kind: 'key' })
})
