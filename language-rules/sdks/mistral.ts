// https://docs.mistral.ai/api, https://github.com/mistralai/client-python 2.5.1, https://github.com/mistralai/client-ts
import type { Sdk, SdkExample } from '../../core/sdk.ts'
import { calls } from './mistral/calls.ts'
import { held, python, typescript } from './mistral/clients.ts'

export const sdk: Sdk = {
  id: 'mistral',
  words: ['from mistralai', 'import mistralai', ', mistralai', "'@mistralai/", '"@mistralai/'],
  clients: [
    { python, typescript, provider: 'mistral', baseUrl: ['server_url', 'serverURL'] },
    {
      python: [
        'mistralai_gcp.MistralGoogleCloud',
        'mistralai_gcp.MistralGCP',
        'mistralai.gcp.client.MistralGCP',
        'mistralai.gcp.client.sdk.MistralGCP',
      ],
      typescript: ['@mistralai/mistralai-gcp#MistralGoogleCloud', '@mistralai/mistralai-gcp#MistralGCP'],
      provider: 'vertex',
    },
    // Sold by Microsoft under its own price list, which we do not carry.
    {
      python: [
        'mistralai_azure.MistralAzure',
        'mistralai.azure.client.MistralAzure',
        'mistralai.azure.client.sdk.MistralAzure',
      ],
      typescript: '@mistralai/mistralai-azure#MistralAzure',
      provider: 'unknown',
    },
    {
      python: ['mistralai.client.MistralClient', 'mistralai.async_client.MistralAsyncClient'],
      provider: 'mistral',
      baseUrl: 'endpoint',
      kind: 'v0',
    },
    { typescript: '@mistralai/mistralai#default', provider: 'mistral', baseUrl: '[1]', kind: 'v0' },
    ...held,
  ],
  calls,
  free: [
    'beta.agents.create',
    'beta.agents.create_async',
    'beta.agents.update',
    'beta.agents.update_async',
    'beta.conversations.get',
    'beta.conversations.get_history',
    'batch.jobs.get',
    'batch.jobs.list',
    'files.upload',
    'files.get_signed_url',
    'models.list',
    'fine_tuning.jobs.get',
    'fine_tuning.jobs.list',
  ],
}

