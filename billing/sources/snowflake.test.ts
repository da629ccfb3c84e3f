import { createPublicKey, verify } from 'node:crypto'
import { afterEach, expect, test } from 'vitest'
import { collect } from '../collect.ts'
import contract from '../testing/contracts/snowflake-sql.json' with { type: 'json' }
import { madeUpCredentials } from '../testing/credentials.ts'
import { type Fake, heldOutside, type Said, startFake } from '../testing/fake.ts'
import { contractOf } from '../testing/openapi.ts'
import { source } from './snowflake.ts'

let fake: Fake
afterEach(() => fake.close())

const range = { since: '2026-11-01', until: '2026-11-19' }
const read = (scope = {}, credentials: Record<string, string> = { token: 'not-real' }) =>
  collect(source, { credentials, base: fake.base, scope }, range, heldOutside(), new AbortController().signal)
const start = (answer: Parameters<typeof startFake>[0]['answer']) =>
  startFake({ answer, contract: contractOf(contract) })

const rowType = ['OUTLAY_DAY', 'ACCOUNT_NAME', 'CURRENCY', 'USAGE_IN_CURRENCY'].map((name) => ({ name, type: 'text' }))
const statementHandle = '01b2'
const line = (day: number, account: string) => [`2026-11-0${day}`, account, 'EUR', `${day}.25`]
const asleep: Said = {
  status: 202,
  body: { code: '333334', message: 'in progress', statementHandle, statementStatusUrl: '/api/v2/statements/01b2' },
}
const first: Said = {
  body: {
    resultSetMetaData: { numRows: 3, format: 'jsonv2', rowType, partitionInfo: [{ rowCount: 2 }, { rowCount: 1 }] },
    data: [line(1, 'PROD'), line(2, 'TEST')],
    code: '090001',
    statementHandle,
  },
}

test('a statement is waited for, and every partition is read', async () => {
  const looks: Said[] = [asleep, first]
  fake = await start(({ query }) =>
    query.get('partition') === '1' ? { body: { data: [line(3, 'PROD')] } } : looks.shift()!,
  )
  const collected = await read()
  expect(fake.violations).toEqual([])
  expect(collected.is === 'rows' && collected.rows.map(({ BilledCost }) => BilledCost)).toEqual([1.25, 2.25, 3.25])
  expect(fake.heard[0]!.body).toMatchObject({
    bindings: { 1: { value: '2026-11-01' }, 2: { value: '2026-11-19' } },
  })
  expect(fake.heard[0]!.headers['x-snowflake-authorization-token-type']).toBe('PROGRAMMATIC_ACCESS_TOKEN')
})

test('fewer rows than the answer says it has are no answer', async () => {
  fake = await start(({ query }) => (query.has('partition') ? { body: { data: [] } } : first))
  expect(await read()).toMatchObject({ failure: { message: 'Snowflake sent 2 of 3 rows: there is no whole answer.' } })
})

test('a reading that is cancelled ends the statement', async () => {
  fake = await start(() => asleep)
  const controller = new AbortController()
  const outside = { ...heldOutside(), sleep: async () => controller.abort() }
  const connection = { credentials: { token: 'not-real' }, base: fake.base }
  expect(await collect(source, connection, range, outside, controller.signal)).toMatchObject({
    failure: { kind: 'cancelled' },
  })
  while (fake.heard.length < 2) await new Promise((soon) => setImmediate(soon))
  expect(fake.heard.map(({ path }) => path)).toEqual(['/api/v2/statements', '/api/v2/statements/01b2/cancel'])
})

test('only the accounts of the scope', async () => {
  fake = await start(({ query }) => (query.has('partition') ? { body: { data: [line(3, 'PROD')] } } : first))
  const collected = await read({ accounts: ['PROD'] })
  expect(collected.is === 'rows' && collected.rows.map(({ BilledCost }) => BilledCost)).toEqual([1.25, 3.25])
})

test('a role that does not see the view is told the right', async () => {
  fake = await start(() => ({ status: 422 }))
  expect(await read()).toMatchObject({ failure: { kind: 'scope', message: expect.stringContaining('resellers') } })
})

test('where the organisation’s view cannot be seen, the account’s credits at the price the user gives are metered', async () => {
  const names = ['OUTLAY_DAY', 'SERVICE_TYPE', 'CURRENCY', 'USAGE_IN_CURRENCY', 'OUTLAY_GRADE']
  const metered: Said = {
    body: {
      resultSetMetaData: {
        numRows: 1,
        format: 'jsonv2',
        rowType: names.map((name) => ({ name, type: 'text' })),
        partitionInfo: [{ rowCount: 1 }],
      },
      data: [['2026-11-01', 'WAREHOUSE_METERING', 'EUR', '7.500000', 'metered']],
      statementHandle,
    },
  }
  const isOfAccount = (body: unknown) => JSON.stringify(body).includes('ACCOUNT_USAGE.METERING_DAILY_HISTORY')
  fake = await start(({ body }) => (isOfAccount(body) ? metered : { status: 422 }))
  const collected = await read({}, { token: 'not-real', creditPrice: '3', currency: 'eur' })
  expect(fake.violations).toEqual([])
  expect(collected).toMatchObject({
    is: 'rows',
    problems: [],
    rows: [{ BilledCost: 7.5, BillingCurrency: 'EUR', x_Grade: 'metered', ServiceName: 'WAREHOUSE_METERING' }],
  })
  expect(fake.heard.at(-1)!.body).toMatchObject({
    bindings: { 1: { value: '3' }, 2: { value: 'EUR' }, 3: { value: '2026-11-01' }, 4: { value: '2026-11-19' } },
  })
})

test('a private key signs a token of five minutes that its public key proves', async () => {
  fake = await start(() => first)
  const { privateKey } = madeUpCredentials(source)
  await read({}, { privateKey: privateKey!, account: 'harbour.eu-west-1', user: 'reader' })
  const { authorization, 'x-snowflake-authorization-token-type': kind } = fake.heard[0]!.headers
  const [head, claims, signature] = String(authorization).replace('Bearer ', '').split('.') as [string, string, string]
  const key = createPublicKey(privateKey!)
  expect(verify('RSA-SHA256', Buffer.from(`${head}.${claims}`), key, Buffer.from(signature, 'base64url'))).toBe(true)
  const now = Date.parse('2026-11-20T08:00:00Z') / 1000
  expect(JSON.parse(Buffer.from(claims, 'base64url').toString())).toEqual({
    iss: expect.stringMatching(/^HARBOUR\.READER\.SHA256:[A-Za-z0-9+/]{43}=$/),
    sub: 'HARBOUR.READER',
    iat: now,
    exp: now + 300,
  })
  expect(kind).toBe('KEYPAIR_JWT')
})

test('a private key that is none is told, and is in no message', async () => {
  fake = await start(() => first)
  const failed = await read({}, { privateKey: 'marked-secret', account: 'harbour', user: 'reader' })
  expect(failed).toMatchObject({ failure: { kind: 'key', message: expect.stringContaining('paste it again') } })
  expect(JSON.stringify(failed)).not.toContain('marked-secret')
  expect(fake.heard).toEqual([])
})
