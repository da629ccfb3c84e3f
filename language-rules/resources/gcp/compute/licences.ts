// Licences of premium images: https://cloud.google.com/compute/disks-image-pricing#premiumimages
import { line, monthOf, type Priced, product } from '../../../../core/estimate/resource-line.ts'
import { known, valueOf } from '../../../../core/known.ts'
import type { PriceBook } from '../../../../core/prices/book.ts'
import type { Fact, Known, Line, Resource } from '../../../../core/types.ts'
import { customTypeOf } from './custom.ts'
import { seriesOf } from './series.ts'

/** Up to how many vCPUs a machine is of a step of the price list. */
type Steps = readonly (readonly [most: number, name: string])[]

interface Licence {
  readonly item: string
  readonly steps?: Steps
  /** Left out: by the machine. */
  readonly isByVcpu?: true
  /** Machines with a shared core of the first series have a price of their own, which has no row. */
  readonly isOwnWhenShared?: true
}

const red: Steps = [
  [8, 'up to 8 vCPUs'],
  [127, '9 to 127 vCPUs'],
  [Number.POSITIVE_INFINITY, '128 vCPUs or more'],
]
const suseForSap: Steps = [
  [3, 'up to 3 vCPUs'],
  [4, '4 vCPUs'],
  [Number.POSITIVE_INFINITY, '5 vCPUs or more'],
]

const windows: Licence = { item: 'windows', isByVcpu: true, isOwnWhenShared: true }

/** By the name of an image, its family or its project; the first that fits. */
const licences: readonly (readonly [name: RegExp, licence: Licence | undefined])[] = [
  [/windows/i, windows],
  [/rhel.*sap/i, { item: 'rhel-sap', steps: red, isByVcpu: true }],
  [/rhel/i, { item: 'rhel', steps: red, isByVcpu: true }],
  [/sles.*sap/i, { item: 'sles-sap', steps: suseForSap, isOwnWhenShared: true }],
  [/sles/i, { item: 'sles', isOwnWhenShared: true }],
  [/ubuntu-pro/i, undefined],
]

function priceOf(prices: PriceBook, licence: Licence | undefined, type: string, vcpus: number): Priced {
  if (licence === undefined || (licence.isOwnWhenShared === true && ['f1', 'g1'].includes(seriesOf(type))))
    return 'no-price'
  const [, step] = licence.steps?.find(([most]) => vcpus <= most) ?? []
  const item = step === undefined ? licence.item : `${licence.item} ${step}`
  return prices.service('gcp', 'image-licence', item, 'global') ?? 'no-price'
}

/** The licences of so many machines all month; one's own are not billed. @param label what comes before `licence` */
export function licenceLines(
  resource: Resource,
  prices: PriceBook,
  { image, type, count, label }: { image: Known<Fact>; type: Known<Fact>; count: Known<number>; label: string },
): Line[] {
  const name = String(valueOf(image) ?? '')
  const found = licences.find(([pattern]) => pattern.test(name))
  if (found === undefined || /byos|byol/i.test(name)) return []
  const [, licence] = found
  const machine = String(valueOf(type) ?? '')
  const vcpus = customTypeOf(machine)?.vcpus ?? prices.specs('gcp', machine)?.vcpu
  const hours = product(count, monthOf(resource))
  if (vcpus === undefined) return [line(`${label} licence`, 'hour', hours, 'no-price')]
  const price = priceOf(prices, licence, machine, vcpus)
  const each = licence?.isByVcpu === true ? product(known(vcpus, resource.location), hours) : hours
  const isSql = /(?:^|\/)sql-/i.test(name)
  return [
    line(`${label} licence`, licence?.isByVcpu === true ? 'vCPU-hour' : 'hour', each, price),
    ...(isSql ? [line(`${label} SQL Server licence`, 'hour', hours, 'no-price' as const)] : []),
  ]
}
