import { expect, test } from 'vitest'
import { subscriptions } from './azure-subscriptions.ts'
import { probe } from './probe.ts'
import type { Fetched } from './source.ts'
import { source as exports } from './sources/aws-data-exports.ts'
import { source as google } from './sources/google-bigquery.ts'
import { source as litellm } from './sources/litellm.ts'
import { source as openai } from './sources/openai.ts'
import { bigQuery } from './testing/bigquery.ts'
import { serveBucket } from './testing/bucket.ts'
import { heldOutside, startFake } from './testing/fake.ts'
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

test('what a query would read is no reason to refuse it', async () => {
  const fake = await startFake({ answer: bigQuery('1024') })
  const credentials = { token: 'not-a-real-token', table: 'harbour.bill.gcp_billing_export_v1_010101' }
  expect(await probe(google, { credentials, base: fake.base }, heldOutside(), never)).toEqual({
    sentence:
      'Google BigQuery answered: these credentials may read it. Its first answer tells of no cost on 2026-11-19.',
  })
  await fake.close()
})

test('of files it is said that there are some, not that nothing was spent', async () => {
  const fake = await startFake({ answer: serveBucket(new Map([['bill/a.csv', 'x']])) })
  const credentials = {
    accessKeyId: 'AKIDNOTREAL',
    secretAccessKey: 'x',
    region: 'eu-central-1',
    bucket: 'harbour-bill',
  }
  const asked = (prefix: string) =>
    probe(exports, { credentials: { ...credentials, prefix }, base: fake.base }, heldOutside(), never)
  const may = 'AWS Data Exports answered: these credentials may read it.'
  expect(await asked('bill/')).toEqual({
    sentence: `${may} There are files; whether they are an export is seen on reading.`,
  })
  expect(await asked('other/')).toEqual({ sentence: `${may} There are no files of an export yet.` })
  await fake.close()
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
  const io = { ask, wait: async () => undefined, onCancel: () => undefined, settings: {} }
  expect(await subscriptions(io)).toEqual([
    { id: '/subscriptions/1', name: 'Production' },
    { id: '/subscriptions/2', name: '/subscriptions/2' },
  ])
  expect(asked).toEqual(Object.keys(pages))
  const odd = async (): Promise<Fetched> => ({ is: 'page', at: '', body: {} })
  expect(await subscriptions({ ...io, ask: odd })).toMatchObject({ kind: 'answer' })
})
