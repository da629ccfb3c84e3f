// https://azure.microsoft.com/pricing/details/synapse-analytics/ (Apache Spark pools): by the vCore-hour, as long as its nodes run.
import { fact, isUnwritten, numberFact, numberOf, product, usage } from '../../../core/estimate/resource-line.ts'
import type { Block } from '../../../core/format.ts'
import { mapKnown, unknown, valueOf } from '../../../core/known.ts'
import { defineResource, type ResourceExample } from '../../../core/resource.ts'
import type { Fact, Known } from '../../../core/types.ts'
import { itemLines } from './item-lines.ts'
import { regionOf } from './regions.ts'

/** https://learn.microsoft.com/azure/synapse-analytics/spark/apache-spark-pool-configurations: vCores of a node. */
const vcores: Readonly<Record<string, number>> = {
  Small: 4,
  Medium: 8,
  Large: 16,
  XLarge: 32,
  XXLarge: 64,
  XXXLarge: 80,
}

const families: Readonly<Record<string, string>> = {
  MemoryOptimized: 'spark memory optimized vCore',
  HardwareAcceleratedGPU: 'spark GPU vCore',
  HardwareAcceleratedFPGA: 'spark FPGA vCore',
}

/** As many as are written, or from the fewest to the most it scales to. */
function nodesOf(block: Block): Known<Fact> {
  const low = valueOf(numberOf(block.fact('auto_scale.min_node_count')))
  const high = valueOf(numberOf(block.fact('auto_scale.max_node_count')))
  if (isUnwritten(block.fact('auto_scale.min_node_count'))) return block.fact('node_count')
  if (low === undefined || high === undefined) return unknown('dynamic', block.location)
  return { is: 'range', low, likely: low, high, at: block.location }
}

export const resources = [
  defineResource({
    id: 'azure/synapse-spark-pool',
    cloud: 'azure',
    docs: 'https://azure.microsoft.com/pricing/details/synapse-analytics/',
    shape: { family: 'MemoryOptimized', size: 'Small to XXXLarge', nodes: 'nodes' },
    usage: { hours: 'hours in a month that the pool runs' },
    lines(resource, prices) {
      const size = mapKnown(fact(resource, 'size'), (name) => vcores[String(name)] ?? Number.NaN)
      const cores = valueOf(size)
      const nodes = numberFact(resource, 'nodes')
      const ofPool: Known<number> =
        cores === undefined || Number.isNaN(cores)
          ? unknown('unsupported', resource.location)
          : mapKnown(nodes, (count) => count * cores)
      return [
        itemLines(resource, prices, 'synapse').item(
          'Compute',
          'vCore-hour',
          product(usage(resource, 'hours'), ofPool),
          { by: [fact(resource, 'family')], item: (name) => families[name!] },
        ),
      ]
    },
    from: {
      // https://registry.terraform.io/providers/hashicorp/azurerm/latest/docs/resources/synapse_spark_pool
      terraform: {
        azurerm_synapse_spark_pool: {
          facts: { family: 'node_size_family', size: 'node_size', nodes: nodesOf },
          region: regionOf('synapse_workspace_id'),
        },
      },
    },
    label: (resource) => `Synapse Spark pool, ${String(valueOf(fact(resource, 'size')) ?? '').toLowerCase()}`,
  }),
]

export const examples: readonly ResourceExample[] = [
  {
    name: 'it runs while it works: 20 h × 3 nodes, or up to 6, × 8 vCores × $0.15456',
    terraform: `resource "azurerm_synapse_workspace" "main" {
  location = "West Europe"
}

resource "azurerm_synapse_spark_pool" "jobs" {
  synapse_workspace_id = azurerm_synapse_workspace.main.id
  node_size_family     = "MemoryOptimized"
  node_size            = "Medium"
  auto_scale {
    min_node_count = 3
    max_node_count = 6
  }
}
`,
    usage: { azurerm_synapse_workspace: { scannedTB: 1 }, azurerm_synapse_spark_pool: { hours: 20 } },
    sees: [
      { address: 'azurerm_synapse_workspace.main', usd: 5, status: 'priced' },
      {
        address: 'azurerm_synapse_spark_pool.jobs',
        usd: 74.19,
        status: 'priced',
        lines: ['Compute'],
      },
    ],
  },
]
