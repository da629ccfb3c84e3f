// https://strandsagents.com/latest/ : strands-agents (Python) and @strands-agents/sdk (TypeScript)
import type { CallShape, ClientShape, Sdk, SdkExample } from '../../core/sdk.ts'
import type { Provider } from '../../core/types.ts'

const agent = {
  api: 'chat',
  on: 'agent',
  // A message, or the messages.
  input: ['prompt', '[0]'],
} as const satisfies Omit<CallShape, 'path'>

const structured = { ...agent, input: ['prompt', '[1]'], schema: ['output_model', '[0]'] } as const

// Each node of a team is an agent that runs at least once; which one, and how often, is decided as it goes.
const team = { api: 'chat', on: 'team', input: ['task', '[0]'] } as const satisfies Omit<CallShape, 'path'>

interface ModelObject {
  readonly name: string
  readonly python?: string
  readonly typescript?: string
  readonly provider?: Provider
  readonly id?: ClientShape['id']
  readonly usual?: string
  readonly usualInPython?: string
}

// Where none is given: strands-agents 1.x models/bedrock.py, @strands-agents/sdk 1.16 models/defaults.ts.
const usual = 'global.anthropic.claude-sonnet-4-6'

const models: readonly ModelObject[] = [
  { name: 'BedrockModel', python: 'bedrock', typescript: 'bedrock', provider: 'bedrock', usual, usualInPython: usual },
  {
    name: 'AnthropicModel',
    python: 'anthropic',
    typescript: 'anthropic',
    provider: 'anthropic',
    usual: 'claude-sonnet-4-6',
  },
  { name: 'OpenAIModel', python: 'openai', typescript: 'openai', provider: 'openai', usual: 'gpt-5.4' },
  { name: 'OpenAIResponsesModel', python: 'openai_responses', provider: 'openai' },
  { name: 'GeminiModel', python: 'gemini', provider: 'google' },
  { name: 'GoogleModel', typescript: 'google', provider: 'google', usual: 'gemini-2.5-flash' },
  { name: 'LiteLLMModel', python: 'litellm', provider: 'litellm', id: 'provider/model' },
  { name: 'MistralModel', python: 'mistral', provider: 'mistral' },
  { name: 'OllamaModel', python: 'ollama', provider: 'local' },
  { name: 'LlamaCppModel', python: 'llamacpp', provider: 'local' },
  { name: 'LlamaAPIModel', python: 'llamaapi', provider: 'unknown' },
  { name: 'WriterModel', python: 'writer', provider: 'unknown' },
  // Billed by the hour of its machine.
  { name: 'SageMakerAIModel', python: 'sagemaker', provider: 'unknown' },
]

const modelObjects = (made: ModelObject): readonly ClientShape[] => {
  const { name, python, typescript, provider, id } = made
  const inSdk = name === 'BedrockModel' ? [`@strands-agents/sdk#${name}`] : []
  const shape: ClientShape = {
    provider,
    kind: 'model',
    ...(id ? { id } : {}),
    ...(provider === 'openai' ? { baseUrl: ['client_args.base_url', 'clientConfig.baseURL'] } : {}),
    model: ['model_id', 'modelId'],
    maxOutput: [
      'max_tokens',
      'params.max_tokens',
      'params.max_output_tokens',
      'params.max_completion_tokens',
      'maxTokens',
    ],
    tier: ['service_tier', 'params.service_tier', 'serviceTier'],
  }
  const byPython = {
    python: [`strands.models.${name}`, `strands.models.${python}.${name}`],
    defaultModel: made.usualInPython,
  }
  const byTypescript = {
    typescript: [`@strands-agents/sdk/models/${typescript}#${name}`, ...inSdk],
    defaultModel: made.usual,
  }
  return [...(python ? [{ ...shape, ...byPython }] : []), ...(typescript ? [{ ...shape, ...byTypescript }] : [])]
}

