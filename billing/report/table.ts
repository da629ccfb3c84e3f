import { dayAfter } from '../range.ts'
import type { Range } from '../source.ts'

/** Columns as wide as their widest cell. `isRight`: what stands to the right, by its place. */
export function table(rows: readonly (readonly string[])[], isRight: (column: number) => boolean): string {
  const widths = (rows[0] ?? []).map((_, column) => Math.max(...rows.map((row) => row[column]!.length)))
  return rows
    .map((row) =>
      row
        .map((cell, column) => (isRight(column) ? cell.padStart(widths[column]!) : cell.padEnd(widths[column]!)))
        .join('  ')
        .trimEnd(),
    )
    .join('\n')
    .concat('\n')
}

/** `2026-11-01 to 2026-11-30`: the last day is in it. */
export const rangeText = ({ since, until }: Range): string => `${since} to ${dayAfter(until, -1)}`

/** What days a text is of stands above it. */
export const headed = (range: Range, text: string): string => `${rangeText(range)}\n\n${text}`

type Cell = string | number | boolean | null | undefined

/** One line of names, then one for each row. */
export const csv = (names: readonly string[], rows: readonly (readonly Cell[])[]): string =>
  [names, ...rows].map((cells) => `${cells.map(csvCell).join(',')}\n`).join('')

const csvCell = (value: Cell) => {
  const text = value === null || value === undefined ? '' : String(value)
  // A cell that begins so is a formula to a spreadsheet.
  const plain = typeof value === 'string' && /^[=+\-@\t\r]/.test(text) ? `'${text}` : text
  return /[",\n\r]/.test(plain) ? `"${plain.replaceAll('"', '""')}"` : plain
}

/** `1,234.50`; what is less than half a cent is not nothing: `<0.01`. */
export function money(value: number): string {
  const text = value.toLocaleString('en-US', { minimumFractionDigits: 2, maximumFractionDigits: 2 })
  return value === 0 || !/^-?0\.00$/.test(text) ? text : value < 0 ? '>-0.01' : '<0.01'
}

/** `+12.00`, `-3.50`. */
export const signed = (value: number): string => `${value > 0 ? '+' : ''}${money(value)}`

/** 0 to 1. */
export const percent = (share: number): string => `${(share * 100).toFixed(1)} %`
