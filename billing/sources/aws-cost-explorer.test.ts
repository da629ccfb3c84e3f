import { afterEach, expect, test } from 'vitest'
import { collect } from '../collect.ts'
import { recordIn } from '../json.ts'
import { awsContract, awsRefusal, isSigned } from '../testing/aws-json.ts'
import contract from '../testing/contracts/aws-cost-explorer.json' with { type: 'json' }
import { costExplorer } from '../testing/cost-explorer.ts'
import { type Fake, type Heard, heldOutside, type Said, startFake } from '../testing/fake.ts'
import { source } from './aws-cost-explorer.ts'

const secret = 'not/a/real/secret'
const credentials = { accessKeyId: 'AKIDNOTREAL', secretAccessKey: secret }
let fake: Fake
afterEach(() => fake.close())

const load = (scope = {}, given = credentials) =>
  collect(
    source,
    { credentials: given, base: fake.base, scope },
    { since: '2026-11-01', until: '2026-11-19' },
    heldOutside(),
    new AbortController().signal,
  )
const start = (answer: (request: Heard) => Said) => startFake({ answer, contract: awsContract(contract) })

const signed = (request: Heard) => isSigned({ ...request, host: new URL(fake.base).host }, secret)

test('usage page by page and credits apart, three requests signed as AWS asks', async () => {
  fake = await start((request) => (signed(request) ? costExplorer(request) : awsRefusal('InvalidSignatureException')))
  const collected = await load()
  expect(fake.violations).toEqual([])
  expect(collected).toMatchObject({
    is: 'rows',
    pages: 3,
    problems: ['AWS Cost Explorer charges $0.01 for each request: this reading took at least 3, $0.03.'],
    rows: [
      { ChargeCategory: 'Usage', SubAccountId: '111111111111', BilledCost: 10.5 },
      { ChargeCategory: 'Usage', SubAccountId: '222222222222', BilledCost: 4.25 },
      { ChargeCategory: 'Credit', BilledCost: -3.5 },
    ],
  })
})

test('a wrong secret is refused, and stands in no message', async () => {
  fake = await start((request) => (signed(request) ? costExplorer(request) : awsRefusal('InvalidSignatureException')))
  const failed = await load({}, { ...credentials, secretAccessKey: 'another' })
  expect(failed).toEqual({
    is: 'failed',
    failure: {
      kind: 'key',
      message:
        'AWS Cost Explorer refused the key (400). Reading costs needs its secret access key, made at https://docs.aws.amazon.com/cost-management/latest/userguide/ce-access.html',
    },
  })
})

test('accounts and tags of the project are asked for', async () => {
  fake = await start(costExplorer)
  await load({ accounts: ['111111111111'], tags: { project: 'harbour' } })
  expect(fake.violations).toEqual([])
  expect(fake.heard[0]!.body).toMatchObject({
    Filter: {
      And: [
        { Dimensions: { Key: 'RECORD_TYPE', Values: ['Usage', 'DiscountedUsage', 'SavingsPlanCoveredUsage'] } },
        { Dimensions: { Key: 'LINKED_ACCOUNT', Values: ['111111111111'] } },
        { Tags: { Key: 'project', Values: ['harbour'] } },
      ],
    },
  })
})

test('a next page that names itself ends in one sentence', async () => {
  // Each request costs a cent: two that name each other are a circle, too.
  const endless = (NextPageToken: string) => ({ GroupDefinitions: [], ResultsByTime: [], NextPageToken })
  fake = await start(({ body }) => ({ body: endless(recordIn(body).NextPageToken === 'this' ? 'that' : 'this') }))
  expect(await load()).toMatchObject({
    is: 'failed',
    failure: { message: 'AWS Cost Explorer names the same next page twice: nothing was loaded.' },
  })
  expect(fake.heard).toHaveLength(3)
})
