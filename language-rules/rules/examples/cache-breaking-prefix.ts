import type { RuleExample } from '../../../core/rule.ts'
import { longRules } from './long-rules.ts'

export const cacheBreakingPrefix: readonly RuleExample[] = [
  {
    name: 'Python: the time before the rules, in one text',
    lang: 'python',
    code: `from datetime import datetime
from openai import OpenAI

client = OpenAI()
RULES = """${longRules}"""


def answer(question: str):
    return client.chat.completions.create(
        model="gpt-4o",
        max_tokens=800,
        messages=[
            {"role": "system", "content": f"It is {datetime.now()}.\\n{RULES}"},
            {"role": "user", "content": question},
        ],
    )
`,
    finds: [
      {
        line: 13,
        message:
          'datetime.now() is another text at every call and stands before 1,262 tokens that never change: no cache can read them, so each call pays $0.00316 for them. From a cache they cost $0.00158. Put what never changes first.',
      },
    ],
  },
  {
    name: 'Python: a newer model, which bills what is written to the cache as well',
    lang: 'python',
    code: `from datetime import datetime
from openai import OpenAI

client = OpenAI()
RULES = """${longRules}"""


def answer(question: str):
    return client.responses.create(
        model="gpt-5.6-sol",
        max_output_tokens=800,
        instructions=f"It is {datetime.now()}.\\n{RULES}",
        input=question,
    )
`,
    finds: [
      {
        line: 12,
        message:
          'datetime.now() is another text at every call and stands before 1,262 tokens that never change: no cache can read them, so each call pays $0.00505 for them. From a cache they cost $0.000505 (writing them $0.00631). Put what never changes first.',
      },
    ],
  },
  {
    name: 'Python: the question before the rules, each a block of its own',
    lang: 'python',
    code: `from openai import OpenAI

client = OpenAI()
RULES = """${longRules}"""


def answer(question: str):
    return client.chat.completions.create(
        model="gpt-4o",
        max_tokens=800,
        messages=[
            {"role": "user", "content": question},
            {"role": "user", "content": RULES},
        ],
    )
`,
    finds: [
      {
        line: 12,
        message:
          'question is another text at every call and stands before 1,261 tokens that never change: no cache can read them, so each call pays $0.00315 for them. From a cache they cost $0.00158. Put what never changes first.',
        fixed: `from openai import OpenAI

client = OpenAI()
RULES = """${longRules}"""


def answer(question: str):
    return client.chat.completions.create(
        model="gpt-4o",
        max_tokens=800,
        messages=[
            {"role": "user", "content": RULES},
            {"role": "user", "content": question},
        ],
    )
`,
      },
    ],
  },
  {
    name: 'Python: marked for a cache that is written anew with every call',
    lang: 'python',
    code: `from datetime import datetime
from anthropic import Anthropic

client = Anthropic()
RULES = """${longRules}"""


def answer(question: str):
    return client.messages.create(
        model="claude-sonnet-4-5",
        max_tokens=800,
        system=[
            {"type": "text", "text": f"It is {datetime.now()}."},
            {"type": "text", "text": RULES, "cache_control": {"type": "ephemeral"}},
        ],
        messages=[{"role": "user", "content": question}],
    )
`,
    finds: [
      {
        line: 13,
        message:
          'datetime.now() is another text at every call and stands before 1,502 tokens that never change: no cache can read them, so each call pays $0.0044–0.0047 for them. From a cache they cost $0.00044–0.00047 (writing them $0.0054–0.0059). Put what never changes first.',
        fixed: `from datetime import datetime
from anthropic import Anthropic

client = Anthropic()
RULES = """${longRules}"""


def answer(question: str):
    return client.messages.create(
        model="claude-sonnet-4-5",
        max_tokens=800,
        system=[
            {"type": "text", "text": RULES, "cache_control": {"type": "ephemeral"}},
            {"type": "text", "text": f"It is {datetime.now()}."},
        ],
        messages=[{"role": "user", "content": question}],
    )
`,
      },
    ],
  },
  {
    name: 'TypeScript: a text of the caller before the rules',
    lang: 'typescript',
    code: `import OpenAI from 'openai'

const client = new OpenAI()
const rules = \`${longRules}\`

export const answer = (question: string) =>
  client.responses.create({
    model: 'gpt-4o',
    max_output_tokens: 800,
    input: \`Question: \${question}\\n\\n\${rules}\`,
  })
`,
    finds: [
      {
        line: 10,
        message:
          'question is another text at every call and stands before 1,262 tokens that never change: no cache can read them, so each call pays $0.00316 for them. From a cache they cost $0.00158. Put what never changes first.',
      },
    ],
  },
  {
    name: 'TypeScript: the AI SDK, with blocks in a message',
    lang: 'typescript',
    code: `import { openai } from '@ai-sdk/openai'
import { generateText } from 'ai'

const rules = \`${longRules}\`

export const answer = (question: string) =>
  generateText({
    model: openai('gpt-4o'),
    maxOutputTokens: 800,
    messages: [
      {
        role: 'user',
        content: [
          { type: 'text', text: question },
          { type: 'text', text: rules },
        ],
      },
    ],
  })
`,
    finds: [
      {
        line: 14,
        message:
          'question is another text at every call and stands before 1,261 tokens that never change: no cache can read them, so each call pays $0.00315 for them. From a cache they cost $0.00158. Put what never changes first.',
        fixed: `import { openai } from '@ai-sdk/openai'
import { generateText } from 'ai'

const rules = \`${longRules}\`

export const answer = (question: string) =>
  generateText({
    model: openai('gpt-4o'),
    maxOutputTokens: 800,
    messages: [
      {
        role: 'user',
        content: [
          { type: 'text', text: rules },
          { type: 'text', text: question },
        ],
      },
    ],
  })
`,
      },
    ],
  },
  {
    name: 'the rules come first',
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
    name: 'the date of the day is the same for longer than a cache lives',
    lang: 'python',
    code: `from datetime import datetime
from openai import OpenAI

RULES = """${longRules}"""


def answer(client: OpenAI, question: str):
    messages = [
        {"role": "system", "content": f"Today is {datetime.now().strftime('%Y-%m-%d')}.\\n{RULES}"},
        {"role": "user", "content": question},
    ]
    return client.chat.completions.create(model="gpt-4o", max_tokens=800, messages=messages)
`,
    finds: [],
  },
  {
    name: 'the earlier turns of a conversation are sent again as they were',
    lang: 'typescript',
    code: `import OpenAI from 'openai'

const rules = \`${longRules}\`

export const answer = (client: OpenAI, history: OpenAI.Chat.ChatCompletionMessageParam[]) =>
  client.chat.completions.create({
    model: 'gpt-4o',
    max_tokens: 800,
    messages: [...history, { role: 'system', content: rules }],
  })
`,
    finds: [],
  },
  {
    name: 'what follows is too short to be cached',
    lang: 'typescript',
    code: `import OpenAI from 'openai'

export const answer = (client: OpenAI, question: string) =>
  client.chat.completions.create({
    model: 'gpt-4o',
    max_tokens: 800,
    messages: [{ role: 'user', content: \`\${question}\\n\\nAnswer in one sentence.\` }],
  })
`,
    finds: [],
  },
]
