import { sum, times } from '../band.ts'
import { billedWithWord } from '../billed-with.ts'
import { isCloud } from '../cloud-types.ts'
import { bandOf, valueOf } from '../known.ts'
import type { PriceBook } from '../prices/book.ts'
import { nearestRegion, nearestType } from '../prices/nearest.ts'
import type { ResourceDefinition } from '../resource.ts'
import type { Assumption, Band, Estimate, Known, Line, Resource, Status, Unknown, Via } from '../types.ts'
import { alternativesOf, mergeLines } from './alternatives.ts'
import { untold } from './untold.ts'

/**
 * What all instances of a resource cost in a month of 730 hours.
 * @param definition undefined for a type Outlay does not price: status `unsupported`, and no lines.
 */
export function estimateResource(
  resource: Resource,
  definition: ResourceDefinition | undefined,
  prices: PriceBook,
): Estimate {
  const count = bandOf(resource.count)
  // Not made at all: neither an amount nor anything unknown.
  if (definition && count?.high === 0) return nothing
  const each = definition ? mergeLines(alternativesOf(resource).map((one) => definition.lines(one, prices))) : []
  const unknown = [
    ...unknownOf(resource, each).map((one) => withNearest(one, resource, each, prices)),
    ...(definition && resource.region.is !== 'unknown' ? untold(resource, definition, prices, each) : []),
  ]
  const lines = each.map((line) => countLine(line, count, resource.count))
  return {
    per: definition?.per?.(resource) ?? 'month',
    status: definition ? statusOf(lines, unknown) : 'unsupported',
    usd: sum(lines.map((line) => line.usd)),
    month: undefined,
    lines,
    unknown,
    assumed: definition ? assumedOf(resource, definition) : [],
  }
}

const nothing: Estimate = {
  per: 'month',
  status: 'free',
  usd: undefined,
  month: undefined,
  lines: [],
  unknown: [],
  assumed: [],
}

function countLine(line: Line, count: Band | undefined, counted: Known<number>): Line {
  if (count !== undefined) {
    return { ...line, quantity: line.quantity && times(line.quantity, count), usd: line.usd && times(line.usd, count) }
  }
  const why = line.why ?? (counted.is === 'unknown' ? counted.why : 'dynamic')
  return { ...line, quantity: undefined, usd: undefined, why }
}

/** Without a region nothing has a price, so the region is the only thing to ask for. */
function unknownOf({ region, count }: Resource, lines: readonly Line[]): readonly Unknown[] {
  const missing = (what: string, value: Known<unknown>): readonly Unknown[] =>
    value.is === 'unknown' ? [{ what, why: value.why, ...(value.at === undefined ? {} : { at: value.at }) }] : []
  const inLines = lines.flatMap(({ label, why }) => (why === undefined ? [] : [{ what: label, why }]))
  return [...missing('region', region), ...missing('count', count), ...(region.is === 'unknown' ? [] : inLines)]
}

/** Where a region or a machine type is not in the book at all, the name that may have been meant. */
function withNearest(unknown: Unknown, resource: Resource, lines: readonly Line[], prices: PriceBook): Unknown {
  if (unknown.why !== 'no-price') return unknown
  const { cloud, region, shape } = resource
  const type = shape.instanceType && valueOf(shape.instanceType)
  const isMachine = lines.some(({ label, unit }) => label === unknown.what && unit === 'hour')
  const where = valueOf(region)
  if (!isCloud(cloud)) return unknown
  const nearest =
    (where === undefined ? undefined : nearestRegion(prices, cloud, where)) ??
    (isMachine && typeof type === 'string' ? nearestType(prices, cloud, type) : undefined)
  return nearest === undefined ? unknown : { ...unknown, nearest }
}

function statusOf(lines: readonly Line[], unknown: readonly Unknown[]): Status {
  if (unknown.length === 0) return lines.length === 0 ? 'free' : 'priced'
  return lines.some((line) => line.usd !== undefined || line.unitUsd !== undefined) ? 'partial' : 'unknown'
}

const sayings: Readonly<Partial<Record<Via, string>>> = {
  config: 'outlay.json',
  default: 'provider default',
  image: "the provider's own image",
  mock: 'a mock output of a dependency',
}

function assumedOf(resource: Resource, definition: ResourceDefinition): readonly Assumption[] {
  const facts = Object.entries({
    region: resource.region,
    count: resource.count,
    ...resource.shape,
    ...resource.usage,
  })
  const inSource = facts.flatMap(([what, value]): readonly Assumption[] => {
    if (value.is === 'range' && resource.usage?.[what] === value)
      return [{ what, value: `${value.low}–${value.high}`, from: 'outlay.json', at: value.at }]
    if (value.is !== 'assumed') return []
    return [{ what, value: String(value.value), from: sayings[value.via] ?? value.via, at: value.at }]
  })
  const billedWith = definition.billedWith?.(resource)
  const elsewhere = billedWith === undefined ? [] : [{ what: billedWithWord, value: billedWith, from: definition.docs }]
  return [...inSource, ...elsewhere, ...(definition.assumes ?? [])]
}
