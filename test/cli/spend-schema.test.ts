import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { Command } from 'commander'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type BillingClient, createBillingClient } from '../../billing/client.ts'
import { demoSettings } from '../../billing/demo-settings.ts'
import { seasonalNaive } from '../../billing/forecast/method.ts'
import { signalSources } from '../../billing/registry.gen.ts'
import type { SignalExample } from '../../billing/signals/signal.ts'
import { runSpend } from '../../cli/commands/spend.ts'
import { runAnomalies, runForecast } from '../../cli/commands/spend-ahead.ts'
import { runAllocation } from '../../cli/commands/spend-allocation.ts'
import { runBudgets } from '../../cli/commands/spend-budgets.ts'
import { runCarbon } from '../../cli/commands/spend-carbon.ts'
import { runChange } from '../../cli/commands/spend-change.ts'
import { runCommitments } from '../../cli/commands/spend-commitments.ts'
import { runSync } from '../../cli/commands/spend-sync.ts'
import { runUnit } from '../../cli/commands/spend-unit.ts'
import { runValidate } from '../../cli/commands/spend-validate.ts'
import type { Exit, Out } from '../../cli/output.ts'
import { loadPriceBook } from '../../cli/price-book.ts'
import type { Reading, SpendTools } from '../../cli/spend/read.ts'
import { spendCommands } from '../../cli/spend-program.ts'
import { documentSchemas } from '../../scripts/gen/schemas.ts'
import { billingProcess } from '../billing-process.ts'
import { folderWith, listener } from './folder.ts'
import { type DocumentName, documentOf, mistakesOf } from './spend-documents.ts'

const billing = fileURLToPath(new URL('../../samples/billing', import.meta.url))
const bill = 'focus-2026-08-21_2026-11-18.csv'

let client: BillingClient
beforeAll(() => {
  client = createBillingClient(billingProcess.file, billingProcess.execArgv)
})
afterAll(() => client.stop())

const days = { since: '2026-10-01', until: '2026-10-31' }
type Run = (base: Reading & { readonly format: 'json' }, tools: SpendTools, out: Out) => Promise<Exit>
const commands: Readonly<Record<DocumentName, Run>> = {
  spend: (base, tools, out) => runSpend({ ...base, by: ['service', 'tag:team'] }, tools, out),
  sync: (base, tools, out) =>
    runSync({ ...base, source: [bill, 'gone.csv'] }, tools, out, new AbortController().signal),
  budgets: (base, tools, out) => runBudgets(base, tools, seasonalNaive, out),
  forecast: (base, tools, out) => runForecast(base, tools, seasonalNaive, out),
  anomalies: (base, tools, out) => runAnomalies(base, tools, seasonalNaive, out),
  validate: ({ cwd }, tools, out) => runValidate({ cwd, file: bill, format: 'json' }, tools.client, out),
  change: (base, tools, out) => runChange({ ...base, ...days, by: 'service', cost: 'effective', top: 9 }, tools, out),
  unit: (base, tools, out) => runUnit(base, tools, out),
  allocation: (base, tools, out) => runAllocation(base, tools, out),
  commitments: (base, tools, out) => runCommitments(base, tools, out),
  carbon: (base, tools, out) => runCarbon(base, tools, loadPriceBook(), out),
}

/** What the command prints of the sample bill. */
async function printedOf(name: DocumentName): Promise<string> {
  const { out, printed } = listener()
  const tools = { env: {}, client, scopeOf: () => ({}), settings: demoSettings, today: '2026-11-19' }
  await commands[name]({ cwd: billing, source: [bill], address: [], format: 'json' }, tools, out)
  return printed()
}

/** Its days are usual ones, and nothing of it is committed to; panel-analyses.test.ts has a bill with both. */
const notInTheBill: readonly DocumentName[] = ['anomalies', 'commitments']

describe('of the sample bill, a command prints what its schema says, and no more:', () => {
  it.each(Object.keys(commands) as DocumentName[])('%s', async (name) => {
    const document = documentOf(name, await printedOf(name))
    const { problems: _, ...parts } = document
    const lists = Object.values<unknown>(parts).filter((value) => Array.isArray(value))
    const isEmpty = document.rows === undefined && lists.every(({ length }) => length === 0)
    expect(isEmpty).toBe(notInTheBill.includes(name))
  })
})

it('every command of spend that prints JSON has a schema', () => {
  const program = new Command()
  spendCommands(program, '/', listener().out, () => undefined)
  const spend = program.commands[0]!
  const printing = [spend, ...spend.commands].filter(({ options }) =>
    options.some(({ argChoices }) => argChoices?.includes('json')),
  )
  expect(printing.map((command) => command.name()).sort()).toEqual(Object.keys(commands).sort())
})

it('a field nobody documented is a mistake of ours, and none to a reader', async () => {
  const document = JSON.parse(await printedOf('spend'))
  const later = { ...document, later: 1, rows: [{ ...document.rows[0], colour: 'red' }] }
  expect(mistakesOf('spend', later)).toEqual([
    ' must NOT have additional properties {"additionalProperty":"later"}',
    '/rows/0 must NOT have additional properties {"additionalProperty":"colour"}',
  ])
  expect(JSON.stringify(documentSchemas())).not.toContain('additionalProperties":false')
})

it('a file that breaks FOCUS: each violation with the row it is of', async () => {
  const header = 'ChargeCategory,BilledCost,BillingCurrency\n'
  const cwd = folderWith({ 'bill.csv': `${header}Fee,much,USD\n` })
  const { out, printed } = listener()
  expect(await runValidate({ cwd, file: 'bill.csv', format: 'json' }, client, out)).toBe(1)
  const { violations } = documentOf('validate', printed())
  expect(violations).toContainEqual(
    expect.objectContaining({ column: 'BilledCost', example: { row: 1, value: 'much' } }),
  )
})

describe('what a provider says itself is as the document of its command says:', () => {
  const documents = { budget: 'budgets', forecast: 'forecast', anomaly: 'anomalies' } as const
  const told = signalSources.flatMap(({ id, tells }) => (tells === 'use' ? [] : [{ id, name: documents[tells] }]))

  it.each(told)('$id', async ({ id, name }) => {
    const file = join(import.meta.dirname, '../../billing/signals', `${id}.ts`)
    const { examples } = (await import(/* @vite-ignore */ file)) as { examples: readonly SignalExample[] }
    const { providers: _, ...document } = JSON.parse(await printedOf(name))
    const providers = examples.flatMap(({ signals }) => signals)
    expect(providers.length).toBeGreaterThan(0)
    expect(mistakesOf(name, { ...document, providers })).toEqual([])
  })
})
