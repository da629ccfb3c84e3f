import * as z from 'zod/mini'
import { exactly, times } from '../../core/band.ts'
import { fixedTokens, splitAtFirstHole, tiered } from '../../core/estimate/token-lines.ts'
import { entryOf, expressionOf, replaceSpan } from '../../core/fixes/arguments.ts'
import { valueOf } from '../../core/known.ts'
import type { Expr } from '../../core/module.ts'
import { say, usd } from '../../core/money.ts'
import type { ModelPrice, RateId } from '../../core/prices/book.ts'
import { defineRule, type ModelCallContext, type RuleExample } from '../../core/rule.ts'
import { methodName } from '../../core/rules/call-place.ts'
import type { Band, Edit, ModelCall } from '../../core/types.ts'

const options = z.object({})

export const rule = defineRule({
  id: 'uncached-prompt',
  on: 'model-call',
  severity: 'warning',
  preset: 'recommended',
  docs: {
    what: 'A long, unchanging start of the prompt is sent without marking it for the provider’s prompt cache.',
    why: 'The same tokens are billed in full on every call, where a cache read costs a fraction of that.',
    fix: 'Mark the end of the unchanging part: `cache_control` on the last block of `system`.',
    unless:
      'The call is made less often than the cache lives (five minutes), so that each call would write it again at a surcharge.',
    source: 'https://platform.claude.com/docs/en/build-with-claude/prompt-caching',
  },
  options,
  *check(call, context) {
    if (call.api !== 'chat' || call.cached || call.batch || !isCalledAgain(call, context)) return
    const id = valueOf(call.model)
    const price = id === undefined ? undefined : context.prices.model(call.provider, id)
    if (!price?.cacheNeedsMark || price.minCacheable === undefined) return
    const { prefix } = splitAtFirstHole(call.input)
    const tokens = fixedTokens(prefix, id, context.tokens)
    // The prefix must reach the model's minimum on the low side too: below it the mark does nothing.
    if (tokens.low < price.minCacheable) return
    const length = context.estimate.inputTokens ?? tokens
    const [full, read, write] = [
      costOf(price, 'input', tokens, length),
      costOf(price, 'cache-read', tokens, length),
      costOf(price, 'cache-write', tokens, length),
    ]
    if (!full || !read || !write) return
    const rereads = Math.floor((write.likely - full.likely) / (full.likely - read.likely)) + 1
    // The mark stands at the end of `system`: what it covers must not change, and must itself be long enough.
    const covered = call.input.filter(({ from }) => from === 'tools' || from === 'system')
    const pays =
      covered.every((part) => prefix.includes(part)) &&
      fixedTokens(covered, id, context.tokens).low >= price.minCacheable
    const edit = pays ? markSystem(call, context) : undefined
    yield {
      at: methodName(call, context.module, context.document),
      message: say`The unchanging first ${Math.round(tokens.likely)} tokens are billed in full on every call, ${usd(full)}. From the cache they cost ${usd(read)} (writing them ${usd(write)}): it pays from ${nthCall(rereads)} within five minutes.`,
      after: context.estimateWith({ cached: true }),
      fixes: edit ? [{ title: 'Cache the system prompt', safety: 'suggestion', edits: [edit], claim: 'saves' }] : [],
    }
  },
})

const nthCall = (rereads: number) => (rereads === 1 ? 'the second call' : `call ${rereads + 1}`)

function costOf(price: ModelPrice, id: RateId, tokens: Band, length: Band): Band | undefined {
  const rate = price.rates[id]
  if (!rate) return undefined
  const { usd, per } = tiered(rate, length)
  return times(tokens, exactly(usd / per))
}

/** A call at the top of a script is made once; one in a function or a loop is made again. */
function isCalledAgain(call: ModelCall, { module }: ModelCallContext<unknown>): boolean {
  return call.repeats.length > 0 || module.calls[call.source.call]?.scope !== 0
}

/** Turns `system="…"` into one block that carries the mark. A list of blocks is the author's own layout and is left. */
function markSystem(call: ModelCall, { module, document, named }: ModelCallContext<unknown>): Edit | undefined {
  const expr = expressionOf(call, module)
  if (!expr) return undefined
  const record = expr.args[0]?.value
  const value: Expr | undefined =
    named === 'keyword'
      ? expr.args.find((argument) => argument.name === 'system')?.value
      : record?.is === 'record'
        ? entryOf(record.entries, 'system')?.value
        : undefined
  if (!value || value.is === 'list' || value.is === 'opaque') return undefined
  const code = document.text.slice(...value.span)
  const block =
    named === 'keyword'
      ? `[{"type": "text", "text": ${code}, "cache_control": {"type": "ephemeral"}}]`
      : `[{ type: 'text', text: ${code}, cache_control: { type: 'ephemeral' } }]`
  return replaceSpan(document, value.span, block)
}

/** About 1,500 tokens for Claude Sonnet 4.5, which caches from 1,024. */
const longRules = `You answer questions about berths, tariffs and pilotage. ${'Quote the paragraph of the port regulation that each sentence of the answer rests on, and say so plainly where the regulation is silent. '.repeat(48)}`

