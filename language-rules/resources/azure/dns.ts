// https://azure.microsoft.com/pricing/details/dns/
import { defineResource, type ResourceDefinition, type ResourceExample } from '../../../core/resource.ts'
import { itemLines } from './item-lines.ts'
import { everywhere, regionOf } from './regions.ts'

const docs = 'https://azure.microsoft.com/pricing/details/dns/'

const records = [
  ...['a', 'aaaa', 'caa', 'cname', 'mx', 'ns', 'ptr', 'srv', 'txt'].map((kind) => `azurerm_dns_${kind}_record`),
  ...['a', 'aaaa', 'cname', 'mx', 'ptr', 'srv', 'txt'].map((kind) => `azurerm_private_dns_${kind}_record`),
]

/** A hosted zone, one of the first 25 of a subscription; what is asked of it is told of its records. */
const zone = (id: string, type: string, item: string): ResourceDefinition =>
  defineResource({
    id: `azure/${id}`,
    cloud: 'azure',
    docs,
    shape: {},
    lines: (resource, prices) => [itemLines(resource, prices, 'dns').months('Hosted zone', item)],
    from: { terraform: { [type]: { facts: {}, region: everywhere } } },
    label: () => 'DNS zone',
  })

/** Part of a private resolver, billed by the month. */
const endpoint = (id: string, type: string, item: string, path: string): ResourceDefinition =>
  defineResource({
    id: `azure/${id}`,
    cloud: 'azure',
    docs,
    shape: {},
    lines: (resource, prices) => [itemLines(resource, prices, 'dns').months('Private resolver', item)],
    from: { terraform: { [type]: { facts: {}, region: regionOf(path) } } },
    label: () => 'DNS private resolver',
  })

const resolver = 'private_dns_resolver_id'

export const resources = [
  // https://registry.terraform.io/providers/hashicorp/azurerm/latest/docs/resources/dns_zone
  zone('dns-zone', 'azurerm_dns_zone', 'public zone, first 25'),
  zone('private-dns-zone', 'azurerm_private_dns_zone', 'private zone, first 25'),
  defineResource({
    id: 'azure/dns-record',
    cloud: 'azure',
    docs,
    shape: {},
    usage: { requests: 'queries of it in a month; from a billion on there is a lower price' },
    lines: (resource, prices) => [
      itemLines(resource, prices, 'dns').used('Queries', 'request', 'queries first 1B', 'requests'),
    ],
    from: { terraform: Object.fromEntries(records.map((type) => [type, { facts: {}, region: everywhere }])) },
    label: () => 'DNS record',
  }),
  // https://registry.terraform.io/providers/hashicorp/azurerm/latest/docs/resources/private_dns_resolver_inbound_endpoint
  endpoint(
    'dns-resolver-inbound-endpoint',
    'azurerm_private_dns_resolver_inbound_endpoint',
    'private resolver endpoint',
    resolver,
  ),
  endpoint(
    'dns-resolver-outbound-endpoint',
    'azurerm_private_dns_resolver_outbound_endpoint',
    'private resolver endpoint',
    resolver,
  ),
  endpoint(
    'dns-resolver-ruleset',
    'azurerm_private_dns_resolver_dns_forwarding_ruleset',
    'private resolver ruleset',
    'private_dns_resolver_outbound_endpoint_ids',
  ),
]

/** Rules and links. */
export const free: readonly string[] = [
  'azurerm_private_dns_resolver',
  'azurerm_private_dns_resolver_forwarding_rule',
  'azurerm_private_dns_resolver_virtual_network_link',
  'azurerm_private_dns_zone_virtual_network_link',
]

export const examples: readonly ResourceExample[] = [
  {
    name: 'zones are $0.50 a month, public or private; what is asked of a record is use',
    terraform: `resource "azurerm_dns_zone" "public" {
  name = "example.com"
}

resource "azurerm_dns_a_record" "www" {
  name      = "www"
  zone_name = azurerm_dns_zone.public.name
}

resource "azurerm_private_dns_zone" "private" {
  count = 2
  name  = "internal\${count.index}.example.com"
}
`,
    sees: [
      { address: 'azurerm_dns_zone.public', usd: 0.5, status: 'priced', lines: ['Hosted zone'] },
      { address: 'azurerm_dns_a_record.www', usd: null, status: 'unknown', lines: ['Queries'] },
      { address: 'azurerm_private_dns_zone.private', usd: 1, status: 'priced' },
    ],
  },
  {
    name: 'a private resolver in East US 2: $180 for each endpoint, $2.50 for a ruleset',
    terraform: `resource "azurerm_private_dns_resolver" "main" {
  location = "East US 2"
}

resource "azurerm_private_dns_resolver_inbound_endpoint" "in" {
  private_dns_resolver_id = azurerm_private_dns_resolver.main.id
}

resource "azurerm_private_dns_resolver_outbound_endpoint" "out" {
  location                = "East US 2"
  private_dns_resolver_id = azurerm_private_dns_resolver.main.id
}

resource "azurerm_private_dns_resolver_dns_forwarding_ruleset" "rules" {
  location                                   = "East US 2"
  private_dns_resolver_outbound_endpoint_ids = [azurerm_private_dns_resolver_outbound_endpoint.out.id]
}
`,
    sees: [
      { address: 'azurerm_private_dns_resolver_inbound_endpoint.in', usd: 180, status: 'priced' },
      { address: 'azurerm_private_dns_resolver_outbound_endpoint.out', usd: 180, status: 'priced' },
      { address: 'azurerm_private_dns_resolver_dns_forwarding_ruleset.rules', usd: 2.5, status: 'priced' },
    ],
  },
]