export const sdk: Sdk = {
  id: 'strands',
  words: ['from strands', 'import strands', '@strands-agents/sdk'],
  clients: [
    {
      python: ['strands.Agent', 'strands.agent.Agent', 'strands.agent.agent.Agent'],
      typescript: '@strands-agents/sdk#Agent',
      provider: 'bedrock',
      kind: 'agent',
      // A text is the id of a model of Bedrock.
      model: ['model', '[0]'],
      defaultModel: usual,
      input: ['system_prompt', 'systemPrompt', 'tools', 'messages'],
    },
    {
      python: ['strands.multiagent.Swarm', 'strands.multiagent.swarm.Swarm'],
      kind: 'team',
      of: ['nodes', '[0]'],
      // `Swarm(max_iterations=20)`, strands-agents 1.x.
      repeats: { max_iterations: { kind: 'agent', default: 20 } },
    },
    {
      typescript: ['@strands-agents/sdk#Swarm', '@strands-agents/sdk/multiagent#Swarm'],
      kind: 'team',
      of: 'nodes',
      repeats: { maxSteps: 'agent' },
    },
    {
      typescript: ['@strands-agents/sdk#Graph', '@strands-agents/sdk/multiagent#Graph'],
      kind: 'team',
      of: 'nodes',
    },
    {
      python: ['strands.multiagent.GraphBuilder().build', 'strands.multiagent.graph.GraphBuilder().build'],
      kind: 'team',
    },
    ...models.flatMap(modelObjects),
    {
      // The model is another SDK's: https://strandsagents.com/latest/user-guide/concepts/model-providers/
      typescript: '@strands-agents/sdk/models/vercel#VercelModel',
      kind: 'model',
      model: ['provider', '[0].provider'],
      maxOutput: 'maxTokens',
    },
  ],
  calls: [
    { path: '()', ...agent },
    { path: 'invoke_async', ...agent },
    { path: 'stream_async', ...agent, stream: true },
    { path: 'structured_output', ...structured },
    { path: 'structured_output_async', ...structured },
    { path: 'invoke', ...agent, input: ['[0]'] },
    { path: 'stream', ...agent, input: ['[0]'], stream: true },
    { path: '()', ...team },
    { path: 'invoke_async', ...team },
    { path: 'stream_async', ...team, stream: true },
    { path: 'invoke', ...team, input: ['[0]'] },
    { path: 'stream', ...team, input: ['[0]'], stream: true },
  ],
  free: ['cancel', 'as_tool', 'asTool', 'add_hook', 'take_snapshot', 'takeSnapshot', 'tool.calculator'],
}

