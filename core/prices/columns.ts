// A table of the snapshot, written by scripts/snapshot-file.ts: a line per column, its name first, cells between tabs. A cell that
// is the same as those before it is not written again: `~` and a number to the base of 36 says how many more there are. So it packs to
// two thirds of what it does row by row, and there is little to cut up when it is read.

type Line = Readonly<Record<string, string>>

/** No cell begins with it. */
export const again = '~'
const againCode = again.charCodeAt(0)

/** A column as runs of like cells. */
interface Runs {
  readonly values: readonly string[]
  /** Row at which each begins, and the number of rows at the end. */
  readonly starts: readonly number[]
}

export interface Columns {
  /** Number of rows. */
  readonly count: number
  /** Empty where there is no such column. */
  cell(column: string, row: number): string
  row(index: number): Line
}

function runsOf(text: string): Runs {
  const values: string[] = []
  const starts: number[] = []
  let row = 0
  for (const cell of text.split('\t')) {
    if (cell.charCodeAt(0) === againCode) row += Number.parseInt(cell.slice(1), 36)
    else {
      values.push(cell)
      starts.push(row++)
    }
  }
  starts.push(row)
  return { values, starts }
}

function valueAt({ values, starts }: Runs, row: number): string {
  let [low, high] = [0, values.length - 1]
  while (low < high) {
    const middle = (low + high + 1) >> 1
    if (starts[middle]! <= row) low = middle
    else high = middle - 1
  }
  return values[low] ?? ''
}

/** @param text the file: no cell holds a tab or a line break. A column is cut into cells when it is first asked for. */
export function readColumns(text: string): Columns {
  const lines = new Map<string, string>()
  for (const line of text.split('\n')) {
    const end = line.indexOf('\t')
    if (end > 0) lines.set(line.slice(0, end), line.slice(end + 1))
  }
  const names = [...lines.keys()]
  const cut = new Map<string, Runs>()
  const column = (name: string): Runs => {
    const there = cut.get(name)
    if (there) return there
    const line = lines.get(name)
    const runs = line === undefined ? { values: [], starts: [0] } : runsOf(line)
    cut.set(name, runs)
    return runs
  }
  return {
    count: names[0] === undefined ? 0 : column(names[0]).starts.at(-1)!,
    cell: (name, row) => valueAt(column(name), row),
    row(index) {
      const line: Record<string, string> = {}
      for (const name of names) line[name] = valueAt(column(name), index)
      return line
    },
  }
}

export function rowsOfColumns(text: string): Line[] {
  const columns = readColumns(text)
  return Array.from({ length: columns.count }, (_, index) => columns.row(index))
}
