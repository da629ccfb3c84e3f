// Rows of a table in a warehouse that has FOCUS's columns, summed to days, as texts by the name of their column.

import { isRecord } from '../core/record.ts'
import { type Column, columns, monthAround, type SpendRow } from './focus.ts'
import { decimalIn } from './json.ts'

/** By names of our columns; null and empty cells are undefined. */
export type Cells = ReadonlyMap<string, string | undefined>

/** Credits and corrections come until the invoice is out, for which nobody names a day: the running month may change. */
export const isOpen = (monthEnd: string, at: string) => monthEnd > at

/** Undefined where the day, an amount or the currency cannot be read. */
export function focusRow(cells: Cells, provider: string, source: string, at: string): SpendRow | undefined {
  const start = timeIn(cells.get('ChargePeriodStart'))
  const [billed, effective] = [decimalIn(cells.get('BilledCost')), decimalIn(cells.get('EffectiveCost'))]
  const currency = cells.get('BillingCurrency')
  if (!start || billed === undefined || effective === undefined || currency === undefined) return undefined
  const told = Object.fromEntries(
    [...cells].flatMap(([name, cell]) => {
      const value = isColumn(name) && cell !== undefined ? valueOf(name, cell) : undefined
      return value === undefined ? [] : [[name, value]]
    }),
  ) as Partial<SpendRow>
  return {
    ...told,
    ServiceProviderName: cells.get('ServiceProviderName') ?? provider,
    ServiceName: cells.get('ServiceName') ?? 'Not of a service',
    ChargeCategory: cells.get('ChargeCategory') ?? 'Usage',
    ChargePeriodStart: start,
    ChargePeriodEnd: new Date(Date.parse(start) + 86_400_000).toISOString(),
    BillingCurrency: currency,
    BilledCost: billed,
    EffectiveCost: effective,
    x_Source: source,
    x_Grade: 'invoice',
    x_Estimated: isOpen(timeIn(cells.get('BillingPeriodEnd')) ?? monthAround(start).end, at),
    x_FetchedAt: at,
  }
}

const isColumn = (name: string): name is Column => Object.hasOwn(columns, name)

function valueOf(column: Column, cell: string): string | number | undefined {
  const kind = columns[column]
  if (kind === 'time') return timeIn(cell)
  if (kind === 'json') return column === 'Tags' ? tagsIn(cell) : cell
  return kind === 'money' || kind === 'number' ? decimalIn(cell) : cell
}

/** With a zone, always: Date reads a time without one as that of this machine. */
const timeIn = (cell: string | undefined) =>
  cell === undefined || !/Z$/.test(cell) || Number.isNaN(Date.parse(cell)) ? undefined : new Date(cell).toISOString()

/** A list of keys and values, an object, or the text of one; as an object. AWS writes `user_` or `user:` before a user's own. */
export function tagsIn(cell: string | undefined): string | undefined {
  const told = cell === undefined ? undefined : parse(cell)
  if (typeof told === 'string') return tagsIn(told)
  const pairs = Array.isArray(told)
    ? told.filter(isRecord).map(({ key, value }) => [String(key), value] as const)
    : Object.entries(isRecord(told) ? told : {})
  return pairs.length === 0
    ? undefined
    : JSON.stringify(Object.fromEntries(pairs.map(([key, value]) => [key.replace(/^user[_:]/, ''), value])))
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text) as unknown
  } catch {
    return undefined
  }
}
