// Everything that bills model calls and is to be read, row by row: what `docs/model-calls.md` lists, each with an example that passes.

type Column = 'python' | 'typescript'

export interface SdkRow {
  /** As a reader knows it. */
  readonly name: string
  /** The languages it exists in. */
  readonly in: readonly Column[]
  /** The file of language-rules/sdks that reads it; none where a reason says why. */
  readonly sdk?: string
  /** The examples that show this row, where its file has other rows too: by the provider of a call, or by a text that is in the code. */
  readonly shown?: { readonly provider?: string; readonly code?: RegExp }
  /** Why there is no example in a column, or none at all. */
  readonly not?: Readonly<Partial<Record<Column | 'all', string>>>
}

const both = ['python', 'typescript'] as const
const python = ['python'] as const
const typescript = ['typescript'] as const

const notTokens = 'Runs on a machine that is billed by the hour, not by the token: the machine is what costs.'

export const sdkRows: readonly SdkRow[] = [
  { name: 'OpenAI', in: both, sdk: 'openai' },
  { name: 'Azure OpenAI', in: both, sdk: 'openai', shown: { provider: 'azure-openai' } },
  ...(
    [
      ['DeepSeek', 'deepseek'],
      ['xAI', 'xai'],
      ['OpenRouter', 'openrouter'],
      ['Perplexity', 'perplexity'],
      ['Moonshot', 'moonshot'],
      ['Nebius', 'nebius'],
      ['a local server', 'local'],
    ] as const
  ).map(
    ([name, provider]): SdkRow => ({
      name: `${name}, by the OpenAI client`,
      in: both,
      sdk: 'openai',
      shown: { provider },
    }),
  ),
  { name: 'Anthropic', in: both, sdk: 'anthropic', shown: { provider: 'anthropic' } },
  { name: 'Anthropic on Bedrock', in: both, sdk: 'anthropic', shown: { code: /AnthropicBedrock\b/ } },
  { name: 'Anthropic on Vertex AI', in: both, sdk: 'anthropic', shown: { provider: 'vertex' } },
  { name: 'Anthropic on Foundry', in: both, sdk: 'anthropic', shown: { code: /AnthropicFoundry\b/ } },
  { name: 'Claude Agent SDK', in: both, sdk: 'claude-agent-sdk' },
  { name: 'Google Gen AI', in: both, sdk: 'google-genai' },
  { name: 'Google Generative AI (before Gen AI)', in: both, sdk: 'google-generativeai' },
  { name: 'Vertex AI', in: both, sdk: 'vertexai' },
  { name: 'Mistral', in: both, sdk: 'mistral' },
  { name: 'Cohere', in: both, sdk: 'cohere' },
  { name: 'Groq', in: both, sdk: 'groq' },
  { name: 'Together', in: both, sdk: 'together' },
  { name: 'Fireworks', in: python, sdk: 'fireworks' },
  { name: 'Cerebras', in: both, sdk: 'cerebras' },
  { name: 'xAI', in: python, sdk: 'xai' },
  { name: 'OpenRouter', in: both, sdk: 'openrouter' },
  { name: 'Perplexity', in: both, sdk: 'perplexity' },
  { name: 'Reka', in: python, sdk: 'reka' },
  { name: 'Amazon Bedrock', in: both, sdk: 'bedrock' },
  { name: 'Bedrock agents and flows', in: both, sdk: 'bedrock', shown: { code: /invoke_agent|InvokeAgentCommand/ } },
  { name: 'LiteLLM', in: python, sdk: 'litellm' },
  { name: 'LangChain', in: both, sdk: 'langchain' },
  { name: 'LangGraph', in: both, sdk: 'langgraph' },
  { name: 'LlamaIndex', in: both, sdk: 'llama-index' },
  { name: 'Vercel AI SDK', in: typescript, sdk: 'ai-sdk' },
  { name: 'OpenAI Agents SDK', in: both, sdk: 'openai-agents' },
  { name: 'Stagehand', in: both, sdk: 'stagehand' },
  { name: 'Browser Use', in: python, sdk: 'browser-use' },
  { name: 'Instructor', in: both, sdk: 'instructor' },
  { name: 'DSPy', in: python, sdk: 'dspy' },
  { name: 'Pydantic AI', in: python, sdk: 'pydantic-ai' },
  { name: 'CrewAI', in: python, sdk: 'crewai' },
  { name: 'AutoGen, AG2', in: python, sdk: 'autogen' },
  { name: 'Haystack', in: python, sdk: 'haystack' },
  { name: 'Semantic Kernel', in: python, sdk: 'semantic-kernel' },
  { name: 'smolagents', in: python, sdk: 'smolagents' },
  { name: 'Strands Agents', in: both, sdk: 'strands' },
  { name: 'Google ADK', in: both, sdk: 'google-adk' },
  { name: 'Agno', in: python, sdk: 'agno' },
  { name: 'aisuite', in: both, sdk: 'aisuite' },
  { name: 'RouteLLM', in: python, sdk: 'routellm' },
  { name: 'Mirascope', in: both, sdk: 'mirascope' },
  { name: 'Mastra', in: typescript, sdk: 'mastra' },
  { name: 'Genkit', in: both, sdk: 'genkit' },
  { name: 'Effect AI', in: typescript, sdk: 'effect-ai' },
  { name: 'Hugging Face inference', in: both, sdk: 'huggingface' },
  { name: 'Cloudflare Workers AI', in: both, sdk: 'workers-ai' },
  { name: 'Replicate', in: both, sdk: 'replicate' },
  { name: 'fal', in: both, sdk: 'fal' },
  { name: 'Voyage', in: both, sdk: 'voyage' },
  { name: 'Jina', in: both, sdk: 'jina' },
  { name: 'Pinecone inference', in: both, sdk: 'pinecone-inference' },
  { name: 'Deepgram', in: both, sdk: 'deepgram' },
  { name: 'ElevenLabs', in: both, sdk: 'elevenlabs' },
  { name: 'AssemblyAI', in: both, sdk: 'assemblyai' },
  { name: 'Requests without an SDK', in: both, sdk: 'http' },
  {
    name: 'curl in a cell or a script',
    in: python,
    not: { all: 'A line for the shell is no Python: it is passed over, and nothing is said of it.' },
  },
  {
    name: 'Portkey',
    in: both,
    not: { all: 'A gateway whose configuration, kept on its own server, decides who bills: the source does not say.' },
  },
  {
    name: 'guidance, ell, Marvin',
    in: python,
    not: { all: 'They make their prompt and their calls while they run: the source holds neither in one place.' },
  },
  { name: 'transformers, vLLM, SentenceTransformers on a machine of one’s own', in: python, not: { all: notTokens } },
]
