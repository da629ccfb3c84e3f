import type { BillingSource, Scope } from './source.ts'

const parts = ['accounts', 'projects', 'keys', 'tags'] as const

/** A scope that a source cannot keep to would make a total wider than it says: each such part is told. */
export function notKept({ name, narrows = {} }: BillingSource, scope: Scope): string[] {
  const asked = parts.filter((part) => Object.keys(scope[part] ?? {}).length > 0 && narrows[part] === undefined)
  return asked.map(
    (part) =>
      `${name} cannot be asked for single ${part}: what spend.scope says of them is not kept to, and all that the credentials can see is in the totals.`,
  )
}
