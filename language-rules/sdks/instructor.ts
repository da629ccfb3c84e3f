// https://python.useinstructor.com/, https://github.com/567-labs/instructor-js
import type { CallShape, Sdk, SdkExample } from '../../core/sdk.ts'

// Each client's own names go through to it. What an answer has to look like is sent along as a tool or a schema.
const wrapped = {
  api: 'chat',
  model: ['model', 'modelId'],
  maxOutput: ['max_tokens', 'max_completion_tokens', 'max_output_tokens', 'inferenceConfig.maxTokens'],
  input: ['system', 'chat_history', 'messages', 'message', 'contents', 'response_model', 'tools'],
  n: 'n',
  tier: 'service_tier',
  reasoning: 'reasoning_effort',
  stream: 'stream',
  cacheMarker: 'cache_control',
  // An answer that does not validate is asked for again: https://python.useinstructor.com/concepts/retrying/
  repeats: { max_retries: { kind: 'retry', default: 3 } },
} as const satisfies Omit<CallShape, 'path'>

const methods = ['create', 'create_with_completion', 'create_partial', 'create_iterable']
const below = ['', 'chat.completions.', 'messages.']
const paths = below.flatMap((path) => methods.map((method) => path + method))

const wrappers = [
  'from_openai',
  'from_anthropic',
  'from_gemini',
  'from_genai',
  'from_vertexai',
  'from_groq',
  'from_mistral',
  'from_cohere',
  'from_bedrock',
  'from_fireworks',
  'from_cerebras',
  'from_perplexity',
  'from_writer',
]

export const sdk: Sdk = {
  id: 'instructor',
  words: ['import instructor', 'from instructor', '@instructor-ai/instructor', ', instructor'],
  clients: [
    // A model given here is that of every call that gives none.
    { python: wrappers.map((name) => `instructor.${name}`), of: ['[0]', 'client'], model: 'model' },
    { python: ['instructor.**.Instructor', 'instructor.**.AsyncInstructor'], of: ['[0]', 'client'], model: 'model' },
    {
      python: ['instructor.from_provider', 'instructor.auto_client.from_provider'],
      model: ['[0]', 'model'],
      id: 'provider/model',
    },
    { python: 'instructor.from_litellm', kind: 'litellm', provider: 'litellm', model: 'model', id: 'provider/model' },
    {
      python: ['instructor.patch', 'instructor.apatch', 'instructor.patch.patch', 'instructor.patch.apatch'],
      kind: 'patched',
      of: ['[0]', 'client'],
    },
    { typescript: '@instructor-ai/instructor#default', kind: 'patched', of: 'client' },
  ],
  calls: [
    ...paths.map((path) => ({ path, ...wrapped })),
    ...paths.map((path) => ({ path, ...wrapped, on: 'litellm', id: 'provider/model' }) as const),
    // Patched clients ask once unless told otherwise.
    { path: 'chat.completions.create', ...wrapped, on: 'patched', repeats: { max_retries: 'retry' } },
    { path: 'messages.create', ...wrapped, on: 'patched', repeats: { max_retries: 'retry' } },
  ],
  free: ['on', 'off', 'clear'],
}

