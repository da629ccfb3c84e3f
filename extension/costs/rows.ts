import { isTelling } from '../../core/report/function-cost.ts'
import { type Total, totalOf } from '../../core/report/total.ts'
import type { CostedSite, FunctionCost } from '../../core/types.ts'
import type { Shown } from '../results.ts'

export type Grouping = 'file' | 'resource' | 'entry'
export type Sorting = 'cost' | 'name'

export interface Choice {
  readonly by: Grouping
  readonly sort: Sorting
  /** Only what has these words in its name, its type or its path; empty for all. */
  readonly filter: string
}

/** A file that costs something. */
export interface CostFile {
  readonly file: string
  /** As people see it: from the workspace's folder. */
  readonly path: string
  readonly shown: Pick<Shown, 'result' | 'total' | 'scanned'>
}

interface Common {
  /** Unique in the tree. */
  readonly id: string
  readonly children: readonly Row[]
}

/** A row of the Costs view, without words: those are made for the rows in sight. */
export type Row = Common &
  (
    | { readonly is: 'file'; readonly in: CostFile; readonly total: Total }
    /** `aws_instance`, `openai`. */
    | { readonly is: 'type'; readonly name: string; readonly total: Total; readonly approximate: boolean }
    /** What calls functions from outside; undefined: nobody that is known. */
    | { readonly is: 'entry'; readonly entry: FunctionCost['entry'] }
    | { readonly is: 'function'; readonly in: CostFile; readonly cost: FunctionCost; readonly index: number }
    | { readonly is: 'site'; readonly in: CostFile; readonly costed: CostedSite; readonly index: number }
  )

/** What is left of a long list: the window is sent all rows of a list at once. */
export interface More {
  readonly is: 'more'
  readonly id: string
  readonly many: number
  readonly children: readonly Row[]
}

/** Rows of a list that are shown before somebody asks for more. */
const atOnce = 200

/** @param within `id` of the row they are under */
export function paged(rows: readonly Row[], within: string): readonly (Row | More)[] {
  // One row instead of another would be none the fewer.
  if (rows.length <= atOnce + 1) return rows
  const rest = rows.slice(atOnce)
  return [...rows.slice(0, atOnce), { is: 'more', id: `${within}#more`, many: rest.length, children: rest }]
}

/** Whether every file's result is looked into for it: of what a scan has read that is not done lightly. */
export const readsAll = ({ by, filter }: Choice): boolean => by !== 'file' || filter.trim() !== ''

/** Without looking into what a scan has read. */
export const approximateIn = ({ shown }: CostFile): boolean => (shown.scanned ?? shown.result).approximate

type SiteRow = Extract<Row, { readonly is: 'site' }>

export function costRows(files: readonly CostFile[], { by, sort, filter }: Choice): readonly Row[] {
  const words = filter.toLowerCase().split(/\s+/).filter(Boolean)
  const fits = (text: string) => words.every((word) => text.toLowerCase().includes(word))
  if (by === 'entry') return entryRows(files, fits, sort)
  if (by === 'file' && words.length === 0)
    return sorted(
      files.flatMap((each) => wholeFile(each, sort) ?? []),
      sort,
    )
  const sites = files.flatMap((each) => siteRows(each).filter((row) => fits(textOf(row))))
  return by === 'file' ? fileRows(sites, sort) : typeRows(sites, sort)
}

const siteRows = (file: CostFile): readonly SiteRow[] =>
  file.shown.result.sites.map((costed, index) => siteRow(file, costed, index, file.file))

const siteRow = (file: CostFile, costed: CostedSite, index: number, within: string): SiteRow => ({
  is: 'site',
  id: `${within}#${costed.site.key}`,
  in: file,
  costed,
  index,
  children: [],
})

const textOf = ({ in: { path }, costed: { site } }: SiteRow) => `${path} ${site.key} ${site.label} ${typeOf(site)}`

/** A resource's own type; of model calls who is paid. */
const typeOf = (site: CostedSite['site']) => (site.kind === 'resource' ? site.type : site.provider)

function grouped<K>(rows: readonly SiteRow[], keyOf: (row: SiteRow) => K): Map<K, SiteRow[]> {
  const groups = new Map<K, SiteRow[]>()
  for (const row of rows) {
    const there = groups.get(keyOf(row))
    if (there) there.push(row)
    else groups.set(keyOf(row), [row])
  }
  return groups
}

const totalOfRows = (rows: readonly SiteRow[]) => totalOf([{ sites: rows.map(({ costed }) => costed) }])

