import { byWeight, type Weight } from '../../core/report/gist.ts'
import { type Total, totalOf, totalOfTotals } from '../../core/report/total.ts'
import type { CostedSite, CostSite, FunctionCost } from '../../core/types.ts'
import { gistIn } from '../gists.ts'
import { eachInTurn, sortedInTurn } from '../long-lists.ts'
import type { Shown } from '../results.ts'
import type { InTurn } from '../turns.ts'

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
  /** Made when somebody opens the row. */
  children(): readonly Row[] | Promise<readonly Row[]>
}

/** A row of the Costs view, without words: those are made for the rows in sight, which alone are looked into. */
export type Row = Common &
  (
    | { readonly is: 'file'; readonly in: CostFile; readonly total: Total }
    /** `aws_instance`, `openai`. */
    | {
        readonly is: 'type'
        readonly name: string
        readonly many: number
        readonly total: Total
        readonly approximate: boolean
      }
    /** What calls functions from outside; undefined: nobody that is known. */
    | { readonly is: 'entry'; readonly entry: FunctionCost['entry']; readonly many: number }
    | {
        readonly is: 'function'
        readonly in: CostFile
        readonly cost: FunctionCost
        readonly index: number
        readonly weight: Weight
      }
    | {
        readonly is: 'site'
        readonly in: CostFile
        readonly costed: CostedSite
        readonly index: number
        readonly weight: Weight
        readonly type: string
      }
  )

/** What is left of a long list: the window is sent all rows of a list at once. */
export interface More {
  readonly is: 'more'
  readonly id: string
  readonly many: number
  children(): readonly Row[]
}

/** Rows of a list that are shown before somebody asks for more. */
const atOnce = 200

/** @param within `id` of the row they are under */
export function paged(rows: readonly Row[], within: string): readonly (Row | More)[] {
  // One row instead of another would be none the fewer.
  if (rows.length <= atOnce + 1) return rows
  const rest = rows.slice(atOnce)
  return [...rows.slice(0, atOnce), { is: 'more', id: `${within}#more`, many: rest.length, children: () => rest }]
}

/** Whether every file's result is looked into for it: of what a scan has read that is not done lightly. */
export const readsAll = ({ by, sort, filter }: Choice): boolean =>
  filter.trim() !== '' || (sort === 'name' && by !== 'file')

/** Without looking into what a scan has read. */
export const approximateIn = ({ shown }: CostFile): boolean => (shown.scanned ?? shown.result).approximate

type SiteRow = Extract<Row, { readonly is: 'site' }>
type FunctionRow = Extract<Row, { readonly is: 'function' }>

/** What all rows of one tree are made by. */
interface Making {
  readonly fits: ((text: string) => boolean) | undefined
  readonly sort: Sorting
  readonly inTurn: InTurn
}

export async function costRows(
  files: readonly CostFile[],
  { by, sort, filter }: Choice,
  inTurn: InTurn,
): Promise<readonly Row[]> {
  const words = filter.toLowerCase().split(/\s+/).filter(Boolean)
  const fits =
    words.length === 0 ? undefined : (text: string) => words.every((word) => text.toLowerCase().includes(word))
  const making: Making = { fits, sort, inTurn }
  if (by === 'entry') return entryRows(files, making)
  if (by === 'resource') return typeRows(files, making)
  const rows = await eachInTurn(files, (each) => (fits ? partOfFile(each, making) : wholeFile(each, making)), inTurn)
  return sortedInTurn(rows, orderOf(sort), inTurn)
}

const noRows = () => []

const siteRows = (file: CostFile): readonly SiteRow[] =>
  gistIn(file.shown).sites.map((_, index) => siteRow(file, index, file.file))

function siteRow(file: CostFile, index: number, within: string): SiteRow {
  const { type, weight } = gistIn(file.shown).sites[index]!
  return {
    is: 'site',
    get id() {
      return `${within}#${this.costed.site.key}`
    },
    in: file,
    get costed() {
      return file.shown.result.sites[index]!
    },
    index,
    weight,
    type,
    children: noRows,
  }
}

const textOf = ({ in: { path }, costed: { site }, type }: SiteRow) => `${path} ${site.key} ${site.label} ${type}`

const fitting = (file: CostFile, { fits }: Making): readonly SiteRow[] =>
  fits ? siteRows(file).filter((row) => fits(textOf(row))) : siteRows(file)

function grouped<K, T>(all: readonly T[], keyOf: (one: T) => K): Map<K, T[]> {
  const groups = new Map<K, T[]>()
  for (const one of all) {
    const there = groups.get(keyOf(one))
    if (there) there.push(one)
    else groups.set(keyOf(one), [one])
  }
  return groups
}

const totalOfRows = (rows: readonly SiteRow[]) => totalOf([{ sites: rows.map(({ costed }) => costed) }])

const whole = new WeakMap<CostFile, { readonly sort: Sorting; readonly rows: readonly Row[] }>()

