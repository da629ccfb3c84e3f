// https://azure.microsoft.com/pricing/details/virtual-machines/linux/ and …/windows/
import {
  fact,
  isUnwritten,
  line,
  machineLine,
  monthOf,
  priceFor,
  product,
} from '../../../core/estimate/resource-line.ts'
import type { Block } from '../../../core/format.ts'
import { known, valueOf } from '../../../core/known.ts'
import type { PriceBook } from '../../../core/prices/book.ts'
import type { Known, Line, Price, Purchase, Resource } from '../../../core/types.ts'
import { hybridBenefit, itemLines, one } from './item-lines.ts'

/** Facts that `machineLines` reads. */
export const machineShape = {
  instanceType: 'size, Standard_NC24ads_A100_v4',
  os: 'linux or windows; a Windows licence is billed by the vCPU',
  licence: 'licence that is brought along: Windows_Server, Windows_Client, RHEL_BYOS, SLES_BYOS; None where none is',
  imagePublisher: 'publisher of the image, for licences billed with it',
}

/** The instance at the price of Linux, and the licences that come on top, for `count` of them all month long. */
export function machineLines(resource: Resource, prices: PriceBook, count: Known<number> = one(resource)): Line[] {
  return [
    instanceLine(resource, prices, count),
    ...windowsLines(resource, prices, count).map((licence) => ({ ...licence, ownLicence: hybridBenefit })),
    ...imageLines(resource, count),
  ]
}

export function instanceLine(resource: Resource, prices: PriceBook, count: Known<number> = one(resource)): Line {
  const { purchase } = resource
  const price = priceFor(resource, [fact(resource, 'instanceType')], (region, size) =>
    purchase === undefined ? undefined : machinePrice(prices, size!, region, purchase),
  )
  const hours = product(count, monthOf(resource))
  const billed = line('Instance', 'hour', hours, purchase === undefined ? 'dynamic' : price)
  return machineLine(billed, fact(resource, 'instanceType'), purchase)
}

/** The basic sizes stand in the list of services: they are no machines of the price book. */
export function machinePrice(prices: PriceBook, size: string, region: string, purchase: Purchase): Price | undefined {
  const price = prices.instance('azure', listed(prices, size), region, purchase)
  if (price !== undefined || purchase !== 'on-demand') return price
  return prices.service('azure', 'virtual-machines', size.toLowerCase(), region)
}

const names = new WeakMap<PriceBook, ReadonlyMap<string, string>>()

/** A size as the price book writes it: Azure takes it in any case. */
export function listed(prices: PriceBook, size: string): string {
  const known = names.get(prices) ?? new Map(prices.types('azure').map((type) => [type.toLowerCase(), type]))
  names.set(prices, known)
  return known.get(size.toLowerCase()) ?? size
}

/** With the hybrid benefit nothing: the licence is there already. What a licence costs on a spot machine no list says. */
function windowsLines(resource: Resource, prices: PriceBook, count: Known<number>): Line[] {
  const licence = String(valueOf(fact(resource, 'licence')) ?? 'None')
  if (valueOf(fact(resource, 'os')) !== 'windows' || /^Windows_/i.test(licence)) return []
  const size = fact(resource, 'instanceType')
  const hours = product(count, monthOf(resource))
  if (resource.purchase !== 'on-demand') return [line('Windows licence', 'vCPU-hour', hours, 'no-price')]
  const name = String(valueOf(size) ?? '')
  const { item } = itemLines(resource, prices, 'windows-server')
  if (name !== '' && licenceOf(name) === undefined) {
    return [item('Windows licence', 'hour', hours, { by: [size], item: (of) => ownLicence(of!) })]
  }
  const billed = product(hours, known(vcpusOf(name) ?? 1, resource.location))
  return [item('Windows licence', 'vCPU-hour', billed, { by: [size], item: licenceOf })]
}

/** A size with fewer cores than its family's pays the licence of the whole: `E8-4s` that of 8. */
const vcpusOf = (size: string): number | undefined => {
  const cores = /^(?:standard|basic)_[a-z]+(\d+)/i.exec(size)?.[1]
  return cores === undefined ? undefined : Number(cores)
}

/** `D2_v2`, of a size the list has at a price of its own. One with premium storage is the same meter: `D2 v2/DS2 v2`. */
const ownLicence = (size: string) =>
  size
    .toUpperCase()
    .replace(/^STANDARD_/, '')
    .replace(/^([DG])S/, '$1')
    .replace(/_V2$/, '_v2')

/** Series whose licence the list has at one price for a vCPU; the older ones have prices by region and size. */
const regular: readonly RegExp[] = [
  /^(?:d|e|dc|ec|l|f|fx)[\d-]+[a-z]*(?:_cc)?_v[3-9]$/,
  /^(?:dc\d+s?|l\d+s|m[\d-]+[a-z]+)_v2$/,
  /^m\d+(?:l|t)?s?$/,
  /^fx[\d-]+[a-z]*(?:_v2)?$/,
  /^n[cv]\d+[a-z]*(?:_[a-z\d]+)?_v[3-9]$/,
  /^nd\d+[a-z]+(?:_[a-z\d]+)?_v[4-9]$/,
  /^nd\d+rs_v2$/,
  /^np\d+s$/,
  /^h[bcx][\d-]+rs(?:_v\d)?$/,
]

/** The item of the price list that a vCPU of a size is licensed by; undefined where it has none. */
function licenceOf(size: string): string | undefined {
  const name = size.toLowerCase().replace(/^standard_/, '')
  if (/^b\d+[a-z]+$/.test(name)) return 'B vCPU'
  if (/^b\d+[a-z]+_v2$/.test(name)) return 'Bv2 vCPU'
  if (/^f\d+s?(?:_v2)?$/.test(name)) return 'F vCPU'
  return regular.some((series) => series.test(name)) ? 'vCPU' : undefined
}

function imageLines(resource: Resource, count: Known<number>): Line[] {
  const publisher = fact(resource, 'imagePublisher')
  const isBrought = /_BYOS$/i.test(String(valueOf(fact(resource, 'licence'))))
  const isLicensed = /redhat|suse/i.test(String(valueOf(publisher)))
  return isLicensed && !isBrought ? [line('Image licence', 'hour', product(count, monthOf(resource)), 'no-price')] : []
}

/** `Spot`, `Regular`, and the `Low` of older resources, which spot has replaced; undefined where it cannot be told. */
export const purchaseBy =
  (path: string) =>
  (block: Block): Purchase | undefined => {
    const priority = block.fact(path)
    if (priority.is === 'unknown') return isUnwritten(priority) ? 'on-demand' : undefined
    const value = String(valueOf(priority)).toLowerCase()
    return value === 'spot' ? 'spot' : ['regular', 'dedicated'].includes(value) ? 'on-demand' : undefined
  }
