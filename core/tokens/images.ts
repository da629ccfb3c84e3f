import { kindOf } from '../prices/model-id.ts'

/**
 * Tokens of a picture that is looked at coarsely (`detail: "low"`), whatever its size. How many it takes otherwise depends on the size,
 * which no program text tells. https://developers.openai.com/api/docs/guides/images-vision (2026-09)
 */
const coarse: readonly (readonly [kinds: RegExp, tokens: number])[] = [
  [/^(gpt-4o|gpt-4\.1|gpt-4\.5-preview)$/, 85],
  [/^gpt-4o-mini$/, 2833],
  [/^gpt-5(-chat(-latest)?)?$/, 70],
  [/^(o1|o1-pro|o3)$/, 75],
]

export function imageTokens(detail: string | undefined, model: string): number | undefined {
  return detail === 'low' ? coarse.find(([kinds]) => kinds.test(kindOf(model)))?.[1] : undefined
}
