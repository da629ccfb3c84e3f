import * as z from 'zod/mini'
import { fixedTokens, splitAtFirstHole } from '../../core/estimate/token-lines.ts'
import { markSystem } from '../../core/fixes/cache-marks.ts'
import { valueOf } from '../../core/known.ts'
import { say, usd } from '../../core/money.ts'
import { defineRule, type ModelCallContext, type Report } from '../../core/rule.ts'
import { costBy, isCalledAgain } from '../../core/rules/cacheable.ts'
import { methodName } from '../../core/rules/call-place.ts'
import type { ModelCall } from '../../core/types.ts'
import { uncachedPrompt } from './examples/uncached-prompt.ts'
import { uncachedPromptElsewhere } from './examples/uncached-prompt-elsewhere.ts'
import { uncachedPromptLonger } from './examples/uncached-prompt-longer.ts'

const options = z.object({
  life: z
    ._default(z.enum(['5m', '1h']), '5m')
    .check(
      z.describe('How long a marked prefix is kept: `1h` where calls are minutes apart; writing it costs more then.'),
    ),
  storage: z
    .optional(z.number().check(z.positive()))
    .check(
      z.describe(
        'USD that a million tokens of an explicit cache of Gemini cost for an hour, as Google lists them for your model: no list that is bundled has them. Left out, nothing is said of such caches.',
      ),
    ),
})

export const rule = defineRule({
  id: 'uncached-prompt',
  on: 'model-call',
  severity: 'warning',
  preset: 'strict',
  docs: {
    what: 'A long, unchanging start of the prompt is sent without marking it for the provider’s prompt cache.',
    why: 'The same tokens are billed in full on every call, where a cache read costs a fraction of that. Where a provider caches unasked (OpenAI, Gemini), there is nothing to mark and nothing is said; newer models of OpenAI bill what they write there, which the high end of the estimate holds.',
    fix: 'Mark the end of the unchanging part: `cache_control` on the last block of `system`, a `cachePoint` after it on Bedrock, `providerOptions` of the system message in the AI SDK (from version 6).',
    unless:
      'The call is made less often than the cache lives (five minutes, or an hour where the option `life` says so), so that each call would write it again at a surcharge.',
    source: 'https://platform.claude.com/docs/en/build-with-claude/prompt-caching',
    alters: ['bill'],
  },
  options,
  *check(call, context) {
    if (call.api !== 'chat' || call.cached || call.batch || !isCalledAgain(call, context.module)) return
    if (call.provider === 'google' || call.provider === 'vertex') yield* ofExplicitCache(call, context)
    // Without a name for the mark there is none to be seen, nor to be given.
    if (call.source.parameters.cache === undefined) return
    const id = valueOf(call.model)
    const price = id === undefined ? undefined : context.prices.model(call.provider, id)
    if (!price?.cacheNeedsMark || price.minCacheable === undefined) return
    const { prefix } = splitAtFirstHole(call.input)
    const tokens = fixedTokens(prefix, id, context.tokens)
    // The prefix must reach the model's minimum on the low side too: below it the mark does nothing.
    if (tokens.low < price.minCacheable) return
    const length = context.estimate.inputTokens ?? tokens
    const life = hourNames.has(call.sdk) && price.rates['cache-write-1h'] ? context.options.life : '5m'
    const [full, read, write] = [
      costBy(price, 'input', tokens, length),
      costBy(price, 'cache-read', tokens, length),
      costBy(price, life === '1h' ? 'cache-write-1h' : 'cache-write', tokens, length),
    ]
    if (!full || !read || read.likely >= full.likely) return
    const rereads = write ? Math.max(1, Math.floor((write.likely - full.likely) / (full.likely - read.likely)) + 1) : 1
    const written = write ? say` (writing them ${usd(write)})` : ''
    // The mark stands at the end of the system prompt: what it covers must not change, and must itself be long enough.
    const covered = call.input.filter(({ from, role }) => isBefore.test(from ?? '') || role === 'system')
    const pays =
      covered.every((part) => prefix.includes(part)) &&
      fixedTokens(covered, id, context.tokens).low >= price.minCacheable
    const edit = pays ? markSystem(call, context, life) : undefined
    yield {
      at: methodName(call, context.module, context.document),
      message: say`The unchanging first ${Math.round(tokens.likely)} tokens are billed in full on every call, ${usd(full)}. From the cache they cost ${usd(read)}${written}: it pays from ${nthCall(rereads)} within ${life === '1h' ? 'an hour' : 'five minutes'}.`,
      after: context.estimateWith({ cached: true, ...(life === '1h' ? { cacheLife: '1h' } : {}) }),
      fixes: edit ? [{ title: 'Cache the system prompt', safety: 'suggestion', edits: [edit], claim: 'saves' }] : [],
    }
  },
})

/** SDKs whose mark says for how long, each by its own documents. */
const hourNames: ReadonlySet<string> = new Set(['anthropic', 'litellm'])

/**
 * Gemini caches a prefix by itself, and does not promise it. An explicit cache is read for sure, and kept for money:
 * https://ai.google.dev/gemini-api/docs/caching
 */
function* ofExplicitCache(
  call: ModelCall,
  context: ModelCallContext<{ readonly storage?: number | undefined }>,
): Generator<Report> {
  const { storage } = context.options
  const id = valueOf(call.model)
  const price = id === undefined ? undefined : context.prices.model(call.provider, id)
  if (storage === undefined || !price || price.cacheNeedsMark || price.minCacheable === undefined) return
  const tokens = fixedTokens(splitAtFirstHole(call.input).prefix, id, context.tokens)
  if (tokens.low < price.minCacheable) return
  const length = context.estimate.inputTokens ?? tokens
  const [full, read] = [costBy(price, 'input', tokens, length), costBy(price, 'cache-read', tokens, length)]
  if (!full || !read || read.likely >= full.likely) return
  const hourly = (tokens.likely / 1e6) * storage
  // The first call of the hour writes it, at the price of input.
  const calls = Math.floor(hourly / (full.likely - read.likely)) + 2
  yield {
    at: methodName(call, context.module, context.document),
    message: say`Gemini may read the unchanging first ${Math.round(tokens.likely)} tokens from its own cache, and does not promise it: else each call pays ${usd(full)} for them. From an explicit cache (CachedContent) they cost ${usd(read)}, and ${usd(hourly)} an hour to keep: it pays from ${calls} calls an hour.`,
    unit: { per: 'call', before: full.likely, after: read.likely },
  }
}

/** Parameters that a provider reads no later than the system prompt. */
const isBefore = /^(tools|toolConfig\.tools|system|instructions)$/

const nthCall = (rereads: number) => (rereads === 1 ? 'the second call' : `call ${rereads + 1}`)

export const examples = [...uncachedPrompt, ...uncachedPromptElsewhere, ...uncachedPromptLonger]
