import { expect, test } from 'vitest'
import type { BillingClient } from '../../billing/client.ts'
import { createReadings, type ReadingTools } from './readings.ts'

const range = { since: '2026-11-01', until: '2026-11-22' }
const account = (id: string) => ({ id, source: id.split(':')[0]!, values: {} })
type Sync = BillingClient['sync']

function readings(sync: Sync, more: Partial<ReadingTools> = {}) {
  const told: string[] = []
  const made = createReadings({
    client: async () => ({ sync }) as BillingClient,
    connection: async () => ({ credentials: {} }),
    changed: () => undefined,
    loaded: async () => {
      told.push('loaded')
      return undefined
    },
    log: (message) => told.push(message),
    ...more,
  })
  return { made, told }
}

test('one source that fails hides nothing of another', async () => {
  const { made, told } = readings(async (source, _connection, _range, { as } = {}) =>
    source === 'openai'
      ? { is: 'failed', id: 1, failure: { kind: 'key', message: 'OpenAI refused the key (401).' } }
      : {
          is: 'loaded',
          id: 2,
          source: as!,
          rows: 3,
          problems: ['a row without a day'],
          unread: ['a row without a day'],
        },
  )
  await Promise.all(['openai', 'anthropic:work'].map((id) => made.read(account(id), range, true)))
  expect(made.of('openai')).toMatchObject({ is: 'failed', message: 'OpenAI refused the key (401).' })
  expect(made.of('anthropic:work')).toMatchObject({ is: 'read' })
  expect(told.sort()).toEqual(['OpenAI refused the key (401).', 'anthropic:work: a row without a day', 'loaded'])
})

test('which days are being read is said, those that came are shown before the others are there, and stay where one fails', async () => {
  const month = (number: number) => ({ days: range, number, of: 3 })
  const seen: unknown[] = []
  const failure = { kind: 'network', message: 'OpenAI has trouble (500).' } as const
  const { made, told } = readings(async (_source, _connection, _range, { onWindow } = {}) => {
    for (const number of [1, 2]) {
      onWindow?.(month(number))
      seen.push(made.of('openai'))
    }
    return { is: 'failed', id: 1, failure, kept: { rows: 4, days: [range] } }
  })
  await made.read(account('openai'), range, true)
  expect(seen).toEqual([
    { is: 'reading', window: month(1) },
    { is: 'reading', window: month(2) },
  ])
  expect(made.of('openai')).toMatchObject({ is: 'failed', message: failure.message })
  expect(told).toEqual(['loaded', 'loaded', failure.message])
})

test('an account is read once at a time, cancelled by itself, and what comes after it was disconnected is not taken', async () => {
  const signals: AbortSignal[] = []
  let answer: (() => void) | undefined
  const { made, told } = readings((_source, _connection, _range, { signal } = {}) => {
    signals.push(signal!)
    return new Promise((done) => {
      answer = () => done({ is: 'loaded', id: 1, source: 'a', rows: 1, problems: [], unread: [] })
    })
  })
  const first = made.read(account('a'), range, true)
  await made.read(account('a'), range, true)
  expect(made.of('a')).toEqual({ is: 'reading' })
  await new Promise((soon) => setImmediate(soon))
  expect(signals).toHaveLength(1)
  made.cancel('b')
  expect(signals[0]!.aborted).toBe(false)
  made.forget('a')
  expect(signals[0]!.aborted).toBe(true)
  answer?.()
  await first
  expect(made.of('a')).toEqual({ is: 'waiting' })
  expect(told).toEqual([])
})

test('where nobody is signed in the sentence says so and nothing is asked', async () => {
  const { made } = readings(() => Promise.reject(new Error('nothing may be asked')), {
    connection: async () => ({ message: 'Sign in.' }),
  })
  await made.read(account('a'), range, false)
  expect(made.of('a')).toMatchObject({ is: 'failed', message: 'Sign in.' })
})
