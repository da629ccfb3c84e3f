// The prices of one model in genai-prices' words: as its feed has them, and as the package does.
import * as z from 'zod/mini'
import type { RateId, UnitId } from './book.ts'
import type { Cells, UnitCells } from './models.ts'

/** USD per million tokens; a tier's price is of the whole request once its input is longer than `start`. */
const amount = z.union([
  z.number(),
  z.object({ base: z.number(), tiers: z.array(z.object({ start: z.number(), price: z.number() })) }),
])
const maybe = z.optional(amount)

export const genaiPrices = z.object({
  input_mtok: maybe,
  output_mtok: maybe,
  cache_read_mtok: maybe,
  cache_write_mtok: maybe,
  cache_write_1h_mtok: maybe,
  input_audio_mtok: maybe,
  output_audio_mtok: maybe,
  cache_audio_read_mtok: maybe,
  input_image_mtok: maybe,
  output_image_mtok: maybe,
  cache_image_read_mtok: maybe,
  input_video_mtok: maybe,
  output_video_mtok: maybe,
  output_reasoning_mtok: maybe,
  output_citation_mtok: maybe,
  requests_kcount: maybe,
  web_searches_kcount: maybe,
  storage_searches_kcount: maybe,
  input_text_messages_kcount: maybe,
  input_document_kpages: maybe,
  input_annotated_document_kpages: maybe,
  input_audio_hours: maybe,
  audio_hours: maybe,
})

export type GenaiPrices = z.infer<typeof genaiPrices>

const rateFields: readonly (readonly [RateId, keyof GenaiPrices])[] = [
  ['input', 'input_mtok'],
  ['output', 'output_mtok'],
  ['cache-read', 'cache_read_mtok'],
  ['cache-write', 'cache_write_mtok'],
  ['cache-write-1h', 'cache_write_1h_mtok'],
  ['audio-input', 'input_audio_mtok'],
  ['audio-output', 'output_audio_mtok'],
  ['audio-cache-read', 'cache_audio_read_mtok'],
  ['image-input', 'input_image_mtok'],
  ['image-output', 'output_image_mtok'],
  ['image-cache-read', 'cache_image_read_mtok'],
  ['video-input', 'input_video_mtok'],
  ['video-output', 'output_video_mtok'],
  ['reasoning-output', 'output_reasoning_mtok'],
  ['citation', 'output_citation_mtok'],
]

export function tokenRates(listed: GenaiPrices): Partial<Record<RateId, Cells>> {
  const rates: Partial<Record<RateId, Cells>> = {}
  for (const [rate, field] of rateFields) {
    const value = listed[field]
    if (value === undefined) continue
    rates[rate] =
      typeof value === 'number' ? value : [value.base, ...value.tiers.flatMap((tier) => [tier.start, tier.price])]
  }
  return rates
}

const secondsPerHour = 3600

/** The list's field, and how many of its units are one of ours. `audio_hours` of a session is what `input_audio_hours` is of a file. */
const unitFields: readonly (readonly [UnitId, keyof GenaiPrices, number])[] = [
  ['request', 'requests_kcount', 1],
  ['web-search', 'web_searches_kcount', 1],
  ['file-search', 'storage_searches_kcount', 1],
  ['input-message', 'input_text_messages_kcount', 1],
  ['page', 'input_document_kpages', 1],
  ['annotated-page', 'input_annotated_document_kpages', 1],
  ['input-second', 'input_audio_hours', secondsPerHour],
]

/** @param from index of the list in `ModelTable.sources` */
export function unitCells(listed: GenaiPrices, from: number): UnitCells[] {
  const session = listed.input_audio_hours === undefined ? listed.audio_hours : undefined
  const cells = unitFields.flatMap(([id, field, share]): UnitCells[] => {
    const value = listed[field]
    return typeof value === 'number' ? [[id, Number((value / share).toPrecision(8)), from]] : []
  })
  return typeof session === 'number'
    ? [...cells, ['output-second', Number((session / secondsPerHour).toPrecision(8)), from]]
    : cells
}
