// A table of the snapshot, written by scripts/snapshot-file.ts: a line per column, its name first, cells between tabs. Like stands
// beside like, so that it packs to two thirds of what it does row by row.

type Line = Readonly<Record<string, string>>

export interface Columns {
  /** Number of rows. */
  readonly count: number
  /** Cells of a column by row; none where there is no such column. */
  column(name: string): readonly string[]
  row(index: number): Line
}

/** @param text the file: no cell holds a tab or a line break */
export function readColumns(text: string): Columns {
  const cells = new Map<string, readonly string[]>()
  for (const line of text.split('\n')) {
    const [name, ...column] = line.split('\t')
    if (name) cells.set(name, column)
  }
  const [first = []] = cells.values()
  return {
    count: first.length,
    column: (name) => cells.get(name) ?? [],
    row(index) {
      const line: Record<string, string> = {}
      for (const [name, column] of cells) line[name] = column[index]!
      return line
    },
  }
}

export function rowsOfColumns(text: string): Line[] {
  const columns = readColumns(text)
  return Array.from({ length: columns.count }, (_, index) => columns.row(index))
}
