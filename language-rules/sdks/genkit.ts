// https://genkit.dev/docs/models/ (JavaScript 1.33, Python 0.5)
import type { CallShape, ClientShape, Levers, Sdk, SdkExample } from '../../core/sdk.ts'
import type { Provider } from '../../core/types.ts'

const given = {
  model: 'model',
  id: 'provider/model',
  maxOutput: ['config.maxOutputTokens', 'config.max_output_tokens'],
  reasoning: 'config.thinkingConfig.thinkingBudget',
  input: ['tools', 'system', 'messages', 'prompt'],
} as const satisfies Levers

// A model that calls tools is asked five times at most: DEFAULT_MAX_TURNS in Python, maxIterations in js/ai/src/generate/action.ts.
const generate = {
  api: 'chat',
  ...given,
  repeats: { 'maxTurns|max_turns': { kind: 'agent', default: 5 } },
} as const satisfies Omit<CallShape, 'path'>

const prompted = { api: 'chat', within: { 'definePrompt()': given, 'define_prompt()': given }, input: [] } as const
const chatted = { api: 'chat', within: { 'chat()': given }, input: ['prompt', '[0]'] } as const
const embed = { api: 'embed', model: 'embedder', id: 'provider/model', input: ['content'] } as const

/** `googleAI.model("gemini-2.5-flash")`: a model of a plugin, by its id. */
const models = (plugins: readonly string[], provider: Provider): ClientShape => ({
  typescript: plugins.flatMap((plugin) => [`${plugin}.model`, `${plugin}.embedder`]),
  kind: 'model',
  provider,
  model: '[0]',
})

/** Models that js/plugins/vertexai/src/gemini.ts exports by name, and @genkit-ai/googleai did. */
const named = {
  gemini15Pro: 'gemini-1.5-pro',
  gemini15Flash: 'gemini-1.5-flash',
  gemini20Flash: 'gemini-2.0-flash',
  gemini20Flash001: 'gemini-2.0-flash-001',
  gemini20FlashLite: 'gemini-2.0-flash-lite',
  gemini25Pro: 'gemini-2.5-pro',
  gemini25Flash: 'gemini-2.5-flash',
  gemini25FlashLite: 'gemini-2.5-flash-lite',
}

const constant = (typescript: string, provider: Provider, id: string): ClientShape => ({
  typescript,
  kind: 'model',
  module: true,
  provider,
  defaultModel: id,
})

