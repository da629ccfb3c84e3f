// A secret that a user gives to any source is in nothing that comes back, whatever the provider does.
import { expect, test } from 'vitest'
import { sources } from './registry.gen.ts'
import { collect } from './runner.ts'
import type { BillingSource } from './source.ts'
import { heldOutside } from './testing/fake.ts'

const mark = 'marked-secret-4711'
const secretsOf = ({ needs }: BillingSource) =>
  Object.fromEntries(needs.fields.map(({ id, secret }) => [id, secret ? mark : 'plain']))

/** Each repeats what was sent, as real providers and proxies do. */
const answers: Readonly<Record<string, (sent: string) => Response>> = {
  'refuses the key': (sent) => new Response(sent, { status: 401 }),
  'forbids it': (sent) => new Response(sent, { status: 403 }),
  'does not know the request': (sent) => new Response(sent, { status: 400 }),
  'asks for patience': (sent) => new Response(sent, { status: 429, headers: { 'retry-after': '9999' } }),
  'is in trouble': (sent) => new Response(sent, { status: 503 }),
  'answers with something else': (sent) => new Response(`<html>${sent}</html>`),
  'answers with another shape': (sent) => Response.json({ sent }),
  'is not there': (sent) => {
    throw new TypeError(`fetch failed for ${sent}`)
  },
}

test.each(sources.map((source) => [source.id, source] as const))('%s', async (_, source) => {
  for (const [what, answer] of Object.entries(answers)) {
    const outside = {
      ...heldOutside(),
      fetch: async (address: unknown, init?: RequestInit) =>
        answer(`${String(address)} ${JSON.stringify(init?.headers)} ${mark}`),
    } as Parameters<typeof collect>[3]
    const connection = {
      credentials: secretsOf(source),
      base: source.base ?? 'https://own.example',
      scope: { accounts: ['a'], projects: ['p'] },
    }
    const range = { since: '2026-11-18', until: '2026-11-20' }
    const collected = await collect(source, connection, range, outside, new AbortController().signal)
    expect(JSON.stringify(collected), what).not.toContain(mark)
  }
})
