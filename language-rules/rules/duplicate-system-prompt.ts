import * as z from 'zod/mini'
import { sum } from '../../core/band.ts'
import { valueOf } from '../../core/known.ts'
import { say, usd } from '../../core/money.ts'
import { defineRule, type RuleExample } from '../../core/rule.ts'
import { costBy } from '../../core/rules/cacheable.ts'
import { methodName } from '../../core/rules/call-place.ts'
import { placeOf, repeatedIn, withoutRepeated } from '../../core/rules/repeated-text.ts'
import type { PromptPart } from '../../core/types.ts'

const options = z.object({
  tokens: z
    ._default(z.number().check(z.int(), z.positive()), 20)
    .check(z.describe('Fewer tokens than this, sent twice, are fine.')),
})

export const rule = defineRule({
  id: 'duplicate-system-prompt',
  on: 'model-call',
  severity: 'info',
  preset: 'strict',
  docs: {
    what: 'What the system prompt says is sent once more in another message of the same call.',
    why: 'It is billed as input both times, at every call.',
    fix: 'Leave it in the system prompt, where a cache can read it, and send in the message only what is new.',
    unless: 'You measured that the model heeds it only where it is repeated beside the question.',
    source: 'https://developers.openai.com/api/docs/guides/latency-optimization',
  },
  options,
  *check(call, { options, document, module, estimate, estimateWith, prices, tokens: counter }) {
    if (call.api !== 'chat' || !call.input.some(isSystem)) return
    const id = valueOf(call.model)
    const price = id === undefined ? undefined : prices.model(call.provider, id)
    if (!price) return
    const repeated = repeatedIn(call.input).filter(
      ({ first, again }) => placeOf(first) !== placeOf(again) && (isSystem(first) || isSystem(again)),
    )
    const tokens = sum(repeated.map(({ text }) => counter.count(text, id)))
    const [first] = repeated
    if (!first || !tokens || tokens.low < options.tokens) return
    const cost = costBy(price, 'input', tokens, estimate.inputTokens ?? tokens)
    if (!cost) return
    yield {
      at: methodName(call, module, document),
      message: say`${Math.round(tokens.likely)} tokens of the system prompt are sent again in another message of the same call, ${usd(cost)} each time. Send them once.`,
      related: first.again.at.file === document.file ? [{ message: 'Sent twice', location: first.again.at }] : [],
      after: estimateWith({ input: withoutRepeated(call.input, repeated) }),
    }
  },
})

const isSystem = ({ from, role }: PromptPart) =>
  role === 'system' || role === 'developer' || /(^|\.)(system|instructions|system_?instruction)$/i.test(from ?? '')

export const examples: readonly RuleExample[] = [
  {
    name: 'Python: the rules as the system prompt and before the question',
    lang: 'python',
    code: `from anthropic import Anthropic

RULES = """You answer questions about berths, tariffs and pilotage in plain words.
Quote the paragraph of the port regulation that each sentence of the answer rests on.
"""


def answer(client: Anthropic, question: str):
    return client.messages.create(
        model="claude-sonnet-4-5",
        max_tokens=300,
        system=RULES,
        messages=[{"role": "user", "content": f"{RULES}\\n{question}"}],
    )
`,
    finds: [
      {
        line: 9,
        message:
          '37 tokens of the system prompt are sent again in another message of the same call, $0.00011–0.00012 each time. Send them once.',
      },
    ],
  },
  {
    name: 'TypeScript',
    lang: 'typescript',
    code: `import OpenAI from 'openai'

const rules = 'You answer questions about berths, tariffs and pilotage in plain words, and quote the paragraph of the port regulation that each sentence of the answer rests on.'

export const answer = (client: OpenAI, question: string) =>
  client.chat.completions.create({
    model: 'gpt-4o',
    max_tokens: 300,
    messages: [
      { role: 'system', content: rules },
      { role: 'user', content: rules + '\\n\\n' + question },
    ],
  })
`,
    finds: [
      {
        line: 6,
        message:
          '32 tokens of the system prompt are sent again in another message of the same call, $0.00008 each time. Send them once.',
      },
    ],
  },
  {
    name: 'Python: a system instruction of the Gemini API, and the same among the contents',
    lang: 'python',
    code: `from google import genai
from google.genai import types

RULES = "You answer questions about berths, tariffs and pilotage in plain words, and quote the paragraph of the port regulation that each sentence of the answer rests on."


def answer(client: genai.Client, question: str):
    return client.models.generate_content(
        model="gemini-2.5-flash",
        contents=[RULES, question],
        config=types.GenerateContentConfig(system_instruction=RULES, max_output_tokens=300),
    )
`,
    finds: [
      {
        line: 8,
        message:
          '36 tokens of the system prompt are sent again in another message of the same call, $0.0000096–0.000012 each time. Send them once.',
      },
    ],
  },
  {
    name: 'one or the other: a model without a system prompt has it in the message',
    lang: 'python',
    code: `from openai import OpenAI

RULES = """You answer questions about berths, tariffs and pilotage in plain words.
Quote the paragraph of the port regulation that each sentence of the answer rests on.
"""


def answer(client: OpenAI, model: str, question: str):
    messages = []
    if model == "gpt-4o":
        messages.append({"role": "system", "content": RULES})
        messages.append({"role": "user", "content": question})
    else:
        messages.append({"role": "user", "content": RULES + question})
    return client.chat.completions.create(model="gpt-4o", max_tokens=300, messages=messages)
`,
    finds: [],
  },
  {
    name: 'the question only',
    lang: 'python',
    code: `from anthropic import Anthropic

RULES = """You answer questions about berths, tariffs and pilotage in plain words.
Quote the paragraph of the port regulation that each sentence of the answer rests on.
"""


def answer(client: Anthropic, question: str):
    return client.messages.create(
        model="claude-sonnet-4-5",
        max_tokens=300,
        system=RULES,
        messages=[{"role": "user", "content": question}],
    )
`,
    finds: [],
  },
  {
    name: 'a short reminder',
    lang: 'typescript',
    code: `import OpenAI from 'openai'

export const answer = (client: OpenAI, question: string) =>
  client.chat.completions.create({
    model: 'gpt-4o',
    max_tokens: 300,
    messages: [
      { role: 'system', content: 'Answer in no more than three sentences, in plain words.' },
      { role: 'user', content: \`\${question}\\nAnswer in no more than three sentences, in plain words.\` },
    ],
  })
`,
    finds: [],
  },
]
