// https://azure.microsoft.com/pricing/details/cosmos-db/, dedicated gateway: machines by the hour, in every region of the account
// (https://learn.microsoft.com/azure/cosmos-db/dedicated-gateway).
import { fact, line, monthOf, numberFact, partsOf, priceFor, product } from '../../../core/estimate/resource-line.ts'
import { unknown } from '../../../core/known.ts'
import type { PriceBook } from '../../../core/prices/book.ts'
import { defineResource, type ResourceExample } from '../../../core/resource.ts'
import type { Line, Resource } from '../../../core/types.ts'
import { regionsOf } from './cosmos-db.ts'
import { regionOf } from './regions.ts'

function gatewayLines(resource: Resource, prices: PriceBook): readonly Line[] {
  const size = fact(resource, 'size')
  const hours = product(numberFact(resource, 'nodes'), monthOf(resource))
  const price = (region: string, name: string) =>
    prices.service('azure', 'cosmosdb', `dedicated gateway ${name.replace(/^Cosmos\./i, '')}`, region)
  const places = partsOf(resource, 'regions')
  // an account that is not read has at least one region, and nobody knows how many
  if (places.length === 0)
    return [
      line(
        'Gateway',
        'hour',
        unknown('dynamic', resource.location),
        priceFor(resource, [size], (region, name) => price(region, name!)),
      ),
    ]
  return places.map((place, i) =>
    line(
      i === 0 ? 'Gateway' : `Gateway, region ${i + 1}`,
      'hour',
      hours,
      priceFor(resource, [fact(resource, `${place}.name`), size], (_, region, name) => price(region!, name!)),
    ),
  )
}

export const resources = [
  defineResource({
    id: 'azure/cosmosdb-gateway',
    cloud: 'azure',
    docs: 'https://azure.microsoft.com/pricing/details/cosmos-db/',
    shape: {
      size: 'Cosmos.D4s',
      nodes: 'machines in each region',
      'regions[0].name': 'a region of the account',
      'regions[0].zones': 'whether it is in several zones there',
    },
    lines: gatewayLines,
    from: {
      // https://registry.terraform.io/providers/hashicorp/azurerm/latest/docs/resources/cosmosdb_sql_dedicated_gateway
      terraform: {
        azurerm_cosmosdb_sql_dedicated_gateway: {
          facts: { size: 'instance_size', nodes: 'instance_count' },
          more: regionsOf,
          region: regionOf('cosmosdb_account_id'),
        },
      },
    },
    label: () => 'Cosmos DB, dedicated gateway',
  }),
]

const place = (location: string, priority: number) => `  geo_location {
    location          = "${location}"
    failover_priority = ${priority}
  }
`

const account = (name: string, places: readonly string[]) => `resource "azurerm_cosmosdb_account" "${name}" {
  location = "East US 2"
${places.map(place).join('')}}
`

const gateway = (
  name: string,
  owner: string,
  count: number,
) => `resource "azurerm_cosmosdb_sql_dedicated_gateway" "${name}" {
  cosmosdb_account_id = ${owner}
  instance_count      = ${count}
  instance_size       = "Cosmos.D4s"
}
`

export const examples: readonly ResourceExample[] = [
  {
    name: 'one machine in East US 2: 730 h × $0.38; two there and in Central US: 2 × 730 h × ($0.38 + $0.408); an account that is not read',
    terraform: [
      account('one', ['East US 2']),
      account('two', ['East US 2', 'Central US']),
      gateway('one', 'azurerm_cosmosdb_account.one.id', 1),
      gateway('two', 'azurerm_cosmosdb_account.two.id', 2),
      gateway('elsewhere', '"/subscriptions/0/account"', 1),
    ].join('\n'),
    sees: [
      { address: 'azurerm_cosmosdb_sql_dedicated_gateway.one', usd: 277.4, status: 'priced', lines: ['Gateway'] },
      {
        address: 'azurerm_cosmosdb_sql_dedicated_gateway.two',
        usd: 1150.48,
        status: 'priced',
        lines: ['Gateway', 'Gateway, region 2'],
      },
      { address: 'azurerm_cosmosdb_sql_dedicated_gateway.elsewhere', usd: null, status: 'unknown' },
    ],
  },
]
