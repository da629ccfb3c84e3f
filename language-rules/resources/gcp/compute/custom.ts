// Custom machine types: https://cloud.google.com/compute/docs/instances/creating-instance-with-custom-machine-type
import { line, type Priced, product } from '../../../../core/estimate/resource-line.ts'
import { known } from '../../../../core/known.ts'
import type { PriceBook } from '../../../../core/prices/book.ts'
import type { Known, Line, Price, Purchase, Resource } from '../../../../core/types.ts'
import { seriesOf } from './series.ts'

export interface CustomType {
  readonly series: string
  readonly vcpus: number
  readonly memoryGiB: number
  readonly extendedGiB: number
}

/** GiB for each vCPU up to which memory has the usual price: https://cloud.google.com/compute/vm-instance-pricing */
const usualMemory: Readonly<Record<string, number>> = { n1: 6.5, n2: 8, n2d: 8, n4: 8, n4d: 8, n4a: 8, e2: 8 }

/** `n2-custom-4-20480`, `custom-2-15360-ext`; undefined for any other type. A shared core is `small`, `medium` or `micro` here. */
export function customTypeOf(type: string): CustomType | undefined {
  const [, cpus, mib, ext] = /^(?:[a-z]\w*-)?custom-(\d+|micro|small|medium)-(\d+)(-ext)?$/.exec(type) ?? []
  const vcpus = sharedCores[cpus ?? ''] ?? Number(cpus)
  const series = seriesOf(type)
  const usual = usualMemory[series]
  if (usual === undefined || !(vcpus > 0)) return undefined
  const total = Number(mib) / 1024
  const memoryGiB = ext === undefined ? total : Math.min(total, vcpus * usual)
  return { series, vcpus, memoryGiB, extendedGiB: total - memoryGiB }
}

/** Of the two vCPUs of an E2 shared-core machine, what is billed: https://cloud.google.com/compute/vm-instance-pricing#e2_sharedcore_machine_types */
const sharedCores: Readonly<Record<string, number>> = { micro: 0.25, small: 0.5, medium: 1 }

/** A custom machine costs this much more than its vCPUs and GiB would in a predefined one: the same page. */
const premium = 1.05

/** vCPUs of the smallest machines of a series, with much and with little memory. */
const smallest = [2, 4]

/**
 * USD for a vCPU and for a GiB, an hour each, in a predefined machine. The price list gives them by machine, and every machine of these
 * series is so many of the one and so many of the other: two machines tell both.
 */
export function unitRates(prices: PriceBook, series: string, region: string, purchase: Purchase) {
  for (const vcpus of smallest) {
    const [much, little] = [`${series}-highmem-${vcpus}`, `${series}-highcpu-${vcpus}`]
    const [rich, poor] = [much, little].map((name) => prices.instance('gcp', name, region, purchase))
    const [most, least] = [much, little].map((name) => prices.specs('gcp', name)?.memoryGiB)
    if (rich === undefined || poor === undefined || most === undefined || least === undefined) continue
    const gib = (rich.usd - poor.usd) / (most - least)
    return { vcpu: (rich.usd - most * gib) / vcpus, gib, from: rich, of: `${much} and ${little}` }
  }
  return undefined
}

function ratesOf(prices: PriceBook, series: string, region: string, purchase: Purchase) {
  const rates = unitRates(prices, series, region, purchase)
  if (rates === undefined) return undefined
  const price = (usd: number, unit: string): Price => ({
    ...rates.from,
    usd: usd * premium,
    unit,
    sku: `${series} custom ${unit}`,
    weak: `worked out from ${rates.of}, and 5 % more`,
  })
  return { vcpu: price(rates.vcpu, 'vCPU-hour'), memory: price(rates.gib, 'GB-hour') }
}

/** @param less share that the sustained use of a month takes off @param hours of all the machines in a month */
export function customLines(
  resource: Resource,
  prices: PriceBook,
  custom: CustomType,
  region: string,
  { label, less, hours, purchase }: { label: string; less: number; hours: Known<number>; purchase: Purchase },
): Line[] {
  const rates = ratesOf(prices, custom.series, region, purchase)
  const extended = prices.service(
    'gcp',
    'compute',
    `${custom.series} extended memory${purchase === 'spot' ? ' spot' : ''}`,
    region,
  )
  const net = (price: Price | undefined): Priced => (price ? { ...price, usd: price.usd * (1 - less) } : 'no-price')
  const part = (name: string, unit: string, amount: number, price: Price | undefined) =>
    line(`${label} ${name}`, unit, product(known(amount, resource.location), hours), net(price))
  return [
    part('vCPUs', 'vCPU-hour', custom.vcpus, rates?.vcpu),
    part('memory', 'GB-hour', custom.memoryGiB, rates?.memory),
    ...(custom.extendedGiB > 0 ? [part('extended memory', 'GB-hour', custom.extendedGiB, extended)] : []),
  ]
}
