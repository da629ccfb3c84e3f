import { afterEach, expect, test } from 'vitest'
import { collect } from '../runner.ts'
import contract from '../testing/contracts/databricks-sql.json' with { type: 'json' }
import { type Fake, heldOutside, type Said, startFake } from '../testing/fake.ts'
import { contractOf } from '../testing/openapi.ts'
import { source } from './databricks.ts'

let fake: Fake
let waits: number[]
afterEach(() => fake.close())

const range = { since: '2026-11-01', until: '2026-11-19' }
const read = (scope = {}) => {
  waits = []
  const credentials = { token: 'dapi-not-real', warehouse: 'wh-1' }
  const connection = { credentials, base: fake.base, scope }
  return collect(source, connection, range, heldOutside(waits), new AbortController().signal)
}
const start = (answer: Parameters<typeof startFake>[0]['answer']) =>
  startFake({ answer, contract: contractOf(contract) })

const columns = ['usage_date', 'sku_name', 'currency_code', 'cost'].map((name, position) => ({ name, position }))
const statement = '/api/2.0/sql/statements/01ef'
const day = (number: number) => [`2026-11-${String(number).padStart(2, '0')}`, 'JOBS', 'USD', String(number)]
const asleep: Said = { body: { statement_id: '01ef', status: { state: 'PENDING' } } }
const done = (data_array: string[][], next?: string): Said => ({
  body: {
    statement_id: '01ef',
    status: { state: 'SUCCEEDED' },
    manifest: { format: 'JSON_ARRAY', schema: { columns } },
    result: { data_array, ...(next ? { next_chunk_internal_link: next } : {}) },
  },
})

test('a warehouse is waited for while it wakes; the parts of the answer add up', async () => {
  const looks: Said[] = [asleep, asleep, done([day(1), day(2)], `${statement}/result/chunks/1?row_offset=2`)]
  fake = await start(({ path }) =>
    path.includes('/chunks/') ? { body: { chunk_index: 1, data_array: [day(3)] } } : (looks.shift() ?? asleep),
  )
  const collected = await read({ projects: ['ws-1', 'ws-2'] })
  expect(fake.violations).toEqual([])
  expect(collected).toMatchObject({ is: 'rows', pages: 2, problems: [] })
  expect(collected.is === 'rows' && collected.rows.map(({ BilledCost }) => BilledCost)).toEqual([1, 2, 3])
  expect(waits).toEqual([1000, 2000])
  expect(fake.heard[0]!.body).toMatchObject({
    statement: expect.stringContaining('u.workspace_id IN (:workspace0, :workspace1)'),
    parameters: [
      { name: 'since', value: '2026-11-01' },
      { name: 'until', value: '2026-11-19' },
      { name: 'workspace0', value: 'ws-1' },
      { name: 'workspace1', value: 'ws-2' },
    ],
  })
})

test('a warehouse that never wakes ends after ten minutes', async () => {
  fake = await start(() => asleep)
  expect(await read()).toMatchObject({
    failure: { message: expect.stringMatching(/^Databricks was still at work after ten minutes/) },
  })
  expect(waits.reduce((sum, ms) => sum + ms, 0)).toBe(600_000)
})

test('a right that lacks is named, the provider’s own words are not repeated', async () => {
  const message = '[INSUFFICIENT_PERMISSIONS] User a@harbour.example does not have SELECT on system.billing.usage'
  fake = await start(() => ({ body: { statement_id: '01ef', status: { state: 'FAILED', error: { message } } } }))
  expect(await read()).toEqual({
    is: 'failed',
    failure: {
      kind: 'scope',
      message:
        'Databricks could not read the billing tables (INSUFFICIENT_PERMISSIONS): the token’s owner needs SELECT on system.billing.usage and system.billing.list_prices, and CAN USE on the warehouse.',
    },
  })
})
