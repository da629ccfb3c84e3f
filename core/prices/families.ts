// Which models are smaller siblings of which, dearest first. Kinds of model, whoever sells them; whether a sibling is sold
// there, and is cheaper, the price list says.
import type { ModelPrice, RateId } from './book.ts'
import { kindOf, profileOf } from './model-id.ts'

/** https://platform.openai.com/docs/models, https://docs.claude.com/en/docs/about-claude/models/overview, https://ai.google.dev/gemini-api/docs/models */
const ladders: readonly (readonly string[])[] = [
  ['gpt-4o', 'gpt-4o-mini'],
  ['gpt-4.1', 'gpt-4.1-mini', 'gpt-4.1-nano'],
  ['gpt-5-pro', 'gpt-5', 'gpt-5-mini', 'gpt-5-nano'],
  ['gpt-5.1', 'gpt-5-mini', 'gpt-5-nano'],
  ['gpt-5.2-pro', 'gpt-5.2', 'gpt-5-mini', 'gpt-5-nano'],
  ['gpt-5.4-pro', 'gpt-5.4', 'gpt-5.4-mini', 'gpt-5.4-nano'],
  ['gpt-5.5-pro', 'gpt-5.5', 'gpt-5.4-mini', 'gpt-5.4-nano'],
  ['gpt-5.6-sol', 'gpt-5.6-terra', 'gpt-5.6-luna'],
  ['gpt-6-astra', 'gpt-6-sol', 'gpt-6-luna'],
  ['o1-pro', 'o1', 'o3-mini'],
  ['o3-pro', 'o3', 'o4-mini'],
  ['text-embedding-3-large', 'text-embedding-3-small'],

  ['claude-fable-5-1', 'claude-opus-5-5', 'claude-sonnet-5', 'claude-haiku-4-5'],
  ['claude-fable-5', 'claude-opus-5', 'claude-sonnet-5', 'claude-haiku-4-5'],
  ['claude-opus-4-8', 'claude-sonnet-4-6', 'claude-haiku-4-5'],
  ['claude-opus-4-7', 'claude-sonnet-4-6', 'claude-haiku-4-5'],
  ['claude-opus-4-6', 'claude-sonnet-4-6', 'claude-haiku-4-5'],
  ['claude-opus-4-5', 'claude-sonnet-4-5', 'claude-haiku-4-5'],
  ['claude-opus-4-1', 'claude-sonnet-4-5', 'claude-haiku-4-5'],
  ['claude-opus-4-0', 'claude-sonnet-4-5', 'claude-haiku-4-5'],
  ['claude-opus-4', 'claude-sonnet-4-5', 'claude-haiku-4-5'],
  ['claude-sonnet-4-0', 'claude-haiku-4-5'],
  ['claude-sonnet-4', 'claude-haiku-4-5'],
  ['claude-3-7-sonnet', 'claude-haiku-4-5'],
  ['claude-3-5-sonnet', 'claude-haiku-4-5'],

  ['gemini-2.5-pro', 'gemini-2.5-flash', 'gemini-2.5-flash-lite'],
  ['gemini-3-pro-preview', 'gemini-3-flash-preview', 'gemini-3.1-flash-lite'],
  ['gemini-3.1-pro-preview', 'gemini-3-flash-preview', 'gemini-3.1-flash-lite'],
  ['gemini-3.5-flash', 'gemini-3.5-flash-lite'],
  ['gemini-3.6-flash', 'gemini-3.5-flash-lite'],
  ['gemini-3.7-flash', 'gemini-3.5-flash-lite'],
  ['gemini-3.8-flash', 'gemini-3.5-flash-lite'],
  ['gemini-2.0-flash', 'gemini-2.0-flash-lite'],

  ['mistral-large', 'mistral-medium', 'mistral-small'],
  ['nova-premier', 'nova-pro', 'nova-lite', 'nova-micro'],
  ['grok-3', 'grok-3-mini'],
]

const usd = (model: ModelPrice, rate: RateId) => model.rates[rate]?.price.usd

function cheaper(than: ModelPrice, model: ModelPrice): boolean {
  const [input, output] = [usd(model, 'input'), usd(model, 'output') ?? 0]
  const [thanInput, thanOutput] = [usd(than, 'input'), usd(than, 'output') ?? 0]
  if (input === undefined || thanInput === undefined) return false
  return input <= thanInput && output <= thanOutput && input + output < thanInput + thanOutput
}

const stillServed = (model: ModelPrice, today: string) =>
  model.retired === undefined || (typeof model.retired === 'string' && model.retired > today)

/** The smaller kinds of a model's family. */
function smallerKinds(id: string): readonly string[] {
  const kind = kindOf(id)
  const ladder = ladders.find((kinds) => kinds.includes(kind))
  return ladder === undefined ? [] : ladder.slice(ladder.indexOf(kind) + 1)
}

/**
 * The smaller siblings that the same provider sells at a lower price and still serves, dearest first.
 * @param today ISO date
 */
export function smallerModels(model: ModelPrice, sold: readonly ModelPrice[], today: string): readonly ModelPrice[] {
  return smallerKinds(model.id)
    .map((kind) => {
      const same = sold.filter((other) => kindOf(other.id) === kind && profileOf(other.id) === profileOf(model.id))
      return same.find((other) => cheaper(model, other) && stillServed(other, today))
    })
    .filter((other) => other !== undefined)
}
