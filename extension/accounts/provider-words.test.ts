import { expect, test, vi } from 'vitest'
import type { SourceInfo } from '../../billing/describe.ts'
import { describe } from '../../billing/describe.ts'
import { sources } from '../../billing/registry.gen.ts'
import { createProviderWords, type ProviderWordsTools } from './provider-words.ts'

vi.mock('vscode', () => ({
  l10n: { t: (text: string) => text },
  workspace: { getConfiguration: () => ({ get: () => undefined }) },
}))

const infoOf = ({ source }: { source: string }): SourceInfo => describe(sources.find(({ id }) => id === source)!)

function words(signals: (...given: unknown[]) => unknown) {
  const kept: Record<string, unknown> = {}
  const asked: unknown[][] = []
  const tools = {
    client: async () => ({
      signals: async (...given: unknown[]) => {
        asked.push(given)
        return signals(...given)
      },
    }),
    connection: async () => ({ credentials: { key: 'k' }, base: 'https://own.example', scope: {} }),
    infoOf,
    memento: {
      get: (key: string, otherwise: unknown) => kept[key] ?? otherwise,
      update: async (key: string, value: unknown) => void Object.assign(kept, { [key]: value }),
    },
    changed: () => undefined,
    log: () => undefined,
  } as unknown as ProviderWordsTools
  return { kept, asked, words: createProviderWords(tools) }
}

test('what was chosen is asked with the account’s credentials, told in the words of the command line, and kept', async () => {
  const limit = {
    ...{ is: 'budget', source: 'openai-spend-limits', at: '2026-11-20T08:00:00.000Z', id: 'organization', of: [] },
    ...{ name: 'Spend limit of the organization', allowed: { amount: 2500.5, currency: 'USD' }, period: 'month' },
  }
  const held = words(() => ({ is: 'signals', id: 1, signals: [limit], problems: [] }))
  const account = { id: 'openai:work', source: 'openai', values: {}, tells: ['openai-spend-limits'] }
  await held.words.hear(account, true)
  const month = `${new Date().toISOString().slice(0, 7)}-01`
  expect(held.asked).toMatchObject([
    ['openai-spend-limits', { credentials: { key: 'k' }, base: 'https://own.example' }, { since: month }],
  ])
  expect(held.words.views([account])).toMatchObject([
    {
      account: expect.stringContaining('(work)'),
      tells: 'budget',
      lines: ['Spend limit of the organization (openai-spend-limits): 2,500.50 USD, by the month'],
      problems: [],
    },
  ])
  expect(JSON.stringify(held.kept)).not.toContain('"k"')
  await held.words.forget(account.id)
  expect(held.words.views([account])).toEqual([])
})

test('what was not chosen is not asked; another server of the source is not one of what speaks elsewhere; a refusal is told', async () => {
  const held = words(() => ({ is: 'failed', id: 1, failure: { kind: 'scope', message: 'AWS says no.' } }))
  const account = { id: 'aws-cost-explorer', source: 'aws-cost-explorer', values: {} }
  await held.words.hear(account, true)
  expect(held.asked).toEqual([])
  const chosen = { ...account, tells: ['aws-budgets', 'aws-forecast'] }
  await held.words.hear(chosen, true)
  expect(held.asked.map(([id, connection]) => [id, (connection as { base?: string }).base])).toEqual([
    ['aws-budgets', undefined],
    ['aws-forecast', 'https://own.example'],
  ])
  expect(held.words.views([chosen]).map(({ tells, problems }) => [tells, problems])).toEqual([
    ['budget', ['AWS says no.']],
    ['forecast', ['AWS says no.']],
  ])
})

test('what was told stays, as of when it was told, where it is not told again', async () => {
  const limit = {
    ...{ is: 'budget', source: 'openai-spend-limits', at: '2026-11-20T08:00:00.000Z', id: 'organization', of: [] },
    ...{ name: 'Spend limit', allowed: { amount: 100, currency: 'USD' }, period: 'month' },
  }
  const answers = [
    { is: 'signals', id: 1, signals: [limit], problems: [] },
    { is: 'failed', id: 2, failure: { kind: 'network', message: 'OpenAI does not answer.' } },
  ]
  const held = words(() => answers.shift())
  const account = { id: 'openai', source: 'openai', values: {}, tells: ['openai-spend-limits'] }
  await held.words.hear(account, true)
  const [before] = held.words.views([account])
  await held.words.hear(account, true)
  expect(before!.lines).toHaveLength(1)
  expect(held.words.views([account])).toEqual([{ ...before, problems: ['OpenAI does not answer.'] }])
})

test('all that the command line is told by providers can be chosen in the editor', () => {
  const told = sources.flatMap((source) => describe(source).tells.map(({ id }) => id))
  expect(told.sort()).toEqual([
    'aws-anomalies',
    'aws-budgets',
    'aws-forecast',
    'azure-forecast',
    'google-budgets',
    'openai-spend-limits',
  ])
})
