// https://azure.microsoft.com/pricing/details/event-grid/, standard tier: throughput units by the hour, and what is sent.
import { numberFact } from '../../../core/estimate/resource-line.ts'
import { defineResource, type ResourceExample } from '../../../core/resource.ts'
import { itemLines } from './item-lines.ts'

export const resources = [
  defineResource({
    id: 'azure/event-grid-namespace',
    cloud: 'azure',
    docs: 'https://azure.microsoft.com/pricing/details/event-grid/',
    shape: { units: 'throughput units' },
    usage: {
      operations: 'operations of events in a month, beyond the million that are free',
      mqttOperations: 'operations of MQTT in a month, beyond the million that are free',
    },
    lines(resource, prices) {
      const { hours, used, told } = itemLines(resource, prices, 'event-grid')
      return [
        hours('Throughput units', 'standard TU', numberFact(resource, 'units')),
        used('Operations', 'operation', 'standard operations', 'operations'),
        ...told('MQTT operations', 'operation', 'MQTT operations', 'mqttOperations'),
      ]
    },
    from: {
      // https://registry.terraform.io/providers/hashicorp/azurerm/latest/docs/resources/eventgrid_namespace
      terraform: { azurerm_eventgrid_namespace: { facts: { units: ['capacity', 1] } } },
    },
    label: () => 'Event Grid namespace',
  }),
]

export const free: readonly string[] = ['azurerm_eventgrid_namespace_topic', 'azurerm_eventgrid_partner_namespace']

export const examples: readonly ResourceExample[] = [
  {
    name: 'two units: 2 × 730 h × $0.04, 10 M operations × $0.60 and 5 M of MQTT × $1; one unit where none is written',
    terraform: `resource "azurerm_eventgrid_namespace" "main" {
  location = "West Europe"
  capacity = 2
}

resource "azurerm_eventgrid_namespace" "plain" {
  location = "West Europe"
}
`,
    usage: { 'azurerm_eventgrid_namespace.main': { operations: 10_000_000, mqttOperations: 5_000_000 } },
    sees: [
      { address: 'azurerm_eventgrid_namespace.main', usd: 69.4, status: 'priced' },
      {
        address: 'azurerm_eventgrid_namespace.plain',
        usd: 29.2,
        status: 'partial',
        lines: ['Throughput units', 'Operations'],
        unknown: ['Operations: usage'],
      },
    ],
  },
]
