import { join } from 'node:path'
import type { Dialect } from '../../dialect.ts'
import type { Question } from '../../questions.ts'
import { isInCube, tagColumn, tagsOf } from '../cube.ts'
import { duckdbDialect } from '../duckdb-dialect.ts'
import { name, parquet } from '../duckdb-file.ts'
import { all, nullOf, schema } from '../duckdb-load.ts'
import type { Manifest, Partition } from './manifest.ts'
import { partitionsFor } from './partitions-for.ts'

/** How a question is asked: over which files, and whether over the daily sums or the rows themselves. */
export function dialectFor(question: Question, { partitions }: Manifest, folder: string): Dialect {
  const chosen = partitionsFor(question, partitions)
  const hasTag = (key: string) => chosen.every(({ tags }) => tags.includes(key))
  const cubed = isInCube(question, hasTag)
  const files = chosen.map(({ rows, cube }) => join(folder, cubed ? cube : rows))
  const tag: Dialect['tag'] = (key, bind) => (hasTag(key) ? name(tagColumn(key)) : duckdbDialect.tag(key, bind))
  const told = files.length === 0 ? nothing(tagsOf(question)) : parquet(files, !isAlike(chosen))
  const table = `${cubed || files.length === 0 ? told : withAll(told, chosen)} AS "spend"`
  return { ...duckdbDialect, table, tag, ...(cubed && { rows: 'SUM("x_Rows")' }) }
}

/** One file's columns are then those of all. */
const isAlike = ([first, ...others]: readonly Partition[]) =>
  others.every((each) => each.shape === first!.shape && columnsOf(each) === columnsOf(first!))

const columnsOf = ({ columns, tags }: Partition) => JSON.stringify([columns, tags])

/** The rows with the columns that none of the files has: they are written nowhere, for they would take half of the memory. */
function withAll(told: string, partitions: readonly Partition[]): string {
  if (partitions.some(({ columns }) => columns === undefined)) return told
  const there = new Set(partitions.flatMap(({ columns = [] }) => columns))
  const nulls = all.filter(([column]) => !there.has(column)).map(([column, kind]) => nullOf(column, kind))
  return nulls.length === 0 ? told : `(SELECT *, ${nulls.join(', ')} FROM ${told})`
}

/** A table of no rows. */
function nothing(tags: readonly string[]): string {
  const columns = [schema, '"x_Rows" BIGINT', ...tags.map((key) => `${name(tagColumn(key))} VARCHAR`)].join(', ')
  const empty = columns.replace(/("(?:[^"]|"")*") ([A-Z]+(?:\(\d+,\d+\))?)/g, 'CAST(NULL AS $2) AS $1')
  return `(SELECT ${empty} LIMIT 0)`
}
