import type { Cloud, Price, Provider, Purchase } from '../types.ts'

export type RateId =
  | 'input'
  | 'output'
  | 'cache-read'
  | 'cache-write'
  | 'cache-write-1h'
  | 'batch-input'
  | 'batch-output'
  | 'flex-input'
  | 'flex-output'
  | 'priority-input'
  | 'priority-output'

/** A price per token, and what the whole request costs per token once its input is longer than `above` tokens. */
export interface Rate {
  readonly price: Price
  readonly tiers: readonly { readonly above: number; readonly price: Price }[]
}

export interface ModelPrice {
  readonly provider: Provider
  /** The id the price list uses; the id in the source may be a dated form of it. */
  readonly id: string
  readonly name: string
  readonly rates: Readonly<Partial<Record<RateId, Rate>>>
  readonly context: number | undefined
  readonly maxOutput: number | undefined
  /** Shortest prefix, in tokens, that the provider caches for this model. */
  readonly minCacheable: number | undefined
  /** True where caching needs a mark in the request; false where the provider caches by itself. */
  readonly cacheNeedsMark: boolean
  /** ISO date after which the provider refuses the model, or `true` where it is only known to be deprecated. */
  readonly retired: string | true | undefined
}

export interface InstanceSpecs {
  readonly vcpu: number | undefined
  readonly memoryGiB: number | undefined
  readonly accelerator: string | undefined
  readonly accelerators: number
  readonly acceleratorMemoryGiB: number | undefined
}

export interface StoragePrice {
  readonly storage: Price
  readonly retrieval: Price | undefined
  readonly minDays: number | undefined
  readonly put: Price | undefined
  readonly get: Price | undefined
  readonly extra: string
}

/** The one place prices come from. Synchronous; a price that is not there is undefined, never a neighbour's. */
export interface PriceBook {
  /** ISO date of the newest source in it. */
  readonly asOf: string
  /** Exact id, a listed alias, or a dated form of either; anything else is undefined. */
  model(provider: Provider, model: string): ModelPrice | undefined
  /** The same family's smaller models that are priced, dearest first. */
  smaller(model: ModelPrice): readonly ModelPrice[]
  /** Linux, shared tenancy. USD per hour. */
  instance(cloud: Cloud, type: string, region: string, purchase: Purchase): Price | undefined
  specs(cloud: Cloud, type: string): InstanceSpecs | undefined
  /** `aws`, `ebs`, `gp3`, `us-east-1`. USD per GB-month. */
  storage(cloud: Cloud, service: string, storageClass: string, region: string): StoragePrice | undefined
  /** `aws`, `ebs`, `gp3 iops`, `us-east-1`: one priced item of a service. */
  service(cloud: Cloud, service: string, item: string, region: string): Price | undefined
}
