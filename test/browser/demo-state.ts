import { fileURLToPath } from 'node:url'
import { createService } from '../../billing/service.ts'
import type { SpendStore } from '../../billing/store.ts'
import { openMemory } from '../../billing/stores/duckdb.ts'
import { demoAsOf, labelOf, summarise } from '../../billing/summary.ts'
import { everyKind, everySettings, everyToday } from '../../billing/testing/every-kind.ts'
import { heldOutside } from '../../billing/testing/fake.ts'
import { loadPriceBook } from '../../cli/price-book.ts'
import {
  type AnalysisName,
  type AnalysisState,
  type AnalysisStates,
  analysisNames,
} from '../../webview/analysis-protocol.ts'
import type { AccountView, EstimateView, SpendView } from '../../webview/protocol.ts'

const file = fileURLToPath(new URL('../../samples/billing/focus-2026-08-21_2026-11-18.csv', import.meta.url))

/** The store with the demo in it, and what the billing process would tell the panel of it. */
export async function demo(): Promise<{ store: SpendStore; spend: SpendView }> {
  const store = await openMemory()
  await store.importFocus(file, { source: 'demo' }, demoAsOf)
  return { store, spend: await summarise(store, labelOf) }
}

/** What the billing process tells the panel's host, of the demo and of rows of every kind. */
export async function analysed(of: 'demo' | 'every kind'): Promise<{ spend: SpendView; analyses: AnalysisStates }> {
  const own = await openMemory()
  if (of === 'every kind') await own.load(everyKind, { source: 'test' })
  const outside = { ...heldOutside(), now: () => new Date(`${everyToday}T12:00:00Z`) }
  const { handle } = createService({ own, openDemo: openMemory }, outside, { book: async () => loadPriceBook() })
  if (of === 'demo') await handle({ do: 'demo', id: 1, file })
  const told = await handle({ do: 'summary', id: 2 })
  if (told?.is !== 'summary') throw new Error('the store was not summed up')
  const analyses: Partial<Record<AnalysisName, AnalysisState>> = {}
  for (const analysis of analysisNames) {
    const asked = { analysis, period: 'last-30-days', by: 'service', settings: everySettings } as const
    const reply = await handle({ do: 'analyse', id: 3, ...asked })
    if (reply?.is !== 'analysis') throw new Error(`${analysis}: ${JSON.stringify(reply)}`)
    analyses[analysis] = reply.found.is === 'nothing' ? reply.found : { ...reply.found, is: 'answer' }
  }
  await own.close()
  return { spend: told.summary, analyses: analyses as AnalysisStates }
}

const all = 'Not this project’s alone: all that these credentials can see.'

/** One in each state. */
export const accounts: readonly AccountView[] = [
  {
    ...{ id: 'openai', name: 'OpenAI', reads: 'OpenAI costs API', state: 'read' },
    ...{ whose: all, isScoped: false, again: 'Read again after 6 hours while the panel is open.' },
  },
  {
    ...{
      id: 'openai:work',
      name: 'OpenAI (work)',
      reads: 'OpenAI costs API',
      state: 'reading',
      says: '2026-09-01 to 2026-09-30 (3 of 5)',
    },
    ...{ whose: 'Only this project’s: projects proj_answers.', isScoped: true },
    again: 'Read again after 6 hours while the panel is open.',
  },
  {
    ...{ id: 'azure-cost-management', name: 'Azure', reads: 'Azure Cost Management', state: 'failed' },
    says: 'Azure needs your Microsoft account: sign in, then retry.',
    ...{ whose: 'Not this project’s alone: all of accounts /subscriptions/1.', isScoped: false },
    again: 'Read again after 8 hours while the panel is open.',
  },
  {
    ...{ id: 'aws-cost-explorer', name: 'AWS Cost Explorer', reads: 'AWS Cost Explorer', state: 'waiting' },
    ...{ whose: all, isScoped: false, again: 'Read only when you ask. Each request costs $0.01.' },
  },
]

export const estimate: EstimateView = {
  month: '$34,300–34,500',
  asOf: '2026-07-05',
  counts: { priced: 3, partial: 1, unknown: 1, free: 0, unsupported: 0 },
  more: 0,
  sites: [
    {
      ...{
        file: 'infrastructure/main.tf',
        key: 'aws_instance.train',
        line: 26,
        label: 'aws_instance.train: 2 × p4d.24xlarge, us-east-1',
      },
      ...{ amount: '$32,138 a month', month: null, notes: [] },
      prices: [{ source: 'AWS price list', asOf: '2026-07-05' }],
    },
    {
      ...{
        file: 'answers-api/app.py',
        key: 'answer/claude.messages.create',
        line: 90,
        label: 'claude.messages.create: claude-sonnet-4-5',
      },
      ...{
        amount: '$0.0046–0.027 per call',
        month: '$552–3,252 a month',
        notes: ['Input tokens: passages are only known at run time'],
      },
      prices: [{ source: 'genai-prices', asOf: '2026-10-30' }],
    },
    {
      ...{
        file: 'answers-api/agent.py',
        key: 'plan_port_call/client.chat.completions.create',
        line: 19,
        label: 'client.chat.completions.create: gpt-5.2',
      },
      ...{ amount: null, month: null, notes: ['How often the loop runs is unknown: it has no bound'], prices: [] },
    },
  ],
}
