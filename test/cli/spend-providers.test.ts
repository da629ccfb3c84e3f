import { expect, it } from 'vitest'
import type { BillingClient } from '../../billing/client.ts'
import { seasonalNaive } from '../../billing/forecast/method.ts'
import type { ProviderBudget } from '../../billing/signals/signal.ts'
import { runBudgets } from '../../cli/commands/spend-budgets.ts'
import { listener } from './folder.ts'
import { documentOf } from './spend-documents.ts'

it('what providers say of their own budgets stands beside, by the credentials of their source; one that refuses is told', async () => {
  const asked: unknown[] = []
  const budget: ProviderBudget = {
    is: 'budget',
    source: 'openai-spend-limits',
    at: '2026-11-20T08:00:00.000Z',
    id: 'organization',
    name: 'Spend limit of the organization',
    allowed: { amount: 2500.5, currency: 'USD' },
    period: 'month',
    of: [],
  }
  const { out, printed, told } = listener()
  const client = {
    signals: async (source: string, { credentials }: { credentials: object }) => {
      asked.push(source, credentials)
      if (asked.length > 4) return { is: 'failed', id: 2, failure: { kind: 'scope', message: 'The key may not.' } }
      return { is: 'signals', id: 1, signals: [budget], problems: [] }
    },
  } as unknown as BillingClient
  const tools = { env: { OPENAI_ADMIN_KEY: 'sk-not-real' }, client, scopeOf: () => ({}), today: '2026-11-20' }
  const base = { cwd: '/', source: [], address: [] }
  expect(await runBudgets({ ...base, format: 'text' }, tools, seasonalNaive, out)).toBe(0)
  expect(asked).toEqual(['openai-spend-limits', { key: 'sk-not-real' }])
  expect(printed()).toBe('Spend limit of the organization (openai-spend-limits): 2,500.50 USD, by the month\n')
  const json = listener()
  expect(await runBudgets({ ...base, format: 'json' }, tools, seasonalNaive, json.out)).toBe(0)
  expect(documentOf('budgets', json.printed())).toMatchObject({ budgets: [], providers: [budget], problems: [] })
  expect(await runBudgets({ ...base, format: 'text' }, tools, seasonalNaive, out)).toBe(2)
  expect(told()).toMatch(/^The key may not\.\nThere is no budget: /)
})
