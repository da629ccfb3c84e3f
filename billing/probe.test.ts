import { expect, test } from 'vitest'
import { subscriptions } from './azure-subscriptions.ts'
import { probe } from './probe.ts'
import type { Fetched } from './source.ts'
import { source as litellm } from './sources/litellm.ts'
import { source as openai } from './sources/openai.ts'
import { heldOutside } from './testing/fake.ts'
import { startOpenAiCosts } from './testing/openai-costs-server.ts'

const never = new AbortController().signal
const cost = { day: '2026-11-19', lineItem: 'gpt-4.1, input', project: 'p', usd: 1, tokens: 1 }

test('one request of one day shows whether the key may read; nothing more is asked but what projects are called', async () => {
  const server = await startOpenAiCosts([cost], 'sk-admin-a')
  const connection = { credentials: { key: 'sk-admin-a' }, base: server.base }
  expect(await probe(openai, connection, heldOutside(), never)).toEqual({
    sentence: 'OpenAI answered: these credentials may read it. It tells of costs on 2026-11-19.',
  })
  expect(server.requests.map((query) => [query.get('start_time'), query.get('end_time')])).toEqual([
    [String(Date.parse('2026-11-19') / 1000), String(Date.parse('2026-11-20') / 1000)],
    [null, null],
  ])
  expect(server.violations).toEqual([])
  expect(await probe(openai, { ...connection, credentials: { key: 'sk-b' } }, heldOutside(), never)).toMatchObject({
    kind: 'key',
    message: expect.stringContaining('OpenAI refused the key (401)'),
  })
  await server.close()
})

test('what cannot be right is not sent', async () => {
  expect(await probe(litellm, { credentials: { key: 'sk-a' } }, heldOutside(), never)).toEqual({
    kind: 'network',
    message: 'LiteLLM proxy runs on a server of your own: its address is missing.',
  })
})

test('the subscriptions of an Azure account are listed over all pages, each by its scope', async () => {
  const asked: string[] = []
  const pages: Readonly<Record<string, unknown>> = {
    '/subscriptions?api-version=2022-12-01': {
      value: [{ id: '/subscriptions/1', subscriptionId: '1', displayName: 'Production' }],
      nextLink: 'https://management.azure.com/subscriptions?$skiptoken=a',
    },
    'https://management.azure.com/subscriptions?$skiptoken=a': { value: [{ id: '/subscriptions/2' }] },
  }
  const ask = async ({ path }: { path: string }): Promise<Fetched> => {
    asked.push(path)
    return { is: 'page', at: '', body: pages[path] }
  }
  const io = { ask, wait: async () => undefined, settings: {} }
  expect(await subscriptions(io)).toEqual([
    { id: '/subscriptions/1', name: 'Production' },
    { id: '/subscriptions/2', name: '/subscriptions/2' },
  ])
  expect(asked).toEqual(Object.keys(pages))
  const odd = async (): Promise<Fetched> => ({ is: 'page', at: '', body: {} })
  expect(await subscriptions({ ...io, ask: odd })).toMatchObject({ kind: 'answer' })
})
