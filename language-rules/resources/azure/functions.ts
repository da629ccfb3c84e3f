// https://azure.microsoft.com/pricing/details/functions/
import { fact, isUnwritten, monthOf, numberFact, numberOf, product } from '../../../core/estimate/resource-line.ts'
import type { Block } from '../../../core/format.ts'
import { known, mapKnown, unknown, valueOf } from '../../../core/known.ts'
import { defineResource, type FormatMapping, type ResourceExample } from '../../../core/resource.ts'
import type { Fact, Known } from '../../../core/types.ts'
import { isValue } from '../block-facts.ts'
import { itemLines } from './item-lines.ts'

/** Size of the plan an app runs on, by either generation of plans; unknown where it is not one plan that is read. */
function sizeOf(block: Block, path: string): Known<Fact> {
  const plan = block.target(path)
  if (plan === undefined) return unknown('dynamic', block.location)
  const sku = plan.fact('sku_name')
  const size = isUnwritten(sku) ? plan.fact('sku.size') : sku
  return isUnwritten(size) ? unknown('dynamic', block.location) : size
}

/** `true` where the app runs on a plan that is billed by the instance: then it costs nothing by itself. */
const isOnPlan =
  (path: string) =>
  (block: Block): Known<Fact> =>
    mapKnown(sizeOf(block, path), (size): Fact => !/^(?:Y1|FC1)$/i.test(String(size)))

/** `Y1` or `FC1` of a plan that is billed by use, `P1V3`. */
const planOf =
  (path: string) =>
  (block: Block): Known<Fact> =>
    mapKnown(sizeOf(block, path), (size): Fact => String(size).toUpperCase())

const app = (path: string): FormatMapping => ({ facts: { onPlan: isOnPlan(path), plan: planOf(path) } })

/** A slot runs where its app does. */
const slot = (path: string): FormatMapping => ({
  facts: {
    onPlan(block) {
      const owner = block.target(path)
      return owner === undefined ? unknown('dynamic', block.location) : isOnPlan('service_plan_id')(owner)
    },
    plan(block) {
      const owner = block.target(path)
      return owner === undefined ? unknown('dynamic') : planOf('service_plan_id')(owner)
    },
  },
  region: (block) => block.target(path)?.region ?? unknown('dynamic', block.location),
})

/** An instance has 2048 MB where nothing else is written, which are billed as 2 GB. */
function readyGB(block: Block): Known<Fact> {
  const groups = block.nested('always_ready')
  if (groups.length === 0) return unknown('absent', block.location)
  const memory = block.fact('instance_memory_in_mb')
  const megabytes = isUnwritten(memory) ? known(2048, block.location) : numberOf(memory)
  const counts = groups.map((group) => numberOf(group.fact('instance_count')))
  const open = counts.find((count) => valueOf(count) === undefined)
  if (open !== undefined) return open
  const instances = counts.reduce((sum, count) => sum + valueOf(count)!, 0)
  return mapKnown(megabytes, (mb) => (mb / 1024) * instances)
}

export const resources = [
  defineResource({
    id: 'azure/function-app',
    cloud: 'azure',
    docs: 'https://azure.microsoft.com/pricing/details/functions/',
    shape: {
      onPlan: 'whether it runs on a plan that is billed by the instance, and costs nothing by itself',
      plan: 'Y1, FC1, EP1 …',
      readyGB: 'GB of instances that are always ready, on a flexible consumption plan',
    },
    usage: {
      requests: 'executions in a month',
      executionGBSeconds: 'GB-seconds they run for in a month',
    },
    billedWith: (resource) => (isValue(fact(resource, 'onPlan'), true) ? 'its App Service plan' : undefined),
    lines(resource, prices) {
      if (isValue(fact(resource, 'onPlan'), true)) return []
      const { item, used } = itemLines(resource, prices, 'functions')
      const ready = numberFact(resource, 'readyGB')
      const seconds = product(
        ready,
        mapKnown(monthOf(resource), (hours) => hours * 3600),
      )
      const kind = isValue(fact(resource, 'plan'), 'FC1') ? 'flex ' : ''
      return [
        used('Execution time', 'GB-second', `${kind}execution`, 'executionGBSeconds'),
        used('Executions', 'request', `${kind}executions`, 'requests'),
        ...(isUnwritten(ready) ? [] : [item('Always ready', 'GB-second', seconds, 'flex always ready baseline')]),
      ]
    },
    from: {
      terraform: {
        // https://registry.terraform.io/providers/hashicorp/azurerm/latest/docs/resources/linux_function_app
        azurerm_linux_function_app: app('service_plan_id'),
        azurerm_windows_function_app: app('service_plan_id'),
        azurerm_function_app: app('app_service_plan_id'),
        // https://registry.terraform.io/providers/hashicorp/azurerm/latest/docs/resources/function_app_flex_consumption
        azurerm_function_app_flex_consumption: {
          facts: {
            onPlan: (block) => known<Fact>(false, block.location),
            plan: (block) => known<Fact>('FC1', block.location),
            readyGB,
          },
        },
        azurerm_linux_function_app_slot: slot('function_app_id'),
        azurerm_windows_function_app_slot: slot('function_app_id'),
      },
    },
    label: () => 'Function app',
  }),
]

