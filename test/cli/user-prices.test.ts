import { expect, test, vi } from 'vitest'
import { runScan } from '../../cli/commands/scan.ts'
import type { Engine } from '../../cli/engine.ts'
import { run } from '../../cli/program.ts'
import type { PriceBook } from '../../core/prices/book.ts'
import type { ScanDocument } from '../../core/report/schema.ts'
import { createSession } from '../../core/session.ts'
import { estimator } from '../../core/tokens/estimator.ts'
import type { Price } from '../../core/types.ts'
import { registry } from '../../language-rules/registry.gen.ts'
import { folderWith, listener } from './folder.ts'

const hourly = (usd: number, sku: string, region: string): Price => ({
  usd,
  per: 1,
  unit: 'hour',
  sku,
  region,
  source: 'the list',
  asOf: '2026-05-01',
})

/** Two machines in one region; of everything else it knows nothing. */
const prices = {
  asOf: '2026-05-01',
  model: () => undefined,
  smaller: () => [],
  specs: () => undefined,
  interruption: () => undefined,
  storage: () => undefined,
  service: () => undefined,
  carbon: () => undefined,
  coefficient: () => undefined,
  accelerator: () => undefined,
  discounts: () => [],
  gpuOffers: () => [],
  types: () => [],
  regions: () => [],
  models: () => [],
  hosting: () => undefined,
  database: () => undefined,
  instance: (_, type, region, purchase) =>
    purchase === 'on-demand' && ['m5.large', 'p5.48xlarge'].includes(type) && region === 'us-east-1'
      ? hourly(type === 'm5.large' ? 0.1 : 100, type, region)
      : undefined,
} satisfies PriceBook as PriceBook

const engine: Engine = { registry, prices, tokens: async () => estimator, createSession }

async function scanned(root: string, format: 'json' | 'text' | 'markdown' = 'json') {
  const { out, printed, told } = listener()
  const exit = await runScan(
    { cwd: root, paths: [], format, fix: false, showSuppressed: false, failOn: 'never' },
    engine,
    out,
  )
  return { exit, printed: printed(), told: told() }
}

const machine = (name: string, type: string) =>
  `resource "aws_instance" "${name}" {\n  ami = "ami-1"\n  instance_type = "${type}"\n}\n`
const aws = 'provider "aws" {\n  region = "us-east-1"\n}\n'

/** Address, USD per hour, source and date of the price of every machine. */
async function hours(root: string) {
  const document = JSON.parse((await scanned(root)).printed) as ScanDocument
  return document.sites.map((site) => {
    const line = site.estimate.lines.find((each) => each.unit === 'hour')
    return [site.key.split('.').at(-1), line?.unitUsd?.likely, line?.prices[0]?.source, line?.prices[0]?.asOf]
  })
}

test('a scan prices every file as outlay.json has it for that file, and shows whose price it is', async () => {
  const root = folderWith({
    'web/main.tf': aws + machine('web', 'm5.large'),
    'train/main.tf': aws + machine('gpu', 'p5.48xlarge') + machine('big', 'm5.large'),
    'prices/acme.csv': 'sku,region,unit,usd,date\np5.48xlarge,us-*,hour,55,2026-03-01\n',
    'outlay.json': JSON.stringify({
      prices: { discounts: [{ match: { cloud: 'aws' }, percent: 10 }] },
      overrides: [{ files: 'train/**', prices: { sheet: 'prices/acme.csv' } }],
    }),
  })
  expect(await hours(root)).toEqual([
    ['gpu', 55, 'your price in acme.csv of outlay.json', '2026-03-01'],
    ['big', 0.09, '10 % discount in outlay.json on the list', '2026-05-01'],
    ['web', 0.09, '10 % discount in outlay.json on the list', '2026-05-01'],
  ])
})

test('a price that cannot be meant is a problem of outlay.json, and the list price is taken', async () => {
  const overrides = [{ what: 'm5.large', unit: 'hour', usd: 99 }]
  const root = folderWith({
    'main.tf': aws + machine('web', 'm5.large'),
    'outlay.json': JSON.stringify({ prices: { overrides } }),
  })
  const { printed, exit } = await scanned(root)
  const document = JSON.parse(printed) as ScanDocument
  expect(document.problems).toEqual([
    {
      file: 'outlay.json',
      message:
        'Your price of m5.large in outlay.json, $99.00 per hour, is more than 100 times the list price of $0.10; the list price was taken. If it is right, give it "force": true under "overrides".',
    },
  ])
  expect([exit, document.totals.perMonth?.likely]).toEqual([0, 73])
})

test('a sheet kept elsewhere is found by its variable, and without it the scan stops', async () => {
  const elsewhere = folderWith({ 'acme.csv': 'sku,region,unit,usd\nm5.large,,hour,0.05\n' })
  const root = folderWith({
    'main.tf': aws + machine('web', 'm5.large'),
    'outlay.json': '{ "prices": { "sheet": "${env:OUTLAY_TEST_SHEETS}/acme.csv" } }',
  })
  expect(await scanned(root)).toEqual({
    exit: 2,
    printed: '',
    told: `${root}/outlay.json:1:24: "prices.sheet": "\${env:OUTLAY_TEST_SHEETS}/acme.csv" needs the environment variable OUTLAY_TEST_SHEETS, which is not set\n`,
  })
  vi.stubEnv('OUTLAY_TEST_SHEETS', elsewhere)
  try {
    expect(await hours(root)).toEqual([['web', 0.05, 'your price in acme.csv of outlay.json', '']])
  } finally {
    vi.unstubAllEnvs()
  }
})

test('the total is shown in the user’s currency too, in words and not in the JSON', async () => {
  const root = folderWith({
    'main.tf': aws + machine('web', 'm5.large'),
    'outlay.json': '{ "currency": { "code": "EUR", "perUsd": 0.9, "asOf": "2026-11-01" } }',
  })
  const also = '$73.00/month (EUR 65.70 at 0.9 EUR per USD of 2026-11-01)'
  expect((await scanned(root, 'text')).printed).toContain(also)
  expect((await scanned(root, 'markdown')).printed.replaceAll('\\', '')).toContain(also)
  expect((await scanned(root)).printed).not.toContain('EUR')
})

test('a look-up shows the prices of the folder it is made in, and stops where its config has mistakes', async () => {
  const config = (percent: number) =>
    `{ "prices": { "discounts": [{ "match": { "sku": "m5.large" }, "percent": ${percent} }] } }`
  const find = async (percent: number) => {
    const { out, printed, told } = listener()
    const folder = folderWith({ 'outlay.json': config(percent) })
    const args = ['prices', 'find', 'm5.large', '--region', 'us-east-1', '--format', 'json']
    return { folder, exit: await run(args, folder, out), printed: printed(), told: told() }
  }
  const { exit, printed } = await find(50)
  const [match] = (JSON.parse(printed) as { matches: { lines: { usd: number; source: string }[] }[] }).matches
  // $0.096 an hour on demand in us-east-1 on the AWS EC2 price page.
  expect([exit, match?.lines[0]?.usd]).toEqual([0, 0.048])
  expect(match?.lines[0]?.source).toMatch(/^50 % discount in outlay\.json on /)
  const broken = await find(-1)
  expect([broken.exit, broken.printed]).toEqual([2, ''])
  expect(broken.told).toContain('"prices.discounts[0].percent": expected a discount in percent')
})
