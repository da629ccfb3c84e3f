// https://google.github.io/adk-docs/ : google-adk (Python) and @google/adk 2.0 (TypeScript)
import type { CallShape, ClientShape, Sdk, SdkExample } from '../../core/sdk.ts'

const run = {
  api: 'chat',
  input: ['new_message', 'newMessage', 'user_messages', 'message'],
  // 500 model calls where none is given, which bounds an accident and says nothing of a usual run.
  repeats: { 'run_config.max_llm_calls': 'agent', 'runConfig.maxLlmCalls': 'agent' },
} as const satisfies Omit<CallShape, 'path'>

/** Runs other agents, and asks no model itself. */
const workflow = (name: string, module: string, more: Partial<ClientShape> = {}): ClientShape => ({
  python: [`google.adk.agents.${name}`, `google.adk.agents.${module}.${name}`],
  typescript: `@google/adk#${name}`,
  kind: 'agent',
  of: ['sub_agents', 'subAgents'],
  ...more,
})

export const sdk: Sdk = {
  id: 'google-adk',
  words: ['google.adk', 'google import adk', '@google/adk', 'AdkApp'],
  clients: [
    {
      python: ['google.adk.Runner', 'google.adk.runners.Runner', 'google.adk.runners.InMemoryRunner'],
      typescript: ['@google/adk#Runner', '@google/adk#InMemoryRunner'],
      of: ['agent', 'app', '[0]'],
    },
    {
      // https://cloud.google.com/vertex-ai/generative-ai/docs/agent-engine/develop/adk: its agents' Gemini is that of Vertex.
      python: ['vertexai.agent_engines.AdkApp', 'vertexai.preview.reasoning_engines.AdkApp'],
      provider: 'vertex',
      of: ['agent', 'app'],
    },
    {
      python: ['google.adk.apps.App', 'google.adk.apps.app.App'],
      typescript: '@google/adk#App',
      kind: 'app',
      of: ['root_agent', 'rootAgent'],
    },
    {
      python: [
        'google.adk.Agent',
        'google.adk.agents.Agent',
        'google.adk.agents.LlmAgent',
        'google.adk.agents.llm_agent.Agent',
        'google.adk.agents.llm_agent.LlmAgent',
      ],
      typescript: ['@google/adk#LlmAgent', '@google/adk#Agent'],
      // A text is the id of a Gemini; the environment says whether Google or Vertex sells it.
      provider: 'google',
      kind: 'agent',
      model: 'model',
      maxOutput: ['generate_content_config.max_output_tokens', 'generateContentConfig.maxOutputTokens'],
      reasoning: [
        'generate_content_config.thinking_config.thinking_budget',
        'generateContentConfig.thinkingConfig.thinkingBudget',
      ],
      input: ['global_instruction', 'globalInstruction', 'instruction', 'tools'],
      schema: ['output_schema', 'outputSchema'],
    },
    workflow('SequentialAgent', 'sequential_agent'),
    workflow('ParallelAgent', 'parallel_agent'),
    workflow('LoopAgent', 'loop_agent', { repeats: { max_iterations: 'agent', maxIterations: 'agent' } }),
    {
      python: ['google.adk.models.Gemini', 'google.adk.models.google_llm.Gemini'],
      typescript: '@google/adk#Gemini',
      provider: 'google',
      sells: { vertexai: { true: 'vertex', false: 'google' } },
      kind: 'model',
      model: ['model', '[0]'],
    },
    {
      python: ['google.adk.models.LiteLlm', 'google.adk.models.lite_llm.LiteLlm'],
      provider: 'litellm',
      kind: 'model',
      model: ['model', '[0]'],
      id: 'provider/model',
      maxOutput: 'max_tokens',
      baseUrl: 'api_base',
    },
    { python: 'google.adk.models.anthropic_llm.Claude', provider: 'vertex', kind: 'model', model: ['model', '[0]'] },
  ],
  calls: [
    { path: 'run', ...run },
    { path: 'run_async', ...run },
    { path: 'run_live', ...run, input: [], stream: true },
    { path: 'run_debug', ...run, input: ['user_messages', '[0]'] },
    { path: 'runAsync', ...run },
    { path: 'runEphemeral', ...run },
    { path: 'stream_query', ...run, stream: true },
    { path: 'async_stream_query', ...run, stream: true },
  ],
  free: ['close', 'session_service.create_session', 'sessionService.createSession', 'create_session'],
}

