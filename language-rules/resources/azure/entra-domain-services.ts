// https://azure.microsoft.com/pricing/details/microsoft-entra-ds/: by the hour, a replica set costs what its domain does.
import type { ResourceExample } from '../../../core/resource.ts'
import { bySku } from './by-sku.ts'

const docs = 'https://azure.microsoft.com/pricing/details/microsoft-entra-ds/'
const shared = {
  docs,
  service: 'entra-domain-services',
  time: 'hours',
  skus: 'Standard, Enterprise or Premium',
  item: (sku: string) => sku.toLowerCase(),
} as const

export const resources = [
  bySku({
    ...shared,
    id: 'entra-domain-services',
    // https://registry.terraform.io/providers/hashicorp/azurerm/latest/docs/resources/active_directory_domain_service
    types: ['azurerm_active_directory_domain_service'],
    line: 'Domain',
    sku: 'sku',
  }),
  bySku({
    ...shared,
    id: 'entra-domain-services-replica-set',
    // https://registry.terraform.io/providers/hashicorp/azurerm/latest/docs/resources/active_directory_domain_service_replica_set
    types: ['azurerm_active_directory_domain_service_replica_set'],
    line: 'Replica set',
    sku: (block) => block.target('domain_service_id')?.fact('sku') ?? block.fact('domain_service_id'),
  }),
]

/** Trust in another forest. */
export const free: readonly string[] = ['azurerm_active_directory_domain_service_trust']

export const examples: readonly ResourceExample[] = [
  {
    name: 'a domain and a replica set of it have no row, and never $0',
    terraform: `resource "azurerm_active_directory_domain_service" "main" {
  location = "West Europe"
  sku      = "Enterprise"
}

resource "azurerm_active_directory_domain_service_replica_set" "far" {
  domain_service_id = azurerm_active_directory_domain_service.main.id
  location          = "North Europe"
}
`,
    sees: [
      {
        address: 'azurerm_active_directory_domain_service.main',
        usd: null,
        status: 'unknown',
        unknown: ['Domain: no-price'],
      },
      {
        address: 'azurerm_active_directory_domain_service_replica_set.far',
        usd: null,
        status: 'unknown',
        unknown: ['Replica set: no-price'],
      },
    ],
  },
]
