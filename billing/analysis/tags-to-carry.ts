import type { SpendSettings } from '../../core/config/spend.ts'

/** Tags that spend is asked by, in outlay.json: those that are listed, and those that a budget or a rule names. */
export function tagsToCarry({ tags = [], budgets, allocation }: SpendSettings): readonly string[] {
  const named = [
    ...budgets.flatMap(({ where = {} }) => Object.keys(where)),
    ...allocation.flatMap(({ to, where }) => [to, ...Object.keys(where)]),
  ].flatMap((dimension) => (dimension.startsWith('tag:') ? [dimension.slice(4)] : []))
  return [...new Set([...tags, ...named])]
}
