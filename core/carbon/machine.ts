// https://www.cloudcarbonfootprint.org/docs/methodology#compute
import type { InstanceSpecs, PriceBook } from '../prices/book.ts'
import type { Cloud } from '../types.ts'
import { add, coefficient, type Energy, isKnown, kilo, loadBand, type MaybeEnergy, often, sourceOf } from './energy.ts'
import { processorOf } from './processors.ts'

const method = 'Cloud Carbon Footprint: watts per vCPU, GiB and accelerator × hours'

/**
 * Share of its TDP that an accelerator draws idle and at full load. Cloud Carbon Footprint's own rows are made with these:
 * P40, TDP 250 W: 30 and 255 W; P100, TDP 300 W: 36 and 306 W.
 */
const ofTdp = { idle: 0.12, full: 1.02 } as const

/** One machine of that type for one hour: vCPUs, memory and accelerators. */
export function machineHour(cloud: Cloud, type: string, book: PriceBook): MaybeEnergy {
  const specs = book.specs(cloud, type)
  if (specs === undefined) return { because: `the price book does not know what is in ${type}` }
  return specsHour(cloud, type, specs, book)
}

function specsHour(cloud: Cloud, type: string, specs: InstanceSpecs, book: PriceBook): MaybeEnergy {
  if (!specs.vcpu) return { because: `the vCPUs of ${type} are not known` }
  if (!specs.memoryGiB) return { because: `the memory of ${type} is not known` }
  const host = hostHour(cloud, type, { vcpu: specs.vcpu, memoryGiB: specs.memoryGiB }, book)
  if (!isKnown(host) || specs.accelerator === undefined) return host
  if (!(specs.accelerators > 0)) return { because: `how many ${specs.accelerator} are in ${type} is not known` }
  const one = acceleratorHour(specs.accelerator, book)
  return isKnown(one) ? add(host, often(one, specs.accelerators)) : one
}

interface Host {
  readonly vcpu: number
  readonly memoryGiB: number
}

function hostHour(cloud: Cloud, type: string, { vcpu, memoryGiB }: Host, book: PriceBook): MaybeEnergy {
  const power = vcpuWatts(cloud, type, book)
  const half = coefficient(book, 'cpu_utilization_default')
  const perGiB = coefficient(book, 'memory_kwh_per_gb_hour')
  if (power === undefined || half === undefined || perGiB === undefined)
    return { because: `no power per vCPU is published for ${cloud}` }
  const cpu = loadBand(power.idle * vcpu, power.full * vcpu, half)
  const memory = perGiB * memoryGiB
  return {
    kWh: { low: cpu.low, likely: cpu.likely + memory, high: cpu.high + memory },
    method,
    assumed: [
      utilisation(half, sourceOf(book, 'cpu_utilization_default')),
      {
        what: 'power of a vCPU',
        value: `${power.idle} W idle, ${power.full} W at full load`,
        from: power.from,
      },
      {
        what: 'power of memory',
        value: `${perGiB * kilo} W per GiB, at the low end none`,
        from: `part of it is in the vCPU's figure already; ${sourceOf(book, 'memory_kwh_per_gb_hour')}`,
      },
    ],
  }
}

/** Watts of one vCPU of the type's processor; of the cloud's average one where the processor is not known. */
function vcpuWatts(cloud: Cloud, type: string, book: PriceBook) {
  const processor = processorOf(cloud, type)
  const own =
    processor === undefined ? undefined : between(book, `cpu.${processor}.min_watts`, `cpu.${processor}.max_watts`)
  if (own !== undefined) return { ...own, from: `${processor}; ${own.from}` }
  const average = between(book, `${cloud}.vcpu_min_watts`, `${cloud}.vcpu_max_watts`)
  return average && { ...average, from: `average of ${cloud}'s processors; ${average.from}` }
}

function between(book: PriceBook, idleKey: string, fullKey: string) {
  const idle = coefficient(book, idleKey)
  const full = coefficient(book, fullKey)
  return idle === undefined || full === undefined ? undefined : { idle, full, from: sourceOf(book, fullKey) }
}

const utilisation = (half: number, from: string) => ({
  what: 'utilisation',
  value: `${Math.round(half * 100)} %, from idle to full load`,
  from,
})

/** One accelerator for one hour, without the machine it is in. */
export function acceleratorHour(name: string, book: PriceBook): MaybeEnergy {
  const half = coefficient(book, 'cpu_utilization_default')
  if (half === undefined) return { because: 'no utilisation is published' }
  const measured = watts(name, book)
  if (measured === undefined) return { because: `no power is published for ${name}` }
  const energy: Energy = {
    kWh: loadBand(measured.idle, measured.full, half),
    method,
    assumed: [
      utilisation(half, sourceOf(book, 'cpu_utilization_default')),
      {
        what: `power of one ${name}`,
        value: `${round(measured.idle)} W idle, ${round(measured.full)} W at full load`,
        from: measured.from,
      },
    ],
  }
  return energy
}

const round = (watt: number) => Number(watt.toFixed(1))

function watts(name: string, book: PriceBook) {
  const listed = between(book, `gpu.${name}.min_watts`, `gpu.${name}.max_watts`)
  if (listed !== undefined) return listed
  const specs = book.accelerator(name)
  if (!specs?.tdpW) return undefined
  return {
    idle: specs.tdpW * ofTdp.idle,
    full: specs.tdpW * ofTdp.full,
    from: `${ofTdp.idle} and ${ofTdp.full} of its TDP of ${specs.tdpW} W, as in Cloud Carbon Footprint's rows; ${specs.source}`,
  }
}
