// https://docs.cohere.com/reference, https://github.com/cohere-ai/cohere-python and cohere-typescript
import type { CallShape, Sdk, SdkExample } from '../../core/sdk.ts'

// Version 2 of the API has `messages`; version 1 a message, its history and a preamble.
const chat = {
  api: 'chat',
  model: 'model',
  maxOutput: ['max_tokens', 'maxTokens'],
  input: [
    ...['preamble', 'tools', 'documents', 'chat_history', 'chatHistory', 'messages', 'message'],
    ...['tool_results', 'toolResults', 'response_format', 'responseFormat'],
  ],
  reasoning: ['thinking.token_budget', 'thinking.tokenBudget'],
} as const satisfies Omit<CallShape, 'path'>

const embed = { api: 'embed', model: 'model', input: ['texts', 'inputs', 'images'] } as const satisfies Omit<
  CallShape,
  'path'
>
const rerank = { api: 'rerank', model: 'model', input: ['query', 'documents'] } as const satisfies Omit<
  CallShape,
  'path'
>
const generate = {
  api: 'chat',
  model: 'model',
  // "`command` (default)": src/cohere/base_client.py of cohere-python
  defaultModel: 'command',
  maxOutput: ['max_tokens', 'maxTokens'],
  input: ['prompt'],
  n: ['num_generations', 'numGenerations'],
} as const satisfies Omit<CallShape, 'path'>

const tuning = {
  api: 'fine-tune',
  model: ['request.settings.base_model.base_type', 'settings.baseModel.baseType'],
  input: [],
} as const satisfies Omit<CallShape, 'path'>

const transcription = { api: 'transcribe', model: 'model', input: [] } as const satisfies Omit<CallShape, 'path'>

export const sdk: Sdk = {
  id: 'cohere',
  words: ['from cohere', 'import cohere', ', cohere', "'cohere-ai", '"cohere-ai'],
  clients: [
    {
      python: ['cohere.Client', 'cohere.AsyncClient', 'cohere.ClientV2', 'cohere.AsyncClientV2'],
      typescript: ['cohere-ai#CohereClient', 'cohere-ai#CohereClientV2'],
      provider: 'cohere',
      baseUrl: ['base_url', 'baseUrl', 'environment'],
      carriers: {
        'cohere.ClientEnvironment.PRODUCTION': 'cohere',
        'cohere-ai#CohereEnvironment.Production': 'cohere',
      },
    },
    {
      python: [
        'cohere.BedrockClient',
        'cohere.BedrockClientV2',
        'cohere.bedrock_client.BedrockClient',
        'cohere.bedrock_client.BedrockClientV2',
      ],
      typescript: ['cohere-ai/aws#BedrockClient', 'cohere-ai/aws#BedrockClientV2'],
      provider: 'bedrock',
    },
    // Billed by the hour of what it is deployed on.
    {
      python: [
        'cohere.SagemakerClient',
        'cohere.SagemakerClientV2',
        'cohere.OciClient',
        'cohere.OciClientV2',
        'cohere.AwsClient',
      ],
      typescript: [
        'cohere-ai/aws#SagemakerClient',
        'cohere-ai/aws#SagemakerClientV2',
        'cohere-ai/aws#AwsClient',
        'cohere-ai/aws#AwsClientV2',
      ],
      provider: 'unknown',
    },
  ],
  calls: [
    { path: 'chat', ...chat },
    { path: 'chat_stream', ...chat, stream: true },
    { path: 'chatStream', ...chat, stream: true },
    { path: 'v2.chat', ...chat },
    { path: 'v2.chat_stream', ...chat, stream: true },
    { path: 'v2.chatStream', ...chat, stream: true },
    { path: 'generate', ...generate },
    { path: 'generate_stream', ...generate, stream: true },
    { path: 'generateStream', ...generate, stream: true },
    {
      path: 'summarize',
      api: 'chat',
      model: 'model',
      input: ['text', 'additional_command', 'additionalCommand'],
    },
    { path: 'classify', api: 'chat', model: 'model', input: ['examples', 'inputs'] },
    { path: 'embed', ...embed },
    { path: 'v2.embed', ...embed },
    { path: 'embed_stream', ...embed },
    { path: 'rerank', ...rerank },
    { path: 'v2.rerank', ...rerank },
    { path: 'embed_jobs.create', api: 'embed', model: 'model', input: [], batch: true },
    { path: 'embedJobs.create', api: 'embed', model: 'model', input: [], batch: true },
    { path: 'batches.create', api: 'batch', model: ['request.model', 'model'], input: [], batch: true },
    { path: 'audio.transcriptions.create', ...transcription },
    { path: 'finetuning.create_finetuned_model', ...tuning },
    { path: 'finetuning.createFinetunedModel', ...tuning },
  ],
  free: [
    'tokenize',
    'detokenize',
    'check_api_key',
    'checkApiKey',
    'models.list',
    'models.get',
    'datasets.create',
    'embed_jobs.get',
    'embedJobs.get',
    'batches.retrieve',
  ],
  transparent: ['with_raw_response'],
}

