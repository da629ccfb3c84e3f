// https://docs.haystack.deepset.ai/docs/generators, https://docs.haystack.deepset.ai/docs/pipelines
import type { CallShape, ClientShape, Sdk, SdkExample } from '../../core/sdk.ts'
import { first, firstExamples } from './haystack/first.ts'

/** From the package of its kind, or the module the class is in. */
const at = (...names: readonly string[]) => names.map((name) => `haystack.components.**.${name}`)
/** Sellers have packages of their own: https://docs.haystack.deepset.ai/docs/integrations */
const integration = (...names: readonly string[]) => names.map((name) => `haystack_integrations.components.**.${name}`)
/** Left the library with version 3: https://github.com/deepset-ai/haystack/blob/main/MIGRATION.md */
const moved = (...names: readonly string[]) => [...at(...names), ...integration(...names)]

const generator = {
  kind: 'generator',
  model: 'model',
  maxOutput: [
    'generation_kwargs.max_completion_tokens',
    'generation_kwargs.max_tokens',
    'generation_kwargs.max_output_tokens',
    // Bedrock's, and those of models at home.
    'generation_kwargs.maxTokens',
    'generation_kwargs.num_predict',
    'generation_kwargs.max_new_tokens',
    'max_length',
  ],
  input: ['system_prompt', 'tools'],
} as const satisfies Partial<ClientShape>

const embedder = { kind: 'embedder', model: 'model' } as const satisfies Partial<ClientShape>

// Defaults: https://github.com/deepset-ai/haystack/tree/v2.30.2/haystack/components
const chat = 'gpt-5-mini'
const vectors = 'text-embedding-ada-002'

const generators: readonly ClientShape[] = [
  {
    python: at('OpenAIGenerator', 'OpenAIChatGenerator', 'OpenAIResponsesChatGenerator'),
    ...generator,
    provider: 'openai',
    baseUrl: 'api_base_url',
    defaultModel: chat,
  },
  {
    python: at('AzureOpenAIGenerator', 'AzureOpenAIChatGenerator'),
    ...generator,
    provider: 'azure-openai',
    model: 'azure_deployment',
    defaultModel: 'gpt-4.1-mini',
  },
  {
    python: at('AzureOpenAIResponsesChatGenerator'),
    ...generator,
    provider: 'azure-openai',
    model: 'azure_deployment',
    defaultModel: chat,
  },
  {
    python: moved('HuggingFaceAPIGenerator', 'HuggingFaceAPIChatGenerator'),
    ...generator,
    provider: 'huggingface',
    model: 'api_params.model',
  },
  { python: integration('AnthropicGenerator', 'AnthropicChatGenerator'), ...generator, provider: 'anthropic' },
  { python: integration('AnthropicVertexChatGenerator'), ...generator, provider: 'vertex' },
  { python: integration('AmazonBedrockGenerator', 'AmazonBedrockChatGenerator'), ...generator, provider: 'bedrock' },
  {
    python: integration('GoogleGenAIChatGenerator', 'GoogleAIGeminiGenerator', 'GoogleAIGeminiChatGenerator'),
    ...generator,
    provider: 'google',
  },
  { python: integration('VertexAIGeminiGenerator', 'VertexAIGeminiChatGenerator'), ...generator, provider: 'vertex' },
  { python: integration('MistralChatGenerator'), ...generator, provider: 'mistral' },
  { python: integration('CohereGenerator', 'CohereChatGenerator'), ...generator, provider: 'cohere' },
  { python: integration('TogetherAIGenerator', 'TogetherAIChatGenerator'), ...generator, provider: 'together' },
  { python: integration('OpenRouterChatGenerator'), ...generator, provider: 'openrouter' },
  { python: integration('PerplexityChatGenerator'), ...generator, provider: 'perplexity' },
  { python: integration('LiteLLMChatGenerator'), ...generator, provider: 'litellm', id: 'provider/model' },
  {
    python: integration(
      ...['OllamaGenerator', 'OllamaChatGenerator', 'LlamaCppGenerator', 'LlamaCppChatGenerator'],
      ...['TransformersChatGenerator', 'VLLMChatGenerator'],
    ),
    ...generator,
    provider: 'local',
  },
  {
    python: at('HuggingFaceLocalGenerator', 'HuggingFaceLocalChatGenerator'),
    ...generator,
    provider: 'local',
  },
  // Declared only: which it is, somebody else decides.
  { python: at('ChatGenerator'), ...generator, abstract: true },
  // One request for each of what it is given; given no generator it makes one of OpenAI's.
  {
    python: at('LLMEvaluator', 'FaithfulnessEvaluator', 'ContextRelevanceEvaluator'),
    kind: 'generator',
    of: 'chat_generator',
    input: ['instructions'],
  },
  // The first that answers.
  { python: at('FallbackChatGenerator'), kind: 'generator', of: ['chat_generators.[0]', '[0].[0]'] },
  {
    python: at('LLM', 'LLMRanker', 'LLMMetadataExtractor', 'LLMDocumentContentExtractor'),
    kind: 'generator',
    of: 'chat_generator',
    input: ['system_prompt', 'user_prompt', 'prompt'],
  },
  {
    python: at('Agent'),
    kind: 'generator',
    of: ['chat_generator', '[0]'],
    input: ['system_prompt'],
    // https://docs.haystack.deepset.ai/reference/agents-api
    repeats: { max_agent_steps: { kind: 'agent', default: 100 } },
  },
]

