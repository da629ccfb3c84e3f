import { printUsd, usd } from '../money.ts'
import type { Estimate } from '../types.ts'
import type { SiteChange } from './since.ts'

type Sums = Partial<Record<Estimate['per'], number>>

/** `+$954/mo, -$212/mo + 1 unknown`: what is added and what is taken away, not netted; undefined where nothing has an amount that changed. */
export function changeSums(changes: readonly SiteChange[]): string | undefined {
  // Of thousands of changes at once: nothing is made for each of them.
  const more: Sums = {}
  const less: Sums = {}
  for (const { delta } of changes) {
    const amount = delta.usd?.likely ?? 0
    const sums = amount > 0 ? more : less
    if (amount !== 0) sums[delta.per] = (sums[delta.per] ?? 0) + amount
  }
  const parts = (['month', 'hour', 'run', 'call'] as const).flatMap((per) => {
    const word = { month: 'mo', hour: 'h', run: 'run', call: 'call' }[per]
    return [
      ...(more[per] ? [`+${printUsd(usd(more[per]))}/${word}`] : []),
      ...(less[per] ? [`${printUsd(usd(less[per]))}/${word}`] : []),
    ]
  })
  const unknown = changes.filter(({ change, open, delta }) => !delta.usd || (open && change !== 'changed')).length
  if (parts.length === 0) return unknown === 0 ? undefined : 'change unknown'
  return `${parts.join(', ')}${unknown > 0 ? ` + ${unknown} unknown` : ''}`
}
