// Reading tables and writing compressed files, for the price encoder.
import { createHash } from 'node:crypto'
import { brotliCompressSync, constants } from 'node:zlib'

/** One line of a CSV table, by column name. */
export type Row = Readonly<Record<string, string>>

function cells(line: string): string[] {
  const out: string[] = []
  for (const match of line.matchAll(/(?:^|,)(?:"((?:[^"]|"")*)"|([^",]*))/g)) {
    out.push(match[1]?.replaceAll('""', '"') ?? match[2] ?? '')
  }
  return out
}

export function readCsv(text: string): Row[] {
  const [head, ...lines] = text.trim().split(/\r?\n/)
  const names = cells(head!)
  return lines.map((line) => {
    const values = cells(line)
    if (values.length !== names.length) throw new Error(`${values.length} cells for ${names.length} columns: ${line}`)
    return Object.fromEntries(names.map((name, i) => [name, values[i]!]))
  })
}

/** A line per column, its name first, cells between tabs: the reader in core/prices/columns.ts needs no quoting. */
export function writeTsv(columns: readonly string[], rows: readonly Row[]): string {
  const cell = (text: string | undefined) => {
    if (/[\t\n]/.test(text ?? '')) throw new Error(`a cell must not hold a tab or a line break: ${text}`)
    return text ?? ''
  }
  return columns.map((name) => `${[name, ...rows.map((row) => cell(row[name]))].join('\t')}\n`).join('')
}

export function compress(bytes: Uint8Array): Buffer {
  return brotliCompressSync(bytes, {
    params: {
      [constants.BROTLI_PARAM_QUALITY]: 11,
      [constants.BROTLI_PARAM_LGWIN]: 22,
      [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length,
    },
  })
}

export const sha256 = (bytes: Uint8Array | string) => createHash('sha256').update(bytes).digest('hex')
