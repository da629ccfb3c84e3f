// https://mirascope.com/docs/learn/llm/calls, https://github.com/Mirascope/mirascope/tree/v1.25.7 (before 2.0)
import type { CallShape, ClientShape, Sdk, SdkExample } from '../../core/sdk.ts'
import type { Provider } from '../../core/types.ts'

const levers = {
  id: 'provider/model',
  maxOutput: ['max_tokens', 'maxTokens', 'call_params.max_tokens'],
  reasoning: ['thinking.level', 'call_params.reasoning_effort'],
} as const

// `@llm.call(provider="openai", model="gpt-4o")`
const sellers: Readonly<Record<string, Provider>> = {
  anthropic: 'anthropic',
  azure: 'azure-openai',
  bedrock: 'bedrock',
  cohere: 'cohere',
  gemini: 'google',
  google: 'google',
  groq: 'groq',
  litellm: 'litellm',
  mistral: 'mistral',
  openai: 'openai',
  vertex: 'vertex',
  xai: 'xai',
}

// The function a decorator is given is called as usual: `@llm.call("openai/gpt-4o")` makes `call(…)` and applies it.
const before: readonly ClientShape[] = Object.entries(sellers).map(([seller, provider]) => ({
  python: [`mirascope.core.${seller}.call().`, `mirascope.core.${seller}.${seller}_call().`],
  kind: 'call',
  provider,
  model: ['model', '[0]'],
  maxOutput: ['call_params.max_tokens', 'call_params.max_completion_tokens'],
}))

const call = { api: 'chat', on: 'call', input: [] } as const satisfies Omit<CallShape, 'path'>
const prompted = { api: 'chat', on: 'prompt', model: '[0]', id: levers.id, input: [] } as const
const asked = { api: 'chat', on: 'model', input: ['content', '[0]'] } as const satisfies Omit<CallShape, 'path'>
const streamed = { ...asked, stream: true } as const satisfies Omit<CallShape, 'path'>

export const sdk: Sdk = {
  id: 'mirascope',
  words: ['mirascope'],
  clients: [
    { python: 'mirascope.llm.call().', kind: 'call', model: ['model', '[0]'], sells: { provider: sellers }, ...levers },
    {
      // `defineCall({…})`, or `defineCall<Names>()({…})`.
      typescript: ['mirascope#llm.defineCall', 'mirascope#llm.defineCall().'],
      kind: 'call',
      model: 'model',
      ...levers,
    },
    {
      python: ['mirascope.llm.prompt', 'mirascope.llm.prompt().'],
      typescript: 'mirascope#llm.definePrompt',
      kind: 'prompt',
    },
    {
      python: ['mirascope.llm.Model', 'mirascope.llm.model', 'mirascope.llm.use_model'],
      typescript: ['mirascope#llm.Model', 'mirascope#llm.model', 'mirascope#llm.useModel'],
      kind: 'model',
      model: ['model_id', '[0]'],
      id: levers.id,
      maxOutput: ['max_tokens', '[1].maxTokens'],
    },
    ...before,
  ],
  calls: [
    // A definition that is completed is none: `defineCall<Names>()({ model, template })`.
    { path: '()', ...call, unless: ['template'] },
    { path: 'call', ...call },
    { path: 'stream', ...call, stream: true },
    { path: '()', ...prompted, unless: ['template'] },
    { path: 'call', ...prompted },
    { path: 'stream', ...prompted, stream: true },
    { path: 'call', ...asked },
    { path: 'call_async', ...asked },
    { path: 'context_call', ...asked, input: ['content', '[1]'] },
    { path: 'context_call_async', ...asked, input: ['content', '[1]'] },
    { path: 'stream', ...streamed },
    { path: 'stream_async', ...streamed },
    { path: 'resume', ...asked, input: ['content', '[1]'] },
    { path: 'resume_async', ...asked, input: ['content', '[1]'] },
  ],
  free: ['prompt', 'override', 'tool', 'dump'],
}

