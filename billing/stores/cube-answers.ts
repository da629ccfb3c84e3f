import type { Dimension, PlainDimension } from '../../core/spend-dimensions.ts'
import type { Cell } from '../answers.ts'
import type { Filter, Question, Within } from '../questions.ts'
import { dimensionsOf, tagColumn } from './cube.ts'

/** A row of the daily cube as a reader without an engine gives it: times in microseconds, counts and halves of amounts whole. */
export type CubeRow = Readonly<Record<string, string | bigint | boolean | null | undefined>>

/** The first that has a value counts, as in the SQL of the questions. */
const columnsOf: Readonly<Partial<Record<PlainDimension, readonly string[]>>> = {
  day: ['ChargePeriodStart'],
  week: ['ChargePeriodStart'],
  month: ['ChargePeriodStart'],
  provider: ['ServiceProviderName'],
  service: ['ServiceName'],
  model: ['x_ModelId'],
  region: ['RegionId'],
  account: ['BillingAccountName', 'BillingAccountId'],
  'account-id': ['BillingAccountId'],
  project: ['SubAccountName', 'SubAccountId'],
  'project-id': ['SubAccountId'],
  key: ['x_CredentialId'],
  source: ['x_Source'],
  charge: ['ChargeCategory'],
}

/** Columns that a question needs of the cube, each of which takes time to read. */
export function columnsFor(question: Question): string[] {
  const named = dimensionsOf(question).flatMap((dimension) =>
    dimension.startsWith('tag:') ? [tagColumn(dimension.slice(4))] : (columnsOf[dimension as PlainDimension] ?? []),
  )
  return [...new Set(['ChargePeriodStart', ...named, ...measures[question.ask]])]
}

const money = ['BillingCurrency', 'x_Grade', 'x_Billed', 'x_BilledPart', 'x_Effective', 'x_EffectivePart']
const measures: Readonly<Record<Question['ask'], readonly string[]>> = {
  spend: [...money, 'x_Estimated'],
  usage: [],
  totals: [...money, 'ChargePeriodEnd', 'x_Rows'],
  sources: ['x_Source', 'ServiceProviderName', 'ChargePeriodEnd', 'x_Estimated', 'x_FetchedAt', 'x_Rows'],
  overlaps: ['x_Source', 'ServiceProviderName'],
}

/** Answers, of a question that the cube answers, what an engine's SQL gives: the same cells in the same order. */
export function cellsOf(question: Question, rows: readonly CubeRow[]): readonly (readonly Cell[])[] {
  switch (question.ask) {
    case 'spend':
      return spend(question.by, within(question, rows))
    case 'totals':
      return totals(within(question, rows))
    case 'sources':
      return sources(rows)
    case 'overlaps':
      return overlaps(rows)
    default:
      throw new Error(`The daily cube does not hold what "${question.ask}" asks.`)
  }
}

const dayInMicros = 86_400_000_000n
const instant = (micros: bigint) => new Date(Number(micros / 1000n)).toISOString()
const dayOf = (micros: bigint) => instant(micros).slice(0, 10)

function week(micros: bigint): string {
  const days = Math.floor(Number(micros / dayInMicros))
  const sinceMonday = (((days + 3) % 7) + 7) % 7 // the first of 1970 was a Thursday
  return dayOf(BigInt(days - sinceMonday) * dayInMicros)
}

function value(dimension: Dimension, row: CubeRow): string | null {
  const start = row.ChargePeriodStart as bigint
  if (dimension === 'day') return dayOf(start)
  if (dimension === 'week') return week(start)
  if (dimension === 'month') return dayOf(start).slice(0, 7)
  const columns = dimension.startsWith('tag:')
    ? [tagColumn(dimension.slice(4))]
    : (columnsOf[dimension as PlainDimension] ?? [])
  const told = columns.map((column) => row[column]).find((each) => each !== null && each !== undefined)
  return told === undefined ? null : String(told)
}

function within({ since, until, where = [], except = [] }: Within, rows: readonly CubeRow[]): CubeRow[] {
  const micros = (day: string) => BigInt(Date.parse(day)) * 1000n
  const [from, to] = [since === undefined ? undefined : micros(since), until === undefined ? undefined : micros(until)]
  const holds = (row: CubeRow) => (filter: Filter) => filter.among.includes(value(filter.dimension, row))
  return rows.filter((row) => {
    const start = row.ChargePeriodStart as bigint
    if ((from !== undefined && start < from) || (to !== undefined && start >= to)) return false
    return where.every(holds(row)) && !except.some((all) => all.every(holds(row)))
  })
}

const million2 = 1_000_000_000_000n // an amount is counted in millionth millionths
const billed = (row: CubeRow) => (row.x_Billed as bigint) * million2 + (row.x_BilledPart as bigint)
const effective = (row: CubeRow) => (row.x_Effective as bigint) * million2 + (row.x_EffectivePart as bigint)

/** All digits, as an engine writes a decimal. */
function digits(amount: bigint): string {
  const size = amount < 0n ? -amount : amount
  return `${amount < 0n ? '-' : ''}${size / million2}.${String(size % million2).padStart(12, '0')}`
}