export const examples: readonly SdkExample[] = [
  {
    lang: 'python',
    code: `
import os
from mistralai import Mistral

MODEL = "mistral-large-latest"
client = Mistral(api_key=os.environ["MISTRAL_API_KEY"])
answer = client.chat.complete(
    model=MODEL, max_tokens=300, messages=[{"role": "system", "content": "Be brief."}, {"role": "user", "content": question}],
)
for part in client.chat.stream(model=os.getenv("MODEL", "ministral-8b-latest"), messages=history):
    print(part)
async def later(text):
    await client.chat.complete_async(model=MODEL, messages=[{"role": "user", "content": text}], n=2)
    async for part in await client.chat.stream_async(model=MODEL, messages=[]):
        print(part)
    await client.chat.parse_async(model=MODEL, response_format=Invoice, messages=[])
    await client.chat.parse_stream_async(Invoice, model=MODEL, messages=[])
parsed = client.chat.parse(Invoice, model=MODEL, messages=[])
streamed = client.chat.parse_stream(Invoice, model=MODEL, messages=[])
`,
    sees: [
      {
        line: 7,
        call: 'mistral.chat.complete',
        provider: 'mistral',
        model: 'mistral-large-latest',
        modelVia: 'constant',
        maxOutput: 300,
        n: 1,
        cached: false,
        batch: false,
        repeats: [],
        input: ['system: Be brief.', 'user: {question}'],
      },
      { line: 10, call: 'mistral.chat.stream', model: 'ministral-8b-latest', modelVia: 'environment', repeats: [] },
      { line: 13, call: 'mistral.chat.complete_async', model: 'mistral-large-latest', n: 2, input: ['user: {text}'] },
      { line: 14, call: 'mistral.chat.stream_async', model: 'mistral-large-latest', repeats: [] },
      { line: 16, call: 'mistral.chat.parse_async', model: 'mistral-large-latest' },
      { line: 17, call: 'mistral.chat.parse_stream_async', model: 'mistral-large-latest' },
      { line: 18, call: 'mistral.chat.parse', model: 'mistral-large-latest' },
      { line: 19, call: 'mistral.chat.parse_stream', model: 'mistral-large-latest' },
    ],
  },
  {
    lang: 'python',
    code: `
from mistralai.client import Mistral
from mistralai.client.models import CompletionArgs

client = Mistral()
writer = client.beta.agents.create(
    model="mistral-medium-latest",
    name="Writer",
    instructions="Write well.",
    completion_args=CompletionArgs(max_tokens=500),
)
first = client.beta.conversations.start(agent_id=writer.id, inputs="A poem, please.")
second = client.beta.conversations.append(conversation_id=first.conversation_id, inputs="Shorter.")
direct = client.beta.conversations.start(model="mistral-small-latest", inputs=text)
client.beta.conversations.restart(conversation_id=direct.conversation_id, from_entry_id=entry, inputs="Again")
client.beta.conversations.append_stream(conversation_id=stored, inputs="More")
client.beta.conversations.start_stream(agent_id=writer.id, inputs="Go")
client.agents.complete(agent_id=writer.id, messages=[])
client.agents.stream(agent_id="ag:1234", messages=[])
better = client.beta.agents.update(agent_id=writer.id, instructions="Write better.")
larger = client.beta.agents.update(agent_id=better.id, model="mistral-large-latest")
client.beta.conversations.start(agent_id=better.id, inputs="A poem, please.")
client.beta.conversations.start(agent_id=larger.id, inputs="A poem, please.")
`,
    sees: [
      {
        line: 12,
        call: 'mistral.beta.conversations.start',
        provider: 'mistral',
        model: 'mistral-medium-latest',
        maxOutput: 500,
        input: ['Write well.', 'A poem, please.'],
      },
      {
        line: 13,
        call: 'mistral.beta.conversations.append',
        model: 'mistral-medium-latest',
        maxOutput: 500,
        input: ['Write well.', 'A poem, please.', 'Shorter.'],
      },
      { line: 14, call: 'mistral.beta.conversations.start', model: 'mistral-small-latest', input: ['{text}'] },
      { line: 15, call: 'mistral.beta.conversations.restart', model: 'mistral-small-latest' },
      { line: 16, call: 'mistral.beta.conversations.append_stream', provider: 'mistral', model: null },
      { line: 17, call: 'mistral.beta.conversations.start_stream', model: 'mistral-medium-latest' },
      { line: 18, call: 'mistral.agents.complete', model: 'mistral-medium-latest', maxOutput: 500 },
      { line: 19, call: 'mistral.agents.stream', model: null },
      { line: 22, call: 'mistral.beta.conversations.start', model: 'mistral-medium-latest', maxOutput: 500 },
      { line: 23, call: 'mistral.beta.conversations.start', model: 'mistral-large-latest', maxOutput: 500 },
    ],
  },
  {
    lang: 'python',
    code: `
from mistralai import Mistral
from mistralai.extra.run.context import RunContext

class Desk:
    def __init__(self, model="mistral-medium-2505"):
        self.client = Mistral()
        self.agent = self.client.beta.agents.create(model=model, name="Desk", tools=tools)

    async def answer(self, question):
        async with RunContext(agent_id=self.agent.id) as run:
            return await self.client.beta.conversations.run_async(run_ctx=run, inputs=question)

    async def stream(self, question):
        async with RunContext(model="mistral-small-latest") as run:
            return await self.client.beta.conversations.run_stream_async(run, question)

    async def more(self, conversation):
        await self.client.beta.conversations.append_async(conversation_id=conversation, inputs="And?")
        started = await self.client.beta.conversations.start_async(agent_id=self.agent.id, inputs="Hi")
        await self.client.beta.conversations.append_stream_async(conversation_id=started.conversation_id, inputs="Go on")
        await self.client.agents.complete_async(agent_id=self.agent.id, messages=[])
`,
    sees: [
      {
        line: 12,
        call: 'mistral.beta.conversations.run_async',
        provider: 'mistral',
        model: 'mistral-medium-2505',
        modelVia: 'parameter',
        repeats: ['agent option here'],
        input: ['{tools}', '{question}'],
      },
      { line: 16, call: 'mistral.beta.conversations.run_stream_async', model: 'mistral-small-latest' },
      { line: 19, call: 'mistral.beta.conversations.append_async', model: null },
      { line: 20, call: 'mistral.beta.conversations.start_async', model: 'mistral-medium-2505' },
      { line: 21, call: 'mistral.beta.conversations.append_stream_async', model: 'mistral-medium-2505' },
      { line: 22, call: 'mistral.agents.complete_async', model: 'mistral-medium-2505' },
    ],
  },
  {
    lang: 'python',
    code: `
from mistralai import Mistral
with Mistral(api_key=key) as mistral:
    vectors = [mistral.embeddings.create(model="mistral-embed", inputs=chunk) for chunk in chunks]
    page = mistral.ocr.process(model="mistral-ocr-latest", document={"type": "document_url", "document_url": url})
    code = mistral.fim.complete(model="codestral-latest", prompt="def f(", suffix="return x", max_tokens=64)
    for piece in mistral.fim.stream(model="codestral-latest", prompt="def g("):
        print(piece)
    heard = mistral.audio.transcriptions.complete(model="voxtral-mini-latest", file_url=url)
    mistral.audio.transcriptions.stream(model="voxtral-mini-latest", file_url=url)
    mistral.audio.speech.complete(model="voxtral-mini-tts-latest", input="Hello")
    mistral.classifiers.moderate(model="mistral-moderation-latest", inputs=[text])
    mistral.classifiers.classify_chat(model="my-classifier", input=chat)
    mistral.batch.jobs.create(input_files=[upload.id], model="mistral-small-latest", endpoint="/v1/chat/completions")
    mistral.fine_tuning.jobs.create(model="open-mistral-7b", training_files=[upload.id], hyperparameters={})
`,
    sees: [
      {
        line: 4,
        call: 'mistral.embeddings.create',
        model: 'mistral-embed',
        repeats: ['data comprehension here'],
        input: ['{chunk}'],
      },
      { line: 5, call: 'mistral.ocr.process', model: 'mistral-ocr-latest' },
      {
        line: 6,
        call: 'mistral.fim.complete',
        model: 'codestral-latest',
        maxOutput: 64,
        input: ['def f(', 'return x'],
      },
      { line: 7, call: 'mistral.fim.stream', model: 'codestral-latest', repeats: [] },
      { line: 9, call: 'mistral.audio.transcriptions.complete', model: 'voxtral-mini-latest' },
      { line: 10, call: 'mistral.audio.transcriptions.stream', model: 'voxtral-mini-latest' },
      { line: 11, call: 'mistral.audio.speech.complete', model: 'voxtral-mini-tts-latest', input: ['Hello'] },
      { line: 12, call: 'mistral.classifiers.moderate', model: 'mistral-moderation-latest' },
      { line: 13, call: 'mistral.classifiers.classify_chat', model: 'my-classifier' },
      { line: 14, call: 'mistral.batch.jobs.create', model: 'mistral-small-latest', batch: true },
      { line: 15, call: 'mistral.fine_tuning.jobs.create', model: 'open-mistral-7b' },
    ],
  },
  {
    lang: 'python',
    code: `
from mistralai.client import MistralClient
from mistralai.async_client import MistralAsyncClient
from mistralai_gcp import MistralGoogleCloud
from mistralai_azure import MistralAzure
old = MistralClient(api_key=key)
old.chat(model="mistral-tiny", messages=[{"role": "user", "content": "Hi"}], max_tokens=10)
for piece in old.chat_stream(model="mistral-small", messages=[]):
    print(piece)
old.embeddings(model="mistral-embed", input=["a", "b"])
old.completion(model="codestral-latest", prompt="def h(")
MistralAsyncClient().chat(model="mistral-medium", messages=[])
MistralGoogleCloud(region="europe-west4").chat.complete(model="mistral-large-2411", messages=[])
MistralAzure(azure_endpoint=url).chat.complete(model="azureai", messages=[])
`,
    sees: [
      { line: 7, call: 'mistral.chat', provider: 'mistral', model: 'mistral-tiny', maxOutput: 10, input: ['user: Hi'] },
      { line: 8, call: 'mistral.chat_stream', model: 'mistral-small', repeats: [] },
      { line: 10, call: 'mistral.embeddings', model: 'mistral-embed', input: ['a', 'b'] },
      { line: 11, call: 'mistral.completion', model: 'codestral-latest' },
      { line: 12, call: 'mistral.chat', model: 'mistral-medium' },
      { line: 13, call: 'mistral.chat.complete', provider: 'vertex', model: 'mistral-large-2411' },
      { line: 14, call: 'mistral.chat.complete', provider: 'unknown', model: 'azureai' },
    ],
  },
  {
    lang: 'typescript',
    code: `
import { Mistral } from '@mistralai/mistralai'
const client = new Mistral({ apiKey: process.env.MISTRAL_API_KEY })
const model = process.env.MODEL ?? 'mistral-small-latest'
export const ask = (text: string) =>
  client.chat.complete({ model, maxTokens: 200, messages: [{ role: 'user', content: text }] })
for await (const part of await client.chat.stream({ model, messages: [] })) console.log(part)
await client.chat.parse({ model: 'ministral-3b-latest', messages: [], responseFormat: Shape })
await client.chat.parseStream({ model: 'ministral-3b-latest', messages: [], responseFormat: Shape })
await client.fim.complete({ model: 'codestral-latest', prompt: 'const a =' })
await Promise.all(texts.map((each) => client.embeddings.create({ model: 'mistral-embed', inputs: [each] })))
await client.ocr.process({ model: 'mistral-ocr-latest', document: { type: 'image_url', imageUrl: url } })
await client.batch.jobs.create({ model: 'mistral-small-latest', endpoint: '/v1/embeddings', inputFiles: [id] })
await client.audio.transcriptions.complete({ model: 'voxtral-mini-latest', fileUrl: url })
await client.audio.speech.complete({ model: 'voxtral-mini-tts-latest', input: 'Hi' })
await client.classifiers.moderateChat({ model: 'mistral-moderation-latest', inputs: [] })
`,
    sees: [
      {
        line: 6,
        call: 'mistral.chat.complete',
        provider: 'mistral',
        model: 'mistral-small-latest',
        modelVia: 'environment',
        maxOutput: 200,
        input: ['user: {text}'],
      },
      { line: 7, call: 'mistral.chat.stream', model: 'mistral-small-latest', repeats: [] },
      { line: 8, call: 'mistral.chat.parse', model: 'ministral-3b-latest' },
      { line: 9, call: 'mistral.chat.parseStream', model: 'ministral-3b-latest' },
      { line: 10, call: 'mistral.fim.complete', model: 'codestral-latest', input: ['const a ='] },
      { line: 11, call: 'mistral.embeddings.create', model: 'mistral-embed', repeats: ['data callback here'] },
      { line: 12, call: 'mistral.ocr.process', model: 'mistral-ocr-latest' },
      { line: 13, call: 'mistral.batch.jobs.create', model: 'mistral-small-latest', batch: true },
      { line: 14, call: 'mistral.audio.transcriptions.complete', model: 'voxtral-mini-latest' },
      { line: 15, call: 'mistral.audio.speech.complete', model: 'voxtral-mini-tts-latest' },
      { line: 16, call: 'mistral.classifiers.moderateChat', model: 'mistral-moderation-latest' },
    ],
  },
  {
    lang: 'typescript',
    code: `
import { Mistral } from '@mistralai/mistralai'
import MistralClient from '@mistralai/mistralai'
import { MistralGoogleCloud } from '@mistralai/mistralai-gcp'
class Agent {
  private client = new Mistral({ serverURL: 'http://localhost:8000' })
  async run(inputs: string) {
    const agent = await this.client.beta.agents.create({ model: 'mistral-medium-latest', name: 'A' })
    const chat = await this.client.beta.conversations.start({ agentId: agent.id, inputs })
    await this.client.beta.conversations.append({
      conversationId: chat.conversationId,
      conversationAppendRequest: { inputs: 'More', completionArgs: { maxTokens: 90 } },
    })
    await this.client.beta.conversations.startStream({ model: 'mistral-large-latest', inputs })
    return this.client.agents.complete({ agentId: agent.id, messages: [] })
  }
}
new MistralClient(key).chat({ model: 'mistral-tiny', messages: [] })
new MistralClient(key).chatStream({ model: 'mistral-tiny', messages: [] })
new MistralGoogleCloud({ region }).chat.complete({ model: 'mistral-large-2411', messages: [] })
`,
    sees: [
      { line: 9, call: 'mistral.beta.conversations.start', model: 'mistral-medium-latest', input: ['{inputs}'] },
      {
        line: 10,
        call: 'mistral.beta.conversations.append',
        model: 'mistral-medium-latest',
        maxOutput: 90,
        input: ['{inputs}', 'More'],
      },
      { line: 14, call: 'mistral.beta.conversations.startStream', provider: 'local', model: 'mistral-large-latest' },
      { line: 15, call: 'mistral.agents.complete', model: 'mistral-medium-latest' },
      { line: 18, call: 'mistral.chat', provider: 'mistral', model: 'mistral-tiny' },
      { line: 19, call: 'mistral.chatStream', provider: 'mistral', model: 'mistral-tiny' },
      { line: 20, call: 'mistral.chat.complete', provider: 'vertex', model: 'mistral-large-2411' },
    ],
  },
  {
    lang: 'python',
    code: `
from mistralai import Mistral
from .tools import agents
client = Mistral()
client.beta.agents.create(model="mistral-medium-latest", name="Writer")
client.models.list()
client.files.upload(file=f, purpose="batch")
client.batch.jobs.get(job_id=job)
client.beta.conversations.get(conversation_id=c)
agents.complete(agent_id="ag:1", messages=[])
`,
    sees: [],
  },
]
