// https://www.rfc-editor.org/rfc/rfc4180 as DuckDB reads it, for a browser, which has no DuckDB.

/** The line cannot be read. `line` is the first of its record, from 1. */
export class BrokenLine extends Error {
  constructor(
    readonly line: number,
    readonly what: string,
  ) {
    super(`line ${line}: ${what}`)
  }
}

/** Longest record, as everywhere in Outlay. UTF-16 units. */
const longest = 8_000_000

/** Takes a text piece by piece; gives each record as soon as its end is there, the header first. Throws a BrokenLine. */
export interface CsvReader {
  push(piece: string): void
  end(): void
}

export function createCsvReader(record: (cells: readonly string[]) => void): CsvReader {
  let rest = ''
  let line = 1
  let width: number | undefined

  function take(isEnd: boolean): void {
    let at = 0
    while (at < rest.length) {
      const found = recordAt(rest, at, isEnd)
      if (found === undefined) break
      if (typeof found === 'string') throw new BrokenLine(line, found)
      give(found.cells)
      line += linesIn(rest, at, found.next)
      at = found.next
    }
    rest = rest.slice(at)
    if (rest.length > longest) throw new BrokenLine(line, `longer than ${longest} characters`)
  }

  function give(cells: string[]): void {
    width ??= cells.length
    // An empty line tells nothing, but where there is one column it is an empty cell.
    if (cells.length === 1 && cells[0] === '' && width > 1) return
    if (cells.length === width + 1 && cells[width] === '') cells.pop()
    if (cells.length !== width)
      throw new BrokenLine(line, `expected number of columns: ${width} found: ${cells.length}`)
    record(cells)
  }

  return {
    push(piece) {
      rest += piece
      take(false)
    },
    end: () => take(true),
  }
}

interface Found {
  readonly cells: string[]
  readonly next: number
}

/** The record that begins at `start`; undefined where its end is not there yet, a word where it has none. */
function recordAt(text: string, start: number, isEnd: boolean): Found | string | undefined {
  const cells: string[] = []
  for (let at = start; ; ) {
    const cell = cellAt(text, at, isEnd)
    if (cell === undefined || typeof cell === 'string') return cell
    cells.push(cell.value)
    const { next } = cell
    const after = text[next]
    if (after === ',') at = next + 1
    else if (after === '\r' && text[next + 1] === '\n') return { cells, next: next + 2 }
    else if (after === '\r' && next + 1 === text.length && !isEnd) return undefined
    else return { cells, next: Math.min(next + 1, text.length) }
  }
}

const opening = / *"/y
const closed = / *(?=[,\r\n]|$)/y
const plain = /[^,\r\n]*/y

/** A cell and where what ends it stands. */
function cellAt(text: string, start: number, isEnd: boolean): { value: string; next: number } | string | undefined {
  opening.lastIndex = start
  if (!opening.test(text)) {
    plain.lastIndex = start
    const [value] = plain.exec(text)!
    const next = start + value.length
    return next === text.length && !isEnd ? undefined : { value, next }
  }
  const from = opening.lastIndex
  let isDoubled = false
  for (let at = text.indexOf('"', from); at >= 0; at = text.indexOf('"', at + 2)) {
    if (text[at + 1] === '"') {
      isDoubled = true
      continue
    }
    closed.lastIndex = at + 1
    if (!closed.test(text)) return 'quote'
    const next = closed.lastIndex
    if (next === text.length && !isEnd) return undefined
    const value = text.slice(from, at)
    return { value: isDoubled ? value.replaceAll('""', '"') : value, next }
  }
  return isEnd ? 'quote' : undefined
}

function linesIn(text: string, from: number, to: number): number {
  let lines = 0
  for (let at = from; at < to; at++) if (text[at] === '\n' || (text[at] === '\r' && text[at + 1] !== '\n')) lines += 1
  return lines
}
