import type { DuckDBInstance } from '@duckdb/node-api'
import { answersOf, type Cell } from '../answers.ts'
import { sqlOf } from '../question-sql.ts'
import type { Answers, Question } from '../questions.ts'
import { duckdbDialect, duckdbValues } from './duckdb-dialect.ts'

/** Asks over a connection of its own, so that it can be stopped and stops nobody else. */
export async function ask<Q extends Question>(
  instance: DuckDBInstance,
  question: Q,
  signal?: AbortSignal,
): Promise<readonly Answers[Q['ask']][]> {
  signal?.throwIfAborted()
  const db = await instance.connect()
  let again: NodeJS.Timeout | undefined
  // An interrupt between two steps of the engine is lost: it is repeated until the question ends.
  const stop = () => {
    again ??= setInterval(() => db.interrupt(), 20)
    db.interrupt()
  }
  signal?.addEventListener('abort', stop)
  try {
    signal?.throwIfAborted()
    const sql = sqlOf(question, duckdbDialect)
    const reader = await db.runAndReadAll(sql.text, duckdbValues(sql))
    return answersOf(question, reader.getRowsJS() as Cell[][])
  } catch (error) {
    signal?.throwIfAborted()
    throw error
  } finally {
    clearInterval(again)
    signal?.removeEventListener('abort', stop)
    db.closeSync()
  }
}
