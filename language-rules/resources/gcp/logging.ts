// https://cloud.google.com/stackdriver/pricing
import { fact, isUnwritten, numberFact } from '../../../core/estimate/resource-line.ts'
import { valueOf } from '../../../core/known.ts'
import { defineResource, type FormatMapping, type ResourceExample } from '../../../core/resource.ts'
import { everywhere } from '../block-facts.ts'
import { usageOf, usedLines } from '../used.ts'
import { usedResource } from './used-resource.ts'

const docs = 'https://cloud.google.com/stackdriver/pricing'
const service = 'cloud-logging'

const ingested = {
  label: 'Logs taken in',
  unit: 'GB',
  name: 'loggedGB',
  meaning: 'GB of logs in a month',
  price: { service, item: 'ingestion' },
}

const kept = {
  label: 'Logs kept longer',
  unit: 'GB-month',
  name: 'retainedGB',
  meaning: 'GB of logs kept past the 30 days that are in the price of taking them in',
  price: { service, item: 'retention' },
}

const includedDays = 30

const owners = ['project', 'folder', 'organization', 'billing_account']

const bucket = defineResource({
  id: 'gcp/log-bucket',
  cloud: 'gcp',
  docs,
  shape: { days: 'days that logs are kept; 30 are included' },
  usage: usageOf([ingested, kept]),
  lines: (resource, prices) => {
    const days = numberFact(resource, 'days')
    const isShort = isUnwritten(fact(resource, 'days')) || (valueOf(days) ?? includedDays + 1) <= includedDays
    return usedLines(resource, prices, isShort ? [ingested] : [ingested, kept])
  },
  from: {
    // https://registry.terraform.io/providers/hashicorp/google/latest/docs/resources/logging_project_bucket_config
    terraform: Object.fromEntries(
      owners.map((owner): [string, FormatMapping] => [
        `google_logging_${owner}_bucket_config`,
        { facts: { days: 'retention_days' }, region: everywhere },
      ]),
    ),
  },
  label: () => 'log bucket',
})

/** Routing is free; what is routed to a bucket is billed as it is taken in there. */
const sink = usedResource({
  id: 'log-sink',
  docs,
  label: 'log sink',
  used: [ingested],
  // https://registry.terraform.io/providers/hashicorp/google/latest/docs/resources/logging_project_sink
  types: owners.map((owner) => `google_logging_${owner}_sink`),
  region: everywhere,
})

export const resources = [bucket, sink]

export const examples: readonly ResourceExample[] = [
  {
    name: 'kept for 30 days 100 GB × $0.50, for a year 100 GB × $0.50 + 1,100 GB × $0.01; a sink is what goes through',
    terraform: `resource "google_logging_project_bucket_config" "short" {
  project        = "p"
  location       = "global"
  bucket_id      = "short"
  retention_days = 30
}

resource "google_logging_folder_bucket_config" "long" {
  folder         = "f"
  location       = "global"
  bucket_id      = "long"
  retention_days = 365
}

resource "google_logging_organization_sink" "all" {
  name        = "all"
  org_id      = "1"
  destination = "logging.googleapis.com/projects/p"
}
`,
    usage: {
      google_logging_project_bucket_config: { loggedGB: 100 },
      google_logging_folder_bucket_config: { loggedGB: 100, retainedGB: 1100 },
    },
    sees: [
      { address: 'google_logging_project_bucket_config.short', usd: 50, status: 'priced' },
      { address: 'google_logging_folder_bucket_config.long', usd: 61, status: 'priced' },
      {
        address: 'google_logging_organization_sink.all',
        usd: null,
        status: 'partial',
        unknown: ['Logs taken in: usage'],
      },
    ],
  },
]
