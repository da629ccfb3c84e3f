// https://cloud.google.com/storage/pricing
import { fact, isUnwritten, line, priceFor, usage } from '../../../core/estimate/resource-line.ts'
import type { Block } from '../../../core/format.ts'
import { known, mapKnown, unknown, valueOf } from '../../../core/known.ts'
import type { PriceBook, StoragePrice } from '../../../core/prices/book.ts'
import { defineResource, type ResourceExample } from '../../../core/resource.ts'
import type { Fact, Known, Line, Resource } from '../../../core/types.ts'
import { flagFact } from '../block-facts.ts'
import { regionOfLocation } from './location.ts'

/** Places that are more than one region, as the price list names them. */
const wide: Readonly<Record<string, string>> = { us: 'us-multi', eu: 'europe-multi', asia: 'asia-multi' }
const dual = ['asia1', 'eur4', 'eur5', 'eur7', 'eur8', 'nam4']

/** `US` → `us-multi`; a region in the spelling of the list. */
export const placeNamed = (location: string): string => wide[location.toLowerCase()] ?? location.toLowerCase()

const placeOf = (block: Block): Known<string> => mapKnown(regionOfLocation(block), placeNamed)

/** A class has a price of its own in more than one region. */
export function classIn(name: Fact, region: string): string {
  const written = String(name) === 'REGIONAL' || String(name) === 'MULTI_REGIONAL' ? 'STANDARD' : String(name)
  if (region.endsWith('-multi')) return `${written}_MULTI`
  return dual.includes(region) ? `${written}_DUAL` : written
}

const operations = { put: 'Class A operations', get: 'Class B operations', retrieval: 'Data retrieved' } as const

/** @param name of the usage that tells how much of the class is stored: `storedGB`, `nearlineGB` */
function classLines(
  resource: Resource,
  prices: PriceBook,
  storageClass: Known<Fact>,
  name: string,
  label: string,
): Line[] {
  const price = (part: (found: StoragePrice) => StoragePrice['storage'] | undefined) =>
    priceFor(resource, [storageClass], (region, type) => {
      const found = prices.storage('gcp', 'gcs', classIn(type!, region), region)
      return found && part(found)
    })
  return [
    line(
      label,
      'GB-month',
      usage(resource, name),
      price(({ storage }) => storage),
    ),
  ]
}

function lines(resource: Resource, prices: PriceBook): Line[] {
  const storageClass = fact(resource, 'storageClass')
  const of = (part: 'put' | 'get' | 'retrieval') =>
    priceFor(
      resource,
      [storageClass],
      (region, type) => prices.storage('gcp', 'gcs', classIn(type!, region), region)?.[part],
    )
  const isCold = !['STANDARD', 'REGIONAL', 'MULTI_REGIONAL'].includes(String(valueOf(storageClass) ?? 'STANDARD'))
  return [
    ...classLines(resource, prices, storageClass, 'storedGB', 'Storage'),
    line(operations.put, 'request', usage(resource, 'classAOperations'), of('put')),
    line(operations.get, 'request', usage(resource, 'classBOperations'), of('get')),
    ...(isCold ? [line(operations.retrieval, 'GB', usage(resource, 'retrievedGB'), of('retrieval'))] : []),
    ...(valueOf(fact(resource, 'autoclass')) === true
      ? [
          line(
            'Autoclass management',
            'object-month',
            usage(resource, 'objects'),
            priceFor(resource, [], () => prices.service('gcp', 'gcs', 'autoclass management', 'us-central1')),
          ),
        ]
      : []),
  ]
}

/** A rule that deletes, and that old versions can meet: https://cloud.google.com/storage/docs/lifecycle#conditions */
function dropsVersions(block: Block): Known<Fact> {
  const rules = block.nested('lifecycle_rule').map((rule) => rule.fact('action.type'))
  const isDelete = (type: Known<Fact>) => valueOf(type) === 'Delete'
  if (rules.some(isDelete)) return known<Fact>(true, block.location)
  const open = rules.find(({ is }) => is === 'unknown')
  return open ?? known<Fact>(false, block.location)
}

/** Whether what is in it ever moves to a colder class, or is deleted; autoclass moves it by itself. */
function lifecycle(block: Block): Known<Fact> {
  const autoclass = block.fact('autoclass.enabled')
  if (valueOf(autoclass) === true) return known<Fact>(true, block.location)
  const rules = block.nested('lifecycle_rule').map((rule) => rule.fact('action.type'))
  const does = (type: Known<Fact>) => valueOf(type) === 'Delete' || valueOf(type) === 'SetStorageClass'
  if (rules.some(does)) return known<Fact>(true, block.location)
  const open = [autoclass, ...rules].find((each) => each.is === 'unknown' && !isUnwritten(each))
  return open ?? known<Fact>(false, block.location)
}

/** Whether a rule, or autoclass, moves objects to a colder class. */
function tiered(block: Block): Known<Fact> {
  const autoclass = block.fact('autoclass.enabled')
  const rules = block.nested('lifecycle_rule').map((rule) => rule.fact('action.type'))
  if (valueOf(autoclass) === true || rules.some((type) => valueOf(type) === 'SetStorageClass'))
    return known<Fact>(true, block.location)
  const open = [autoclass, ...rules].find((each) => each.is === 'unknown' && !isUnwritten(each))
  return open ?? known<Fact>(false, block.location)
}

