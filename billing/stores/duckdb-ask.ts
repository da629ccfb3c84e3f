import type { DuckDBInstance } from '@duckdb/node-api'
import { type Answers, type Question, sqlOf } from '../questions.ts'
import { read } from './duckdb-file.ts'

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
    const { text, parameters } = sqlOf(question)
    const rows = await read(db, text, parameters)
    return rows.map((row) => shaped(question, row)) as unknown as readonly Answers[Q['ask']][]
  } catch (error) {
    signal?.throwIfAborted()
    throw error
  } finally {
    clearInterval(again)
    signal?.removeEventListener('abort', stop)
    db.closeSync()
  }
}

type Raw = Readonly<Record<string, unknown>>
const lines = (value: unknown) => String(value).split('\n').sort()

function shaped(question: Question, row: Raw): Raw {
  if (question.ask === 'sources') return { ...row, providers: lines(row.providers) }
  if (question.ask === 'overlaps') return { ...row, sources: lines(row.sources) }
  if (question.ask === 'totals') return row
  const { currency, grade, billedCost, effectiveCost, estimated } = row
  const dimensions = Object.fromEntries(question.by.map((dimension, index) => [dimension, row[`key${index}`]]))
  return { dimensions, currency, grade, billedCost, effectiveCost, estimated }
}
