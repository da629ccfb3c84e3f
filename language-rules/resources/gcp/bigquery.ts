// https://cloud.google.com/bigquery/pricing
import type { Block } from '../../../core/format.ts'
import type { ResourceExample } from '../../../core/resource.ts'
import { regionOfLocation } from './location.ts'
import { usedResource } from './used-resource.ts'

const docs = 'https://cloud.google.com/bigquery/pricing'
const service = 'bigquery'

const dataset = usedResource({
  id: 'bigquery-dataset',
  docs,
  label: 'BigQuery dataset',
  used: [
    {
      label: 'Queries',
      unit: 'TB',
      name: 'queriedTB',
      meaning: 'TB that queries on demand read in a month',
      price: { service, item: 'on-demand queries' },
    },
  ],
  // https://registry.terraform.io/providers/hashicorp/google/latest/docs/resources/bigquery_dataset
  types: ['google_bigquery_dataset'],
  region: (block) => regionOfLocation(block),
})

const table = usedResource({
  id: 'bigquery-table',
  docs,
  label: 'BigQuery table',
  used: [
    {
      label: 'Active storage',
      unit: 'GB-month',
      name: 'storedGB',
      meaning: 'GB changed within 90 days',
      price: { service, item: 'active storage' },
    },
    {
      label: 'Long-term storage',
      unit: 'GB-month',
      name: 'longTermStoredGB',
      meaning: 'GB not changed for 90 days',
      price: { service, item: 'long-term storage' },
    },
    {
      label: 'Streaming inserts',
      unit: 'GB',
      name: 'streamedGB',
      meaning: 'GB streamed in by the old API',
      price: { service, item: 'streaming inserts' },
    },
    {
      label: 'Storage write API',
      unit: 'GB',
      name: 'writtenGB',
      meaning: 'GB written by the storage write API',
      price: { service, item: 'storage write API' },
    },
    {
      label: 'Storage read API',
      unit: 'TB',
      name: 'readTB',
      meaning: 'TB read by the storage read API',
      price: { service, item: 'storage read API' },
    },
  ],
  // https://registry.terraform.io/providers/hashicorp/google/latest/docs/resources/bigquery_table
  types: ['google_bigquery_table'],
  region: (block) => regionOfLocation(datasetOf(block) ?? block),
})

const datasetOf = (block: Block) => block.target('dataset_id', 'google_bigquery_dataset')

export const resources = [dataset, table]

export const examples: readonly ResourceExample[] = [
  {
    name: 'queries 10 TB × $6.25; a table of the dataset 1,000 GB × $0.023 + 500 GB × $0.016',
    terraform: `resource "google_bigquery_dataset" "events" {
  dataset_id = "events"
  location   = "us-central1"
}

resource "google_bigquery_table" "clicks" {
  dataset_id = google_bigquery_dataset.events.dataset_id
  table_id   = "clicks"
}
`,
    usage: {
      google_bigquery_dataset: { queriedTB: 10 },
      google_bigquery_table: { storedGB: 1000, longTermStoredGB: 500, streamedGB: 0, writtenGB: 0, readTB: 0 },
    },
    sees: [
      { address: 'google_bigquery_dataset.events', usd: 62.5, status: 'priced' },
      { address: 'google_bigquery_table.clicks', usd: 31, status: 'priced' },
    ],
  },
  {
    name: 'nobody says what is read; where the price list has no row there is none',
    terraform: `resource "google_bigquery_dataset" "open" {
  dataset_id = "open"
  location   = "us-central1"
}

resource "google_bigquery_dataset" "south" {
  dataset_id = "south"
  location   = "africa-south1"
}
`,
    sees: [
      { address: 'google_bigquery_dataset.open', usd: null, status: 'partial', unknown: ['Queries: usage'] },
      { address: 'google_bigquery_dataset.south', usd: null, status: 'unknown', unknown: ['Queries: no-price'] },
    ],
  },
]
