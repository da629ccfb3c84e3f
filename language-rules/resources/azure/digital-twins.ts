// https://azure.microsoft.com/pricing/details/digital-twins/
import type { ResourceExample } from '../../../core/resource.ts'
import { byUse } from './by-use.ts'

export const resources = [
  byUse(
    'digital-twins',
    'https://azure.microsoft.com/pricing/details/digital-twins/',
    'digital-twins',
    // https://registry.terraform.io/providers/hashicorp/azurerm/latest/docs/resources/digital_twins_instance
    ['azurerm_digital_twins_instance'],
    [
      ['Operations', 'request', 'operation', 'requests', 'operations of its API in a month'],
      ['Messages', 'message', 'message', 'messages', 'messages it routes in a month'],
      ['Queries', 'query unit', 'query unit', 'queryUnits', 'units that queries use in a month'],
    ],
  ),
]

export const examples: readonly ResourceExample[] = [
  {
    name: 'in West Europe: 1 M operations × $0.00325 for 1,000 + 1 M messages × $0.0013 + 1 M query units × $0.00065',
    terraform: `resource "azurerm_digital_twins_instance" "plant" {
  location = "West Europe"
}

resource "azurerm_digital_twins_instance" "untold" {
  location = "West Europe"
}
`,
    usage: {
      'azurerm_digital_twins_instance.plant': { requests: 1_000_000, messages: 1_000_000, queryUnits: 1_000_000 },
    },
    sees: [
      { address: 'azurerm_digital_twins_instance.plant', usd: 5.2, status: 'priced' },
      { address: 'azurerm_digital_twins_instance.untold', usd: null, status: 'partial' },
    ],
  },
]
