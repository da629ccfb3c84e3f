import type { ClientShape, SdkExample } from '../../../core/sdk.ts'

/**
 * Modules that are used in place of the SDK's own. GPTCache asks the provider for what it does not hold yet:
 * https://gptcache.readthedocs.io/en/latest/usage.html
 */
export const inPlaceOf: Readonly<Record<string, string>> = {
  'langfuse.openai.openai': 'openai',
  'galileo.openai.openai': 'openai',
  'gptcache.adapter.openai': 'openai',
}

/**
 * Packages whose clients answer as OpenAI's does, in Python: https://langfuse.com/integrations/model-providers/openai-py,
 * https://portkey.ai/docs/api-reference/sdk/python, https://posthog.com/docs/ai-engineering/observability?tab=OpenAI,
 * https://v2docs.galileo.ai/sdk-api/python/overview; ZhipuAI and Ark (Volcengine) as public code calls them.
 */
export const otherClients: readonly ClientShape[] = [
  {
    python: ['langfuse.openai.AzureOpenAI', 'langfuse.openai.AsyncAzureOpenAI'],
    provider: 'azure-openai',
    model: ['azure_deployment', 'deployment'],
  },
  {
    python: [
      ...['langfuse.openai.OpenAI', 'langfuse.openai.AsyncOpenAI'],
      ...['posthog.ai.openai.OpenAI', 'posthog.ai.openai.AsyncOpenAI'],
    ],
    provider: 'openai',
    baseUrl: 'base_url',
  },
  {
    python: [
      ...['portkey_ai.Portkey', 'portkey_ai.AsyncPortkey', 'zhipuai.ZhipuAI'],
      ...['volcenginesdkarkruntime.Ark', 'volcenginesdkarkruntime.AsyncArk'],
    ],
    provider: 'unknown',
  },
]

export const otherWords = [
  ...['langfuse.openai', 'galileo.openai', 'posthog.ai', 'portkey_ai', 'zhipuai', 'volcenginesdkarkruntime'],
] as const

export const handedExamples: readonly SdkExample[] = [
  {
    lang: 'python',
    code: `
from langfuse.openai import OpenAI, openai
from portkey_ai import Portkey
from galileo.openai import openai as logged
from posthog.ai.openai import OpenAI as Watched
OpenAI().chat.completions.create(model="gpt-4o", messages=[])
openai.chat.completions.create(model="gpt-4o", messages=[])
Portkey(provider="x").chat.completions.create(model="gpt-4o", messages=[])
logged.OpenAI().responses.create(model="gpt-4.1", input="Hi")
Watched(posthog_client=p).responses.create(model="gpt-4.1", input="Hi")
`,
    sees: [
      { line: 6, call: 'openai.chat.completions.create', provider: 'openai', model: 'gpt-4o', confidence: null },
      { line: 7, call: 'openai.chat.completions.create', provider: 'openai', model: 'gpt-4o' },
      { line: 8, call: 'openai.chat.completions.create', provider: 'unknown', model: 'gpt-4o' },
      { line: 9, call: 'openai.responses.create', provider: 'openai', model: 'gpt-4.1' },
      { line: 10, call: 'openai.responses.create', provider: 'openai', model: 'gpt-4.1' },
    ],
  },
  {
    lang: 'python',
    code: `
from .clients import shared
def ask(client, question):
    return client.chat.completions.create(model="gpt-4o", messages=[{"role": "user", "content": question}], max_tokens=9)
class Judge:
    def __init__(self, llm):
        self.llm = llm
    def rate(self, **options):
        return self.llm.chat.completions.create(**options)
shared.embeddings.create(model="text-embedding-3-small", input="Hi")
`,
    sees: [
      {
        line: 4,
        call: 'openai.chat.completions.create',
        provider: 'unknown',
        model: 'gpt-4o',
        maxOutput: 9,
        confidence: 'low',
      },
      { line: 9, call: 'openai.chat.completions.create', provider: 'unknown', model: null, confidence: 'low' },
      { line: 10, call: 'openai.embeddings.create', provider: 'unknown', model: 'text-embedding-3-small' },
    ],
  },
  {
    lang: 'python',
    code: `
from unittest.mock import MagicMock
class Own:
    class chat:
        class completions:
            def create(self, **options): ...
Own().chat.completions.create(model="gpt-4o", messages=[])
MagicMock().chat.completions.create(model="gpt-4o", messages=[])
def test(mock_client, rows):
    mock_client.chat.completions.create(model="gpt-4o", messages=[])
    rows.completions.create(model="gpt-4o")
    rows.embeddings.create("a table")
`,
    sees: [],
  },
  {
    lang: 'python',
    code: `
from gptcache.adapter import openai
for word in ["bee", "wasp"]:
    openai.ChatCompletion.create(model="gpt-3.5-turbo", messages=[{"role": "user", "content": word}])
`,
    sees: [
      {
        line: 4,
        call: 'openai.ChatCompletion.create',
        provider: 'openai',
        model: 'gpt-3.5-turbo',
        input: ['user: {word}'],
      },
    ],
  },
]
