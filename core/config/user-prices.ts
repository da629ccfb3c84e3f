import type { OwnMachine, UserDiscount, UserOverride, UserPrices } from '../prices/user/prices.ts'
import type { FileSettings } from './schema.ts'
import type { Sheets } from './sheets.ts'

/** One config's, or one override's, say on prices. */
export interface PricePart {
  readonly prices: NonNullable<FileSettings['prices']>
  readonly sheets: Sheets
  /** As the user knows the config: `outlay.json`. */
  readonly from: string
}

/** All of them together, the later last; undefined where nothing is said. */
export function mergePrices(parts: readonly PricePart[]): UserPrices | undefined {
  if (parts.length === 0) return undefined
  const machines = new Map(parts.flatMap(machinesOf).map((machine) => [machine.name, machine]))
  return {
    discounts: parts.flatMap(discountsOf),
    overrides: parts.flatMap(overridesOf),
    machines: [...machines.values()],
  }
}

const discountsOf = ({ prices, from }: PricePart): UserDiscount[] =>
  (prices.discounts ?? []).map(({ match = {}, percent }) => ({ match, percent, from }))

/** What is written in the config itself comes after its sheet, and wins over it. */
function overridesOf({ prices, sheets, from }: PricePart): UserOverride[] {
  const { sheet } = prices
  const rows = sheet === undefined ? [] : (sheets.get(sheet) ?? [])
  const sheetName = `${sheet?.split(/[/\\]/).at(-1)} of ${from}`
  return [
    ...rows.map((row) => ({ purchase: 'on-demand' as const, ...row, force: false, from: sheetName })),
    ...(prices.overrides ?? []).map((each) => ({ purchase: 'on-demand' as const, force: false, ...each, from })),
  ]
}

const machinesOf = ({ prices, from }: PricePart): OwnMachine[] =>
  Object.entries(prices.hardware ?? {}).map(([name, { accelerators, ...machine }]) => ({
    ...machine,
    name,
    accelerators: accelerators ?? (machine.accelerator === undefined ? 0 : 1),
    from,
  }))
