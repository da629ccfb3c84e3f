// What LiteLLM's table prices by the image, second, character, search, page or request.
import type { Mode, UnitId } from '../core/prices/book.ts'
import type { UnitCells } from '../core/prices/models.ts'
import { unitsOf } from '../core/prices/units.ts'
import type { Provider } from '../core/types.ts'
import type { LiteLlmEntry } from './litellm-table.ts'

/** A row of the table that is one size or quality of a model. */
export interface Variant {
  readonly size: string
  readonly quality: string
  readonly entry: LiteLlmEntry
}

/** `hd/1024-x-1792/dall-e-3`, `512-x-512/50-steps/stability.…`, `256-x-256/dall-e-2`. */
const variantKey =
  /^(?:(low|medium|high|standard|hd)\/)?(\d+-x-\d+|max-x-max)\/(?:(\d+-steps|max-steps)\/)?(?:bedrock\/)?([^/]+)$/

/** GPT Image has no quality of this name, and none is no quality: the table's own doubles of another row. A size must be one. */
const isDouble = (model: string, quality: string, size: string) =>
  size === 'max-x-max' || (model.startsWith('gpt-image') && ['standard', ''].includes(quality))

/** The model and the variant a key without its provider's prefix names; undefined where it names a model. */
export function variantOf(key: string, entry: LiteLlmEntry): readonly [model: string, Variant | undefined] | undefined {
  const found = variantKey.exec(key)
  if (found === null) return undefined
  const [, named, size, steps, model] = found
  const quality = named ?? steps ?? ''
  return [model!, isDouble(model!, quality, size!) ? undefined : { size: size!.replace('-x-', 'x'), quality, entry }]
}

const modes: Readonly<Record<string, Mode>> = {
  chat: 'chat',
  completion: 'chat',
  responses: 'chat',
  embedding: 'embed',
  image_generation: 'image',
  image_edit: 'image',
  audio_speech: 'speech',
  audio_transcription: 'transcribe',
  rerank: 'rerank',
  video_generation: 'video',
  moderation: 'moderate',
  realtime: 'realtime',
  ocr: 'ocr',
}

/** Where the table says otherwise, the id says what it is. */
const modeByName: readonly (readonly [RegExp, Mode])[] = [
  [/-tts(-|$)/, 'speech'],
  [/^deep-research|^gemini-1\.5|^gemini-flash-experimental/, 'chat'],
  [/-native-audio|-live-|realtime-(?!whisper)|^gpt-realtime$|nova(-2)?-sonic|^grok-voice/, 'realtime'],
  [/rerank/, 'rerank'],
  [/embed/, 'embed'],
  [/^gpt-image|^chatgpt-image|^dall-e|-image(-|$)|^imagen/, 'image'],
  [/whisper|transcribe|^voxtral-mini-2602$/, 'transcribe'],
  [/-ocr-/, 'ocr'],
  [/^veo-|^sora-/, 'video'],
  [/moderation/, 'moderate'],
]

/** @param id the provider's own @param entry undefined where LiteLLM has no row of it */
export function modeOf(id: string, entry: LiteLlmEntry | undefined): Mode {
  const bare = id.slice(id.lastIndexOf('/') + 1).toLowerCase()
  return modeByName.find(([ids]) => ids.test(bare))?.[1] ?? modes[String(entry?.mode)] ?? 'chat'
}

const number = (entry: LiteLlmEntry, field: string) => {
  const value = entry[field]
  return typeof value === 'number' && value > 0 ? value : undefined
}

/** The table gives pixels their share of an image's price, rounded: the price is whole tenths of a cent, or was never one. */
function byPixel(perPixel: number, size: string): number | undefined {
  const [width, height] = size.split('x').map(Number)
  const usd = perPixel * width! * height!
  if (!Number.isFinite(usd)) return undefined
  const rounded = Number(usd.toFixed(3))
  return Math.abs(rounded / usd - 1) < 0.01 ? rounded : Number(usd.toPrecision(3))
}

/** Below this a "price per image" of the table is one per token of it. */
const leastPerImage = 0.001

