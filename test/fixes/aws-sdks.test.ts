// As fixes.test.ts, of programs that are written here, with the clients of EC2, CloudWatch Logs and S3: they read what is answered by the service's own model of it.
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { loadPriceBook } from '../../cli/price-book.ts'
import { loadTokenCounter } from '../../cli/tokenizer.ts'
import { changesOf } from './changes.ts'
import { type ProviderServer, startProviders } from './provider-server.ts'
import { fixedText, runSample } from './sample.ts'
import { wrongTypes } from './typed.ts'

let providers: ProviderServer
beforeAll(async () => {
  providers = await startProviders()
})
afterAll(() => providers.close())

const spot = `import { EC2Client, RunInstancesCommand } from '@aws-sdk/client-ec2'

const ec2 = new EC2Client({ region: 'us-east-1' })

export async function start(image: string) {
  const { ReservationId } = await ec2.send(
    new RunInstancesCommand({ ImageId: image, InstanceType: 'g5.xlarge', MinCount: 1, MaxCount: 1 }),
  )
  if (ReservationId !== 'r-1') throw new Error('nothing is reserved')
}
`

const retention = `import { CloudWatchLogsClient, CreateLogGroupCommand } from '@aws-sdk/client-cloudwatch-logs'

const logs = new CloudWatchLogsClient({ region: 'us-east-1' })

export async function prepare(name: string) {
  await logs.send(new CreateLogGroupCommand({ logGroupName: name }))
}
`

const named = `import { CloudWatchLogsClient, CreateLogGroupCommand } from "@aws-sdk/client-cloudwatch-logs";

class Shipper {
    constructor(private readonly client = new CloudWatchLogsClient({ region: "us-east-1" })) {}

    async prepare(quay: string) {
        const command = new CreateLogGroupCommand({ logGroupName: "/harbour/" + quay });
        return this.client.send(command); // asked once
    }
}

export async function prepare(quay: string) {
    const { $metadata } = await new Shipper().prepare(quay);
    if ($metadata.httpStatusCode !== 200) throw new Error("no answer");
}
`

const bucket = `import * as aws from '@aws-sdk/client-s3'

const s3 = new aws.S3Client({ region: 'us-east-1', forcePathStyle: true })

export async function prepare(name: string) {
  const status = (await s3.send(new aws.CreateBucketCommand({ Bucket: name }))).$metadata.httpStatusCode
  if (status !== 200) throw new Error('no answer')
}
`

const samples = [
  {
    file: 'spot.ts',
    rule: 'on-demand-gpu',
    text: spot,
    run: "sample.start('ami-0123456789abcdef0')",
    changes: ['1 InstanceMarketOptions.MarketType: nothing → "spot"'],
  },
  {
    file: 'retention.ts',
    rule: 'unexpiring-logs',
    text: retention,
    run: "sample.prepare('berths')",
    changes: [
      'POST / Logs_20140328.PutRetentionPolicy: 0 → 1 requests',
      '2 logGroupName: nothing → "berths"',
      '2 retentionInDays: nothing → 30',
    ],
  },
  {
    file: 'named.ts',
    rule: 'unexpiring-logs',
    text: named,
    run: "sample.prepare('north')",
    changes: [
      'POST / Logs_20140328.PutRetentionPolicy: 0 → 1 requests',
      '2 logGroupName: nothing → "/harbour/north"',
      '2 retentionInDays: nothing → 30',
    ],
  },
  {
    file: 'bucket.ts',
    rule: 'unexpiring-bucket',
    text: bucket,
    run: "sample.prepare('berths')",
    changes: [
      'PUT /{bucket}?lifecycle: 0 → 1 requests',
      '2 Rules.0.AbortIncompleteMultipartUpload.DaysAfterInitiation: nothing → 7',
      '2 Rules.0.Filter.Prefix: nothing → ""',
      '2 Rules.0.ID: nothing → "move-old-objects"',
      '2 Rules.0.Status: nothing → "Enabled"',
      '2 Rules.0.Transitions.0.Days: nothing → 90',
      '2 Rules.0.Transitions.0.StorageClass: nothing → "STANDARD_IA"',
      '2 bucket: nothing → berths',
    ],
  },
]

describe('what arrives at AWS after a fix', () => {
  it.each(samples)(
    '$file: $rule',
    async (sample) => {
      await runSample(sample, sample.text, providers)
      const before = providers.taken()
      const fixed = await fixedText(sample, sample.text, loadPriceBook(), await loadTokenCounter())
      await runSample(sample, fixed, providers)
      const after = providers.taken()
      expect(changesOf(before, after)).toEqual(sample.changes)
      const sent = [...before, ...after].map((request) => ({ ...request, by: sample.file }))
      expect(wrongTypes(sent, new Map([[sample.file, fixed]]))).toEqual([])
    },
    120_000,
  )
})