/** The row of a file of which all is shown, as it was made before: a scan draws thousands again and again. None where it has no site. */
export function wholeFile(file: CostFile, { sort, inTurn }: Omit<Making, 'fits'>): readonly Row[] {
  const before = whole.get(file)
  if (before?.sort === sort) return before.rows
  const { total } = file.shown
  let children: Promise<readonly Row[]> | undefined
  const row: Row = {
    is: 'file',
    id: file.file,
    in: file,
    total,
    children() {
      children ??= rowsInside(file, { sort, inTurn })
      return children
    },
  }
  const rows = gistIn(file.shown).sites.length === 0 ? [] : [row]
  whole.set(file, { sort, rows })
  return rows
}

/** A large file has hundreds. */
async function rowsInside(file: CostFile, { sort, inTurn }: Omit<Making, 'fits'>): Promise<readonly Row[]> {
  const indexes = [...gistIn(file.shown).sites.keys()]
  const rows = await eachInTurn(indexes, (index) => [siteRow(file, index, file.file)], inTurn)
  return sortedInTurn(rows, orderOf(sort), inTurn)
}

function partOfFile(file: CostFile, making: Making): readonly Row[] {
  const own = fitting(file, making)
  const children = () => own.toSorted(orderOf(making.sort))
  return own.length === 0 ? [] : [{ is: 'file', id: file.file, in: file, total: totalOfRows(own), children }]
}

interface TypeGroup {
  readonly rows: SiteRow[]
  total: Total
  approximate: boolean
}

async function typeRows(files: readonly CostFile[], making: Making): Promise<readonly Row[]> {
  const groups = new Map<string, TypeGroup>()
  const add = (file: CostFile) => {
    const own = grouped(fitting(file, making), ({ type }) => type)
    for (const [name, rows] of own) {
      const group = groups.get(name) ?? { rows: [], total: totalOfTotals([]), approximate: false }
      groups.set(name, group)
      group.rows.push(...rows)
      const total = making.fits ? totalOfRows(rows) : gistIn(file.shown).types[name]!
      group.total = totalOfTotals([group.total, total])
      group.approximate ||= approximateIn(file)
    }
    return []
  }
  await eachInTurn(files, add, making.inTurn)
  const made = [...groups].map(
    ([name, { rows, total, approximate }]): Row => ({
      is: 'type',
      id: name,
      name,
      many: rows.length,
      total,
      approximate,
      children: () => sortedInTurn(rows, orderOf(making.sort), making.inTurn),
    }),
  )
  return made.sort(orderOf(making.sort))
}

/** In the order in which people ask. */
const entries: readonly FunctionCost['entry'][] = ['http', 'job', 'cli', 'test', undefined]

async function entryRows(files: readonly CostFile[], making: Making): Promise<readonly Row[]> {
  const groups = new Map<FunctionCost['entry'], FunctionRow[]>()
  const read = new Map<string, CostFile>()
  const add = (file: CostFile) => {
    read.set(file.file, file)
    for (const { entry, row } of functionRows(file, read, making)) {
      const group = groups.get(entry) ?? []
      groups.set(entry, group)
      group.push(row)
    }
    return []
  }
  await eachInTurn(files, add, making.inTurn)
  return entries.flatMap((entry): Row[] => {
    const own = groups.get(entry)
    const children = () => sortedInTurn(own ?? [], orderOf(making.sort), making.inTurn)
    return own ? [{ is: 'entry', id: entry ?? 'other', entry, many: own.length, children }] : []
  })
}

function functionRows(
  file: CostFile,
  read: ReadonlyMap<string, CostFile>,
  { fits }: Making,
): { readonly entry: FunctionCost['entry']; readonly row: FunctionRow }[] {
  const rows = gistIn(file.shown).functions.map(({ entry, index, weight }) => {
    const row: FunctionRow = {
      is: 'function',
      id: `${file.file}#${index}`,
      in: file,
      get cost() {
        return file.shown.result.functions![index]!
      },
      index,
      weight,
      children: () => callsOf(row, read),
    }
    return { entry, row }
  })
  return fits ? rows.filter(({ row }) => fits(`${file.path} ${row.cost.name}`)) : rows
}

/** In the order in which they are made; of files that were not read none. */
const callsOf = ({ cost, id }: FunctionRow, files: ReadonlyMap<string, CostFile>): readonly Row[] =>
  cost.calls.flatMap(({ file, key }) => {
    const there = files.get(file)
    const index = there?.shown.result.sites.findIndex(({ site }) => site.key === key) ?? -1
    return there && index >= 0 ? [siteRow(there, index, `${id}#${file}`)] : []
  })

/** What it costs most likely. */
function weightOf(row: Row): Weight {
  switch (row.is) {
    case 'file':
    case 'type':
      return { month: row.total.month?.likely ?? -1, once: row.total.once?.likely ?? -1 }
    case 'function':
    case 'site':
      return row.weight
    case 'entry':
      return { month: -1, once: -1 }
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
const orderOf = (sort: Sorting): ((a: Row, b: Row) => number) =>
  sort === 'name' ? (a, b) => nameOf(a).localeCompare(nameOf(b)) : (a, b) => byWeight(weightOf(a), weightOf(b))

/** What a menu of the view hands over, where that is a site. */
export function siteOfNode(node: unknown): CostSite | undefined {
  const given = node as Partial<Row> | undefined
  return given?.is === 'site' ? given.costed?.site : undefined
}
