// A bucket of Amazon S3 and a container of Azure Blob Storage, as both list and hand out files.
// https://docs.aws.amazon.com/AmazonS3/latest/API/API_ListObjectsV2.html
import type { Heard, Said } from './fake.ts'

/** Content by key; its tag is the content's length and last bytes. */
export type Bucket = Map<string, string | Buffer>

const escaped = (text: string) => text.replaceAll('&', '&amp;')
const tag = (content: string | Buffer) => `${content.length}-${Buffer.from(content).subarray(-12).toString('hex')}`
const xml = (text: string, status = 200) => ({ status, text, headers: { 'content-type': 'application/xml' } })

/** Lists two keys a page, as S3 and as Azure do. */
export function serveBucket(bucket: Bucket) {
  return ({ path, query, headers }: Heard): Said => {
    const key = decodeURIComponent(path.split('/').slice(2).join('/'))
    if (key !== '') return fileAt(bucket, key)
    const keys = [...bucket.keys()].filter((each) => each.startsWith(query.get('prefix') ?? '')).sort()
    const from = Number(query.get('continuation-token') ?? query.get('marker') ?? 0)
    const page = keys.slice(from, from + 2)
    const more = from + 2 < keys.length ? String(from + 2) : undefined
    const listed = page.map((each) => ({ name: escaped(each), content: bucket.get(each)! }))
    if (query.get('list-type') === '2')
      return xml(
        `<?xml version="1.0" encoding="UTF-8"?><ListBucketResult xmlns="http://s3.amazonaws.com/doc/2006-03-01/"><Name>${path.split('/')[1]}</Name><Prefix>${escaped(query.get('prefix') ?? '')}</Prefix><KeyCount>${page.length}</KeyCount><MaxKeys>2</MaxKeys><IsTruncated>${more !== undefined}</IsTruncated>${listed.map(({ name, content }) => `<Contents><Key>${name}</Key><LastModified>2026-11-20T05:00:00.000Z</LastModified><ETag>&quot;${tag(content)}&quot;</ETag><Size>${content.length}</Size><StorageClass>STANDARD</StorageClass></Contents>`).join('')}${more ? `<NextContinuationToken>${more}</NextContinuationToken>` : ''}</ListBucketResult>`,
      )
    if (headers['x-ms-version'] === undefined) return { status: 400 }
    return xml(
      `\uFEFF<EnumerationResults><Blobs>${listed.map(({ name, content }) => `<Blob><Name>${name}</Name><Properties><Last-Modified>Fri, 20 Nov 2026 05:00:00 GMT</Last-Modified><Etag>${tag(content)}</Etag></Properties></Blob>`).join('')}</Blobs><NextMarker>${more ?? ''}</NextMarker></EnumerationResults>`,
    )
  }
}

function fileAt(bucket: Bucket, key: string): Said {
  const text = bucket.get(key)
  if (text === undefined) return s3Refusal('NoSuchKey', 404)
  return { text, headers: { 'content-type': 'application/octet-stream', etag: `"${tag(text)}"` } }
}

/** https://docs.aws.amazon.com/AmazonS3/latest/API/ErrorResponses.html */
export const s3Refusal = (code: string, status: number) =>
  xml(`<?xml version="1.0" encoding="UTF-8"?><Error><Code>${code}</Code><Message>made up</Message></Error>`, status)
