// https://azure.microsoft.com/pricing/details/azure-sql-database/elastic/
import { fact, monthOf, numberFact, product } from '../../../core/estimate/resource-line.ts'
import type { Block } from '../../../core/format.ts'
import { known, mapKnown, valueOf } from '../../../core/known.ts'
import { defineResource, type FormatMapping, type ResourceExample } from '../../../core/resource.ts'
import type { Fact, Known } from '../../../core/types.ts'
import { itemLines } from './item-lines.ts'
import {
  backupLines,
  backupUsage,
  computeItem,
  computeMultiple,
  licenceLines,
  longTermLines,
  reserved,
  service,
  sqlStorageLines,
  zoneLines,
} from './sql-lines.ts'

const vCoreTiers: Readonly<Record<string, string>> = {
  GeneralPurpose: 'General Purpose',
  BusinessCritical: 'Business Critical',
  Hyperscale: 'Hyperscale',
}

/** `GP_Gen5`, `BC_DC`: the hardware of the pool. */
const hardwareOf = (block: Block): Known<Fact> =>
  mapKnown(block.fact('sku.name'), (name): Fact => String(name).split('_')[1] ?? String(name))

const pool = (at: string): FormatMapping => ({
  facts: {
    tier: `${at}tier`,
    capacity: `${at}capacity`,
    hardware: hardwareOf,
    licence: ['license_type', 'LicenseIncluded'],
    storageGB: 'max_size_gb',
    zoneRedundant: ['zone_redundant', false],
  },
})

export const resources = [
  defineResource({
    id: 'azure/sql-elastic-pool',
    cloud: 'azure',
    docs: 'https://azure.microsoft.com/pricing/details/azure-sql-database/elastic/',
    shape: {
      tier: 'Basic, Standard, Premium; GeneralPurpose, BusinessCritical, Hyperscale',
      capacity: 'eDTUs or vCores',
      hardware: 'Gen5, Fsv2, DC',
      licence: 'LicenseIncluded, or BasePrice where it is brought along',
      storageGB: 'GB it may have',
      zoneRedundant: 'whether its replicas are in several zones',
    },
    usage: backupUsage,
    lines(resource, prices) {
      const { hours, item } = itemLines(resource, prices, service)
      const tier = fact(resource, 'tier')
      const capacity = fact(resource, 'capacity')
      const name = vCoreTiers[String(valueOf(tier))]
      if (name === undefined) {
        return [
          hours('Compute', {
            by: [tier, capacity],
            item: () => undefined,
            multiple: (of, size) => [`elastic pool ${of} eDTU`, Number(size)],
          }),
          ...longTermLines(resource, prices, 'RA-GRS'),
        ]
      }
      const vcoreHours = product(numberFact(resource, 'capacity'), monthOf(resource))
      const hardware = fact(resource, 'hardware')
      return [
        reserved(
          item('Compute', 'vCore-hour', vcoreHours, {
            by: [hardware],
            item: (of) => computeItem(name, of!),
            multiple: (of) => computeMultiple(name, of!),
          }),
          name,
        ),
        ...zoneLines(resource, prices, name, vcoreHours, computeItem(name, String(valueOf(hardware)))),
        ...licenceLines(resource, prices, name, vcoreHours),
        ...sqlStorageLines(resource, prices, name),
        ...backupLines(resource, prices, 'RA-GRS'),
      ]
    },
    from: {
      terraform: {
        // https://registry.terraform.io/providers/hashicorp/azurerm/latest/docs/resources/mssql_elasticpool
        azurerm_mssql_elasticpool: pool('sku.'),
        // https://registry.terraform.io/providers/hashicorp/azurerm/3.116.0/docs/resources/sql_elasticpool
        azurerm_sql_elasticpool: {
          facts: {
            tier: 'edition',
            capacity: 'dtu',
            licence: (block) => known<Fact>('LicenseIncluded', block.location),
          },
        },
      },
    },
    label: () => 'SQL elastic pool',
  }),
]

const general = (name: string, location: string, rest = '') => `resource "azurerm_mssql_elasticpool" "${name}" {
  location    = "${location}"
  max_size_gb = 100
  ${rest}
  sku {
    name     = "GP_Gen5"
    tier     = "GeneralPurpose"
    family   = "Gen5"
    capacity = 4
  }
}
`

export const examples: readonly ResourceExample[] = [
  {
    name: 'in West Europe: 730 h × 200 eDTUs × $0.00302083, 730 h × 100 basic ones × $0.00201667',
    terraform: `resource "azurerm_mssql_elasticpool" "standard" {
  location    = "West Europe"
  max_size_gb = 200
  sku {
    name     = "StandardPool"
    tier     = "Standard"
    capacity = 200
  }
}

resource "azurerm_sql_elasticpool" "basic" {
  location = "West Europe"
  edition  = "Basic"
  dtu      = 100
}
`,
    sees: [
      { address: 'azurerm_mssql_elasticpool.standard', usd: 441.04, status: 'priced', lines: ['Compute'] },
      { address: 'azurerm_sql_elasticpool.basic', usd: 147.22, status: 'priced' },
    ],
  },
  {
    name: '4 vCores: 4 × 730 h × $0.167439 + 100 GB × $0.13685, the licence 4 × 730 h × $0.099966; in several zones 0.6 × the compute and the storage once more',
    terraform: `${general('brought', 'West Europe', 'license_type = "BasePrice"')}
${general('listed', 'West Europe')}
${general('zones', 'West Europe', 'zone_redundant = true')}`,
    sees: [
      {
        address: 'azurerm_mssql_elasticpool.brought',
        usd: 502.61,
        status: 'partial',
        lines: ['Compute', 'Storage', 'Backup storage'],
        unknown: ['Backup storage: usage'],
      },
      { address: 'azurerm_mssql_elasticpool.listed', usd: 794.51, status: 'partial' },
      { address: 'azurerm_mssql_elasticpool.zones', usd: 1101.55, status: 'partial' },
    ],
  },
  {
    name: 'in East US at the rate of single databases, 4 × 730 h × ($0.152216 + $0.099966) + 100 GB × $0.115 + 20 GB of backups × $0.20',
    terraform: general('east', 'East US'),
    usage: { azurerm_mssql_elasticpool: { backupGB: 20 } },
    sees: [{ address: 'azurerm_mssql_elasticpool.east', usd: 751.87, status: 'priced' }],
  },
  {
    name: 'of DC hardware in West Europe, 8 × 730 h × ($0.7915 + $0.375) + 100 GB × $0.2975',
    terraform: `resource "azurerm_mssql_elasticpool" "confidential" {
  location    = "West Europe"
  max_size_gb = 100
  sku {
    name     = "BC_DC"
    tier     = "BusinessCritical"
    family   = "DC"
    capacity = 8
  }
}
`,
    sees: [{ address: 'azurerm_mssql_elasticpool.confidential', usd: 6842.11, status: 'partial' }],
  },
]
