import { objectOf } from './json.ts'
import type { PlannedResource } from './plan.ts'

/** With the provider's default tags where the plan merges them: only those that all instances have alike. */
export function plannedTags(resources: readonly PlannedResource[]): Readonly<Record<string, string>> {
  const all = resources.map(({ values }) => objectOf(values.tags_all ?? values.tags ?? values.labels))
  const [first] = all
  return Object.fromEntries(
    Object.entries(first!).flatMap(([name, value]): [string, string][] =>
      typeof value === 'string' && all.every((each) => each[name] === value) ? [[name, value]] : [],
    ),
  )
}
