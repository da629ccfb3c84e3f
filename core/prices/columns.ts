// A table of the snapshot, written by scripts/snapshot-file.ts: a line per column, its name first, cells between tabs. A cell that
// is the same as those before it is not written again: `~` and a number to the base of 36 says how many more there are. So it packs to
// two thirds of what it does row by row, and there is little to cut up when it is read.

type Line = Readonly<Record<string, string>>

/** No cell begins with it. */
export const again = '~'

export interface Columns {
  /** Number of rows. */
  readonly count: number
  /** Cells of a column by row; none where there is no such column. */
  column(name: string): readonly string[]
  row(index: number): Line
}

function cellsOf(line: string, from: number): readonly string[] {
  const cells: string[] = []
  let value = ''
  for (const cell of line.slice(from).split('\t')) {
    if (cell.startsWith(again)) for (let n = Number.parseInt(cell.slice(1), 36); n > 0; n--) cells.push(value)
    else {
      value = cell
      cells.push(value)
    }
  }
  return cells
}

/** @param text the file: no cell holds a tab or a line break */
export function readColumns(text: string): Columns {
  const byName = new Map<string, readonly string[]>()
  for (const line of text.split('\n')) {
    const end = line.indexOf('\t')
    if (end > 0) byName.set(line.slice(0, end), cellsOf(line, end + 1))
  }
  const names = [...byName.keys()]
  const columns = [...byName.values()]
  return {
    count: columns[0]?.length ?? 0,
    column: (name) => byName.get(name) ?? [],
    row(index) {
      const line: Record<string, string> = {}
      for (let i = 0; i < names.length; i++) line[names[i]!] = columns[i]![index]!
      return line
    },
  }
}

export function rowsOfColumns(text: string): Line[] {
  const columns = readColumns(text)
  return Array.from({ length: columns.count }, (_, index) => columns.row(index))
}
