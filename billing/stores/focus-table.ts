import { type Column, type ColumnKind, columns, countable } from '../focus.ts'
import { readHeader } from '../sources/focus-file.ts'
import { WarehouseError } from '../warehouse.ts'

/** A column as the engine describes it. */
export interface TableColumn {
  readonly name: string
  /** In the engine's own words. */
  readonly type: string
}

/** How an engine writes values, as SQL with identifiers in double quotes. */
export interface Writing {
  /** A column of the table, of the type that questions expect: a zoneless or UTC instant, an exact decimal, text. */
  cast(column: string, type: string, kind: ColumnKind): string
  /** No value, of that type. */
  none(kind: ColumnKind): string
  readonly now: string
}

export interface FocusTable {
  /** The engine, in a sentence. */
  readonly engine: string
  /** What stands in `x_Source`. */
  readonly source: string
  /** As the user names it. */
  readonly name: string
  /** As it stands after FROM, identifiers in double quotes. */
  readonly from: string
  readonly columns: readonly TableColumn[]
  /** The user's names by those of FOCUS. */
  readonly named?: Readonly<Record<string, string>>
}

/** What stands after FROM so that an existing table has our columns; and its own column of tags. Throws a WarehouseError. */
export function focusTable(table: FocusTable, writing: Writing): { readonly sql: string; readonly tags?: TableColumn } {
  const at = positions(table)
  const expression = (column: Column): string => {
    if (column === 'x_Source') return `'${table.source}'`
    if (column === 'x_FetchedAt') return writing.now
    const kind = columns[column]
    const cells = (at.get(column) ?? []).map((index) => table.columns[index]!)
    const values = cells.map(({ name, type }) => writing.cast(`"focus"."${name}"`, type, kind))
    if (column === 'x_Grade') return values.length === 0 ? `'invoice'` : `COALESCE(${values.join(', ')}, 'invoice')`
    if (kind === 'flag') return values.length === 0 ? 'FALSE' : `COALESCE(${values.join(', ')}, FALSE)`
    return values.length > 1 ? `COALESCE(${values.join(', ')})` : (values[0] ?? writing.none(kind))
  }
  const selected = (Object.keys(columns) as Column[]).map((column) => `${expression(column)} AS "${column}"`)
  const usable = countable.flatMap((column) =>
    (at.get(column) ?? []).map((index) => `"focus"."${table.columns[index]!.name}"`),
  )
  const sql = `(SELECT ${selected.join(', ')} FROM ${table.from} AS "focus" WHERE ${usable.map((name) => `${name} IS NOT NULL`).join(' AND ')}) AS "spend"`
  const tags = at.get('Tags')?.[0]
  return { sql, ...(tags !== undefined && { tags: table.columns[tags]! }) }
}

/** Places in the table by our columns, in the order in which they are looked at. */
function positions({ engine, name, columns: found, named = {} }: FocusTable): ReadonlyMap<Column, readonly number[]> {
  const odd = found.find((column) => /["`]/.test(column.name))
  if (odd)
    throw new WarehouseError(`${engine}'s table ${name} has a column ${odd.name}, whose name cannot be asked for.`)
  const nameOf = new Map(Object.entries(named).map(([focus, theirs]) => [theirs.toLowerCase(), focus]))
  for (const [focus, theirs] of Object.entries(named))
    if (!found.some((column) => column.name.toLowerCase() === theirs.toLowerCase()))
      throw new WarehouseError(
        `${engine}'s table ${name} has no column "${theirs}", which spend.store of outlay.json names for ${focus}: it has ${listed(found)}.`,
      )
  const header = readHeader(
    name,
    found.map((column) => nameOf.get(column.name.toLowerCase()) ?? column.name),
  )
  if (header.is === 'focus') return header.from
  const what = /: (.*? (?:is|are) missing)\./.exec(header.message)?.[1] ?? 'columns are missing'
  throw new WarehouseError(
    `${engine}'s table ${name} is not a FOCUS table: ${what}. Where it has them under other names, say which in "columns" of spend.store in outlay.json.`,
  )
}

function listed(found: readonly TableColumn[]): string {
  const names = found.map(({ name }) => name)
  return names.length > 12 ? `${names.slice(0, 12).join(', ')} and ${names.length - 12} more` : names.join(', ')
}
