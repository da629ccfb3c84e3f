// What Azure gives every month without an end; the credit and the offers of the first year are none of it. Cosmos DB's is of one
// account that asks for it, and is not taken off.
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
    lines: [{ sku: 'functions executions', unit: 'request' }],
    page: functions,
  },
  {
    what: 'GB-seconds of functions on a consumption plan',
    quantity: 400_000,
    lines: [{ sku: 'functions execution', unit: 'GB-second' }],
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
  {
    what: 'GB of logs taken in',
    quantity: 5,
    holder: 'billing account',
    lines: [{ sku: 'log-analytics ingestion', unit: 'GB' }],
    page: 'https://azure.microsoft.com/pricing/details/monitor/',
  },
]

export const freeTiers: readonly FreeTier[] = offers.map((offer) => ({ cloud: 'azure', holder, asOf, ...offer }))
