// Models that are billed by the minute of sound, the image, the search or the character: the same for less at another seller, or in
// the line its maker sells it in. Compared only by the same unit, and images only by the same size and quality.
import type { ModelPrice, PriceBook, UnitId, UnitPrice } from './book.ts'
import { type Alternative, modelMatch } from './match.ts'
import { kindOf } from './model-id.ts'
import { unitBand } from './range.ts'

/** How much of a unit is spoken of. Of the others a model's price is not that of its work. */
const amounts: Readonly<Partial<Record<UnitId, readonly [many: number, per: string]>>> = {
  image: [1, 'image'],
  'input-second': [60, 'minute of audio'],
  'output-second': [1, 'second of output'],
  character: [1e6, '1M characters'],
  search: [1000, '1,000 search units'],
  page: [1000, '1,000 pages'],
}

/**
 * What a maker sells under one name for one kind of work, by the ids of the price list; of OpenAI's transcription, both models that
 * turn a file into text. That models of two names or makers do the same nobody publishes: they are not compared.
 */
const lines: readonly (readonly [provider: ModelPrice['provider'], ids: RegExp])[] = [
  ['openai', /^(whisper-1|gpt-transcribe)$/],
  ['openai', /^tts-1(-hd)?$/],
  ['openai', /^gpt-image-[\d.]+(-mini)?$/],
  ['openai', /^sora-2(-pro)?$/],
  ['azure-openai', /^tts-1(-hd)?$/],
  ['azure-openai', /^gpt-image-[\d.]+(-mini)?$/],
  ['azure-openai', /^sora-2(-pro)?$/],
  ['cohere', /^rerank-v\d/],
  ['deepgram', /^(base|enhanced|nova(-\d)?)$/],
  ['elevenlabs', /^eleven_/],
  ['groq', /^whisper-large-v3(-turbo)?$/],
  ['google', /^imagen-[\d.]+(-fast|-ultra)?-generate-\d+$/],
  ['vertex', /^imagen-[\d.]+(-fast|-ultra)?-generate-\d+$/],
  ['google', /^veo-[\d.]+(-fast|-lite)?-generate-/],
  ['vertex', /^veo-[\d.]+(-fast|-lite)?-generate-/],
  ['mistral', /^mistral-ocr-\d/],
]

const counted = ({ units }: ModelPrice) => units.filter(({ id }) => amounts[id] !== undefined)

/** Of its tokens such a model is billed only beside, or not at all. */
export const isBilledByUnit = (model: ModelPrice): boolean =>
  counted(model).length > 0 && (model.mode === 'image' || model.rates.input === undefined)

const sameAs = (was: UnitPrice) => (now: UnitPrice) =>
  now.id === was.id && now.size === was.size && now.quality === was.quality

const variant = ({ id, size, quality }: UnitPrice) =>
  [amounts[id]![1], size, quality].filter((word) => word !== undefined).join(' ')

interface Saved {
  readonly saves: Alternative['saves']
  /** What of the other's is not sold. */
  readonly missing: readonly string[]
}

/** Of what both sell nothing is dearer, whichever list is right, and something cheaper: what is saved at least. */
function saving(of: ModelPrice, it: ModelPrice): Saved | undefined {
  const pairs = counted(of).map((was) => ({ was, now: it.units.find(sameAs(was)) }))
  const saved = pairs.flatMap(({ was, now }) =>
    now === undefined ? [] : [{ was, usd: (unitBand(was.price).low - unitBand(now.price).high) * amounts[was.id]![0] }],
  )
  if (saved.some(({ usd }) => usd < 0)) return undefined
  const [least] = saved.filter(({ usd }) => usd > 0).sort((a, b) => a.usd - b.usd)
  if (least === undefined) return undefined
  return {
    saves: { per: variant(least.was), usd: Number(least.usd.toPrecision(6)) },
    missing: pairs.flatMap(({ was, now }) => (now === undefined ? [variant(was)] : [])),
  }
}

/** `cohere.rerank-v3-5:0` and `rerank-v3.5` are one model. */
const same = (id: string) => kindOf(id).replace(/:\d+$/, '').replaceAll(/[._]/g, '-')

/** Prices that are shown of each; an image model has one for each size and quality. */
const mostLines = 4

/**
 * Cheaper models that are billed by the same unit: other sellers of it first, then its maker's line.
 * @param isServed whether a model is still to be had
 */
export function unitAlternatives(
  book: PriceBook,
  of: ModelPrice,
  isServed: (model: ModelPrice) => boolean,
): readonly Alternative[] {
  const line = lines.find(([provider, ids]) => provider === of.provider && ids.test(of.id))
  const all = book.models().flatMap((it): Alternative[] => {
    if (it.mode !== of.mode || !isServed(it)) return []
    const isSeller = it.provider !== of.provider && same(it.id) === same(of.id)
    const isInLine = it.provider === of.provider && it.id !== of.id && line?.[1].test(it.id)
    const isWeak = counted(it).some(({ price }) => price.weak !== undefined)
    const saved = isInLine || (isSeller && !isWeak) ? saving(of, it) : undefined
    if (saved === undefined) return []
    const match = modelMatch(it)
    const units = match.lines.filter(({ unit }) => !unit.endsWith('tokens'))
    const lost = [
      isSeller
        ? `${it.provider}: another account, API and terms`
        : 'another model of the line: results must be checked',
      ...(saved.missing.length === 0 ? [] : [`has no price for ${saved.missing.join(', ')}`]),
    ]
    return [{ ...match, lines: units.slice(0, mostLines), saves: saved.saves, lost }]
  })
  const away = (it: Alternative) => Number(it.provider === of.provider)
  return all.sort((a, b) => away(a) - away(b) || b.saves.usd - a.saves.usd)
}
