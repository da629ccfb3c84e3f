// https://azure.microsoft.com/pricing/details/event-hubs/
import { fact, isUnwritten, numberFact, numberOf } from '../../../core/estimate/resource-line.ts'
import type { Block } from '../../../core/format.ts'
import { known, valueOf } from '../../../core/known.ts'
import { defineResource, type ResourceExample } from '../../../core/resource.ts'
import type { Fact, Known, Resource } from '../../../core/types.ts'
import { itemLines, one } from './item-lines.ts'
import { writtenOr } from './scaled.ts'

const units: Readonly<Record<string, string>> = { Basic: 'basic TU', Standard: 'standard TU', Premium: 'premium PU' }

/** Inflated by itself, from what is written to the most. */
function capacityOf(block: Block): Known<Fact> {
  const written = writtenOr('capacity', 1)(block)
  const most = valueOf(numberOf(block.fact('maximum_throughput_units')))
  const least = valueOf(numberOf(written))
  const inflates = valueOf(block.fact('auto_inflate_enabled')) === true
  return inflates && most !== undefined && least !== undefined && most > least
    ? { is: 'range', low: least, likely: least, high: most, at: block.location }
    : written
}

/** A dedicated cluster is billed by its capacity units, whatever namespaces are in it. */
const isInCluster = (resource: Resource) => valueOf(fact(resource, 'inCluster')) === true

export const resources = [
  defineResource({
    id: 'azure/event-hubs-namespace',
    cloud: 'azure',
    docs: 'https://azure.microsoft.com/pricing/details/event-hubs/',
    shape: {
      sku: 'Basic, Standard or Premium',
      units: 'throughput or processing units',
      inCluster: 'whether it is in a dedicated cluster',
    },
    usage: {
      events: 'events in, each of up to 64 KB, in a month',
      captureUnits: 'throughput units with capture',
      retainedGB: 'GB kept beyond what is included, mean of the month',
    },
    lines(resource, prices) {
      if (isInCluster(resource)) return []
      const { item, used, told } = itemLines(resource, prices, 'event-hubs')
      const sku = fact(resource, 'sku')
      const isPremium = valueOf(sku) === 'Premium'
      return [
        item('Capacity', isPremium ? 'PU-month' : 'TU-month', numberFact(resource, 'units'), {
          by: [sku],
          item: (name) => units[name!],
        }),
        ...(isPremium ? [] : [used('Events', 'event', 'ingress', 'events')]),
        ...told('Capture', 'TU-month', 'capture', 'captureUnits'),
        ...told('Extended retention', 'GB-month', 'extended retention', 'retainedGB'),
      ]
    },
    billedWith: (resource) => (isInCluster(resource) ? 'its dedicated cluster' : undefined),
    from: {
      // https://registry.terraform.io/providers/hashicorp/azurerm/latest/docs/resources/eventhub_namespace
      terraform: {
        azurerm_eventhub_namespace: {
          facts: {
            sku: 'sku',
            units: capacityOf,
            inCluster: (block) => known<Fact>(!isUnwritten(block.fact('dedicated_cluster_id')), block.location),
          },
        },
      },
    },
    label: (resource) => `Event Hubs, ${String(valueOf(fact(resource, 'sku')) ?? '').toLowerCase()}`,
  }),
  defineResource({
    id: 'azure/event-hubs-cluster',
    cloud: 'azure',
    docs: 'https://azure.microsoft.com/pricing/details/event-hubs/',
    shape: { sku: 'Dedicated_1: one capacity unit' },
    lines: (resource, prices) => [
      itemLines(resource, prices, 'event-hubs').item('Capacity', 'CU-month', one(resource), 'dedicated CU'),
    ],
    // https://registry.terraform.io/providers/hashicorp/azurerm/latest/docs/resources/eventhub_cluster
    from: { terraform: { azurerm_eventhub_cluster: { facts: { sku: 'sku_name' } } } },
    label: () => 'Event Hubs cluster',
  }),
]

/** Hubs, groups and rules of a namespace. */
export const free: readonly string[] = [
  'azurerm_eventhub',
  'azurerm_eventhub_authorization_rule',
  'azurerm_eventhub_consumer_group',
  'azurerm_eventhub_namespace_authorization_rule',
  'azurerm_eventhub_namespace_customer_managed_key',
  'azurerm_eventhub_namespace_disaster_recovery_config',
  'azurerm_eventhub_namespace_schema_group',
]

export const examples: readonly ResourceExample[] = [
  {
    name: '4 × $21.90 + 100 M events × $0.028; premium 2 × $749.71',
    terraform: `resource "azurerm_eventhub_namespace" "main" {
  location = "East US"
  sku      = "Standard"
  capacity = 4
}

resource "azurerm_eventhub_namespace" "premium" {
  location = "East US"
  sku      = "Premium"
  capacity = 2
}
`,
    usage: { 'azurerm_eventhub_namespace.main': { events: 100_000_000 } },
    sees: [
      { address: 'azurerm_eventhub_namespace.main', usd: 90.4, status: 'priced', lines: ['Capacity', 'Events'] },
      { address: 'azurerm_eventhub_namespace.premium', usd: 1499.42, status: 'priced', lines: ['Capacity'] },
    ],
  },
  {
    name: 'from one unit to ten: $10.95 at first; a dedicated cluster is $4,999.77 with the namespaces in it',
    terraform: `resource "azurerm_eventhub_namespace" "inflated" {
  location                 = "East US"
  sku                      = "Basic"
  auto_inflate_enabled     = true
  maximum_throughput_units = 10
}

resource "azurerm_eventhub_cluster" "own" {
  location = "East US"
  sku_name = "Dedicated_1"
}

resource "azurerm_eventhub_namespace" "dedicated" {
  location             = "East US"
  sku                  = "Standard"
  dedicated_cluster_id = azurerm_eventhub_cluster.own.id
}
`,
    sees: [
      { address: 'azurerm_eventhub_namespace.inflated', usd: 10.95, status: 'partial', unknown: ['Events: usage'] },
      { address: 'azurerm_eventhub_cluster.own', usd: 4999.77, status: 'priced' },
      { address: 'azurerm_eventhub_namespace.dedicated', usd: null, status: 'free' },
    ],
  },
]
