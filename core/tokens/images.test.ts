import { expect, it } from 'vitest'
import { imageTokens } from './images.ts'

const of = (width: number, height: number) => ({ width, height })
const exactly = (tokens: number) => ({ low: tokens, likely: tokens, high: tokens })

// The first five are the examples of OpenAI's own page.
it.each([
  ['gpt-4o', { detail: 'low', size: of(4096, 8192) }, exactly(85)],
  ['gpt-4o', { detail: 'high', size: of(1024, 1024) }, exactly(765)],
  ['gpt-4o', { detail: 'high', size: of(2048, 4096) }, exactly(1105)],
  ['gpt-4.1-mini', { detail: undefined, size: of(1024, 1024) }, exactly(Math.ceil(1024 * 1.62))],
  ['o4-mini', { detail: 'high', size: of(1800, 2400) }, exactly(Math.ceil(1452 * 1.72))],
  ['gpt-4o', { detail: undefined, size: of(1024, 1024) }, { low: 85, likely: 765, high: 765 }],
  ['gpt-4o', { detail: 'high', size: of(128, 64) }, exactly(255)],
  ['gpt-5-mini', { detail: undefined, size: of(256, 256) }, { low: 77, likely: 104, high: 104 }],
  ['gpt-4o', { detail: 'high' }, undefined],
  // Anthropic's page: 1920 × 1080 becomes 1456 × 819, and the A4 page of 1075 × 1520 is 924 × 1307, or stays as it is.
  ['claude-sonnet-4-5', { detail: undefined, size: of(1920, 1080) }, exactly(52 * 30)],
  ['claude-sonnet-4-5', { detail: undefined, size: of(1075, 1520) }, exactly(33 * 47)],
  ['claude-opus-4-7', { detail: undefined, size: of(1075, 1520) }, exactly(39 * 55)],
  ['us.anthropic.claude-haiku-4-5-20251001-v1:0', { detail: undefined, size: of(200, 100) }, exactly(8 * 4)],
  ['claude-sonnet-4-5', { detail: undefined }, undefined],
  // Google's pages.
  ['gemini-3-flash-preview', { detail: undefined }, exactly(1120)],
  ['gemini-3-flash-preview', { detail: 'MEDIA_RESOLUTION_LOW', size: of(4000, 3000) }, exactly(280)],
  ['gemini-2.5-flash', { detail: undefined, size: of(384, 200) }, exactly(258)],
  ['gemini-2.5-flash', { detail: undefined, size: of(960, 540) }, { low: 258, likely: 1548, high: 1548 }],
  ['gemini-2.5-flash', { detail: undefined }, undefined],
  ['grok-4', { detail: 'low', size: of(10, 10) }, undefined],
])('%s takes of %j: %j', (model, picture, tokens) => {
  expect(imageTokens(picture, model)).toEqual(tokens)
})
