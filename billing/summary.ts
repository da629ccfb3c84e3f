import type { Summary } from './protocol.ts'
import { signalSources, sources } from './registry.gen.ts'
import type { SpendStore } from './store.ts'

export const demoSource = 'demo'
/** The demo company's bill was "read" the morning after its last day; the file's own date would be that of the installation. */
export const demoAsOf = '2026-11-19T06:00:00.000Z'

/** `file:bill.csv` is shown as `FOCUS file bill.csv`, `openai:work` as `OpenAI costs API (work)`. */
function labelOf(source: string): string {
  if (source === demoSource) return 'Demo data of a fictional company'
  const [of, account] = source.split(':', 2)
  const reads = [...sources, ...signalSources].find(({ id }) => id === of)?.reads
  if (reads === undefined) return source.replace(/^file:/, 'FOCUS file ')
  return account === undefined ? reads : `${reads} (${account})`
}

export async function summarise(store: SpendStore, signal?: AbortSignal): Promise<Summary> {
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
      label: labelOf(state.source),
      readAt: loads.find(({ source }) => source === state.source)?.at ?? null,
    })),
    days,
    overlaps,
    problems: loads.flatMap(({ problems }) => problems),
  }
}
