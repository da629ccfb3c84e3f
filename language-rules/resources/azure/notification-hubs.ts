// https://azure.microsoft.com/pricing/details/notification-hubs/
import { fact } from '../../../core/estimate/resource-line.ts'
import { valueOf } from '../../../core/known.ts'
import { defineResource, type ResourceExample } from '../../../core/resource.ts'
import { flagFact, onlyIf } from '../block-facts.ts'
import { itemLines } from './item-lines.ts'

/** How many pushes come with a namespace, beyond which a tier begins. */
const included = 10_000_000

export const resources = [
  defineResource({
    id: 'azure/notification-hubs-namespace',
    cloud: 'azure',
    docs: 'https://azure.microsoft.com/pricing/details/notification-hubs/',
    shape: { sku: 'Free, Basic or Standard', isZonal: 'whether it stands in several zones' },
    usage: { furtherPushes: 'pushes in a month, beyond the 10 million that are included' },
    lines(resource, prices) {
      const sku = fact(resource, 'sku')
      const name = String(valueOf(sku) ?? '').toLowerCase()
      if (name === 'free') return []
      const { months, used, tiers } = itemLines(resource, prices, 'notification-hubs')
      return [
        months('Namespace', { by: [sku], item: (of) => of!.toLowerCase() }),
        ...onlyIf(valueOf(fact(resource, 'isZonal')) as boolean | undefined, months('Zones', 'availability zones')),
        ...(name === 'standard'
          ? tiers('Further pushes', 'push', 'furtherPushes', [
              [100_000_000 - included, 'standard pushes 10M to 100M'],
              [Number.POSITIVE_INFINITY, 'standard pushes over 100M'],
            ])
          : [used('Further pushes', 'push', 'basic pushes over 10M', 'furtherPushes')]),
      ]
    },
    from: {
      // https://registry.terraform.io/providers/hashicorp/azurerm/latest/docs/resources/notification_hub_namespace
      terraform: {
        azurerm_notification_hub_namespace: {
          facts: { sku: 'sku_name', isZonal: flagFact('zone_redundancy_enabled', false) },
        },
      },
    },
    label: (resource) => `Notification Hubs, ${String(valueOf(fact(resource, 'sku')) ?? '').toLowerCase()}`,
  }),
]

const namespace = (name: string, sku: string, rest = '') => `resource "azurerm_notification_hub_namespace" "${name}" {
  location       = "East US"
  namespace_type = "NotificationHub"
  sku_name       = "${sku}"
${rest}}
`

export const examples: readonly ResourceExample[] = [
  {
    name: 'basic $10 + 5 M pushes × $1; standard $200 + 90 M × $10 + 20 M × $2.50; a free one costs nothing',
    terraform: `${namespace('basic', 'Basic')}
${namespace('standard', 'Standard')}
${namespace('free', 'Free')}`,
    usage: {
      'azurerm_notification_hub_namespace.basic': { furtherPushes: 5_000_000 },
      'azurerm_notification_hub_namespace.standard': { furtherPushes: 110_000_000 },
    },
    sees: [
      { address: 'azurerm_notification_hub_namespace.basic', usd: 15, status: 'priced' },
      { address: 'azurerm_notification_hub_namespace.standard', usd: 1150, status: 'priced' },
      { address: 'azurerm_notification_hub_namespace.free', usd: null, status: 'free' },
    ],
  },
  {
    name: 'in several zones $200 + $350, its pushes are use; a region without a row has no price',
    terraform: `${namespace('zonal', 'Standard', '  zone_redundancy_enabled = true\n')}
${namespace('far', 'Basic').replace('East US', 'China East 2')}`,
    sees: [
      { address: 'azurerm_notification_hub_namespace.zonal', usd: 550, status: 'partial' },
      {
        address: 'azurerm_notification_hub_namespace.far',
        usd: null,
        status: 'unknown',
        unknown: ['Namespace: no-price', 'Further pushes: no-price'],
      },
    ],
  },
]
