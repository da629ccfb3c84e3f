// https://azure.microsoft.com/pricing/details/cosmos-db/: throughput of a database or container in every region of its account.
import {
  fact,
  isUnwritten,
  line,
  numberFact,
  numberOf,
  partsOf,
  priceFor,
  product,
  usage,
} from '../../../core/estimate/resource-line.ts'
import type { Block } from '../../../core/format.ts'
import { known, mapKnown, unknown, valueOf } from '../../../core/known.ts'
import type { PriceBook } from '../../../core/prices/book.ts'
import { defineResource, type FormatMapping } from '../../../core/resource.ts'
import type { Fact, Known, Line, Resource } from '../../../core/types.ts'
import { isValue } from '../block-facts.ts'
import { examples as worked } from './cosmos-db-examples.ts'
import { withGlobal } from './item-lines.ts'

/** https://learn.microsoft.com/azure/cosmos-db/autoscale-faq: a scaled RU/s costs 1.5 times one that is written, and a tenth is the least. */
const scaledRate = 1.5
const leastShare = 0.1

/** The account, through the database a container is in. */
const accountOf = (block: Block): Block | undefined => {
  for (const path of ['account_name', 'cosmosdb_account_name']) {
    const account = block.target(path, 'azurerm_cosmosdb_account')
    if (account !== undefined) return account
  }
  const parent = ['cassandra_keyspace_id', 'database_name', 'keyspace_id']
    .map((path) => block.target(path))
    .find(Boolean)
  return parent === undefined ? undefined : accountOf(parent)
}

/** A band from a tenth to all of what autoscale may use, all of it the likely: how much is used is told by `usage`. */
function throughputOf(block: Block): Known<Fact> {
  const most = block.fact('autoscale_settings.max_throughput')
  const written = block.fact('throughput')
  if (isUnwritten(most)) return written
  const high = valueOf(numberOf(most))
  if (high === undefined) return most
  return { is: 'range', low: high * leastShare, likely: high, high, at: block.location }
}

/** Every region of the account, each billed for the whole throughput. */
function regionsOf(block: Block): Readonly<Record<string, Known<Fact>>> {
  const places = accountOf(block)?.nested('geo_location') ?? []
  return Object.fromEntries(
    places.map((place, i) => [
      `regions[${i}].name`,
      mapKnown(place.fact('location'), (name): Fact => String(name).toLowerCase().replaceAll(' ', '')),
    ]),
  )
}

const part: FormatMapping = {
  facts: {
    throughput: throughputOf,
    isScaled: (block) => known<Fact>(!isUnwritten(block.fact('autoscale_settings.max_throughput')), block.location),
    isServerless(block) {
      const account = accountOf(block)
      if (account === undefined) return unknown('dynamic', block.location)
      const names = account.nested('capabilities').map((one) => one.fact('name'))
      const open = names.find((name) => valueOf(name) === undefined)
      return (
        open ??
        known<Fact>(
          names.some((name) => valueOf(name) === 'EnableServerless'),
          account.location,
        )
      )
    },
    // https://registry.terraform.io/providers/hashicorp/azurerm/latest/docs/resources/cosmosdb_account, and its name before version 4
    isFreeTier(block) {
      const written = ['free_tier_enabled', 'enable_free_tier'].map((name) => accountOf(block)?.fact(name))
      return written.some((value) => value !== undefined && valueOf(value) === true)
        ? known<Fact>(true, block.location)
        : unknown('absent')
    },
    writesEverywhere(block) {
      const account = accountOf(block)
      const written = ['multiple_write_locations_enabled', 'enable_multiple_write_locations'].map((name) =>
        account?.fact(name),
      )
      return known<Fact>(
        written.some((value) => value !== undefined && valueOf(value) === true),
        block.location,
      )
    },
  },
  more: regionsOf,
  region(block) {
    const account = accountOf(block)
    return account?.region ?? unknown('dynamic', block.location)
  },
}

function throughputLines(resource: Resource, book: PriceBook): Line[] {
  const prices = withGlobal(book)
  const price = (region: string, item: string) => prices.service('azure', 'cosmosdb', item, region)
  if (isValue(fact(resource, 'isServerless'), true)) {
    const used = usage(resource, 'requestUnits')
    return [
      line(
        'Request units',
        'RU',
        used,
        priceFor(resource, [], (region) => price(region, 'serverless')),
      ),
    ]
  }
  const throughput = numberFact(resource, 'throughput')
  // Without any of its own it shares what its database has, or has none.
  if (isUnwritten(throughput)) return []
  const rate = isValue(fact(resource, 'isScaled'), true) ? scaledRate : 1
  const told = resource.usage?.averageRUs ?? throughput
  const hundreds = mapKnown(told, (units) => (units / 100) * rate)
  const item = isValue(fact(resource, 'writesEverywhere'), true)
    ? 'multi-region write 100 RU/s'
    : 'provisioned 100 RU/s'
  const places = partsOf(resource, 'regions')
  if (places.length === 0) {
    return [
      line(
        'Throughput',
        'month',
        hundreds,
        priceFor(resource, [], (region) => price(region, item)),
      ),
    ]
  }
  return places.map((place, i) =>
    line(
      i === 0 ? 'Throughput' : `Throughput, region ${i + 1}`,
      'month',
      hundreds,
      priceFor(resource, [fact(resource, `${place}.name`)], (_, name) => price(name!, item)),
    ),
  )
}

const types = ['sql_database', 'sql_container', 'mongo_database', 'mongo_collection', 'cassandra_keyspace'].concat([
  'cassandra_table',
  'gremlin_database',
  'gremlin_graph',
  'table',
])

export const resources = [
  defineResource({
    id: 'azure/cosmos-db-throughput',
    cloud: 'azure',
    docs: 'https://azure.microsoft.com/pricing/details/cosmos-db/',
    shape: {
      throughput: 'RU/s, from a tenth to all of them where it is scaled',
      isScaled: 'whether it is scaled',
      isServerless: 'whether the account bills what is used',
      isFreeTier: 'whether the account is the one of its subscription with a free tier',
      writesEverywhere: 'whether every region of the account can be written to',
      'regions[0].name': 'a region of the account',
    },
    usage: {
      storedGB: 'GB of data and indexes, mean of the month; in each region of the account',
      averageRUs: 'RU/s of a scaled one, mean over the hours of the month',
      requestUnits: 'request units of a serverless one in a month',
    },
    lines: (resource, prices) => [
      ...throughputLines(resource, prices),
      line(
        'Storage',
        'GB-month',
        product(
          usage(resource, 'storedGB'),
          known(Math.max(1, partsOf(resource, 'regions').length), resource.location),
        ),
        priceFor(resource, [], (region) => withGlobal(prices).service('azure', 'cosmosdb', 'storage', region)),
      ),
    ],
    from: {
      // https://registry.terraform.io/providers/hashicorp/azurerm/latest/docs/resources/cosmosdb_sql_container
      terraform: Object.fromEntries(types.map((type) => [`azurerm_cosmosdb_${type}`, part])),
    },
    label: () => 'Cosmos DB',
  }),
]

export const examples = worked

/** Accounts, rules and procedures: what is stored and asked is billed with the databases. */
export const free: readonly string[] = [
  ...['account', 'mongo_role_definition', 'mongo_user_definition'],
  ...['sql_function', 'sql_role_assignment', 'sql_role_definition', 'sql_stored_procedure', 'sql_trigger'],
].map((part) => `azurerm_cosmosdb_${part}`)
