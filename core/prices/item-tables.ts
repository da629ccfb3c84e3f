// The layout of `snapshot/services.tsv` and `storage.tsv`, written by scripts/write-item-tables.ts and read here; nothing else knows
// it. Sections, a form feed before all but the first; the first line of each is its name:
//
//   origins    a table of columns.ts: where rows are from; a row names one by its number, in the column `from`
//   regions    a line for each different list of regions, between spaces; an item names one by its number, in the column `list`
//   tables     a line per table: its name
//   columns    a line per table, cells between tabs as in columns.ts: of each item (`itemColumns`), or of each row: item by item, in
//              the order of its regions
//
// What is alike stands side by side so, and packs to two thirds of what it does table by table; a scan reads a few tables of two
// hundred, whose lines are cut when they are asked for. Numbers are to the base of 36.
import { again, readColumns } from './columns.ts'

/** A line may be empty, and no cell holds it. */
export const sectionEnd = '\n\f'

/** Columns of an item; all others are of its rows. */
export const itemColumns: readonly string[] = ['item', 'list', 'unit', 'per']

export type ItemRow = Readonly<Record<string, string>>

export interface ItemTable {
  /** Each once. */
  readonly items: readonly string[]
  /** The row's cells, those of its item and its origin; undefined where there is no such row. Case does not matter. */
  row(item: string, region: string): ItemRow | undefined
}

export interface ItemTables {
  readonly names: readonly string[]
  table(name: string): ItemTable | undefined
}

const number = (digits: string) => Number.parseInt(digits, 36)

function cellsOf(line: string): readonly string[] {
  const cells: string[] = []
  let last = ''
  for (const cell of line.split('\t')) {
    if (cell.startsWith(again)) for (let more = number(cell.slice(1)); more > 0; more--) cells.push(last)
    else {
      cells.push(cell)
      last = cell
    }
  }
  return cells
}

const keyOf = (item: string, region: string) => `${item}\t${region}`.toLowerCase()

function sectionsOf(text: string): ReadonlyMap<string, string> {
  const sections = new Map<string, string>()
  for (const section of text.split(sectionEnd)) {
    const end = section.indexOf('\n')
    sections.set(section.slice(0, end), section.slice(end + 1))
  }
  return sections
}

export function readItemTables(text: string): ItemTables {
  const sections = sectionsOf(text)
  const lines = (name: string) => sections.get(name)?.split('\n') ?? []
  const names = lines('tables')
  const origins = readColumns(sections.get('origins') ?? '')
  const regionLists = lines('regions')
  const columns = [...sections.keys()]
    .filter((name) => !['origins', 'regions', 'tables'].includes(name))
    .map((name) => ({ name, isOfItem: itemColumns.includes(name), lines: lines(name) }))

  function read(index: number): ItemTable {
    const cut = columns.map((column) => ({ ...column, cells: cellsOf(column.lines[index] ?? '') }))
    const column = (name: string) => cut.find((each) => each.name === name)!.cells
    const items = column('item')
    const from = column('from')
    const places = new Map<string, readonly [item: number, region: string, row: number]>()
    let row = 0
    column('list').forEach((list, item) => {
      for (const region of regionLists[number(list)]!.split(' '))
        places.set(keyOf(items[item]!, region), [item, region, row++])
    })
    return {
      items: [...new Set(items)],
      row(named, where) {
        const place = places.get(keyOf(named, where))
        if (place === undefined) return undefined
        const [item, region, row] = place
        const cells: Record<string, string> = { ...origins.row(number(from[row]!)), region }
        for (const { name, isOfItem, cells: all } of cut) cells[name] = all[isOfItem ? item : row] ?? ''
        return cells
      },
    }
  }

  const at = new Map(names.map((name, index) => [name, index]))
  const ready = new Map<string, ItemTable>()
  return {
    names,
    table(name) {
      const there = ready.get(name)
      const index = at.get(name)
      if (there !== undefined || index === undefined) return there
      const table = read(index)
      ready.set(name, table)
      return table
    },
  }
}
