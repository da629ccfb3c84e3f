import type { Purchase } from '../../types.ts'
import { readUnit } from './units.ts'

/** A row of a committed price sheet, as an override has it. */
export interface SheetRow {
  readonly what: string
  readonly region?: string
  readonly unit: string
  readonly usd: number
  readonly purchase?: Purchase
  readonly source?: string
  /** ISO date. */
  readonly date?: string
}

const needed = ['sku', 'region', 'unit', 'usd'] as const
const columns: readonly string[] = [...needed, 'purchase', 'source', 'date']
export const purchases = [
  'on-demand',
  'spot',
  'low-priority',
  'capacity-block',
  'reserved',
] as const satisfies Purchase[]

/** ISO, of a day there is. */
export const isDate = (text: string): boolean => /^\d{4}-\d\d-\d\d$/.test(text) && Number.isFinite(Date.parse(text))

/** As many mistakes of a sheet as are said one by one. */
const mostSaid = 3

/** More than this is not somebody's price list. UTF-16 units. */
const maxSheet = 10_000_000

/**
 * Reads a CSV of prices with the columns sku, region, unit, usd, and if wanted purchase, source and date. An empty region is every region.
 * @returns the rows, or in words what is wrong and in which line. Nothing of a file that is no price sheet is repeated.
 */
export function readSheet(text: string): readonly SheetRow[] | { readonly problem: string } {
  if (text.length > maxSheet) return { problem: 'it is larger than 10 MB' }
  const lines = csvLines(text.replace(/^\ufeff/, ''))
  const head = (lines[0]?.cells ?? []).map((cell) => cell.trim().toLowerCase())
  const missing = needed.filter((name) => !head.includes(name))
  if (missing.length > 0)
    return { problem: `its first line has no column ${missing.map((name) => `"${name}"`).join(', ')}` }
  const other = head.find((name, i) => !columns.includes(name) || head.indexOf(name) !== i)
  if (other !== undefined)
    return { problem: `it has a column "${other.slice(0, 40)}"; expected ${columns.join(', ')}, each once` }

  const rows: SheetRow[] = []
  const wrong: string[] = []
  for (const { cells, line } of lines.slice(1)) {
    if (cells.every((cell) => cell.trim() === '')) continue
    const row = rowOf((name) => (cells[head.indexOf(name)] ?? '').trim())
    if (cells.length > head.length) wrong.push(`line ${line}: more cells than the first line has`)
    else if (typeof row === 'string') wrong.push(`line ${line}: ${row}`)
    else rows.push(row)
  }
  if (wrong.length === 0) return rows
  const more = wrong.length > mostSaid ? `; and ${wrong.length - mostSaid} lines more` : ''
  return { problem: wrong.slice(0, mostSaid).join('; ') + more }
}

function rowOf(cell: (name: string) => string): SheetRow | string {
  const given = (['sku', 'region', 'unit', 'usd', 'source', 'date'] as const).map(cell)
  const [what, region, unit, amount, source, date] = given as [string, string, string, string, string, string]
  const purchase = purchases.find((each) => each === cell('purchase'))
  if (what === '') return 'the sku is empty'
  if (readUnit(unit) === undefined) return `expected a unit such as "hour", found "${unit.slice(0, 40)}"`
  if (!/^\d+(\.\d+)?(e[+-]?\d+)?$/i.test(amount) || !Number.isFinite(Number(amount)))
    return `expected a price in USD, 0 or more and plain digits, found "${amount.slice(0, 40)}"`
  if (purchase === undefined && cell('purchase') !== '')
    return `expected ${purchases.join(', ')} or nothing, found "${cell('purchase').slice(0, 40)}"`
  if (date !== '' && !isDate(date))
    return `expected a date such as "2026-11-01" or nothing, found "${date.slice(0, 40)}"`
  return {
    what,
    ...(region === '' ? {} : { region }),
    unit,
    usd: Number(amount),
    ...(purchase === undefined ? {} : { purchase }),
    ...(source === '' ? {} : { source }),
    ...(date === '' ? {} : { date }),
  }
}

/** RFC 4180; a spreadsheet of a country that writes 0,5 separates with semicolons. `line` is 1-based. */
function csvLines(text: string): { readonly cells: readonly string[]; readonly line: number }[] {
  const firstLine = text.slice(0, text.search(/[\r\n]|$/))
  const separator = firstLine.includes(';') && !firstLine.includes(',') ? ';' : ','
  const lines: { cells: string[]; line: number }[] = []
  let cells: string[] = []
  let cell = ''
  let quoted = false
  let line = 1
  let began = 1
  const end = () => {
    lines.push({ cells: [...cells, cell], line: began })
    cells = []
    cell = ''
    began = line
  }
  for (let i = 0; i < text.length; i++) {
    const at = text[i]!
    if (at === '\n') line += 1
    if (quoted) {
      if (at !== '"') cell += at
      else if (text[i + 1] === '"') {
        cell += '"'
        i += 1
      } else quoted = false
    } else if (at === '"' && cell.trim() === '') {
      cell = ''
      quoted = true
    } else if (at === separator) {
      cells.push(cell)
      cell = ''
    } else if (at === '\n') end()
    else if (at !== '\r') cell += at
  }
  if (cell !== '' || cells.length > 0) end()
  return lines
}
