// https://azure.microsoft.com/pricing/details/container-registry/: by the day, a replicated registry once for each region.
import { fact, numberFact } from '../../../core/estimate/resource-line.ts'
import type { Block } from '../../../core/format.ts'
import { valueOf } from '../../../core/known.ts'
import { defineResource, type ResourceExample } from '../../../core/resource.ts'
import type { Fact, Known } from '../../../core/types.ts'
import { blocksOf, sizeOf } from '../block-facts.ts'
import { itemLines } from './item-lines.ts'

/** The regions it is copied to, written as blocks or, before those, as a list. */
function copiesOf(block: Block): Known<Fact> {
  const blocks = blocksOf('georeplications')(block)
  return 'value' in blocks && blocks.value === 0 ? sizeOf('georeplication_locations', 0)(block) : blocks
}

export const resources = [
  defineResource({
    id: 'azure/container-registry',
    cloud: 'azure',
    docs: 'https://azure.microsoft.com/pricing/details/container-registry/',
    shape: { sku: 'Basic, Standard or Premium', copies: 'regions it is replicated to, beside its own' },
    usage: {
      storedGB: 'GB beyond the 10, 100 or 500 that are included, mean of the month',
      buildSeconds: 'vCPU-seconds of its tasks in a month',
    },
    lines(resource, prices) {
      const { days, used, told } = itemLines(resource, prices, 'container-registry')
      const tier = { by: [fact(resource, 'sku')], item: (sku: string | undefined) => sku?.toLowerCase() }
      const copies = numberFact(resource, 'copies')
      return [
        days('Registry', tier),
        ...(valueOf(copies) === 0 ? [] : [days('Replicas', tier, copies)]),
        used('Further storage', 'GB-month', 'storage over the included', 'storedGB'),
        ...told('Tasks', 'vCPU-second', 'build vCPU', 'buildSeconds'),
      ]
    },
    from: {
      // https://registry.terraform.io/providers/hashicorp/azurerm/latest/docs/resources/container_registry
      terraform: { azurerm_container_registry: { facts: { sku: ['sku', 'Basic'], copies: copiesOf } } },
    },
    label: (resource) => `Container registry, ${String(valueOf(fact(resource, 'sku')) ?? '').toLowerCase()}`,
  }),
]

/** Rules, tasks and tokens of a registry. */
export const free: readonly string[] = [
  ...['cache_rule', 'credential_set', 'scope_map', 'task', 'task_schedule_run_now', 'token'],
  ...['token_password', 'webhook'],
].map((part) => `azurerm_container_registry_${part}`)

export const examples: readonly ResourceExample[] = [
  {
    name: 'premium in West Europe and two regions more: 3 × 30 days × $1.6666; 50 GB more × $0.10',
    terraform: `resource "azurerm_container_registry" "main" {
  location = "West Europe"
  sku      = "Premium"
  georeplications {
    location = "East US"
  }
  georeplications {
    location = "West US"
  }
}
`,
    usage: { azurerm_container_registry: { storedGB: 50 } },
    sees: [
      {
        address: 'azurerm_container_registry.main',
        usd: 154.99,
        status: 'priced',
        lines: ['Registry', 'Replicas', 'Further storage'],
      },
    ],
  },
  {
    name: 'basic: 30 days × $0.1666, what is stored beyond 10 GB is use',
    terraform: `resource "azurerm_container_registry" "main" {
  location = "West Europe"
  sku      = "Basic"
}
`,
    sees: [
      {
        address: 'azurerm_container_registry.main',
        usd: 5,
        status: 'partial',
        unknown: ['Further storage: usage'],
      },
    ],
  },
]
