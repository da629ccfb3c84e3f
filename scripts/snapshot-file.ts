// Reading tables and writing compressed files, for the price encoder.
import { createHash } from 'node:crypto'
import { brotliCompressSync, constants } from 'node:zlib'
import { again } from '../core/prices/columns.ts'
import { gzipped } from './web-snapshot.mjs'

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

function checked(cell: string): string {
  if (/^~|[\t\n]/.test(cell)) throw new Error(`a cell must not begin with ~ or hold a tab or a line break: ${cell}`)
  return cell
}

/** Each value, and how often it comes again at once. */
export function runs(cells: readonly string[]): string[] {
  const out: string[] = []
  for (let i = 0; i < cells.length; ) {
    let end = i + 1
    while (cells[end] === cells[i]) end++
    out.push(checked(cells[i]!), ...(end > i + 1 ? [again + (end - i - 1).toString(36)] : []))
    i = end
  }
  return out
}

/** The layout is described where it is read, in core/prices/columns.ts. */
export function writeTsv(columns: readonly string[], rows: readonly Row[]): string {
  return columns.map((name) => `${[name, ...runs(rows.map((row) => row[name] ?? ''))].join('\t')}\n`).join('')
}

/** Length of the header, the header as lines of JSON, then the rest. */
export function joined(header: readonly unknown[], parts: readonly Uint8Array[]): Uint8Array {
  const json = Buffer.from(header.map((line) => JSON.stringify(line)).join('\n'))
  const length = Buffer.alloc(4)
  length.writeUInt32LE(json.length)
  return Buffer.concat([length, json, ...parts])
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

/** Bytes in the web's form, whose limit is reached first. */
export const packedSize = (bytes: Uint8Array) => gzipped(bytes).length

export const sha256 = (bytes: Uint8Array | string) => createHash('sha256').update(bytes).digest('hex')
