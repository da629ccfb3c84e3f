import { afterEach, expect, test } from 'vitest'
import { collect } from '../collect.ts'
import { daysOf } from '../range.ts'
import contract from '../testing/contracts/langfuse-public.json' with { type: 'json' }
import { type Fake, type Heard, heldOutside, type Said, startFake } from '../testing/fake.ts'
import { contractOf } from '../testing/openapi.ts'
import { source } from './langfuse.ts'

let fake: Fake
afterEach(() => fake.close())

const project = { id: 'prj_1', name: 'answers', organization: { id: 'org_1', name: 'Harbour' }, metadata: {} }
const read = (until: string) => {
  const credentials = { publicKey: 'pk-lf-not-real', secretKey: 'sk-lf-not-real' }
  const range = { since: '2026-11-01', until }
  return collect(source, { credentials, base: fake.base }, range, heldOutside(), new AbortController().signal)
}

/** Each day has `models` models, each a dollar. */
const answer =
  (models: number) =>
  ({ path, query }: Heard): Said => {
    if (path === '/api/public/projects') return { body: { data: [project] } }
    const { fromTimestamp, toTimestamp, config } = JSON.parse(query.get('query')!)
    const days = daysOf({ since: fromTimestamp.slice(0, 10), until: toTimestamp.slice(0, 10) })
    const data = days.flatMap((time_dimension) =>
      Array.from({ length: models }, (_, i) => ({ time_dimension, providedModelName: `model-${i}`, sum_totalCost: 1 })),
    )
    return { body: { data: data.slice(0, config.row_limit) } }
  }

test('a month is one question; more rows than an answer holds are asked for by half the days', async () => {
  fake = await startFake({ answer: answer(3), contract: contractOf(contract) })
  expect(await read('2026-11-19')).toMatchObject({ is: 'rows', pages: 1, problems: [] })
  expect(fake.violations).toEqual([])
  expect(fake.heard[1]!.headers.authorization).toBe(`Basic ${btoa('pk-lf-not-real:sk-lf-not-real')}`)
  await fake.close()
  fake = await startFake({ answer: answer(300), contract: contractOf(contract) })
  const collected = await read('2026-11-05')
  expect(collected.is === 'rows' && collected.rows).toHaveLength(1200)
  expect(collected.is === 'rows' && collected.rows[0]).toMatchObject({ SubAccountName: 'answers', BilledCost: 1 })
})

test('a day that no answer holds is told, not cut short', async () => {
  fake = await startFake({ answer: answer(1000), contract: contractOf(contract) })
  expect(await read('2026-11-03')).toMatchObject({
    failure: {
      message:
        'Langfuse has more than 1000 models and environments on 2026-11-01 and tells no more of them: nothing was loaded.',
    },
  })
})
