// The layout of `snapshot/models.jsonl`: lines of JSON. The first is `Head`. Then, for each of `columns`, a line per provider: that cell
// of every row which has one, as the row's shape says. Cells of a kind side by side pack to five sixths of what rows do, and a scan
// asks one or two providers, whose lines alone are parsed.
import type { Provider } from '../types.ts'
import type { ModelRow, ModelTable } from './models.ts'

/** `shape` and `rateShape` are indices into the lists of `Head`; `usd` are the prices of all rows' rates one after the other. */
const columns = [
  ...['shape', 'id', 'also', 'name', 'listed', 'mode', 'rateShape', 'usd', 'units', 'from', 'weak', 'more', 'others'],
  ...['context', 'maxOutput', 'maxOutputElsewhere', 'minCacheable', 'retired'],
] as const

interface Head {
  readonly schema: 3
  readonly sources: ModelTable['sources']
  readonly providers: readonly Provider[]
  /** Which cells a row has, by name. */
  readonly shapes: readonly (readonly string[])[]
  /** Which rates a row has, by name. */
  readonly rateShapes: readonly (readonly string[])[]
}

type Cells = Readonly<Record<string, readonly unknown[]>>

/** Plain loops: this is most of the time to the first price of a model. */
function rowsOf({ shapes, rateShapes }: Head, cells: Cells): readonly ModelRow[] {
  const at: Record<string, number> = {}
  for (const name of columns) at[name] = 0
  const next = (name: string) => cells[name]![at[name]!++]
  return cells.shape!.map((shape) => {
    const row: Record<string, unknown> = {}
    const rates: Record<string, unknown> = {}
    for (const rate of rateShapes[next('rateShape') as number]!) rates[rate] = next('usd')
    for (const name of shapes[shape as number]!) row[name] = next(name)
    row.rates = rates
    return row as unknown as ModelRow
  })
}

/** @param text `models.jsonl`. A provider's rows are parsed when they are first asked for. */
export function readModelLines(text: string): ModelTable {
  const [first, ...lines] = text.trimEnd().split('\n')
  const head = JSON.parse(first!) as Head
  if (head.schema !== 3) throw new Error('models.jsonl is not of schema 3')
  const providers = {}
  head.providers.forEach((provider, index) => {
    let rows: readonly ModelRow[] | undefined
    Object.defineProperty(providers, provider, {
      enumerable: true,
      get() {
        const cell = (_: string, column: number) =>
          JSON.parse(lines[column * head.providers.length + index]!) as unknown
        rows ??= rowsOf(head, Object.fromEntries(columns.map((name, column) => [name, cell(name, column)])) as Cells)
        return rows
      },
    })
  })
  return { schema: 1, sources: head.sources, providers }
}

/** In ASCII a text takes one byte a character, and is read four times as fast. */
const ascii = (json: string) =>
  json.replace(/[^\0-\x7f]/g, (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`)

/** Gives each different list of names a number, the first that comes the least. */
function numbering() {
  const lists: (readonly string[])[] = []
  const numbers = new Map<string, number>()
  return {
    lists,
    of(names: readonly string[]): number {
      const key = names.join(' ')
      const there = numbers.get(key)
      if (there !== undefined) return there
      numbers.set(key, lists.length)
      return lists.push(names) - 1
    },
  }
}

export function writeModelLines({ sources, providers }: ModelTable): string {
  const [shapes, rateShapes] = [numbering(), numbering()]
  const all = Object.entries(providers).map(([provider, rows]) => {
    const cells: Record<string, unknown[]> = Object.fromEntries(columns.map((name) => [name, []]))
    for (const { rates, ...row } of rows) {
      const held = Object.entries(row).filter(([, value]) => value !== undefined)
      cells.shape!.push(shapes.of(held.map(([name]) => name)))
      cells.rateShape!.push(rateShapes.of(Object.keys(rates)))
      cells.usd!.push(...Object.values(rates))
      for (const [name, value] of held) cells[name]!.push(value)
    }
    return { provider: provider as Provider, cells }
  })
  const head: Head = {
    schema: 3,
    sources,
    providers: all.map(({ provider }) => provider),
    shapes: shapes.lists,
    rateShapes: rateShapes.lists,
  }
  const lines = columns.flatMap((name) => all.map(({ cells }) => cells[name]))
  return [head, ...lines].map((line) => `${ascii(JSON.stringify(line))}\n`).join('')
}
