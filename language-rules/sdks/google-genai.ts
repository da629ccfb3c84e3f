// https://github.com/googleapis/python-genai and https://github.com/googleapis/js-genai
import type { Sdk, SdkExample } from '../../core/sdk.ts'
import { calls } from './google-genai/calls.ts'
import { handed } from './google-genai/handed.ts'

const seller = { true: 'vertex', false: 'google' } as const

export const sdk: Sdk = {
  id: 'google-genai',
  words: [...Object.keys(handed), 'from google import', 'google.genai', 'google import genai', '@google/genai'],
  clients: [
    {
      python: ['google.genai.Client', 'google.genai.client.Client'],
      typescript: ['@google/genai#GoogleGenAI', '@google/genai/node#GoogleGenAI', '@google/genai/web#GoogleGenAI'],
      provider: 'google',
      baseUrl: ['http_options.base_url', 'httpOptions.baseUrl'],
      // The newer name wins where both are given.
      sells: { vertexai: seller, enterprise: seller },
    },
  ],
  handed,
  calls,
  // A cache is paid for by its tokens and by the hour, which is no answer of a model: it is not counted as a call.
  free: [
    'caches.create',
    'caches.get',
    'models.count_tokens',
    'models.countTokens',
    'models.compute_tokens',
    'models.list',
    'models.get',
    'interactions.get',
    'batches.get',
    'chats.create',
    'files.upload',
    'operations.get',
    'tunings.get',
  ],
  transparent: ['aio', 'with_raw_response', 'with_streaming_response'],
}

