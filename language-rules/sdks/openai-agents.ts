// https://openai.github.io/openai-agents-python/ and https://openai.github.io/openai-agents-js/
import type { CallShape, Sdk, SdkExample } from '../../core/sdk.ts'

const packages = ['@openai/agents', '@openai/agents-core']
const fromAgents = (...names: string[]) => packages.flatMap((name) => names.map((each) => `${name}#${each}`))
const fromModels = (name: string) => [`@openai/agents#${name}`, `@openai/agents-openai#${name}`]

// Which agents a run hands over to is decided as it goes: the first request is the starting agent's. It ends after ten turns:
// DEFAULT_MAX_TURNS of openai-agents 0.22.0 and @openai/agents 0.17.0.
const python = {
  api: 'chat',
  of: ['starting_agent', 'agent', '[0]'],
  model: 'run_config.model',
  id: 'provider/model',
  maxOutput: 'run_config.model_settings.max_tokens',
  tier: 'run_config.model_settings.extra_args.service_tier',
  reasoning: 'run_config.model_settings.reasoning.effort',
  input: ['input', '[1]'],
  repeats: { max_turns: { kind: 'agent', default: 10 } },
} as const satisfies Omit<CallShape, 'path'>

const typescript = {
  api: 'chat',
  of: '[0]',
  input: ['[1]'],
  stream: '[2].stream',
  repeats: { '[2].maxTurns': { kind: 'agent', default: 10 } },
} as const satisfies Omit<CallShape, 'path'>

export const sdk: Sdk = {
  id: 'openai-agents',
  words: [...['from agents', 'import agents', ', agents'], ...["'@openai/agents", '"@openai/agents']],
  plainNames: ['agents'],
  clients: [
    { python: ['agents.Runner', 'agents.run.Runner'], module: true, kind: 'runner' },
    { python: ['agents.Runner', 'agents.run.Runner'], kind: 'runner' },
    {
      python: [
        'agents.ResponsesWebSocketSession',
        'agents.responses_websocket_session',
        'agents.responses_websocket_session.ResponsesWebSocketSession',
        'agents.responses_websocket_session.responses_websocket_session',
      ],
      kind: 'runner',
    },
    {
      typescript: fromAgents('Runner'),
      kind: 'configured runner',
      model: 'model',
      id: 'provider/model',
      maxOutput: 'modelSettings.maxTokens',
      reasoning: 'modelSettings.reasoning.effort',
    },
    { python: ['agents', 'agents.repl'], typescript: fromAgents('*'), module: true },
    {
      python: ['agents.Agent', 'agents.agent.Agent', 'agents.sandbox.SandboxAgent'],
      typescript: [
        ...fromAgents('Agent', 'Agent.create'),
        '@openai/agents/sandbox#SandboxAgent',
        '@openai/agents-core/sandbox#SandboxAgent',
      ],
      provider: 'openai',
      ambient: [
        'agents.set_default_openai_client(client)',
        'agents.set_default_openai_client([0])',
        '@openai/agents#setDefaultOpenAIClient([0])',
      ],
      kind: 'agent',
      model: 'model',
      id: 'provider/model',
      // Without one, OPENAI_DEFAULT_MODEL or the installed release decides: gpt-4.1 once, gpt-5.6-luna in 0.22.0.
      maxOutput: ['model_settings.max_tokens', 'modelSettings.maxTokens'],
      tier: ['model_settings.extra_args.service_tier', 'modelSettings.providerData.service_tier'],
      reasoning: ['model_settings.reasoning.effort', 'modelSettings.reasoning.effort'],
      input: ['instructions', 'tools'],
      schema: ['output_type', 'outputType'],
    },
    {
      python: [
        'agents.OpenAIChatCompletionsModel',
        'agents.OpenAIResponsesModel',
        'agents.OpenAIResponsesWSModel',
        'agents.models.openai_chatcompletions.OpenAIChatCompletionsModel',
        'agents.models.openai_responses.OpenAIResponsesModel',
        'agents.models.openai_responses.OpenAIResponsesWSModel',
      ],
      kind: 'model',
      model: ['model', '[0]'],
      of: ['openai_client', '[1]'],
    },
    {
      typescript: [
        ...fromModels('OpenAIChatCompletionsModel'),
        ...fromModels('OpenAIResponsesModel'),
        ...fromModels('OpenAIResponsesWSModel'),
      ],
      kind: 'model',
      model: '[1]',
      of: '[0]',
    },
    {
      python: [
        'agents.extensions.models.litellm_model.LitellmModel',
        'agents.extensions.models.any_llm_model.AnyLLMModel',
      ],
      kind: 'model',
      model: ['model', '[0]'],
      id: 'provider/model',
      baseUrl: 'base_url',
    },
    {
      // The package's root had it before 0.2.
      typescript: [
        '@openai/agents-extensions/ai-sdk#aisdk',
        '@openai/agents-extensions/ai-sdk#AiSdkModel',
        '@openai/agents-extensions#aisdk',
        '@openai/agents-extensions#AiSdkModel',
      ],
      kind: 'model',
      of: '[0]',
    },
    // The package has the name from openai.
    { python: 'agents.AsyncOpenAI', kind: 'client', provider: 'openai', baseUrl: 'base_url' },
    // What is said is written down by one model and read out by another; the workflow between them calls a runner of its own.
    {
      python: ['agents.voice.VoicePipeline', 'agents.voice.pipeline.VoicePipeline'],
      provider: 'openai',
      kind: 'voice',
      model: 'stt_model',
      // DEFAULT_STT_MODEL in src/agents/voice/models/openai_model_provider.py of 0.22.0
      defaultModel: 'gpt-4o-transcribe',
    },
  ],
  own: ['openai', 'azure-openai'],
  calls: [
    { path: 'run', on: 'runner', ...python },
    { path: 'run_sync', on: 'runner', ...python },
    { path: 'run_streamed', on: 'runner', ...python, stream: true },
    { path: 'run_demo_loop', ...python, input: [] },
    { path: 'run', ...typescript },
    { path: 'run', on: 'configured runner', ...typescript },
    { path: 'run', on: 'voice', api: 'transcribe', input: [] },
  ],
  free: ['as_tool', 'asTool', 'clone', 'handoff', 'function_tool', 'tool', 'trace', 'withTrace'],
  transparent: ['clone()'],
}

