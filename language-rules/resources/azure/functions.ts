// https://azure.microsoft.com/pricing/details/functions/
import { fact, isUnwritten } from '../../../core/estimate/resource-line.ts'
import type { Block } from '../../../core/format.ts'
import { known, unknown, valueOf } from '../../../core/known.ts'
import { defineResource, type FormatMapping, type ResourceExample } from '../../../core/resource.ts'
import type { Fact, Known } from '../../../core/types.ts'
import { itemLines } from './item-lines.ts'

/** `true` where the app runs on a plan that is billed by the instance: then it costs nothing by itself. */
const isOnPlan =
  (path: string) =>
  (block: Block): Known<Fact> => {
    const plan = block.target(path)
    if (plan === undefined) return unknown('dynamic', block.location)
    const sku = plan.fact('sku_name')
    const size = isUnwritten(sku) ? plan.fact('sku.size') : sku
    const name = valueOf(size)
    return name === undefined
      ? unknown('dynamic', block.location)
      : known<Fact>(!/^(?:Y1|FC1)$/i.test(String(name)), block.location)
  }

/** `Y1` or `FC1` of a plan that is billed by use, `P1V3`; unknown where it is not one plan that is read. */
const planOf =
  (path: string) =>
  (block: Block): Known<Fact> => {
    const plan = block.target(path)
    const name =
      valueOf(plan?.fact('sku_name') ?? unknown('dynamic')) ?? valueOf(plan?.fact('sku.size') ?? unknown('dynamic'))
    return name === undefined ? unknown('dynamic') : known<Fact>(String(name).toUpperCase(), block.location)
  }

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

export const resources = [
  defineResource({
    id: 'azure/function-app',
    cloud: 'azure',
    docs: 'https://azure.microsoft.com/pricing/details/functions/',
    shape: {
      onPlan: 'whether it runs on a plan that is billed by the instance, and costs nothing by itself',
      plan: 'Y1, FC1, EP1 …',
    },
    usage: {
      requests: 'executions in a month',
      executionGBSeconds: 'GB-seconds they run for in a month',
    },
    lines(resource, prices) {
      if (valueOf(fact(resource, 'onPlan')) === true) return []
      const { used } = itemLines(resource, prices, 'functions')
      return [
        used('Execution time', 'GB-second', 'execution', 'executionGBSeconds'),
        used('Executions', 'request', 'executions', 'requests'),
      ]
    },
    from: {
      terraform: {
        // https://registry.terraform.io/providers/hashicorp/azurerm/latest/docs/resources/linux_function_app
        azurerm_linux_function_app: app('service_plan_id'),
        azurerm_windows_function_app: app('service_plan_id'),
        azurerm_function_app: app('app_service_plan_id'),
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
    name: 'of a plan that is not read nobody knows what it bills',
    terraform: `resource "azurerm_windows_function_app" "main" {
  location        = "East US"
  service_plan_id = var.plan
  site_config {}
}
`,
    sees: [{ address: 'azurerm_windows_function_app.main', usd: null, status: 'partial' }],
  },
]
