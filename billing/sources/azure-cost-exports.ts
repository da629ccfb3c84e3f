// Azure's bill as files: exports of Cost Management, FOCUS or actual and amortized cost, in a storage container.
// https://learn.microsoft.com/rest/api/storageservices/list-blobs, signed in as https://learn.microsoft.com/rest/api/storageservices/authorize-with-azure-active-directory
import { instantIn } from '../json.ts'
import { followedPages } from '../next-page.ts'
import type {
  Ask,
  BillingSource,
  Credentials,
  Fetched,
  Page,
  Range,
  RemoteFile,
  SourceExample,
  SourceIo,
} from '../source.ts'
import { elements, textOf } from '../xml.ts'

/** The first versions that take a bearer token are of 2017-11-09. */
const version = { 'x-ms-version': '2021-08-06' }

async function* pages(_: Range, io: SourceIo): AsyncIterable<Fetched> {
  const { container = '', prefix = '' } = io.settings
  const ask = (marker: string | undefined): Ask => ({
    path: `/${encodeURIComponent(container)}`,
    query: [
      ['restype', 'container'],
      ['comp', 'list'],
      ...(prefix === '' ? [] : [['prefix', prefix] as const]),
      ...(marker === undefined ? [] : [['marker', marker] as const]),
    ],
    headers: version,
    answer: 'text',
  })
  for await (const got of followedPages('The container', io, ask, (body) => textOf(String(body), 'NextMarker'))) {
    if (got.is === 'page' && listed(got) === undefined) {
      const message = 'The container sent a list of files that cannot be read: nothing was loaded.'
      return yield { is: 'failed', failure: { kind: 'answer', message } }
    }
    yield got
  }
}

function listed({ body }: Page): readonly RemoteFile[] | undefined {
  const xml = typeof body === 'string' ? body : ''
  if (!/<EnumerationResults[\s>]/.test(xml) || !xml.includes('</EnumerationResults>')) return undefined
  return elements(xml, 'Blob').flatMap((each) => {
    const [key, written, version] = ['Name', 'Last-Modified', 'Etag'].map((name) => textOf(each, name))
    const modified = instantIn(written)
    return key && modified && version ? [{ key, modified, version }] : []
  })
}

const request = (key: string, { container = '' }: Credentials): Ask => ({
  path: `/${encodeURIComponent(container)}/${key.split('/').map(encodeURIComponent).join('/')}`,
  headers: { ...version, accept: '*/*' },
})

export const source: BillingSource = {
  id: 'azure-cost-exports',
  name: 'Azure cost exports',
  reads: 'Azure Cost Management exports (FOCUS, actual and amortized cost), from their storage container',
  // https://learn.microsoft.com/azure/storage/common/storage-account-overview: 3 to 24 letters and digits.
  baseFor: ({ account = '' }) =>
    /^[a-z0-9]{3,24}$/.test(account) ? `https://${account}.blob.core.windows.net` : undefined,
  needs: {
    fields: [
      { id: 'token', label: 'an access token of Azure Storage', secret: true, env: 'AZURE_STORAGE_ACCESS_TOKEN' },
      {
        id: 'account',
        label: 'the storage account',
        secret: false,
        env: 'AZURE_STORAGE_ACCOUNT',
        example: 'harbourbill',
      },
      {
        id: 'container',
        label: 'the container of the export',
        secret: false,
        env: 'OUTLAY_EXPORT_CONTAINER',
        example: 'cost',
      },
      {
        id: 'prefix',
        label: 'the folder of the export in it',
        secret: false,
        env: 'OUTLAY_EXPORT_PREFIX',
        optional: true,
        example: 'focus/',
      },
    ],
    scope: 'the role Storage Blob Data Reader on the container',
    grant: 'Storage Blob Data Reader',
    link: 'https://learn.microsoft.com/azure/storage/blobs/assign-azure-role-data-access',
    signIns: [{ with: 'microsoft', field: 'token', scopes: ['https://storage.azure.com/.default'] }],
  },
  limits: 'only files that changed are fetched; the storage account charges for requests and for traffic',
  freshness: 'once a day',
  headers: ({ token }) => ({ authorization: `Bearer ${token}` }),
  pages,
  rows: () => ({ rows: [], problems: [] }),
  files: { listed, request },
}

export const examples: readonly SourceExample[] = [
  {
    name: 'a list of files makes no rows: the store reads the files',
    page: {
      is: 'page',
      at: '2026-11-20T08:00:00.000Z',
      body: `<?xml version="1.0" encoding="utf-8"?><EnumerationResults ContainerName="cost"><Blobs><Blob><Name>focus/20261101-20261130/part_0_0001.csv</Name><Properties><Last-Modified>Fri, 20 Nov 2026 05:00:00 GMT</Last-Modified><Etag>0x8D</Etag><Content-Length>9</Content-Length></Properties></Blob></Blobs><NextMarker /></EnumerationResults>`,
    },
    rows: [],
  },
]
