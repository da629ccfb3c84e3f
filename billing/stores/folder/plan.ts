import { join } from 'node:path'
import type { Dialect } from '../../dialect.ts'
import type { Question } from '../../questions.ts'
import { isInCube, tagColumn, tagsOf } from '../cube.ts'
import { duckdbDialect } from '../duckdb-dialect.ts'
import { name, parquet } from '../duckdb-file.ts'
import { schema } from '../duckdb-load.ts'
import type { Manifest, Partition } from './manifest.ts'
import { partitionsFor } from './partitions-for.ts'

/** How a question is asked: over which files, and whether over the daily sums or the rows themselves. */
export function dialectFor(question: Question, { partitions }: Manifest, folder: string): Dialect {
  const chosen = partitionsFor(question, partitions)
  const hasTag = (key: string) => chosen.every(({ tags }) => tags.includes(key))
  const cubed = isInCube(question, hasTag)
  const files = chosen.map(({ rows, cube }) => join(folder, cubed ? cube : rows))
  const tag: Dialect['tag'] = (key, bind) => (hasTag(key) ? name(tagColumn(key)) : duckdbDialect.tag(key, bind))
  const table = files.length === 0 ? nothing(tagsOf(question)) : `${parquet(files, !isAlike(chosen))} AS "spend"`
  return { ...duckdbDialect, table, tag, ...(cubed && { rows: 'SUM("x_Rows")' }) }
}

/** One file's columns are then those of all. */
const isAlike = (partitions: readonly Partition[]) =>
  partitions.every(({ shape, tags }) => shape === partitions[0]!.shape && String(tags) === String(partitions[0]!.tags))

/** A table of no rows. */
function nothing(tags: readonly string[]): string {
  const columns = [schema, '"x_Rows" BIGINT', ...tags.map((key) => `${name(tagColumn(key))} VARCHAR`)].join(', ')
  const empty = columns.replace(/("(?:[^"]|"")*") ([A-Z]+(?:\(\d+,\d+\))?)/g, 'CAST(NULL AS $2) AS $1')
  return `(SELECT ${empty} LIMIT 0) AS "spend"`
}
