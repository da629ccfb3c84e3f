import type { RuleExample } from '../../../core/rule.ts'

const message = 'These logs are kept for ever, at $0.03 a GB-month for as long as they are. Set a retention.'

/** Requests of a program, in the statements that they stand in there. */
export const logsInCode: readonly RuleExample[] = [
  {
    name: 'a command that was given a name, in a file with double quotes and four blanks',
    lang: 'typescript',
    code: `import { CloudWatchLogsClient, CreateLogGroupCommand } from "@aws-sdk/client-cloudwatch-logs";

export class Shipper {
    private readonly client = new CloudWatchLogsClient({ region: "us-east-1" });

    async prepare(): Promise<void> {
        const command = new CreateLogGroupCommand({ logGroupName: "/harbour/berths/of/the/northern/quay" });
        await this.client.send(command); // asked once
    }
}
`,
    finds: [
      {
        line: 8,
        message,
        fixed: `import { CloudWatchLogsClient, CreateLogGroupCommand, PutRetentionPolicyCommand } from "@aws-sdk/client-cloudwatch-logs";

export class Shipper {
    private readonly client = new CloudWatchLogsClient({ region: "us-east-1" });

    async prepare(): Promise<void> {
        const command = new CreateLogGroupCommand({ logGroupName: "/harbour/berths/of/the/northern/quay" });
        await this.client.send(command); // asked once
        await this.client.send(
            new PutRetentionPolicyCommand({
                logGroupName: "/harbour/berths/of/the/northern/quay",
                retentionInDays: 30,
            }),
        );
    }
}
`,
      },
    ],
  },
  {
    name: 'what the request answers is returned',
    lang: 'typescript',
    code: `import * as aws from '@aws-sdk/client-cloudwatch-logs'

const logs = new aws.CloudWatchLogsClient({ region: 'us-east-1' })

export async function prepare(quay: string) {
  return logs.send(new aws.CreateLogGroupCommand({ logGroupName: '/harbour/' + quay }))
}
`,
    finds: [
      {
        line: 6,
        message,
        fixed: `import * as aws from '@aws-sdk/client-cloudwatch-logs'

const logs = new aws.CloudWatchLogsClient({ region: 'us-east-1' })

export async function prepare(quay: string) {
  const created = await logs.send(new aws.CreateLogGroupCommand({ logGroupName: '/harbour/' + quay }))
  await logs.send(
    new aws.PutRetentionPolicyCommand({ logGroupName: '/harbour/' + quay, retentionInDays: 30 }),
  )
  return created
}
`,
      },
    ],
  },
  {
    name: 'a part of what it answers, by a command that is imported under another name',
    lang: 'typescript',
    code: `import { CloudWatchLogsClient, CreateLogGroupCommand as Make } from '@aws-sdk/client-cloudwatch-logs'

const logs = new CloudWatchLogsClient({ region: 'us-east-1' })

export async function prepare(logGroupName: string) {
  const { requestId } =
    (await logs.send(new Make({ logGroupName }))).$metadata
  return requestId
}
`,
    finds: [
      {
        line: 7,
        message,
        fixed: `import { CloudWatchLogsClient, CreateLogGroupCommand as Make, PutRetentionPolicyCommand } from '@aws-sdk/client-cloudwatch-logs'

const logs = new CloudWatchLogsClient({ region: 'us-east-1' })

export async function prepare(logGroupName: string) {
  const { requestId } =
    (await logs.send(new Make({ logGroupName }))).$metadata
  await logs.send(new PutRetentionPolicyCommand({ logGroupName: logGroupName, retentionInDays: 30 }))
  return requestId
}
`,
      },
    ],
  },
  {
    name: 'the SDK before version 3, whose promise is asked for',
    lang: 'typescript',
    code: `import AWS from 'aws-sdk'

const logs = new AWS.CloudWatchLogs({ region: 'us-east-1' })

export async function prepare(name: string) {
	await logs.createLogGroup({ logGroupName: name }).promise()
}
`,
    finds: [
      {
        line: 6,
        message,
        fixed: `import AWS from 'aws-sdk'

const logs = new AWS.CloudWatchLogs({ region: 'us-east-1' })

export async function prepare(name: string) {
	await logs.createLogGroup({ logGroupName: name }).promise()
	await logs.putRetentionPolicy({ logGroupName: name, retentionInDays: 30 }).promise()
}
`,
      },
    ],
  },
  {
    name: 'what runs only if something holds, is not waited for, is one of several at once, or is followed by more: nothing is edited',
    lang: 'typescript',
    code: `import { CloudWatchLogsClient, CreateLogGroupCommand } from '@aws-sdk/client-cloudwatch-logs'

const logs = new CloudWatchLogsClient({ region: 'us-east-1' })

export async function prepare(name: string, isNew: boolean) {
  if (isNew) await logs.send(new CreateLogGroupCommand({ logGroupName: name }))
  if (name !== '') // (those without a name are nobody's)
    await logs.send(new CreateLogGroupCommand({ logGroupName: name }))
  else await logs.send(new CreateLogGroupCommand({ logGroupName: 'all' }))
  const begun = logs.send(new CreateLogGroupCommand({ logGroupName: name }))
  await Promise.all([begun, logs.send(new CreateLogGroupCommand({ logGroupName: 'other' }))])
  await logs.send(new CreateLogGroupCommand({ logGroupName: name })).catch(() => undefined)
}

export const later = (name: string) => logs.send(new CreateLogGroupCommand({ logGroupName: name }))
`,
    finds: [6, 8, 9, 10, 11, 12, 15].map((line) => ({ line, message })),
  },
  {
    name: 'a name of another function, one that is made anew each time, and a client without a name: nothing is edited',
    lang: 'typescript',
    code: `import { CloudWatchLogsClient, CreateLogGroupCommand } from '@aws-sdk/client-cloudwatch-logs'

const logs = new CloudWatchLogsClient({ region: 'us-east-1' })
const group = (quay: string) => new CreateLogGroupCommand({ logGroupName: quay })

export async function prepare(name: string) {
  await logs.send(group(name))
  await logs.send(new CreateLogGroupCommand({ logGroupName: crypto.randomUUID() }))
  await new CloudWatchLogsClient({ region: 'us-east-1' }).send(new CreateLogGroupCommand({ logGroupName: name }))
}
`,
    finds: [7, 8, 9].map((line) => ({ line, message })),
  },
  {
    name: 'what it answers is returned, Python',
    lang: 'python',
    code: `import boto3

logs = boto3.client("logs", region_name="us-east-1")


def prepare(name):
    return logs.create_log_group(logGroupName=f"/harbour/{name}")["ResponseMetadata"]
`,
    finds: [
      {
        line: 7,
        message,
        fixed: `import boto3

logs = boto3.client("logs", region_name="us-east-1")


def prepare(name):
    created = logs.create_log_group(logGroupName=f"/harbour/{name}")["ResponseMetadata"]
    logs.put_retention_policy(logGroupName=f"/harbour/{name}", retentionInDays=30)
    return created
`,
      },
    ],
  },
  {
    name: 'a comment stays at its request',
    lang: 'python',
    code: `import boto3

logs = boto3.client("logs", region_name="us-east-1")
logs.create_log_group(logGroupName="/harbour/berths")  # each berth writes here
`,
    finds: [
      {
        line: 4,
        message,
        fixed: `import boto3

logs = boto3.client("logs", region_name="us-east-1")
logs.create_log_group(logGroupName="/harbour/berths")  # each berth writes here
logs.put_retention_policy(logGroupName="/harbour/berths", retentionInDays=30)
`,
      },
    ],
  },
  {
    name: 'what shares a line with what it depends on: nothing is edited',
    lang: 'python',
    code: `import boto3

logs = boto3.client("logs", region_name="us-east-1")


def prepare(name):
    if name: logs.create_log_group(logGroupName=name)
`,
    finds: [{ line: 7, message }],
  },
]
