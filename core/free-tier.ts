import type { Band, Cloud, Fact } from './types.ts'

/** Lines that an allowance is taken from; all that is written has to fit. */
export interface FreeLines {
  /** As the price book names it: `lambda requests`. */
  readonly sku: string | RegExp
  readonly unit: string
  /** How many of the line's unit are one of the allowance's; 1 where it is left out. */
  readonly each?: number
  /** Where the same price also stands for what is not free. */
  readonly label?: RegExp
  readonly definitions?: readonly string[]
  readonly facts?: Readonly<Record<string, Fact>>
}

/** What a provider gives every month to every customer, and does not end: no trial, no credit, no first year. */
export interface FreeTier {
  readonly cloud: Cloud
  /** What is counted, after its number: `requests of Lambda`. */
  readonly what: string
  /** In a month. */
  readonly quantity: number
  /** Who has it once: `payer account`, `billing account`, `subscription`. */
  readonly holder: string
  /** The holder has it in each region. */
  readonly inEachRegion?: true
  /** Only one resource of the holder has it, and all allowances of this name: the first of the root stands for it. */
  readonly one?: string
  /** Where it holds; left out: everywhere. */
  readonly regions?: RegExp
  readonly lines: readonly FreeLines[]
  /** The provider's page. */
  readonly page: string
  /** ISO date on which its figure was read. */
  readonly asOf: string
}

/** What of a line is within the provider's free tier. */
export interface FreeShare {
  /** Before the allowance was taken off, in the line's unit. */
  readonly used: Band
  /** `the first 1,000,000 requests of Lambda a month of a payer account` */
  readonly tier: string
  readonly source: string
  /** ISO date on which the source was read. */
  readonly asOf: string
}
