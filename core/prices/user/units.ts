import type { RateId } from '../book.ts'
import { unitsOf } from '../units.ts'

/** How many of `unit` a price is for. `unit` is in the form `plainUnit` gives. */
export interface UnitCount {
  readonly per: number
  readonly unit: string
}

/** Hyphens, case and plural are matters of taste: `GB-months` is `gb month`. */
export const plainUnit = (unit: string): string =>
  unit.trim().toLowerCase().replaceAll('-', ' ').replace(/\s+/g, ' ').replace(/s$/, '')

const thousands: Readonly<Record<string, number>> = { k: 1e3, m: 1e6, b: 1e9 }

/** `hour`, `GB-month`, `1M input tokens`, `1,000 requests`, `per 10k requests`; undefined where no unit is named. */
export function readUnit(text: string): UnitCount | undefined {
  const [, digits, by, name] = /^\s*(?:per\s+)?(?:(\d[\d,.]*)\s*([kmb])?\s+)?(\S.*)$/i.exec(text) ?? []
  const per = digits === undefined ? 1 : Number(digits.replaceAll(',', '')) * (thousands[by?.toLowerCase() ?? ''] ?? 1)
  if (name === undefined || /^[\d.,]+[kmb]?$/i.test(name.trim()) || !Number.isFinite(per) || per <= 0) return undefined
  return { per, unit: plainUnit(name) }
}

export const rateIds = [
  'input',
  'output',
  'cache-read',
  'cache-write',
  'cache-write-1h',
  'batch-input',
  'batch-output',
  'flex-input',
  'flex-output',
  'priority-input',
  'priority-output',
  'audio-input',
  'audio-output',
  'audio-cache-read',
  'image-input',
  'image-output',
  'image-cache-read',
  'video-input',
  'video-output',
  'reasoning-output',
  'citation',
] as const satisfies readonly RateId[]

/** What the user calls a rate's unit: `input tokens`, `cache read tokens`, `batch output tokens`. */
export const tokenUnit = (rate: RateId): string => plainUnit(`${rate} token`)

/** Everything a model is billed by. */
export const modelUnits: readonly string[] = [
  ...rateIds.map(tokenUnit),
  ...new Set(Object.values(unitsOf).map(({ unit }) => plainUnit(unit))),
]
