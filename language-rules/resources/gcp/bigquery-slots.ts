// https://cloud.google.com/bigquery/pricing#capacity_compute_analysis_pricing
import {
  fact,
  isUnwritten,
  line,
  monthOf,
  numberFact,
  numberOf,
  type Priced,
  priceFor,
  product,
  usage,
} from '../../../core/estimate/resource-line.ts'
import type { Block } from '../../../core/format.ts'
import { assumed, known, mapKnown, unknown, valueOf } from '../../../core/known.ts'
import type { PriceBook } from '../../../core/prices/book.ts'
import { defineResource, type ResourceExample } from '../../../core/resource.ts'
import type { Fact, Known, Resource } from '../../../core/types.ts'

const docs = 'https://cloud.google.com/bigquery/pricing'

const wide: Readonly<Record<string, string>> = { US: 'us-multi', EU: 'europe-multi' }

/** A region or one of the two large locations, which the provider takes the first of where nothing is said. */
const placeOf = (block: Block): Known<string> => {
  const location = block.fact('location')
  return isUnwritten(location)
    ? assumed(wide.US!, block.location)
    : mapKnown(location, (name) => wide[String(name).toUpperCase()] ?? String(name).toLowerCase())
}

const editions: Readonly<Record<string, string>> = {
  STANDARD: 'standard slot',
  ENTERPRISE: 'enterprise slot',
  ENTERPRISE_PLUS: 'enterprise plus slot',
}

const slotPrice = (resource: Resource, prices: PriceBook): Priced =>
  priceFor(resource, [fact(resource, 'edition')], (region, edition) =>
    prices.service('gcp', 'bigquery', editions[edition!] ?? edition!, region),
  )

/** Share that a commitment takes off the price of slots without one: https://cloud.google.com/bigquery/docs/editions-intro */
const lessByPlan: Readonly<Record<string, number>> = { ANNUAL: 0.2, THREE_YEAR: 0.4 }

const commitment = defineResource({
  id: 'gcp/bigquery-commitment',
  cloud: 'gcp',
  docs,
  shape: { slots: 'slots committed to', plan: 'ANNUAL, THREE_YEAR …', edition: 'ENTERPRISE or ENTERPRISE_PLUS' },
  lines: (resource, prices) => {
    const less = lessByPlan[String(valueOf(fact(resource, 'plan')))]
    const list = slotPrice(resource, prices)
    const price: Priced =
      less === undefined
        ? 'no-price'
        : typeof list === 'string'
          ? list
          : { ...list, usd: list.usd * (1 - less), weak: `${less * 100} % off the price without a commitment` }
    return [line('Committed slots', 'slot-hour', product(numberFact(resource, 'slots'), monthOf(resource)), price)]
  },
  from: {
    // https://registry.terraform.io/providers/hashicorp/google/latest/docs/resources/bigquery_capacity_commitment
    terraform: {
      google_bigquery_capacity_commitment: {
        facts: { slots: 'slot_count', plan: 'plan', edition: 'edition' },
        region: placeOf,
      },
    },
  },
  label: (resource) => `${valueOf(fact(resource, 'slots')) ?? '?'} committed slots`,
})

/** Slots that all of a type have in the same place and edition; unknown where one of them may be one of those and is not known. */
function slotsLike(block: Block, type: string, path: string): Known<number> {
  const all = block.ofType(type).flatMap((each) => {
    const isOther = [
      [placeOf(each), placeOf(block)],
      [each.fact('edition'), block.fact('edition')],
    ].some(([theirs, own]) => isKnownApart(theirs!, own!))
    return isOther
      ? []
      : [isAlike(each, block) ? product(numberOf(each.fact(path)), each.count) : unknown<number>('dynamic')]
  })
  if (all.some((each) => valueOf(each) === undefined)) return unknown('dynamic', block.location)
  return known(
    all.reduce((sum, each) => sum + valueOf(each)!, 0),
    block.location,
  )
}

const isKnownApart = (theirs: Known<Fact>, own: Known<Fact>) =>
  valueOf(theirs) !== undefined && valueOf(own) !== undefined && valueOf(theirs) !== valueOf(own)

const isAlike = (each: Block, block: Block) =>
  valueOf(placeOf(each)) === valueOf(placeOf(block)) &&
  (valueOf(each.fact('edition')) ?? isUnwritten(each.fact('edition'))) ===
    (valueOf(block.fact('edition')) ?? isUnwritten(block.fact('edition')))

