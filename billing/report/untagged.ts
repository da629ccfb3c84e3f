import type { Untagged } from '../analysis/untagged.ts'
import { shownRange } from '../range.ts'
import type { Range } from '../source.ts'

export const untaggedDocument = (untagged: readonly Untagged[], range: Range) => ({
  period: shownRange(range),
  untagged,
})
