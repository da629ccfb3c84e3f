// https://docs.aws.amazon.com/AmazonS3/latest/API/API_ListObjectsV2.html and API_GetObject.html
import { instantIn } from '../json.ts'
import { followedPages } from '../next-page.ts'
import type { Ask, Credentials, Fetched, Page, Range, RemoteFile, SourceIo } from '../source.ts'
import { elements, textOf } from '../xml.ts'

/** What is signed has all but letters, digits and `-._~` escaped: https://docs.aws.amazon.com/AmazonS3/latest/API/sig-v4-header-based-auth.html */
const escaped = (step: string) =>
  encodeURIComponent(step).replaceAll(/[!'()*]/g, (each) => `%${each.charCodeAt(0).toString(16).toUpperCase()}`)
const encoded = (key: string) => key.split('/').map(escaped).join('/')

/** Lists all that is under the prefix. */
export async function* bucketPages(_: Range, io: SourceIo): AsyncIterable<Fetched> {
  const { bucket = '', prefix = '' } = io.settings
  const ask = (token: string | undefined): Ask => ({
    path: `/${encodeURIComponent(bucket)}`,
    query: [
      ['list-type', '2'],
      ...(prefix === '' ? [] : [['prefix', prefix] as const]),
      ...(token === undefined ? [] : [['continuation-token', token] as const]),
    ],
    answer: 'text',
  })
  const next = (body: unknown) => textOf(String(body), 'NextContinuationToken')
  for await (const got of followedPages('The bucket', io, ask, next)) {
    if (got.is === 'page' && listed(got) === undefined) {
      const message = 'The bucket sent a list of files that cannot be read: nothing was loaded.'
      return yield { is: 'failed', failure: { kind: 'answer', message } }
    }
    yield got
  }
}

export function listed({ body }: Page): readonly RemoteFile[] | undefined {
  const xml = typeof body === 'string' ? body : ''
  if (!/<ListBucketResult[\s>]/.test(xml) || !xml.includes('</ListBucketResult>')) return undefined
  return elements(xml, 'Contents').flatMap((each) => {
    const [key, written, version] = ['Key', 'LastModified', 'ETag'].map((name) => textOf(each, name))
    const modified = instantIn(written)
    return key && modified && version ? [{ key, modified, version }] : []
  })
}

export const objectRequest = (key: string, { bucket = '' }: Credentials): Ask => ({
  path: `/${encodeURIComponent(bucket)}/${encoded(key)}`,
  headers: { accept: '*/*' },
})