export const examples: readonly SdkExample[] = [
  {
    lang: 'python',
    code: `
from google.adk.agents import Agent, LlmAgent, LoopAgent, SequentialAgent
from google.adk.agents.run_config import RunConfig
from google.adk.apps import App
from google.adk.models.lite_llm import LiteLlm
from google.adk.runners import InMemoryRunner, Runner
from google.adk.sessions import InMemorySessionService
from google.genai import types
from vertexai import agent_engines

MODEL = "gemini-2.5-flash"
weather = Agent(
    name="weather", model=MODEL, instruction="You tell the weather.", tools=[],
    generate_content_config=types.GenerateContentConfig(max_output_tokens=250))
gpt = LlmAgent(name="gpt", model=LiteLlm(model="openai/gpt-4o"))
claude = LlmAgent(name="claude", model=LiteLlm("anthropic/claude-sonnet-4-5"))
runner = Runner(agent=weather, app_name="app", session_service=InMemorySessionService())

async def ask(text):
    content = types.Content(role="user", parts=[types.Part(text=text)])
    async for event in runner.run_async(user_id="u", session_id="s", new_message=content):
        print(event)
    for event in InMemoryRunner(gpt).run(user_id="u", session_id="s", new_message=content, run_config=RunConfig(max_llm_calls=5)):
        print(event)
    await InMemoryRunner(app=App(name="a", root_agent=claude)).run_debug("Hi")
    async for event in runner.run_live(user_id="u", session_id="s", live_request_queue=queue):
        print(event)

writers = SequentialAgent(name="s", sub_agents=[weather, LlmAgent(name="b", model=MODEL)])
loop = LoopAgent(name="l", sub_agents=[weather], max_iterations=4)
Runner(agent=writers, app_name="app", session_service=None).run(user_id="u", session_id="s", new_message=None)
Runner(agent=loop, app_name="app", session_service=None).run(user_id="u", session_id="s", new_message=None)
app = agent_engines.AdkApp(agent=weather)
for event in app.stream_query(user_id="u", message="Rain?"):
    print(event)
async def query():
    async for event in app.async_stream_query(user_id="u", message="Rain?"):
        print(event)
`,
    sees: [
      {
        line: 21,
        call: 'google-adk.run_async',
        provider: 'google',
        model: 'gemini-2.5-flash',
        modelVia: 'constant',
        maxOutput: 250,
        repeats: [],
      },
      { line: 23, call: 'google-adk.run', provider: 'openai', model: 'gpt-4o', repeats: ['agent option here 5'] },
      {
        line: 25,
        call: 'google-adk.run_debug',
        provider: 'anthropic',
        model: 'claude-sonnet-4-5',
        input: ['Hi'],
      },
      { line: 26, call: 'google-adk.run_live', model: 'gemini-2.5-flash' },
      { line: 31, call: 'google-adk.run', provider: 'google', model: 'gemini-2.5-flash' },
      { line: 32, call: 'google-adk.run', model: 'gemini-2.5-flash', repeats: ['agent option here 4'] },
      { line: 34, call: 'google-adk.stream_query', provider: 'vertex', model: 'gemini-2.5-flash' },
      { line: 37, call: 'google-adk.async_stream_query', provider: 'vertex' },
    ],
  },
  {
    lang: 'typescript',
    code: `
import { Gemini, InMemoryRunner, LlmAgent, Runner, SequentialAgent } from '@google/adk'
const weather = new LlmAgent({
  name: 'weather', model: 'gemini-2.5-flash', instruction: 'Be brief.', generateContentConfig: { maxOutputTokens: 90 },
})
const vertex = new LlmAgent({ name: 'v', model: new Gemini({ model: 'gemini-2.5-pro', vertexai: true }) })
const runner = new InMemoryRunner({ agent: weather, appName: 'app' })

export async function ask(text: string) {
  const newMessage = { role: 'user', parts: [{ text }] }
  for await (const event of runner.runAsync({ userId: 'u', sessionId: 's', newMessage })) console.log(event)
  const other = new Runner({ agent: vertex, appName: 'app', sessionService })
  for await (const event of other.runEphemeral({ userId: 'u', newMessage })) console.log(event)
  const both = new Runner({ agent: new SequentialAgent({ name: 's', subAgents: [weather] }), appName: 'app', sessionService })
  return both.runAsync({ userId: 'u', sessionId: 's', newMessage })
}
`,
    sees: [
      {
        line: 11,
        call: 'google-adk.runAsync',
        provider: 'google',
        model: 'gemini-2.5-flash',
        maxOutput: 90,
        input: ['Be brief.', '{newMessage}'],
        repeats: [],
      },
      { line: 13, call: 'google-adk.runEphemeral', provider: 'vertex', model: 'gemini-2.5-pro' },
      { line: 15, call: 'google-adk.runAsync', provider: 'google', model: 'gemini-2.5-flash' },
    ],
  },
  {
    lang: 'python',
    code: `
from google.adk.agents import Agent
from google.adk.runners import InMemoryRunner
from google.adk.tools import google_search
root_agent = Agent(name="root", model="gemini-2.5-flash", tools=[google_search])
runner = InMemoryRunner(agent=root_agent)
runner.session_service.create_session(app_name="a", user_id="u")
runner.close()
class Job:
    def run_async(self, **kwargs): ...
Job().run_async(new_message="Hi")
`,
    sees: [],
  },
]
