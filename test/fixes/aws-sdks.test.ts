// As fixes.test.ts, of programs that are written here, with the clients of EC2 and CloudWatch Logs: they read what is answered by the service's own model of it.
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
