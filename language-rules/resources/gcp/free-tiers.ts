// What Google gives every month without an end; the welcome credit and trials are none of it.
import type { FreeTier } from '../../../core/free-tier.ts'

const asOf = '2026-11-22'
const holder = 'billing account'
const overview = 'https://docs.cloud.google.com/free/docs/free-cloud-features'
const run = 'https://cloud.google.com/run/pricing'
/** Oregon, Iowa, South Carolina. */
const threeRegions = /^us-(?:west1|central1|east1)$/

/** 730 hours. */
const daysPerMonth = 730 / 24

type Offer = Pick<FreeTier, 'what' | 'quantity' | 'lines'> & Partial<FreeTier>

const offers: readonly Offer[] = [
  {
    // all hours of a month, of however many machines
    what: 'hours of e2-micro on demand',
    quantity: 730,
    regions: threeRegions,
    lines: [{ sku: 'e2-micro', unit: 'hour', definitions: ['gcp/compute-instance', 'gcp/instance-group'] }],
  },
  {
    what: 'GB-months of standard persistent disk',
    quantity: 30,
    regions: threeRegions,
    lines: [{ sku: 'pd pd-standard', unit: 'GB-month' }],
  },
  {
    what: 'GB-months of standard storage',
    quantity: 5,
    regions: threeRegions,
    lines: [{ sku: 'gcs STANDARD', unit: 'GB-month' }],
  },
  {
    what: 'class A operations of Cloud Storage',
    quantity: 5_000,
    regions: threeRegions,
    lines: [{ sku: 'gcs STANDARD', unit: 'request', label: /^Class A/ }],
  },
  {
    what: 'class B operations of Cloud Storage',
    quantity: 50_000,
    regions: threeRegions,
    lines: [{ sku: 'gcs STANDARD', unit: 'request', label: /^Class B/ }],
  },
  // Cloud Run's are a discount at the prices of tier 1; in other regions it is worth fewer seconds, and is not taken off
  {
    what: 'vCPU-seconds of Cloud Run while it answers',
    quantity: 180_000,
    lines: [{ sku: 'cloud-run CPU (request-based) tier 1', unit: 'vCPU-second' }],
    page: run,
  },
  {
    what: 'GiB-seconds of Cloud Run while it answers',
    quantity: 360_000,
    lines: [{ sku: 'cloud-run memory tier 1', unit: 'GiB-second', label: /^Memory$/ }],
    page: run,
  },
  {
    what: 'vCPU-seconds of instances and jobs of Cloud Run',
    quantity: 240_000,
    lines: [{ sku: 'cloud-run CPU always allocated / jobs tier 1', unit: 'vCPU-second' }],
    page: run,
  },
  {
    what: 'GiB-seconds of instances and jobs of Cloud Run',
    quantity: 450_000,
    lines: [{ sku: 'cloud-run memory always allocated / jobs tier 1', unit: 'GiB-second' }],
    page: run,
  },
  {
    what: 'requests of Cloud Run',
    quantity: 2_000_000,
    lines: [{ sku: 'cloud-run requests', unit: 'request' }],
    page: run,
  },
  {
    what: 'invocations of functions of the first generation',
    quantity: 2_000_000,
    lines: [{ sku: 'cloud-functions invocations', unit: 'request' }],
  },
  {
    what: 'GB-seconds of functions of the first generation',
    quantity: 400_000,
    lines: [{ sku: 'cloud-functions memory', unit: 'GB-second' }],
  },
  {
    what: 'GHz-seconds of functions of the first generation',
    quantity: 200_000,
    lines: [{ sku: 'cloud-functions CPU', unit: 'GHz-second' }],
  },
  {
    what: 'GB sent by functions of the first generation',
    quantity: 5,
    lines: [{ sku: 'cloud-functions egress', unit: 'GB' }],
  },
  {
    // published and delivered together
    what: 'GiB of messages of Pub/Sub',
    quantity: 10,
    lines: [
      { sku: 'pubsub ingestion', unit: 'TiB', each: 1 / 1024 },
      { sku: 'pubsub delivery', unit: 'TiB', each: 1 / 1024 },
    ],
  },
  {
    what: 'TB read by queries of BigQuery',
    quantity: 1,
    lines: [{ sku: 'bigquery on-demand queries', unit: 'TB' }],
    page: 'https://cloud.google.com/bigquery/pricing',
  },
  {
    what: 'GB-months of BigQuery',
    quantity: 10,
    lines: [
      { sku: 'bigquery active storage', unit: 'GB-month' },
      { sku: 'bigquery long-term storage', unit: 'GB-month' },
    ],
    page: 'https://cloud.google.com/bigquery/pricing',
  },
  // of a day, so that it is all used only where each day is like the others
  ...(
    [
      ['reads', 50_000],
      ['writes', 20_000],
      ['deletes', 20_000],
    ] as const
  ).map(([kind, ofDay]) => ({
    what: `document ${kind} (${ofDay.toLocaleString('en')} a day)`,
    quantity: Math.floor(ofDay * daysPerMonth),
    holder: 'project, for one of its Firestore databases',
    one: 'Firestore database',
    lines: [{ sku: `firestore document ${kind}`, unit: 'document' }],
    page: 'https://docs.cloud.google.com/firestore/quotas',
  })),
  {
    what: 'GB-months of Artifact Registry',
    quantity: 0.5,
    lines: [{ sku: 'artifact-registry storage', unit: 'GB-month' }],
  },
  ...(
    [
      ['active versions of secrets', 6, 'version', 'version-month'],
      ['accesses to secrets', 10_000, 'access operations', 'request'],
      ['rotation notices of secrets', 3, 'rotation', 'rotation'],
    ] as const
  ).map(([what, quantity, item, unit]) => ({
    what,
    quantity,
    lines: [{ sku: `secret-manager ${item}`, unit }],
    page: 'https://cloud.google.com/secret-manager/pricing',
  })),
  {
    what: 'GB of logs',
    quantity: 50,
    holder: 'project',
    lines: [{ sku: 'cloud-logging ingestion', unit: 'GB' }],
    page: 'https://cloud.google.com/stackdriver/pricing',
  },
  {
    what: 'MiB of metrics',
    quantity: 150,
    lines: [{ sku: 'cloud-monitoring first 100k MiB', unit: 'MiB' }],
    page: 'https://cloud.google.com/stackdriver/pricing',
  },
  {
    what: 'calls that read metrics',
    quantity: 1_000_000,
    lines: [{ sku: 'cloud-monitoring API calls', unit: 'request' }],
    page: 'https://cloud.google.com/stackdriver/pricing',
  },
  {
    what: 'hours of an Autopilot or zonal cluster',
    quantity: 730,
    lines: [
      { sku: 'gke cluster management', unit: 'hour', facts: { autopilot: true } },
      { sku: 'gke cluster management', unit: 'hour', facts: { zonal: true } },
    ],
  },
]

export const freeTiers: readonly FreeTier[] = offers.map((offer) => ({
  cloud: 'gcp',
  holder,
  page: overview,
  asOf,
  ...offer,
}))