export const examples: readonly SdkExample[] = [
  {
    lang: 'python',
    code: `
from mirascope import llm
@llm.call("openai/gpt-4o-mini", max_tokens=100)
def recommend(genre: str):
    return f"Recommend a book of {genre}."
@llm.call(model="anthropic/claude-haiku-4-5")
async def translate(text):
    return f"Translate {text}."
@llm.prompt
def title(text):
    return f"A title for {text}."
def books(genres):
    return [recommend(genre) for genre in genres]
recommend.stream("crime")
recommend.call("crime")
async def main(text):
    await translate(text)
    title("google/gemini-2.5-flash", text)
    model = llm.Model("openai/gpt-4o", max_tokens=20)
    model.call("Hi"), model.stream("Hi"), await model.call_async("Hi"), await model.stream_async("Hi")
    llm.model("openai/gpt-4o").resume(response=r, content="More"), await model.resume_async(response=r, content="More")
    model.context_call(c, "Hi"), await model.context_call_async(c, "Hi")
    title.call("google/gemini-2.5-flash", text), title.stream("google/gemini-2.5-flash", text)
`,
    sees: [
      {
        line: 13,
        call: 'mirascope.()',
        provider: 'openai',
        model: 'gpt-4o-mini',
        maxOutput: 100,
        repeats: ['data comprehension here'],
      },
      { line: 14, call: 'mirascope.stream', model: 'gpt-4o-mini' },
      { line: 15, call: 'mirascope.call', model: 'gpt-4o-mini' },
      { line: 17, call: 'mirascope.()', provider: 'anthropic', model: 'claude-haiku-4-5' },
      { line: 18, call: 'mirascope.()', provider: 'google', model: 'gemini-2.5-flash' },
      { line: 20, call: 'mirascope.call', provider: 'openai', model: 'gpt-4o', maxOutput: 20, input: ['Hi'] },
      { line: 20, call: 'mirascope.stream', model: 'gpt-4o' },
      { line: 20, call: 'mirascope.call_async', model: 'gpt-4o' },
      { line: 20, call: 'mirascope.stream_async', model: 'gpt-4o' },
      { line: 21, call: 'mirascope.resume', model: 'gpt-4o' },
      { line: 21, call: 'mirascope.resume_async', model: 'gpt-4o', input: ['More'] },
      { line: 22, call: 'mirascope.context_call', model: 'gpt-4o' },
      { line: 22, call: 'mirascope.context_call_async', model: 'gpt-4o' },
      { line: 23, call: 'mirascope.call', model: 'gemini-2.5-flash' },
      { line: 23, call: 'mirascope.stream', model: 'gemini-2.5-flash' },
    ],
  },
  {
    lang: 'python',
    code: `
from mirascope import llm
from mirascope.core import groq, openai, prompt_template
@openai.call("gpt-4o-mini", call_params={"max_tokens": 30})
@prompt_template("Recommend a {genre} book")
def recommend(genre: str): ...
@groq.call(model="llama-3.1-8b-instant")
def shorten(text: str):
    return text
@llm.call(provider="anthropic", model="claude-haiku-4-5")
def answer(text: str):
    return text
recommend("crime")
shorten("long")
answer("Why?")
`,
    sees: [
      { line: 13, call: 'mirascope.()', provider: 'openai', model: 'gpt-4o-mini', maxOutput: 30 },
      { line: 14, call: 'mirascope.()', provider: 'groq', model: 'llama-3.1-8b-instant' },
      { line: 15, call: 'mirascope.()', provider: 'anthropic', model: 'claude-haiku-4-5' },
    ],
  },
  {
    lang: 'typescript',
    code: `
import { llm } from 'mirascope'
const recommend = llm.defineCall({
  model: 'anthropic/claude-haiku-4-5',
  maxTokens: 300,
  template: ({ genre }: { genre: string }) => \`A \${genre} book\`,
})
const translate = llm.defineCall<{ text: string }>()({ model: 'openai/gpt-4o', template: ({ text }) => text })
const title = llm.definePrompt({ template: ({ text }: { text: string }) => text })
export async function main(genres: string[]) {
  for (const genre of genres) await recommend({ genre })
  await recommend.stream({ genre: 'crime' })
  await translate({ text: 'Hi' })
  await title('google/gemini-2.5-flash', { text: 'Hi' })
  const model = llm.model('openai/gpt-4o', { maxTokens: 9 })
  await model.call('Hi')
  await new llm.Model('openai/o3').stream('Hi')
}
`,
    sees: [
      {
        line: 11,
        call: 'mirascope.()',
        provider: 'anthropic',
        model: 'claude-haiku-4-5',
        maxOutput: 300,
        repeats: ['data loop here'],
      },
      { line: 12, call: 'mirascope.stream', model: 'claude-haiku-4-5' },
      { line: 13, call: 'mirascope.()', provider: 'openai', model: 'gpt-4o' },
      { line: 14, call: 'mirascope.()', provider: 'google', model: 'gemini-2.5-flash' },
      { line: 16, call: 'mirascope.call', provider: 'openai', model: 'gpt-4o', maxOutput: 9 },
      { line: 17, call: 'mirascope.stream', provider: 'openai', model: 'o3' },
    ],
  },
  {
    lang: 'python',
    code: `
from functools import lru_cache
from mirascope import llm
@llm.tool
def look_up(text: str) -> str: ...
@lru_cache
def cheap(text): ...
@llm.call("openai/gpt-4o")
def never(text):
    return text
cheap("Hi")
look_up("Hi")
`,
    sees: [],
  },
]
