// https://docs.agno.com/reference/agents/agent , read at agno 2.9.0
import type { CallShape, Sdk, SdkExample } from '../../core/sdk.ts'
import { embedders, models } from './agno/models.ts'

const run = {
  api: 'chat',
  on: 'agent',
  // `message` until 2.0.
  input: ['input', 'message', '[0]'],
  stream: 'stream',
} as const satisfies Omit<CallShape, 'path'>

const asked = { api: 'chat', on: 'model', input: ['messages', '[0]'] } as const satisfies Omit<CallShape, 'path'>
const embedded = { api: 'embed', on: 'embedder', input: ['text', 'texts', '[0]'] } as const

const paths = (...names: readonly string[]) =>
  names.flatMap((name) => {
    const module = name.toLowerCase()
    return [`agno.${module}.${name}`, `agno.${module}.${module}.${name}`]
  })

export const sdk: Sdk = {
  id: 'agno',
  words: ['agno'],
  clients: [
    {
      python: paths('Agent', 'Team'),
      kind: 'agent',
      model: 'model',
      id: 'provider:model',
      // What an agent or a team without a model is given: agent/_init.py and team/_init.py of agno 2.9.0.
      defaultModel: 'openai:gpt-5.4',
      input: ['description', 'instructions', 'tools'],
      schema: ['output_schema', 'response_model'],
      repeats: { retries: 'retry', tool_call_limit: 'agent' },
    },
    {
      python: [
        ...paths('Workflow'),
        ...['Step', 'Steps', 'Loop', 'Parallel', 'Condition', 'Router'].flatMap((name) => [
          `agno.workflow.${name}`,
          `agno.workflow.${name.toLowerCase()}.${name}`,
        ]),
      ],
      kind: 'agent',
      passes: true,
      of: '*',
    },
    ...models,
    ...embedders,
  ],
  calls: [
    { path: 'run', ...run },
    { path: 'arun', ...run },
    { path: 'print_response', ...run },
    { path: 'aprint_response', ...run },
    { path: 'continue_run', ...run, input: [] },
    { path: 'acontinue_run', ...run, input: [] },
    { path: 'cli_app', ...run },
    { path: 'acli_app', ...run },
    { path: 'response', ...asked },
    { path: 'aresponse', ...asked },
    { path: 'response_stream', ...asked, stream: true },
    { path: 'aresponse_stream', ...asked, stream: true },
    { path: 'invoke', ...asked },
    { path: 'ainvoke', ...asked },
    { path: 'get_embedding', ...embedded },
    { path: 'get_embedding_and_usage', ...embedded },
    { path: 'async_get_embedding', ...embedded },
    { path: 'async_get_embedding_and_usage', ...embedded },
    { path: 'async_get_embeddings_batch_and_usage', ...embedded },
  ],
  free: ['get_session', 'cancel_run', 'get_run_output', 'get_chat_history', 'count_tokens'],
}

