// https://docs.reka.ai/quickstart, https://github.com/reka-ai/reka-sdk-python (reka-api 3.2 on PyPI)
import type { CallShape, Sdk, SdkExample } from '../../core/sdk.ts'

const asked = {
  api: 'chat',
  model: 'model',
  maxOutput: 'max_tokens',
  input: ['messages'],
} as const satisfies Omit<CallShape, 'path'>

export const sdk: Sdk = {
  id: 'reka',
  words: ['reka.client'],
  clients: [
    {
      python: ['reka.client.Reka', 'reka.client.AsyncReka'],
      provider: 'unknown',
      baseUrl: 'base_url',
    },
  ],
  calls: [
    { path: 'chat.create', ...asked },
    { path: 'chat.create_stream', ...asked, stream: true },
    // Before 3.0.
    { path: 'chat', ...asked },
    { path: 'chat_stream', ...asked, stream: true },
  ],
  free: ['models.list', 'models.get'],
}

export const examples: readonly SdkExample[] = [
  {
    lang: 'python',
    code: `
from reka import ChatMessage
from reka.client import AsyncReka, Reka
client = Reka(api_key=key)
client.chat.create(messages=[{"role": "user", "content": "Hi"}], model="reka-flash", max_tokens=50)
def ask(text, model="reka-core-20240501"):
    return client.chat.create_stream(messages=[ChatMessage(content=text, role="user")], model=model)
async def later(text):
    return await AsyncReka().chat.create(messages=[], model="reka-edge")
`,
    sees: [
      {
        line: 5,
        call: 'reka.chat.create',
        provider: 'unknown',
        model: 'reka-flash',
        maxOutput: 50,
        input: ['user: Hi'],
      },
      { line: 7, call: 'reka.chat.create_stream', model: 'reka-core-20240501', modelVia: 'parameter' },
      { line: 9, call: 'reka.chat.create', model: 'reka-edge' },
    ],
  },
  {
    lang: 'python',
    code: `
from reka.client import Reka
Reka().models.list()
class Room:
    def create(self, messages, model):
        return messages
Room().create(messages=[], model="reka-flash")
`,
    sees: [],
  },
]
