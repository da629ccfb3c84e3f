import { brokenOff } from './analysis/coverage.ts'
import type { Summary } from './protocol.ts'
import type { LoadState, SpendStore } from './store.ts'

export const demoSource = 'demo'
/** The demo company's bill was "read" the morning after its last day; the file's own date would be that of the installation. */
export const demoAsOf = '2026-11-19T06:00:00.000Z'

/** What the name of a load says: `reads` of the source it is an account of, where it is one; `FOCUS file bill.csv`. */
export function labelOf(source: string, reads?: string): string {
  if (source === demoSource) return 'Demo data of a fictional company'
  if (reads === undefined) return source.replace(/^file:/, 'FOCUS file ')
  const [, account] = source.split(':', 2)
  return account === undefined ? reads : `${reads} (${account})`
}

const readOf = (load: LoadState | undefined) => ({ readAt: load?.at ?? null, isBroken: load?.due !== undefined })

/** @param label what a source is called: `FOCUS file bill.csv`, `OpenAI costs API (work)` */
export async function summarise(
  store: Pick<SpendStore, 'ask' | 'loads'>,
  label: (source: string) => string,
  signal?: AbortSignal,
): Promise<Summary> {
  const [totals, sources, days, overlaps, loads] = [
    await store.ask({ ask: 'totals' }, signal),
    await store.ask({ ask: 'sources' }, signal),
    await store.ask({ ask: 'spend', by: ['day', 'service'] }, signal),
    await store.ask({ ask: 'overlaps' }, signal),
    await store.loads(),
  ]
  return {
    demo: sources.some((state) => state.source === demoSource),
    totals,
    sources: sources.map((state) => ({
      ...state,
      label: label(state.source),
      ...readOf(loads.find(({ source }) => source === state.source)),
    })),
    days,
    overlaps,
    problems: [...loads.flatMap(({ problems }) => problems), ...brokenOff(loads)],
  }
}