const imagePrice = (entry: LiteLlmEntry, size: string): number | undefined => {
  const perPixel = number(entry, 'input_cost_per_pixel')
  const listed = number(entry, 'output_cost_per_image') ?? number(entry, 'input_cost_per_image')
  const usd = listed ?? (perPixel === undefined ? undefined : byPixel(perPixel, size))
  return usd !== undefined && usd >= leastPerImage ? usd : undefined
}

/** By mode: the unit and the table's field for it. */
const fields: Readonly<Partial<Record<Mode, readonly (readonly [UnitId, string])[]>>> = {
  embed: [
    ['input-image', 'input_cost_per_image'],
    ['input-second', 'input_cost_per_audio_per_second'],
    ['input-video-second', 'input_cost_per_video_per_second'],
  ],
  speech: [['character', 'input_cost_per_character']],
  transcribe: [['input-second', 'input_cost_per_second']],
  rerank: [['search', 'input_cost_per_query']],
  ocr: [
    ['page', 'ocr_cost_per_page'],
    ['annotated-page', 'annotation_cost_per_page'],
  ],
  chat: [
    ['request', 'input_cost_per_request'],
    ['input-video-second', 'input_cost_per_video_per_second'],
  ],
  realtime: [['input-video-second', 'input_cost_per_video_per_second']],
  video: [
    ['output-second', 'output_cost_per_second'],
    ['output-second', 'output_cost_per_video_per_second'],
  ],
}

/** What the table has wrong, or only in part, by id: such a price is left out. */
const refused: readonly RegExp[] = [
  /^amazon\.titan-image/, // one price for every size and quality
  // a tenth of what the maker's page has
  /^((in|out)paint|erase|search-and-.*|remove-background|replace-background-.*|sketch|structure|style.*|fast|conservative|creative)$/,
  /^multimodalembedding/, // its three grades of film stand at the wrong lengths
  /^eleven_multilingual_v2$/, // of Runway, where it is 600 times less than at ElevenLabs
]

/** Who has searches of the web billed by the call: Bedrock's rows repeat Anthropic's, and Bedrock has no such tool. */
const searching: readonly Provider[] = ['openai', 'anthropic', 'google', 'vertex', 'perplexity']

const contextSizes = ['low', 'medium', 'high'] as const

function searches(provider: Provider, entry: LiteLlmEntry, from: number): UnitCells[] {
  const listed = entry.search_context_cost_per_query as Readonly<Record<string, number>> | undefined
  if (listed === undefined || !searching.includes(provider)) return []
  const id: UnitId = provider === 'perplexity' ? 'request' : 'web-search'
  const prices = contextSizes.map((size) =>
    Number(((listed[`search_context_size_${size}`] ?? 0) * 1000).toPrecision(6)),
  )
  if (prices.some((usd) => usd === 0)) return []
  if (new Set(prices).size === 1) return [[id, prices[0]!, from]]
  return contextSizes.map((size, i): UnitCells => [id, prices[i]!, from, '', size])
}

/**
 * @param variants rows of the same model by size and quality
 * @param from index of the table in `ModelTable.sources`
 */
export function unitsOfEntry(
  provider: Provider,
  id: string,
  entry: LiteLlmEntry,
  variants: readonly Variant[],
  from: number,
): UnitCells[] {
  if (refused.some((ids) => ids.test(id))) return []
  const mode = modeOf(id, entry)
  const cells: UnitCells[] = (fields[mode] ?? []).flatMap(([unit, field]): UnitCells[] => {
    const usd = number(entry, field)
    return usd === undefined ? [] : [[unit, Number((usd * unitsOf[unit].per).toPrecision(7)), from]]
  })
  const at1080 = number(entry, 'output_cost_per_second_1080p')
  if (at1080 !== undefined) cells.push(['output-second', at1080, from, '1080p'])
  if (mode === 'image') {
    const sized = variants.flatMap(({ size, quality, entry: each }): UnitCells[] => {
      const usd = imagePrice(each, size)
      return usd === undefined ? [] : [['image', usd, from, size, quality]]
    })
    const plain = sized.length > 0 ? undefined : imagePrice(entry, '')
    cells.push(...sized, ...(plain === undefined ? [] : [['image', plain, from] as const]))
  }
  return [...cells, ...searches(provider, entry, from)]
}
