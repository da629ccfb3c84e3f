// https://googleapis.github.io/google-api-python-client/docs/dyn/sqladmin_v1beta4.instances.html
import type { Sdk, SdkExample } from '../../core/sdk.ts'

export const sdk: Sdk = {
  id: 'google-sql',
  words: ['sqladmin'],
  clients: [
    {
      python: ['googleapiclient.discovery.build'],
      given: { '[0]|serviceName': /^sql(?:admin)?$/ },
      kind: 'sql requests',
    },
    {
      typescript: [
        'googleapis#google.sqladmin',
        '@googleapis/sqladmin#sqladmin',
        '@googleapis/sqladmin#sqladmin_v1beta4.Sqladmin',
      ],
      kind: 'sql web',
    },
  ],
  calls: [],
  rents: [
    { path: 'instances().insert', on: 'sql requests', type: 'google.sql_instance' },
    { path: 'instances.insert', on: 'sql web', type: 'google.sql_instance' },
  ],
  free: ['instances.list', 'databases.insert', 'users.insert'],
}

export const examples: readonly SdkExample[] = [
  {
    lang: 'python',
    code: `
import googleapiclient.discovery

def make(name, sql=googleapiclient.discovery.build("sqladmin", "v1beta4")):
    body = {
        "name": name,
        "databaseVersion": "MYSQL_8_0",
        "region": "europe-west1",
        "settings": {"tier": "db-n1-standard-2", "availabilityType": "REGIONAL", "dataDiskSizeGb": 50},
    }
    return sql.instances().insert(project="p", body=body).execute()
`,
    sees: [],
    rents: [
      {
        line: 11,
        type: 'google.sql_instance',
        region: 'europe-west1',
        facts: { tier: 'db-n1-standard-2', availability: 'REGIONAL', sizeGiB: 50, edition: 'ENTERPRISE' },
      },
    ],
  },
  {
    lang: 'typescript',
    code: `
import { google } from 'googleapis'
const sql = google.sqladmin('v1beta4')
await sql.instances.insert({
  project: 'p',
  requestBody: { name: 'a', region: 'us-central1', settings: { tier: 'db-f1-micro' } },
})
`,
    sees: [],
    rents: [
      { line: 4, type: 'google.sql_instance', region: 'us-central1', facts: { tier: 'db-f1-micro', sizeGiB: 10 } },
    ],
  },
  {
    lang: 'python',
    code: `
from googleapiclient import discovery
sql = discovery.build("sqladmin", "v1beta4")
sql.instances().list(project="p").execute()
sql.databases().insert(project="p", instance="a", body={"name": "main"}).execute()
discovery.build("compute", "v1").instances().get(project="p", zone="z", instance="a")
`,
    sees: [],
  },
  {
    lang: 'typescript',
    code: `
import { google } from 'googleapis'
await google.sqladmin('v1beta4').instances.list({ project: 'p' })
`,
    sees: [],
  },
]
