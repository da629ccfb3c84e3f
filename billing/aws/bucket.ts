// https://docs.aws.amazon.com/AmazonS3/latest/API/API_ListObjectsV2.html and API_GetObject.html
import type { Ask, Credentials, Fetched, Page, Range, RemoteFile, SourceIo } from '../source.ts'
import { elements, textOf } from '../xml.ts'

const encoded = (key: string) => key.split('/').map(encodeURIComponent).join('/')

/** Lists all that is under the prefix. */
export async function* bucketPages(_: Range, io: SourceIo): AsyncIterable<Fetched> {
  const { bucket = '', prefix = '' } = io.settings
  const seen = new Set<string>()
  for (let token: string | undefined; ; ) {
    const got = await io.ask({
      path: `/${encodeURIComponent(bucket)}`,
      query: [
        ['list-type', '2'],
        ...(prefix === '' ? [] : [['prefix', prefix] as const]),
        ...(token === undefined ? [] : [['continuation-token', token] as const]),
      ],
      answer: 'text',
    })
    if (got.is === 'page' && listed(got) === undefined) {
      const message = 'The bucket sent a list of files that cannot be read: nothing was loaded.'
      return yield { is: 'failed', failure: { kind: 'answer', message } }
    }
    yield got
    const next = got.is === 'page' ? textOf(String(got.body), 'NextContinuationToken') : undefined
    if (next === undefined || seen.has(next)) return
    seen.add(next)
    token = next
  }
}

export function listed({ body }: Page): readonly RemoteFile[] | undefined {
  const xml = typeof body === 'string' ? body : ''
  if (!/<ListBucketResult[\s>]/.test(xml) || !xml.includes('</ListBucketResult>')) return undefined
  return elements(xml, 'Contents').flatMap((each) => {
    const [key, modified, version] = ['Key', 'LastModified', 'ETag'].map((name) => textOf(each, name))
    return key && modified && version ? [{ key, modified: new Date(modified).toISOString(), version }] : []
  })
}

export const objectRequest = (key: string, { bucket = '' }: Credentials): Ask => ({
  path: `/${encodeURIComponent(bucket)}/${encoded(key)}`,
  headers: { accept: '*/*' },
})
