import type { PriceBook } from './book.ts'

/** For tests that prices are not what they are about. */
export const noPrices: PriceBook = {
  asOf: '2026-01-01',
  model: () => undefined,
  smaller: () => [],
  instance: () => undefined,
  specs: () => undefined,
  interruption: () => undefined,
  storage: () => undefined,
  service: () => undefined,
  types: () => [],
  regions: () => [],
  models: () => [],
  gpuOffers: () => [],
  hosting: () => undefined,
  database: () => undefined,
  accelerator: () => undefined,
  discounts: () => [],
  carbon: () => undefined,
  coefficient: () => undefined,
}
