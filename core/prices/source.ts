// What a public price list is to Outlay: where it is, how it is read page by page, and which rows a page makes.
import type { Cloud, Provider } from '../types.ts'
import type { RateId } from './book.ts'
import type { Cells, UnitCells } from './models.ts'

/** Linux, shared tenancy; USD per hour. */
export interface InstanceRow {
  readonly is: 'instance'
  readonly cloud: Cloud
  readonly type: string
  readonly region: string
  readonly purchase: 'on-demand' | 'spot'
  readonly usd: number
}

/** A spot price that is published as a share of the on-demand price: 0.41 where 59 % are saved. */
export interface SpotShareRow {
  readonly is: 'spot-share'
  readonly cloud: Cloud
  readonly type: string
  readonly region: string
  readonly share: number
  /** Index of the advisor's band of interruptions, see `interruptionBands`. */
  readonly interruption?: number
}

/** USD per million tokens, see `Cells`. */
export interface ModelRateRow {
  readonly is: 'model'
  readonly provider: Provider
  readonly id: string
  readonly also?: readonly string[]
  readonly rates: Readonly<Partial<Record<RateId, Cells>>>
  /** What is billed by something other than a token; the source is always 0. */
  readonly units?: readonly UnitCells[]
  readonly context?: number
  readonly maxOutput?: number
  readonly weak?: string
}

/** What a storage class bills: by its size, by what is read back, by writing and by reading requests. */
export type StoragePart = 'storage' | 'retrieval' | 'put' | 'get'

/** `aws`, `s3`, `STANDARD_IA`. USD per GB-month, per GB read back, per 1,000 requests. */
export interface StorageRow {
  readonly is: 'storage'
  readonly cloud: Cloud
  readonly service: string
  readonly class: string
  readonly region: string
  readonly part: StoragePart
  readonly usd: number
}

/** One priced item as the price book names it: `aws`, `ebs`, `gp3 iops`. USD for `per` units. */
export interface ServiceRow {
  readonly is: 'service'
  readonly cloud: Cloud
  readonly service: string
  readonly item: string
  readonly region: string
  readonly unit: string
  readonly per: number
  readonly usd: number
}

/** A machine of a GPU cloud; USD per hour of all of it. */
export interface OfferRow {
  readonly is: 'offer'
  /** As the price book names it: `lambda`, `runpod`. */
  readonly provider: string
  readonly type: string
  readonly region: string
  readonly purchase: 'on-demand' | 'spot'
  readonly usd: number
  readonly vcpu?: number
  readonly memoryGiB?: number
  /** As the price book names it. */
  readonly accelerator: string
  readonly accelerators: number
  readonly acceleratorMemoryGiB?: number
}

/** Real-time hosting on a machine, `ml.g5.xlarge`; USD per hour. */
export interface HostingRow {
  readonly is: 'hosting'
  readonly service: 'sagemaker' | 'vertex'
  readonly type: string
  readonly region: string
  readonly usd: number
}

export type PriceRow = InstanceRow | SpotShareRow | ModelRateRow | StorageRow | ServiceRow | OfferRow | HostingRow

/** A piece of a list, small enough to hold in memory. `at`: ISO instant at which the server sent it. */
export interface Page {
  readonly body: string
  readonly at: string
}

export type Mapped =
  /** `published`: ISO date the list gives itself. */
  | { readonly is: 'rows'; readonly rows: readonly PriceRow[]; readonly published?: string }
  /** The list has another shape than the one described here; `what` was missing or different. */
  | { readonly is: 'new-shape'; readonly what: string }

/** An answer of the server, decompressed. Reading it rejects where it is cut off, too long or too slow. */
export interface Feed {
  readonly at: string
  text(): Promise<string>
  /** Without their line ends. */
  lines(): AsyncIterable<string>
  /** The text of the one file of a zip whose name ends so; empty where it holds none. */
  unzipped(ending: string): Promise<string>
}

/** What a source may do to the outside: one GET. Retry, limits, cancel and the list of allowed hosts belong to the runner. */
export interface SourceIo {
  /**
   * @param path below the source's base, or a whole address on one of its hosts
   * @returns undefined where the list has not changed since the last refresh
   */
  get(path: string): Promise<Feed | undefined>
}

export interface PriceSource {
  readonly id: string
  /** Shown beside every price of it. */
  readonly name: string
  readonly base: string
  /** The only hosts it is read from, over https. */
  readonly hosts: readonly string[]
  readonly licence: string
  /** True where it is read one region at a time, each by its name. */
  readonly byRegion: boolean
  /** Lists it is made of, where each stands for itself: read, compared and kept one by one, and given to `pages` in a region's place. */
  readonly parts?: readonly string[]
  /** Bytes of one answer, decompressed; more is refused. */
  readonly maxBytes: number
  /** Which bundled prices its rows replace, and are compared with at the first refresh. */
  readonly covers: {
    readonly cloud?: Cloud
    readonly purchase?: readonly ('on-demand' | 'spot')[]
    readonly providers?: readonly Provider[]
  }
  /** Why each of its prices deserves less trust. */
  readonly weak?: string
  /** @param region or the part; empty where the source is read whole */
  pages(region: string, io: SourceIo): AsyncIterable<Page>
  /** Pure. */
  rows(page: Page, region: string): Mapped
}

export interface PriceSourceExample {
  readonly name: string
  readonly page: Page
  readonly region?: string
  readonly makes: Mapped
}
