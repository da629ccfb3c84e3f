import { afterEach, expect, test } from 'vitest'
import { collect } from '../collect.ts'
import { source } from '../sources/openai.ts'
import contract from '../testing/contracts/openai-usage-costs.json' with { type: 'json' }
import { type Fake, type Heard, heldOutside, type Said, startFake } from '../testing/fake.ts'
import { openai } from '../testing/openai-organization.ts'
import { contractOf } from '../testing/openapi.ts'

let fake: Fake
afterEach(() => fake.close())

const range = { since: '2026-10-01', until: '2026-11-19' } // 49 days
const read = (scope = {}) => {
  const connection = { credentials: { key: 'sk-admin-not-real' }, base: fake.base, scope }
  return collect(source, connection, range, heldOutside(), new AbortController().signal)
}
const start = (answer: (request: Heard) => Said) => startFake({ answer, contract: contractOf(contract), under: '/v1' })

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
