import { afterEach, expect, test } from 'vitest'
import { daysOf } from '../range.ts'
import { collect } from '../runner.ts'
import { source } from '../sources/openai.ts'
import contract from '../testing/contracts/openai-usage-costs.json' with { type: 'json' }
import { type Fake, type Heard, heldOutside, type Said, startFake } from '../testing/fake.ts'
import { contractOf } from '../testing/openapi.ts'

let fake: Fake
afterEach(() => fake.close())

const range = { since: '2026-10-01', until: '2026-11-19' } // 49 days
const read = (scope = {}) => {
  const connection = { credentials: { key: 'sk-admin-not-real' }, base: fake.base, scope }
  return collect(source, connection, range, heldOutside(), new AbortController().signal)
}
const start = (answer: (request: Heard) => Said) => startFake({ answer, contract: contractOf(contract), under: '/v1' })

const list = (data: readonly object[], next?: string): Said => ({
  body: { object: 'list', data, first_id: null, last_id: next ?? null, has_more: next !== undefined },
})
const project = (id: string, name: string) => ({ id, object: 'organization.project', name, created_at: 1 })
const apiKey = {
  object: 'organization.project.api_key',
  redacted_value: 'sk-abc...def',
  name: 'production',
  created_at: 1,
  last_used_at: null,
  id: 'key_1',
  owner_project_access: 'active',
  owner: { type: 'user', user: { id: 'u', email: 'a@harbour.example', name: 'A', created_at: 1, role: 'owner' } },
}

/** A dollar and a million tokens a day of one model and key, in ten requests of text and one of embeddings. */
function openai({ path, query }: Heard): Said {
  if (path === '/organization/projects')
    return query.has('after') ? list([project('proj_2', 'Mail')]) : list([project('proj_1', 'Answers')], 'proj_1')
  if (path.endsWith('/api_keys')) return list([apiKey])
  const day = (name: string) => new Date(Number(query.get(name)) * 1000).toISOString().slice(0, 10)
  const by = { project_id: 'proj_1', api_key_id: 'key_1' }
  const result = {
    '/organization/costs': {
      object: 'organization.costs.result',
      amount: { value: 1, currency: 'usd' },
      line_item: 'gpt-4.1-2025-04-14, input',
      quantity: 1_000_000,
      quantity_unit: 'tokens',
      ...by,
    },
    '/organization/usage/completions': {
      object: 'organization.usage.completions.result',
      input_tokens: 1_000_000,
      input_cached_tokens: 1000,
      output_tokens: 10,
      num_model_requests: 10,
      model: 'gpt-4.1-2025-04-14',
      batch: false,
      service_tier: 'default',
      ...by,
    },
    '/organization/usage/embeddings': {
      object: 'organization.usage.embeddings.result',
      input_tokens: 5,
      num_model_requests: 1,
      model: 'text-embedding-3-small',
      ...by,
    },
  }[path]
  const data = daysOf({ since: day('start_time'), until: day('end_time') }).map((date) => ({
    object: 'bucket',
    start_time: Date.parse(date) / 1000,
    end_time: Date.parse(date) / 1000 + 86_400,
    results: result ? [result] : [],
  }))
  return { body: { object: 'page', data, has_more: false, next_page: null } }
}

test('requests stand beside costs, tokens are counted once, and projects and keys are called by name', async () => {
  fake = await start(openai)
  const collected = await read({ projects: ['proj_1'] })
  const rows = collected.is === 'rows' ? collected.rows : []
  const sum = (of: typeof rows, what: 'BilledCost' | 'ConsumedQuantity') =>
    of.reduce((total, row) => total + (row[what] ?? 0), 0)
  const unit = (name: string) => rows.filter(({ ConsumedUnit }) => ConsumedUnit === name)
  expect(fake.violations).toEqual([])
  expect(collected).toMatchObject({ is: 'rows', problems: [] })
  expect(sum(rows, 'BilledCost')).toBe(49)
  expect(sum(unit('Tokens'), 'ConsumedQuantity')).toBe(49_000_000)
  expect(sum(unit('Requests'), 'ConsumedQuantity')).toBe(49 * 11)
  expect(new Set(rows.map(({ SubAccountName, ResourceName }) => `${SubAccountName}/${ResourceName}`))).toEqual(
    new Set(['Answers/production']),
  )
  // One question for costs, two for the list of projects, one for the keys of a project, and five twice for usage in parts of 31 days.
  expect(fake.heard).toHaveLength(1 + 2 + 1 + 10)
})

test('a key that may read costs and no usage has its costs, and is told what is missing', async () => {
  fake = await start((request) => (request.path.includes('/costs') ? openai(request) : { status: 403 }))
  const collected = await read()
  expect(collected).toMatchObject({
    is: 'rows',
    problems: [
      expect.stringMatching(/^OpenAI’s costs are complete, the number of requests is not: The key may not read/),
    ],
  })
  expect(collected.is === 'rows' && collected.rows).toHaveLength(49)
  expect(collected.is === 'rows' && collected.rows[0]).not.toHaveProperty('SubAccountName')
})

test('a server with the costs API alone is read as it is', async () => {
  fake = await start((request) => (request.path.includes('/costs') ? openai(request) : { status: 404 }))
  expect(await read()).toMatchObject({ is: 'rows', problems: [] })
})
