// AWS's own clients read the fakes that our sources are tested with: what both tell is the same.
import {
  AthenaClient,
  paginateGetQueryResults,
  StartQueryExecutionCommand,
  TooManyRequestsException,
} from '@aws-sdk/client-athena'
import {
  AccessDeniedException,
  BudgetsClient,
  paginateDescribeBudgets,
  ThrottlingException,
} from '@aws-sdk/client-budgets'
import {
  CostExplorerClient,
  CostExplorerServiceException,
  GetCostAndUsageCommand,
  type GetCostAndUsageCommandInput,
  LimitExceededException,
} from '@aws-sdk/client-cost-explorer'
import { afterEach, expect, test } from 'vitest'
import { collect } from '../collect.ts'
import { examples as budgetExamples, signalSource as budgets } from '../signals/aws-budgets.ts'
import { collectSignals } from '../signals/collect.ts'
import { source as athenaSource } from '../sources/aws-athena.ts'
import { source as costs } from '../sources/aws-cost-explorer.ts'
import { athena } from './athena.ts'
import { awsContract, awsRefusal, isSigned } from './aws-json.ts'
import athenaContract from './contracts/aws-athena.json' with { type: 'json' }
import budgetsContract from './contracts/aws-budgets.json' with { type: 'json' }
import costContract from './contracts/aws-cost-explorer.json' with { type: 'json' }
import { costExplorer } from './cost-explorer.ts'
import { type Fake, type FakeOptions, heldOutside, startFake } from './fake.ts'

let fake: Fake
afterEach(() => fake.close())

const credentials = { accessKeyId: 'AKIDNOTREAL', secretAccessKey: 'not/a/real/secret' }
const range = { since: '2026-11-01', until: '2026-11-19' }
const at = () => ({ endpoint: fake.base, region: 'us-east-1', credentials, maxAttempts: 1 })
const allSigned = () =>
  fake.heard.every((request) => isSigned({ ...request, host: new URL(fake.base).host }, credentials.secretAccessKey))
const start = async (contract: object, answer: FakeOptions['answer']) => {
  fake = await startFake({ answer, contract: awsContract(contract as Parameters<typeof awsContract>[0]) })
}
const read = (source: typeof costs, settings = {}) =>
  collect(
    source,
    { credentials: { ...credentials, ...settings }, base: fake.base, scope: {} },
    range,
    heldOutside(),
    new AbortController().signal,
  )

const question = (by: string): GetCostAndUsageCommandInput => ({
  TimePeriod: { Start: range.since, End: range.until },
  Granularity: 'DAILY',
  Metrics: ['UnblendedCost', 'AmortizedCost'],
  GroupBy: ['SERVICE', by].map((Key) => ({ Type: 'DIMENSION', Key })),
})

/** Its client has no paginator for this operation: the token goes back as it came. */
async function costsByClient(by: string): Promise<number[]> {
  const client = new CostExplorerClient(at())
  const amounts: number[] = []
  let NextPageToken: string | undefined
  do {
    const page = await client.send(new GetCostAndUsageCommand({ ...question(by), NextPageToken }))
    const groups = (page.ResultsByTime ?? []).flatMap(({ Groups = [] }) => Groups)
    amounts.push(...groups.map(({ Metrics }) => Number(Metrics?.UnblendedCost?.Amount)))
    NextPageToken = page.NextPageToken
  } while (NextPageToken !== undefined)
  return amounts
}

test('Cost Explorer: its client reads the same amounts, and signs as our source does', async () => {
  await start(costContract, costExplorer)
  const ours = await read(costs)
  const theirs = [...(await costsByClient('LINKED_ACCOUNT')), ...(await costsByClient('RECORD_TYPE'))]
  expect(theirs).toEqual([10.5, 4.25, -3.5])
  expect(ours.is === 'rows' && ours.rows.map(({ BilledCost }) => BilledCost)).toEqual(theirs)
  expect(fake.heard).toHaveLength(6)
  expect(fake.violations).toEqual([])
  expect(allSigned()).toBe(true)
})

test.each([
  ['UnrecognizedClientException', 'key', CostExplorerServiceException],
  ['AccessDeniedException', 'scope', CostExplorerServiceException],
  ['LimitExceededException', 'rate', LimitExceededException],
])('Cost Explorer: %s is an error of its client, and the kind %s to us', async (name, kind, type) => {
  await start(costContract, () => awsRefusal(name))
  expect(await read(costs)).toMatchObject({ is: 'failed', failure: { kind } })
  const error: unknown = await costsByClient('LINKED_ACCOUNT').catch((reason: unknown) => reason)
  expect(error).toBeInstanceOf(type)
  expect(error).toMatchObject({ name, $metadata: { httpStatusCode: 400 } })
})

test('what its client asks again after is asked again by us too', async () => {
  await start(costContract, costExplorer)
  fake.faults = ['ThrottledException', 'RequestThrottledException', 'RequestTimeoutException'].map((name) =>
    awsRefusal(name),
  )
  expect(await read(costs)).toMatchObject({ is: 'rows' })
})

