import type { FreeShare } from '../free-tier.ts'
import { printCount } from '../money.ts'
import type { Band } from '../types.ts'

/** A line of an estimate, or of the JSON. */
interface Shared {
  readonly label: string
  readonly unit: string
  readonly quantity: Band | null | undefined
  readonly free?: FreeShare | undefined
}

/** `Requests: 3,000,000 used, 2,000,000 to pay: the first 1,000,000 … are free`: one for each line an allowance was taken off. */
export const freeSentences = (lines: readonly Shared[]): readonly string[] =>
  lines.flatMap(({ label, quantity, free }) =>
    free && quantity
      ? [`${label}: ${printCount(free.used)} used, ${printCount(quantity)} to pay: ${free.tier} are free`]
      : [],
  )

/** The same, each with its page and date. */
export const freeSources = (lines: readonly Shared[]): readonly string[] =>
  lines.flatMap((line) => freeSentences([line]).map((text) => `${text} (${line.free!.source}, ${line.free!.asOf})`))

/** It costs something, and all of it is within the free tier: never to be read as a thing that is free. */
export const isWithinFree = (usd: Band | null | undefined, lines: readonly Shared[]): boolean =>
  usd?.high === 0 && lines.some(({ free }) => free !== undefined)

/** Where an allowance was taken off anywhere. */
export const freeNote = (sites: readonly { readonly estimate: { readonly lines: readonly Shared[] } }[]) =>
  sites.some(({ estimate }) => estimate.lines.some(({ free }) => free !== undefined))
    ? 'Free tiers are taken off, each once for a root; what else the same account uses of them is not known.'
    : undefined