export const sdk: Sdk = {
  id: 'genkit',
  words: ["'genkit", '"genkit', 'from genkit', 'import genkit'],
  clients: [
    {
      python: ['genkit.Genkit', 'genkit.ai.Genkit'],
      typescript: ['genkit#genkit', 'genkit/beta#genkit'],
      model: 'model',
      id: 'provider/model',
    },
    // The file of a prompt may name its model.
    {
      python: ['genkit.Genkit().prompt', 'genkit.ai.Genkit().prompt'],
      typescript: ['genkit#genkit().prompt', 'genkit/beta#genkit().prompt'],
      kind: 'prompt',
      model: '[1].model',
      id: 'provider/model',
    },
    models(['@genkit-ai/google-genai#googleAI', '@genkit-ai/googleai#googleAI'], 'google'),
    models(
      ['@genkit-ai/google-genai#vertexAI', '@genkit-ai/vertexai#vertexAI', '@genkit-ai/vertexai#default'],
      'vertex',
    ),
    models(['@genkit-ai/anthropic#anthropic', '@genkit-ai/anthropic#default'], 'anthropic'),
    models(['@genkit-ai/compat-oai/openai#openAI', '@genkit-ai/compat-oai/openai#default'], 'openai'),
    models(['@genkit-ai/compat-oai/deepseek#deepSeek', '@genkit-ai/compat-oai/deepseek#default'], 'deepseek'),
    models(['@genkit-ai/compat-oai/xai#xAI', '@genkit-ai/compat-oai/xai#default'], 'xai'),
    models(['genkitx-ollama#ollama', 'genkitx-ollama#default'], 'local'),
    ...Object.entries(named).flatMap(([name, id]) => [
      constant(`@genkit-ai/vertexai#${name}`, 'vertex', id),
      constant(`@genkit-ai/googleai#${name}`, 'google', id),
    ]),
  ],
  calls: [
    { path: 'generate', ...generate },
    { path: 'generateStream', ...generate, stream: true },
    { path: 'generate_stream', ...generate, stream: true },
    { path: 'generateOperation', ...generate, api: 'video', repeats: {} },
    { path: 'generate_operation', ...generate, api: 'video', repeats: {} },
    { path: 'embed', ...embed },
    { path: 'embedMany', ...embed },
    { path: 'embed_many', ...embed },
    { path: 'rerank', api: 'rerank', model: 'reranker', id: 'provider/model', input: ['query', 'documents'] },
    { path: 'definePrompt()', ...prompted },
    { path: 'definePrompt().stream', ...prompted, stream: true },
    { path: 'define_prompt()', ...prompted },
    { path: 'define_prompt().stream', ...prompted, stream: true },
    { path: 'chat().send', ...chatted },
    { path: 'chat().sendStream', ...chatted, stream: true },
    { path: '()', on: 'prompt', api: 'chat', input: [] },
    { path: 'stream', on: 'prompt', api: 'chat', input: [], stream: true },
  ],
  free: ['defineFlow', 'defineTool', 'definePrompt', 'retrieve', 'index', 'chat', 'checkOperation', 'run'],
}

