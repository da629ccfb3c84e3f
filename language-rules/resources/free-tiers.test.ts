import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { expect, it } from 'vitest'
import { loadPriceBook } from '../../cli/price-book.ts'
import { exactly } from '../../core/band.ts'
import { withFreeTiers } from '../../core/estimate/free-tiers.ts'
import type { FreeTier } from '../../core/free-tier.ts'
import type { ResourceExample } from '../../core/resource.ts'
import { createSession } from '../../core/session.ts'
import { noSettings, type Settings } from '../../core/settings.ts'
import { estimator } from '../../core/tokens/estimator.ts'
import type { CostedSite } from '../../core/types.ts'
import { registry } from '../registry.gen.ts'

const prices = loadPriceBook()

const sessionWith = (settings: Partial<Settings>) =>
  createSession({ registry, prices, tokens: () => estimator, settings: () => ({ ...noSettings, ...settings }) })

/** So much of everything by address. */
const told = (by: Readonly<Record<string, Readonly<Record<string, number>>>>): Settings['usage'] => {
  const use = (all: Readonly<Record<string, number>> = {}) =>
    Object.entries(all).map(([name, quantity]) => [name, { quantity: exactly(quantity), from: 'outlay.json' }])
  return ({ address }) => Object.fromEntries(use(by[address]))
}

const provider = 'provider "aws" {\n  region = "us-east-1"\n}\n'
const queue = (name: string) => `resource "aws_sqs_queue" "${name}" {}\n`

/** `aws_sqs_queue.a 0.40`, the likely month to the cent. */
const seen = (sites: readonly CostedSite[]) =>
  sites.map(({ site, estimate }) => `${site.key} ${estimate.usd?.likely.toFixed(2) ?? estimate.status}`)

const usage = told({ 'aws_sqs_queue.a': { requests: 800_000 }, 'aws_sqs_queue.b': { requests: 3_000_000 } })

it.each<[boolean, readonly string[]]>([
  // 0.8 M × $0.40 and 3 M × $0.40 a million
  [false, ['aws_sqs_queue.a 0.32', 'aws_sqs_queue.b 1.20', 'aws_sqs_queue.c partial']],
  // the first million is free: 0.8 M of the one, 0.2 M of the other
  [true, ['aws_sqs_queue.a 0.00', 'aws_sqs_queue.b 1.12', 'aws_sqs_queue.c partial']],
])('two queues and one of unknown use, free tiers %s', async (freeTiers, expected) => {
  const session = sessionWith({ usage, freeTiers })
  session.open('main.tf', provider + queue('a') + queue('b') + queue('c'))
  expect(seen((await session.settled('main.tf')).sites)).toEqual(expected)
})

it('each root has the whole of it', async () => {
  const session = sessionWith({ usage, freeTiers: true })
  for (const file of ['dev/main.tf', 'prod/main.tf']) {
    session.open(file, provider + queue('a') + queue('b'))
    expect(seen((await session.settled(file)).sites)).toEqual(['aws_sqs_queue.a 0.00', 'aws_sqs_queue.b 1.12'])
  }
})

it('an edit of one file is seen in the others that share the allowance, and only where it changes something', async () => {
  const session = sessionWith({ usage, freeTiers: true })
  const text = (count: number) => `${provider}resource "aws_sqs_queue" "a" {\n  count = ${count}\n}\n`
  session.open('a.tf', text(1), 1)
  session.open('b.tf', `${queue('b')}resource "aws_kms_key" "k" {}\n`, 1)
  const before = await session.settled('b.tf')
  expect(seen(before.sites)).toEqual(['aws_sqs_queue.b 1.12', 'aws_kms_key.k 1.00'])
  session.open('a.tf', text(2), 2)
  expect(session.dependents('a.tf')).toEqual(['b.tf'])
  expect(seen((await session.settled('a.tf')).sites)).toEqual(['aws_sqs_queue.a 0.24'])
  const after = await session.settled('b.tf')
  expect(seen(after.sites)).toEqual(['aws_sqs_queue.b 1.20', 'aws_kms_key.k 1.00'])
  expect(after.sites[1]).toBe(before.sites[1])
  session.open('a.tf', `# a line\n${text(2)}`, 3)
  expect((await session.settled('b.tf')).sites).toEqual(after.sites)
  session.open('a.tf', text(1), 4)
  expect(seen((await session.settled('b.tf')).sites)).toEqual(['aws_sqs_queue.b 1.12', 'aws_kms_key.k 1.00'])
})

it('lines above move a site that an allowance was taken from with all that is said of it', async () => {
  const session = sessionWith({ usage, freeTiers: true })
  const text = provider + queue('a')
  session.open('main.tf', text, 1)
  await session.settled('main.tf')
  session.open('main.tf', `# a line\n${text}`, 2)
  const [costed] = (await session.settled('main.tf')).sites
  const start = `# a line\n${provider}`.length
  expect(costed?.site.location.span[0]).toBe(start)
  expect(costed?.estimate.assumed.flatMap(({ at }) => at?.span[0] ?? [])).toContain(start)
})