test.each([
  ['RequestTimeTooSkewed', 'The difference between the request time and the server’s time is too large.'],
  ['InvalidSignatureException', 'Signature expired: 20261120T080000Z is now earlier than 20261120T090000Z'],
])('a clock that is wrong is told as that, not as a right that lacks: %s', async (name, message) => {
  await start(costContract, () => awsRefusal(name, message, 403))
  expect(await read(costs)).toMatchObject({
    failure: { message: 'AWS says that the clock of this machine is wrong: set it and retry. Nothing was loaded.' },
  })
})

const columns = ['billedcost', 'effectivecost', 'chargeperiodstart', 'billingcurrency']
const query = { QueryString: 'SELECT 1', QueryExecutionContext: { Database: 'bill' } }

async function athenaByClient(): Promise<(string | undefined)[][]> {
  const client = new AthenaClient(at())
  await client.send(new StartQueryExecutionCommand(query)) // the first one of the fake describes the table
  const { QueryExecutionId } = await client.send(new StartQueryExecutionCommand(query))
  const rows: (string | undefined)[][] = []
  for await (const { ResultSet } of paginateGetQueryResults({ client }, { QueryExecutionId }))
    rows.push(...(ResultSet?.Rows ?? []).map(({ Data = [] }) => Data.map(({ VarCharValue }) => VarCharValue)))
  return rows
}

test('Athena: its client pages to the same rows, names of the columns first', async () => {
  await start(athenaContract, athena(columns))
  const [names, ...theirs] = await athenaByClient()
  expect(names).toEqual(['billingcurrency', 'chargeperiodstart', 'billedcost', 'effectivecost'])
  await fake.close()
  const heard = fake
  await start(athenaContract, athena(columns))
  const ours = await read(athenaSource, { region: 'us-east-1', database: 'bill', table: 'focus' })
  expect(theirs.map(([, , billed, effective]) => [Number(billed), Number(effective)])).toEqual([
    [4.5, 4],
    [-1, -1],
  ])
  expect(ours.is === 'rows' && ours.rows.map(({ BilledCost, EffectiveCost }) => [BilledCost, EffectiveCost])).toEqual([
    [4.5, 4],
    [-1, -1],
  ])
  expect([...heard.violations, ...fake.violations]).toEqual([])
})

test('Athena: too many requests are its client’s own error, and a limit to us', async () => {
  await start(athenaContract, () => awsRefusal('TooManyRequestsException'))
  expect(await read(athenaSource, { region: 'us-east-1', database: 'bill', table: 'focus' })).toMatchObject({
    failure: { kind: 'rate' },
  })
  await expect(athenaByClient()).rejects.toBeInstanceOf(TooManyRequestsException)
})

const readBudgets = () =>
  collectSignals(
    budgets,
    { credentials, base: fake.base, scope: { accounts: ['111122223333'] } },
    range,
    heldOutside(),
    new AbortController().signal,
  )
const budgetsByClient = async () => {
  const found = []
  const pages = paginateDescribeBudgets({ client: new BudgetsClient(at()) }, { AccountId: '111122223333' })
  for await (const { Budgets = [] } of pages) found.push(...Budgets)
  return found
}

test('Budgets: its client pages to the same amounts and the same days', async () => {
  const { page } = budgetExamples[0]!
  await start(budgetsContract, ({ body }) => {
    const { Budgets } = page.body as { Budgets: object[] }
    const token = (body as { NextToken?: string }).NextToken
    return { body: token ? { Budgets: Budgets.slice(1) } : { Budgets: Budgets.slice(0, 1), NextToken: 'second' } }
  })
  const theirs = (await budgetsByClient()).filter(({ BudgetType }) => BudgetType === 'COST')
  const ours = await readBudgets()
  expect(
    theirs.map(({ BudgetName, BudgetLimit, CalculatedSpend, TimePeriod }) => ({
      name: BudgetName,
      allowed: Number(BudgetLimit?.Amount),
      actual: Number(CalculatedSpend?.ActualSpend?.Amount),
      since: TimePeriod?.Start?.toISOString().slice(0, 10),
    })),
  ).toEqual([{ name: 'Bedrock', allowed: 500, actual: 312.4, since: '2025-11-01' }])
  expect(ours).toMatchObject({
    signals: [{ name: 'Bedrock', allowed: { amount: 500 }, actual: { amount: 312.4 }, since: '2025-11-01' }],
  })
  expect(fake.violations).toEqual([])
  expect(allSigned()).toBe(true)
})

test.each([
  ['AccessDeniedException', 'scope', AccessDeniedException],
  ['ThrottlingException', 'rate', ThrottlingException],
])('Budgets: %s is its client’s own error, and the kind %s to us', async (name, kind, type) => {
  await start(budgetsContract, () => awsRefusal(name))
  expect(await readBudgets()).toMatchObject({ kind })
  await expect(budgetsByClient()).rejects.toBeInstanceOf(type)
})
