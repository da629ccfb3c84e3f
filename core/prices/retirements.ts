// What providers say themselves of the end of their models. Lists copy it late, or take the day before which a model stays for the day
// it goes: LiteLLM has Claude Sonnet 4 a month too early, and Claude 3 Opus with day and month exchanged.
import type { Provider } from '../types.ts'
import { kindOf } from './model-id.ts'

/** https://platform.claude.com/docs/en/about-claude/model-deprecations, of Anthropic's own platforms; Bedrock and Google Cloud have days of their own. */
const anthropic: readonly (readonly [kinds: RegExp, day: string])[] = [
  [/^claude-(1|instant)/, '2024-11-06'],
  [/^claude-2/, '2025-07-21'],
  [/^claude-3-sonnet$/, '2025-07-21'],
  [/^claude-3-5-sonnet$/, '2025-10-28'],
  [/^claude-3-opus$/, '2026-01-05'],
  [/^claude-3-(7-sonnet|5-haiku)$/, '2026-02-19'],
  [/^claude-3-haiku$/, '2026-04-20'],
  [/^claude-(opus|sonnet)-4(-0)?$/, '2026-06-15'],
  [/^claude-opus-4-1$/, '2026-08-05'],
]

/**
 * ISO date from which the provider refuses the model, `true` where it is only known to be deprecated.
 * @param listed what the price list says
 */
export function retirementOf(
  provider: Provider,
  id: string,
  listed: string | true | undefined,
): string | true | undefined {
  // A call names a deployment, of a version that nobody sees; and the days are moved for each kind of deployment:
  // https://learn.microsoft.com/azure/foundry/openai/concepts/model-retirements
  if (provider === 'azure-openai') return undefined
  if (provider !== 'anthropic') return listed
  const kind = kindOf(id)
  return anthropic.find(([kinds]) => kinds.test(kind))?.[1] ?? listed
}
