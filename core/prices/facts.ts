// What is no price of a cloud's list: accelerators, the offers of GPU clouds, discounts, carbon. Each is a tab-separated file of
// the snapshot, written by scripts/encode-facts.ts.
import type { Host, Price } from '../types.ts'
import type { AcceleratorSpecs, Discount, GpuOffer, PriceBook, RegionCarbon } from './book.ts'
import { rowsOfColumns } from './columns.ts'

type Line = Readonly<Record<string, string>>

const number = (text: string | undefined) => (text ? Number(text) : undefined)

/** @param text `accelerators.tsv`. The name's case does not matter. */
export function readAccelerators(text: string): ReadonlyMap<string, AcceleratorSpecs> {
  return new Map(
    rowsOfColumns(text).map((line) => [
      line.name!.toLowerCase(),
      {
        name: line.name!,
        vendor: line.vendor!,
        memoryGiB: number(line.memory_gib),
        tdpW: number(line.tdp_w),
        fp16Tflops: number(line.fp16_dense_tflops),
        year: number(line.year),
        source: line.source!,
      },
    ]),
  )
}

function hourly(line: Line, usd: string | undefined): Price | undefined {
  if (!usd) return undefined
  return {
    usd: Number(usd),
    per: 1,
    unit: 'hour',
    sku: line.type!,
    region: line.region || undefined,
    source: line.source!,
    asOf: line.as_of!,
    ...(line.weak ? { weak: line.weak } : {}),
  }
}

/** @param text `gpu.tsv` */
export function readGpuOffers(text: string): readonly GpuOffer[] {
  return rowsOfColumns(text).map((line) => ({
    provider: line.provider!,
    type: line.type!,
    region: line.region!,
    specs: {
      vcpu: number(line.vcpu),
      memoryGiB: number(line.memory_gib),
      accelerator: line.accelerator!,
      accelerators: Number(line.accelerators),
      acceleratorMemoryGiB: number(line.gpu_memory_gib),
    },
    onDemand: hourly(line, line.on_demand),
    spot: hourly(line, line.spot),
  }))
}

/** @param text `discounts.tsv` */
export function readDiscounts(text: string): readonly Discount[] {
  return rowsOfColumns(text).map((line) => ({
    kind: line.kind!,
    cloud: line.cloud!,
    subject: line.subject!,
    median: Number(line.median),
    p10: number(line.p10),
    p90: number(line.p90),
    n: number(line.n),
    source: line.source!,
    asOf: line.as_of!,
  }))
}

/** @param text `carbon.tsv` */
export function readCarbon(text: string): (cloud: Host, region: string) => RegionCarbon | undefined {
  const byRegion = new Map<string, RegionCarbon>(
    rowsOfColumns(text).map((line) => [
      `${line.cloud} ${line.region}`,
      {
        gCO2ePerKWh: Number(line.g_co2e_per_kwh),
        pue: number(line.pue),
        waterLPerKWh: number(line.water_l_per_kwh),
        carbonFreeShare: number(line.carbon_free),
        source: line.source!,
        year: number(line.year),
      },
    ]),
  )
  return (cloud, region) => byRegion.get(`${cloud} ${region}`)
}

/** @param text `coefficients.tsv` */
export function readCoefficients(text: string): PriceBook['coefficient'] {
  const byKey = new Map(rowsOfColumns(text).map((line) => [line.key!, line]))
  return (key) => {
    const line = byKey.get(key)
    return line && { value: Number(line.value), unit: line.unit!, source: line.source!, asOf: line.as_of! }
  }
}
