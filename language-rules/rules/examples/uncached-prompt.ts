import type { RuleExample } from '../../../core/rule.ts'
import { longRules } from './long-rules.ts'

export const uncachedPrompt: readonly RuleExample[] = [
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
    name: 'so do its newer models, which bill what they write to the cache',
    lang: 'python',
    code: `from openai import OpenAI

RULES = """${longRules}"""


def answer(client: OpenAI, question: str):
    return client.responses.create(model="gpt-5.6-sol", max_output_tokens=800, instructions=RULES, input=question)
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
