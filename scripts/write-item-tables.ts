// Writes tables of items with a price in many regions; the layout is described where it is read, in core/prices/item-tables.ts.
import { itemColumns, sectionEnd } from '../core/prices/item-tables.ts'
import { type Row, runs, writeTsv } from './snapshot-file.ts'

/** What rows have together is written once; all of it, sorted, so that like ones are side by side. */
function numbered(keys: readonly string[]): ReadonlyMap<string, number> {
  return new Map([...new Set(keys)].sort().map((key, index) => [key, index]))
}

const originColumns = ['source', 'as_of', 'weak']
const originOf = (row: Row) => originColumns.map((name) => row[name] ?? '').join('\t')

interface Item {
  readonly first: Row
  readonly rows: readonly Row[]
}

/** Rows of one item and unit, in the order of the first of each. */
function itemsOf(rows: readonly Row[]): readonly Item[] {
  const items = new Map<string, Row[]>()
  for (const row of rows) {
    const key = itemColumns.map((name) => row[name] ?? '').join('\t')
    items.set(key, [...(items.get(key) ?? []), row])
  }
  return [...items.values()].map((of) => ({ first: of[0]!, rows: of }))
}

const regionsOf = ({ rows }: Item) => rows.map((row) => row.region!).join(' ')

/**
 * @param names columns whose values name the row's table, between tabs
 * @param columns what rows hold beside `item`, `region` and their origin; a column of `itemColumns` is the item's
 */
export function writeItemTables(names: readonly string[], columns: readonly string[], rows: readonly Row[]): string {
  const byTable = new Map<string, Row[]>()
  for (const row of rows) {
    const name = names.map((column) => row[column]!).join('\t')
    byTable.set(name, [...(byTable.get(name) ?? []), row])
  }
  const tables = [...byTable.values()].map(itemsOf)
  const origins = numbered(rows.map(originOf))
  const lists = numbered(tables.flatMap((items) => items.map(regionsOf)))
  const column = (name: string, cellsOf: (item: Item) => readonly string[]) =>
    [name, ...tables.map((items) => runs(items.flatMap(cellsOf)).join('\t'))].join('\n')
  const cell = (name: string) => (row: Row) => row[name] ?? ''
  return [
    `origins\n${writeTsv(
      originColumns,
      [...origins.keys()].map((key) => Object.fromEntries(key.split('\t').map((part, i) => [originColumns[i]!, part]))),
    ).slice(0, -1)}`,
    ['regions', ...lists.keys()].join('\n'),
    ['tables', ...byTable.keys()].join('\n'),
    column('item', ({ first }) => [first.item!]),
    column('list', (item) => [lists.get(regionsOf(item))!.toString(36)]),
    ...columns
      .filter((name) => itemColumns.includes(name))
      .map((name) => column(name, ({ first }) => [cell(name)(first)])),
    ...columns
      .filter((name) => !itemColumns.includes(name))
      .map((name) => column(name, ({ rows: of }) => of.map(cell(name)))),
    column('from', ({ rows: of }) => of.map((row) => origins.get(originOf(row))!.toString(36))),
  ].join(sectionEnd)
}
