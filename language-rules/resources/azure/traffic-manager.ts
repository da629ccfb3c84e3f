// https://azure.microsoft.com/pricing/details/traffic-manager/

import { fact, isUnwritten } from '../../../core/estimate/resource-line.ts'
import type { Block } from '../../../core/format.ts'
import { known, mapKnown, valueOf } from '../../../core/known.ts'
import { defineResource, type FormatMapping, type ResourceExample } from '../../../core/resource.ts'
import type { Fact, Known } from '../../../core/types.ts'
import { onlyIf } from '../block-facts.ts'
import { itemLines } from './item-lines.ts'
import { everywhere } from './regions.ts'

const docs = 'https://azure.microsoft.com/pricing/details/traffic-manager/'

/** Checked every ten seconds instead of every thirty. */
const isFast = (block: Block): Known<Fact> => {
  const seconds = block.target('profile_id')?.fact('monitor_config.interval_in_seconds')
  if (seconds === undefined || isUnwritten(seconds)) return known<Fact>(false, block.location)
  return mapKnown(seconds, (every): Fact => Number(every) === 10)
}

const endpoint = (place: string): FormatMapping => ({
  facts: { place: (block) => known<Fact>(place, block.location), isFast },
  region: everywhere,
})

export const resources = [
  defineResource({
    id: 'azure/traffic-manager-profile',
    cloud: 'azure',
    docs,
    shape: {},
    usage: {
      requests: 'DNS queries in a month',
      trafficViewPoints: 'data points of Traffic View in a month, where it is on',
    },
    lines(resource, prices) {
      const { used, told } = itemLines(resource, prices, 'traffic-manager')
      return [
        used('DNS queries', 'request', 'DNS queries first 1B', 'requests'),
        ...told('Traffic View', 'data point', 'traffic view', 'trafficViewPoints'),
      ]
    },
    // https://registry.terraform.io/providers/hashicorp/azurerm/latest/docs/resources/traffic_manager_profile
    from: { terraform: { azurerm_traffic_manager_profile: { facts: {}, region: everywhere } } },
    label: () => 'Traffic Manager',
  }),
  defineResource({
    id: 'azure/traffic-manager-endpoint',
    cloud: 'azure',
    docs,
    shape: { place: 'azure or external', isFast: 'whether it is checked every ten seconds' },
    lines(resource, prices) {
      const { months } = itemLines(resource, prices, 'traffic-manager')
      const item = (kind: string) => ({
        by: [fact(resource, 'place')],
        item: (place: string | undefined) => `${kind} ${place}`,
      })
      return [
        months('Health checks', item('health check')),
        ...onlyIf(
          valueOf(fact(resource, 'isFast')) as boolean | undefined,
          months('Fast health checks', item('fast health check')),
        ),
      ]
    },
    from: {
      terraform: {
        azurerm_traffic_manager_azure_endpoint: endpoint('azure'),
        azurerm_traffic_manager_external_endpoint: endpoint('external'),
        azurerm_traffic_manager_nested_endpoint: endpoint('azure'),
      },
    },
    label: () => 'Traffic Manager endpoint',
  }),
]

export const examples: readonly ResourceExample[] = [
  {
    name: '10 M queries × $0.54; an endpoint in Azure is checked for $0.36, one elsewhere every ten seconds for $0.54 + $2',
    terraform: `resource "azurerm_traffic_manager_profile" "main" {
  name                   = "main"
  traffic_routing_method = "Weighted"
}

resource "azurerm_traffic_manager_azure_endpoint" "one" {
  name       = "one"
  profile_id = azurerm_traffic_manager_profile.main.id
}

resource "azurerm_traffic_manager_profile" "fast" {
  name                   = "fast"
  traffic_routing_method = "Priority"
  monitor_config {
    protocol            = "HTTPS"
    port                = 443
    interval_in_seconds = 10
  }
}

resource "azurerm_traffic_manager_external_endpoint" "two" {
  name       = "two"
  profile_id = azurerm_traffic_manager_profile.fast.id
}
`,
    usage: { 'azurerm_traffic_manager_profile.main': { requests: 10_000_000 } },
    sees: [
      { address: 'azurerm_traffic_manager_profile.main', usd: 5.4, status: 'priced', lines: ['DNS queries'] },
      { address: 'azurerm_traffic_manager_azure_endpoint.one', usd: 0.36, status: 'priced', lines: ['Health checks'] },
      { address: 'azurerm_traffic_manager_profile.fast', usd: null, status: 'partial' },
      {
        address: 'azurerm_traffic_manager_external_endpoint.two',
        usd: 2.54,
        status: 'priced',
        lines: ['Health checks', 'Fast health checks'],
      },
    ],
  },
]
