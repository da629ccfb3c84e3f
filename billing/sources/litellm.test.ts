import { afterEach, expect, test } from 'vitest'
import { collect } from '../collect.ts'
import contract from '../testing/contracts/litellm-spend.json' with { type: 'json' }
import { type Fake, heldOutside, startFake } from '../testing/fake.ts'
import { contractOf } from '../testing/openapi.ts'
import { source } from './litellm.ts'

let fake: Fake
afterEach(() => fake.close())

test('a proxy on this machine, page by page; its last day is inclusive', async () => {
  fake = await startFake({
    answer: ({ query }) => {
      const page = Number(query.get('page'))
      const results = [{ date: `2026-11-0${page}`, metrics: { spend: page } }]
      return { body: { results, metadata: { total_pages: 3, has_more: page < 3 } } }
    },
    contract: contractOf(contract),
  })
  const connection = { credentials: { key: 'sk-not-real' }, base: fake.base }
  const range = { since: '2026-11-01', until: '2026-11-19' }
  const collected = await collect(source, connection, range, heldOutside(), new AbortController().signal)
  expect(fake.violations).toEqual([])
  expect(fake.heard[0]!.query.get('end_date')).toBe('2026-11-18')
  expect(collected.is === 'rows' && collected.rows.map(({ BilledCost, x_Grade }) => [BilledCost, x_Grade])).toEqual([
    [1, 'metered'],
    [2, 'metered'],
    [3, 'metered'],
  ])
})

test.each([{ has_more: true }, { has_more: true, total_pages: 1 }])(
  'a total is not cut short: %o',
  async (metadata) => {
    const results = [{ date: '2026-11-01', metrics: { spend: 1 } }]
    fake = await startFake({ answer: () => ({ body: { results, metadata } }) })
    const connection = { credentials: { key: 'sk-not-real' }, base: fake.base }
    const range = { since: '2026-11-01', until: '2026-11-19' }
    expect(await collect(source, connection, range, heldOutside(), new AbortController().signal)).toMatchObject({
      failure: {
        message: 'The LiteLLM proxy says there is more spend but not on how many pages: nothing was loaded.',
      },
    })
  },
)

test('without an address nothing is sent', async () => {
  fake = await startFake({ answer: () => ({}) })
  const range = { since: '2026-11-01', until: '2026-11-19' }
  const signal = new AbortController().signal
  expect(await collect(source, { credentials: { key: 'sk-not-real' } }, range, heldOutside(), signal)).toMatchObject({
    failure: { message: 'LiteLLM proxy runs on a server of your own: its address is missing.' },
  })
})
