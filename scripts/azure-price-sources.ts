// Public copies of Azure's price list: part of price-sources.ts.
import type { SnapshotSource } from '../core/prices/create.ts'

export const azurePriceSources: readonly Omit<SnapshotSource, 'rows'>[] = [
  {
    id: 'azure-pricing-radar',
    name: 'Azure Retail Prices, by azure-pricing-radar',
    url: 'https://github.com/andy-diericks/azure-pricing-radar',
    licence: 'MIT',
    date: '2026-08-01',
    weak: [],
  },
  {
    id: 'azure-pricing-dashboard',
    name: 'Azure Retail Prices, by azure-pricing-dashboard',
    url: 'https://github.com/ibranibeny/azure-pricing-dashboard',
    licence: 'none stated',
    date: '2026-06-21',
    weak: [],
  },
  {
    id: 'azure-calculator-notes',
    name: 'Azure Retail Prices of East US, by AzureCNCalcRefine',
    url: 'https://github.com/lvraikkonen/AzureCNCalcRefine',
    licence: 'none stated',
    date: '2026-04-01',
    weak: ['tabled by hand from the list'],
  },
  {
    id: 'azure-cost-calculator',
    name: 'Azure Retail Prices, by azure-cost-calculator',
    url: 'https://github.com/ahmadabdalla/azure-cost-calculator',
    licence: 'MIT',
    date: '2026-03-07',
    weak: ['tabled by hand from the list and the price pages'],
  },
  {
    id: 'azure-diagram-builder',
    name: 'Azure Retail Prices of fourteen regions, by azure-architecture-diagram-builder',
    url: 'https://github.com/Arturo-Quiroga-MSFT/azure-architecture-diagram-builder',
    licence: 'MIT',
    date: '2026-08-15',
    weak: [],
  },
  {
    id: 'arm-estimator',
    name: 'Azure Retail Prices, recorded by arm-estimator',
    url: 'https://github.com/TheCloudTheory/arm-estimator',
    licence: 'MIT',
    date: '2026-05-10',
    weak: [],
  },
  {
    id: 'azure-price-mirror',
    name: 'Azure Retail Prices of West US, by azure-price-mirror',
    url: 'https://github.com/jokamotonpi/azure-price-mirror',
    licence: 'none stated',
    date: '2026-08-21',
    weak: [],
  },
]
