// https://azure.microsoft.com/pricing/details/search/: by the search unit, of which there are replicas × partitions.
import { fact, monthOf, numberFact, product } from '../../../core/estimate/resource-line.ts'
import { valueOf } from '../../../core/known.ts'
import { defineResource, type ResourceExample } from '../../../core/resource.ts'
import { itemLines } from './item-lines.ts'

const items: Readonly<Record<string, string>> = {
  basic: 'basic',
  standard: 'standard S1',
  standard2: 'standard S2',
  standard3: 'standard S3',
  storage_optimized_l1: 'storage optimized L1',
  storage_optimized_l2: 'storage optimized L2',
}

export const resources = [
  defineResource({
    id: 'azure/ai-search-service',
    cloud: 'azure',
    docs: 'https://azure.microsoft.com/pricing/details/search/',
    shape: { sku: 'basic, standard, standard2', replicas: 'replicas', partitions: 'partitions' },
    usage: { images: 'images its skills take out of documents in a month, up to a million' },
    lines(resource, prices) {
      const sku = fact(resource, 'sku')
      if (valueOf(sku) === 'free') return []
      const { item, told } = itemLines(resource, prices, 'ai-search')
      const units = product(numberFact(resource, 'replicas'), numberFact(resource, 'partitions'))
      return [
        item('Search units', 'hour', product(units, monthOf(resource)), { by: [sku], item: (name) => items[name!] }),
        ...told('Images', 'image', 'image extraction first 1M', 'images'),
      ]
    },
    from: {
      // https://registry.terraform.io/providers/hashicorp/azurerm/latest/docs/resources/search_service
      terraform: {
        azurerm_search_service: {
          facts: { sku: 'sku', replicas: ['replica_count', 1], partitions: ['partition_count', 1] },
        },
      },
    },
    label: (resource) => `AI Search ${valueOf(fact(resource, 'sku')) ?? ''}`.trim(),
  }),
]

export const free: readonly string[] = ['azurerm_search_shared_private_link_service']

export const examples: readonly ResourceExample[] = [
  {
    name: 'three replicas of a basic one: 3 × 730 h × $0.101; two by two of an S2, 4 × 730 h × $1.344; a free one',
    terraform: `resource "azurerm_search_service" "basic" {
  location      = "East US"
  sku           = "basic"
  replica_count = 3
}

resource "azurerm_search_service" "large" {
  location        = "East US"
  sku             = "standard2"
  replica_count   = 2
  partition_count = 2
}

resource "azurerm_search_service" "free" {
  location = "East US"
  sku      = "free"
}
`,
    sees: [
      { address: 'azurerm_search_service.basic', usd: 221.19, status: 'priced', assumed: ['partitions'] },
      { address: 'azurerm_search_service.large', usd: 3924.48, status: 'priced', assumed: [] },
      { address: 'azurerm_search_service.free', usd: null, status: 'free' },
    ],
  },
  {
    name: '500,000 images told: $1 for 1,000; an S3 has no row',
    terraform: `resource "azurerm_search_service" "images" {
  location = "East US"
  sku      = "basic"
}

resource "azurerm_search_service" "largest" {
  location = "East US"
  sku      = "standard3"
}
`,
    usage: { 'azurerm_search_service.images': { images: 500_000 } },
    sees: [
      { address: 'azurerm_search_service.images', usd: 573.73, status: 'priced', lines: ['Search units', 'Images'] },
      { address: 'azurerm_search_service.largest', usd: null, status: 'unknown', unknown: ['Search units: no-price'] },
    ],
  },
]