export const examples: readonly SdkExample[] = [
  {
    lang: 'typescript',
    code: `
import { googleAI, vertexAI } from '@genkit-ai/google-genai'
import { openAI } from '@genkit-ai/compat-oai/openai'
import { gemini20Flash } from '@genkit-ai/googleai'
import { gemini15Flash } from '@genkit-ai/vertexai'
import { ollama } from 'genkitx-ollama'
import { genkit, z } from 'genkit/beta'

const ai = genkit({ plugins: [googleAI()], model: googleAI.model('gemini-2.5-flash') })
const hello = ai.definePrompt({ name: 'hello', model: 'googleai/gemini-2.5-pro', config: { maxOutputTokens: 40 } })

export const menu = ai.defineFlow({ name: 'menu', inputSchema: z.string() }, async (theme) => {
  await ai.generate('Say hi.')
  await ai.generate({
    model: openAI.model('gpt-4o-mini'),
    system: 'You cook.',
    prompt: \`A dish for \${theme}\`,
    config: { maxOutputTokens: 200 },
    maxTurns: 2,
  })
  const { stream } = ai.generateStream({ model: gemini15Flash, prompt: theme })
  await ai.generate({ model: ollama.model('llama3.2'), prompt: theme })
  await ai.generateOperation({ model: vertexAI.model('veo-3.0-generate-001'), prompt: theme })
  await ai.embed({ embedder: googleAI.embedder('gemini-embedding-001'), content: theme })
  await ai.embedMany({ embedder: 'vertexai/text-embedding-005', content: [theme] })
  await ai.generate({ model: gemini20Flash, prompt: theme })
  await ai.rerank({ reranker: 'vertexai/reranker', query: theme, documents })
  await hello({ theme })
  hello.stream({ theme })
  const chat = ai.chat({ system: 'Be kind.', model: 'openai/gpt-4o' })
  await chat.send('Hi')
  chat.sendStream('Hi')
  const stored = ai.prompt('stored')
  stored.stream({ theme })
  return stored({ theme })
})
`,
    sees: [
      { line: 13, call: 'genkit.generate', provider: 'google', model: 'gemini-2.5-flash' },
      {
        line: 14,
        call: 'genkit.generate',
        provider: 'openai',
        model: 'gpt-4o-mini',
        maxOutput: 200,
        repeats: ['agent option here 2'],
        input: ['You cook.', 'A dish for ', '{theme}'],
      },
      { line: 21, call: 'genkit.generateStream', provider: 'vertex', model: null, usualModel: 'gemini-1.5-flash' },
      { line: 22, call: 'genkit.generate', provider: 'local', model: 'llama3.2' },
      { line: 23, call: 'genkit.generateOperation', provider: 'vertex', model: 'veo-3.0-generate-001', repeats: [] },
      { line: 24, call: 'genkit.embed', provider: 'google', model: 'gemini-embedding-001' },
      { line: 25, call: 'genkit.embedMany', provider: 'vertex', model: 'text-embedding-005' },
      { line: 26, call: 'genkit.generate', provider: 'google', model: null, usualModel: 'gemini-2.0-flash' },
      { line: 27, call: 'genkit.rerank', provider: 'vertex', model: 'reranker' },
      { line: 28, call: 'genkit.definePrompt()', provider: 'google', model: 'gemini-2.5-pro', maxOutput: 40 },
      { line: 29, call: 'genkit.definePrompt().stream', model: 'gemini-2.5-pro' },
      { line: 31, call: 'genkit.chat().send', provider: 'openai', model: 'gpt-4o', input: ['Be kind.', 'Hi'] },
      { line: 32, call: 'genkit.chat().sendStream', model: 'gpt-4o' },
      { line: 34, call: 'genkit.stream', provider: 'unknown', model: null },
      { line: 35, call: 'genkit.()', provider: 'unknown', model: null },
    ],
  },
  {
    lang: 'python',
    code: `
from genkit import Genkit
from genkit.plugins.google_genai import GoogleAI

ai = Genkit(plugins=[GoogleAI()], model="googleai/gemini-2.5-flash")
joke = ai.define_prompt(name="joke", prompt="Tell a joke.")

@ai.flow()
async def tell(topic: str):
    await ai.generate(prompt=f"A joke about {topic}", config={"max_output_tokens": 60})
    ai.generate_stream(model="anthropic/claude-haiku-4-5", prompt=topic)
    await ai.generate_operation(model="googleai/veo-3.0-generate-001", prompt=topic)
    await ai.embed(embedder="googleai/gemini-embedding-001", content=topic)
    await ai.embed_many(embedder="googleai/gemini-embedding-001", content=[topic])
    joke.stream({})
    return await joke({})
`,
    sees: [
      {
        line: 10,
        call: 'genkit.generate',
        provider: 'google',
        model: 'gemini-2.5-flash',
        maxOutput: 60,
        repeats: ['agent option here 5'],
        input: ['A joke about ', '{topic}'],
      },
      { line: 11, call: 'genkit.generate_stream', provider: 'anthropic', model: 'claude-haiku-4-5' },
      { line: 12, call: 'genkit.generate_operation', model: 'veo-3.0-generate-001' },
      { line: 13, call: 'genkit.embed', model: 'gemini-embedding-001', input: ['{topic}'] },
      { line: 14, call: 'genkit.embed_many', provider: 'google', model: 'gemini-embedding-001' },
      { line: 15, call: 'genkit.define_prompt().stream', model: 'gemini-2.5-flash' },
      { line: 16, call: 'genkit.define_prompt()', model: 'gemini-2.5-flash', input: ['Tell a joke.'] },
    ],
  },
  {
    lang: 'typescript',
    code: `
import { genkit } from 'genkit'

const ai = genkit({ model: 'googleai/gemini-2.5-flash' })
const flow = ai.defineFlow({ name: 'f' }, async () => 'done')
ai.defineTool({ name: 't', description: 'T.' }, async () => 1)
await ai.retrieve({ retriever: 'r', query: 'q' })
await ai.checkOperation(operation)
site.generate({ prompt: 'Hi' })
`,
    sees: [],
  },
]
