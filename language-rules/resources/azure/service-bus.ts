// https://azure.microsoft.com/pricing/details/service-bus/
import { fact, numberFact } from '../../../core/estimate/resource-line.ts'
import { valueOf } from '../../../core/known.ts'
import { defineResource, type ResourceExample } from '../../../core/resource.ts'
import { itemLines } from './item-lines.ts'

const million = 1_000_000
/** Of a standard namespace the base holds the first 13 million. */
const included = 13 * million

export const resources = [
  defineResource({
    id: 'azure/service-bus-namespace',
    cloud: 'azure',
    docs: 'https://azure.microsoft.com/pricing/details/service-bus/',
    shape: { sku: 'Basic, Standard or Premium', units: 'messaging units of a premium one' },
    usage: {
      operations: 'operations in a month',
      furtherOperations: 'operations of a standard namespace beyond the 13 million that its base holds, in a month',
    },
    lines(resource, prices) {
      const { item, used, months, tiers } = itemLines(resource, prices, 'service-bus')
      const sku = valueOf(fact(resource, 'sku'))
      if (sku === 'Premium') {
        return [item('Messaging units', 'unit-month', numberFact(resource, 'units'), 'premium messaging unit')]
      }
      if (sku === 'Standard') {
        return [
          months('Base charge', 'standard base'),
          ...tiers('Further operations', 'request', 'furtherOperations', [
            [100 * million - included, 'standard operations 13M to 100M'],
            [2500 * million - included, 'standard operations 100M to 2500M'],
            [Number.POSITIVE_INFINITY, 'standard operations over 2500M'],
          ]),
        ]
      }
      return [
        used('Operations', 'request', { by: [fact(resource, 'sku')], item: () => 'basic operations' }, 'operations'),
      ]
    },
    from: {
      // https://registry.terraform.io/providers/hashicorp/azurerm/latest/docs/resources/servicebus_namespace
      terraform: { azurerm_servicebus_namespace: { facts: { sku: 'sku', units: 'capacity' } } },
    },
    label: (resource) => `Service Bus, ${String(valueOf(fact(resource, 'sku')) ?? '').toLowerCase()}`,
  }),
]

/** Queues, topics and rules of a namespace. */
export const free: readonly string[] = [
  ...['namespace_authorization_rule', 'namespace_customer_managed_key', 'namespace_disaster_recovery_config'],
  ...['namespace_network_rule_set', 'queue', 'queue_authorization_rule', 'subscription', 'subscription_rule'],
  ...['topic', 'topic_authorization_rule'],
].map((part) => `azurerm_servicebus_${part}`)

const namespace = (sku: string, rest = '') => `resource "azurerm_servicebus_namespace" "main" {
  location = "West Europe"
  sku      = "${sku}"
${rest}}
`

export const examples: readonly ResourceExample[] = [
  {
    name: 'four messaging units: 4 × $677.075',
    terraform: namespace('Premium', '  capacity = 4\n'),
    sees: [{ address: 'azurerm_servicebus_namespace.main', usd: 2708.3, status: 'priced', lines: ['Messaging units'] }],
  },
  {
    name: 'standard: $9.81, and of 100 M operations more 87 M × $0.80 + 13 M × $0.50',
    terraform: namespace('Standard'),
    usage: { azurerm_servicebus_namespace: { furtherOperations: 100_000_000 } },
    sees: [
      {
        address: 'azurerm_servicebus_namespace.main',
        usd: 85.91,
        status: 'priced',
        lines: ['Base charge', 'Further operations', 'Further operations over 87,000,000'],
      },
    ],
  },
  {
    name: 'basic is use alone: 5 M operations × $0.05',
    terraform: namespace('Basic'),
    usage: { azurerm_servicebus_namespace: { operations: 5_000_000 } },
    sees: [{ address: 'azurerm_servicebus_namespace.main', usd: 0.25, status: 'priced' }],
  },
]
