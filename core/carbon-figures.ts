import type { Assumption, Band } from './types.ts'

/** What running it takes. Making the hardware is not counted. Undefined where nothing is published, with the reason in `missing`. */
export interface Carbon {
  /** Electricity, the building's overhead (PUE) counted. */
  readonly kWh: Band | undefined
  /** By the yearly average of the region's grid, location-based: what the provider buys elsewhere is not taken off. */
  readonly kgCO2e: Band | undefined
  /** Litres that cool the building; those of the power plants are not counted. */
  readonly waterL: Band | undefined
  readonly method: string
  readonly assumed: readonly Assumption[]
  readonly missing: readonly { readonly what: string; readonly because: string }[]
  /** What the vendor says of its own service: of another scope, so it is never part of the figures above. */
  readonly published?: PublishedFigure
}

export interface PublishedFigure {
  readonly what: string
  readonly wh: number | undefined
  readonly gCO2e: number | undefined
  readonly waterMl: number | undefined
  readonly scope: string
  readonly source: string
  /** As exact as the source gives it: `2025-08-21`, `2025-06`. */
  readonly date: string
}
