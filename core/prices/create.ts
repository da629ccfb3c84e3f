// The price book over the bundled snapshot. Everything it reads is passed in, decompressed.
import { isCloud } from '../cloud-types.ts'
import type { Cloud, Seller } from '../types.ts'
import type { PriceBook } from './book.ts'
import { type CloudPrices, openCloudPrices } from './cloud.ts'
import { readAccelerators, readCarbon, readCoefficients, readDiscounts, readGpuOffers } from './facts.ts'
import { smallerModels } from './families.ts'
import { decodeHostedPrices, type HostedPrices, serviceGrid } from './hosted.ts'
import { readInterruption } from './interruption.ts'
import { readModelLines } from './model-lines.ts'
import { type Models, readModels } from './models.ts'
import { withPart } from './part-gpus.ts'
import { readServices, readStorage, type ServiceTable, type StorageTable } from './tables.ts'

export interface SnapshotSource {
  readonly id: string
  readonly name: string
  readonly url: string
  readonly licence: string
  /** ISO date on which the source published or was read. */
  readonly date: string
  readonly rows: number
  readonly weak: readonly string[]
}

export interface SnapshotFile {
  /** SHA-256 of the decompressed file. */
  readonly sha256: string
  /** Length of the decompressed file. */
  readonly bytes: number
  /** Length as committed, and SHA-256 of that: a seventh of the bytes to check before they are unpacked. */
  readonly committed: number
  readonly packed: string
}

/** `snapshot/manifest.json`. */
export interface Manifest {
  readonly schema: 1
  /** ISO date of the day the snapshot was made. */
  readonly made: string
  /** ISO date of the newest source. */
  readonly asOf: string
  readonly sources: readonly SnapshotSource[]
  readonly files: Readonly<Record<string, SnapshotFile>>
  /** SHA-256 of each table the snapshot was made from. */
  readonly inputs: Readonly<Record<string, string>>
  readonly roundTrip: {
    readonly onDemand: number
    readonly spot: number
    readonly lost: number
    readonly worst: number
    /** Prices of hosting and databases. */
    readonly hosted: number
  }
}

/** The snapshot's files, decompressed. Each may be a getter: it is read when it is first needed. */
export interface PriceTables {
  readonly manifest: Manifest
  /** `cloud-aws.bin` and its like; undefined where the snapshot has none of that cloud */
  readonly cloud: (cloud: Cloud) => Uint8Array | undefined
  /** `models.jsonl` */
  readonly models: string
  /** `storage.tsv` */
  readonly storage: string
  /** `services.tsv` */
  readonly services: string
  /** `hosted.bin` */
  readonly hosted: Uint8Array
  /** `interruption.tsv` */
  readonly interruption: string
  /** `accelerators.tsv` */
  readonly accelerators: string
  /** `gpu.tsv` */
  readonly gpu: string
  /** `discounts.tsv` */
  readonly discounts: string
  /** `carbon.tsv` */
  readonly carbon: string
  /** `coefficients.tsv` */
  readonly coefficients: string
}

function once<T>(make: () => T): () => T {
  let made: { readonly value: T } | undefined
  return () => {
    made ??= { value: make() }
    return made.value
  }
}

/** @param today ISO date, by which a model counts as retired; the day the snapshot was made if it is not given. */
function createPriceBook(tables: PriceTables, today = tables.manifest.made): PriceBook {
  const cloud = once<CloudPrices>(() => openCloudPrices(tables.cloud))
  const models = once<Models>(() => readModels(readModelLines(tables.models)))
  const storage = once<StorageTable>(() => readStorage(tables.storage))
  const services = once<ServiceTable>(() => readServices(tables.services))
  const hosted = once<HostedPrices>(() => decodeHostedPrices(tables.hosted))
  const interruption = once(() => readInterruption(tables.interruption))
  const accelerators = once(() => readAccelerators(tables.accelerators))
  const gpu = once(() => readGpuOffers(tables.gpu))
  const discounts = once(() => readDiscounts(tables.discounts))
  const carbon = once(() => readCarbon(tables.carbon))
  const coefficients = once(() => readCoefficients(tables.coefficients))
  return {
    asOf: tables.manifest.asOf,
    model: (provider, model) => models().find(provider, model),
    smaller: (model) => smallerModels(model, models().all(model.provider), today),
    instance: (seller, type, region, purchase) =>
      isCloud(seller) ? cloud().instance(seller, type, region, purchase) : undefined,
    specs: (seller, type) => withPart(type, isCloud(seller) ? cloud().specs(seller, type) : undefined),
    interruption: (seller, type, region) => (seller === 'aws' ? interruption()(type, region) : undefined),
    storage: (seller, service, storageClass, region) => storage().find(seller, service, storageClass, region),
    service: (seller, service, item, region) =>
      services().find(seller, service, item, region) ??
      (seller === 'aws' ? hosted().find(serviceGrid(service), item, region) : undefined),
    itemsOf: (service) => [
      ...storage()
        .items(service)
        .map(([cloud, item]) => ({ cloud: cloud as Cloud, item, isStorage: true })),
      ...services()
        .items(service)
        .map(([cloud, item]) => ({ cloud: cloud as Cloud | Seller, item, isStorage: false })),
    ],
    types: (of) => cloud().types(of),
    regions: (of) => cloud().regions(of),
    models: () => models().every(),
    gpuOffers: gpu,
    hosting: (service, type, region) => hosted().find(service, type, region),
    database: (engine, type, region, deployment) => hosted().find(`${engine} ${deployment}`, type, region),
    accelerator: (name) => accelerators().get(name.toLowerCase()),
    discounts,
    carbon: (seller, region) => carbon()(seller, region),
    coefficient: (key) => coefficients()(key),
  }
}

/** The snapshot's files by name, those of `PriceTables`. */
export type ReadSnapshot = (name: string) => Uint8Array

/** @param read gives a file of the snapshot, decompressed; called once per file, when it is first needed. */
export function openPriceBook(manifest: Manifest, read: ReadSnapshot, today?: string): PriceBook {
  const text = (name: string) => new TextDecoder().decode(read(name))
  return createPriceBook(
    {
      manifest,
      cloud(cloud) {
        const name = `cloud-${cloud}.bin`
        return name in manifest.files ? read(name) : undefined
      },
      get models() {
        return text('models.jsonl')
      },
      get storage() {
        return text('storage.tsv')
      },
      get services() {
        return text('services.tsv')
      },
      get hosted() {
        return read('hosted.bin')
      },
      get interruption() {
        return text('interruption.tsv')
      },
      get accelerators() {
        return text('accelerators.tsv')
      },
      get gpu() {
        return text('gpu.tsv')
      },
      get discounts() {
        return text('discounts.tsv')
      },
      get carbon() {
        return text('carbon.tsv')
      },
      get coefficients() {
        return text('coefficients.tsv')
      },
    },
    today,
  )
}