export const examples: readonly SdkExample[] = [
  {
    // A client that stands in a config, by its type.
    lang: 'python',
    code: `
import instructor
from pydantic import BaseModel, Field
class Config(BaseModel):
    client: instructor.core.client.Instructor = Field(..., description="asks")
    model: str = Field(default="gpt-5-mini")
class Asker:
    def __init__(self, config: Config):
        self.client = config.client
        self.model = config.model
    def ask(self, messages):
        return self.client.chat.completions.create(model=self.model, messages=messages, response_model=Answer)
`,
    sees: [{ line: 12, call: 'instructor.chat.completions.create', provider: 'unknown', model: 'gpt-5-mini' }],
  },
  {
    lang: 'python',
    code: `
import instructor
from openai import OpenAI
from pydantic import BaseModel
class Person(BaseModel):
    name: str
client = instructor.from_openai(OpenAI(), model="gpt-4o-mini")
def person(text):
    return client.chat.completions.create(
        response_model=Person,
        max_tokens=100,
        max_retries=2,
        messages=[{"role": "system", "content": "Who?"}, {"role": "user", "content": text}],
    )
`,
    sees: [
      {
        line: 9,
        call: 'instructor.chat.completions.create',
        provider: 'openai',
        model: 'gpt-4o-mini',
        maxOutput: 100,
        repeats: ['retry option here 2'],
        input: [
          'system: Who?',
          'user: {text}',
          '{"properties": {"name": {"title": "Name", "type": "string"}}, "required": ["name"], "title": "Person", "type": "object"}',
        ],
      },
    ],
  },
  {
    lang: 'python',
    code: `
import instructor
from anthropic import AsyncAnthropic
from openai import AsyncOpenAI
from tenacity import Retrying, stop_after_attempt
claude = instructor.from_anthropic(AsyncAnthropic())
groq = instructor.from_openai(AsyncOpenAI(base_url="https://api.groq.com/openai/v1"), mode=instructor.Mode.JSON)
async def extract(texts, Person):
    for text in texts:
        await claude.messages.create(model="claude-haiku-4-5", max_tokens=64, messages=[], response_model=Person)
    await claude.create(model="claude-haiku-4-5", max_tokens=64, messages=[], response_model=Person)
    await groq.chat.completions.create_with_completion(model="llama-3.1-8b-instant", messages=[], response_model=Person)
    async for part in groq.chat.completions.create_partial(model="llama-3.1-8b-instant", messages=[]):
        print(part)
    async for person in groq.create_iterable(model="llama-3.1-8b-instant", messages=[], max_retries=Retrying()):
        print(person)
`,
    sees: [
      {
        line: 10,
        call: 'instructor.messages.create',
        provider: 'anthropic',
        model: 'claude-haiku-4-5',
        maxOutput: 64,
        repeats: ['data loop here', 'retry option here 3'],
      },
      { line: 11, call: 'instructor.create', provider: 'anthropic', model: 'claude-haiku-4-5' },
      {
        line: 12,
        call: 'instructor.chat.completions.create_with_completion',
        provider: 'groq',
        model: 'llama-3.1-8b-instant',
      },
      {
        line: 13,
        call: 'instructor.chat.completions.create_partial',
        provider: 'groq',
        repeats: ['retry option here 3'],
      },
      { line: 15, call: 'instructor.create_iterable', provider: 'groq', repeats: ['retry option here'] },
    ],
  },
  {
    lang: 'python',
    code: `
import instructor
from litellm import completion
from instructor import Instructor
client = instructor.from_provider("anthropic/claude-haiku-4-5")
client.create_with_completion(messages=[], response_model=Person)
client.create_partial(model="claude-sonnet-4-5", messages=[], response_model=Person)
client.messages.create_iterable(messages=[], response_model=Person)
client.messages.create_with_completion(messages=[]), client.messages.create_partial(messages=[])
any_model = instructor.from_litellm(completion)
any_model.chat.completions.create(model="groq/llama-3.1-8b-instant", messages=[], response_model=Person)
any_model.create(model="openai/gpt-4o", messages=[], response_model=Person)
class Reader:
    def __init__(self, client: Instructor):
        self.client = client
    def read(self, text):
        return self.client.chat.completions.create_iterable(model="gpt-4o", messages=text, response_model=Person)
`,
    sees: [
      {
        line: 6,
        call: 'instructor.create_with_completion',
        provider: 'anthropic',
        model: 'claude-haiku-4-5',
        modelVia: 'literal',
      },
      { line: 7, call: 'instructor.create_partial', provider: 'anthropic', model: 'claude-sonnet-4-5' },
      { line: 8, call: 'instructor.messages.create_iterable', provider: 'anthropic', model: 'claude-haiku-4-5' },
      { line: 9, call: 'instructor.messages.create_with_completion', provider: 'anthropic' },
      { line: 9, call: 'instructor.messages.create_partial', model: 'claude-haiku-4-5' },
      { line: 11, call: 'instructor.chat.completions.create', provider: 'groq', model: 'llama-3.1-8b-instant' },
      { line: 12, call: 'instructor.create', provider: 'openai', model: 'gpt-4o' },
      { line: 17, call: 'instructor.chat.completions.create_iterable', provider: 'unknown', model: 'gpt-4o' },
    ],
  },
  {
    lang: 'python',
    code: `
import instructor
from anthropic import Anthropic
from langsmith.wrappers import wrap_openai
from openai import AzureOpenAI, OpenAI
client = instructor.patch(OpenAI())
client.chat.completions.create(model="gpt-4o", messages=[], response_model=Person)
client.embeddings.create(model="text-embedding-3-small", input="a")
traced = instructor.from_openai(wrap_openai(OpenAI()))
traced.chat.completions.create(model="gpt-4o", messages=[], response_model=Person)
instructor.apatch(AzureOpenAI()).chat.completions.create(model="gpt-4o", messages=[], max_retries=3)
instructor.patch(client=Anthropic()).messages.create(model="claude-haiku-4-5", max_tokens=9, messages=[])
`,
    sees: [
      { line: 7, call: 'instructor.chat.completions.create', provider: 'openai', model: 'gpt-4o', repeats: [] },
      { line: 8, call: 'openai.embeddings.create', model: 'text-embedding-3-small' },
      { line: 10, call: 'instructor.chat.completions.create', provider: 'openai', model: 'gpt-4o' },
      {
        line: 11,
        call: 'instructor.chat.completions.create',
        provider: 'azure-openai',
        repeats: ['retry option here 3'],
      },
      { line: 12, call: 'instructor.messages.create', provider: 'anthropic', model: 'claude-haiku-4-5', maxOutput: 9 },
    ],
  },
  {
    lang: 'typescript',
    code: `
import Instructor from '@instructor-ai/instructor'
import OpenAI from 'openai'
import { z } from 'zod'
const client = Instructor({ client: new OpenAI({ baseURL: 'https://api.together.xyz/v1' }), mode: 'TOOLS' })
const Person = z.object({ name: z.string() })
export const person = (text: string) =>
  client.chat.completions.create({
    model: 'meta-llama/Llama-3.3-70B-Instruct-Turbo',
    messages: [{ role: 'user', content: text }],
    response_model: { schema: Person, name: 'Person' },
    max_tokens: 80,
    max_retries: 2,
  })
`,
    sees: [
      {
        line: 8,
        call: 'instructor.chat.completions.create',
        provider: 'together',
        model: 'meta-llama/Llama-3.3-70B-Instruct-Turbo',
        maxOutput: 80,
        repeats: ['retry option here 2'],
      },
    ],
  },
  {
    lang: 'python',
    code: `
import instructor
from instructor import llm_validator
from pydantic import BaseModel
client = instructor.from_provider("openai/gpt-4o")
client.on("completion:error", print)
client.clear()
class Person(BaseModel):
    name: str
Person.create(name="a")
sessions.create(model="gpt-4o", messages=[])
`,
    sees: [],
  },
]