const sum = (rows: readonly CubeRow[], of: (row: CubeRow) => bigint) => rows.reduce((total, row) => total + of(row), 0n)
const first = (values: readonly bigint[], isBefore: (a: bigint, b: bigint) => boolean) =>
  values.reduce((found, each) => (isBefore(each, found) ? each : found))
const least = (values: readonly bigint[]) => first(values, (a, b) => a < b)
const most = (values: readonly bigint[]) => first(values, (a, b) => a > b)

function grouped(rows: readonly CubeRow[], keysOf: (row: CubeRow) => readonly (string | null)[]) {
  const groups = new Map<string, { readonly keys: readonly (string | null)[]; readonly rows: CubeRow[] }>()
  for (const row of rows) {
    const keys = keysOf(row)
    const id = JSON.stringify(keys)
    const group = groups.get(id)
    if (group) group.rows.push(row)
    else groups.set(id, { keys, rows: [row] })
  }
  return [...groups.values()].sort((a, b) => compareAll(a.keys, b.keys))
}

/** As engines sort texts: by their bytes, nulls last. */
function compareAll(a: readonly (string | null)[], b: readonly (string | null)[]): number {
  for (const [index, left] of a.entries()) {
    const right = b[index] ?? null
    if (left === right) continue
    if (left === null || right === null) return left === null ? 1 : -1
    return byBytes(left, right)
  }
  return 0
}

/** UTF-8 sorts as code points do; UTF-16 does not beyond the first 65,536. */
function byBytes(left: string, right: string): number {
  const [a, b] = [[...left], [...right]]
  const at = a.findIndex((character, index) => character !== b[index])
  if (at < 0) return a.length - b.length
  return (a[at]?.codePointAt(0) ?? -1) - (b[at]?.codePointAt(0) ?? -1)
}

const kindOf = (row: CubeRow) => [row.BillingCurrency as string, row.x_Grade as string]

const spend = (by: readonly Dimension[], rows: readonly CubeRow[]): Cell[][] =>
  grouped(rows, (row) => [...by.map((dimension) => value(dimension, row)), ...kindOf(row)]).map((group) => [
    ...group.keys,
    digits(sum(group.rows, billed)),
    digits(sum(group.rows, effective)),
    group.rows.some((row) => row.x_Estimated === true) ? 1 : 0,
  ])

function span(rows: readonly CubeRow[]): [since: string, until: string] {
  const starts = rows.map((row) => row.ChargePeriodStart as bigint)
  // A charge period ends at an instant that is no longer in it.
  const ends = rows.flatMap((row) => (typeof row.ChargePeriodEnd === 'bigint' ? [row.ChargePeriodEnd] : []))
  return [dayOf(least(starts)), ends.length > 0 ? dayOf(most(ends) - 1n) : 'null']
}

/** As `sources` of the SQL has it: a fee of the month tells of no later day. */
function told(rows: readonly CubeRow[]): [since: string, until: string] {
  const [since, until] = span(rows)
  const began = dayOf(most(rows.map((row) => row.ChargePeriodStart as bigint)))
  return [since, began.endsWith('-01') ? until : began]
}

function totals(rows: readonly CubeRow[]): Cell[][] {
  const groups = grouped(rows, kindOf).map((group) => ({ ...group, effective: sum(group.rows, effective) }))
  groups.sort((a, b) => (a.effective < b.effective ? 1 : a.effective > b.effective ? -1 : compareAll(a.keys, b.keys)))
  return groups.map((group) => [
    ...group.keys,
    digits(sum(group.rows, billed)),
    digits(group.effective),
    sum(group.rows, (row) => row.x_Rows as bigint),
    ...span(group.rows),
  ])
}

const lines = (values: readonly (string | null)[]) => {
  const told = [...new Set(values)].filter((each) => each !== null)
  return told.length > 0 ? told.join('\n') : null
}

const sources = (rows: readonly CubeRow[]): Cell[][] =>
  grouped(rows, (row) => [value('source', row)]).map(({ keys, rows: own }) => {
    const estimated = own.filter((row) => row.x_Estimated === true).map((row) => row.ChargePeriodStart as bigint)
    return [
      ...keys,
      lines(own.map((row) => value('provider', row))),
      sum(own, (row) => row.x_Rows as bigint),
      `${instant(least(own.map((row) => row.x_FetchedAt as bigint))).slice(0, 19)}Z`,
      ...told(own),
      estimated.length > 0 ? dayOf(least(estimated)) : null,
    ]
  })

function overlaps(rows: readonly CubeRow[]): Cell[][] {
  const told = rows.filter((row) => value('provider', row) !== null)
  const days = grouped(told, (row) => [value('provider', row), value('day', row)])
  const shared = days.map(({ keys, rows: own }) => ({ keys, sources: new Set(own.map((row) => value('source', row))) }))
  const providers = new Map<string, { readonly sources: Set<string | null>; days: number }>()
  for (const { keys, sources: some } of shared) {
    if (some.size < 2) continue
    const known = providers.get(keys[0]!) ?? { sources: new Set<string | null>(), days: 0 }
    for (const source of some) known.sources.add(source)
    known.days += 1
    providers.set(keys[0]!, known)
  }
  return [...providers].map(([provider, { sources: some, days: count }]) => [provider, lines([...some]), count])
}