export const examples: readonly SdkExample[] = [
  {
    lang: 'python',
    code: `
import os
from textwrap import dedent
from agno.agent import Agent, RunOutput
from agno.models.anthropic import Claude
from agno.models.aws import AwsBedrock
from agno.models.google import Gemini
from agno.models.ollama import Ollama
from agno.models.openai import OpenAIChat, OpenAIResponses
from agno.models.openai.like import OpenAILike
from agno.team import Team

writer = Agent(
    name="writer",
    model=OpenAIChat(id="gpt-4o", max_tokens=700),
    instructions=dedent("Write plainly."),
    retries=2,
)
critic = Agent(model=Claude("claude-sonnet-4-5"), tools=[])
named = Agent(model="google:gemini-2.5-flash")
usual = Agent()
home = Agent(model=Ollama(id="llama3.2"))
groq = Agent(model=OpenAILike(id="qwen/qwen3-32b", base_url="https://api.groq.com/openai/v1"))
team = Team(members=[writer, critic], model=Gemini(id=os.getenv("TEAM_MODEL", "gemini-2.5-pro"), max_output_tokens=900))

def work(topics):
    for topic in topics:
        out: RunOutput = writer.run(f"About {topic}")
        critic.print_response(out.content, stream=True)
    named.run(input="Hi")
    usual.run("Hi")
    home.run("Hi")
    groq.run("Hi")
    team.print_response("A page on bees")
    writer.continue_run(run_id="r")
    usual.cli_app()

async def later(text):
    await critic.arun(text)
    await team.aprint_response(text)
    await writer.acontinue_run(run_id="r")
    await usual.acli_app()
`,
    sees: [
      {
        line: 28,
        call: 'agno.run',
        provider: 'openai',
        model: 'gpt-4o',
        maxOutput: 700,
        input: ['Write plainly.', 'About ', '{topic}'],
        repeats: ['data loop here', 'retry option here 2'],
      },
      { line: 29, call: 'agno.print_response', provider: 'anthropic', model: 'claude-sonnet-4-5' },
      { line: 30, call: 'agno.run', provider: 'google', model: 'gemini-2.5-flash', input: ['Hi'] },
      { line: 31, call: 'agno.run', provider: 'openai', model: null, usualModel: 'gpt-5.4' },
      { line: 32, call: 'agno.run', provider: 'local', model: 'llama3.2' },
      { line: 33, call: 'agno.run', provider: 'groq', model: 'qwen/qwen3-32b' },
      {
        line: 34,
        call: 'agno.print_response',
        provider: 'google',
        model: 'gemini-2.5-pro',
        modelVia: 'environment',
        maxOutput: 900,
      },
      { line: 35, call: 'agno.continue_run', model: 'gpt-4o' },
      { line: 36, call: 'agno.cli_app' },
      { line: 39, call: 'agno.arun', model: 'claude-sonnet-4-5', input: ['[]', '{text}'] },
      { line: 40, call: 'agno.aprint_response', provider: 'google' },
      { line: 41, call: 'agno.acontinue_run' },
      { line: 42, call: 'agno.acli_app' },
    ],
  },
  {
    lang: 'python',
    code: `
from agno.agent import Agent
from agno.knowledge.embedder.openai import OpenAIEmbedder
from agno.models.azure import AzureOpenAI
from agno.models.message import Message
from agno.models.vertexai.claude import Claude
from agno.workflow import Step, Workflow

agent = Agent(model=AzureOpenAI(id="gpt-4o-mini"))
flow = Workflow(name="w", steps=[Step(name="one", agent=agent)])
flow.run(input="Go")
model = Claude(id="claude-sonnet-4@20250514")
messages = [Message(role="user", content="Hi")]
model.response(messages)
for part in model.response_stream(messages):
    print(part)
model.invoke(messages)
embedder = OpenAIEmbedder()
embedder.get_embedding("A text")
embedder.get_embedding_and_usage("A text")
async def more(texts):
    await model.aresponse(messages)
    await model.ainvoke(messages)
    async for part in model.aresponse_stream(messages):
        print(part)
    await embedder.async_get_embedding("A text")
    await embedder.async_get_embedding_and_usage("A text")
    return await embedder.async_get_embeddings_batch_and_usage(texts)
`,
    sees: [
      { line: 11, call: 'agno.run', provider: 'azure-openai', model: 'gpt-4o-mini', input: ['Go'] },
      { line: 14, call: 'agno.response', provider: 'vertex', model: 'claude-sonnet-4@20250514', input: ['user: Hi'] },
      { line: 15, call: 'agno.response_stream' },
      { line: 17, call: 'agno.invoke' },
      {
        line: 19,
        call: 'agno.get_embedding',
        api: 'embed',
        provider: 'openai',
        model: null,
        usualModel: 'text-embedding-3-small',
        input: ['A text'],
      },
      { line: 20, call: 'agno.get_embedding_and_usage' },
      { line: 22, call: 'agno.aresponse' },
      { line: 23, call: 'agno.ainvoke' },
      { line: 24, call: 'agno.aresponse_stream' },
      { line: 26, call: 'agno.async_get_embedding' },
      { line: 27, call: 'agno.async_get_embedding_and_usage' },
      { line: 28, call: 'agno.async_get_embeddings_batch_and_usage', input: ['{texts}'] },
    ],
  },
  {
    lang: 'python',
    code: `
from agno.agent import Agent
from agno.db.sqlite import SqliteDb
from agno.models.openai import OpenAIChat
from agno.tools.duckduckgo import DuckDuckGoTools
from agno.workflow import Step, Workflow

agent = Agent(model=OpenAIChat(id="gpt-4o"), tools=[DuckDuckGoTools()], db=SqliteDb(db_file="a.db"))
agent.get_session("s")
agent.cancel_run("r")
DuckDuckGoTools().run("bees")
Workflow(name="w", steps=[Step(name="plain", executor=print)]).run(input="Go")
`,
    sees: [],
  },
  {
    lang: 'python',
    code: `
from agno.agent import Agent
from agno.models.xiaomi import MiMo
Agent(model=MiMo(id="mimo-v2-flash", max_tokens=90)).run("Hi")
`,
    sees: [{ line: 4, call: 'agno.run', provider: 'unknown', model: 'mimo-v2-flash', maxOutput: 90 }],
  },
]
