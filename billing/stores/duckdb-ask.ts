import { answersOf, type Cell } from '../answers.ts'
import type { Dialect } from '../dialect.ts'
import { sqlOf } from '../question-sql.ts'
import type { Answers, Question } from '../questions.ts'
import { duckdbValues } from './duckdb-dialect.ts'
import type { Engine } from './duckdb-engine.ts'

export function ask<Q extends Question>(
  engine: Engine,
  question: Q,
  dialect: Dialect,
  signal?: AbortSignal,
): Promise<readonly Answers[Q['ask']][]> {
  return engine.read(signal, async (db) => {
    const sql = sqlOf(question, dialect)
    const reader = await db.runAndReadAll(sql.text, duckdbValues(sql))
    return answersOf(question, reader.getRowsJS() as Cell[][])
  })
}
