// https://github.com/google-gemini/generative-ai-python and https://github.com/google-gemini/generative-ai-js, both superseded by google-genai.
import type { Sdk, SdkExample } from '../../core/sdk.ts'
import { embedCalls, modelCalls, palmCalls, pythonModel } from './google-generativeai/calls.ts'

export const sdk: Sdk = {
  id: 'google-generativeai',
  words: ['google.generativeai', 'from google import', '@google/generative-ai'],
  clients: [
    {
      python: ['google.generativeai.GenerativeModel', 'google.generativeai.generative_models.GenerativeModel'],
      provider: 'google',
      kind: 'model',
      ...pythonModel,
      // `GenerativeModel()`, version 0.8.5.
      defaultModel: 'gemini-1.5-flash-002',
    },
    {
      python: 'google.generativeai.GenerativeModel.from_cached_content',
      provider: 'google',
      kind: 'model',
      of: ['cached_content', '[0]'],
      maxOutput: 'generation_config.max_output_tokens',
      cached: true,
    },
    { python: 'google.generativeai.caching.CachedContent.create', kind: 'cache', model: ['model', '[0]'] },
    { python: 'google.generativeai.ChatSession', kind: 'chat', of: ['model', '[0]'], input: ['history'] },
    { python: 'google.generativeai', provider: 'google', kind: 'module', module: true },
    { typescript: '@google/generative-ai#GoogleGenerativeAI', provider: 'google' },
    { typescript: '@google/generative-ai#GenerativeModel', provider: 'google', kind: 'model' },
    { typescript: '@google/generative-ai#ChatSession', provider: 'google', kind: 'chat' },
    { typescript: '@google/generative-ai/server#GoogleAICacheManager().create', kind: 'cache', model: 'model' },
  ],
  calls: [...modelCalls, ...palmCalls, ...embedCalls],
  free: [
    'count_tokens',
    'count_tokens_async',
    'start_chat',
    'configure',
    'list_models',
    'upload_file',
    'getGenerativeModel',
    'getGenerativeModel().countTokens',
    'getGenerativeModel().startChat',
  ],
}

