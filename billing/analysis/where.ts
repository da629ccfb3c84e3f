import type { WrittenWhere } from '../../core/config/spend-where-schema.ts'
import type { Dimension } from '../../core/spend-dimensions.ts'
import type { Filter } from '../questions.ts'

/** As outlay.json has it, checked there: `{ "service": "S3" }` is short for a list of one. */
export const whereOf = (written: WrittenWhere | undefined): readonly Filter[] =>
  Object.entries(written ?? {}).map(([dimension, values]) => ({
    dimension: dimension as Dimension,
    among: Array.isArray(values) ? values : [values],
  }))
