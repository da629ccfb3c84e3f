import type { SdkExample } from '../../../core/sdk.ts'

/** A model that is another one the next time it is asked. */
export const changed: readonly SdkExample[] = [
  {
    lang: 'python',
    code: `
from openai import OpenAI, RateLimitError

client = OpenAI()

def answer(messages):
    model = "gpt-4o"
    options = {"model": "gpt-4.1", "max_tokens": 300}
    for _ in range(3):
        try:
            client.chat.completions.create(**options, messages=messages)
            return client.chat.completions.create(model=model, messages=messages)
        except RateLimitError:
            model = "gpt-4o-mini"
            options["model"] = "gpt-4.1-mini"
`,
    sees: [
      {
        line: 11,
        call: 'openai.chat.completions.create',
        modelAmong: ['gpt-4.1', 'gpt-4.1-mini'],
        maxOutput: 300,
        input: ['{messages}'],
      },
      {
        line: 12,
        call: 'openai.chat.completions.create',
        modelAmong: ['gpt-4o', 'gpt-4o-mini'],
        input: ['{messages}'],
      },
    ],
  },
  {
    lang: 'typescript',
    code: `
import OpenAI from 'openai'

const client = new OpenAI()

export async function answer(input: string) {
  let model = 'gpt-5'
  do {
    const { output_text } = await client.responses.create({ model, input, max_output_tokens: 400 })
    if (output_text) return output_text
    model = 'gpt-5-mini'
  } while (input)
}
`,
    sees: [{ line: 9, call: 'openai.responses.create', modelAmong: ['gpt-5', 'gpt-5-mini'], maxOutput: 400 }],
  },
  {
    lang: 'python',
    code: `
from openai import OpenAI

MODEL = "gpt-4o"
client = OpenAI()

def save_money():
    global MODEL
    MODEL = "gpt-4o-mini"

def answer(messages):
    return client.chat.completions.create(model=MODEL, messages=messages)
`,
    sees: [{ line: 12, call: 'openai.chat.completions.create', modelAmong: ['gpt-4o-mini', 'gpt-4o'] }],
  },
  {
    lang: 'typescript',
    code: `
import OpenAI from 'openai'

export const answer = (input: string, { model = 'gpt-5', limit = 300 } = {}) =>
  new OpenAI().responses.create({ model, input, max_output_tokens: limit })
`,
    sees: [{ line: 5, call: 'openai.responses.create', model: 'gpt-5', modelVia: 'parameter', maxOutput: 300 }],
  },
]