const whole = new WeakMap<CostFile, { readonly sort: Sorting; readonly row: Row }>()

/** The row of a file of which all is shown, as it was made before: a scan draws thousands again and again. */
export function wholeFile(file: CostFile, sort: Sorting): Row | undefined {
  if ((file.shown.scanned?.lines ?? file.shown.result.sites).length === 0) return undefined
  const before = whole.get(file)
  if (before?.sort === sort) return before.row
  const { total } = file.shown
  let children: readonly Row[] | undefined
  const row: Row = {
    is: 'file',
    id: file.file,
    in: file,
    total,
    get children() {
      children ??= sorted(siteRows(file), sort)
      return children
    },
  }
  whole.set(file, { sort, row })
  return row
}

function fileRows(sites: readonly SiteRow[], sort: Sorting): readonly Row[] {
  const rows = [...grouped(sites, (row) => row.in)].map(
    ([file, own]): Row => ({
      is: 'file',
      id: file.file,
      in: file,
      total: totalOfRows(own),
      children: sorted(own, sort),
    }),
  )
  return sorted(rows, sort)
}

function typeRows(sites: readonly SiteRow[], sort: Sorting): readonly Row[] {
  const rows = [...grouped(sites, ({ costed }) => typeOf(costed.site))].map(
    ([name, own]): Row => ({
      is: 'type',
      id: name,
      name,
      total: totalOfRows(own),
      approximate: own.some((row) => row.in.shown.result.approximate),
      children: sorted(own, sort),
    }),
  )
  return sorted(rows, sort)
}

/** In the order in which people ask. */
const entries: readonly FunctionCost['entry'][] = ['http', 'job', 'cli', 'test', undefined]

function entryRows(files: readonly CostFile[], fits: (text: string) => boolean, sort: Sorting): readonly Row[] {
  const byFile = new Map(files.map((each) => [each.file, each]))
  const functions = files.flatMap((file) =>
    (file.shown.result.functions ?? []).flatMap((cost, index): Extract<Row, { is: 'function' }>[] =>
      isTelling(cost) && fits(`${file.path} ${cost.name}`)
        ? [
            {
              is: 'function',
              id: `${file.file}#${cost.name}#${index}`,
              in: file,
              cost,
              index,
              children: callsOf(file, cost, byFile),
            },
          ]
        : [],
    ),
  )
  return entries.flatMap((entry): Row[] => {
    const own = functions.filter(({ cost }) => cost.entry === entry)
    return own.length === 0 ? [] : [{ is: 'entry', id: entry ?? 'other', entry, children: sorted(own, sort) }]
  })
}

/** In the order in which they are made; of files that were not read none. */
function callsOf(from: CostFile, cost: FunctionCost, files: ReadonlyMap<string, CostFile>): readonly Row[] {
  return cost.calls.flatMap(({ file, key }) => {
    const there = files.get(file)
    const index = there?.shown.result.sites.findIndex(({ site }) => site.key === key) ?? -1
    return there && index >= 0
      ? [siteRow(there, there.shown.result.sites[index]!, index, `${from.file}#${cost.name}#${file}`)]
      : []
  })
}

/** What it costs most likely: a month before what has only calls. USD. */
function weightOf(row: Row): readonly [month: number, once: number] {
  switch (row.is) {
    case 'file':
    case 'type':
      return [row.total.month?.likely ?? -1, row.total.once?.likely ?? -1]
    case 'function':
      return [-1, row.cost.usd?.likely ?? -1]
    case 'site': {
      const { month, per, usd } = row.costed.estimate
      const monthly = month?.usd ?? (per === 'month' ? usd : undefined)
      return [monthly?.likely ?? -1, monthly ? -1 : (usd?.likely ?? -1)]
    }
    case 'entry':
      return [-1, -1]
  }
}

export function nameOf(row: Row): string {
  switch (row.is) {
    case 'file':
      return row.in.path
    case 'type':
      return row.name
    case 'function':
      return row.cost.name
    case 'site':
      return row.costed.site.label
    case 'entry':
      return row.entry ?? ''
  }
}

/** Equals stay in the order of the source. */
function sorted<R extends Row>(rows: readonly R[], sort: Sorting): readonly R[] {
  if (sort === 'name') return [...rows].sort((a, b) => nameOf(a).localeCompare(nameOf(b)))
  const weighed = rows.map((row) => ({ row, weight: weightOf(row) }))
  weighed.sort((a, b) => b.weight[0] - a.weight[0] || b.weight[1] - a.weight[1])
  return weighed.map(({ row }) => row)
}
