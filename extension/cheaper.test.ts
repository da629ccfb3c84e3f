import { expect, it, vi } from 'vitest'
import type { Cheaper } from '../core/prices/cheaper.ts'
import { createCheaper } from './cheaper.ts'
import type { ToWorker } from './protocol.ts'

const token = { isCancellationRequested: false, onCancellationRequested: () => ({ dispose: () => undefined }) }
const gp3: Cheaper = {
  what: 'ebs gp3',
  provider: 'aws',
  region: 'us-east-1',
  how: undefined,
  saves: { per: 'month', usd: 10 },
  count: undefined,
  lost: [],
}

it('asks the worker for the sites of a hover, and hands on its answer', async () => {
  const sent: ToWorker[] = []
  const cheaper = createCheaper((message) => sent.push(message))
  const answer = cheaper.of('main.tf', ['a'], token)
  expect(sent).toMatchObject([{ is: 'find-cheaper', id: 1, file: 'main.tf', keys: ['a'] }])
  cheaper.receive({ is: 'cheaper', id: 1, beside: { a: { cheaper: [gp3], whatIf: { committed: [], licences: [] } } } })
  expect(await answer).toEqual({ a: { cheaper: [gp3], whatIf: { committed: [], licences: [] } } })
})

it('a hover gets nothing where the worker is late or has died', async () => {
  vi.useFakeTimers()
  const cheaper = createCheaper(() => undefined)
  const late = cheaper.of('main.tf', ['a'], token)
  vi.advanceTimersByTime(500)
  expect(await late).toEqual({})
  const lost = cheaper.of('main.tf', ['a'], token)
  cheaper.restarted()
  expect(await lost).toEqual({})
  vi.useRealTimers()
})
