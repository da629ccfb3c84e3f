// https://docs.haystack.deepset.ai/v1.26/docs/prompt_node: version 1, the package `farm-haystack`
import type { ClientShape, SdkExample } from '../../../core/sdk.ts'
import type { Provider } from '../../../core/types.ts'

const named = 'model_name_or_path'

/** Who sells the models it knows by their names; any other runs on this machine. */
const sellers: readonly (readonly [RegExp, Provider])[] = [
  [/^(?:gpt-[345]|chatgpt|text-|davinci|curie|babbage|ada|o\d)/, 'openai'],
  [/^claude/, 'anthropic'],
  [/^(?:command|base|embed-)/, 'cohere'],
  [/^(?:ai21\.|anthropic\.|amazon\.|cohere\.|meta\.)/, 'bedrock'],
]

const node = {
  python: ['haystack.nodes.PromptNode', 'haystack.nodes.prompt.**.PromptNode'],
  kind: 'generator',
  model: [named, '[0]'],
  maxOutput: ['max_length', 'model_kwargs.max_tokens'],
  with: 'default_prompt_template',
} as const satisfies Partial<ClientShape>

const retriever = {
  python: ['haystack.nodes.EmbeddingRetriever', 'haystack.nodes.retriever.**.EmbeddingRetriever'],
  kind: 'embedder',
  model: 'embedding_model',
} as const satisfies Partial<ClientShape>

export const first: readonly ClientShape[] = [
  ...sellers.map(([like, provider]): ClientShape => ({ ...node, given: { [`${named}|[0]`]: like }, provider })),
  // A model made before, or one of this machine.
  { ...node, given: { [`${named}|[0]`]: /./ }, provider: 'local' },
  { ...node, model: [], of: [named, '[0]'] },
  ...sellers.map(
    ([like, provider]): ClientShape => ({
      python: ['haystack.nodes.PromptModel', 'haystack.nodes.prompt.**.PromptModel'],
      kind: 'generator',
      model: [named, '[0]'],
      maxOutput: 'max_length',
      given: { [`${named}|[0]`]: like },
      provider,
    }),
  ),
  ...sellers.map(([like, provider]): ClientShape => ({ ...retriever, given: { embedding_model: like }, provider })),
  { ...retriever, provider: 'local' },
  {
    python: ['haystack.pipelines.Pipeline', 'haystack.pipelines.base.Pipeline'],
    kind: 'generator',
    takes: { add_node: ['component', '[0]'] },
    passes: true,
  },
  {
    python: ['haystack.agents.Agent', 'haystack.agents.**.ConversationalAgent'],
    kind: 'generator',
    of: ['prompt_node', '[0]'],
    repeats: { max_steps: { kind: 'agent', default: 8 } },
  },
]

export const firstExamples: readonly SdkExample[] = [
  {
    lang: 'python',
    code: `
from haystack.agents import Agent
from haystack.nodes import EmbeddingRetriever, PromptModel, PromptNode
from haystack.pipelines import Pipeline

node = PromptNode(model_name_or_path="gpt-3.5-turbo", api_key="k", max_length=200)
node("Who wrote it?")
node.prompt("question-answering", documents=found)
shared = PromptNode(PromptModel("gpt-4", api_key="k"))
shared("Who?")
asking = Pipeline()
asking.add_node(component=node, name="answer", inputs=["Query"])
asking.run(query="Who?")
Agent(prompt_node=node, tools_manager=tools).run("Who?")

retriever = EmbeddingRetriever(document_store=store, embedding_model="text-embedding-ada-002", api_key="k")
retriever.retrieve(query="Who?")
`,
    sees: [
      { line: 7, call: 'haystack.()', provider: 'openai', model: 'gpt-3.5-turbo', maxOutput: 200 },
      { line: 8, call: 'haystack.prompt', provider: 'openai', model: 'gpt-3.5-turbo' },
      { line: 10, call: 'haystack.()', provider: 'openai', model: 'gpt-4' },
      { line: 13, call: 'haystack.run', provider: 'openai', model: 'gpt-3.5-turbo' },
      { line: 14, call: 'haystack.run', provider: 'openai', model: 'gpt-3.5-turbo', repeats: ['agent option here 8'] },
      { line: 17, call: 'haystack.retrieve', api: 'embed', provider: 'openai', model: 'text-embedding-ada-002' },
    ],
  },
  {
    lang: 'python',
    code: `
from haystack.nodes import BM25Retriever
from haystack.pipelines import Pipeline
search = Pipeline()
search.add_node(component=BM25Retriever(document_store=store), name="find", inputs=["Query"])
search.run(query="Who?")
`,
    sees: [],
  },
]
