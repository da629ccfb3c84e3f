import { focusValue } from '../files/focus.ts'
import { type Column, type ColumnKind, columns, countable, essential } from '../focus.ts'
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

/** An existing table under our columns. */
export interface FocusColumns {
  /** What stands after FROM. */
  readonly sql: string
  /** Its own column of tags. */
  readonly tags: TableColumn | undefined
  /** A query of one row: how many rows are left out for want of each of `countable`, in their order. */
  readonly uncounted: string
}

/** Throws a WarehouseError. */
export function focusTable(table: FocusTable, writing: Writing): FocusColumns {
  const at = placesOf(table)
  const raw = (column: Column) => focusValue(column, (name) => (at.has(name) ? cellOf(at.get(name)!) : undefined))
  const missing = essential.filter((column) => raw(column) === undefined)
  if (missing.length > 0)
    throw new WarehouseError(
      `${table.engine}'s table ${table.name} is not a FOCUS table: it has no ${missing.join(', no ')}. Where it has them under other names, say which in "columns" of spend.store in outlay.json.`,
    )
  const expression = (column: Column): string => {
    if (column === 'x_Source') return `'${table.source}'`
    if (column === 'x_FetchedAt') return writing.now
    const kind = columns[column]
    const value = focusValue(column, (name) => {
      const found = at.get(name)
      return found && writing.cast(cellOf(found), found.type, kind)
    })
    if (kind === 'flag') return value === undefined ? 'FALSE' : `COALESCE(${value}, FALSE)`
    // An engine without nulls, and a table that was once a CSV, hold an empty text where nothing is told.
    const told = value !== undefined && kind === 'text' ? `NULLIF(${value}, '')` : value
    if (column === 'x_Grade') return told === undefined ? `'invoice'` : `COALESCE(${told}, 'invoice')`
    return told ?? writing.none(kind)
  }
  const selected = (Object.keys(columns) as Column[]).map((column) => `${expression(column)} AS "${column}"`)
  // As they are read: a text that is no number is no amount either.
  const usable = countable.map((column) => `${expression(column)} IS NOT NULL`)
  const missed = countable.map((column) => `COUNT(CASE WHEN ${expression(column)} IS NULL THEN 1 END)`)
  const from = `${table.from} AS "focus"`
  return {
    sql: `(SELECT ${selected.join(', ')} FROM ${from} WHERE ${usable.join(' AND ')}) AS "spend"`,
    tags: at.get('tags'),
    uncounted: `SELECT ${missed.join(', ')} FROM ${from}`,
  }
}

const cellOf = ({ name }: TableColumn) => `"focus"."${name}"`

/** The table's columns by the names of FOCUS, in lower case. */
function placesOf({ engine, name, columns: found, named = {} }: FocusTable): ReadonlyMap<string, TableColumn> {
  const odd = found.find((column) => /["`]/.test(column.name))
  if (odd)
    throw new WarehouseError(`${engine}'s table ${name} has a column ${odd.name}, whose name cannot be asked for.`)
  const places = new Map(found.map((column) => [column.name.toLowerCase(), column]))
  for (const [focus, theirs] of Object.entries(named)) {
    const column = found.find((each) => each.name.toLowerCase() === theirs.toLowerCase())
    if (column === undefined)
      throw new WarehouseError(
        `${engine}'s table ${name} has no column "${theirs}", which spend.store of outlay.json names for ${focus}: it has ${listed(found)}.`,
      )
    places.set(focus.toLowerCase(), column)
  }
  return places
}

function listed(found: readonly TableColumn[]): string {
  const names = found.map(({ name }) => name)
  return names.length > 12 ? `${names.slice(0, 12).join(', ')} and ${names.length - 12} more` : names.join(', ')
}
