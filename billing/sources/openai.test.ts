import { expect, test } from 'vitest'
import type { Fetched, SourceIo } from '../source.ts'
import { examples, source } from './openai.ts'

test('a day that ended less than a day before it was read is provisional', () => {
  const { page } = examples[0]!
  const [row] = source.rows({ ...page, at: '2026-11-18T23:59:59.000Z' }).rows
  expect(row).toMatchObject({ ChargePeriodEnd: '2026-11-18T00:00:00.000Z', x_Estimated: true })
})

test('a bucket of usage where costs were asked for is reported', () => {
  const body = {
    data: [
      {
        object: 'bucket',
        start_time: 1794873600,
        end_time: 1794960000,
        results: [{ object: 'organization.usage.images.result' }],
      },
    ],
  }
  expect(source.rows({ is: 'page', at: '2026-11-20T08:00:00.000Z', body })).toEqual({
    rows: [],
    problems: [
      'OpenAI, 2026-11-17: an entry of type organization.usage.images.result where a cost was expected; it is not in the totals.',
    ],
  })
})

test('a cursor that comes back twice ends in one sentence, not in an endless loop', async () => {
  const io: SourceIo = {
    ask: async () => ({ is: 'page', at: '', body: { data: [], has_more: true, next_page: 'again' } }),
    wait: async () => undefined,
    onCancel: () => undefined,
    settings: {},
  }
  const seen: Fetched[] = []
  for await (const page of source.pages({ since: '2026-11-01', until: '2026-11-19' }, io, {})) seen.push(page)
  expect(seen.at(-1)).toEqual({
    is: 'failed',
    failure: { kind: 'answer', message: 'OpenAI says there are more costs but not where: nothing was loaded.' },
  })
})
