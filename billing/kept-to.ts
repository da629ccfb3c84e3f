import { signalSources, sources } from './registry.gen.ts'
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

const known = [...sources, ...signalSources].map(({ id }) => id)

/** A scope of a source that there is not narrows nothing: a word misspelt would leave the totals those of everybody. `openai:work` is an account of `openai`. */
export const unknownScopes = (scopes: Readonly<Record<string, Scope>> = {}): string[] =>
  Object.keys(scopes)
    .filter((name) => !known.includes(name.split(':', 1)[0]!))
    .map(
      (name) =>
        `spend.scope in outlay.json is of "${name}", which is no source: nothing is narrowed by it. The sources are ${known.join(', ')}.`,
    )
