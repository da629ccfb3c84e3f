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
import { examples as worked, codeExamples as workedFromCode } from './cosmos-db-examples.ts'
import { cosmosFromCode } from './cosmos-db-from-code.ts'
import { scaledUpTo } from './cosmos-db-scaled.ts'
import { withGlobal } from './item-lines.ts'

/**
 * Of one RU/s in one place: https://learn.microsoft.com/azure/cosmos-db/autoscale-faq and …/reliability/reliability-cosmos-db-nosql.
 * "In multi-master accounts, the autoscale rate per 100 RU/s is the same", and the list has theirs at twice the other; the premium for zones
 * "is waived for accounts configured with multi-region writes and/or for collections configured with autoscale mode".
 */
const rates = { everywhere: 2, scaled: 1.5, zones: 1.25 }

const accountType = 'azurerm_cosmosdb_account'

/** The account, through the database a container is in; where its name is written out, the one of that name: no two of Azure have the same. */
const accountOf = (block: Block): Block | undefined => {
  for (const path of ['account_name', 'cosmosdb_account_name', 'cosmosdb_account_id']) {
    const account = block.target(path, accountType) ?? accountNamed(block, path)
    if (account !== undefined) return account
  }
  const parent = ['cassandra_keyspace_id', 'database_name', 'keyspace_id']
    .map((path) => block.target(path))
    .find(Boolean)
  return parent === undefined ? undefined : accountOf(parent)
}

function accountNamed(block: Block, path: string): Block | undefined {
  const name = valueOf(block.fact(path))
  return name === undefined ? undefined : block.ofType(accountType).find((one) => valueOf(one.fact('name')) === name)
}

function throughputOf(block: Block): Known<Fact> {
  const most = block.fact('autoscale_settings.max_throughput')
  const written = block.fact('throughput')
  if (isUnwritten(most)) return written
  const high = valueOf(numberOf(most))
  if (high === undefined) return most
  return scaledUpTo(high, block.location)
}

/** Every region of the account, each billed for the whole throughput. */
export function regionsOf(block: Block): Readonly<Record<string, Known<Fact>>> {
  const places = accountOf(block)?.nested('geo_location') ?? []
  return Object.fromEntries(
    places.flatMap((place, i) => [
      [
        `regions[${i}].name`,
        mapKnown(place.fact('location'), (name): Fact => String(name).toLowerCase().replaceAll(' ', '')),
      ],
      [`regions[${i}].zones`, place.fact('zone_redundant')],
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
      return (
        written.find((value) => value !== undefined && !isUnwritten(value) && valueOf(value) !== false) ??
        known<Fact>(false, block.location)
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
  const everywhere = fact(resource, 'writesEverywhere')
  const rateOf = (place: string): Known<number> => {
    const zones = fact(resource, `${place}.zones`)
    if (valueOf(everywhere) !== false) return mapKnown(everywhere, () => rates.everywhere)
    if (isValue(fact(resource, 'isScaled'), true)) return known(rates.scaled, resource.location)
    return isUnwritten(zones)
      ? known(1, resource.location)
      : mapKnown(zones, (isZonal) => (isZonal === true ? rates.zones : 1))
  }
  const told = resource.usage?.averageRUs ?? throughput
  const hundreds = (place: string) =>
    product(
      mapKnown(told, (units) => units / 100),
      rateOf(place),
    )
  const item = 'provisioned 100 RU/s'
  const places = partsOf(resource, 'regions')
  if (places.length === 0) {
    return [
      line(
        'Throughput',
        'month',
        hundreds(''),
        priceFor(resource, [], (region) => price(region, item)),
      ),
    ]
  }
  return places.map((place, i) =>
    line(
      i === 0 ? 'Throughput' : `Throughput, region ${i + 1}`,
      'month',
      hundreds(place),
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
      'regions[0].zones': 'whether it is in several zones there',
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
      sdk: cosmosFromCode,
    },
    label: () => 'Cosmos DB',
  }),
]

export const examples = worked

export const codeExamples = workedFromCode

/** Accounts, rules and procedures: what is stored and asked is billed with the databases. */
export const free: readonly string[] = [
  ...['account', 'mongo_role_definition', 'mongo_user_definition'],
  ...['sql_function', 'sql_role_assignment', 'sql_role_definition', 'sql_stored_procedure', 'sql_trigger'],
].map((part) => `azurerm_cosmosdb_${part}`)
