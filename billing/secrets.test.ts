// A secret that a user gives to any source is in nothing that comes back, whatever the provider does.
import { once } from 'node:events'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { expect, test } from 'vitest'
import { collect } from './collect.ts'
import { sources } from './registry.gen.ts'
import type { Field } from './source.ts'
import { tryWarehouse } from './stores/try-warehouse.ts'
import { heldOutside } from './testing/fake.ts'
import { warehouseFields } from './warehouse-fields.ts'

const mark = 'marked-secret-4711'
const secretsOf = (fields: readonly Field[]) =>
  Object.fromEntries(fields.map(({ id, secret }) => [id, secret ? mark : 'plain']))

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
      credentials: secretsOf(source.needs.fields),
      base: source.base ?? 'https://own.example',
      scope: { accounts: ['a'], projects: ['p'] },
    }
    const range = { since: '2026-11-18', until: '2026-11-20' }
    const collected = await collect(source, connection, range, outside, new AbortController().signal)
    expect(JSON.stringify(collected), what).not.toContain(mark)
  }
})

test.each([
  ['athena', { region: 'eu-central-1', database: 'billing' }],
  ['bigquery', { table: 'billing.export.focus' }],
  ['clickhouse', { database: 'billing' }],
  ['databricks', { warehouse: 'w1' }],
  ['snowflake', {}],
] as const)('the warehouse %s', async (kind, more) => {
  for (const [what, answer] of Object.entries(answers)) {
    const server = createServer(async ({ headers, socket }, response) => {
      if (what === 'is not there') return socket.destroy()
      const said = answer(`${mark} ${JSON.stringify(headers)}`)
      const form = { 'x-clickhouse-exception-code': '1' }
      // ClickHouse's own clients read an error in this form.
      const text = said.status >= 400 ? `Code: 1. DB::Exception: ${await said.text()}. (OTHER)` : await said.text()
      return response.writeHead(said.status, form).end(text)
    }).listen(0, '127.0.0.1')
    await once(server, 'listening')
    const address = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
    const settings = { kind, address, table: 'billing.focus', ...more }
    const place = { is: 'warehouse', settings, credentials: secretsOf(warehouseFields[kind]) } as const
    const told = await tryWarehouse(place, heldOutside(), new AbortController().signal).catch(
      (error: Error) => `${error.name}: ${error.message}`,
    )
    expect(told, what).toMatch(/^WarehouseError: /)
    expect(told, what).not.toContain(mark)
    server.closeAllConnections()
    server.close()
  }
})