/** Days after which objects are deleted whatever else is of them; by several rules, the longest. */
function keptDays(block: Block): Known<Fact> {
  const days = block
    .nested('lifecycle_rule')
    .filter((rule) => valueOf(rule.fact('action.type')) === 'Delete')
    .map((rule) => rule.fact('condition.age'))
  const open = days.find((each) => typeof valueOf(each) !== 'number')
  if (open || days.length === 0) return open?.is === 'unknown' ? open : unknown('absent')
  return days.reduce((longest, each) => (Number(valueOf(each)) > Number(valueOf(longest)) ? each : longest))
}

/** What the configuration puts there, or makes a function of. https://registry.terraform.io/providers/hashicorp/google/latest/docs/resources/storage_bucket_object */
const files: readonly (readonly [type: string, path: string])[] = [
  ['google_storage_bucket_object', 'bucket'],
  ['google_cloudfunctions_function', 'source_archive_bucket'],
  ['google_cloudfunctions2_function', 'build_config.source.storage_source.bucket'],
]

function writtenBy(block: Block): Known<Fact> {
  const isFilled = files.some(([type, path]) =>
    block.referredBy(type).some((other) => other.target(path, 'google_storage_bucket')?.key === block.key),
  )
  return isFilled ? known<Fact>('configuration', block.location) : unknown('absent')
}

const bucket = defineResource({
  id: 'gcp/storage-bucket',
  cloud: 'gcp',
  docs: 'https://cloud.google.com/storage/pricing',
  shape: {
    storageClass: 'STANDARD, NEARLINE, COLDLINE or ARCHIVE: what an object is of unless it says otherwise',
    autoclass: 'whether Google moves objects between classes, for a price each',
    versioned: 'whether old versions of objects are kept',
    dropsVersions: 'whether a lifecycle rule deletes old versions',
    lifecycle: 'whether objects are ever moved to a colder class, or deleted',
    tiered: 'whether objects are moved to a colder class by themselves',
    keptDays: 'days after which objects are deleted',
    isSite: 'whether a web site is read from it',
    writtenBy: 'configuration where this puts its files there',
    isDisposable: 'whether it is deleted with all that is in it',
  },
  usage: {
    storedGB: 'GB stored in the class of the bucket',
    classAOperations: 'operations that write or list',
    classBOperations: 'operations that read',
    retrievedGB: 'GB read of a class that bills reading',
    objects: 'objects of a bucket with autoclass',
  },
  lines,
  from: {
    // https://registry.terraform.io/providers/hashicorp/google/latest/docs/resources/storage_bucket
    terraform: {
      google_storage_bucket: {
        facts: {
          storageClass: ['storage_class', 'STANDARD'],
          autoclass: 'autoclass.enabled',
          versioned: flagFact('versioning.enabled', false),
          dropsVersions,
          lifecycle,
          tiered,
          keptDays,
          isDisposable: 'force_destroy',
          isSite: (block) => known<Fact>(block.nested('website').length > 0, block.location),
          writtenBy,
        },
        region: placeOf,
      },
      // An old registry keeps its images in a bucket of its own: https://cloud.google.com/container-registry/pricing
      google_container_registry: {
        facts: { storageClass: ['storage_class', 'STANDARD'], autoclass: 'autoclass.enabled' },
        region: placeOf,
      },
    },
  },
  label: (resource) => `${valueOf(fact(resource, 'storageClass')) ?? ''} bucket`.trim(),
})

export const resources = [bucket]

export const examples: readonly ResourceExample[] = [
  {
    name: 'in a region 1,000 GB × $0.02 + 100,000 × $0.005 and 1,000,000 × $0.0004 a thousand; in all of the United States 1,000 GB × $0.026; nearline 500 GB × $0.01 + 20 GB read × $0.01',
    terraform: `resource "google_storage_bucket" "one" {
  name     = "one"
  location = "us-central1"
}

resource "google_storage_bucket" "wide" {
  name     = "wide"
  location = "US"
}

resource "google_storage_bucket" "near" {
  name          = "near"
  location      = "US-CENTRAL1"
  storage_class = "NEARLINE"
}

resource "google_container_registry" "old" {
  location = "EU"
}
`,
    usage: {
      'google_storage_bucket.one': { storedGB: 1000, classAOperations: 100_000, classBOperations: 1_000_000 },
      'google_storage_bucket.wide': { storedGB: 1000 },
      'google_storage_bucket.near': { storedGB: 500, retrievedGB: 20 },
    },
    sees: [
      { address: 'google_storage_bucket.one', usd: 20.9, status: 'priced' },
      { address: 'google_storage_bucket.wide', usd: 26, status: 'partial' },
      { address: 'google_storage_bucket.near', usd: 5.2, status: 'partial' },
      { address: 'google_container_registry.old', usd: null, status: 'partial' },
    ],
  },
]
