// https://ai.pydantic.dev/agents/, https://ai.pydantic.dev/embeddings/
import type { CallShape, ClientShape, Sdk, SdkExample } from '../../core/sdk.ts'
import type { Provider } from '../../core/types.ts'
import { models } from './pydantic-ai/models.ts'

const settings = {
  id: 'provider:model',
  maxOutput: 'model_settings.max_tokens',
  tier: ['model_settings.openai_service_tier', 'model_settings.service_tier'],
  reasoning: ['model_settings.openai_reasoning_effort', 'model_settings.thinking'],
} as const

const run = {
  ...settings,
  api: 'chat',
  on: 'agent',
  model: 'model',
  input: ['instructions', 'message_history', 'user_prompt', '[0]'],
  // https://ai.pydantic.dev/api/usage/: 50 requests, unless the run is told otherwise
  repeats: { 'usage_limits.request_limit': { kind: 'agent', default: 50 } },
} as const satisfies Omit<CallShape, 'path'>

const direct = {
  ...settings,
  api: 'chat',
  model: ['model', '[0]'],
  input: ['messages', '[1]'],
} as const satisfies Omit<CallShape, 'path'>

const embed = { api: 'embed', on: 'embedder', input: ['documents', 'query', 'inputs', '[0]'] } as const

const agent = {
  python: ['pydantic_ai.Agent', 'pydantic_ai.agent.Agent'],
  ...settings,
  kind: 'agent',
  model: ['model', '[0]'],
  input: ['system_prompt', 'instructions'],
  tools: 'tools',
  schema: ['output_type', 'result_type'],
  registers: { tool: 'tool', tool_plain: 'tool', system_prompt: 'prompt', instructions: 'prompt' },
} as const satisfies ClientShape

/** Whose a model is that names no seller: https://ai.pydantic.dev/api/models/base/#pydantic_ai.models.infer_model */
const inferred: readonly (readonly [RegExp, Provider])[] = [
  [/^(?:gpt|o1|o3)/, 'openai'],
  [/^claude/, 'anthropic'],
  [/^gemini/, 'google'],
]

export const sdk: Sdk = {
  id: 'pydantic-ai',
  words: ['from pydantic_ai', 'import pydantic_ai', ', pydantic_ai'],
  clients: [
    ...inferred.map(([like, provider]): ClientShape => ({ ...agent, given: { 'model|[0]': like }, provider })),
    agent,
    {
      python: [
        'pydantic_ai.durable_exec.temporal.TemporalAgent',
        'pydantic_ai.durable_exec.dbos.DBOSAgent',
        'pydantic_ai.durable_exec.prefect.PrefectAgent',
        'pydantic_ai.agent.WrapperAgent',
      ],
      kind: 'agent',
      of: ['wrapped', '[0]'],
    },
    {
      python: ['pydantic_ai.Embedder', 'pydantic_ai.embeddings.Embedder'],
      kind: 'embedder',
      model: ['model', '[0]'],
      id: 'provider:model',
    },
    { python: 'pydantic_ai.direct', module: true },
    ...models,
  ],
  calls: [
    { path: 'run', ...run },
    { path: 'run_sync', ...run },
    { path: 'run_stream', ...run, stream: true },
    { path: 'run_stream_sync', ...run, stream: true },
    { path: 'run_stream_events', ...run, stream: true },
    { path: 'iter', ...run },
    { path: 'model_request', ...direct },
    { path: 'model_request_sync', ...direct },
    { path: 'model_request_stream', ...direct, stream: true },
    { path: 'model_request_stream_sync', ...direct, stream: true },
    { path: 'embed', ...embed },
    { path: 'embed_sync', ...embed },
    { path: 'embed_query', ...embed },
    { path: 'embed_query_sync', ...embed },
    { path: 'embed_documents', ...embed },
    { path: 'embed_documents_sync', ...embed },
  ],
  free: ['override', 'tool', 'tool_plain', 'system_prompt', 'count_tokens', 'count_tokens_sync', 'max_input_tokens'],
}

