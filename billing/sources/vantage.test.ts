import { afterEach, expect, test } from 'vitest'
import { collect } from '../collect.ts'
import contract from '../testing/contracts/vantage-v2.json' with { type: 'json' }
import { type Fake, type Heard, heldOutside, type Said, startFake } from '../testing/fake.ts'
import { contractOf } from '../testing/openapi.ts'
import { source } from './vantage.ts'

let fake: Fake
afterEach(() => fake.close())

const range = { since: '2026-11-01', until: '2026-11-19' }
const read = () => {
  const credentials = { token: 'vntg_not_real', report: 'rprt_1' }
  return collect(source, { credentials, base: fake.base }, range, heldOutside(), new AbortController().signal)
}
const start = (answer: (request: Heard) => Said) => startFake({ answer, contract: contractOf(contract), under: '/v2' })

/** Each day costs its number as invoiced, and a half more amortized; ten days to a page, the last date inclusive. */
function costs({ query }: Heard): Said {
  const [page, amortized] = [Number(query.get('page') ?? 1), query.get('settings[amortize]') === 'true']
  const days = Array.from({ length: 19 }, (_, i) => i + 1).slice((page - 1) * 10, page * 10)
  const next = page === 1 ? `${fake.base}/costs?page=2&settings[amortize]=${amortized}` : null
  return {
    body: {
      links: { next },
      total_cost: { amount: '0', currency: 'USD' },
      costs: days.map((day) => ({
        accrued_at: `2026-11-${String(day).padStart(2, '0')}`,
        amount: String(day + (amortized ? 0.5 : 0)),
        currency: 'USD',
        provider: 'aws',
        service: 'AmazonS3',
      })),
    },
  }
}

test('both views page by page; a day after the last that was asked for is not counted', async () => {
  fake = await start(costs)
  const collected = await read()
  const rows = collected.is === 'rows' ? collected.rows : []
  expect(fake.violations).toEqual([])
  expect(collected).toMatchObject({ is: 'rows', pages: 4, problems: [] })
  expect(rows.reduce((sum, { BilledCost }) => sum + BilledCost, 0)).toBe(171)
  expect(rows.reduce((sum, { EffectiveCost }) => sum + EffectiveCost, 0)).toBe(171 + 9)
  expect(fake.heard[0]!.query.get('cost_report_token')).toBe('rprt_1')
})

test('a next page that names itself ends in one sentence', async () => {
  fake = await start(() => ({
    body: { links: { next: `${fake.base}/costs?page=1` }, total_cost: { amount: '0', currency: 'USD' }, costs: [] },
  }))
  expect(await read()).toMatchObject({
    failure: { message: 'Vantage names the same next page twice: nothing was loaded.' },
  })
})

test('the token goes to no other server, whatever the next page says', async () => {
  fake = await start(() => ({
    body: {
      links: { next: 'https://vantage.example/costs?page=2' },
      total_cost: { amount: '0', currency: 'USD' },
      costs: [],
    },
  }))
  expect(await read()).toMatchObject({
    failure: { message: 'Vantage names a next page on another server: nothing was loaded.' },
  })
})
