// https://github.com/lm-sys/RouteLLM
import type { CallShape, Sdk, SdkExample } from '../../core/sdk.ts'

// `model="router-mf-0.12"` names the router and its threshold; each answer comes from the strong or the weak model.
const chat = {
  api: 'chat',
  maxOutput: ['max_completion_tokens', 'max_tokens'],
  input: ['messages', 'tools', 'response_format'],
  n: 'n',
  stream: 'stream',
} as const satisfies Omit<CallShape, 'path'>

export const sdk: Sdk = {
  id: 'routellm',
  words: ['routellm'],
  clients: [
    {
      python: ['routellm.controller.Controller', 'routellm.Controller'],
      provider: 'routellm',
      model: ['strong_model&weak_model', '[1]&[2]'],
      id: 'provider/model',
      baseUrl: 'api_base',
    },
  ],
  calls: [
    { path: 'chat.completions.create', ...chat },
    { path: 'chat.completions.acreate', ...chat },
    { path: 'completion', ...chat },
    { path: 'acompletion', ...chat },
  ],
  free: ['route', 'batch_calculate_win_rate'],
}

export const examples: readonly SdkExample[] = [
  {
    lang: 'python',
    code: `
from routellm.controller import Controller
STRONG = "gpt-4o"
client = Controller(routers=["mf"], strong_model=STRONG, weak_model="groq/llama-3.1-8b-instant")
def ask(text):
    return client.chat.completions.create(model="router-mf-0.12", max_tokens=80, messages=[{"role": "user", "content": text}])
async def later(messages):
    same = Controller(["mf"], "openai/gpt-4o", "openai/gpt-4o-mini")
    await same.chat.completions.acreate(model="router-mf-0.12", messages=messages)
    await same.acompletion(router="mf", threshold=0.5, messages=messages)
client.completion(model="router-mf-0.12", messages=[])
`,
    sees: [
      {
        line: 6,
        call: 'routellm.chat.completions.create',
        provider: 'routellm',
        model: null,
        modelAmong: ['gpt-4o', 'groq/llama-3.1-8b-instant'],
        maxOutput: 80,
        input: ['user: {text}'],
      },
      {
        line: 9,
        call: 'routellm.chat.completions.acreate',
        provider: 'openai',
        modelAmong: ['gpt-4o', 'gpt-4o-mini'],
      },
      { line: 10, call: 'routellm.acompletion', provider: 'openai' },
      { line: 11, call: 'routellm.completion', modelAmong: ['gpt-4o', 'groq/llama-3.1-8b-instant'] },
    ],
  },
  {
    lang: 'python',
    code: `
from routellm.controller import Controller
client = Controller(routers=["mf"], strong_model="gpt-4o", weak_model="gpt-4o-mini")
client.route("Hi", router="mf", threshold=0.5)
client.batch_calculate_win_rate(prompts, router="mf")
`,
    sees: [],
  },
]
