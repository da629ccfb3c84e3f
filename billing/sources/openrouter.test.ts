import { afterEach, expect, test } from 'vitest'
import { collect } from '../collect.ts'
import { createService } from '../service.ts'
import { openMemory } from '../stores/duckdb.ts'
import contract from '../testing/contracts/openrouter-usage.json' with { type: 'json' }
import { type Fake, heldOutside, startFake, withoutPrices } from '../testing/fake.ts'
import { contractOf } from '../testing/openapi.ts'
import { source } from './openrouter.ts'

let fake: Fake
afterEach(() => fake.close())

const entry = (date: string, usage: number) => ({
  date,
  model: 'openai/gpt-4.1',
  model_permaslug: 'openai/gpt-4.1-2025-04-14',
  endpoint_id: 'b7f5a2d0-0000-4000-8000-000000000001',
  provider_name: 'OpenAI',
  usage,
  byok_usage_inference: 0,
  requests: 5,
  prompt_tokens: 50,
  completion_tokens: 125,
  reasoning_tokens: 25,
})

test('thirty days come whatever is asked: only the days of the range are counted', async () => {
  fake = await startFake({
    answer: () => ({ body: { data: [entry('2026-10-31', 9), entry('2026-11-01', 1.5), entry('2026-11-18', 2)] } }),
    contract: contractOf(contract),
    under: '/api/v1',
  })
  const connection = { credentials: { key: 'sk-or-not-real' }, base: fake.base, scope: { projects: ['one', 'two'] } }
  const range = { since: '2026-11-01', until: '2026-11-19' }
  const collected = await collect(source, connection, range, heldOutside(), new AbortController().signal)
  expect(fake.violations).toEqual([])
  expect(collected).toMatchObject({ is: 'rows', pages: 2 })
  expect(collected.is === 'rows' && collected.rows.map(({ BilledCost }) => BilledCost).filter(Boolean)).toEqual([
    1.5, 2, 1.5, 2,
  ])
  expect(fake.heard.map(({ query }) => query.get('workspace_id'))).toEqual(['one', 'two'])
})

test('what was read stays when the provider no longer tells of it, though those days are asked for again', async () => {
  let now = '2026-11-20T08:00:00Z'
  let data = [entry('2026-10-22', 4), entry('2026-11-18', 2)]
  fake = await startFake({ answer: () => ({ body: { data } }), under: '/api/v1' })
  const own = await openMemory()
  const outside = { ...heldOutside(), now: () => new Date(now) }
  const { handle } = createService({ own, openDemo: openMemory }, outside, withoutPrices)
  const connection = { credentials: { key: 'sk-or-not-real' }, base: fake.base }
  const sync = (until: string) =>
    handle({ do: 'sync', id: 1, source: 'openrouter', connection, range: { since: '2026-10-01', until } })
  await sync('2026-11-21')
  expect((await own.loads())[0]!.covers).toEqual([{ since: '2026-10-21', until: '2026-11-21' }])
  now = '2026-12-15T08:00:00Z'
  data = [entry('2026-11-18', 3), entry('2026-12-01', 1)]
  expect(await sync('2026-12-16')).toMatchObject({
    problems: ['OpenRouter tells of the last 30 days only: of days before 2026-11-15 nothing new was read.'],
  })
  expect(await own.ask({ ask: 'totals' })).toMatchObject([{ billedCost: 8 }])
  await own.close()
})