export const examples: readonly SdkExample[] = [
  {
    lang: 'python',
    code: `
import cohere
co = cohere.ClientV2()
MODEL = "command-a-03-2025"
co.chat(model=MODEL, max_tokens=100, messages=[{"role": "user", "content": question}], thinking={"token_budget": 500})
for event in co.chat_stream(model=MODEL, messages=messages):
    print(event)
co.embed(model="embed-v4.0", texts=texts, input_type="search_document", embedding_types=["float"])
co.rerank(model="rerank-v3.5", query="Where?", documents=documents, top_n=3)
co.embed_jobs.create(model="embed-v4.0", dataset_id="d", input_type="search_document")
co.audio.transcriptions.create(model="cohere-transcribe-03-2026", language="en", file=f)
co.batches.create(request={"name": "n", "input_dataset_id": "d", "model": "command-r7b-12-2024"})
`,
    sees: [
      {
        line: 5,
        call: 'cohere.chat',
        provider: 'cohere',
        model: 'command-a-03-2025',
        modelVia: 'constant',
        maxOutput: 100,
        n: 1,
        repeats: [],
        input: ['user: {question}'],
      },
      { line: 6, call: 'cohere.chat_stream', model: 'command-a-03-2025', repeats: [] },
      { line: 8, call: 'cohere.embed', model: 'embed-v4.0', input: ['{texts}'] },
      { line: 9, call: 'cohere.rerank', model: 'rerank-v3.5', input: ['Where?', '{documents}'] },
      { line: 10, call: 'cohere.embed_jobs.create', model: 'embed-v4.0', batch: true },
      { line: 11, call: 'cohere.audio.transcriptions.create', model: 'cohere-transcribe-03-2026' },
      { line: 12, call: 'cohere.batches.create', model: 'command-r7b-12-2024', batch: true },
    ],
  },
  {
    lang: 'python',
    code: `
import asyncio
import os
import cohere

class Assistant:
    def __init__(self, model=os.getenv("COHERE_MODEL", "command-r-plus-08-2024")):
        self.co = cohere.AsyncClient(os.environ["COHERE_API_KEY"])
        self.model = model

    async def run(self, message, history):
        await self.co.chat(message=message, model=self.model, preamble="Be brief.", chat_history=history)
        await self.co.v2.chat(model=self.model, messages=[])
        async for event in self.co.v2.chat_stream(model=self.model, messages=[]):
            print(event)
        await asyncio.gather(*[self.co.v2.embed(model="embed-v4.0", texts=[t]) for t in history])
        await self.co.v2.rerank(model="rerank-v3.5", query=message, documents=[])

co = cohere.Client(api_key=key)
co.generate(prompt="Once", max_tokens=20, num_generations=2)
co.generate_stream(prompt="Once", model="command-light")
co.summarize(text=page, model="command")
co.classify(inputs=["a"], examples=examples, model="embed-english-v3.0")
co.embed_stream(texts=["a"], model="embed-english-v3.0")
co.finetuning.create_finetuned_model(request=FinetunedModel(name="n", settings=Settings(dataset_id="d", base_model=BaseModel(base_type="BASE_TYPE_CHAT"))))
cohere.BedrockClient(aws_region="us-east-1").chat(message="Hi", model="cohere.command-r-plus-v1:0")
cohere.SagemakerClient(aws_region="us-east-1").embed(texts=["a"], model="my-endpoint")
`,
    sees: [
      {
        line: 12,
        call: 'cohere.chat',
        provider: 'cohere',
        model: 'command-r-plus-08-2024',
        input: ['Be brief.', '{history}', '{message}'],
      },
      { line: 13, call: 'cohere.v2.chat', model: 'command-r-plus-08-2024' },
      { line: 14, call: 'cohere.v2.chat_stream', model: 'command-r-plus-08-2024', repeats: [] },
      { line: 16, call: 'cohere.v2.embed', model: 'embed-v4.0', repeats: ['data comprehension here'] },
      { line: 17, call: 'cohere.v2.rerank', model: 'rerank-v3.5' },
      { line: 20, call: 'cohere.generate', model: null, usualModel: 'command', maxOutput: 20, n: 2 },
      { line: 21, call: 'cohere.generate_stream', model: 'command-light' },
      { line: 22, call: 'cohere.summarize', model: 'command', input: ['{page}'] },
      { line: 23, call: 'cohere.classify', model: 'embed-english-v3.0' },
      { line: 24, call: 'cohere.embed_stream', model: 'embed-english-v3.0' },
      { line: 25, call: 'cohere.finetuning.create_finetuned_model', model: 'BASE_TYPE_CHAT' },
      { line: 26, call: 'cohere.chat', provider: 'bedrock', model: 'cohere.command-r-plus-v1:0' },
      { line: 27, call: 'cohere.embed', provider: 'unknown', model: 'my-endpoint' },
    ],
  },
  {
    lang: 'typescript',
    code: `
import { CohereClient, CohereClientV2 } from 'cohere-ai'
import { BedrockClient } from 'cohere-ai/aws'
const cohere = new CohereClientV2({ token: process.env.CO_API_KEY })
export async function ask(content: string, model = 'command-r-08-2024') {
  for await (const event of await cohere.chatStream({ model, messages: [{ role: 'user', content }] })) console.log(event)
  return cohere.chat({ model, maxTokens: 120, messages: [{ role: 'user', content }] })
}
await cohere.embed({ model: 'embed-v4.0', texts: ['a'], inputType: 'search_query' })
await cohere.rerank({ model: 'rerank-v3.5', query: 'q', documents: [] })
const old = new CohereClient({ token })
await old.chat({ message: 'Hi', model: 'command-r' })
await old.v2.chat({ model: 'command-r', messages: [] })
await old.v2.chatStream({ model: 'command-r', messages: [] })
await old.generate({ prompt: 'Hi', numGenerations: 3 })
await old.generateStream({ prompt: 'Hi', model: 'command' })
await old.embedJobs.create({ model: 'embed-v4.0', datasetId: 'd', inputType: 'search_document' })
await old.finetuning.createFinetunedModel({ name: 'n', settings: { baseModel: { baseType: 'BASE_TYPE_CHAT' } } })
await new BedrockClient({ awsRegion: 'us-east-1' }).chat({ message: 'Hi', model: 'cohere.command-r-v1:0' })
`,
    sees: [
      { line: 6, call: 'cohere.chatStream', model: 'command-r-08-2024', modelVia: 'parameter', repeats: [] },
      {
        line: 7,
        call: 'cohere.chat',
        provider: 'cohere',
        model: 'command-r-08-2024',
        maxOutput: 120,
        input: ['user: {content}'],
      },
      { line: 9, call: 'cohere.embed', model: 'embed-v4.0', input: ['a'] },
      { line: 10, call: 'cohere.rerank', model: 'rerank-v3.5' },
      { line: 12, call: 'cohere.chat', model: 'command-r', input: ['Hi'] },
      { line: 13, call: 'cohere.v2.chat', model: 'command-r' },
      { line: 14, call: 'cohere.v2.chatStream', model: 'command-r' },
      { line: 15, call: 'cohere.generate', model: null, usualModel: 'command', n: 3 },
      { line: 16, call: 'cohere.generateStream', model: 'command' },
      { line: 17, call: 'cohere.embedJobs.create', batch: true },
      { line: 18, call: 'cohere.finetuning.createFinetunedModel', model: 'BASE_TYPE_CHAT' },
      { line: 19, call: 'cohere.chat', provider: 'bedrock', model: 'cohere.command-r-v1:0' },
    ],
  },
  {
    lang: 'python',
    code: `
import cohere
from .bots import chat
co = cohere.ClientV2()
co.tokenize(text="Hi", model="command-r")
co.models.list()
co.datasets.create(name="d", data=f, type="embed-input")
co.embed_jobs.get("job")
chat.chat(model="command-r", messages=[])
`,
    sees: [],
  },
]