export const examples: readonly SdkExample[] = [
  {
    lang: 'python',
    code: `
import google.generativeai as palm
def talk(lines):
    response = palm.chat(model="models/chat-bison-001", context="You are brief.", messages=["Hi"], candidate_count=2)
    for line in lines:
        response = response.reply(line)
async def later():
    first = await palm.chat_async(messages="Hi")
    await first.reply("And?")
`,
    sees: [
      {
        line: 4,
        call: 'google-generativeai.chat',
        provider: 'google',
        model: 'models/chat-bison-001',
        n: 2,
        input: ['You are brief.', 'Hi'],
      },
      {
        line: 6,
        call: 'google-generativeai.chat().reply',
        model: 'models/chat-bison-001',
        repeats: ['data loop here'],
      },
      { line: 8, call: 'google-generativeai.chat_async', model: null },
      { line: 9, call: 'google-generativeai.chat_async().reply', model: null },
    ],
  },
  {
    lang: 'python',
    code: `
import os
import google.generativeai as genai
genai.configure(api_key=os.environ["GOOGLE_API_KEY"])
model = genai.GenerativeModel(
    "gemini-1.5-pro",
    system_instruction="You name colours.",
    generation_config=genai.GenerationConfig(max_output_tokens=128, candidate_count=2),
)

def name(image, hint):
    return model.generate_content([hint, image]).text

async def shorter(text):
    return await model.generate_content_async(text, generation_config={"max_output_tokens": 20})

def talk(lines):
    chat = model.start_chat(history=[])
    for line in lines:
        print(chat.send_message(line, stream=True))

async def other(text):
    flash = genai.GenerativeModel(model_name=os.getenv("GEMINI", "gemini-1.5-flash"))
    await flash.start_chat().send_message_async(text)
    genai.GenerativeModel().generate_content(text)
`,
    sees: [
      {
        line: 12,
        call: 'google-generativeai.generate_content',
        provider: 'google',
        model: 'gemini-1.5-pro',
        modelVia: 'literal',
        maxOutput: 128,
        n: 2,
        repeats: [],
        input: ['You name colours.', '{hint}', '{image}'],
      },
      { line: 15, call: 'google-generativeai.generate_content_async', model: 'gemini-1.5-pro', maxOutput: 20 },
      {
        line: 20,
        call: 'google-generativeai.start_chat().send_message',
        model: 'gemini-1.5-pro',
        maxOutput: 128,
        repeats: ['data loop here'],
        input: ['You name colours.', '{line}'],
      },
      {
        line: 24,
        call: 'google-generativeai.start_chat().send_message_async',
        model: 'gemini-1.5-flash',
        modelVia: 'environment',
      },
      {
        line: 25,
        call: 'google-generativeai.generate_content',
        model: null,
        usualModel: 'gemini-1.5-flash-002',
      },
    ],
  },
  {
    lang: 'python',
    code: `
from google import generativeai as genai
from google.generativeai import ChatSession, GenerativeModel, caching

cache = caching.CachedContent.create(model="models/gemini-1.5-flash-001", contents=[book])
genai.GenerativeModel.from_cached_content(cached_content=cache).generate_content("Who is the thief?")
chat = ChatSession(model=GenerativeModel("gemini-1.5-flash"))
chat.send_message("Hi")
async def vectors(texts):
    await chat.send_message_async("Bye")
    one = genai.embed_content(model="models/text-embedding-004", content="A title", task_type="retrieval_document")
    return [await genai.embed_content_async("models/text-embedding-004", text) for text in texts]
`,
    sees: [
      {
        line: 6,
        call: 'google-generativeai.generate_content',
        model: 'models/gemini-1.5-flash-001',
        cached: true,
        input: ['Who is the thief?'],
      },
      { line: 8, call: 'google-generativeai.send_message', provider: 'google', model: 'gemini-1.5-flash' },
      { line: 10, call: 'google-generativeai.send_message_async', model: 'gemini-1.5-flash' },
      {
        line: 11,
        call: 'google-generativeai.embed_content',
        api: 'embed',
        model: 'models/text-embedding-004',
        input: ['A title'],
      },
      {
        line: 12,
        call: 'google-generativeai.embed_content_async',
        model: 'models/text-embedding-004',
        input: ['{text}'],
        repeats: ['data comprehension here'],
      },
    ],
  },
  {
    lang: 'typescript',
    code: `
import { ChatSession, GenerativeModel, GoogleGenerativeAI } from '@google/generative-ai'
import { GoogleAICacheManager } from '@google/generative-ai/server'
const genAI = new GoogleGenerativeAI(process.env.API_KEY!)
const model = genAI.getGenerativeModel({
  model: 'gemini-1.5-flash', systemInstruction: 'Be brief.', generationConfig: { maxOutputTokens: 90 },
})

export async function run(prompt: string) {
  await model.generateContent(prompt)
  await model.generateContentStream({ contents: [{ role: 'user', parts: [{ text: prompt }] }], generationConfig: { maxOutputTokens: 9 } })
  const chat = model.startChat({ history: [] })
  await chat.sendMessage(prompt)
  return chat.sendMessageStream([prompt, 'Now.'])
}

async function vectors(texts: string[]) {
  const embedder = genAI.getGenerativeModel({ model: 'text-embedding-004' })
  await embedder.batchEmbedContents({ requests: texts.map((text) => ({ content: { role: 'user', parts: [{ text }] } })) })
  return embedder.embedContent('One')
}

async function cached(text: string) {
  const cache = await new GoogleAICacheManager('k').create({ model: 'models/gemini-1.5-pro-001', contents: [] })
  const big = genAI.getGenerativeModelFromCachedContent(cache)
  await big.generateContent(text)
  await big.generateContentStream(text)
  await big.startChat().sendMessage(text)
  await big.startChat().sendMessageStream(text)
}

const ask = (given: GenerativeModel, text: string) => given.generateContent(text)
const stream = (given: GenerativeModel, text: string) => given.generateContentStream(text)
const say = (given: GenerativeModel, text: string) => given.startChat().sendMessage(text)
const tell = (given: GenerativeModel, text: string) => given.startChat().sendMessageStream(text)
const again = (chat: ChatSession, text: string) => chat.sendMessage(text)
const more = (chat: ChatSession, text: string) => chat.sendMessageStream(text)
`,
    sees: [
      {
        line: 10,
        call: 'google-generativeai.getGenerativeModel().generateContent',
        provider: 'google',
        model: 'gemini-1.5-flash',
        maxOutput: 90,
        input: ['Be brief.', '{prompt}'],
      },
      {
        line: 11,
        call: 'google-generativeai.getGenerativeModel().generateContentStream',
        maxOutput: 9,
        input: ['Be brief.', 'user: {prompt}'],
      },
      {
        line: 13,
        call: 'google-generativeai.getGenerativeModel().startChat().sendMessage',
        model: 'gemini-1.5-flash',
        maxOutput: 90,
        input: ['Be brief.', '{prompt}'],
      },
      {
        line: 14,
        call: 'google-generativeai.getGenerativeModel().startChat().sendMessageStream',
        input: ['Be brief.', '{prompt}', 'Now.'],
      },
      {
        line: 19,
        call: 'google-generativeai.getGenerativeModel().batchEmbedContents',
        api: 'embed',
        model: 'text-embedding-004',
      },
      { line: 20, call: 'google-generativeai.getGenerativeModel().embedContent', input: ['One'] },
      {
        line: 26,
        call: 'google-generativeai.getGenerativeModelFromCachedContent().generateContent',
        model: 'models/gemini-1.5-pro-001',
        cached: true,
      },
      { line: 27, call: 'google-generativeai.getGenerativeModelFromCachedContent().generateContentStream' },
      { line: 28, call: 'google-generativeai.getGenerativeModelFromCachedContent().startChat().sendMessage' },
      { line: 29, call: 'google-generativeai.getGenerativeModelFromCachedContent().startChat().sendMessageStream' },
      { line: 32, call: 'google-generativeai.generateContent', provider: 'google', model: null },
      { line: 33, call: 'google-generativeai.generateContentStream' },
      { line: 34, call: 'google-generativeai.startChat().sendMessage' },
      { line: 35, call: 'google-generativeai.startChat().sendMessageStream' },
      { line: 36, call: 'google-generativeai.sendMessage' },
      { line: 37, call: 'google-generativeai.sendMessageStream' },
    ],
  },
  {
    lang: 'python',
    code: `
import google.generativeai as genai
model = genai.GenerativeModel("gemini-1.5-flash")
model.count_tokens("Hi")
model.start_chat()
genai.list_models()
genai.upload_file("a.pdf")
class Model:
    def generate_content(self, text): ...
Model().generate_content("Hi")
`,
    sees: [],
  },
  {
    lang: 'typescript',
    code: `
import { GoogleGenerativeAI } from '@google/generative-ai'
const model = new GoogleGenerativeAI('k').getGenerativeModel({ model: 'gemini-1.5-flash' })
model.countTokens('Hi')
model.startChat()
other.generateContent('Hi')
`,
    sees: [],
  },
  {
    lang: 'python',
    code: `
import google.generativeai as palm
palm.generate_text(model="models/text-bison-001", prompt="Name a bee.", max_output_tokens=32)
`,
    sees: [
      {
        line: 3,
        call: 'google-generativeai.generate_text',
        provider: 'google',
        model: 'models/text-bison-001',
        maxOutput: 32,
        input: ['Name a bee.'],
      },
    ],
  },
]