export const examples: readonly SdkExample[] = [
  {
    lang: 'python',
    code: `
from pydantic_ai import Agent, RunContext, UsageLimits
agent = Agent("openai:gpt-4o", system_prompt="Be brief.", model_settings={"max_tokens": 200})
@agent.tool_plain
def today() -> str:
    """The date."""
@agent.system_prompt
def manners(): return "Be kind."
@agent.instructions
def who(ctx: RunContext[str]): return f"You speak to {ctx.deps}."
def ask(question):
    return agent.run_sync(question, usage_limits=UsageLimits(request_limit=3)).output
`,
    sees: [
      {
        line: 12,
        call: 'pydantic-ai.run_sync',
        provider: 'openai',
        model: 'gpt-4o',
        modelVia: 'literal',
        maxOutput: 200,
        repeats: ['agent option here 3'],
        input: [
          'Be brief.',
          '[{"type": "function", "function": {"name": "today", "description": "The date.", "parameters": {"properties": {}, "type": "object"}}}]',
          'Be kind.',
          'You speak to ',
          '{ctx.deps}',
          '.',
          '{question}',
        ],
      },
    ],
  },
  {
    lang: 'python',
    code: `
import os
from openai import AsyncAzureOpenAI
from pydantic_ai import Agent
from pydantic_ai.models.anthropic import AnthropicModel
from pydantic_ai.models.fallback import FallbackModel
from pydantic_ai.models.google import GoogleModel
from pydantic_ai.models.openai import OpenAIChatModel, OpenAIModel, OpenAIResponsesModel
from pydantic_ai.models.test import TestModel
from pydantic_ai.providers.deepseek import DeepSeekProvider
from pydantic_ai.providers.openai import OpenAIProvider
from pydantic_ai.settings import ModelSettings

NAME = os.getenv("MODEL", "claude-haiku-4-5")
writer = Agent(AnthropicModel(NAME, settings=ModelSettings(max_tokens=50)), name="writer")
cheap = Agent(model=OpenAIChatModel("deepseek-chat", provider=DeepSeekProvider(api_key=KEY)))
local = Agent(OpenAIModel("llama3", provider=OpenAIProvider(base_url="http://localhost:11434/v1")))
azure = Agent(OpenAIResponsesModel("gpt-4o", provider=OpenAIProvider(openai_client=AsyncAzureOpenAI())))
routed = Agent(OpenAIChatModel("openai/gpt-4o", provider="openrouter"))
safe = Agent(FallbackModel(OpenAIChatModel("gpt-4o"), "anthropic:claude-haiku-4-5"))
test = Agent(TestModel())

async def main(text):
    await writer.run(text)
    async with cheap.run_stream(text) as result:
        print(result)
    local.run_stream_sync(text)
    async for event in azure.run_stream_events(text):
        print(event)
    async with routed.iter(text) as steps:
        print(steps)
    await safe.run(text)
    await test.run(text)
    await writer.run(text, model="google-gla:gemini-2.5-flash", model_settings=ModelSettings(max_tokens=9))
    await writer.run(text, model=GoogleModel("gemini-2.5-pro", provider="google-vertex"))
`,
    sees: [
      {
        line: 24,
        call: 'pydantic-ai.run',
        provider: 'anthropic',
        model: 'claude-haiku-4-5',
        modelVia: 'environment',
        maxOutput: 50,
        repeats: ['agent option here 50'],
      },
      { line: 25, call: 'pydantic-ai.run_stream', provider: 'deepseek', model: 'deepseek-chat' },
      { line: 27, call: 'pydantic-ai.run_stream_sync', provider: 'local', model: 'llama3' },
      { line: 28, call: 'pydantic-ai.run_stream_events', provider: 'azure-openai', model: 'gpt-4o' },
      { line: 30, call: 'pydantic-ai.iter', provider: 'openrouter', model: 'openai/gpt-4o' },
      { line: 32, call: 'pydantic-ai.run', provider: 'openai', model: 'gpt-4o' },
      { line: 33, call: 'pydantic-ai.run', provider: 'local', model: null },
      { line: 34, call: 'pydantic-ai.run', provider: 'google', model: 'gemini-2.5-flash', maxOutput: 9 },
      { line: 35, call: 'pydantic-ai.run', provider: 'vertex', model: 'gemini-2.5-pro' },
    ],
  },
  {
    lang: 'python',
    code: `
from dataclasses import dataclass
from pydantic_ai import Agent, Embedder, direct
from pydantic_ai.direct import model_request, model_request_sync
from pydantic_ai.durable_exec.temporal import TemporalAgent
from pydantic_ai.messages import ModelRequest

embedder = Embedder("openai:text-embedding-3-small")
durable = TemporalAgent(Agent("groq:llama-3.3-70b-versatile", instructions="Plan."))

class Support:
    def __init__(self, model: str = "anthropic:claude-sonnet-4-5"):
        self.agent = Agent(model, instructions="Help.")
    async def answer(self, tickets):
        for ticket in tickets:
            await self.agent.run(ticket)

async def other(texts):
    await durable.run("Go")
    await embedder.embed_query("a")
    await embedder.embed_documents(texts)
    await embedder.embed(texts, input_type="query")
    embedder.embed_sync("a"), embedder.embed_query_sync("a"), embedder.embed_documents_sync(texts)
    await model_request("anthropic:claude-haiku-4-5", [ModelRequest.user_text_prompt("Hi")])
    model_request_sync("openai:gpt-4o", [ModelRequest.user_text_prompt("Hi")])
    async with direct.model_request_stream("openai:gpt-4o", []) as stream:
        print(stream)
    direct.model_request_stream_sync("openai:gpt-4o", [])
`,
    sees: [
      {
        line: 16,
        call: 'pydantic-ai.run',
        provider: 'anthropic',
        model: 'claude-sonnet-4-5',
        modelVia: 'parameter',
        repeats: ['data loop here', 'agent option here 50'],
        input: ['Help.', '{ticket}'],
      },
      { line: 19, call: 'pydantic-ai.run', provider: 'groq', model: 'llama-3.3-70b-versatile', input: ['Plan.', 'Go'] },
      { line: 20, call: 'pydantic-ai.embed_query', provider: 'openai', model: 'text-embedding-3-small', input: ['a'] },
      { line: 21, call: 'pydantic-ai.embed_documents', model: 'text-embedding-3-small' },
      { line: 22, call: 'pydantic-ai.embed', model: 'text-embedding-3-small' },
      { line: 23, call: 'pydantic-ai.embed_sync' },
      { line: 23, call: 'pydantic-ai.embed_query_sync' },
      { line: 23, call: 'pydantic-ai.embed_documents_sync' },
      { line: 24, call: 'pydantic-ai.model_request', provider: 'anthropic', model: 'claude-haiku-4-5' },
      { line: 25, call: 'pydantic-ai.model_request_sync', provider: 'openai', model: 'gpt-4o' },
      { line: 26, call: 'pydantic-ai.model_request_stream', provider: 'openai', model: 'gpt-4o' },
      { line: 28, call: 'pydantic-ai.model_request_stream_sync', provider: 'openai', model: 'gpt-4o' },
    ],
  },
  {
    // What a tool is handed holds the agent's dependencies.
    lang: 'python',
    code: `
from dataclasses import dataclass
from pydantic_ai import Agent, RunContext
@dataclass
class Deps:
    writer: Agent
agent = Agent("openai:gpt-4o", deps_type=Deps)
@agent.tool
async def write(context: RunContext[Deps], topic: str):
    return await context.deps.writer.run(topic)
agent.run_sync("Hi", deps=Deps(writer=Agent("anthropic:claude-haiku-4-5")))
`,
    sees: [
      { line: 10, call: 'pydantic-ai.run', model: null },
      { line: 11, call: 'pydantic-ai.run_sync', model: 'gpt-4o' },
    ],
  },
  {
    lang: 'python',
    code: `
from pydantic_ai import Agent, Embedder, RunContext
from pydantic_ai.models.test import TestModel
import subprocess
agent = Agent("openai:gpt-4o")
@agent.system_prompt
def who(context: RunContext) -> str: ...
with agent.override(model=TestModel()):
    pass
async def free(text):
    await Embedder("openai:text-embedding-3-small").count_tokens(text)
subprocess.run(["ls"])
class Runner:
    def run_sync(self, text): ...
Runner().run_sync("Hi")
`,
    sees: [],
  },
  {
    // A bare name tells whose it is; one that nobody knows tells nothing.
    lang: 'python',
    code: `
import os
from pydantic_ai import Agent
Agent(os.getenv("MODEL", "gpt-4.1-mini")).run_sync("Hi")
Agent("claude-haiku-4-5").run_sync("Hi")
Agent(model="our-model").run_sync("Hi")
`,
    sees: [
      { line: 4, call: 'pydantic-ai.run_sync', provider: 'openai', model: 'gpt-4.1-mini', modelVia: 'environment' },
      { line: 5, call: 'pydantic-ai.run_sync', provider: 'anthropic', model: 'claude-haiku-4-5' },
      { line: 6, call: 'pydantic-ai.run_sync', provider: 'unknown', model: 'our-model' },
    ],
  },
]
