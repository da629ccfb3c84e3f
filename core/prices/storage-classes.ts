// Storage classes the price book has prices of, and what each gives up beside the others of its kind.
import { say, usd } from '../money.ts'
import type { Cloud } from '../types.ts'
import { areaOf } from './areas.ts'
import type { PriceBook, StoragePrice } from './book.ts'
import {
  awsDisks,
  azureDisks,
  azurePremiumV2,
  googleDisks,
  googleRegionalDisks,
  type Performance,
  slower,
} from './disks.ts'
import { allowedRegions } from './machines.ts'
import { type Alternative, type Match, storageMatch } from './match.ts'

export interface StorageClass {
  readonly cloud: Cloud
  readonly service: string
  readonly name: string
  readonly kind: 'object' | 'block'
  /** What it is for: a class stands in another's place only downwards, in its own cloud; elsewhere only at the same step. */
  readonly step: number
  readonly lost: readonly string[]
  readonly performance?: Performance
  /** Only classes of one group stand in each other's place: of one size, of as many copies. */
  readonly group?: string
}

const together = (one: StorageClass, other: StorageClass) =>
  one.group === other.group || (other.group === 'any LRS' && (one.group?.endsWith(' LRS') ?? false))

const zone = 'in one zone only: lost with it'
const hours = 'hours before it can be read'
const listed = (
  cloud: Cloud,
  service: string,
  kind: StorageClass['kind'],
  classes: readonly (readonly [name: string, step: number, ...lost: string[]])[],
): readonly StorageClass[] => classes.map(([name, step, ...lost]) => ({ cloud, service, name, kind, step, lost }))

const disks = (cloud: Cloud, service: string, classes: typeof awsDisks, group?: string): readonly StorageClass[] =>
  classes.map(([name, step, performance, ...lost]) => ({
    cloud,
    service,
    name,
    kind: 'block',
    step,
    lost,
    performance,
    ...(group === undefined ? {} : { group }),
  }))

/**
 * https://docs.aws.amazon.com/AmazonS3/latest/userguide/storage-class-intro.html, https://docs.cloud.google.com/storage/docs/storage-classes,
 * https://learn.microsoft.com/azure/storage/blobs/access-tiers-overview; disks: `disks.ts`
 */
export const storageClasses: readonly StorageClass[] = [
  ...listed('aws', 's3', 'object', [
    ['STANDARD', 0],
    ['INTELLIGENT_TIERING', 0.5, 'saves only as data goes unread for 30 days; a fee per object watched'],
    ['STANDARD_IA', 1, 'for data read less than once a month; 128 KB least per object'],
    ['ONEZONE_IA', 1.5, zone, 'for data read less than once a month; 128 KB least per object'],
    ['GLACIER_IR', 2, 'for data read about once a quarter; 128 KB least per object'],
    ['GLACIER', 3, 'minutes to hours before it can be read'],
    ['DEEP_ARCHIVE', 4, '12 hours and more before it can be read'],
  ]),
  ...listed('gcp', 'gcs', 'object', [
    ['STANDARD', 0],
    ['NEARLINE', 1, 'for data read less than once a month'],
    ['COLDLINE', 2, 'for data read less than once a quarter'],
    ['ARCHIVE', 4, 'for data read less than once a year'],
  ]),
  ...listed('azure', 'blob', 'object', [
    ['HOT LRS', 0, 'copies in one data centre only (LRS)'],
    ['COOL LRS', 1, 'copies in one data centre only (LRS)', 'for data read less than once a month'],
    ['COLD LRS', 2, 'copies in one data centre only (LRS)', 'for data read less than once a quarter'],
    ['ARCHIVE LRS', 4, 'copies in one data centre only (LRS)', hours],
  ]),
  ...disks('aws', 'ebs', awsDisks),
  ...disks('gcp', 'pd', googleDisks),
  ...disks('gcp', 'pd', googleRegionalDisks, 'regional'),
  ...azureDisks.flatMap(([group, classes]) => disks('azure', 'managed-disk', classes, group)),
  ...disks('azure', 'managed-disk', [azurePremiumV2], 'any LRS'),
]

const wordsOf = (text: string) =>
  text
    .toLowerCase()
    .replaceAll(/[\s_-]+/g, ' ')
    .trim()

/** `gp2`, `S3 STANDARD`, `standard_ia`, `aws s3 GLACIER`, `coldline`. */
export function storageClassesNamed(text: string): readonly StorageClass[] {
  const asked = wordsOf(text)
  return storageClasses.filter(({ cloud, service, name }) =>
    [name, `${service} ${name}`, `${cloud} ${service} ${name}`].some((each) => wordsOf(each) === asked),
  )
}