const functionApp = (plan: string) => `resource "azurerm_service_plan" "main" {
  location = "East US"
  os_type  = "Linux"
  sku_name = "${plan}"
}

resource "azurerm_linux_function_app" "main" {
  location        = "East US"
  service_plan_id = azurerm_service_plan.main.id
  site_config {}
}
`

export const examples: readonly ResourceExample[] = [
  {
    name: 'by the call: 1,000,000 GB-seconds × $0.000016 + 10 M executions × $0.20',
    terraform: functionApp('Y1'),
    usage: { azurerm_linux_function_app: { executionGBSeconds: 1_000_000, requests: 10_000_000 } },
    sees: [
      { address: 'azurerm_service_plan.main', usd: null, status: 'free' },
      {
        address: 'azurerm_linux_function_app.main',
        usd: 18,
        status: 'priced',
        lines: ['Execution time', 'Executions'],
      },
    ],
  },
  {
    name: 'untold, unit prices alone',
    terraform: functionApp('Y1'),
    sees: [
      { address: 'azurerm_service_plan.main', usd: null, status: 'free' },
      {
        address: 'azurerm_linux_function_app.main',
        usd: null,
        status: 'partial',
        unknown: ['Execution time: usage', 'Executions: usage'],
      },
    ],
  },
  {
    name: 'two apps and a slot share a premium plan, which is billed once: 1 vCPU × $126.29 + 3.5 GiB × $8.98',
    terraform: `${functionApp('EP1')}
resource "azurerm_linux_function_app" "second" {
  location        = "East US"
  service_plan_id = azurerm_service_plan.main.id
  site_config {}
}

resource "azurerm_linux_function_app_slot" "staging" {
  function_app_id = azurerm_linux_function_app.second.id
  site_config {}
}
`,
    sees: [
      { address: 'azurerm_service_plan.main', usd: 157.72, status: 'priced' },
      { address: 'azurerm_linux_function_app.main', usd: null, status: 'free' },
      { address: 'azurerm_linux_function_app.second', usd: null, status: 'free' },
      { address: 'azurerm_linux_function_app_slot.staging', usd: null, status: 'free' },
    ],
  },
  {
    name: 'an app for each plan of several runs on its own: one by the call, one on 1 vCPU × $126.29 + 3.5 GiB × $8.98',
    terraform: `resource "azurerm_service_plan" "each" {
  for_each = toset(["EP1", "Y1"])
  location = "East US"
  os_type  = "Linux"
  sku_name = each.key
}

resource "azurerm_linux_function_app" "each" {
  for_each        = azurerm_service_plan.each
  location        = "East US"
  service_plan_id = each.value.id
  site_config {}
}
`,
    sees: [
      { address: 'azurerm_service_plan.each["EP1"]', usd: 157.72, status: 'priced' },
      { address: 'azurerm_service_plan.each["Y1"]', usd: null, status: 'free' },
      { address: 'azurerm_linux_function_app.each["EP1"]', usd: null, status: 'free' },
      { address: 'azurerm_linux_function_app.each["Y1"]', usd: null, status: 'partial' },
    ],
  },
  {
    name: 'of a plan that is not read nobody knows what it bills',
    terraform: `resource "azurerm_windows_function_app" "main" {
  location        = "East US"
  service_plan_id = var.plan
  site_config {}
}
`,
    sees: [{ address: 'azurerm_windows_function_app.main', usd: null, status: 'partial' }],
  },
  {
    name: 'flexible consumption in West Europe: 1,000,000 GB-seconds × $0.000026 + 10 M executions × $0.40; an instance of 2 GB always ready, 2 × 730 × 3,600 s × $0.000004',
    terraform: `resource "azurerm_function_app_flex_consumption" "main" {
  location = "West Europe"
  always_ready {
    name           = "http"
    instance_count = 1
  }
}

${functionApp('FC1').replaceAll('East US', 'West Europe')}`,
    usage: {
      azurerm_function_app_flex_consumption: { executionGBSeconds: 1_000_000, requests: 10_000_000 },
      azurerm_linux_function_app: { executionGBSeconds: 1_000_000, requests: 10_000_000 },
    },
    sees: [
      {
        address: 'azurerm_function_app_flex_consumption.main',
        usd: 51.02,
        status: 'priced',
        lines: ['Execution time', 'Executions', 'Always ready'],
      },
      { address: 'azurerm_service_plan.main', usd: null, status: 'free' },
      { address: 'azurerm_linux_function_app.main', usd: 30, status: 'priced' },
    ],
  },
]
