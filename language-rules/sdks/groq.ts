// https://console.groq.com/docs/api-reference, https://github.com/groq/groq-python, https://github.com/groq/groq-typescript
import type { CallShape, Sdk, SdkExample } from '../../core/sdk.ts'

const hearing = { api: 'transcribe', model: 'model', input: ['prompt'] } as const satisfies Omit<CallShape, 'path'>

export const sdk: Sdk = {
  id: 'groq',
  words: ['from groq', 'import groq', ', groq', "'groq-sdk", '"groq-sdk'],
  clients: [
    {
      python: ['groq.Groq', 'groq.AsyncGroq', 'groq.Client', 'groq.AsyncClient'],
      typescript: ['groq-sdk#default', 'groq-sdk#Groq'],
      provider: 'groq',
      baseUrl: ['base_url', 'baseURL'],
    },
  ],
  calls: [
    {
      path: 'chat.completions.create',
      api: 'chat',
      model: 'model',
      maxOutput: ['max_completion_tokens', 'max_tokens'],
      input: ['messages', 'documents', 'tools', 'functions', 'response_format'],
      n: 'n',
      tier: 'service_tier',
      reasoning: 'reasoning_effort',
      stream: 'stream',
    },
    { path: 'embeddings.create', api: 'embed', model: 'model', input: ['input'] },
    { path: 'audio.speech.create', api: 'speech', model: 'model', input: ['input'] },
    { path: 'audio.transcriptions.create', ...hearing },
    { path: 'audio.translations.create', ...hearing },
    { path: 'batches.create', api: 'batch', input: [], batch: true },
  ],
  free: ['models.list', 'models.retrieve', 'batches.retrieve', 'batches.list', 'files.create', 'files.content'],
  transparent: ['with_raw_response', 'with_streaming_response', 'with_options()', 'copy()', 'withOptions()'],
}

export const examples: readonly SdkExample[] = [
  {
    lang: 'python',
    code: `
import os
from groq import Groq, AsyncGroq

class Helper:
    model = "llama-3.3-70b-versatile"
    def __init__(self, client=None):
        self.client = client or Groq(api_key=os.environ["GROQ_API_KEY"])

    def ask(self, text):
        return self.client.chat.completions.create(
            model=self.model, max_completion_tokens=256, service_tier="flex",
            messages=[{"role": "system", "content": "Be kind."}, {"role": "user", "content": f"About {text}"}],
        )

async def main(files):
    groq = AsyncGroq().with_options(max_retries=0)
    for f in files:
        await groq.audio.transcriptions.create(model="whisper-large-v3-turbo", file=f)
    await groq.audio.translations.create(model="whisper-large-v3", file=f)
    await groq.audio.speech.create(model="playai-tts", voice="Fritz-PlayAI", input="Hello")
    await groq.embeddings.create(model="nomic-embed-text-v1_5", input=["a"])
    await groq.batches.create(input_file_id=f.id, endpoint="/v1/chat/completions", completion_window="24h")
`,
    sees: [
      {
        line: 11,
        call: 'groq.chat.completions.create',
        provider: 'groq',
        model: 'llama-3.3-70b-versatile',
        maxOutput: 256,
        n: 1,
        cached: false,
        repeats: [],
        input: ['system: Be kind.', 'user: About ', 'user: {text}'],
      },
      {
        line: 19,
        call: 'groq.audio.transcriptions.create',
        model: 'whisper-large-v3-turbo',
        repeats: ['data loop here'],
      },
      { line: 20, call: 'groq.audio.translations.create', model: 'whisper-large-v3', repeats: [] },
      { line: 21, call: 'groq.audio.speech.create', model: 'playai-tts', input: ['Hello'] },
      { line: 22, call: 'groq.embeddings.create', model: 'nomic-embed-text-v1_5', input: ['a'] },
      { line: 23, call: 'groq.batches.create', model: null, batch: true },
    ],
  },
  {
    lang: 'typescript',
    code: `
import Groq from 'groq-sdk'
const groq = new Groq({ apiKey: process.env.GROQ_API_KEY })
export async function* reply(messages: Groq.Chat.ChatCompletionMessageParam[], model = 'openai/gpt-oss-20b') {
  const stream = await groq.chat.completions.create({ model, messages, stream: true, max_tokens: 100 })
  for await (const part of stream) yield part
}
await groq.audio.transcriptions.create({ model: 'whisper-large-v3', file })
`,
    sees: [
      {
        line: 5,
        call: 'groq.chat.completions.create',
        provider: 'groq',
        model: 'openai/gpt-oss-20b',
        modelVia: 'parameter',
        maxOutput: 100,
        input: ['{messages}'],
      },
      { line: 8, call: 'groq.audio.transcriptions.create', model: 'whisper-large-v3' },
    ],
  },
  {
    lang: 'python',
    code: `
from groq import Groq
groq = Groq()
groq.models.list()
groq.batches.retrieve("b")
groq.files.create(file=f, purpose="batch")
`,
    sees: [],
  },
]
