// https://azure.microsoft.com/pricing/details/synapse-analytics/
import { fact, monthOf, numberFact, product, usage } from '../../../core/estimate/resource-line.ts'
import { mapKnown, valueOf } from '../../../core/known.ts'
import { defineResource, type ResourceExample } from '../../../core/resource.ts'
import type { Fact } from '../../../core/types.ts'
import { byUse } from './by-use.ts'
import { itemLines } from './item-lines.ts'
import { regionOf } from './regions.ts'

const docs = 'https://azure.microsoft.com/pricing/details/synapse-analytics/'

export const resources = [
  byUse(
    'synapse-workspace',
    docs,
    'synapse',
    ['azurerm_synapse_workspace'],
    [['Serverless SQL', 'TB', 'serverless SQL', 'scannedTB', 'TB its serverless pool reads in a month']],
  ),
  defineResource({
    id: 'azure/synapse-sql-pool',
    cloud: 'azure',
    docs,
    shape: { blocks: 'hundreds of data warehouse units, 10 for DW1000c' },
    usage: { storedTB: 'TB stored, mean of the month' },
    assumes: [{ what: 'running', value: 'the whole month', from: 'a pool runs until it is paused' }],
    lines(resource, prices) {
      const { item } = itemLines(resource, prices, 'synapse')
      return [
        item('Compute', 'DW100c-hour', product(numberFact(resource, 'blocks'), monthOf(resource)), 'DWU block'),
        item('Storage', 'TB-month', usage(resource, 'storedTB'), 'storage'),
      ]
    },
    from: {
      // https://registry.terraform.io/providers/hashicorp/azurerm/latest/docs/resources/synapse_sql_pool
      terraform: {
        azurerm_synapse_sql_pool: {
          facts: {
            blocks: (block) =>
              mapKnown(block.fact('sku_name'), (sku): Fact => Number(String(sku).replace(/\D/g, '')) / 100),
          },
          region: regionOf('synapse_workspace_id'),
        },
      },
    },
    label: (resource) => `Synapse SQL pool ${valueOf(fact(resource, 'blocks')) ?? ''}`.trim(),
  }),
]

export const examples: readonly ResourceExample[] = [
  {
    name: 'DW200c where its workspace is: 2 × 730 h × $1.51, and 3 TB × $23; 4 TB read without a server × $5',
    terraform: `resource "azurerm_synapse_workspace" "main" {
  location = "West Europe"
}

resource "azurerm_synapse_sql_pool" "pool" {
  synapse_workspace_id = azurerm_synapse_workspace.main.id
  sku_name             = "DW200c"
}
`,
    usage: { azurerm_synapse_sql_pool: { storedTB: 3 }, azurerm_synapse_workspace: { scannedTB: 4 } },
    sees: [
      { address: 'azurerm_synapse_workspace.main', usd: 20, status: 'priced' },
      { address: 'azurerm_synapse_sql_pool.pool', usd: 2273.6, status: 'priced', lines: ['Compute', 'Storage'] },
    ],
  },
]
