// https://azure.microsoft.com/pricing/details/batch/: "There is no charge for Batch itself", its machines are billed.
import {
  fact,
  isUnwritten,
  line,
  machineLine,
  monthOf,
  numberFact,
  priceFor,
  product,
} from '../../../core/estimate/resource-line.ts'
import type { Block } from '../../../core/format.ts'
import { known, unknown, valueOf } from '../../../core/known.ts'
import type { PriceBook } from '../../../core/prices/book.ts'
import { defineResource, type ResourceExample } from '../../../core/resource.ts'
import type { Fact, Known, Line, Resource } from '../../../core/types.ts'
import { instanceLabel } from '../instance-label.ts'
import { machineLines, machinePrice, machineShape } from './machine-lines.ts'
import { regionOf } from './regions.ts'

/** A formula decides at run time. Not written, the provider keeps one: `target_dedicated_nodes` "Defaults to 1". */
const nodesOf =
  (path: string, unwritten: number) =>
  (block: Block): Known<Fact> => {
    if (block.nested('auto_scale').length > 0) return unknown('dynamic', block.location)
    const written = block.fact(path)
    return isUnwritten(written) ? known<Fact>(unwritten, block.location) : written
  }

function spotLine(resource: Resource, prices: PriceBook, nodes: Known<number>): Line {
  const size = fact(resource, 'instanceType')
  const price = priceFor(resource, [size], (region, name) => machinePrice(prices, name!, region, 'spot'))
  return machineLine(line('Spot nodes', 'hour', product(nodes, monthOf(resource)), price), size, 'spot')
}

export const resources = [
  defineResource({
    id: 'azure/batch-pool',
    cloud: 'azure',
    docs: 'https://azure.microsoft.com/pricing/details/batch/',
    shape: { ...machineShape, nodes: 'dedicated nodes', spotNodes: 'low-priority or spot nodes' },
    lines(resource, prices) {
      const [nodes, spot] = [numberFact(resource, 'nodes'), numberFact(resource, 'spotNodes')]
      return [
        ...(valueOf(nodes) === 0 ? [] : machineLines(resource, prices, nodes)),
        ...(valueOf(spot) === 0 ? [] : [spotLine(resource, prices, spot)]),
      ]
    },
    from: {
      // https://registry.terraform.io/providers/hashicorp/azurerm/latest/docs/resources/batch_pool
      terraform: {
        azurerm_batch_pool: {
          facts: {
            instanceType: (block) => {
              const size = block.fact('vm_size')
              return size.is === 'known'
                ? known<Fact>(String(size.value).replace(/^standard_/i, 'Standard_'), size.at)
                : size
            },
            nodes: nodesOf('fixed_scale.target_dedicated_nodes', 1),
            spotNodes: nodesOf('fixed_scale.target_low_priority_nodes', 0),
            os: (block) =>
              known<Fact>(
                /windows/i.test(String(valueOf(block.fact('node_agent_sku_id')) ?? '')) ? 'windows' : 'linux',
                block.location,
              ),
            licence: ['license_type', 'None'],
            imagePublisher: 'storage_image_reference.publisher',
          },
          region: regionOf('account_name'),
          purchase: () => 'on-demand',
        },
      },
    },
    label: (resource, prices) => instanceLabel(resource, 'Batch pool', prices),
  }),
]

const pool = (name: string, size: string, scale: string) => `resource "azurerm_batch_pool" "${name}" {
  account_name       = azurerm_batch_account.main.name
  vm_size            = "${size}"
  node_agent_sku_id  = "batch.node.ubuntu 22.04"
  ${scale}
}
`

export const examples: readonly ResourceExample[] = [
  {
    name: 'in East US: three D2s_v5 × 730 h × $0.096; a size in small letters; a formula',
    terraform: `resource "azurerm_batch_account" "main" {
  name     = "render"
  location = "East US"
}

${pool('fixed', 'Standard_D2s_v5', 'fixed_scale {\n    target_dedicated_nodes = 3\n  }')}
${pool('lower', 'standard_d2s_v5', 'fixed_scale {\n    target_dedicated_nodes = 1\n  }')}
${pool('scaled', 'Standard_D2s_v5', 'auto_scale {\n    formula = "$TargetDedicatedNodes = 5;"\n  }')}`,
    sees: [
      { address: 'azurerm_batch_pool.fixed', usd: 210.24, status: 'priced', lines: ['Instance'] },
      { address: 'azurerm_batch_pool.lower', usd: 70.08, status: 'priced' },
      { address: 'azurerm_batch_pool.scaled', usd: null, status: 'partial' },
    ],
  },
]