/** Running a pipeline runs what is in it: the generators, or where there is none the embedders of an index. Without either it is free. */
const pipelines: readonly ClientShape[] = ['generator', 'embedder'].map((kind) => ({
  python: ['Pipeline', 'AsyncPipeline'].flatMap((name) => [`haystack.${name}`, `haystack.core.pipeline.**.${name}`]),
  kind,
  takes: { add_component: ['instance', '[1]'] },
  passes: true,
}))

const embedders: readonly ClientShape[] = [
  {
    python: at('OpenAITextEmbedder', 'OpenAIDocumentEmbedder'),
    ...embedder,
    provider: 'openai',
    baseUrl: 'api_base_url',
    defaultModel: vectors,
  },
  {
    python: at('AzureOpenAITextEmbedder', 'AzureOpenAIDocumentEmbedder'),
    ...embedder,
    model: 'azure_deployment',
    provider: 'azure-openai',
    defaultModel: vectors,
  },
  {
    python: moved('HuggingFaceAPITextEmbedder', 'HuggingFaceAPIDocumentEmbedder'),
    ...embedder,
    model: 'api_params.model',
    provider: 'huggingface',
  },
  {
    python: integration('CohereTextEmbedder', 'CohereDocumentEmbedder', 'CohereDocumentImageEmbedder'),
    ...embedder,
    provider: 'cohere',
  },
  { python: integration('GoogleGenAITextEmbedder', 'GoogleGenAIDocumentEmbedder'), ...embedder, provider: 'google' },
  { python: integration('VertexAITextEmbedder', 'VertexAIDocumentEmbedder'), ...embedder, provider: 'vertex' },
  { python: integration('PerplexityTextEmbedder', 'PerplexityDocumentEmbedder'), ...embedder, provider: 'perplexity' },
  { python: integration('MistralTextEmbedder', 'MistralDocumentEmbedder'), ...embedder, provider: 'mistral' },
  { python: integration('VoyageTextEmbedder', 'VoyageDocumentEmbedder'), ...embedder, provider: 'voyage' },
  {
    python: integration('JinaTextEmbedder', 'JinaDocumentEmbedder', 'JinaDocumentImageEmbedder'),
    ...embedder,
    provider: 'jina',
  },
  {
    python: integration(
      ...['AmazonBedrockTextEmbedder', 'AmazonBedrockDocumentEmbedder', 'AmazonBedrockDocumentImageEmbedder'],
    ),
    ...embedder,
    provider: 'bedrock',
  },
]

const others: readonly ClientShape[] = [
  { python: at('DALLEImageGenerator'), kind: 'image', model: 'model', provider: 'openai', defaultModel: 'dall-e-3' },
  {
    python: at('OpenAIImageGenerator'),
    kind: 'image',
    model: 'model',
    provider: 'openai',
    defaultModel: 'gpt-image-2',
  },
  {
    python: moved('RemoteWhisperTranscriber'),
    kind: 'hearing',
    model: 'model',
    provider: 'openai',
    baseUrl: 'api_base_url',
    defaultModel: 'whisper-1',
  },
  { python: integration('CohereRanker'), kind: 'ranker', model: 'model', provider: 'cohere' },
  { python: integration('JinaRanker'), kind: 'ranker', model: 'model', provider: 'jina' },
  { python: integration('VoyageRanker'), kind: 'ranker', model: 'model', provider: 'voyage' },
  { python: integration('AmazonBedrockRanker'), kind: 'ranker', model: 'model', provider: 'bedrock' },
]

const run = {
  api: 'chat',
  on: 'generator',
  maxOutput: generator.maxOutput,
  input: ['system_prompt', 'messages', 'prompt', 'data', '[0]', 'tools'],
} as const satisfies Omit<CallShape, 'path'>

