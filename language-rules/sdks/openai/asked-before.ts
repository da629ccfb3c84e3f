import type { SdkExample } from '../../../core/sdk.ts'

/** What a test around a call leaves of the models it may ask. */
export const askedBefore: readonly SdkExample[] = [
  {
    lang: 'python',
    code: `
import argparse
from anthropic import Anthropic
from openai import OpenAI

parser = argparse.ArgumentParser()
parser.add_argument("--model", default="gpt-4o-mini")
args = parser.parse_args()

def answer(question):
    messages = [{"role": "user", "content": question}]
    if args.model == "claude-haiku-4-5":
        return Anthropic().messages.create(model=args.model, max_tokens=100, messages=messages)
    if args.model in ("o3", "o4-mini"):
        return OpenAI().chat.completions.create(model=args.model, messages=messages)
    if args.model.startswith("gemini"):
        raise ValueError(args.model)
    return OpenAI().chat.completions.create(model=args.model, messages=messages)
`,
    sees: [
      {
        line: 13,
        call: 'anthropic.messages.create',
        model: 'claude-haiku-4-5',
        modelVia: 'constant',
        maxOutput: 100,
      },
      { line: 15, call: 'openai.chat.completions.create', model: null, modelAmong: ['o3', 'o4-mini'] },
      { line: 18, call: 'openai.chat.completions.create', model: 'gpt-4o-mini', modelVia: 'parameter' },
    ],
  },
  {
    lang: 'typescript',
    code: `
import Anthropic from '@anthropic-ai/sdk'
import OpenAI from 'openai'

export async function answer(content: string, model = 'gpt-4o') {
  const messages = [{ role: 'user' as const, content }]
  if (model.startsWith('claude')) return new Anthropic().messages.create({ model, max_tokens: 100, messages })
  switch (model) {
    case 'o3':
      return new OpenAI().chat.completions.create({ model, messages })
    default:
      return new OpenAI().chat.completions.create({ model, messages })
  }
}
`,
    sees: [
      { line: 7, call: 'anthropic.messages.create', model: null, maxOutput: 100 },
      { line: 10, call: 'openai.chat.completions.create', model: 'o3' },
      { line: 12, call: 'openai.chat.completions.create', model: 'gpt-4o', modelVia: 'parameter' },
    ],
  },
  {
    lang: 'python',
    code: `
import json
from openai import OpenAI

class Summarizer:
    def __init__(self, model="gpt-4o"):
        self.client = OpenAI()
        self.model = model

    def run(self, text):
        return self.client.chat.completions.create(model=self.model, messages=[{"role": "user", "content": text}])

Summarizer(model=json.load(open("settings.json"))["model"]).run("A long text.")
`,
    sees: [{ line: 11, call: 'openai.chat.completions.create', model: null }],
  },
]