export const examples: readonly SdkExample[] = [
  {
    // A config that is made of a record.
    lang: 'python',
    code: `
from google import genai
from google.genai import types
client = genai.Client()
def ask(question, limit=4000):
    options = {"temperature": 1.0, "max_output_tokens": limit}
    if question:
        options["response_mime_type"] = "application/json"
    config = types.GenerateContentConfig(**options)
    return client.models.generate_content(model="gemini-2.5-flash", contents=question, config=config)
`,
    sees: [{ line: 10, call: 'google-genai.models.generate_content', model: 'gemini-2.5-flash', maxOutput: 4000 }],
  },
  {
    // A notebook of scripts, where nothing is declared.
    lang: 'typescript',
    code: `
module = await import('https://esm.sh/@google/genai@1.4.0')
GoogleGenAI = module.GoogleGenAI
ai = new GoogleGenAI({ apiKey: process.env.GEMINI_API_KEY })
answer = await ai.models.generateContent({ model: 'gemini-2.5-flash', contents: 'Hi' })
`,
    sees: [{ line: 5, call: 'google-genai.models.generateContent', provider: 'google', model: 'gemini-2.5-flash' }],
  },
  {
    lang: 'python',
    code: `
from google import genai
from google.genai import types
client = genai.Client(api_key="k")
MODEL_ID = "gemini-2.5-flash"

def ask(text):
    return client.models.generate_content(
        model=MODEL_ID,
        contents=text,
        config=types.GenerateContentConfig(
            system_instruction="Answer in one line.",
            max_output_tokens=200,
            candidate_count=2,
            thinking_config=types.ThinkingConfig(thinking_budget=0),
        ),
    )

def read(parts):
    for part in client.models.generate_content_stream(model=MODEL_ID, contents=["Sum up:", *parts], config={"max_output_tokens": 50}):
        print(part)
    vectors = [client.models.embed_content(model="gemini-embedding-001", contents=part) for part in parts]
`,
    sees: [
      {
        line: 8,
        call: 'google-genai.models.generate_content',
        provider: 'google',
        model: 'gemini-2.5-flash',
        modelVia: 'constant',
        maxOutput: 200,
        n: 2,
        cached: false,
        batch: false,
        repeats: [],
        input: ['Answer in one line.', '{text}'],
      },
      {
        line: 20,
        call: 'google-genai.models.generate_content_stream',
        model: 'gemini-2.5-flash',
        maxOutput: 50,
        repeats: [],
        input: ['Sum up:', '{parts}'],
      },
      {
        line: 22,
        call: 'google-genai.models.embed_content',
        api: 'embed',
        model: 'gemini-embedding-001',
        repeats: ['data comprehension here'],
        input: ['{part}'],
      },
    ],
  },
  {
    lang: 'python',
    code: `
import os
from google import genai
from google.genai.types import GenerateContentConfig, HttpOptions

vertex = genai.Client(vertexai=True, project="p", location="global", http_options=HttpOptions(api_version="v1"))
enterprise = genai.Client(enterprise=True, project="p", location="us-central1")
either = genai.Client(vertexai=os.environ["ON_VERTEX"])
proxied = genai.Client(http_options={"base_url": "http://localhost:8080"})

class Bot:
    def __init__(self, model: str = "gemini-2.5-pro"):
        self.chat = vertex.chats.create(
            model=model, config=GenerateContentConfig(system_instruction="You are a bot.", max_output_tokens=400))

    def say(self, text):
        return self.chat.send_message(text)

    def tell(self, text):
        yield from self.chat.send_message_stream(message=text, config={"max_output_tokens": 100})

async def later(question, cache):
    chat = enterprise.aio.chats.create(model="gemini-2.5-flash")
    await chat.send_message(question)
    await enterprise.aio.models.generate_content(
        model="gemini-2.5-flash", contents=question, config=GenerateContentConfig(cached_content=cache.name))
    either.models.generate_content(model="gemini-2.5-flash", contents=question)
    proxied.models.generate_content(model="gemma-3", contents=question)
`,
    sees: [
      {
        line: 17,
        call: 'google-genai.chats.create().send_message',
        provider: 'vertex',
        model: 'gemini-2.5-pro',
        maxOutput: 400,
        input: ['You are a bot.', '{text}'],
      },
      {
        line: 20,
        call: 'google-genai.chats.create().send_message_stream',
        provider: 'vertex',
        model: 'gemini-2.5-pro',
        maxOutput: 100,
      },
      {
        line: 24,
        call: 'google-genai.chats.create().send_message',
        provider: 'vertex',
        model: 'gemini-2.5-flash',
        maxOutput: null,
        input: ['{question}'],
      },
      { line: 25, call: 'google-genai.models.generate_content', provider: 'vertex', cached: true },
      { line: 27, call: 'google-genai.models.generate_content', provider: 'unknown', model: 'gemini-2.5-flash' },
      { line: 28, call: 'google-genai.models.generate_content', provider: 'local', model: 'gemma-3' },
    ],
  },
  {
    lang: 'python',
    code: `
from google import genai
client = genai.Client()
client.models.generate_images(model="imagen-4.0-generate-001", prompt="A cat", config=dict(number_of_images=4))
client.models.edit_image(model="imagen-3.0-capability-001", prompt="No hat", reference_images=[])
client.models.upscale_image(model="imagen-3.0-generate-001", image=photo, upscale_factor="x2")
client.models.recontext_image(model="virtual-try-on-preview-08-04", source=source)
client.models.segment_image(model="image-segmentation-001", source=source)
client.models.generate_videos(model="veo-3.0-generate-001", prompt="Waves")
client.batches.create(model="gemini-2.5-flash", src="files/requests.jsonl")
client.batches.create_embeddings(model="gemini-embedding-001", src={"file_name": "files/x"})
client.tunings.tune(base_model="gemini-2.5-flash", training_dataset=data)
answer = client.interactions.create(
    model="gemini-3-flash-preview",
    input="Tell me a story about {}.".format(name),
    generation_config={"max_output_tokens": 900, "thinking_level": "low"},
)
async def talk():
    async with client.aio.live.connect(model="gemini-live-2.5-flash-preview", config={"system_instruction": "Talk."}) as session:
        await session.send_client_content(turns=[])
`,
    sees: [
      {
        line: 4,
        call: 'google-genai.models.generate_images',
        api: 'image',
        model: 'imagen-4.0-generate-001',
        n: 4,
        input: ['A cat'],
      },
      { line: 5, call: 'google-genai.models.edit_image', api: 'image' },
      { line: 6, call: 'google-genai.models.upscale_image' },
      { line: 7, call: 'google-genai.models.recontext_image' },
      { line: 8, call: 'google-genai.models.segment_image' },
      { line: 9, call: 'google-genai.models.generate_videos', api: 'video', model: 'veo-3.0-generate-001' },
      { line: 10, call: 'google-genai.batches.create', model: 'gemini-2.5-flash', batch: true },
      { line: 11, call: 'google-genai.batches.create_embeddings', batch: true },
      { line: 12, call: 'google-genai.tunings.tune', model: 'gemini-2.5-flash' },
      {
        line: 13,
        call: 'google-genai.interactions.create',
        model: 'gemini-3-flash-preview',
        maxOutput: 900,
        input: ['Tell me a story about ', '{name}', '.'],
      },
      { line: 19, call: 'google-genai.live.connect', model: 'gemini-live-2.5-flash-preview', input: ['Talk.'] },
    ],
  },
  {
    lang: 'typescript',
    code: `
import { GoogleGenAI, Type } from '@google/genai'
const ai = new GoogleGenAI({ apiKey: process.env.GEMINI_API_KEY })
const model = process.env.GEMINI_MODEL || 'gemini-2.5-flash'

export async function ask(contents: string, pages: string[]) {
  const answer = await ai.models.generateContent({
    model,
    contents,
    config: { systemInstruction: 'Be kind.', maxOutputTokens: 300, thinkingConfig: { thinkingBudget: 128 } },
  })
  for await (const part of await ai.models.generateContentStream({ model: 'gemini-2.5-pro', contents })) console.log(part.text)
  await Promise.all(pages.map((page) => ai.models.embedContent({ model: 'gemini-embedding-001', contents: page })))
  await ai.models.generateImages({ model: 'imagen-4.0-generate-001', prompt: 'A dog', config: { numberOfImages: 2 } })
  await ai.models.editImage({ model: 'imagen-3.0-capability-001', prompt: 'Blue', referenceImages: [] })
  await ai.models.upscaleImage({ model: 'imagen-3.0-generate-001', image, upscaleFactor: 'x2' })
  await ai.models.recontextImage({ model: 'virtual-try-on-preview-08-04', source: {} })
  await ai.models.segmentImage({ model: 'image-segmentation-001', source: {} })
  await ai.models.generateVideos({ model: 'veo-3.0-generate-001', prompt: 'Sea' })
  await ai.batches.createEmbeddings({ model: 'gemini-embedding-001', src: {} })
  return answer
}

class Session {
  private ai = new GoogleGenAI({ vertexai: true, project: 'p', location: 'global' })
  private chat = this.ai.chats.create({ model: 'gemini-2.5-flash', config: { maxOutputTokens: 64 }, history: [] })
  say = (message: string) => this.chat.sendMessage({ message })
  tell = (message: string) => this.chat.sendMessageStream({ message })
  ask = (input: string) => this.ai.interactions.create({ model: 'gemini-3-flash-preview', input })
}
`,
    sees: [
      {
        line: 7,
        call: 'google-genai.models.generateContent',
        provider: 'google',
        model: 'gemini-2.5-flash',
        modelVia: 'environment',
        maxOutput: 300,
        input: ['Be kind.', '{contents}'],
      },
      { line: 12, call: 'google-genai.models.generateContentStream', model: 'gemini-2.5-pro', repeats: [] },
      { line: 13, call: 'google-genai.models.embedContent', repeats: ['data callback here'], input: ['{page}'] },
      { line: 14, call: 'google-genai.models.generateImages', n: 2 },
      { line: 15, call: 'google-genai.models.editImage' },
      { line: 16, call: 'google-genai.models.upscaleImage' },
      { line: 17, call: 'google-genai.models.recontextImage' },
      { line: 18, call: 'google-genai.models.segmentImage' },
      { line: 19, call: 'google-genai.models.generateVideos', api: 'video' },
      { line: 20, call: 'google-genai.batches.createEmbeddings', batch: true },
      {
        line: 27,
        call: 'google-genai.chats.create().sendMessage',
        provider: 'vertex',
        model: 'gemini-2.5-flash',
        maxOutput: 64,
        input: ['{message}'],
      },
      { line: 28, call: 'google-genai.chats.create().sendMessageStream', model: 'gemini-2.5-flash' },
      {
        line: 29,
        call: 'google-genai.interactions.create',
        provider: 'vertex',
        model: 'gemini-3-flash-preview',
        input: ['{input}'],
      },
    ],
  },
  {
    lang: 'python',
    code: `
from google import genai
from google.cloud import storage
client = genai.Client()
client.models.count_tokens(model="gemini-2.5-flash", contents="Hi")
client.caches.create(model="gemini-2.5-flash", config={"contents": []})
client.files.upload(file="a.pdf")
chat = client.chats.create(model="gemini-2.5-flash")
chat.get_history()
client.interactions.get(id="i")
client.batches.get(name="b")
storage.Client().models.generate_content(model="gemini-2.5-flash", contents="Hi")
`,
    sees: [],
  },
  {
    lang: 'typescript',
    code: `
import { GoogleGenAI } from '@google/genai'
const ai = new GoogleGenAI({})
ai.models.countTokens({ model: 'gemini-2.5-flash', contents: 'Hi' })
ai.chats.create({ model: 'gemini-2.5-flash' })
ai.models.list()
`,
    sees: [],
  },
  {
    lang: 'python',
    code: `
async def ask(client, text):
    return await client.aio.models.generate_content(model="gemini-2.5-flash", contents=text)
`,
    sees: [{ line: 3, call: 'google-genai.models.generate_content', provider: 'unknown', confidence: 'low' }],
  },
]
