// https://huggingface.co/docs/smolagents/reference/agents
import type { CallShape, ClientShape, Sdk, SdkExample } from '../../core/sdk.ts'
import type { Provider } from '../../core/types.ts'

const at = (module: string, names: readonly string[]) =>
  names.flatMap((name) => [`smolagents.${name}`, `smolagents.${module}.${name}`])

const model = (names: readonly string[], provider: Provider, more: Partial<ClientShape> = {}): ClientShape => ({
  python: at('models', names),
  provider,
  kind: 'model',
  model: ['model_id', '[0]'],
  maxOutput: ['max_tokens', 'max_completion_tokens', 'max_new_tokens'],
  ...more,
})

const run = {
  api: 'chat',
  on: 'agent',
  // The template that tells the model how to answer, with examples, moves with the library's version.
  adds: 'the agent’s own instructions',
  input: ['task', '[0]'],
  // Of the agent, unless the run says otherwise: `MultiStepAgent(max_steps=20)` of smolagents 1.2x.
  repeats: { max_steps: 'agent' },
} as const satisfies Omit<CallShape, 'path'>

const asked = {
  api: 'chat',
  on: 'model',
  maxOutput: ['max_tokens', 'max_completion_tokens', 'max_new_tokens'],
  input: ['messages', '[0]'],
} as const satisfies Omit<CallShape, 'path'>

export const sdk: Sdk = {
  id: 'smolagents',
  words: ['smolagents'],
  clients: [
    {
      python: at('agents', ['CodeAgent', 'ToolCallingAgent', 'MultiStepAgent']),
      kind: 'agent',
      model: ['model', '[1]'],
      input: ['instructions', 'tools'],
      repeats: { max_steps: { kind: 'agent', default: 20 } },
    },
    // Hugging Face routes it to whom `provider` names and bills it itself. The default is that of smolagents 1.2x.
    model(['InferenceClientModel'], 'huggingface', { defaultModel: 'Qwen/Qwen3-Next-80B-A3B-Thinking' }),
    // Its older name.
    model(['HfApiModel'], 'huggingface'),
    model(['OpenAIModel', 'OpenAIServerModel'], 'openai', { baseUrl: 'api_base' }),
    model(['AzureOpenAIModel', 'AzureOpenAIServerModel'], 'azure-openai'),
    model(['AmazonBedrockModel', 'AmazonBedrockServerModel'], 'bedrock', { maxOutput: 'inferenceConfig.maxTokens' }),
    model(['LiteLLMModel'], 'litellm', {
      id: 'provider/model',
      defaultModel: 'anthropic/claude-3-5-sonnet-20240620',
      baseUrl: 'api_base',
    }),
    // The id is the name of a group of models.
    model(['LiteLLMRouterModel'], 'litellm'),
    model(['TransformersModel', 'VLLMModel', 'MLXModel'], 'local'),
    // Declared only: which model it is, somebody else decides.
    { python: at('models', ['Model', 'ApiModel']), kind: 'model', abstract: true },
  ],
  calls: [
    { path: 'run', ...run, stream: 'stream' },
    { path: '()', ...run },
    { path: '()', ...asked },
    { path: 'generate', ...asked },
    { path: 'generate_stream', ...asked, stream: true },
  ],
  free: ['push_to_hub', 'save', 'replay', 'visualize', 'interrupt'],
}

export const examples: readonly SdkExample[] = [
  {
    lang: 'python',
    code: `
import os
from smolagents import CodeAgent, InferenceClientModel, LiteLLMModel, OpenAIServerModel, ToolCallingAgent
from smolagents.models import AzureOpenAIModel, TransformersModel, AmazonBedrockModel

hub = InferenceClientModel("meta-llama/Llama-3.3-70B-Instruct", max_tokens=800)
agent = CodeAgent(tools=[], model=hub, instructions="Use metres.", max_steps=6)
usual = CodeAgent([], InferenceClientModel())

def ask(questions):
    for question in questions:
        agent.run(question)
    usual("How high is Ben Nevis?")
    return usual.run("How long is the Rhine?", max_steps=3)

lite = LiteLLMModel(model_id="anthropic/claude-sonnet-4-5", api_key="k")
together = OpenAIServerModel(model_id="deepseek-ai/DeepSeek-V3", api_base="https://api.together.xyz/v1")
helper = ToolCallingAgent(tools=[], model=lite)
manager = CodeAgent(tools=[], model=together, managed_agents=[helper])
helper.run("Hi")
manager.run("Hi", stream=True)
CodeAgent(tools=[], model=AzureOpenAIModel(model_id=os.environ.get("DEPLOYMENT", "gpt-4o"))).run("Hi")
CodeAgent(tools=[], model=TransformersModel(model_id="HuggingFaceTB/SmolLM2-1.7B-Instruct")).run("Hi")
AmazonBedrockModel(model_id="us.amazon.nova-pro-v1:0").generate([{"role": "user", "content": "Hi"}])
lite([{"role": "user", "content": "Hi"}])
for part in hub.generate_stream([{"role": "user", "content": "Hi"}]):
    print(part)
`,
    sees: [
      {
        line: 12,
        call: 'smolagents.run',
        provider: 'huggingface',
        model: 'meta-llama/Llama-3.3-70B-Instruct',
        maxOutput: 800,
        input: ['Use metres.', '[]', '{question}', '{the agent’s own instructions}'],
        repeats: ['data loop here', 'agent option here 6'],
      },
      {
        line: 13,
        call: 'smolagents.()',
        model: null,
        usualModel: 'Qwen/Qwen3-Next-80B-A3B-Thinking',
        repeats: ['agent option here 20'],
      },
      { line: 14, call: 'smolagents.run', repeats: ['agent option here 3'] },
      { line: 20, call: 'smolagents.run', provider: 'anthropic', model: 'claude-sonnet-4-5' },
      { line: 21, call: 'smolagents.run', provider: 'together', model: 'deepseek-ai/DeepSeek-V3' },
      { line: 22, call: 'smolagents.run', provider: 'azure-openai', model: 'gpt-4o', modelVia: 'environment' },
      { line: 23, call: 'smolagents.run', provider: 'local' },
      {
        line: 24,
        call: 'smolagents.generate',
        provider: 'bedrock',
        model: 'us.amazon.nova-pro-v1:0',
        input: ['user: Hi'],
      },
      { line: 25, call: 'smolagents.()', provider: 'anthropic', repeats: [] },
      { line: 26, call: 'smolagents.generate_stream', provider: 'huggingface', repeats: [] },
    ],
  },
  {
    lang: 'python',
    code: `
from smolagents import CodeAgent, InferenceClientModel, WebSearchTool, tool

@tool
def height(mountain: str) -> float:
    """Height of a mountain."""
    return 1345.0

agent = CodeAgent(tools=[WebSearchTool(), height], model=InferenceClientModel())
agent.push_to_hub("me/agent")
agent.visualize()
height("Ben Nevis")
WebSearchTool()("Ben Nevis")
`,
    sees: [],
  },
  {
    lang: 'python',
    code: `
from smolagents import Model, Tool

class Summary(Tool):
    def __init__(self, model: Model):
        self.model = model

    def forward(self, text):
        return self.model([{"role": "user", "content": text}]).content

class Own(Model):
    def generate(self, messages):
        return messages

    def again(self, messages):
        return self.generate(messages)
`,
    sees: [{ line: 9, call: 'smolagents.()', provider: 'unknown', model: null }],
  },
]