export const examples: readonly SdkExample[] = [
  {
    lang: 'python',
    code: `
from strands import Agent
from strands.models import BedrockModel
from strands.models.litellm import LiteLLMModel
from strands.models.ollama import OllamaModel
from strands.models.openai import OpenAIModel
from pydantic import BaseModel

class City(BaseModel):
    name: str

bedrock = BedrockModel(model_id="us.amazon.nova-pro-v1:0", max_tokens=500, temperature=0.1)
guide = Agent(model=bedrock, system_prompt="You know every town.")
usual = Agent(tools=[search])
haiku = Agent("us.anthropic.claude-haiku-4-5-20251001-v1:0")
openai = Agent(model=OpenAIModel(client_args={"api_key": "k"}, model_id="gpt-4o", params={"max_tokens": 90}))
lite = Agent(model=LiteLLMModel(model_id="anthropic/claude-3-7-sonnet-20250219"))
home = Agent(model=OllamaModel(host="http://localhost:11434", model_id="llama3.1"))

def ask(places):
    for place in places:
        guide(f"Where is {place}?")
    usual("Hi")
    haiku.structured_output(City, "A town by the sea")
    openai("Hi")
    lite("Hi")
    return home("Hi")

async def later(text):
    await guide.invoke_async(text)
    await haiku.structured_output_async(City, text)
    async for event in guide.stream_async(text):
        print(event)
`,
    sees: [
      {
        line: 22,
        call: 'strands.()',
        provider: 'bedrock',
        model: 'us.amazon.nova-pro-v1:0',
        maxOutput: 500,
        repeats: ['data loop here'],
        input: ['You know every town.', 'Where is ', '{place}', '?'],
      },
      {
        line: 23,
        call: 'strands.()',
        provider: 'bedrock',
        model: null,
        usualModel: 'global.anthropic.claude-sonnet-4-6',
      },
      {
        line: 24,
        call: 'strands.structured_output',
        provider: 'bedrock',
        model: 'us.anthropic.claude-haiku-4-5-20251001-v1:0',
        input: [
          '{"properties": {"name": {"title": "Name", "type": "string"}}, "required": ["name"], "title": "City", "type": "object"}',
          'A town by the sea',
        ],
      },
      { line: 25, call: 'strands.()', provider: 'openai', model: 'gpt-4o', maxOutput: 90 },
      { line: 26, call: 'strands.()', provider: 'anthropic', model: 'claude-3-7-sonnet-20250219' },
      { line: 27, call: 'strands.()', provider: 'local', model: 'llama3.1' },
      {
        line: 30,
        call: 'strands.invoke_async',
        model: 'us.amazon.nova-pro-v1:0',
        input: ['You know every town.', '{text}'],
      },
      {
        line: 31,
        call: 'strands.structured_output_async',
        input: [
          '{"properties": {"name": {"title": "Name", "type": "string"}}, "required": ["name"], "title": "City", "type": "object"}',
          '{text}',
        ],
      },
      { line: 32, call: 'strands.stream_async', model: 'us.amazon.nova-pro-v1:0', repeats: [] },
    ],
  },
  {
    lang: 'python',
    code: `
from strands import Agent
from strands.multiagent import GraphBuilder, Swarm

writer = Agent(name="writer", model="us.amazon.nova-lite-v1:0")
editor = Agent(name="editor", model="us.amazon.nova-lite-v1:0")
swarm = Swarm([writer, editor], max_iterations=8)
swarm("Write a poem")
async def run(text):
    await swarm.invoke_async(text)
    async for event in swarm.stream_async(text):
        print(event)

builder = GraphBuilder()
builder.add_node(writer, "write")
builder.build()("Write a poem")
`,
    sees: [
      {
        line: 8,
        call: 'strands.()',
        provider: 'bedrock',
        model: 'us.amazon.nova-lite-v1:0',
        repeats: ['agent option here 8'],
        input: ['Write a poem'],
      },
      { line: 10, call: 'strands.invoke_async', model: 'us.amazon.nova-lite-v1:0' },
      { line: 11, call: 'strands.stream_async' },
      { line: 16, call: 'strands.()', model: null },
    ],
  },
  {
    lang: 'typescript',
    code: `
import { Agent, BedrockModel, Graph, Swarm } from '@strands-agents/sdk'
import { OpenAIModel } from '@strands-agents/sdk/models/openai'
const model = new BedrockModel({ modelId: 'us.amazon.nova-micro-v1:0', maxTokens: 200 })
const agent = new Agent({ model, systemPrompt: 'Be brief.' })
const usual = new Agent()
const gpt = new Agent({ model: new OpenAIModel({ api: 'chat', modelId: 'gpt-5.4' }) })
const swarm = new Swarm({ nodes: [agent, agent], maxSteps: 6 })
const graph = new Graph({ nodes: [agent, gpt], edges: [] })

export async function ask(text: string) {
  await agent.invoke(text)
  for await (const event of agent.stream(text)) console.log(event)
  await usual.invoke('Hi')
  await gpt.invoke('Hi')
  await swarm.invoke(text)
  for await (const event of swarm.stream(text)) console.log(event)
  return graph.invoke(text)
}
`,
    sees: [
      {
        line: 12,
        call: 'strands.invoke',
        provider: 'bedrock',
        model: 'us.amazon.nova-micro-v1:0',
        maxOutput: 200,
        input: ['Be brief.', '{text}'],
      },
      { line: 13, call: 'strands.stream', model: 'us.amazon.nova-micro-v1:0', repeats: [] },
      { line: 14, call: 'strands.invoke', model: null, usualModel: 'global.anthropic.claude-sonnet-4-6' },
      { line: 15, call: 'strands.invoke', provider: 'openai', model: 'gpt-5.4' },
      {
        line: 16,
        call: 'strands.invoke',
        model: 'us.amazon.nova-micro-v1:0',
        repeats: ['agent option here 6'],
      },
      { line: 17, call: 'strands.stream' },
      { line: 18, call: 'strands.invoke', modelAmong: ['us.amazon.nova-micro-v1:0', 'gpt-5.4'], provider: 'unknown' },
    ],
  },
  {
    lang: 'python',
    code: `
from strands import Agent, tool
from strands_tools import calculator

@tool
def weather(city: str) -> str:
    return "Sunny"

agent = Agent(tools=[weather, calculator])
agent.tool.calculator(expression="2 + 2")
agent.cancel()
weather("Bonn")
`,
    sees: [],
  },
  {
    lang: 'typescript',
    code: `
import { Agent, tool } from '@strands-agents/sdk'
const agent = new Agent()
const weather = tool({ name: 'weather', callback: () => 'Sunny' })
weather.invoke({ city: 'Bonn' })
agent.asTool()
agent.cancel()
`,
    sees: [],
  },
]
