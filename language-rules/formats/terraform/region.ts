import { assumed, mapKnown, unknown } from '../../../core/known.ts'
import type { Cloud, Known, Location } from '../../../core/types.ts'
import { attributeIn, type In, placeOf } from './declarations.ts'
import { evaluate, type Scope } from './evaluate.ts'
import type { BlockNode, BodyItem } from './hcl/ast.ts'
import { type Provider, providerNameOf, providerOf } from './providers.ts'
import { toFact } from './value.ts'

export interface CloudRegions {
  readonly cloud: Cloud
  /** Of the resource, then of its provider: the attributes that say where, and how to read the region off each. */
  readonly resource: Readonly<Record<string, (value: string) => string | undefined>>
  readonly provider: Readonly<Record<string, (value: string) => string | undefined>>
}

const asWritten = (value: string) => value

/** `us-east-1a` → `us-east-1`, also where the letter is left out. A local or wavelength zone has prices of its own: undefined. */
const ofAwsZone = (zone: string) => /^([a-z]{2}(?:-[a-z]+)+-\d+)[a-z]?$/.exec(zone)?.[1]

/** `us-central1-a`, also at the end of a URL → `us-central1`. */
const ofGoogleZone = (zone: string) => /([a-z]+-[a-z]+\d+)-[a-z]$/.exec(zone)?.[1]

/** `East US` and `eastus` are the same place. */
const ofAzureLocation = (location: string) => location.toLowerCase().replaceAll(' ', '')

/** By the provider's local name, which is what a resource type begins with. */
const clouds: Readonly<Record<string, CloudRegions>> = {
  aws: {
    cloud: 'aws',
    resource: { region: asWritten, availability_zone: ofAwsZone },
    provider: { region: asWritten },
  },
  google: {
    cloud: 'gcp',
    resource: { zone: ofGoogleZone, region: asWritten },
    provider: { zone: ofGoogleZone, region: asWritten },
  },
  azurerm: { cloud: 'azure', resource: { location: ofAzureLocation }, provider: {} },
}

/** How regions are written for the cloud of a resource type; undefined for a provider that has none we know. */
export function cloudOf(type: string): CloudRegions | undefined {
  const name = providerNameOf(type)
  return Object.hasOwn(clouds, name) ? clouds[name] : undefined
}

/**
 * Where a resource stands: what it says itself, else its provider, else what the user chose. What is written and not
 * known leaves only the user's choice; that is always `assumed`.
 */
export function regionOf(
  resource: In<BlockNode>,
  scope: Scope,
  fallbacks: Readonly<Record<string, string>>,
): Known<string> {
  const regions = cloudOf(resource.node.labels[0]!.text)
  if (regions === undefined) return unknown('unsupported')
  const { items } = resource.node
  const own = read(items, regions.resource, scope)
  const ofProvider = providerRegion(providerOf(resource, scope), regions)
  const written = own === undefined || isOpenZone(items, own, scope) ? (ofProvider ?? own) : own
  if (written !== undefined && written.is !== 'unknown') return written
  const chosen = fallbacks[regions.cloud]
  if (chosen !== undefined) return assumed(chosen, placeOf(resource), 'config')
  return written ?? unknown('absent')
}

/** A zone of AWS that is looked up when it runs, or taken for granted, is still one of the provider's region. */
function isOpenZone(items: readonly BodyItem[], own: Known<string>, scope: Scope): boolean {
  const isZone =
    attributeIn(items, 'availability_zone') !== undefined && read(items, { region: asWritten }, scope) === undefined
  return isZone && (own.is === 'assumed' || (own.is === 'unknown' && own.why !== 'unsupported'))
}

const providerRegion = (provider: Provider | undefined, { provider: attributes }: CloudRegions) =>
  provider && read(provider.items, attributes, provider.scope)

/** The region a data source or resource of a cloud is asked in: that of its provider alone. */
export function regionOfProvider(
  block: In<BlockNode>,
  scope: Scope,
  fallbacks: Readonly<Record<string, string>>,
): Known<string> {
  const regions = clouds[providerNameOf(block.node.labels[0]!.text)]
  const written = regions && providerRegion(providerOf(block, scope), regions)
  if (written !== undefined && written.is !== 'unknown') return written
  const chosen = regions && fallbacks[regions.cloud]
  return chosen === undefined ? (written ?? unknown('absent')) : assumed(chosen, placeOf(block), 'config')
}

/** From the first of the attributes that is written; one written as null counts as not written. */
function read(
  items: readonly BodyItem[],
  attributes: CloudRegions['resource'],
  scope: Scope,
): Known<string> | undefined {
  for (const [name, toRegion] of Object.entries(attributes)) {
    const attribute = attributeIn(items, name)
    if (attribute === undefined) continue
    const value = toFact(evaluate(attribute.value, scope))
    if (value.is === 'unknown' && value.at === undefined) continue
    return readable(
      mapKnown(value, (place) => toRegion(String(place))),
      placeOf({ document: scope.document, node: attribute.value }),
    )
  }
  return undefined
}

function readable(region: Known<string | undefined>, at: Location): Known<string> {
  const isRead = (value: string | undefined): value is string => value !== undefined
  switch (region.is) {
    case 'known':
    case 'assumed':
      return isRead(region.value) ? { ...region, value: region.value } : unknown('unsupported', at)
    case 'oneOf': {
      const among = [...new Set(region.among.filter(isRead))]
      if (among.length === 0) return unknown('unsupported', at)
      return { is: 'oneOf', among, at }
    }
    case 'range':
      return unknown('unsupported', at)
    case 'unknown':
      return region
  }
}
