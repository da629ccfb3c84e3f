// What Azure gives every month without an end; the credit and the offers of the first year are none of it.
import type { FreeTier } from '../../../core/free-tier.ts'

const asOf = '2026-11-22'
const holder = 'subscription'
const functions = 'https://azure.microsoft.com/en-us/pricing/details/functions/'
const apps = 'https://learn.microsoft.com/azure/container-apps/billing'

type Offer = Pick<FreeTier, 'what' | 'quantity' | 'lines' | 'page'> & Partial<FreeTier>

const offers: readonly Offer[] = [
  {
    what: 'executions of functions on a consumption plan',
    quantity: 1_000_000,
    lines: [{ sku: 'functions executions', unit: 'request', facts: { plan: 'Y1' } }],
    page: functions,
  },
  {
    what: 'GB-seconds of functions on a consumption plan',
    quantity: 400_000,
    lines: [{ sku: 'functions execution', unit: 'GB-second', facts: { plan: 'Y1' } }],
    page: functions,
  },
  {
    what: 'executions of functions on a flexible consumption plan',
    quantity: 250_000,
    lines: [{ sku: 'functions flex executions', unit: 'request' }],
    page: functions,
  },
  {
    what: 'GB-seconds of functions on a flexible consumption plan',
    quantity: 100_000,
    lines: [{ sku: 'functions flex execution', unit: 'GB-second' }],
    page: functions,
  },
  {
    // active or kept ready
    what: 'vCPU-seconds of container apps',
    quantity: 180_000,
    lines: [{ sku: /^container-apps consumption vCPU /, unit: 'vCPU-second' }],
    page: apps,
  },
  {
    what: 'GiB-seconds of container apps',
    quantity: 360_000,
    lines: [{ sku: /^container-apps consumption memory /, unit: 'GiB-second' }],
    page: apps,
  },
  {
    what: 'requests of container apps',
    quantity: 2_000_000,
    lines: [{ sku: 'container-apps requests', unit: 'request' }],
    page: apps,
  },
  // of the one account that asks for it; what of scaled throughput is free no page was read that says
  {
    what: 'hundreds of written RU/s of Cosmos DB',
    quantity: 10,
    lines: [{ sku: 'cosmosdb provisioned 100 RU/s', unit: 'month', facts: { isFreeTier: true, isScaled: false } }],
    page: 'https://intercept.cloud/en-gb/blogs/azure-cosmos-db-pricing',
  },
  {
    what: 'GB-months of Cosmos DB',
    quantity: 25,
    lines: [{ sku: 'cosmosdb storage', unit: 'GB-month', facts: { isFreeTier: true } }],
    page: 'https://intercept.cloud/en-gb/blogs/azure-cosmos-db-pricing',
  },
  {
    what: 'GB of logs taken in',
    quantity: 5,
    holder: 'billing account',
    lines: [{ sku: 'log-analytics ingestion', unit: 'GB' }],
    page: 'https://azure.microsoft.com/pricing/details/monitor/',
  },
]

export const freeTiers: readonly FreeTier[] = offers.map((offer) => ({ cloud: 'azure', holder, asOf, ...offer }))
