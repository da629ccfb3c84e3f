// https://learn.microsoft.com/azure/cosmos-db/set-throughput: throughput that a program gives a database, or a container, as it makes it.
// The account, its regions and whether it bills what is used are named elsewhere, unless the program makes that too.
import { isUnwritten } from '../../../core/estimate/resource-line.ts'
import type { Block } from '../../../core/format.ts'
import { assumed, known, mapKnown, unknown, valueOf } from '../../../core/known.ts'
import type { FormatMapping } from '../../../core/resource.ts'
import type { Fact, Known } from '../../../core/types.ts'
import { among } from './arguments.ts'
import { scaledUpTo } from './cosmos-db-scaled.ts'

const asked = (...names: string[]): string => names.join('|')

/** What a management client is given: in its older schemes below `properties`. */
const option = (name: string) => {
  const kinds = ['sql', 'mongo_db', 'gremlin'].map((api) => `${api}_database`)
  const held = [
    'sql_container',
    'mongo_db_collection',
    'cassandra_table',
    'gremlin_graph',
    'cassandra_keyspace',
    'table',
  ]
  const places = ['[3]', '[4]', ...[...kinds, ...held].map((kind) => `create_update_${kind}_parameters`)]
  return ['', 'properties.'].map((below) => among(places, below)(`options.${name}`)).join('|')
}

const most = asked(
  'offer_throughput.auto_scale_max_throughput',
  '[0].maxThroughput',
  option('autoscale_settings.max_throughput'),
)
const fixed = asked(
  'offer_throughput.offer_throughput',
  'offer_throughput.[0]',
  'offer_throughput',
  '[0].throughput',
  '[1].offerThroughput',
  option('throughput'),
)
/** Of the database it is made in. */
const shared = ['offer_throughput', '[0].throughput', '[0].maxThroughput', '[1].offerThroughput'].map(
  (name) => `^${name}`,
)

/** What is handed in whole may hold it, and is no word that it does. */
const isTold = (value: Known<Fact>) => value.is !== 'unknown' || (value.why !== 'absent' && value.at !== undefined)

/** A text where the request is written as the REST API has it. */
const units = (told: Known<Fact>): Known<Fact> => mapKnown(told, (value): Fact => Number(value))

function throughputOf(block: Block): Known<Fact> {
  const high = block.fact(most)
  if (!isUnwritten(high)) {
    const is = valueOf(units(high))
    return is === undefined ? high : scaledUpTo(Number(is), block.location)
  }
  const written = block.fact(fixed)
  if (!isUnwritten(written)) return units(written)
  // Alone it has 400 RU/s, in a serverless account none; which of them it is the account decides.
  return isTold(block.fact(shared.join('|'))) ? unknown('absent') : unknown('dynamic', block.location)
}

const accountOf = (block: Block): Block | undefined => {
  const name = valueOf(block.fact('account_name|[1]'))
  return name === undefined
    ? undefined
    : block.ofType('azure.cosmos_account').find((one) => valueOf(one.fact('account_name|[1]')) === name)
}

const parameters = among(['create_update_parameters', '[2]'])
const placesOf = (account: Block | undefined) =>
  ['', 'properties.'].flatMap((below) => account?.nested(parameters(`${below}locations`)) ?? [])

const plain = (name: Fact): string => String(name).toLowerCase().replaceAll(' ', '')

const made: FormatMapping = {
  facts: {
    throughput: throughputOf,
    isScaled: (block) => known<Fact>(!isUnwritten(block.fact(most)), block.location),
    // An account that bills what is used refuses throughput.
    isServerless: (block) =>
      isTold(block.fact(`${most}|${fixed}`)) || isTold(block.fact(shared.join('|')))
        ? known<Fact>(false, block.location)
        : unknown('dynamic', block.location),
    isFreeTier: () => unknown('absent'),
    writesEverywhere: (block) => assumed<Fact>(false, block.location),
  },
  more: (block) =>
    Object.fromEntries(
      placesOf(accountOf(block)).map((place, i) => [
        `regions[${i}].name`,
        mapKnown(place.fact('location_name|locationName'), (name): Fact => plain(name)),
      ]),
    ),
  region(block) {
    const [first] = placesOf(accountOf(block))
    return first === undefined ? unknown('absent') : mapKnown(first.fact('location_name|locationName'), plain)
  },
}

export const cosmosFromCode: Readonly<Record<string, FormatMapping>> = {
  'azure.cosmos_database': made,
  'azure.cosmos_container': made,
  'azure.cosmos_table': made,
}
