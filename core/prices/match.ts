import type { Price } from '../types.ts'
import type { InstanceSpecs, ModelPrice, RateId, StoragePrice, UnitId, UnitPrice } from './book.ts'
import { changed } from './range.ts'

/** One price of a thing, as `outlay prices` prints it. */
export interface MatchLine {
  readonly label: string
  readonly purchase?: 'on-demand' | 'spot'
  /** What `usd` buys one of: `hour`, `GB-month`, `1M input tokens`, `1,000 requests`. */
  readonly unit: string
  readonly usd: number
  readonly perGpuHour?: number
  readonly source: string
  /** ISO date. */
  readonly asOf: string
  readonly weak?: string
  /** Where current lists differ, for the same unit. */
  readonly range?: NonNullable<Price['range']>
}

/** A thing that has a price: a machine type in a region, a model of a provider, a storage class. */
export interface Match {
  readonly what: string
  readonly provider: string
  /** undefined where the price is the same everywhere, or the seller does not say where it is. */
  readonly region: string | undefined
  readonly lines: readonly MatchLine[]
  readonly specs: Readonly<Record<string, string | number>>
}

export interface Alternative extends Match {
  /** USD less for so much of it. */
  readonly saves: { readonly per: string; readonly usd: number }
  /** What one gives up, in words; empty where nothing is known to be lost. */
  readonly lost: readonly string[]
}

const said = (entries: Readonly<Record<string, string | number | undefined>>): Match['specs'] =>
  Object.fromEntries(
    Object.entries(entries).filter((entry): entry is [string, string | number] => entry[1] !== undefined),
  )

const round = (usd: number) => Number(usd.toPrecision(6))

export function lineOf(label: string, unit: string, price: Price): MatchLine {
  const { usd, source, asOf, weak, range } = changed(price, round)
  return { label, unit, usd, source, asOf, ...(weak === undefined ? {} : { weak }), ...(range ? { range } : {}) }
}

/** USD per hour of `machines` of them; per GPU-hour where the machine has any. */
export function hourLine(
  purchase: 'on-demand' | 'spot',
  price: Price,
  specs: InstanceSpecs | undefined,
  machines = 1,
): MatchLine {
  const line = lineOf(
    purchase,
    'hour',
    changed(price, (usd) => usd * machines),
  )
  const gpus = specs?.accelerators ?? 0
  return { ...line, purchase, ...(gpus > 0 ? { perGpuHour: round(price.usd / gpus) } : {}) }
}

export function machineSpecs(specs: InstanceSpecs | undefined, more: Readonly<Record<string, string | number>> = {}) {
  return said({
    vcpu: specs?.vcpu,
    memoryGiB: specs?.memoryGiB,
    accelerator: specs?.accelerator,
    acceleratorCount: specs?.accelerators || undefined,
    acceleratorMemoryGiB: specs?.acceleratorMemoryGiB,
    ...more,
  })
}

const rateNames: Readonly<Record<RateId, string>> = {
  input: 'input',
  output: 'output',
  'cache-read': 'cached input',
  'cache-write': 'cache write',
  'cache-write-1h': 'cache write for an hour',
  'batch-input': 'batch input',
  'batch-output': 'batch output',
  'flex-input': 'flex input',
  'flex-output': 'flex output',
  'priority-input': 'priority input',
  'priority-output': 'priority output',
  'audio-input': 'audio input',
  'audio-output': 'audio output',
  'audio-cache-read': 'cached audio input',
  'image-input': 'image input',
  'image-output': 'image output',
  'image-cache-read': 'cached image input',
  'video-input': 'video input',
  'video-output': 'video output',
  'reasoning-output': 'reasoning output',
  citation: 'citations',
}

const unitNames: Readonly<Record<UnitId, string>> = {
  image: 'image',
  'input-image': 'input image',
  'input-second': 'input audio',
  'input-video-second': 'input video',
  'output-second': 'output',
  character: 'text',
  search: 'rerank',
  page: 'page',
  'annotated-page': 'annotated page',
  request: 'request fee',
  'web-search': 'web search',
  'file-search': 'file search',
  'input-message': 'input message',
  'training-token': 'training',
  'training-hour': 'training',
  'hosting-hour': 'hosting',
}

/** `image 1024x1024 hd`, per `image`; `rerank`, per `1,000 search units`. */
function unitLine({ id, price, size, quality }: UnitPrice): MatchLine {
  const label = [unitNames[id], size, quality].filter((word) => word !== undefined).join(' ')
  const many = price.per === 1_000_000 ? '1M' : price.per.toLocaleString('en-US')
  const plural = price.unit === 'search' ? 'searches' : `${price.unit}s`
  return lineOf(label, price.per === 1 ? price.unit : `${many} ${plural}`, price)
}

/** A model's rates, or only those with this prefix. */
export function modelMatch(model: ModelPrice, only: '' | 'batch-' | 'flex-' = ''): Match {
  const lines = (Object.keys(rateNames) as RateId[]).flatMap((rate) => {
    const found = model.rates[rate]
    if (found === undefined || !rate.startsWith(only)) return []
    const unit = `1M ${found.price.unit}s`
    const perMillion = (price: Price) => changed(price, (usd) => (usd / price.per) * 1e6)
    return [
      lineOf(rateNames[rate], unit, perMillion(found.price)),
      ...found.tiers.map(({ above, price }) =>
        lineOf(
          `${rateNames[rate]}, where the input is over ${above.toLocaleString('en-US')} tokens`,
          unit,
          perMillion(price),
        ),
      ),
    ]
  })
  return {
    what: model.id + (only === '' ? '' : ` (${only.slice(0, -1)})`),
    provider: model.provider,
    region: undefined,
    lines: only === '' ? [...lines, ...model.units.map(unitLine)] : lines,
    specs: said({
      mode: model.mode === 'chat' ? undefined : model.mode,
      context: model.context,
      maxOutput: model.maxOutput,
      maxOutputElsewhere: model.maxOutputElsewhere,
      retired: model.retired === true ? 'deprecated' : model.retired,
    }),
  }
}

export function storageMatch(cloud: string, service: string, name: string, region: string, found: StoragePrice): Match {
  const { storage, retrieval, put, get, minDays, extra } = found
  const requests = (price: Price) => changed(price, (usd) => (usd / price.per) * 1000)
  return {
    what: `${service} ${name}`,
    provider: cloud,
    region,
    lines: [
      lineOf('storage', 'GB-month', storage),
      ...(retrieval && retrieval.usd > 0 ? [lineOf('retrieval', 'GB', retrieval)] : []),
      ...(put && put.usd > 0 ? [lineOf('writes', '1,000 requests', requests(put))] : []),
      ...(get && get.usd > 0 ? [lineOf('reads', '1,000 requests', requests(get))] : []),
    ],
    specs: said({ minDays: minDays || undefined, note: extra || undefined }),
  }
}
