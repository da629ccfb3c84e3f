import type { Cloud, Purchase } from '../../types.ts'

/** What the user pays instead of the list price, as `outlay.json` has it for one file: `extends` and overrides resolved. */
export interface UserPrices {
  /** In order; the last that fits a price is taken, they are not added up. */
  readonly discounts: readonly UserDiscount[]
  /** From the settings and from price sheets, in order. */
  readonly overrides: readonly UserOverride[]
  readonly machines: readonly OwnMachine[]
}

/** What a discount is for; a field that is left out fits everything. `sku` and `region` may hold `*` and `?`. */
export interface DiscountMatch {
  readonly cloud?: Cloud
  readonly provider?: string
  readonly service?: string
  readonly sku?: string
  readonly region?: string
  readonly purchase?: Purchase
}

export interface UserDiscount {
  readonly match: DiscountMatch
  /** Off the list price, 0 or more and less than 100. */
  readonly percent: number
  /** As the user knows the place: `outlay.json`. */
  readonly from: string
}

export interface UserOverride {
  /** Instance type, model, storage class or item, optionally with what it belongs to in front; may hold `*` and `?`. */
  readonly what: string
  /** May hold `*` and `?`; left out: every region. */
  readonly region?: string
  /** USD for one `unit`, as `readUnit` reads it: `hour`, `1M input tokens`. */
  readonly usd: number
  readonly unit: string
  readonly purchase: Purchase
  /** The user's own word for where it is agreed. */
  readonly source?: string
  /** ISO date of the user's price, where it is given. */
  readonly date?: string
  /** Takes the price though it is more than a hundred times the list price. */
  readonly force: boolean
  /** `outlay.json`, or the sheet's file name with it. */
  readonly from: string
}

/** A machine of the user's own, on premises or at the edge. */
export interface OwnMachine {
  readonly name: string
  readonly usdPerHour: number
  readonly vcpu?: number
  readonly memoryGiB?: number
  readonly accelerator?: string
  readonly accelerators: number
  readonly acceleratorMemoryGiB?: number
  readonly from: string
}

/** How amounts are shown beside USD; nothing is computed in it. */
export interface Currency {
  /** ISO 4217: `EUR`. */
  readonly code: string
  /** How many of it the user counts for one USD. */
  readonly perUsd: number
  /** ISO date of the rate. */
  readonly asOf: string
}
