// https://docs.aws.amazon.com/AmazonCloudWatchLogs/latest/APIReference/Welcome.html
import type { Sdk, SdkExample } from '../../core/sdk.ts'
import { clientsOf, fakes, formerClientsOf, request } from './aws/service.ts'

const logs = { name: 'logs', client: 'CloudWatchLogs', web: 'cloudwatch-logs' }

export const sdk: Sdk = {
  id: 'aws-logs',
  words: ['create_log_group', 'CreateLogGroup', 'createLogGroup'],
  fakes,
  clients: [...clientsOf(logs), formerClientsOf(logs)],
  calls: [],
  rents: [
    ...request(logs, 'create_log_group'),
    ...request(logs, 'put_retention_policy'),
    // A group that goes again is for a while only.
    ...request(logs, 'delete_log_group'),
  ],
  free: ['create_log_stream', 'describe_log_groups'],
}

export const examples: readonly SdkExample[] = [
  {
    lang: 'python',
    code: `
import boto3

class Shipper:
    def __init__(self, group):
        self.logs = boto3.client("logs", region_name="eu-west-1")
        self.logs.create_log_group(logGroupName=group, logGroupClass="INFREQUENT_ACCESS")
`,
    sees: [],
    rents: [
      {
        line: 7,
        type: 'aws.create_log_group',
        region: 'eu-west-1',
        facts: { storageClass: 'INFREQUENT_ACCESS', retentionDays: 0 },
      },
    ],
  },
  {
    lang: 'typescript',
    code: `
import { CloudWatchLogs, CreateLogGroupCommand } from '@aws-sdk/client-cloudwatch-logs'

const logs = new CloudWatchLogs({ region: 'us-east-1' })
export async function group(logGroupName: string) {
  await logs.send(new CreateLogGroupCommand({ logGroupName }))
  await logs.createLogGroup({ logGroupName: 'b' })
}
`,
    sees: [],
    rents: [
      { line: 6, type: 'aws.create_log_group', facts: { storageClass: 'STANDARD', retentionDays: 0 } },
      { line: 7, type: 'aws.create_log_group', region: 'us-east-1' },
    ],
  },
  {
    lang: 'typescript',
    code: `
import CloudWatchLogs from 'aws-sdk/clients/cloudwatchlogs'

const logs = new CloudWatchLogs({ region: 'us-east-1' })
await logs.createLogGroup({ logGroupName: 'a' }).promise()
`,
    sees: [],
    rents: [{ line: 5, type: 'aws.create_log_group', region: 'us-east-1', facts: { retentionDays: 0 } }],
  },
  {
    lang: 'python',
    code: `
import boto3

logs = boto3.client("logs")
logs.create_log_stream(logGroupName="a", logStreamName="b")

def create_log_group(name):
    return name

create_log_group("a")
`,
    sees: [],
  },
]
