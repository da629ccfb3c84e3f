import { readFile } from 'node:fs/promises'
import { basename } from 'node:path'
import type { DuckDBConnection } from '@duckdb/node-api'
import { name, openFile, read, unreadable } from '../stores/duckdb-file.ts'
import { columnsOf, type Model, type Requirement, requirementsOf } from './model.ts'
import { groupTest, rowTest } from './sql.ts'

export interface Violation {
  readonly column: string
  readonly rule: string
  /** The requirement, in the specification's words. */
  readonly requires: string
  /** Of rows; a column that is missing is one. */
  readonly count: number
  /** The value in the first of them, and its place in the file, the first being 1. */
  readonly example: { readonly row: number; readonly value: string | null } | null
}

export interface Validated {
  readonly is: 'validated'
  readonly rows: number
  readonly violations: readonly Violation[]
  /** What the specification recommends only. */
  readonly advice: readonly Violation[]
  readonly checked: number
  /** Requirements that no file can be checked for by itself, or whose columns are not there. */
  readonly unchecked: number
}

export type ValidationAnswer = Validated | { readonly is: 'refused'; readonly message: string }

async function loadModel(): Promise<Model> {
  const beside = new URL('./focus-requirements-1.2.json', import.meta.url)
  return JSON.parse(await readFile(beside, 'utf8')) as Model
}

/** Lays a view `rows` over the file: every column as text, under its name. @returns the names, or why it cannot be read */
async function view(db: DuckDBConnection, path: string): Promise<ReadonlySet<string> | string> {
  try {
    const file = await openFile(db, path)
    if (file.names.every((each) => each.trim() === '')) return `${basename(path)} is empty: there is nothing to check.`
    const cells = file.names.map((each, index) => `${file.cell(index)} AS ${name(each)}`)
    await db.run(
      `CREATE OR REPLACE TEMP TABLE "rows" AS SELECT ${cells.join(', ')}, row_number() OVER () AS "#row" FROM ${file.from}`,
    )
    return new Set(file.names)
  } catch (error) {
    return unreadable(path, error)
  }
}

/** Checks a CSV or Parquet file against the rules of FOCUS 1.2. The file is only read. */
export async function validateFocus(db: DuckDBConnection, path: string): Promise<ValidationAnswer> {
  const model = await loadModel()
  const { list, unchecked: without } = requirementsOf(model)
  const names = await view(db, path)
  if (typeof names === 'string') return { is: 'refused', message: names }
  if (!list.some(({ column }) => names.has(column)))
    return { is: 'refused', message: `${basename(path)} has no column of FOCUS: it is another kind of file.` }
  const [counted] = await read(db, 'SELECT CAST(COUNT(*) AS INTEGER) AS "rows" FROM "rows"')
  const found: (Violation & { readonly isMust: boolean })[] = []
  let unchecked = without
  let checked = 0
  for (const requirement of list) {
    const outcome = await check(db, requirement, names)
    if (outcome === 'unchecked') unchecked += 1
    else checked += 1
    if (typeof outcome === 'object') found.push({ ...outcome, isMust: requirement.isMust })
  }
  const plain = (isMust: boolean) =>
    found.filter((each) => each.isMust === isMust).map(({ isMust: _, ...rest }) => rest)
  return {
    is: 'validated',
    rows: Number(counted?.rows),
    violations: plain(true),
    advice: plain(false),
    checked,
    unchecked,
  }
}

async function check(
  db: DuckDBConnection,
  { rule, column, sentence, check, conditions, isOptional }: Requirement,
  names: ReadonlySet<string>,
): Promise<Violation | 'unchecked' | undefined> {
  if (check.CheckFunction === 'ColumnPresent') {
    const name = check.ColumnName ?? column
    if (names.has(name)) return undefined
    // Whether a provider has the feature, its file does not say.
    return isOptional ? 'unchecked' : { column: name, rule, requires: sentence, count: 1, example: null }
  }
  if ([check, ...conditions].flatMap(columnsOf).some((name) => !names.has(name))) return 'unchecked'
  const group = groupTest(check)
  const fits = rowTest(check)
  const when = conditions.map(rowTest)
  if ((fits === undefined && group === undefined) || when.some((test) => test === undefined)) return 'unchecked'
  const broken = [...when, group ?? `NOT ${fits}`].join(' AND ')
  const [row] = await read(
    db,
    `SELECT CAST(COUNT(*) AS INTEGER) AS "count", arg_min(${name(column)}, "#row") AS "value", CAST(MIN("#row") AS INTEGER) AS "row" FROM "rows" WHERE ${broken}`,
  )
  const count = Number(row?.count)
  if (count === 0) return undefined
  const value = row?.value
  return {
    column,
    rule,
    requires: sentence,
    count,
    example: { row: Number(row?.row), value: value === null || value === undefined ? null : String(value) },
  }
}
