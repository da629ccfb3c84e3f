import type { InstanceSpecs, PriceBook, RegionCarbon } from '../prices/book.ts'
import type { Price } from '../types.ts'

/** A price book of a few rows for tests: the figures of the coefficients and regions are those of the real tables. */
interface FakeBook {
  readonly specs?: Readonly<Record<string, Partial<InstanceSpecs>>>
  readonly tdpW?: Readonly<Record<string, number | undefined>>
  readonly regions?: Readonly<Record<string, Partial<RegionCarbon>>>
  /** USD per hour by `type region`, per GB-month by `service class region`. */
  readonly usd?: Readonly<Record<string, number>>
  readonly without?: RegExp
}

const coefficients: Readonly<Record<string, number>> = {
  'aws.vcpu_min_watts': 0.74,
  'aws.vcpu_max_watts': 3.5,
  'aws.pue': 1.135,
  'azure.vcpu_min_watts': 0.74,
  'azure.vcpu_max_watts': 3.54,
  'gcp.vcpu_min_watts': 0.68,
  'gcp.vcpu_max_watts': 4.11,
  cpu_utilization_default: 0.5,
  memory_kwh_per_gb_hour: 0.000392,
  ssd_wh_per_tb_hour: 1.2,
  hdd_wh_per_tb_hour: 0.65,
  'cpu.Graviton2.min_watts': 0.4743,
  'cpu.Graviton2.max_watts': 1.693,
  'replication.ebs': 2,
  'replication.s3': 6,
  'gpu.A10G.min_watts': 18,
  'gpu.A10G.max_watts': 153,
  'ecologits.alpha_E': 1.1665273170451914e-6,
  'ecologits.beta_E': -0.011205921025579175,
  'ecologits.gamma_E': 4.052928146734005e-5,
  'ecologits.alpha_L': 0.0006785088094353663,
  'ecologits.beta_L': 0.0003119310311688259,
  'ecologits.gamma_L': 0.019473717579473387,
  'ecologits.batch': 64,
  'ecologits.server_power_without_gpu': 1.2,
  'ecologits.server_gpus': 8,
  'ecologits.gpu_memory': 80,
  'ecologits.quant_bits': 16,
  'ecologits.memory_overhead': 1.2,
  'ecologits.pue.mistral': 1.16,
  'ecologits.wue.mistral': 0.09,
}

export function fakeBook({ specs = {}, tdpW = {}, regions = {}, usd = {}, without }: FakeBook = {}): PriceBook {
  const price = (sku: string, region: string, unit: string): Price | undefined => {
    const amount = usd[`${sku} ${region}`]
    return amount === undefined
      ? undefined
      : { usd: amount, per: 1, unit, sku, region, source: 'test', asOf: '2026-01-01' }
  }
  const book: Partial<PriceBook> = {
    specs: (_cloud, type) => {
      const found = specs[type]
      return (
        found && {
          vcpu: undefined,
          memoryGiB: undefined,
          accelerator: undefined,
          accelerators: 0,
          acceleratorMemoryGiB: undefined,
          ...found,
        }
      )
    },
    instance: (_cloud, type, region) => price(type, region, 'hour'),
    storage: (_cloud, service, storageClass, region) => {
      const storage = price(`${service} ${storageClass}`, region, 'GB-month')
      return storage && { storage, retrieval: undefined, minDays: undefined, put: undefined, get: undefined, extra: '' }
    },
    regions: () => Object.keys(regions),
    accelerator: (name) =>
      name in tdpW
        ? {
            name,
            vendor: 'test',
            memoryGiB: undefined,
            tdpW: tdpW[name],
            fp16Tflops: undefined,
            year: undefined,
            source: 'a maker',
          }
        : undefined,
    carbon: (_cloud, region) => {
      const found = regions[region]
      return found?.gCO2ePerKWh === undefined
        ? undefined
        : {
            pue: undefined,
            waterLPerKWh: undefined,
            carbonFreeShare: undefined,
            source: 'grid table',
            year: 2024,
            ...found,
            gCO2ePerKWh: found.gCO2ePerKWh,
          }
    },
    coefficient: (key) => {
      const value = without?.test(key) ? undefined : coefficients[key]
      return value === undefined ? undefined : { value, unit: '', source: 'coefficients', asOf: '2024-03-25' }
    },
  }
  return book as PriceBook
}
