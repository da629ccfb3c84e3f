import type { Cloud, Host, Price, Provider, Purchase, Seller } from '../types.ts'

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
  /** Tokens that sound, pictures and films are counted in, where the list prices them apart from text. */
  | 'audio-input'
  | 'audio-output'
  | 'audio-cache-read'
  | 'image-input'
  | 'image-output'
  | 'image-cache-read'
  | 'video-input'
  | 'video-output'
  /** Thinking, only where it is not billed as `output`. */
  | 'reasoning-output'
  /** Tokens of cited sources. */
  | 'citation'

/**
 * What is billed by something other than a token; `price.unit` of a `UnitPrice` says by what:
 * `image` an image made (`image`), `input-image` one taken in (`image`), `input-second` sound read (`second`), `input-video-second`
 * film read (`second`), `output-second` film or sound made, or a session of speech (`second`), `character` text spoken (`character`), `search` a query of a
 * reranker over up to 100 documents or as many as its provider counts (`search unit`), `page` a page read, `annotated-page` one read into
 * a schema (`page`), `request` a fee that comes on top of the tokens of each call (`request`), `web-search` a search that the model
 * makes for itself, `file-search` one of the files it was given (`search`), `input-message` a text sent into a session of speech
 * (`message`), `training-token` (`training token`), `training-hour` (`hour`), `hosting-hour` a tuned model kept ready
 * (`hour`).
 */
export type UnitId =
  | 'image'
  | 'input-image'
  | 'input-second'
  | 'input-video-second'
  | 'output-second'
  | 'character'
  | 'search'
  | 'page'
  | 'annotated-page'
  | 'request'
  | 'web-search'
  | 'file-search'
  | 'input-message'
  | 'training-token'
  | 'training-hour'
  | 'hosting-hour'

/** `unitPrices` of core/prices/units.ts picks those that a call's size and quality leave open. */
export interface UnitPrice {
  readonly id: UnitId
  readonly price: Price
  /** `1024x1024`, `1080p`: only for this size, as the API's parameter writes it. Undefined: for any that is not listed. */
  readonly size?: string
  /** `hd`, `low`, `streaming`; of a web search or a request its context size. Undefined: for any that is not listed. */
  readonly quality?: string
}

/** What a model is called for. A `realtime` one speaks over a session, an `ocr` one reads pages. */
export type Mode =
  | 'chat'
  | 'embed'
  | 'image'
  | 'speech'
  | 'transcribe'
  | 'rerank'
  | 'video'
  | 'moderate'
  | 'realtime'
  | 'ocr'

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
  readonly mode: Mode
  readonly rates: Readonly<Partial<Record<RateId, Rate>>>
  /** What is billed by the image, second, character, search unit, page, request or training token. Empty where nothing is. */
  readonly units: readonly UnitPrice[]
  readonly context: number | undefined
  /** Tokens. The most that a list gives. */
  readonly maxOutput: number | undefined
  /** The least that a list gives, where they differ: nobody knows which it is, and no text names one as a fact. */
  readonly maxOutputElsewhere?: number
  /** Shortest prefix, in tokens, that the provider caches for this model. */
  readonly minCacheable: number | undefined
  /** True where caching needs a mark in the request; false where the provider caches by itself. */
  readonly cacheNeedsMark: boolean
  /** ISO date after which the provider refuses the model, or `true` where it is only known to be deprecated. */
  readonly retired: string | true | undefined
  /** What the price list calls it, where that is no id the API takes: a refresh finds it by that. */
  readonly listed?: string
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

/** What is known of an accelerator; undefined where nothing is published. */
export interface AcceleratorSpecs {
  readonly name: string
  readonly vendor: string
  readonly memoryGiB: number | undefined
  readonly tdpW: number | undefined
  /** Dense FP16, in TFLOPS. */
  readonly fp16Tflops: number | undefined
  readonly year: number | undefined
  readonly source: string
}

/** A machine of a GPU cloud, as it is offered: these sell no fixed types in fixed regions. */
export interface GpuOffer {
  /** `runpod`, `lambda`, `modal`, … */
  readonly provider: string
  readonly type: string
  readonly region: string
  readonly specs: InstanceSpecs
  readonly onDemand: Price | undefined
  readonly spot: Price | undefined
}

/** The electricity of a cloud region, yearly average, location-based. */
export interface RegionCarbon {
  readonly gCO2ePerKWh: number
  readonly pue: number | undefined
  readonly waterLPerKWh: number | undefined
  readonly carbonFreeShare: number | undefined
  readonly source: string
  readonly year: number | undefined
}

/** A measured or stated discount: shown as context, never as a computed saving. Shares of the on-demand price. */
export interface Discount {
  readonly kind: string
  readonly cloud: string
  readonly subject: string
  readonly median: number
  readonly p10: number | undefined
  readonly p90: number | undefined
  readonly n: number | undefined
  readonly source: string
  readonly asOf: string
}

/** How often spot machines of a type are taken back in a region. */
export interface Interruption {
  /** Share of them in the trailing month, as published: `15–20 %`. */
  readonly band: string
  readonly source: string
  /** ISO date. */
  readonly asOf: string
}

/** `aws`, `lambda`, `requests`. `isStorage`: a class, by the GB-month. */
export interface ServiceItem {
  readonly cloud: Cloud | Seller
  readonly item: string
  readonly isStorage: boolean
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
  instance(cloud: Host, type: string, region: string, purchase: Purchase): Price | undefined
  specs(cloud: Host, type: string): InstanceSpecs | undefined
  /** undefined where nothing is published: always so for Google and Azure. */
  interruption(cloud: Host, type: string, region: string): Interruption | undefined
  /** `aws`, `ebs`, `gp3`, `us-east-1`. USD per GB-month. */
  storage(cloud: Host, service: string, storageClass: string, region: string): StoragePrice | undefined
  /**
   * `aws`, `ebs`, `gp3 iops`, `us-east-1`: one priced item of a service. Sellers outside the three clouds have the region `global`:
   * `pinecone`, `serverless`, `read units`, `global`; `openai`, `file-search`, `storage`, `global`.
   */
  service(cloud: Host | Seller, service: string, item: string, region: string): Price | undefined
  /** What a service (`lambda`, `efs`) is priced by, each once; for look-ups. Left out by a book that cannot list them. */
  itemsOf?(service: string): readonly ServiceItem[]
  /** Every type of a cloud that is in the book, with or without a price in a region; for look-ups, not for estimates. */
  types(cloud: Cloud): readonly string[]
  regions(cloud: Cloud): readonly string[]
  /** Every model of the price list, as the list names it. */
  models(): readonly ModelPrice[]
  gpuOffers(): readonly GpuOffer[]
  /** Real-time hosting (SageMaker, `ml.g5.xlarge`) or online prediction (Vertex, the machine type). USD per hour. */
  hosting(service: 'sagemaker' | 'vertex', type: string, region: string): Price | undefined
  /** `aurora-mysql`, `postgres`, `redis`, `opensearch`, …; USD per hour. A deployment that is not listed is undefined. */
  database(engine: string, type: string, region: string, deployment: 'single-az' | 'multi-az'): Price | undefined
  accelerator(name: string): AcceleratorSpecs | undefined
  discounts(): readonly Discount[]
  carbon(cloud: Host, region: string): RegionCarbon | undefined
  /** A coefficient of the carbon formulas by its key, `aws.vcpu_min_watts`. */
  coefficient(
    key: string,
  ): { readonly value: number; readonly unit: string; readonly source: string; readonly asOf: string } | undefined
}
