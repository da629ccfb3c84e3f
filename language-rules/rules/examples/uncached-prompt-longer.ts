import type { RuleExample } from '../../../core/rule.ts'
import { longRules } from './long-rules.ts'

const python = (system: string) => `from anthropic import Anthropic

client = Anthropic()

RULES = """${longRules}"""


def answer(question: str):
    return client.messages.create(
        model="claude-sonnet-4-5",
        max_tokens=800,
        system=${system},
        messages=[{"role": "user", "content": question}],
    )
`

const typescript = (system: string) => `import Anthropic from '@anthropic-ai/sdk'

const client = new Anthropic()
const rules = \`${longRules}\`

export const answer = (question: string) =>
  client.messages.create({
    model: 'claude-sonnet-4-5',
    max_tokens: 800,
    system: ${system},
    messages: [{ role: 'user', content: question }],
  })
`

const gemini = `from google import genai
from google.genai import types

client = genai.Client()

RULES = """${longRules}
${longRules}"""


def answer(question: str):
    return client.models.generate_content(
        model="gemini-2.5-flash",
        contents=question,
        config=types.GenerateContentConfig(system_instruction=RULES, max_output_tokens=800),
    )
`

/** Marked for an hour, and kept for money. */
export const uncachedPromptLonger: readonly RuleExample[] = [
  {
    name: 'calls that are minutes apart: written at twice the price, it pays from the third',
    lang: 'python',
    options: { life: '1h' },
    code: python('RULES'),
    finds: [
      {
        line: 9,
        message:
          'The unchanging first 1,501 tokens are billed in full on every call, $0.0043–0.0047. From the cache they cost $0.00044–0.00047 (writing them $0.0087–0.0095): it pays from call 3 within an hour.',
        fixed: python('[{"type": "text", "text": RULES, "cache_control": {"type": "ephemeral", "ttl": "1h"}}]'),
      },
    ],
  },
  {
    name: 'the same in TypeScript',
    lang: 'typescript',
    options: { life: '1h' },
    code: typescript('rules'),
    finds: [
      {
        line: 7,
        message:
          'The unchanging first 1,501 tokens are billed in full on every call, $0.0043–0.0047. From the cache they cost $0.00044–0.00047 (writing them $0.0087–0.0095): it pays from call 3 within an hour.',
        fixed: typescript("[{ type: 'text', text: rules, cache_control: { type: 'ephemeral', ttl: '1h' } }]"),
      },
    ],
  },
  {
    name: 'an explicit cache of Gemini, at $1 for a million tokens and an hour',
    lang: 'python',
    options: { storage: 1 },
    code: gemini,
    finds: [
      {
        line: 11,
        message:
          'Gemini may read the unchanging first 2,825 tokens from its own cache, and does not promise it: else each call pays $0.00076–0.00095 for them. From an explicit cache (CachedContent) they cost $0.000076–0.000095, and $0.00282 an hour to keep: it pays from 5 calls an hour.',
      },
    ],
  },
  { name: 'what Gemini asks for keeping it is not told', lang: 'python', code: gemini, finds: [] },
  {
    name: 'asked once a run: whoever runs it again does so when the cache is gone',
    lang: 'python',
    code: `${python('RULES').replace('def answer(question: str):', 'def main():').replace('    return client', '    question = open("notice.txt").read()\n    answer = client')}

if __name__ == "__main__":
    main()
`,
    finds: [],
  },
]