interface Priced {
  readonly storage: StorageClass
  readonly region: string
  readonly price: StoragePrice
}

function pricedIn(book: PriceBook, storage: StorageClass, regions: readonly string[]): readonly Priced[] {
  return regions.flatMap((region) => {
    const price = book.storage(storage.cloud, storage.service, storage.name, region)
    return price === undefined ? [] : [{ storage, region, price }]
  })
}

export const storageMatches = (book: PriceBook, storage: StorageClass, regions: readonly string[]): readonly Match[] =>
  pricedIn(book, storage, regions).map(({ region, price }) =>
    storageMatch(storage.cloud, storage.service, storage.name, region, price),
  )

function lossesOf(of: Priced, it: Priced): readonly string[] {
  const lost = it.storage.lost.filter((each) => !of.storage.lost.includes(each))
  const slow = slower(of.storage.performance, it.storage.performance)
  if (slow !== undefined) lost.push(slow)
  const { retrieval, minDays, put, get } = it.price
  if (it.storage.cloud !== of.storage.cloud)
    lost.unshift(`moves to ${it.storage.cloud} ${it.region}: egress to get there and to read from outside`)
  if (retrieval && retrieval.usd > (of.price.retrieval?.usd ?? 0))
    lost.push(say`${usd(retrieval.usd)} per GB read back`)
  if ((minDays ?? 0) > (of.price.minDays ?? 0)) lost.push(say`billed for ${minDays!} days at least`)
  const dearer = [['writes', put, of.price.put] as const, ['reads', get, of.price.get] as const].filter(
    ([, now, was]) => now && was && now.usd > was.usd,
  )
  if (dearer.length > 0)
    lost.push(
      `dearer requests: ${dearer.map(([name, now, was]) => say`${usd(now!.usd)} per 1,000 ${name}, not ${usd(was!.usd)}`).join('; ')}`,
    )
  if (put === undefined && of.price.put !== undefined) lost.push('price of requests not known')
  return lost
}

/**
 * Cheaper classes for the same data, those that change least first; of another cloud only its counterpart, in the same part of the world.
 * @param regions of the thing itself, each compared with what is there
 * @param named what the user allows; empty where nothing was said, and then only the same cloud is compared
 */
export function storageAlternatives(
  book: PriceBook,
  storage: StorageClass,
  regions: readonly string[],
  named: readonly string[],
): readonly Alternative[] {
  const others = storageClasses.filter(({ kind }) => kind === storage.kind)
  const alternatives = pricedIn(book, storage, regions).flatMap((of) => {
    const own = others
      .filter(
        (each) =>
          each.cloud === storage.cloud &&
          each.service === storage.service &&
          each.step > storage.step &&
          together(storage, each),
      )
      .flatMap((each) => pricedIn(book, each, [of.region]))
    const elsewhere = others
      .filter(({ cloud, step }) => cloud !== storage.cloud && step === storage.step && storage.kind === 'object')
      .flatMap((each) => cheapest(pricedIn(book, each, near(book, each.cloud, of.region, named))))
    const cheaper = [...own, ...elsewhere].filter(({ price }) => price.storage.usd < of.price.storage.usd)
    return cheaper.map(
      (it): Ranked => ({
        alternative: {
          ...storageMatch(it.storage.cloud, it.storage.service, it.storage.name, it.region, it.price),
          saves: { per: 'GB-month', usd: Number((of.price.storage.usd - it.price.storage.usd).toPrecision(6)) },
          lost: lossesOf(of, it),
        },
        away: it.storage.cloud === storage.cloud ? 0 : 1,
        steps: it.storage.step - storage.step,
      }),
    )
  })
  const usd = ({ alternative }: Ranked) => alternative.lines[0]!.usd
  return alternatives
    .sort((a, b) => a.away - b.away || a.steps - b.steps || usd(a) - usd(b))
    .map(({ alternative }) => alternative)
}

interface Ranked {
  readonly alternative: Alternative
  readonly away: number
  readonly steps: number
}

function near(book: PriceBook, cloud: Cloud, region: string, named: readonly string[]): readonly string[] {
  if (named.length === 0) return []
  return allowedRegions(book, cloud, named).filter((each) => areaOf(each) === areaOf(region))
}

const cheapest = (all: readonly Priced[]): readonly Priced[] =>
  [...all].sort((a, b) => a.price.storage.usd - b.price.storage.usd).slice(0, 1)
