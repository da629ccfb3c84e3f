// What providers say themselves of the end of their models. Lists copy it late, or take the day before which a model stays for the day
// it goes: LiteLLM has Claude Sonnet 4 a month too early, Claude 3 Opus with day and month exchanged, and no day at all for GPT-4.
import type { Provider } from '../types.ts'
import { kindOf } from './model-id.ts'

interface OwnPage {
  readonly of: string
  /** ISO date: what it said on that day. */
  readonly asOf: string
  /** Of ids without their seller; the first that matches holds. */
  readonly days: readonly (readonly [models: RegExp, day: string])[]
}

const pages: Partial<Record<Provider, OwnPage>> = {
  /** https://platform.claude.com/docs/en/about-claude/model-deprecations, of Anthropic's own platforms; Bedrock and Google Cloud have days of their own. */
  anthropic: {
    of: 'Anthropic',
    asOf: '2026-11-23',
    days: [
      [/^claude-(1|instant)/, '2024-11-06'],
      [/^claude-2/, '2025-07-21'],
      [/^claude-3-sonnet$/, '2025-07-21'],
      [/^claude-3-5-sonnet$/, '2025-10-28'],
      [/^claude-3-opus$/, '2026-01-05'],
      [/^claude-3-(7-sonnet|5-haiku)$/, '2026-02-19'],
      [/^claude-3-haiku$/, '2026-04-20'],
      [/^claude-(opus|sonnet)-4(-0)?$/, '2026-06-15'],
      [/^claude-opus-4-1$/, '2026-08-05'],
    ],
  },
  /** https://developers.openai.com/api/docs/deprecations */
  openai: {
    of: 'OpenAI',
    asOf: '2026-11-05',
    days: [
      [/^gpt-3\.5-turbo(-16k|(-16k)?-(0301|0613))$/, '2024-09-13'],
      [
        /^(gpt-3\.5-turbo(-0125)?|gpt-4(-0613|-1106-preview|-turbo)?|gpt-4\.1-nano|o1(-pro)?|o[34]-mini)$/,
        '2026-10-23',
      ],
      [/^(gpt-5(-mini|-nano|-pro)?|o3(-pro)?)$/, '2026-12-11'],
      [/^gpt-(4o|4\.1)(-mini)?$/, '2027-01-14'],
      [/^gpt-5\.1$/, '2027-04-01'],
    ],
  },
  /** https://api-docs.deepseek.com/news/news260424 */
  deepseek: { of: 'DeepSeek', asOf: '2026-09-14', days: [[/^deepseek-(chat|reasoner)$/, '2026-07-24']] },
}

/** GPT-4o is today's of its kind, but the first of it went before. */
const dated: ReadonlyMap<string, string> = new Map([['gpt-4o-2024-05-13', '2026-10-23']])

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
  return ownDay(provider, id) ?? listed
}

function ownDay(provider: Provider, id: string): string | undefined {
  const page = pages[provider]
  if (!page) return undefined
  const kind = kindOf(id)
  return (provider === 'openai' ? dated.get(id) : undefined) ?? page.days.find(([models]) => models.test(kind))?.[1]
}

/** Who says it, for a message: `OpenAI’s own page of 2026-11-05`. */
export const whoSaysRetired = (provider: Provider, id: string, listOf: string): string =>
  ownDay(provider, id) === undefined
    ? `the price list of ${listOf}`
    : `${pages[provider]!.of}’s own page of ${pages[provider]!.asOf}`

/**
 * Whether the model is served no more: what it costs nobody pays, and it can be compared with nothing.
 * @param listOf ISO date of the price list
 */
export function isGone(
  {
    provider,
    id,
    retired,
  }: { readonly provider: Provider; readonly id: string; readonly retired: string | true | undefined },
  listOf: string,
): boolean {
  if (typeof retired !== 'string') return false
  return retired <= (ownDay(provider, id) === undefined ? listOf : pages[provider]!.asOf)
}
