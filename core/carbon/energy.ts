import { plus, scale, sum } from '../band.ts'
import type { PriceBook } from '../prices/book.ts'
import type { Assumption, Band } from '../types.ts'

/** Electricity of the hardware alone, before the building's overhead. */
export interface Energy {
  readonly kWh: Band
  readonly method: string
  readonly assumed: readonly Assumption[]
}

export interface NoEnergy {
  readonly because: string
}

export type MaybeEnergy = Energy | NoEnergy

export const isKnown = (energy: MaybeEnergy): energy is Energy => 'kWh' in energy

export const kilo = 1000

export const often = (energy: Energy, times: number): Energy => ({ ...energy, kWh: scale(energy.kWh, times) })

/** All of them together; each method and each assumption is said once. */
export function together(parts: readonly Energy[]): Energy | undefined {
  const kWh = sum(parts.map((part) => part.kWh))
  if (kWh === undefined) return undefined
  return { kWh, method: [...new Set(parts.map((part) => part.method))].join('; '), assumed: once(parts) }
}

export function once(parts: readonly { readonly assumed: readonly Assumption[] }[]): readonly Assumption[] {
  const all = parts.flatMap((part) => part.assumed)
  const same = (a: Assumption, b: Assumption) => a.what === b.what && a.value === b.value && a.from === b.from
  return all.filter((one, i) => all.findIndex((other) => same(one, other)) === i)
}

/** Idle, at the utilisation taken as likely, and at full load. Watts in, kWh of one hour out. */
export const loadBand = (idleW: number, fullW: number, utilisation: number): Band => ({
  low: idleW / kilo,
  likely: (idleW + utilisation * (fullW - idleW)) / kilo,
  high: fullW / kilo,
})

/** A coefficient's value, or undefined where the book has none or an absurd one. */
export function coefficient(book: PriceBook, key: string): number | undefined {
  const value = book.coefficient(key)?.value
  return value !== undefined && Number.isFinite(value) && value >= 0 ? value : undefined
}

/** Where a coefficient comes from, with its date where the source gives one. */
export function sourceOf(book: PriceBook, key: string): string {
  const found = book.coefficient(key)
  return found === undefined ? key : [found.source, found.asOf].filter(Boolean).join(', ')
}

export const add = (a: Energy, b: Energy): Energy => ({
  kWh: plus(a.kWh, b.kWh),
  method: a.method,
  assumed: once([a, b]),
})
