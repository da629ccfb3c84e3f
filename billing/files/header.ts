import { type Column, columns, essential } from '../focus.ts'
import { awsCur } from './aws-cur.ts'
import { azureExport } from './azure-export.ts'
import { focusNames, focusRelease, focusValue } from './focus.ts'
import type { Cells, FileFormat } from './format.ts'
import { modalReport } from './modal-report.ts'
import { ociReport } from './oci-report.ts'
import { twoColumns } from './sentences.ts'

export type Header =
  | {
      readonly is: 'known'
      /** `FOCUS 1.2`, `AWS CUR`. */
      readonly format: string
      /** SQL for what the column holds, as text; undefined where the file does not tell. `cell`: SQL for a cell, by its place. */
      value(column: Column, cell: (index: number) => string): string | undefined
      /** Cells by the names of the format. */
      cells(cell: (index: number) => string): Cells
      /** What the file does not tell. */
      readonly notes: readonly string[]
    }
  | { readonly is: 'unknown'; readonly message: string }

const exports: readonly FileFormat[] = [awsCur, azureExport, ociReport, modalReport]

/** Finds our columns in a header; a file that lacks what every total needs is refused in one sentence. */
export function readHeader(file: string, names: readonly string[]): Header {
  const focus = placesOf(names, (name) => name.toLowerCase())
  const missing = essential.filter((column) => !focusValue(column, cellsOf(focus, String)))
  const twice = missing.length === 0 ? toldTwice(names) : undefined
  if (twice !== undefined) return { is: 'unknown', message: twoColumns(file, twice) }
  if (missing.length === 0)
    return {
      is: 'known',
      format: `FOCUS ${focusRelease((name) => focus.has(name))}`,
      value: (column, cell) => focusValue(column, cellsOf(focus, cell)),
      cells: (cell) => cellsOf(focus, cell),
      notes: [],
    }
  for (const format of exports) {
    const places = placesOf(names, format.normal)
    if (!format.marks.every((name) => places.has(name))) continue
    return {
      is: 'known',
      format: format.name,
      value: (column, cell) => format.columns[column]?.(cellsOf(places, cell), [...places.keys()]),
      cells: (cell) => cellsOf(places, cell),
      notes: [format.lacks],
    }
  }
  const [only = ''] = names
  const separator = names.length === 1 ? Object.keys(separators).find((each) => only.split(each).length > 4) : undefined
  return {
    is: 'unknown',
    message:
      separator === undefined
        ? `${file} is not a FOCUS file: ${list(missing)} ${missing.length === 1 ? 'is' : 'are'} missing. Export FOCUS 1.0 to 1.4 as CSV or Parquet from your provider.`
        : `${file} separates its columns with ${separators[separator]}: a spreadsheet may have written it. Columns are separated with commas; take the file as the provider exported it.`,
  }
}

/** A column that we store and that two have the name of, capitals aside: an amount would be that of either. */
function toldTwice(names: readonly string[]): string | undefined {
  const lower = names.map((name) => name.trim().toLowerCase())
  const known = new Set((Object.keys(columns) as Column[]).flatMap(focusNames))
  return names.find((_, index) => known.has(lower[index]!) && lower.indexOf(lower[index]!) !== index)?.trim()
}

const separators: Readonly<Record<string, string>> = { ';': 'semicolons', '\t': 'tabs', '|': 'bars' }

function cellsOf(places: ReadonlyMap<string, number>, cell: (index: number) => string): Cells {
  return (name) => {
    const index = places.get(name)
    return index === undefined ? undefined : cell(index)
  }
}

const placesOf = (names: readonly string[], normal: (name: string) => string) =>
  new Map(names.map((name, index) => [normal(name.trim()), index]))

/** Where a FOCUS file tells a column: the first of these cells that is not empty. */
export function focusPlaces(names: readonly string[]): (column: Column) => readonly number[] {
  const places = placesOf(names, (name) => name.toLowerCase())
  return (column) => focusNames(column).flatMap((name) => places.get(name) ?? [])
}

const list = (words: readonly string[]) =>
  words.length < 2 ? words.join('') : `${words.slice(0, -1).join(', ')} and ${words.at(-1)}`

/** The first line of a CSV as names: quotes removed, doubled quotes halved, a byte order mark dropped. */
export function splitHeader(line: string): string[] {
  const names: string[] = []
  for (const [, quoted, plain] of line.replace(/^\uFEFF/, '').matchAll(/(?:^|,)(?:"((?:[^"]|"")*)"|([^,]*))/g)) {
    names.push(quoted === undefined ? (plain ?? '').trim() : quoted.replaceAll('""', '"'))
  }
  return names
}