/** A commitment pays for the slots that reservations keep: what it leaves is theirs, by their share. */
function uncommitted(block: Block): Known<Fact> {
  const own = numberOf(block.fact('slot_capacity'))
  const paid = slotsLike(block, 'google_bigquery_capacity_commitment', 'slot_count')
  if (valueOf(paid) === 0) return own
  const kept = slotsLike(block, 'google_bigquery_reservation', 'slot_capacity')
  const [all, some] = [valueOf(kept), valueOf(paid)]
  if (all === undefined || some === undefined) return unknown('dynamic', block.location)
  return mapKnown(own, (slots): Fact => (all === 0 ? 0 : (slots * Math.max(0, all - some)) / all))
}

const reservation = defineResource({
  id: 'gcp/bigquery-reservation',
  cloud: 'gcp',
  docs,
  shape: {
    slots: 'slots it always has and no commitment of the same configuration pays for',
    autoscaled: 'most slots that it adds by itself',
    edition: 'STANDARD, ENTERPRISE or ENTERPRISE_PLUS',
  },
  usage: { autoscaledSlotHours: 'slot-hours that it adds by itself in a month' },
  lines: (resource, prices) => {
    const price = slotPrice(resource, prices)
    const kept = numberFact(resource, 'slots')
    const most = numberFact(resource, 'autoscaled')
    return [
      ...(valueOf(kept) === 0 ? [] : [line('Kept slots', 'slot-hour', product(kept, monthOf(resource)), price)]),
      ...(isUnwritten(most) || valueOf(most) === 0
        ? []
        : [line('Autoscaled slots', 'slot-hour', usage(resource, 'autoscaledSlotHours'), price)]),
    ]
  },
  from: {
    // https://registry.terraform.io/providers/hashicorp/google/latest/docs/resources/bigquery_reservation
    terraform: {
      google_bigquery_reservation: {
        facts: { slots: uncommitted, autoscaled: 'autoscale.max_slots', edition: 'edition' },
        region: placeOf,
      },
    },
  },
  label: (resource) => `BigQuery reservation ${valueOf(fact(resource, 'edition')) ?? ''}`.trim(),
})

export const resources = [commitment, reservation]

export const examples: readonly ResourceExample[] = [
  {
    name: '100 slots kept, 100 × 730 h × $0.06; only autoscaled ones are use: 400 × $0.04; a region without a row',
    terraform: `resource "google_bigquery_reservation" "kept" {
  name          = "kept"
  location      = "US"
  edition       = "ENTERPRISE"
  slot_capacity = 100
}

resource "google_bigquery_reservation" "scaled" {
  name          = "scaled"
  location      = "us-central1"
  edition       = "STANDARD"
  slot_capacity = 0

  autoscale {
    max_slots = 200
  }
}

resource "google_bigquery_reservation" "far" {
  name          = "far"
  location      = "asia-east1"
  edition       = "ENTERPRISE"
  slot_capacity = 50
}
`,
    usage: { 'google_bigquery_reservation.scaled': { autoscaledSlotHours: 400 } },
    sees: [
      { address: 'google_bigquery_reservation.kept', usd: 4380, status: 'priced', lines: ['Kept slots'] },
      { address: 'google_bigquery_reservation.scaled', usd: 16, status: 'priced', lines: ['Autoscaled slots'] },
      { address: 'google_bigquery_reservation.far', usd: null, status: 'unknown', unknown: ['Kept slots: no-price'] },
    ],
  },
  {
    name: 'a year of 100 slots is 20 % less, 100 × 730 h × $0.048, three of 50 slots 40 %: 50 × 730 h × $0.06; they pay for 100 of the 200 slots that reservations of the edition keep, 75 % of which are in one',
    terraform: `resource "google_bigquery_capacity_commitment" "year" {
  slot_count = 100
  plan       = "ANNUAL"
  edition    = "ENTERPRISE"
}

resource "google_bigquery_capacity_commitment" "years" {
  slot_count = 50
  plan       = "THREE_YEAR"
  edition    = "ENTERPRISE_PLUS"
  location   = "us-central1"
}

resource "google_bigquery_reservation" "large" {
  name          = "large"
  edition       = "ENTERPRISE"
  slot_capacity = 150
}

resource "google_bigquery_reservation" "small" {
  name          = "small"
  edition       = "ENTERPRISE"
  slot_capacity = 50
}
`,
    sees: [
      { address: 'google_bigquery_capacity_commitment.year', usd: 3504, status: 'priced', lines: ['Committed slots'] },
      { address: 'google_bigquery_capacity_commitment.years', usd: 2190, status: 'priced' },
      { address: 'google_bigquery_reservation.large', usd: 3285, status: 'priced' },
      { address: 'google_bigquery_reservation.small', usd: 1095, status: 'priced' },
    ],
  },
]
