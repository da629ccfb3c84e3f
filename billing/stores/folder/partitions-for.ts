import type { Question } from '../../questions.ts'
import type { Partition } from './manifest.ts'

/** Those that may have rows of the question: by month and by source, as the files are cut. */
export const partitionsFor = (question: Question, partitions: readonly Partition[]): Partition[] =>
  partitions.filter((partition) => mayHave(question, partition))

function mayHave(question: Question, { month, source }: Partition): boolean {
  if (question.ask === 'sources' || question.ask === 'overlaps') return true
  const { since, until, where = [] } = question
  if (since !== undefined && month < since.slice(0, 7)) return false
  if (until !== undefined && month > until.slice(0, 7)) return false
  return where.every(({ dimension, among }) => dimension !== 'source' || among.includes(source))
}
