// AWS's own client of S3 lists and fetches what our source of exports does.
import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { GetObjectCommand, NoSuchKey, paginateListObjectsV2, S3Client, S3ServiceException } from '@aws-sdk/client-s3'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { collectFiles } from '../remote-files.ts'
import type { BillingSource, RemoteFiles } from '../source.ts'
import { source } from '../sources/aws-data-exports.ts'
import { isSigned } from './aws-json.ts'
import { type Bucket, s3Refusal, serveBucket } from './bucket.ts'
import { type Fake, heldOutside, startFake } from './fake.ts'

let folder: string
let fake: Fake
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'outlay-s3-'))
})
afterEach(async () => {
  await fake.close()
  await rm(folder, { recursive: true })
})

const secretAccessKey = 'not/a/real/secret'
const credentials = { accessKeyId: 'AKIDNOTREAL', secretAccessKey }
const name = 'harbour-bill'
const file = (part: string) => `bill/focus/data/BILLING_PERIOD=2026-11/${part}.csv`
const bucket: Bucket = new Map([
  [file('part & 1'), 'a,b\n1,2\n'],
  [file('part + 2'), 'a,b\n3,4\n'],
  [file('part 3'), 'a,b\n5,6\n'],
  ['other/secret.csv', 'not asked for'],
])

const client = () =>
  new S3Client({ endpoint: fake.base, region: 'eu-central-1', credentials, forcePathStyle: true, maxAttempts: 1 })
const list = async () => {
  const keys = []
  for await (const page of paginateListObjectsV2({ client: client() }, { Bucket: name, Prefix: 'bill/' }))
    keys.push(...(page.Contents ?? []).map(({ Key, ETag }) => `${Key} ${ETag}`))
  return keys
}
const fetched = async (Key: string) =>
  (await client().send(new GetObjectCommand({ Bucket: name, Key }))).Body?.transformToString()
const load = () =>
  collectFiles(
    source as BillingSource & { files: RemoteFiles },
    { credentials: { ...credentials, region: 'eu-central-1', bucket: name, prefix: 'bill/' }, base: fake.base },
    { since: '2026-11-01', until: '2026-12-01' },
    folder,
    heldOutside(),
    new AbortController().signal,
  )

test('the same files page by page, and the same bytes, asked for and signed alike', async () => {
  fake = await startFake({ answer: serveBucket(bucket) })
  expect(await load()).toMatchObject({ problems: ['AWS Data Exports: 3 of 3 files were new and fetched.'] })
  const ours = fake.heard.splice(0)
  const keys = [...bucket.keys()].filter((key) => key.startsWith('bill/'))
  expect((await list()).map((line) => line.split(' "')[0])).toEqual(keys)
  for (const key of keys) expect(await fetched(key)).toBe(await readFile(join(folder, key), 'utf8'))
  const host = new URL(fake.base).host
  for (const request of [...ours, ...fake.heard])
    expect(isSigned({ ...request, host }, secretAccessKey), request.path).toBe(true)
  expect(new Set(fake.heard.map(({ path }) => path.replace(/\/$/, '')))).toEqual(new Set(ours.map(({ path }) => path)))
})

test('a file that is not there, and a right that lacks, are its client’s own errors', async () => {
  fake = await startFake({ answer: serveBucket(bucket) })
  await expect(fetched('bill/none.csv')).rejects.toBeInstanceOf(NoSuchKey)
  fake.faults = [s3Refusal('AccessDenied', 403), s3Refusal('AccessDenied', 403), s3Refusal('SlowDown', 503)]
  await expect(list()).rejects.toMatchObject({ name: 'AccessDenied', $metadata: { httpStatusCode: 403 } })
  expect(await load()).toMatchObject({ kind: 'scope' })
  await expect(list()).rejects.toBeInstanceOf(S3ServiceException)
})
