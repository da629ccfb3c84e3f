// https://docs.aws.amazon.com/lambda/latest/api/API_CreateFunction.html: billed by what it is asked and how long it runs
import type { Sdk, SdkExample } from '../../core/sdk.ts'
import { clientsOf, fakes, formerClientsOf, request } from './aws/service.ts'

const lambda = { name: 'lambda', client: 'Lambda' }

export const sdk: Sdk = {
  id: 'aws-lambda',
  words: ['create_function', '@aws-sdk/client-lambda', 'aws-sdk/clients/lambda'],
  fakes,
  clients: [...clientsOf(lambda), formerClientsOf(lambda)],
  calls: [],
  rents: [
    ...request(lambda, 'create_function', { type: 'aws.lambda.create_function', handed: ['FunctionName', 'Code'] }),
  ],
  free: ['invoke', 'update_function_code', 'get_function', 'delete_function'],
}

export const examples: readonly SdkExample[] = [
  {
    lang: 'python',
    code: `
import boto3

client = boto3.client("lambda", region_name="us-east-1")
client.create_function(
    FunctionName="resize",
    Runtime="python3.13",
    Role="r",
    Handler="app.handler",
    Code={"ZipFile": b""},
    MemorySize=1024,
    Architectures=["arm64"],
)
client.create_function(FunctionName="small", Runtime="python3.13", Role="r", Handler="h", Code={"ZipFile": b""})
client.invoke(FunctionName="resize")
`,
    sees: [],
    rents: [
      {
        line: 5,
        type: 'aws.lambda.create_function',
        region: 'us-east-1',
        facts: { memoryMiB: 1024, architecture: 'arm64', ephemeralMiB: 512 },
      },
      { line: 14, type: 'aws.lambda.create_function', facts: { memoryMiB: 128, architecture: 'x86_64' } },
    ],
  },
  {
    lang: 'typescript',
    code: `
import { CreateFunctionCommand, LambdaClient } from '@aws-sdk/client-lambda'
await new LambdaClient({ region: 'eu-west-1' }).send(
  new CreateFunctionCommand({ FunctionName: 'f', Role: 'r', Code: {}, MemorySize: 512 }),
)
`,
    sees: [],
    rents: [{ line: 3, type: 'aws.lambda.create_function', region: 'eu-west-1', facts: { memoryMiB: 512 } }],
  },
  {
    lang: 'python',
    code: `
import boto3
boto3.client("lambda").update_function_code(FunctionName="f", ZipFile=b"")

def create_function(name):
    return name

create_function("f")
`,
    sees: [],
  },
]
