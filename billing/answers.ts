import type { Dimension } from '../core/spend-dimensions.ts'
import type { Answers, Question } from './questions.ts'

/** One value as an engine gives it. Numbers may come as digits, counts as bigint. */
export type Cell = string | number | bigint | boolean | null

/** From an engine's rows, values in the order of `sqlOf`'s columns, to the answer: the same for all engines. */
export function answersOf<Q extends Question>(
  question: Q,
  rows: readonly (readonly Cell[])[],
): readonly Answers[Q['ask']][] {
  return rows.map(shapeOf(question)) as readonly Answers[Question['ask']][] as readonly Answers[Q['ask']][]
}

type Shape = (row: readonly Cell[]) => Answers[Question['ask']]

function shapeOf(question: Question): Shape {
  switch (question.ask) {
    case 'spend':
      return (row) => spend(question.by, row)
    case 'usage':
      return (row) => usage(question.by, row)
    case 'totals':
      return ([currency, grade, billed, effective, rows, since, until]) => ({
        ...amounts(currency, grade, billed, effective),
        rows: Number(rows),
        since: String(since),
        until: String(until),
      })
    case 'sources':
      return ([source, providers, rows, asOf, since, until, estimatedSince]) => ({
        source: String(source),
        providers: lines(providers),
        rows: Number(rows),
        asOf: String(asOf),
        since: String(since),
        until: String(until),
        estimatedSince: textOrNull(estimatedSince),
      })
    case 'overlaps':
      return ([provider, sources, days]) => ({
        provider: String(provider),
        sources: lines(sources),
        days: Number(days),
      })
  }
}

function spend(by: readonly Dimension[], row: readonly Cell[]): Answers['spend'] {
  const [currency, grade, billed, effective, estimated] = row.slice(by.length)
  return {
    dimensions: Object.fromEntries(by.map((dimension, index) => [dimension, textOrNull(row[index])])),
    ...amounts(currency, grade, billed, effective),
    estimated: Number(estimated) > 0,
  }
}

function usage(by: readonly Dimension[], row: readonly Cell[]): Answers['usage'] {
  const [currency, grade, unit, billed, effective, estimated, quantity, listCost] = row.slice(by.length)
  const cells = [currency, grade, billed, effective, estimated].map((cell) => cell ?? null)
  return {
    ...spend(by, [...row.slice(0, by.length), ...cells]),
    unit: textOrNull(unit),
    quantity: numberOrNull(quantity),
    listCost: numberOrNull(listCost),
  }
}

type Value = Cell | undefined

const amounts = (currency: Value, grade: Value, billed: Value, effective: Value) => ({
  currency: String(currency),
  grade: grade as Answers['totals']['grade'],
  billedCost: Number(billed),
  effectiveCost: Number(effective),
})
const textOrNull = (value: Value) => (value === null || value === undefined ? null : String(value))
const numberOrNull = (value: Value) => (value === null || value === undefined ? null : Number(value))
const lines = (value: Value) =>
  value === null || value === undefined || value === '' ? [] : String(value).split('\n').sort()
