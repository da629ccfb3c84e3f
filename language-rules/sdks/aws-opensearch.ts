// https://docs.aws.amazon.com/opensearch-service/latest/ServerlessAPIReference/API_CreateCollection.html
import type { Sdk, SdkExample } from '../../core/sdk.ts'
import { clientsOf, fakes, request } from './aws/service.ts'

const serverless = { name: 'opensearchserverless', client: 'OpenSearchServerless' }

export const sdk: Sdk = {
  id: 'aws-opensearch',
  words: ['opensearchserverless'],
  fakes,
  clients: clientsOf(serverless),
  calls: [],
  rents: request(serverless, 'create_collection'),
  stands: { names: ['@aws-sdk/client-opensearchserverless#CollectionType'] },
  free: ['create_security_policy', 'create_access_policy', 'batch_get_collection'],
}

export const examples: readonly SdkExample[] = [
  {
    lang: 'python',
    code: `
import boto3
aoss = boto3.client("opensearchserverless", region_name="us-east-1")
aoss.create_security_policy(name="p", type="encryption", policy="{}")
aoss.create_collection(name="vectors", type="VECTORSEARCH")
aoss.create_collection(name="more", type="VECTORSEARCH")
aoss.create_collection(name="logs", type="TIMESERIES", standbyReplicas="DISABLED")
`,
    sees: [],
    rents: [
      { line: 5, type: 'aws.create_collection', region: 'us-east-1', facts: { units: 2 } },
      { line: 6, type: 'aws.create_collection', facts: { units: 0 } },
      { line: 7, type: 'aws.create_collection', facts: { units: 1 } },
    ],
  },
  {
    lang: 'typescript',
    code: `
import { CollectionType, CreateCollectionCommand, OpenSearchServerlessClient } from '@aws-sdk/client-opensearchserverless'
const client = new OpenSearchServerlessClient({ region: 'eu-west-1' })
await client.send(new CreateCollectionCommand({ name: 'v', type: CollectionType.VECTORSEARCH }))
`,
    sees: [],
    rents: [{ line: 4, type: 'aws.create_collection', region: 'eu-west-1', facts: { units: 2 } }],
  },
  {
    lang: 'python',
    code: `
import boto3
boto3.client("opensearchserverless").list_collections()
chroma.create_collection(name="docs")
`,
    sees: [],
  },
]