const both = (shape: Omit<CallShape, 'path'>): readonly CallShape[] => [
  { path: 'run', ...shape },
  { path: 'run_async', ...shape },
]

export const sdk: Sdk = {
  id: 'haystack',
  words: ['haystack'],
  clients: [...generators, ...pipelines, ...embedders, ...others, ...first],
  calls: [
    ...both(run),
    { path: '()', ...run },
    { path: 'prompt', ...run },
    { path: 'retrieve', api: 'embed', on: 'embedder', input: ['query', '[0]'] },
    { path: 'run_async_generator', ...run },
    { path: 'stream', ...run, stream: true },
    ...both({ api: 'embed', on: 'embedder', input: ['text', 'documents', '[0]'] }),
    ...both({ api: 'image', on: 'image', input: ['prompt', '[0]'] }),
    ...both({ api: 'transcribe', on: 'hearing', input: [] }),
    ...both({ api: 'rerank', on: 'ranker', input: ['query', '[0]', 'documents', '[1]'] }),
  ],
  free: ['warm_up', 'to_dict', 'add_component', 'connect', 'draw', 'show'],
}

export const examples: readonly SdkExample[] = [
  {
    lang: 'python',
    code: `
from haystack import AsyncPipeline, Pipeline
from haystack.components.builders import PromptBuilder
from haystack.components.embedders import OpenAITextEmbedder
from haystack.components.generators import OpenAIGenerator
from haystack.components.generators.chat import OpenAIChatGenerator
from haystack_integrations.components.generators.anthropic import AnthropicChatGenerator

rag = Pipeline()
rag.add_component("prompt", PromptBuilder(template="Answer {{question}}."))
rag.add_component("llm", OpenAIGenerator(model="gpt-4o-mini", generation_kwargs={"max_tokens": 100}))
rag.connect("prompt", "llm")
def answer(questions):
    return [rag.run({"prompt": {"question": question}}) for question in questions]

claude = AnthropicChatGenerator(model="claude-haiku-4-5")
claude.run(messages=[], generation_kwargs={"max_tokens": 20})
OpenAIChatGenerator().run([])
OpenAITextEmbedder(model="text-embedding-3-small").run("Hi")
async def later():
    pipe = AsyncPipeline()
    pipe.add_component(name="llm", instance=claude)
    await pipe.run_async({})
    async for part in pipe.run_async_generator({}):
        print(part)
    pipe.stream({})
`,
    sees: [
      {
        line: 14,
        call: 'haystack.run',
        provider: 'openai',
        model: 'gpt-4o-mini',
        maxOutput: 100,
        repeats: ['data comprehension here'],
      },
      { line: 17, call: 'haystack.run', provider: 'anthropic', model: 'claude-haiku-4-5', maxOutput: 20 },
      { line: 18, call: 'haystack.run', provider: 'openai', model: null, usualModel: 'gpt-5-mini' },
      { line: 19, call: 'haystack.run', provider: 'openai', model: 'text-embedding-3-small', input: ['Hi'] },
      { line: 23, call: 'haystack.run_async', provider: 'anthropic', model: 'claude-haiku-4-5' },
      { line: 24, call: 'haystack.run_async_generator', provider: 'anthropic', repeats: [] },
      { line: 26, call: 'haystack.stream', provider: 'anthropic' },
    ],
  },
  {
    lang: 'python',
    code: `
from haystack.components.agents import Agent
from haystack.components.audio import RemoteWhisperTranscriber
from haystack.components.embedders import AzureOpenAIDocumentEmbedder
from haystack.components.generators import DALLEImageGenerator
from haystack.components.generators.chat import FallbackChatGenerator, OpenAIChatGenerator
from haystack_integrations.components.generators.huggingface_api import HuggingFaceAPIChatGenerator
from haystack_integrations.components.generators.litellm import LiteLLMChatGenerator
from haystack_integrations.components.generators.transformers import TransformersChatGenerator
from haystack_integrations.components.rankers.cohere import CohereRanker
agent = Agent(chat_generator=OpenAIChatGenerator(model="gpt-4o"), tools=[look_up], max_agent_steps=10)
agent.run(messages=[])
async def later(documents):
    await agent.run_async(messages=[])
    await AzureOpenAIDocumentEmbedder(azure_deployment="text-embedding-3-large").run_async(documents)
    await DALLEImageGenerator().run_async("A cat")
    await RemoteWhisperTranscriber().run_async([])
    await CohereRanker(model="rerank-v3.5").run_async("q", documents)
RemoteWhisperTranscriber(api_base_url="https://api.groq.com/openai/v1", model="whisper-large-v3").run(sources=[])
DALLEImageGenerator(model="dall-e-2").run("A cat")
CohereRanker(model="rerank-v3.5").run(query="q", documents=[])
FallbackChatGenerator(chat_generators=[OpenAIChatGenerator(model="gpt-4o"), OpenAIChatGenerator(model="o3")]).run([])
LiteLLMChatGenerator(model="groq/llama-3.1-8b-instant", generation_kwargs={"max_tokens": 9}).run("Hi")
HuggingFaceAPIChatGenerator(api_type="serverless_inference_api", api_params={"model": "Qwen/Qwen3-8B"}).run("Hi")
TransformersChatGenerator(model="Qwen/Qwen3-0.6B", generation_kwargs={"max_new_tokens": 7}).run("Hi")
`,
    sees: [
      { line: 12, call: 'haystack.run', model: 'gpt-4o', repeats: ['agent option here 10'] },
      { line: 14, call: 'haystack.run_async', model: 'gpt-4o' },
      { line: 15, call: 'haystack.run_async', provider: 'azure-openai', model: 'text-embedding-3-large' },
      { line: 16, call: 'haystack.run_async', model: null, usualModel: 'dall-e-3' },
      { line: 17, call: 'haystack.run_async', model: null, usualModel: 'whisper-1' },
      { line: 18, call: 'haystack.run_async', provider: 'cohere', model: 'rerank-v3.5' },
      { line: 19, call: 'haystack.run', provider: 'groq', model: 'whisper-large-v3' },
      { line: 20, call: 'haystack.run', model: 'dall-e-2' },
      { line: 21, call: 'haystack.run', provider: 'cohere', model: 'rerank-v3.5' },
      { line: 22, call: 'haystack.run', model: 'gpt-4o' },
      { line: 23, call: 'haystack.run', provider: 'groq', model: 'llama-3.1-8b-instant', maxOutput: 9 },
      { line: 24, call: 'haystack.run', provider: 'huggingface', model: 'Qwen/Qwen3-8B' },
      { line: 25, call: 'haystack.run', provider: 'local', model: 'Qwen/Qwen3-0.6B', maxOutput: 7 },
    ],
  },
  {
    lang: 'python',
    code: `
from haystack import Pipeline
from haystack.components.builders import PromptBuilder
from haystack.components.generators import OpenAIGenerator
from haystack.components.retrievers import InMemoryBM25Retriever
from haystack.components.writers import DocumentWriter
index = Pipeline()
index.add_component("writer", DocumentWriter(document_store=store))
index.run({"writer": {"documents": []}})
PromptBuilder(template="Hi").run()
InMemoryBM25Retriever(store).run(query="Hi")
llm = OpenAIGenerator(model="gpt-4o")
llm.warm_up()
llm.to_dict()
`,
    sees: [],
  },
  {
    lang: 'python',
    code: `
from haystack.components.evaluators import DocumentMRREvaluator, FaithfulnessEvaluator
from haystack.components.generators.chat.types import ChatGenerator
from haystack_integrations.components.generators.anthropic import AnthropicChatGenerator

class Summary:
    def __init__(self, writer: ChatGenerator):
        self._writer = writer
    def of(self, pages):
        return [self._writer.run(messages=page) for page in pages]

judge = FaithfulnessEvaluator(chat_generator=AnthropicChatGenerator(model="claude-haiku-4-5"))
judge.run(questions=["Who?"], contexts=[["A bee."]], predicted_answers=["A bee."])
DocumentMRREvaluator().run(ground_truth_documents=[], retrieved_documents=[])
`,
    sees: [
      { line: 10, call: 'haystack.run', provider: 'unknown', model: null, repeats: ['data comprehension here'] },
      { line: 13, call: 'haystack.run', provider: 'anthropic', model: 'claude-haiku-4-5' },
    ],
  },
  {
    // An index is embedded by a pipeline that nothing writes in; a pipeline of writers alone is free.
    lang: 'python',
    code: `
from haystack import Pipeline
from haystack.components.embedders import OpenAIDocumentEmbedder
from haystack.components.writers import DocumentWriter
index = Pipeline()
index.add_component(instance=OpenAIDocumentEmbedder(model="text-embedding-3-small"), name="embedder")
index.add_component(instance=DocumentWriter(document_store=store), name="writer")
index.connect("embedder.documents", "writer.documents")
index.run({"embedder": {"documents": found}})
keep = Pipeline()
keep.add_component("writer", DocumentWriter(document_store=store))
keep.run({"writer": {"documents": found}})
`,
    sees: [{ line: 9, call: 'haystack.run', api: 'embed', provider: 'openai', model: 'text-embedding-3-small' }],
  },
  ...firstExamples,
]
