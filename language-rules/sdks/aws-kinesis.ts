// https://docs.aws.amazon.com/kinesis/latest/APIReference/API_CreateStream.html
import type { Sdk, SdkExample } from '../../core/sdk.ts'
import { clientsOf, fakes, formerClientsOf, request } from './aws/service.ts'

const kinesis = { name: 'kinesis', client: 'Kinesis' }

export const sdk: Sdk = {
  id: 'aws-kinesis',
  words: ['ShardCount', '@aws-sdk/client-kinesis', 'aws-sdk/clients/kinesis'],
  fakes,
  clients: [...clientsOf(kinesis), formerClientsOf(kinesis)],
  calls: [],
  rents: [
    ...request(kinesis, 'create_stream', { type: 'aws.kinesis.create_stream', handed: ['StreamName', 'ShardCount'] }),
  ],
  free: ['describe_stream', 'get_records', 'put_record', 'delete_stream'],
}

export const examples: readonly SdkExample[] = [
  {
    lang: 'python',
    code: `
import boto3

kinesis = boto3.client("kinesis", region_name="us-east-1")
kinesis.create_stream(StreamName="clicks", ShardCount=4)
kinesis.create_stream(StreamName="views", StreamModeDetails={"StreamMode": "ON_DEMAND"})
`,
    sees: [],
    rents: [
      {
        line: 5,
        type: 'aws.kinesis.create_stream',
        region: 'us-east-1',
        facts: { mode: 'PROVISIONED', shards: 4, retentionHours: 24 },
      },
      { line: 6, type: 'aws.kinesis.create_stream', facts: { mode: 'ON_DEMAND' } },
    ],
  },
  {
    lang: 'typescript',
    code: `
import { CreateStreamCommand, KinesisClient } from '@aws-sdk/client-kinesis'
await new KinesisClient({ region: 'us-east-1' }).send(new CreateStreamCommand({ StreamName: 's', ShardCount: 2 }))
`,
    sees: [],
    rents: [{ line: 3, type: 'aws.kinesis.create_stream', facts: { shards: 2 } }],
  },
  {
    lang: 'python',
    code: `
import boto3
client = boto3.client("kinesis")
client.describe_stream(StreamName="s")
client.get_records(ShardIterator="i")

def create_stream(name):
    return name

create_stream("s")
`,
    sees: [],
  },
]
