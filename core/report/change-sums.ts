import { sum } from '../band.ts'
import { printUsd, usd } from '../money.ts'
import type { Band, Estimate } from '../types.ts'
import type { SiteChange } from './since.ts'

/** `+$954/mo, -$212/mo + 1 unknown`: what is added and what is taken away, not netted; undefined where nothing has an amount that changed. */
export function changeSums(changes: readonly SiteChange[]): string | undefined {
  // Of thousands of changes at once: each is looked at one time.
  const amounts = { month: [], hour: [], run: [], call: [] } as Record<Estimate['per'], Band[]>
  for (const { delta } of changes) if (delta.usd) amounts[delta.per].push(delta.usd)
  const parts = (['month', 'hour', 'run', 'call'] as const).flatMap((per) => {
    const more = sum(amounts[per].filter(({ likely }) => likely > 0))
    const less = sum(amounts[per].filter(({ likely }) => likely < 0))
    const word = { month: 'mo', hour: 'h', run: 'run', call: 'call' }[per]
    return [
      ...(more ? [`+${printUsd(usd(more.likely))}/${word}`] : []),
      ...(less ? [`${printUsd(usd(less.likely))}/${word}`] : []),
    ]
  })
  const unknown = changes.filter(({ change, open, delta }) => !delta.usd || (open && change !== 'changed')).length
  if (parts.length === 0) return unknown === 0 ? undefined : 'change unknown'
  return `${parts.join(', ')}${unknown > 0 ? ` + ${unknown} unknown` : ''}`
}
