// What a provider can do wrong, for every source alike: whatever it is, nothing is loaded and one sentence says why.
import { afterEach, expect, test } from 'vitest'
import { collect } from '../collect.ts'
import { sources } from '../registry.gen.ts'
import type { BillingSource } from '../source.ts'
import { everyScope, madeUpCredentials } from '../testing/credentials.ts'
import { type Fake, type Fault, heldOutside, startFake } from '../testing/fake.ts'

const range = { since: '2026-11-10', until: '2026-11-20' }
let fake: Fake | undefined
afterEach(() => fake?.close())

async function read(source: BillingSource, fault: Fault) {
  const waits: number[] = []
  fake = await startFake({ answer: () => (typeof fault === 'string' ? {} : fault) })
  fake.faults = typeof fault === 'string' ? Array.from({ length: 20 }, () => fault) : []
  const credentials = madeUpCredentials(source)
  const { accounts, projects } = everyScope
  const scope = { ...(source.narrows?.accounts && { accounts }), ...(source.narrows?.projects && { projects }) }
  const connection = { credentials, base: fake.base, scope }
  const collected = await collect(source, connection, range, heldOutside(waits), new AbortController().signal)
  const secrets = source.needs.fields.flatMap(({ id, secret }) => (secret ? [credentials[id]!] : []))
  for (const secret of secrets) expect(JSON.stringify(collected)).not.toContain(secret)
  return { collected, waits, heard: fake.heard }
}

test.each(sources)('$id: a key that is not known (401) is asked for again', async (source) => {
  const { collected } = await read(source, { status: 401, body: { message: 'no' } })
  expect(collected).toMatchObject({ is: 'failed', failure: { kind: 'key', message: expect.stringContaining('401') } })
})

test.each(sources)('$id: a key without the right (403) is told the right it lacks', async (source) => {
  const { collected } = await read(source, { status: 403, body: { message: 'no' } })
  expect(collected).toMatchObject({ is: 'failed', failure: { kind: 'scope' } })
  expect(JSON.stringify(collected)).toContain(JSON.stringify(source.needs.scope).slice(1, -1))
})

test.each(sources)('$id: too many requests (429) wait as long as the answer says', async (source) => {
  const { collected, waits } = await read(source, { status: 429, headers: { 'retry-after': '7' } })
  expect(collected).toMatchObject({ is: 'failed', failure: { kind: 'rate' } })
  expect(new Set(waits)).toEqual(new Set([7000]))
})

test.each(sources)('$id: a server in trouble (500) is asked five times, then told', async (source) => {
  const { collected, heard } = await read(source, { status: 500 })
  expect(collected).toMatchObject({ is: 'failed', failure: { kind: 'network' } })
  expect(heard).toHaveLength(5)
})

test.each(sources)('$id: an answer cut short loads nothing', async (source) => {
  const { collected } = await read(source, 'truncated')
  expect(collected).toMatchObject({ is: 'failed', failure: { kind: 'network' } })
})

test.each(sources)('$id: half a document loads nothing', async (source) => {
  const { collected } = await read(source, 'malformed')
  expect(collected).toMatchObject({ is: 'failed', failure: { kind: 'answer' } })
})

test.each(sources)('$id: an answer of another shape is told, never taken for nothing spent', async (source) => {
  const { collected } = await read(source, { body: { unexpected: true } })
  if (collected.is === 'failed') return
  expect(collected.rows).toEqual([])
  expect(collected.problems).not.toEqual([])
})
