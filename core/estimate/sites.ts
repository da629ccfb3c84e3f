import type { Block, NestedBlock } from '../format.ts'
import { assumed, unknown, valueOf } from '../known.ts'
import { isPlaceholder } from '../placeholder.ts'
import type { PriceBook } from '../prices/book.ts'
import type { FactSource, FormatMapping, RepeatedMapping, ResourceDefinition } from '../resource.ts'
import type { Settings } from '../settings.ts'
import type { Fact, Host, Known, Location, Resource } from '../types.ts'
import { isUnwritten } from './resource-line.ts'

type UsageOf = Settings['usage']

/** By cloud, what outlay.json says of the region where a program names none; Terraform's own blocks have it already. */
type Regions = Settings['region']

function mappingOf({ from }: ResourceDefinition, type: string): FormatMapping | undefined {
  const mappings = { ...from.terraform, ...from.sdk }
  return Object.hasOwn(mappings, type) ? mappings[type] : undefined
}

/** One resource for all instances of a block; one for each where what is billed differs between them. */
export function resourcesOf(
  block: Block,
  definition: ResourceDefinition,
  prices: PriceBook,
  usageOf: UsageOf,
  regions: Regions = {},
): readonly Resource[] {
  const whole = resourceOf(block, definition, prices, usageOf, regions)
  if (whole.purchase !== undefined && ![whole.region, ...Object.values(whole.shape)].some(isOpen)) return [whole]
  const each = block.instances().flatMap((one) => resourcesOf(one, definition, prices, usageOf, regions))
  return new Set(each.map(billed)).size > 1 ? each : [withFactsOf(each[0], whole)]
}

/** All instances are alike: what is known of one of them is known of the block that stands for them. */
function withFactsOf(one: Resource | undefined, whole: Resource): Resource {
  if (one === undefined) return whole
  const { region, purchase, shape, label } = one
  return { ...whole, region, purchase, shape, label }
}

const isOpen = (fact: Known<Fact>) => fact.is === 'oneOf' || (fact.is === 'unknown' && fact.why === 'limit')

/** What of a resource decides its price, without the places it was read from. */
const billed = ({ region, purchase, shape }: Resource) =>
  JSON.stringify([region, purchase, shape], (key, value) => (key === 'at' ? 0 : value))

/** The neutral resource a block describes. Throws if the definition has no mapping for the block's type. */
function resourceOf(
  block: Block,
  definition: ResourceDefinition,
  prices: PriceBook,
  usageOf: UsageOf,
  regions: Regions,
): Resource {
  const mapping = mappingOf(definition, block.type)
  if (mapping === undefined) throw new TypeError(`${definition.id} has no mapping for ${block.type}`)
  const cloud = mapping.cloud?.(block) ?? definition.cloud
  const region = named(mapping.region ? mapping.region(block) : block.region)
  const resource: Resource = {
    ...bareResource(block, cloud),
    ...(mapping.count ? { count: mapping.count(block) } : {}),
    region: isUnwritten(region) ? saidFor(cloud, regions, region, block.location) : region,
    purchase: mapping.purchase ? mapping.purchase(block) : 'on-demand',
    definition: definition.id,
    shape: {
      ...factsOf(block, mapping.facts),
      ...repeatedOf(block, mapping.repeated ?? {}),
      ...mapping.more?.(block),
    },
    usage: usageFacts(block, usageOf),
    ...(definition.quiet ? { quiet: true as const } : {}),
  }
  return definition.label ? { ...resource, label: definition.label(resource, prices) } : resource
}

/** A sample that says where a region is to be written names none. */
const named = (region: Known<string>): Known<string> => {
  const name = valueOf(region)
  return name !== undefined && isPlaceholder(name) ? unknown('absent') : region
}

const saidFor = (cloud: Host, regions: Regions, unwritten: Known<string>, at: Location): Known<string> => {
  const said = Object.hasOwn(regions, cloud) ? regions[cloud as keyof Regions] : undefined
  return said === undefined ? unwritten : assumed(said, at, 'config')
}

/** A block of a type nothing is known about but that it is there. */
export const bareResource = (block: Block, cloud: Host): Resource => ({
  kind: 'resource',
  key: block.key,
  label: block.name,
  location: block.location,
  hints: [],
  cloud,
  type: block.type,
  address: block.address,
  region: block.region,
  count: block.count,
  purchase: 'on-demand',
  definition: undefined,
  shape: {},
  source: block.source,
  module: block.module,
  tags: block.tags,
  ...(block.hasOpenTags ? { hasOpenTags: true } : {}),
})

function usageFacts(block: Block, usageOf: UsageOf): Record<string, Known<number>> {
  return Object.fromEntries(
    Object.entries(usageOf(block)).map(([name, { quantity }]) => {
      const { low, likely, high } = quantity
      const isExact = low === likely && likely === high
      return [
        name,
        isExact ? assumed(likely, block.location, 'config') : { is: 'range', low, likely, high, at: block.location },
      ]
    }),
  )
}

function factsOf(block: Block, sources: FormatMapping['facts']): Record<string, Known<Fact>> {
  return Object.fromEntries(
    Object.entries(sources).map(([name, source]) => [
      name,
      typeof source === 'function' ? source(block) : readFact(block, source, block.location),
    ]),
  )
}

/** Only what is written nowhere takes the provider's default: what is written and not known stays unknown. */
function readFact(
  from: NestedBlock,
  source: Exclude<FactSource, (block: Block) => unknown>,
  at: Location,
): Known<Fact> {
  if (typeof source === 'string') return from.fact(source)
  const [path, providerDefault] = source
  const value = from.fact(path)
  return isUnwritten(value) ? assumed(providerDefault, at) : value
}

function repeatedOf(block: Block, repeated: Readonly<Record<string, RepeatedMapping>>): Record<string, Known<Fact>> {
  const shape: Record<string, Known<Fact>> = {}
  for (const [name, mapping] of Object.entries(repeated)) {
    const from = mapping.of === undefined ? block : mapping.of(block)
    for (const [i, nested] of (from?.nested(mapping.block) ?? []).entries()) {
      shape[`${name}[${i}].count`] = nested.count
      for (const [fact, source] of Object.entries(mapping.facts)) {
        shape[`${name}[${i}].${fact}`] = readFact(nested, source, (from ?? block).location)
      }
    }
  }
  return shape
}
