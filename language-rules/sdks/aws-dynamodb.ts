// https://docs.aws.amazon.com/amazondynamodb/latest/APIReference/API_CreateTable.html
import type { Sdk, SdkExample } from '../../core/sdk.ts'
import { clientsOf, elsewhere, fakes, formerClientsOf, request } from './aws/service.ts'

const dynamodb = { name: 'dynamodb', client: 'DynamoDB' }
const type = 'aws.dynamodb.create_table'

export const sdk: Sdk = {
  id: 'aws-dynamodb',
  // What every table is told.
  words: ['KeySchema'],
  fakes,
  clients: [...clientsOf(dynamodb), formerClientsOf(dynamodb)],
  calls: [],
  rents: [
    ...request(dynamodb, 'create_table', { type, handed: ['TableName', 'KeySchema', 'AttributeDefinitions'] }),
    { path: 'create_table', on: 'dynamodb resource', type, unless: elsewhere },
  ],
  free: ['describe_table', 'list_tables', 'put_item', 'delete_table'],
}

export const examples: readonly SdkExample[] = [
  {
    lang: 'python',
    code: `
import boto3

dynamodb = boto3.resource("dynamodb", region_name="us-east-1")
dynamodb.create_table(
    TableName="orders",
    KeySchema=[{"AttributeName": "id", "KeyType": "HASH"}],
    AttributeDefinitions=[{"AttributeName": "id", "AttributeType": "S"}],
    ProvisionedThroughput={"ReadCapacityUnits": 10, "WriteCapacityUnits": 5},
)

def make(name, client):
    client.create_table(
        TableName=name, KeySchema=keys, AttributeDefinitions=attributes, BillingMode="PAY_PER_REQUEST"
    )
`,
    sees: [],
    rents: [
      {
        line: 5,
        type: 'aws.dynamodb.create_table',
        region: 'us-east-1',
        facts: { billingMode: 'PROVISIONED', readCapacity: 10, writeCapacity: 5, tableClass: 'STANDARD' },
      },
      { line: 13, type: 'aws.dynamodb.create_table', facts: { billingMode: 'PAY_PER_REQUEST' } },
    ],
  },
  {
    lang: 'typescript',
    code: `
import { CreateTableCommand, DynamoDBClient } from '@aws-sdk/client-dynamodb'
import AWS from 'aws-sdk'
const client = new DynamoDBClient({ region: 'eu-west-1' })
await client.send(
  new CreateTableCommand({ TableName: 'a', KeySchema: [], AttributeDefinitions: [], BillingMode: 'PAY_PER_REQUEST' }),
)
const older = new AWS.DynamoDB({ region: 'us-west-2' })
older.createTable({
  TableName: 'b',
  KeySchema: [],
  ProvisionedThroughput: { ReadCapacityUnits: 1, WriteCapacityUnits: 1 },
})
`,
    sees: [],
    rents: [
      { line: 5, type: 'aws.dynamodb.create_table', region: 'eu-west-1', facts: { billingMode: 'PAY_PER_REQUEST' } },
      { line: 9, type: 'aws.dynamodb.create_table', region: 'us-west-2', facts: { readCapacity: 1, writeCapacity: 1 } },
    ],
  },
  {
    // The same on this machine, and tables of others.
    lang: 'python',
    code: `
import boto3
from google.cloud import bigquery
boto3.resource("dynamodb", endpoint_url="http://localhost:8000").create_table(TableName="t", KeySchema=[])
boto3.resource("dynamodb").Table("t").put_item(Item={})
bigquery.Client().create_table("p.d.t")
`,
    sees: [],
  },
]
