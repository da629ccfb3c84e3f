import type { Band } from '../../core/types.ts'

export type ExportFormat = 'csv' | 'json' | 'markdown'

/** One line of what is shown, groups left out: what each is of stands beside it. */
export interface Exported {
  /** The file, the type or the kind of entry point it stands under. */
  readonly group: string
  readonly name: string
  readonly file: string
  /** 1-based. */
  readonly line: number
  readonly cost: string
  readonly per: string
  /** Undefined where it is not known. */
  readonly usd: Band | undefined
}

const columns = ['group', 'name', 'file', 'line', 'cost', 'per', 'usd_low', 'usd_likely', 'usd_high'] as const

const valuesOf = ({ group, name, file, line, cost, per, usd }: Exported) =>
  [group, name, file, line, cost, per, usd?.low, usd?.likely, usd?.high] as const

export function exportText(rows: readonly Exported[], format: ExportFormat): string {
  if (format === 'json')
    return `${JSON.stringify(
      rows.map((row) => ({ ...row, usd: row.usd ?? null })),
      undefined,
      2,
    )}\n`
  if (format === 'csv')
    return `${[columns, ...rows.map(valuesOf)].map((values) => values.map(csvCell).join(',')).join('\r\n')}\r\n`
  const table = rows.map(
    ({ group, name, file, line, cost }) =>
      `| ${[group, name, `${file}:${line}`, cost].map(markdownCell).join(' | ')} |`,
  )
  return ['| | What | Where | Cost |', '| :-- | :-- | :-- | --: |', ...table, ''].join('\n')
}

/** A spreadsheet runs a text that begins like a formula. */
function csvCell(value: string | number | undefined): string {
  if (value === undefined) return ''
  if (typeof value === 'number') return String(value)
  const text = /^[=+\-@\t\r]/.test(value) ? `'${value}` : value
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text
}

const markdownCell = (text: string) => text.replace(/[\\`*_[\]<>|~]/g, '\\$&').replace(/\s+/g, ' ')
