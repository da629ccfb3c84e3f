// Tokens a picture is billed by, from its size and from how closely the call asks for it to be looked at. Undefined where the rule needs
// a size that the source does not tell.
import { exactly, scale } from '../band.ts'
import { kindOf } from '../prices/model-id.ts'
import type { Band, Picture } from '../types.ts'

interface Size {
  readonly width: number
  readonly height: number
}

type Rule = (picture: Picture) => Band | undefined

/**
 * OpenAI's older models see tiles of 512 pixels, after the picture was made to fit 2048 × 2048 and its shorter side 768; coarsely, only
 * the base. https://developers.openai.com/api/docs/guides/images-vision (read 2026-11)
 */
const tiled =
  (base: number, tile: number): Rule =>
  ({ detail, size }) => {
    if (detail === 'low') return exactly(base)
    if (!size) return undefined
    const whole = base + tile * tilesIn(size)
    // Without a word the model chooses, by the size.
    return detail === 'high' ? exactly(whole) : { low: base, likely: whole, high: whole }
  }

function tilesIn({ width, height }: Size): number {
  const fit = Math.min(1, 2048 / Math.max(width, height))
  const shrink = fit * Math.min(1, 768 / (Math.min(width, height) * fit))
  return Math.ceil((width * shrink) / 512) * Math.ceil((height * shrink) / 512)
}

/** OpenAI's small models see patches of 32 pixels, at most 1536, each so many tokens; the same page. `detail` changes nothing. */
const patched =
  (perPatch: Band): Rule =>
  ({ size }) =>
    size && round(scale(perPatch, patchesIn(size)))

const round = ({ low, likely, high }: Band): Band => ({
  low: Math.ceil(low),
  likely: Math.ceil(likely),
  high: Math.ceil(high),
})

const mostPatches = 1536

function patchesIn({ width, height }: Size): number {
  const patches = (by: number) => Math.ceil((width * by) / 32) * Math.ceil((height * by) / 32)
  if (patches(1) <= mostPatches) return patches(1)
  const shrink = Math.sqrt((32 * 32 * mostPatches) / (width * height))
  const onGrid = (side: number) => Math.floor((side * shrink) / 32) / ((side * shrink) / 32)
  return patches(shrink * Math.min(onGrid(width), onGrid(height)) - 1e-9)
}

/**
 * Claude sees patches of 28 pixels, a token each, after a picture too large for the model was made smaller: until Sonnet 4.6 to 1568
 * pixels and tokens, since Opus 4.7 to 2576 pixels and 4784 tokens. https://platform.claude.com/docs/en/build-with-claude/vision and
 * vision-coordinates beside it (read 2026-11; before, width × height / 750)
 */
const clauded =
  (edge: number, tokens: number): Rule =>
  ({ size }) => {
    if (!size) return undefined
    const count = (by: number) => Math.ceil((size.width * by) / 28) * Math.ceil((size.height * by) / 28)
    const fits = (by: number) =>
      Math.ceil((size.width * by) / 28) * 28 <= edge &&
      Math.ceil((size.height * by) / 28) * 28 <= edge &&
      count(by) <= tokens
    if (fits(1)) return exactly(count(1))
    const long = Math.max(size.width, size.height)
    let [low, high] = [1, long]
    while (low + 1 < high) {
      const middle = Math.floor((low + high) / 2)
      if (fits(middle / long)) low = middle
      else high = middle
    }
    return exactly(count(low / long))
  }

/** Gemini 3 takes so many tokens of any picture: https://ai.google.dev/gemini-api/docs/media-resolution (read 2026-11) */
const byResolution: Readonly<Record<string, number>> = {
  media_resolution_unspecified: 1120,
  media_resolution_low: 280,
  media_resolution_medium: 560,
  media_resolution_high: 1120,
  media_resolution_ultra_high: 2240,
}

const resolved: Rule = ({ detail }) => {
  const tokens = byResolution[detail?.toLowerCase() ?? 'media_resolution_unspecified']
  return tokens === undefined ? undefined : exactly(tokens)
}

/**
 * Before Gemini 3: 258 for one of at most 384 pixels on both sides, else 258 for each tile, its side two thirds of the shorter one and
 * from 256 to 768. https://ai.google.dev/gemini-api/docs/image-understanding (read 2026-11): "roughly", so one tile is the least.
 */
const cropped: Rule = ({ detail, size }) => {
  if (detail !== undefined || !size) return undefined
  const { width, height } = size
  if (width <= 384 && height <= 384) return exactly(258)
  const side = Math.min(768, Math.max(256, Math.floor(Math.min(width, height) / 1.5)))
  const all = 258 * Math.ceil(width / side) * Math.ceil(height / side)
  return { low: 258, likely: all, high: all }
}

/** The page says 1.62; measured on the API it was 1.2: https://longform.social/post/did:plc:lk3jfj3zq4k4wxnk474axylu/3moh6hx44k5e2 (2026-06) */
const disputed: Band = { low: 1.2, likely: 1.62, high: 1.62 }

const rules: readonly (readonly [kinds: RegExp, rule: Rule])[] = [
  [/^(gpt-4o|gpt-4\.1|gpt-4\.5-preview)$/, tiled(85, 170)],
  [/^gpt-4o-mini$/, tiled(2833, 5667)],
  [/^gpt-5(-chat(-latest)?)?$/, tiled(70, 140)],
  [/^(o1|o1-pro|o3)$/, tiled(75, 150)],
  [/^gpt-4\.1-mini$/, patched(exactly(1.62))],
  [/^gpt-4\.1-nano$/, patched(exactly(2.46))],
  [/^o4-mini$/, patched(exactly(1.72))],
  [/^gpt-5-mini$/, patched(disputed)],
  [/^claude-(3|(opus|sonnet|haiku)-4($|-[0-6]$))/, clauded(1568, 1568)],
  [/^claude-(opus|sonnet|haiku|fable|mythos)-(4-[7-9]|5)/, clauded(2576, 4784)],
  [/^gemini-3/, resolved],
  [/^gemini-2/, cropped],
]

export function imageTokens(picture: Picture, model: string): Band | undefined {
  const kind = kindOf(model)
  return rules.find(([kinds]) => kinds.test(kind))?.[1](picture)
}
