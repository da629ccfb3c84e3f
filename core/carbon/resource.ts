import { times } from '../band.ts'
import { isCloud } from '../cloud-types.ts'
import { valueOf } from '../known.ts'
import type { PriceBook } from '../prices/book.ts'
import type { Carbon, Cloud, Estimate, Known, Line, Resource } from '../types.ts'
import { type Energy, isKnown, type MaybeEnergy, often, together } from './energy.ts'
import { either, footprint, notKnown } from './footprint.ts'
import { acceleratorHour, machineHour } from './machine.ts'
import { storageMonth } from './storage.ts'

/** Machines of a type that run for so many hours in a region. */
export function machineCarbon(cloud: Cloud, type: string, region: string | undefined, hours: number, book: PriceBook) {
  return placed(machineHour(cloud, type, book), hours, cloud, region, book)
}

/** One hour of one accelerator by itself, in the overhead and on the grid of a region; the machine around it is not counted. */
export function gpuHourCarbon(name: string, cloud: Cloud, region: string | undefined, book: PriceBook): Carbon {
  return placed(acceleratorHour(name, book), 1, cloud, region, book)
}

/** So many GB of a storage class, kept for a month in a region. */
export function storageCarbon(
  cloud: Cloud,
  [service, storageClass]: readonly [string, string],
  region: string | undefined,
  gb: number,
  book: PriceBook,
): Carbon {
  return placed(storageMonth(cloud, service, storageClass, book), gb, cloud, region, book)
}

function placed(energy: MaybeEnergy, many: number, cloud: Cloud, region: string | undefined, book: PriceBook): Carbon {
  return isKnown(energy) ? footprint(often(energy, many), cloud, region, book) : notKnown(energy.because)
}

interface Part {
  readonly what: string
  readonly isMachine: boolean
  readonly energy: MaybeEnergy
}

/**
 * The month of a resource, from the lines of its estimate. Undefined where none of them is a machine or stored data: nothing is
 * published for an address or a gateway. A machine whose power is not known leaves the whole unknown; a disk whose size is not
 * known is only left out, and said.
 */
export function resourceCarbon(resource: Resource, estimate: Estimate, book: PriceBook): Carbon | undefined {
  const { cloud } = resource
  // Of the machines and grids of others nothing is published.
  if (!isCloud(cloud)) return undefined
  const parts = estimate.lines.flatMap((line) => partOf(line, resource, cloud, book))
  if (parts.length === 0) return undefined
  const open = parts.flatMap(({ what, energy }) => (isKnown(energy) ? [] : [{ what, because: energy.because }]))
  const whole = together(parts.map((part) => part.energy).filter(isKnown))
  if (whole === undefined || parts.some((part) => part.isMachine && !isKnown(part.energy)))
    return { ...notKnown(''), missing: open }
  const regions = membersOf(resource.region) ?? [undefined]
  const carbon = either(regions.map((region) => footprint(whole, cloud, region, book)))
  return carbon && { ...carbon, missing: [...open, ...carbon.missing] }
}

const membersOf = <T>(value: Known<T>): readonly T[] | undefined => {
  const one = valueOf(value)
  return one !== undefined ? [one] : value.is === 'oneOf' ? value.among : undefined
}

function partOf(line: Line, { shape }: Resource, cloud: Cloud, book: PriceBook): readonly Part[] {
  const each = (what: string, isMachine: boolean, units: readonly MaybeEnergy[]): readonly Part[] =>
    units.length === 0 ? [] : [{ what, isMachine, energy: ofLine(line, units) }]
  if (line.label === 'Attached GPU') {
    const names = (shape.attachedGpu && membersOf(shape.attachedGpu)) ?? []
    const units = names.map((name) => acceleratorHour(acceleratorName(String(name)), book))
    return each(line.label, true, units.length > 0 ? units : [{ because: 'which GPU it is is not known' }])
  }
  if (line.unit === 'hour') {
    const types = line.prices.map((price) => price.sku).filter((type) => book.specs(cloud, type) !== undefined)
    if (types.length > 0)
      return each(
        line.label,
        true,
        types.map((type) => machineHour(cloud, type, book)),
      )
    if (line.label !== 'Instance') return []
    const written = (shape.instanceType && membersOf(shape.instanceType)) ?? []
    const units = written.map((type) => machineHour(cloud, String(type), book))
    return each(line.label, true, units.length > 0 ? units : [{ because: 'the instance type is not known' }])
  }
  if (line.unit !== 'GB-month') return []
  const classes = line.prices.map(
    ({ sku }) => [sku.slice(0, sku.indexOf(' ')), sku.slice(sku.indexOf(' ') + 1)] as const,
  )
  const units = classes.map(([service, storageClass]) => storageMonth(cloud, service, storageClass, book))
  return each(line.label, false, units.length > 0 ? units : [{ because: 'its storage class is not known' }])
}

/** `nvidia-tesla-t4` → `T4`: Google's word for an accelerator, as the price book names it. */
const acceleratorName = (name: string) => name.replace(/^nvidia-(tesla-)?/, '').toUpperCase()

/** The line's quantity of what may be one of several units: from the least to the most of them. */
function ofLine(line: Line, units: readonly MaybeEnergy[]): MaybeEnergy {
  const unknown = units.find((unit) => !isKnown(unit))
  if (unknown !== undefined) return unknown
  if (line.quantity === undefined) return { because: `how many ${line.unit}s is not known` }
  const known = units.filter(isKnown)
  const all = together(known)
  if (all === undefined) return { because: 'nothing is published for it' }
  const kWh = {
    low: Math.min(...known.map((unit) => unit.kWh.low)),
    likely: all.kWh.likely / known.length,
    high: Math.max(...known.map((unit) => unit.kWh.high)),
  }
  const whole: Energy = { ...all, kWh: times(kWh, line.quantity) }
  return whole
}