export const examples: readonly SdkExample[] = [
  {
    lang: 'python',
    code: `
from agents import Agent, ResponsesWebSocketSession, responses_websocket_session
agent = Agent(name="Desk", instructions="Be brief.", model="gpt-4.1-mini")

async def turn(ws: ResponsesWebSocketSession, prompt: str):
    return ws.run_streamed(agent, prompt)

async def main():
    async with responses_websocket_session() as ws:
        print(await ws.run(agent, "Hi"))
`,
    sees: [
      { line: 6, call: 'openai-agents.run_streamed', provider: 'openai', model: 'gpt-4.1-mini' },
      { line: 10, call: 'openai-agents.run', provider: 'openai', model: 'gpt-4.1-mini' },
    ],
  },
  {
    lang: 'python',
    code: `
from agents import Agent, ModelSettings, Runner, function_tool

MODEL = "gpt-4.1-mini"

@function_tool
def stock(sku: str) -> int: ...

clerk = Agent(
    name="Clerk",
    instructions="Answer questions about the stock.",
    model=MODEL,
    model_settings=ModelSettings(max_tokens=400),
)
desk = Agent(name="Desk", instructions="Send people on.", handoffs=[clerk], model="gpt-4.1")

async def answer(question: str):
    return await Runner.run(clerk, question, max_turns=4)

def shelve(rows):
    for row in rows:
        Runner.run_sync(starting_agent=desk, input=f"Where does {row} go?")
`,
    sees: [
      {
        line: 18,
        call: 'openai-agents.run',
        provider: 'openai',
        model: 'gpt-4.1-mini',
        modelVia: 'constant',
        maxOutput: 400,
        repeats: ['agent option here 4'],
        input: ['Answer questions about the stock.', '{question}'],
      },
      {
        line: 22,
        call: 'openai-agents.run_sync',
        model: 'gpt-4.1',
        maxOutput: null,
        repeats: ['data loop here', 'agent option here 10'],
        input: ['Send people on.', 'Where does ', '{row}', ' go?'],
      },
    ],
  },
  {
    lang: 'python',
    code: `
import os
from agents import Agent, AsyncOpenAI, OpenAIChatCompletionsModel, RunConfig, Runner
from agents.extensions.models.litellm_model import LitellmModel

groq = AsyncOpenAI(base_url="https://api.groq.com/openai/v1", api_key=os.environ["GROQ_API_KEY"])
fast = Agent(name="Fast", model=OpenAIChatCompletionsModel(model="llama-3.1-8b-instant", openai_client=groq))
claude = Agent(name="Claude", model=LitellmModel(model="anthropic/claude-haiku-4-5", api_key="…"))
named = Agent(name="Named", model="litellm/anthropic/claude-sonnet-4-5")
plain = Agent(name="Plain")
other = Agent(name="Other", model=OpenAIChatCompletionsModel("gpt-4o", make_client()))

class Desk:
    def __init__(self):
        self.agent = Agent(name="Desk", model=os.getenv("DESK_MODEL", "gpt-4o-mini"))

    async def stream(self, text):
        async for event in Runner.run_streamed(self.agent, text).stream_events():
            print(event)

async def main(text):
    await Runner.run(fast, text)
    await Runner.run(claude.clone(name="Again"), text)
    await Runner.run(named, text)
    await Runner.run(plain, text)
    await Runner.run(other, text)
    await Runner.run(plain, text, run_config=RunConfig(model="gpt-4o"))
`,
    sees: [
      { line: 18, call: 'openai-agents.run_streamed', model: 'gpt-4o-mini', modelVia: 'environment' },
      { line: 22, call: 'openai-agents.run', provider: 'groq', model: 'llama-3.1-8b-instant' },
      { line: 23, call: 'openai-agents.run', provider: 'anthropic', model: 'claude-haiku-4-5' },
      { line: 24, call: 'openai-agents.run', provider: 'anthropic', model: 'claude-sonnet-4-5' },
      { line: 25, call: 'openai-agents.run', provider: 'openai', model: null },
      { line: 26, call: 'openai-agents.run', provider: 'unknown', model: 'gpt-4o' },
      { line: 27, call: 'openai-agents.run', provider: 'openai', model: 'gpt-4o' },
    ],
  },
  {
    lang: 'python',
    code: `
from agents import Agent, run_demo_loop
from agents.voice import SingleAgentVoiceWorkflow, VoicePipeline

guide = Agent(name="Guide", instructions="Be kind.", model="gpt-4o-mini")

async def talk(audio):
    await run_demo_loop(guide)
    pipeline = VoicePipeline(workflow=SingleAgentVoiceWorkflow(guide))
    await pipeline.run(audio)
    await VoicePipeline(workflow=SingleAgentVoiceWorkflow(guide), stt_model="whisper-1").run(audio)
`,
    sees: [
      { line: 8, call: 'openai-agents.run_demo_loop', model: 'gpt-4o-mini', input: ['Be kind.'] },
      { line: 10, call: 'openai-agents.run', model: null, usualModel: 'gpt-4o-transcribe' },
      { line: 11, call: 'openai-agents.run', model: 'whisper-1' },
    ],
  },
  {
    lang: 'typescript',
    code: `
import { Agent, OpenAIResponsesModel, Runner, run } from '@openai/agents'
import { aisdk } from '@openai/agents-extensions/ai-sdk'
import { anthropic } from '@ai-sdk/anthropic'
import { AzureOpenAI } from 'openai'

const tutor = new Agent({
  name: 'Tutor',
  instructions: 'Explain it to a child.',
  model: 'gpt-4.1',
  modelSettings: { maxTokens: 250 },
})
const triage = Agent.create({ name: 'Triage', instructions: 'Pick one.', handoffs: [tutor] })
const claude = new Agent({ name: 'Claude', model: aisdk(anthropic('claude-haiku-4-5')) })
const azure = new Agent({ name: 'Azure', model: new OpenAIResponsesModel(new AzureOpenAI(), 'gpt-4o') })

export async function ask(question: string) {
  await run(tutor, question, { maxTurns: 3, stream: true })
  await run(triage, question)
  await run(claude, question)
  await run(azure, question)
  return new Runner({ model: 'gpt-4o-mini' }).run(triage, question)
}
`,
    sees: [
      {
        line: 18,
        call: 'openai-agents.run',
        provider: 'openai',
        model: 'gpt-4.1',
        maxOutput: 250,
        repeats: ['agent option here 3'],
        input: ['Explain it to a child.', '{question}'],
      },
      { line: 19, call: 'openai-agents.run', model: null, repeats: ['agent option here 10'] },
      { line: 20, call: 'openai-agents.run', provider: 'anthropic', model: 'claude-haiku-4-5' },
      { line: 21, call: 'openai-agents.run', provider: 'azure-openai', model: 'gpt-4o' },
      { line: 22, call: 'openai-agents.run', provider: 'openai', model: 'gpt-4o-mini' },
    ],
  },
  {
    lang: 'python',
    code: `
from agents import Agent, Runner, set_default_openai_api, set_default_openai_client
from openai import AsyncAzureOpenAI

set_default_openai_client(AsyncAzureOpenAI(azure_endpoint="https://mine.openai.azure.com"), use_for_tracing=False)
set_default_openai_api("chat_completions")
print(Runner.run_sync(Agent(name="Clerk", model="gpt-4o"), "Hi").final_output)
`,
    sees: [{ line: 7, call: 'openai-agents.run_sync', provider: 'azure-openai', model: 'gpt-4o' }],
  },
  {
    lang: 'typescript',
    code: `
import { Agent, run, setDefaultOpenAIClient } from '@openai/agents'
import OpenAI from 'openai'

setDefaultOpenAIClient(new OpenAI({ baseURL: 'https://openrouter.ai/api/v1' }))
const agent = new Agent({ name: 'Clerk', model: 'qwen/qwen3-32b' })
await run(agent, 'Hi')
`,
    sees: [{ line: 7, call: 'openai-agents.run', provider: 'openrouter', model: 'qwen/qwen3-32b' }],
  },
  {
    lang: 'python',
    code: `
from agents import Agent, handoff, trace
from click.testing import CliRunner

helper = Agent(name="Helper", model="gpt-4o")
tool = helper.as_tool(tool_name="help", tool_description="Helps.")
other = helper.clone(model="gpt-4o-mini")
handoff(helper)
CliRunner().invoke(main, ["run"])
class Runner:
    def run(self, agent): ...
Runner().run(helper)
with trace("Work"):
    helper.run("Hi")
`,
    sees: [],
  },
  {
    lang: 'typescript',
    code: `
import { Agent, tool } from '@openai/agents'
import { run } from './suite'
import { Runner } from './runner'

const agent = new Agent({ name: 'A', model: 'gpt-4o' })
const asTool = agent.asTool({ toolName: 'a', toolDescription: 'A.' })
run({ files: [] })
new Runner().run(agent)
`,
    sees: [],
  },
]