export const examples: readonly RuleExample[] = [
  {
    name: 'Python: a long constant as the system prompt of a function',
    lang: 'python',
    code: `from anthropic import Anthropic

client = Anthropic()

RULES = """${longRules}"""


def answer(question: str):
    return client.messages.create(
        model="claude-sonnet-4-5",
        max_tokens=800,
        system=RULES,
        messages=[{"role": "user", "content": question}],
    )
`,
    finds: [
      {
        line: 9,
        message:
          'The unchanging first 1,501 tokens are billed in full on every call, $0.0043–0.0047. From the cache they cost $0.00044–0.00047 (writing them $0.0054–0.0059): it pays from the second call within five minutes.',
        fixed: `from anthropic import Anthropic

client = Anthropic()

RULES = """${longRules}"""


def answer(question: str):
    return client.messages.create(
        model="claude-sonnet-4-5",
        max_tokens=800,
        system=[{"type": "text", "text": RULES, "cache_control": {"type": "ephemeral"}}],
        messages=[{"role": "user", "content": question}],
    )
`,
      },
    ],
  },
  {
    name: 'TypeScript',
    lang: 'typescript',
    code: `import Anthropic from '@anthropic-ai/sdk'

const client = new Anthropic()
const rules = \`${longRules}\`

export const answer = (question: string) =>
  client.messages.create({
    model: 'claude-sonnet-4-5',
    max_tokens: 800,
    system: rules,
    messages: [{ role: 'user', content: question }],
  })
`,
    finds: [
      {
        line: 7,
        message:
          'The unchanging first 1,501 tokens are billed in full on every call, $0.0043–0.0047. From the cache they cost $0.00044–0.00047 (writing them $0.0054–0.0059): it pays from the second call within five minutes.',
        fixed: `import Anthropic from '@anthropic-ai/sdk'

const client = new Anthropic()
const rules = \`${longRules}\`

export const answer = (question: string) =>
  client.messages.create({
    model: 'claude-sonnet-4-5',
    max_tokens: 800,
    system: [{ type: 'text', text: rules, cache_control: { type: 'ephemeral' } }],
    messages: [{ role: 'user', content: question }],
  })
`,
      },
    ],
  },
  {
    name: 'what follows the long text in the system prompt changes: a mark at its end would never be read, so there is no fix',
    lang: 'python',
    code: `from anthropic import Anthropic

RULES = """${longRules}"""


def answer(client: Anthropic, today: str, question: str):
    return client.messages.create(
        model="claude-sonnet-4-5",
        max_tokens=800,
        system=f"{RULES}\\nToday is {today}.",
        messages=[{"role": "user", "content": question}],
    )
`,
    finds: [
      {
        line: 7,
        message:
          'The unchanging first 1,504 tokens are billed in full on every call, $0.0044–0.0047. From the cache they cost $0.00044–0.00047 (writing them $0.0055–0.0059): it pays from the second call within five minutes.',
      },
    ],
  },
  {
    name: 'the long text is in the messages: marking the short system prompt would cache nothing',
    lang: 'python',
    code: `from anthropic import Anthropic

RULES = """${longRules}"""


def answer(client: Anthropic, question: str):
    return client.messages.create(
        model="claude-sonnet-4-5",
        max_tokens=800,
        system="Be brief.",
        messages=[{"role": "user", "content": RULES}, {"role": "assistant", "content": "Ask."}, {"role": "user", "content": question}],
    )
`,
    finds: [
      {
        line: 7,
        message:
          'The unchanging first 1,507 tokens are billed in full on every call, $0.0044–0.0047. From the cache they cost $0.00044–0.00047 (writing them $0.0055–0.0059): it pays from the second call within five minutes.',
      },
    ],
  },
  {
    name: 'marked for caching',
    lang: 'python',
    code: `from anthropic import Anthropic

RULES = """${longRules}"""


def answer(client: Anthropic, question: str):
    return client.messages.create(
        model="claude-sonnet-4-5",
        max_tokens=800,
        system=[{"type": "text", "text": RULES, "cache_control": {"type": "ephemeral"}}],
        messages=[{"role": "user", "content": question}],
    )
`,
    finds: [],
  },
  {
    name: 'shorter than the 4,096 tokens that Haiku 4.5 caches from',
    lang: 'python',
    code: `from anthropic import Anthropic

RULES = """${longRules}"""


def answer(client: Anthropic, question: str):
    return client.messages.create(model="claude-haiku-4-5", max_tokens=800, system=RULES, messages=[{"role": "user", "content": question}])
`,
    finds: [],
  },
  {
    name: 'OpenAI caches by itself',
    lang: 'python',
    code: `from openai import OpenAI

RULES = """${longRules}"""


def answer(client: OpenAI, question: str):
    messages = [{"role": "system", "content": RULES}, {"role": "user", "content": question}]
    return client.chat.completions.create(model="gpt-4o", max_tokens=800, messages=messages)
`,
    finds: [],
  },
  {
    name: 'a script that calls once',
    lang: 'python',
    code: `from anthropic import Anthropic

RULES = """${longRules}"""
Anthropic().messages.create(model="claude-sonnet-4-5", max_tokens=800, system=RULES, messages=[{"role": "user", "content": "May she berth?"}])
`,
    finds: [],
  },
]
