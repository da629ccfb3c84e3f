// https://azure.microsoft.com/pricing/details/logic-apps/
import { fact, numberOf } from '../../../core/estimate/resource-line.ts'
import type { Block } from '../../../core/format.ts'
import { mapKnown, valueOf } from '../../../core/known.ts'
import { defineResource, type ResourceExample } from '../../../core/resource.ts'
import type { Fact, Known } from '../../../core/types.ts'
import { bySku } from './by-sku.ts'
import { byUse } from './by-use.ts'
import { itemLines } from './item-lines.ts'

const docs = 'https://azure.microsoft.com/pricing/details/logic-apps/'

/** `Premium_3` is an environment with three scale units beside its base; `Developer_0` has none. */
const part =
  (index: number) =>
  (block: Block): Known<Fact> =>
    mapKnown(block.fact('sku_name'), (sku): Fact => String(sku).split('_')[index] ?? '')

export const resources = [
  // Its plan is billed as azurerm_service_plan, for all apps on it together.
  byUse(
    'logic-app-standard',
    docs,
    'logic-apps',
    ['azurerm_logic_app_standard'],
    [
      ['Standard connectors', 'request', 'standard connector call', 'standardCalls', 'calls of connectors in a month'],
      [
        'Enterprise connectors',
        'request',
        'enterprise connector call',
        'enterpriseCalls',
        'calls of enterprise connectors in a month',
      ],
    ],
  ),
  bySku({
    id: 'logic-app-integration-account',
    docs,
    service: 'logic-apps',
    // https://registry.terraform.io/providers/hashicorp/azurerm/latest/docs/resources/logic_app_integration_account
    types: ['azurerm_logic_app_integration_account'],
    line: 'Account',
    time: 'months',
    skus: 'Free, Basic or Standard',
    sku: 'sku_name',
    item: (sku) => `integration account ${sku.toLowerCase()}`,
    free: 'Free',
  }),
  defineResource({
    id: 'azure/integration-service-environment',
    cloud: 'azure',
    docs,
    shape: { tier: 'Developer or Premium', scaleUnits: 'scale units beside the base' },
    lines(resource, prices) {
      const { hours } = itemLines(resource, prices, 'logic-apps')
      const tier = { by: [fact(resource, 'tier')] }
      const scaleUnits = numberOf(fact(resource, 'scaleUnits'))
      return [
        hours('Base unit', { ...tier, item: (name) => `environment ${name!.toLowerCase()}` }),
        ...(valueOf(scaleUnits) === 0 ? [] : [hours('Scale units', 'environment scale unit', scaleUnits)]),
      ]
    },
    from: {
      // https://registry.terraform.io/providers/hashicorp/azurerm/3.117.0/docs/resources/integration_service_environment
      terraform: { azurerm_integration_service_environment: { facts: { tier: part(0), scaleUnits: part(1) } } },
    },
    label: () => 'Integration service environment',
  }),
]

export const examples: readonly ResourceExample[] = [
  {
    name: 'on a plan in West Europe: WS1 is $143.955 + 3.5 × $10.2929, once for both apps; 2 M calls × $0.000125 + 1 M × $0.001',
    terraform: `resource "azurerm_service_plan" "flows" {
  location = "West Europe"
  os_type  = "Windows"
  sku_name = "WS1"
}

resource "azurerm_logic_app_standard" "orders" {
  location            = "West Europe"
  app_service_plan_id = azurerm_service_plan.flows.id
}

resource "azurerm_logic_app_standard" "bills" {
  location            = "West Europe"
  app_service_plan_id = azurerm_service_plan.flows.id
}
`,
    usage: { 'azurerm_logic_app_standard.orders': { standardCalls: 2_000_000, enterpriseCalls: 1_000_000 } },
    sees: [
      { address: 'azurerm_service_plan.flows', usd: 179.98, status: 'priced' },
      { address: 'azurerm_logic_app_standard.orders', usd: 1250, status: 'priced' },
      {
        address: 'azurerm_logic_app_standard.bills',
        usd: null,
        status: 'partial',
        unknown: ['Standard connectors: usage', 'Enterprise connectors: usage'],
      },
    ],
  },
  {
    name: 'a free account; a standard one $1,000; an environment with two scale units 730 h × ($7.21 + 2 × $3.61)',
    terraform: `resource "azurerm_logic_app_integration_account" "try" {
  location = "West Europe"
  sku_name = "Free"
}

resource "azurerm_logic_app_integration_account" "partners" {
  location = "West Europe"
  sku_name = "Standard"
}

resource "azurerm_integration_service_environment" "own" {
  location = "West Europe"
  sku_name = "Premium_2"
}
`,
    sees: [
      { address: 'azurerm_logic_app_integration_account.try', usd: null, status: 'free' },
      { address: 'azurerm_logic_app_integration_account.partners', usd: 1000, status: 'priced' },
      {
        address: 'azurerm_integration_service_environment.own',
        usd: 10533.9,
        status: 'priced',
        lines: ['Base unit', 'Scale units'],
      },
    ],
  },
]
