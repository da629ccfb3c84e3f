// https://docs.perplexity.ai/api-reference, https://github.com/perplexityai/perplexity-py and perplexity-node
import type { CallShape, Sdk, SdkExample } from '../../core/sdk.ts'

const chat = {
  api: 'chat',
  model: 'model',
  maxOutput: 'max_tokens',
  input: ['messages', 'tools', 'response_format'],
  n: 'n',
  reasoning: 'reasoning_effort',
  stream: 'stream',
} as const satisfies Omit<CallShape, 'path'>

const later = {
  api: 'chat',
  model: 'request.model',
  maxOutput: 'request.max_tokens',
  input: ['request.messages', 'request.response_format'],
  n: 'request.n',
  reasoning: 'request.reasoning_effort',
} as const satisfies Omit<CallShape, 'path'>

const embedding = { api: 'embed', model: 'model', input: ['input'] } as const satisfies Omit<CallShape, 'path'>

export const sdk: Sdk = {
  id: 'perplexity',
  words: ['from perplexity', 'import perplexity', ', perplexity', "'@perplexity-ai/", '"@perplexity-ai/'],
  clients: [
    {
      python: ['perplexity.Perplexity', 'perplexity.AsyncPerplexity', 'perplexity.Client', 'perplexity.AsyncClient'],
      typescript: ['@perplexity-ai/perplexity_ai#default', '@perplexity-ai/perplexity_ai#Perplexity'],
      provider: 'perplexity',
      baseUrl: ['base_url', 'baseURL'],
    },
  ],
  calls: [
    { path: 'chat.completions.create', ...chat },
    { path: 'async_.chat.completions.create', ...later },
    { path: 'async.chat.completions.create', ...later },
    {
      // A preset may stand for the model.
      path: 'responses.create',
      api: 'chat',
      model: 'model',
      maxOutput: 'max_output_tokens',
      input: ['instructions', 'input', 'tools', 'response_format'],
      reasoning: 'reasoning.effort',
      stream: 'stream',
      repeats: { max_steps: 'agent' },
    },
    { path: 'embeddings.create', ...embedding },
    { path: 'contextualized_embeddings.create', ...embedding },
    { path: 'contextualizedEmbeddings.create', ...embedding },
  ],
  free: [
    'responses.retrieve',
    'async_.chat.completions.list',
    'async_.chat.completions.get',
    'async.chat.completions.list',
    'async.chat.completions.get',
  ],
  transparent: ['with_raw_response', 'with_streaming_response', 'with_options()', 'copy()', 'withOptions()'],
}

export const examples: readonly SdkExample[] = [
  {
    lang: 'python',
    code: `
from perplexity import AsyncPerplexity, Perplexity
client = Perplexity()
client.chat.completions.create(model="sonar-pro", max_tokens=200, messages=[{"role": "user", "content": "News?"}])
client.responses.create(model="openai/gpt-5-mini", input=question, instructions="Cite.", max_output_tokens=300, max_steps=4)
client.responses.create(preset="pro-search", input="Why?")
client.embeddings.create(model="pplx-embed-v1-0.6b", input=["a"])
client.contextualized_embeddings.create(model="pplx-embed-context-v1-0.6b", input=[["a", "b"]])
client.async_.chat.completions.create(request={"model": "sonar-deep-research", "messages": [], "max_tokens": 900})
async def ask(messages):
    async for part in await AsyncPerplexity().chat.completions.create(model="sonar", messages=messages, stream=True):
        print(part)
`,
    sees: [
      {
        line: 4,
        call: 'perplexity.chat.completions.create',
        provider: 'perplexity',
        model: 'sonar-pro',
        maxOutput: 200,
        input: ['user: News?'],
      },
      {
        line: 5,
        call: 'perplexity.responses.create',
        model: 'openai/gpt-5-mini',
        maxOutput: 300,
        input: ['Cite.', '{question}'],
        repeats: ['agent option here 4'],
      },
      { line: 6, call: 'perplexity.responses.create', provider: 'perplexity', model: null },
      { line: 7, call: 'perplexity.embeddings.create', model: 'pplx-embed-v1-0.6b', input: ['a'] },
      { line: 8, call: 'perplexity.contextualized_embeddings.create', model: 'pplx-embed-context-v1-0.6b' },
      {
        line: 9,
        call: 'perplexity.async_.chat.completions.create',
        model: 'sonar-deep-research',
        maxOutput: 900,
      },
      { line: 11, call: 'perplexity.chat.completions.create', model: 'sonar', repeats: [] },
    ],
  },
  {
    lang: 'typescript',
    code: `
import Perplexity from '@perplexity-ai/perplexity_ai'
const client = new Perplexity()
await client.chat.completions.create({ model: 'sonar', messages: [{ role: 'user', content: 'Hi' }] })
await client.responses.create({ model: 'openai/gpt-5-mini', input: 'Hi' })
await client.async.chat.completions.create({ request: { model: 'sonar-pro', messages: [] } })
await client.contextualizedEmbeddings.create({ model: 'pplx-embed-context-v1-0.6b', input: [] })
`,
    sees: [
      { line: 4, call: 'perplexity.chat.completions.create', provider: 'perplexity', model: 'sonar' },
      { line: 5, call: 'perplexity.responses.create', model: 'openai/gpt-5-mini' },
      { line: 6, call: 'perplexity.async.chat.completions.create', model: 'sonar-pro' },
      { line: 7, call: 'perplexity.contextualizedEmbeddings.create', model: 'pplx-embed-context-v1-0.6b' },
    ],
  },
  {
    lang: 'python',
    code: `
from perplexity import Perplexity
client = Perplexity()
client.async_.chat.completions.get("request")
client.responses.retrieve("r")
`,
    sees: [],
  },
]
