import { readFile } from 'node:fs/promises'
import { basename } from 'node:path'
import type { DuckDBConnection } from '@duckdb/node-api'
import { twoColumns } from '../files/sentences.ts'
import { checkGzip, name, openFile, read, unreadable } from '../stores/duckdb-file.ts'
import { columnsNeeded, columnsOf, type Model, type Requirement, requirementsOf } from './model.ts'
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

/**
 * Reads the file into `rows`: every column as text, under its name, and without a value those of `optional` that are not there.
 * @returns the names, or why it cannot be read
 */
async function view(
  db: DuckDBConnection,
  path: string,
  optional: ReadonlySet<string>,
): Promise<readonly string[] | string> {
  try {
    const file = await openFile(db, path)
    await checkGzip([path])
    if (file.names.every((each) => each.trim() === '')) return `${basename(path)} is empty: there is nothing to check.`
    const twice = file.names.find((each, index) => file.names.indexOf(each) !== index)
    if (twice !== undefined) return twoColumns(basename(path), twice, 'Nothing was checked.')
    const missing = [...optional].filter((each) => !file.names.includes(each))
    const cells = [
      ...file.names.map((each, index) => `${file.written(index)} AS ${name(each)}`),
      ...missing.map((each) => `CAST(NULL AS VARCHAR) AS ${name(each)}`),
    ]
    await db.run(
      `CREATE OR REPLACE TEMP TABLE "rows" AS SELECT ${cells.join(', ')}, row_number() OVER () AS "#row" FROM ${file.from}`,
    )
    return file.names
  } catch (error) {
    return unreadable(path, error)
  }
}

/** Checks a CSV or Parquet file against the rules of FOCUS 1.2. The file is only read. */
export async function validateFocus(db: DuckDBConnection, path: string): Promise<ValidationAnswer> {
  const model = await loadModel()
  const { list, unchecked: without } = requirementsOf(model)
  const presences = list.filter(({ check }) => check.CheckFunction === 'ColumnPresent')
  const optional = new Set(presences.filter(({ isOptional }) => isOptional).map(({ column }) => column))
  const there = await view(db, path, optional)
  if (typeof there === 'string') return { is: 'refused', message: there }
  const names = new Set(there)
  if (!list.some(({ column }) => names.has(column)))
    return { is: 'refused', message: `${basename(path)} has no column of FOCUS: it is another kind of file.` }
  const [counted] = await read(db, 'SELECT CAST(COUNT(*) AS INTEGER) AS "rows" FROM "rows"')
  const found: (Violation & { readonly isMust: boolean })[] = []
  found.push(...unmarked(model, list, there))
  let unchecked = without
  let checked = 1
  for (const requirement of list) {
    const outcome = await check(db, requirement, { names, optional })
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

/** Columns that are none of the specification's and do not say so; one of its own in other letters is such a column. */
function unmarked({ ModelRules }: Model, list: readonly Requirement[], names: readonly string[]) {
  const rule = 'ColumnHandling-A-010-M'
  const requires = ModelRules[rule]!.ValidationCriteria.MustSatisfy
  const own = new Set(list.map(({ column }) => column))
  return names
    .filter((column) => !own.has(column) && !column.startsWith('x_'))
    .map((column) => ({ column, rule, requires, count: 1, example: null, isMust: true }))
}

async function check(
  db: DuckDBConnection,
  { rule, column, sentence, check, conditions, isOptional }: Requirement,
  { names, optional }: Readonly<Record<'names' | 'optional', ReadonlySet<string>>>,
): Promise<Violation | 'unchecked' | undefined> {
  if (check.CheckFunction === 'ColumnPresent') {
    const name = check.ColumnName ?? column
    if (names.has(name)) return undefined
    // Whether a provider has the feature, its file does not say.
    return isOptional ? 'unchecked' : { column: name, rule, requires: sentence, count: 1, example: null }
  }
  const needed = [...columnsOf(check), ...conditions.flatMap(columnsNeeded)]
  const compared = conditions.flatMap(columnsOf)
  if (needed.some((each) => !names.has(each))) return 'unchecked'
  if (compared.some((each) => !names.has(each) && !optional.has(each))) return 'unchecked'
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