it('provisioned capacity, alarms and dashboards need nobody to tell: 5 × 730 h × $0.00013, 2 × $0.10, 1 × $3', async () => {
  const session = sessionWith({ freeTiers: true })
  session.open(
    'main.tf',
    `${provider}resource "aws_dynamodb_table" "t" {
  read_capacity  = 30
  write_capacity = 25
}
resource "aws_cloudwatch_metric_alarm" "m" {
  count  = 12
  period = 60
}
resource "aws_cloudwatch_dashboard" "d" {
  count = 4
}
`,
  )
  expect(seen((await session.settled('main.tf')).sites)).toEqual([
    'aws_dynamodb_table.t 0.47',
    'aws_cloudwatch_metric_alarm.m 0.20',
    'aws_cloudwatch_dashboard.d 3.00',
  ])
})

it('Google gives the hours and the 30 GB of one small machine in three regions, and none elsewhere', async () => {
  const machine = (name: string, zone: string) => `resource "google_compute_instance" "${name}" {
  machine_type = "e2-micro"
  zone         = "${zone}"
  boot_disk {
    initialize_params {
      size = 30
      type = "pd-standard"
    }
  }
}
`
  const session = sessionWith({ freeTiers: true })
  session.open('main.tf', machine('a', 'us-central1-a') + machine('b', 'us-central1-b') + machine('c', 'us-east4-a'))
  const { sites } = await session.settled('main.tf')
  const free = sites.map(({ estimate }) => estimate.lines.map((line) => line.free && line.quantity?.likely))
  expect(free).toEqual([
    [0, 0],
    [undefined, undefined],
    [undefined, undefined],
  ])
})

it('what an attribute tells decides it: one zonal cluster of Google, a consumption plan and an account of Azure that asks', async () => {
  const cluster = (name: string, location: string) => `resource "google_container_cluster" "${name}" {
  location                 = "${location}"
  remove_default_node_pool = true
}
`
  const app = (name: string, sku: string) => `resource "azurerm_service_plan" "${name}" {
  location = "East US"
  sku_name = "${sku}"
}
resource "azurerm_linux_function_app" "${name}" {
  location        = "East US"
  service_plan_id = azurerm_service_plan.${name}.id
}
`
  const database = (name: string, asks: boolean) => `resource "azurerm_cosmosdb_account" "${name}" {
  location          = "West US"
  free_tier_enabled = ${asks}
  geo_location {
    location = "West US"
  }
}
resource "azurerm_cosmosdb_sql_database" "${name}" {
  account_name = azurerm_cosmosdb_account.${name}.name
  throughput   = 1200
}
`
  const run = { requests: 3_000_000 }
  const session = sessionWith({
    usage: told({ 'azurerm_linux_function_app.a': run, 'azurerm_linux_function_app.b': run }),
    freeTiers: true,
  })
  session.open('gke.tf', cluster('regional', 'us-central1') + cluster('zonal', 'us-central1-a'))
  session.open('main.tf', app('a', 'FC1') + app('b', 'Y1') + database('c', false) + database('d', true))
  const clusters = (await session.settled('gke.tf')).sites
  // 730 h × $0.10
  expect(seen(clusters)).toEqual(['google_container_cluster.regional 73.00', 'google_container_cluster.zonal 0.00'])
  const others = (await session.settled('main.tf')).sites
  expect(seen(others.filter(({ estimate }) => estimate.usd))).toEqual([
    // 2.75 million × $0.40, 2 million × $0.20; 12 and 2 × $5.84
    'azurerm_linux_function_app.a 1.10',
    'azurerm_linux_function_app.b 0.40',
    'azurerm_cosmosdb_sql_database.c 70.08',
    'azurerm_cosmosdb_sql_database.d 11.68',
  ])
})

/** The sites of all examples of a cloud that are Terraform, with so much of everything. */
async function sitesOf(cloud: string): Promise<readonly CostedSite[]> {
  const names = registry.resources.flatMap(({ usage: named }) => Object.keys(named ?? {}))
  const all = Object.fromEntries(names.map((name) => [name, { quantity: exactly(1e6), from: 'outlay.json' }]))
  const folder = join(import.meta.dirname, cloud)
  const files = readdirSync(folder).filter((name) => name.endsWith('.ts') && !name.endsWith('.test.ts'))
  const sites: CostedSite[] = []
  for (const file of files) {
    const module = (await import(/* @vite-ignore */ pathToFileURL(join(folder, file)).href)) as {
      readonly examples?: readonly ResourceExample[]
    }
    const session = sessionWith({ usage: () => all })
    for (const [i, { terraform }] of (module.examples ?? []).entries()) {
      session.open(`${i}/main.tf`, terraform)
      sites.push(...(await session.settled(`${i}/main.tf`)).sites)
    }
  }
  return sites
}

it.each(['aws', 'gcp', 'azure'])('every allowance of %s is one that a line of an example takes from', async (cloud) => {
  const sites = await sitesOf(cloud)
  const unused = registry.freeTiers
    .filter((tier) => tier.cloud === cloud)
    .flatMap((tier): FreeTier[] => tier.lines.map((lines) => ({ ...tier, lines: [lines] })))
    .filter((tier) => withFreeTiers(sites, [tier]).size === 0)
  expect(unused.map(({ what, lines }) => `${what}: ${lines[0]!.sku}`)).toEqual([])
})

it('no two allowances have one name, and each has its page and its date', () => {
  const names = registry.freeTiers.map(({ cloud, what }) => `${cloud} ${what}`)
  expect(new Set(names).size).toBe(names.length)
  for (const { page, asOf, quantity } of registry.freeTiers) {
    expect(page).toMatch(/^https:\/\//)
    expect(asOf).toMatch(/^\d{4}-\d\d-\d\d$/)
    expect(quantity).toBeGreaterThan(0)
  }
})
