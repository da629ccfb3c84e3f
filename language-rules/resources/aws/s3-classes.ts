// What S3 bills for each storage class: https://aws.amazon.com/s3/pricing/
import { line, priceFor, usage } from '../../../core/estimate/resource-line.ts'
import type { PriceBook, StoragePrice } from '../../../core/prices/book.ts'
import type { Line, Price, Resource } from '../../../core/types.ts'
import { serviceLines } from './item-lines.ts'

interface StorageClass {
  /** As Terraform and the price book write it. */
  readonly id: string
  readonly name: string
  /** Before the quantities of this class in `usage`. */
  readonly prefix: string
  /** Objects that come back are billed by the GB. */
  readonly isRetrieved: boolean
}

export const coldClasses: readonly StorageClass[] = [
  { id: 'STANDARD_IA', name: 'Standard-IA', prefix: 'infrequent', isRetrieved: true },
  { id: 'ONEZONE_IA', name: 'One Zone-IA', prefix: 'oneZoneInfrequent', isRetrieved: true },
  { id: 'INTELLIGENT_TIERING', name: 'Intelligent-Tiering', prefix: 'intelligent', isRetrieved: false },
  { id: 'GLACIER_IR', name: 'Glacier Instant Retrieval', prefix: 'glacierInstant', isRetrieved: true },
  { id: 'GLACIER', name: 'Glacier Flexible Retrieval', prefix: 'glacier', isRetrieved: true },
  { id: 'DEEP_ARCHIVE', name: 'Glacier Deep Archive', prefix: 'deepArchive', isRetrieved: true },
]

/** What a bucket may use of a class that objects move to. */
export const coldUsage: Readonly<Record<string, string>> = Object.fromEntries(
  coldClasses.flatMap(({ name, prefix, isRetrieved }) => [
    [`${prefix}StoredGB`, `GB in ${name}, mean of the month`],
    [`${prefix}Transitions`, `objects moved to ${name} a month`],
    ...(isRetrieved ? [[`${prefix}RetrievedGB`, `GB retrieved from ${name} a month`]] : []),
  ]),
)

const rowPrice = (resource: Resource, prices: PriceBook, id: string, of: (row: StoragePrice) => Price | undefined) =>
  priceFor(resource, [], (region) => {
    const row = prices.storage('aws', 's3', id, region)
    return row && of(row)
  })

/** Storage, what moves in and what is retrieved, of each class that a lifecycle rule moves objects to or that is said to be used. */
export function coldLines(resource: Resource, prices: PriceBook, moved: readonly string[]): readonly Line[] {
  const { used } = serviceLines(resource, prices, 's3')
  const isUsed = ({ id, prefix }: StorageClass) =>
    moved.includes(id) || resource.usage?.[`${prefix}StoredGB`] !== undefined
  return coldClasses.filter(isUsed).flatMap(({ id, name, prefix, isRetrieved }) => [
    line(
      `Storage, ${name}`,
      'GB-month',
      usage(resource, `${prefix}StoredGB`),
      rowPrice(resource, prices, id, (row) => row.storage),
    ),
    used(`Objects moved to ${name}`, 'request', `${id} transition`, `${prefix}Transitions`),
    ...(isRetrieved
      ? [line(`Retrieval from ${name}`, 'GB', usage(resource, `${prefix}RetrievedGB`), retrieval(resource, prices, id))]
      : [used('Intelligent-Tiering monitoring', 'object-month', 'INTELLIGENT_TIERING monitoring', 'monitoredObjects')]),
  ])
}

const retrieval = (resource: Resource, prices: PriceBook, id: string) =>
  rowPrice(resource, prices, id, (row) => row.retrieval)

/** Requests of the Standard class. */
export function requestLines(resource: Resource, prices: PriceBook): readonly Line[] {
  return [
    line(
      'Requests that write or list',
      'request',
      usage(resource, 'writeRequests'),
      rowPrice(resource, prices, 'STANDARD', (row) => row.put),
    ),
    line(
      'Requests that read',
      'request',
      usage(resource, 'readRequests'),
      rowPrice(resource, prices, 'STANDARD', (row) => row.get),
    ),
  ]
}
