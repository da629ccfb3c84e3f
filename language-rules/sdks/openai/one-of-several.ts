import type { SdkExample } from '../../../core/sdk.ts'

/** A run picks who is asked: each of them is told, with the model it is asked for. */
export const oneOfSeveral: readonly SdkExample[] = [
  {
    lang: 'python',
    code: `
import sys
from openai import AzureOpenAI, OpenAI

HOSTS = {"groq": "https://api.groq.com/openai/v1", "together": "https://api.together.xyz/v1"}
CLIENTS = {"openai": OpenAI(), "azure": AzureOpenAI()}

def draft(host, prompt):
    client = OpenAI(base_url=HOSTS[host])
    return client.chat.completions.create(model="openai/gpt-oss-20b", messages=[{"role": "user", "content": prompt}])

def review(seller, prompt):
    return CLIENTS[seller].chat.completions.create(model="gpt-4o", messages=[{"role": "user", "content": prompt}])

def anywhere(client, prompt):
    return client.chat.completions.create(model="gpt-4o", messages=[{"role": "user", "content": prompt}])

anywhere(OpenAI() if len(sys.argv) > 1 else OpenAI(base_url=sys.argv[1]), "Hi")
`,
    sees: [
      {
        line: 10,
        call: 'openai.chat.completions.create',
        provider: 'unknown',
        model: 'openai/gpt-oss-20b',
        offered: ['groq: openai/gpt-oss-20b', 'together: openai/gpt-oss-20b'],
      },
      {
        line: 13,
        call: 'openai.chat.completions.create',
        provider: 'unknown',
        offered: ['openai: gpt-4o', 'azure-openai: gpt-4o'],
      },
      { line: 16, call: 'openai.chat.completions.create', provider: 'unknown', model: 'gpt-4o', offered: [] },
    ],
  },
  {
    lang: 'python',
    code: `
import itertools
import os
import random
from openai import OpenAI

clients = [OpenAI(api_key=key, base_url="https://api.groq.com/openai/v1") for key in os.environ["KEYS"].split(",")]
turns = itertools.cycle(clients)

def next_one(prompt):
    return next(turns).chat.completions.create(model="llama-3.1-8b-instant", messages=[])

def any_one(prompt):
    return random.choice(clients).chat.completions.create(model="llama-3.1-8b-instant", messages=[])

print(random.choice(prompts).chat.completions, next(reader))
`,
    sees: [
      { line: 11, call: 'openai.chat.completions.create', provider: 'groq', confidence: null },
      { line: 14, call: 'openai.chat.completions.create', provider: 'groq', confidence: null },
    ],
  },
  {
    lang: 'python',
    code: `
from openai import OpenAI

class Ask:
    def __init__(self, seller):
        if seller == "openai":
            self.client = OpenAI()
            self.model = "gpt-4o"
        else:
            self.client = OpenAI(base_url="https://api.groq.com/openai/v1")
            self.model = "llama-3.3-70b-versatile"

    def ask(self, prompt):
        return self.client.chat.completions.create(model=self.model, messages=prompt)

def ask(prompt, fast=False):
    client = OpenAI() if not fast else OpenAI(base_url="https://api.deepseek.com/v1")
    model = "deepseek-chat" if fast else "gpt-4o"
    return client.chat.completions.create(model=model, messages=prompt)

def ask_again(prompt, fast=False):
    client = OpenAI() if fast else OpenAI(base_url="https://api.deepseek.com/v1")
    fast = len(prompt) < 3
    model = "gpt-4o" if fast else "deepseek-chat"
    return client.chat.completions.create(model=model, messages=prompt)
`,
    sees: [
      {
        line: 14,
        call: 'openai.chat.completions.create',
        provider: 'unknown',
        offered: ['groq: llama-3.3-70b-versatile', 'openai: gpt-4o'],
      },
      {
        line: 19,
        call: 'openai.chat.completions.create',
        provider: 'unknown',
        offered: ['openai: gpt-4o', 'deepseek: deepseek-chat'],
      },
      {
        line: 25,
        call: 'openai.chat.completions.create',
        provider: 'unknown',
        offered: ['openai: gpt-4o, deepseek-chat', 'deepseek: gpt-4o, deepseek-chat'],
      },
    ],
  },
]
