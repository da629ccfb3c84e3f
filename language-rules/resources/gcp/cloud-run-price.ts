// https://cloud.google.com/run/pricing
import { type Priced, priceFor } from '../../../core/estimate/resource-line.ts'
import type { PriceBook } from '../../../core/prices/book.ts'
import type { Resource } from '../../../core/types.ts'

/** Regions of the lower of two price levels; every other that Cloud Run is in has the higher: https://cloud.google.com/run/docs/locations */
const lower = new Set(
  [
    'asia-east1 asia-northeast1 asia-northeast2',
    'europe-north1 europe-southwest1 europe-west1 europe-west4 europe-west8 europe-west9',
    'me-west1 us-central1 us-east1 us-east4 us-east5 us-south1 us-west1',
  ]
    .join(' ')
    .split(' '),
)

const higher = new Set(
  [
    'africa-south1 asia-east2 asia-northeast3 asia-southeast1 asia-southeast2 asia-south1 asia-south2',
    'australia-southeast1 australia-southeast2 europe-central2 europe-west10 europe-west12 europe-west2 europe-west3',
    'europe-west6 me-central1 me-central2 northamerica-northeast1 northamerica-northeast2 southamerica-east1',
    'southamerica-west1 us-west2 us-west3 us-west4',
  ]
    .join(' ')
    .split(' '),
)

/** Regions whose rows the price list of a level has been read from. */
const listed = ['us-central1', 'asia-east1', 'europe-west3']

/** The price of an item in the level of the resource's region: `CPU`, `memory`. */
export function runPrice(
  resource: Resource,
  prices: PriceBook,
  items: { readonly 1: string; readonly 2: string },
): Priced {
  return priceFor(resource, [], (region) => {
    const level = lower.has(region) ? 1 : higher.has(region) ? 2 : undefined
    if (level === undefined) return undefined
    const found = [region, ...listed].map((place) => prices.service('gcp', 'cloud-run', items[level], place))
    return found.find((price) => price !== undefined)
  })
}

/** While a request is answered, where CPU is given only then. */
export const active = {
  vcpu: { 1: 'CPU (request-based) tier 1', 2: 'CPU tier 2' },
  memory: { 1: 'memory tier 1', 2: 'memory tier 2' },
} as const

/** As long as an instance lives. */
export const always = {
  vcpu: { 1: 'CPU always allocated / jobs tier 1', 2: 'CPU always allocated / jobs tier 2' },
  memory: { 1: 'memory always allocated / jobs tier 1', 2: 'memory always allocated / jobs tier 2' },
} as const

/** Of an instance that is kept ready and answers nothing; its memory costs as much as ever. */
export const idle = {
  vcpu: { 1: 'CPU idle minimum instance tier 1', 2: 'CPU idle minimum instance tier 2' },
  memory: active.memory,
} as const
