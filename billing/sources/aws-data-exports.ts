// AWS's bill as files: FOCUS 1.0 and 1.2, CUR 2.0 or the older Cost and Usage Report, as AWS delivers them to a bucket.
// https://docs.aws.amazon.com/cur/latest/userguide/dataexports-export-delivery.html
import { awsMeaning, hostOf, keyFields, policy, regionField, signedFor } from '../aws/ask.ts'
import { bucketPages, listed, objectRequest } from '../aws/bucket.ts'
import type { BillingSource, SourceExample } from '../source.ts'

export const source: BillingSource = {
  id: 'aws-data-exports',
  name: 'AWS Data Exports',
  reads: 'AWS Data Exports (FOCUS, CUR 2.0) and Cost and Usage Reports, from their bucket',
  baseFor: ({ region }) => hostOf('s3', region),
  needs: {
    fields: [
      ...keyFields,
      regionField,
      {
        id: 'bucket',
        label: 'the bucket of the export',
        secret: false,
        env: 'OUTLAY_EXPORT_BUCKET',
        example: 'harbour-bill',
      },
      {
        id: 'prefix',
        label: 'the folder of the export in it',
        secret: false,
        env: 'OUTLAY_EXPORT_PREFIX',
        optional: true,
        example: 'exports/focus/',
      },
    ],
    scope: 's3:ListBucket on the bucket and s3:GetObject on the export’s folder',
    grant: policy(
      { Action: ['s3:ListBucket'], Resource: 'arn:aws:s3:::BUCKET' },
      { Action: ['s3:GetObject'], Resource: 'arn:aws:s3:::BUCKET/PREFIX/*' },
    ),
    link: 'https://docs.aws.amazon.com/cur/latest/userguide/dataexports-export-delivery.html',
    signIns: [{ with: 'aws' }],
  },
  limits: 'only files that changed are fetched; S3 charges for requests and for traffic',
  freshness: 'once to three times a day; a month may change for two weeks after its end',
  renews: {
    hours: 8,
    source: 'https://docs.aws.amazon.com/cur/latest/userguide/dataexports-export-delivery.html',
  },
  headers: signedFor('s3'),
  meaning: awsMeaning,
  pages: bucketPages,
  rows: () => ({ rows: [], problems: [] }),
  files: { listed, request: objectRequest },
}

export const examples: readonly SourceExample[] = [
  {
    name: 'a list of files makes no rows: the store reads the files',
    page: {
      is: 'page',
      at: '2026-11-20T08:00:00.000Z',
      body: `<?xml version="1.0" encoding="UTF-8"?>
<ListBucketResult xmlns="http://s3.amazonaws.com/doc/2006-03-01/"><Name>harbour-bill</Name><IsTruncated>false</IsTruncated>
<Contents><Key>exports/focus/data/BILLING_PERIOD=2026-11/part.csv.gz</Key><LastModified>2026-11-20T05:00:00.000Z</LastModified><ETag>&quot;e1&quot;</ETag><Size>9</Size></Contents></ListBucketResult>`,
    },
    rows: [],
  },
]
