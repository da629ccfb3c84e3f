// OpenAI's own client reads the fakes that our source is tested with: what both tell is the same.
import { AuthenticationError, OpenAI, PermissionDeniedError, RateLimitError } from 'openai'
import { afterEach, expect, test } from 'vitest'
import { collect } from '../collect.ts'
import { collectSignals } from '../signals/collect.ts'
import { examples, signalSource } from '../signals/openai-spend-limits.ts'
import { source } from '../sources/openai.ts'
import contract from './contracts/openai-usage-costs.json' with { type: 'json' }
import { type Fake, type FakeOptions, heldOutside, startFake } from './fake.ts'
import { type Cost, type OpenAiCosts, startOpenAiCosts } from './openai-costs-server.ts'
import { openai } from './openai-organization.ts'
import { contractOf } from './openapi.ts'

const key = 'sk-admin-not-real'
const range = { since: '2026-11-01', until: '2026-11-19' }
let open: Pick<Fake, 'close'> | undefined
afterEach(() => open?.close())

const client = ({ base }: { readonly base: string }, adminAPIKey = key) =>
  new OpenAI({ adminAPIKey, baseURL: base, maxRetries: 0 }).admin.organization
const start = async (answer: FakeOptions['answer'] = openai) => {
  const fake = await startFake({ answer, contract: contractOf(contract), under: '/v1' })
  open = fake
  return fake
}
const startCosts = async (): Promise<OpenAiCosts> => {
  const cost = (day: string, usd: number, lineItem: string): Cost => ({ day, lineItem, project: 'p', usd, tokens: 9 })
  const server = await startOpenAiCosts(
    [
      cost('2026-11-01', 1.5, 'gpt-4.1, input'),
      cost('2026-11-09', 2.25, 'gpt-4.1, output'),
      cost('2026-11-18', 4, 'x'),
    ],
    key,
  )
  open = server
  return server
}
const load = ({ base }: { readonly base: string }, given = key) =>
  collect(source, { credentials: { key: given }, base, scope: {} }, range, heldOutside(), new AbortController().signal)
const seconds = (day: string) => Date.parse(day) / 1000
const days = { start_time: seconds(range.since), end_time: seconds(range.until) }

async function costsByClient(server: { readonly base: string }, adminKey = key) {
  const told: (readonly [string | null | undefined, number | undefined])[] = []
  let page: string | undefined
  do {
    const got = await client(server, adminKey).usage.costs({
      ...days,
      group_by: ['line_item', 'project_id', 'api_key_id'],
      limit: 180,
      ...(page === undefined ? {} : { page }),
    })
    for (const result of got.data.flatMap(({ results }) => results))
      if (result.object === 'organization.costs.result') told.push([result.line_item, result.amount?.value])
    page = got.next_page ?? undefined
  } while (page !== undefined)
  return told
}

test('costs: its client pages to the same line items and dollars', async () => {
  const server = await startCosts()
  const theirs = await costsByClient(server)
  const ours = await load(server)
  expect(theirs).toEqual([
    ['gpt-4.1, input', 1.5],
    ['gpt-4.1, output', 2.25],
    ['x', 4],
  ])
  expect(ours.is === 'rows' && ours.rows.map((row) => [row.ChargeDescription, row.BilledCost])).toEqual(theirs)
  expect(server.violations).toEqual([])
})

test('requests, projects and keys: its client pages to the same counts and names', async () => {
  const fake = await start()
  const { usage, projects } = client(fake)
  const group_by = ['project_id', 'api_key_id', 'model'] as const
  const used = await usage.completions({ ...days, bucket_width: '1d', group_by: [...group_by, 'batch'], limit: 31 })
  const results = used.data.flatMap((bucket) => bucket.results)
  const counts = results.map((result) =>
    result.object === 'organization.usage.completions.result' ? result.num_model_requests : 0,
  )
  const names = []
  for await (const project of projects.list({ include_archived: true, limit: 100 })) names.push(project.name)
  for await (const each of projects.apiKeys.list('proj_1', { limit: 100 })) names.push(each.name)
  const ours = await load(fake)
  const rows = ours.is === 'rows' ? ours.rows : []
  expect(counts).toEqual(Array.from({ length: 18 }, () => 10))
  expect(
    rows
      .filter(({ x_ModelId, ConsumedUnit }) => x_ModelId?.startsWith('gpt') && ConsumedUnit === 'Requests')
      .map(({ ConsumedQuantity }) => ConsumedQuantity),
  ).toEqual(counts)
  expect(names).toEqual(['Answers', 'Mail', 'production'])
  expect(rows[0]).toMatchObject({ SubAccountName: 'Answers', ResourceName: 'production' })
  expect(fake.violations).toEqual([])
})

test('the spend limit: its client reads the same cents', async () => {
  const fake = await start(() => ({ body: examples[0]!.page.body }))
  expect(await client(fake).spendLimit.retrieve()).toMatchObject({ threshold_amount: 250_050, currency: 'USD' })
  const connection = { credentials: { key }, base: fake.base, scope: {} }
  expect(
    await collectSignals(signalSource, connection, range, heldOutside(), new AbortController().signal),
  ).toMatchObject({ signals: [{ allowed: { amount: 2500.5, currency: 'USD' } }] })
  expect(fake.violations).toEqual([])
})

test('a key that is not known is an AuthenticationError, and the kind key to us', async () => {
  const server = await startCosts()
  await expect(costsByClient(server, 'sk-admin-other')).rejects.toBeInstanceOf(AuthenticationError)
  expect(await load(server, 'sk-admin-other')).toMatchObject({ failure: { kind: 'key' } })
})

test.each([
  [403, 'scope', PermissionDeniedError],
  [429, 'rate', RateLimitError],
])('%i is its client’s own error, and the kind %s to us', async (status, kind, type) => {
  const error = { message: 'made up', type: 'invalid_request_error', param: null, code: null }
  const fake = await start(() => ({ status, body: { error } }))
  const refused: unknown = await costsByClient(fake).catch((reason: unknown) => reason)
  expect(refused).toBeInstanceOf(type)
  expect(refused).toMatchObject({ status, type: 'invalid_request_error' })
  expect(await load(fake)).toMatchObject({ failure: { kind } })
  expect(fake.violations).toEqual([])
})
