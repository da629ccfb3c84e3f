// https://platform.claude.com/docs/en/api/messages
import type { Sdk, SdkExample } from '../../core/sdk.ts'
import { calls } from './anthropic/calls.ts'
import { handed, handedExamples } from './anthropic/handed.ts'
import { olderExamples } from './anthropic/older.ts'

export const sdk: Sdk = {
  id: 'anthropic',
  words: [
    ...Object.keys(handed),
    ...['from anthropic', 'import anthropic', ', anthropic', "'@anthropic-ai/", '"@anthropic-ai/'],
  ],
  clients: [
    {
      python: ['anthropic.Anthropic', 'anthropic.AsyncAnthropic', 'anthropic.Client', 'anthropic.AsyncClient'],
      typescript: ['@anthropic-ai/sdk#default', '@anthropic-ai/sdk#Anthropic'],
      provider: 'anthropic',
      baseUrl: ['base_url', 'baseURL'],
      baseUrlSet: ['ANTHROPIC_BASE_URL'],
    },
    {
      python: [
        'anthropic.AnthropicBedrock',
        'anthropic.AsyncAnthropicBedrock',
        'anthropic.AnthropicBedrockMantle',
        'anthropic.AsyncAnthropicBedrockMantle',
        'anthropic.lib.bedrock.AnthropicBedrock',
        'anthropic.lib.bedrock.AsyncAnthropicBedrock',
      ],
      typescript: [
        '@anthropic-ai/bedrock-sdk#default',
        '@anthropic-ai/bedrock-sdk#AnthropicBedrock',
        '@anthropic-ai/bedrock-sdk#AnthropicBedrockMantle',
      ],
      provider: 'bedrock',
    },
    {
      python: [
        'anthropic.AnthropicVertex',
        'anthropic.AsyncAnthropicVertex',
        'anthropic.lib.vertex.AnthropicVertex',
        'anthropic.lib.vertex.AsyncAnthropicVertex',
      ],
      typescript: ['@anthropic-ai/vertex-sdk#default', '@anthropic-ai/vertex-sdk#AnthropicVertex'],
      provider: 'vertex',
    },
    // Sold by Microsoft, Amazon and Google under their own price lists, which we do not carry.
    {
      python: [
        'anthropic.AnthropicFoundry',
        'anthropic.AsyncAnthropicFoundry',
        'anthropic.AnthropicAWS',
        'anthropic.AsyncAnthropicAWS',
        'anthropic.AnthropicGoogleCloud',
        'anthropic.AsyncAnthropicGoogleCloud',
        'anthropic.lib.foundry.AnthropicFoundry',
        'anthropic.lib.foundry.AsyncAnthropicFoundry',
        'anthropic.lib.aws.AnthropicAWS',
        'anthropic.lib.aws.AsyncAnthropicAWS',
      ],
      typescript: [
        '@anthropic-ai/foundry-sdk#default',
        '@anthropic-ai/foundry-sdk#AnthropicFoundry',
        '@anthropic-ai/aws-sdk#default',
        '@anthropic-ai/aws-sdk#AnthropicAws',
        '@anthropic-ai/google-cloud-sdk#default',
        '@anthropic-ai/google-cloud-sdk#AnthropicGoogleCloud',
      ],
      provider: 'unknown',
    },
  ],
  handed,
  calls,
  free: [
    'messages.count_tokens',
    'messages.countTokens',
    'messages.batches.retrieve',
    'messages.batches.results',
    'messages.batches.list',
    'messages.batches.cancel',
    'beta.messages.count_tokens',
    'beta.messages.countTokens',
    'beta.messages.batches.retrieve',
    'beta.messages.batches.results',
    'beta.files.upload',
    'models.list',
  ],
  transparent: ['with_raw_response', 'with_streaming_response', 'with_options()', 'copy()', 'withOptions()'],
}

export const examples: readonly SdkExample[] = [
  {
    // The client takes the name of the module it is made from.
    lang: 'python',
    code: `
import anthropic
anthropic = anthropic.Anthropic()
def ask(messages):
    return anthropic.messages.create(model="claude-haiku-4-5", max_tokens=200, messages=messages)
`,
    sees: [
      {
        line: 5,
        call: 'anthropic.messages.create',
        provider: 'anthropic',
        model: 'claude-haiku-4-5',
        confidence: null,
      },
    ],
  },
  {
    lang: 'python',
    code: `
from anthropic import Anthropic
MODEL = "claude-haiku-4-5"
def ask(client: Anthropic, text):
    return client.messages.create(model=MODEL, max_tokens=200, messages=[{"role": "user", "content": text}])
`,
    sees: [
      {
        line: 5,
        call: 'anthropic.messages.create',
        provider: 'anthropic',
        model: 'claude-haiku-4-5',
        modelVia: 'constant',
        maxOutput: 200,
        cached: false,
        batch: false,
        n: 1,
        repeats: [],
        input: ['user: {text}'],
      },
    ],
  },
  {
    lang: 'typescript',
    code: `
import Anthropic from '@anthropic-ai/sdk'
import { AnthropicAws } from '@anthropic-ai/aws-sdk'
import { AnthropicFoundry } from '@anthropic-ai/foundry-sdk'
import { AnthropicVertex } from '@anthropic-ai/vertex-sdk'
const anthropic = new Anthropic()
const params = { model: 'claude-sonnet-4-5', max_tokens: 900 } as const
anthropic.beta.messages.toolRunner({ ...params, tools: [], messages: [], max_iterations: 4 })
anthropic.beta.messages.batches.create({ requests: [{ custom_id: 'a', params: { ...params, messages: [] } }] })
anthropic.messages.parse({ ...params, messages: [], output_config: { format: answer, effort: 'low' } })
new AnthropicVertex({ region: 'global' }).messages.create({ model: 'claude-haiku-4-5@20251001', max_tokens: 1, messages: [] })
new AnthropicAws().messages.create({ ...params, messages: [] })
new AnthropicFoundry({ resource: 'r' }).messages.create({ ...params, messages: [] })
`,
    sees: [
      { line: 8, call: 'anthropic.beta.messages.toolRunner', maxOutput: 900, repeats: ['agent option here 4'] },
      {
        line: 9,
        call: 'anthropic.beta.messages.batches.create',
        model: 'claude-sonnet-4-5',
        maxOutput: 900,
        batch: true,
      },
      { line: 10, call: 'anthropic.messages.parse', model: 'claude-sonnet-4-5' },
      { line: 11, call: 'anthropic.messages.create', provider: 'vertex', model: 'claude-haiku-4-5@20251001' },
      { line: 12, call: 'anthropic.messages.create', provider: 'unknown', model: 'claude-sonnet-4-5' },
      { line: 13, call: 'anthropic.messages.create', model: 'claude-sonnet-4-5' },
    ],
  },
  {
    lang: 'python',
    code: `
from anthropic import Anthropic
Anthropic().messages.count_tokens(model="claude-haiku-4-5", messages=m)
Anthropic().messages.batches.retrieve("b")
Anthropic().messages.batches.results("b")
`,
    sees: [],
  },
  {
    lang: 'python',
    code: `
import anthropic
SYSTEM = [{"type": "text", "text": "You know the law.", "cache_control": {"type": "ephemeral"}}]
client = anthropic.AsyncAnthropic()
async def answer(question: str, history: list, *, limit=1024):
    async with client.messages.stream(
        model="claude-sonnet-4-5",
        max_tokens=limit,
        system=SYSTEM,
        messages=[*history, {"role": "user", "content": [{"type": "text", "text": question}]}],
    ) as stream:
        return await stream.get_final_message()
`,
    sees: [
      {
        line: 6,
        call: 'anthropic.messages.stream',
        model: 'claude-sonnet-4-5',
        maxOutput: 1024,
        cached: true,
        input: ['You know the law.', '{history}', 'user: {question}'],
      },
    ],
  },
  {
    lang: 'python',
    code: `
from anthropic import Anthropic
from anthropic.types.message_create_params import MessageCreateParamsNonStreaming
from anthropic.types.messages.batch_create_params import Request
client = Anthropic()
def submit(rows):
    client.messages.batches.create(requests=[
        Request(custom_id=row.id, params=MessageCreateParamsNonStreaming(
            model="claude-haiku-4-5", max_tokens=50, messages=[{"role": "user", "content": row.text}]))
        for row in rows
    ])
    client.beta.messages.batches.create(requests=load(rows))
`,
    sees: [
      {
        line: 7,
        call: 'anthropic.messages.batches.create',
        model: 'claude-haiku-4-5',
        maxOutput: 50,
        batch: true,
        repeats: [],
        input: ['user: {row.text}'],
      },
      { line: 12, call: 'anthropic.beta.messages.batches.create', model: null, maxOutput: null, batch: true },
    ],
  },
  {
    lang: 'python',
    code: `
from anthropic import AnthropicBedrock, AsyncAnthropicVertex
bedrock = AnthropicBedrock(aws_region="us-east-1")
vertex = AsyncAnthropicVertex(region="global", project_id="p")
MODELS = {"small": "claude-haiku-4-5", "large": "claude-opus-4-5"}
class Judge:
    LIMIT = 16
    def __init__(self):
        self.client = vertex
    async def score(self, text):
        return await self.client.messages.create(model=MODELS["small"], max_tokens=self.LIMIT * 2, messages=text)
bedrock.messages.create(model="global.anthropic.claude-sonnet-4-5-20250929-v1:0", max_tokens=10, messages=[])
`,
    sees: [
      { line: 11, call: 'anthropic.messages.create', provider: 'vertex', model: 'claude-haiku-4-5', maxOutput: 32 },
      {
        line: 12,
        call: 'anthropic.messages.create',
        provider: 'bedrock',
        model: 'global.anthropic.claude-sonnet-4-5-20250929-v1:0',
      },
    ],
  },
  {
    lang: 'python',
    code: `
from anthropic import Anthropic
client = Anthropic()
def call(prompt: str, model="claude-sonnet-4-5"):
    return client.messages.create(model=model, max_tokens=100, messages=[{"role": "user", "content": "Judge: " + prompt}])
for row in rows:
    call(row)
`,
    sees: [
      {
        line: 5,
        call: 'anthropic.messages.create',
        model: 'claude-sonnet-4-5',
        modelVia: 'parameter',
        repeats: ['data loop caller'],
        input: ['user: Judge: ', 'user: {prompt}'],
      },
    ],
  },
  {
    lang: 'python',
    code: `
from anthropic import Anthropic
client = Anthropic()
messages = []
while True:
    messages.append({"role": "user", "content": input()})
    reply = client.messages.create(model="claude-opus-4-5", max_tokens=1000, messages=messages, tools=TOOLS)
    messages.append({"role": "assistant", "content": reply.content})
`,
    sees: [
      {
        line: 7,
        call: 'anthropic.messages.create',
        model: 'claude-opus-4-5',
        repeats: ['agent loop here'],
        input: ['{TOOLS}', '{messages}', 'user: {input()}'],
      },
    ],
  },
  {
    lang: 'typescript',
    code: `
import Anthropic from '@anthropic-ai/sdk'
const client = new Anthropic({ baseURL: 'https://api.anthropic.com' })
const tools = [{ name: 'lookup', input_schema: { type: 'object' } }]
export async function POST(request: Request) {
  const { text } = await request.json()
  return client.messages.create({
    model: 'claude-sonnet-4-5', max_tokens: 1024, thinking: { type: 'enabled', budget_tokens: 2000 },
    system: 'Answer.', tools, messages: [{ role: 'user', content: \`Q: \${text}\` }],
  })
}
`,
    sees: [
      {
        line: 7,
        call: 'anthropic.messages.create',
        provider: 'anthropic',
        model: 'claude-sonnet-4-5',
        maxOutput: 1024,
        input: ['[{"name": "lookup", "input_schema": {"type": "object"}}]', 'Answer.', 'user: Q: ', 'user: {text}'],
      },
    ],
  },
  {
    lang: 'typescript',
    code: `
import { Anthropic } from '@anthropic-ai/sdk'
import AnthropicBedrock from '@anthropic-ai/bedrock-sdk'
function make(bedrock: boolean) {
  return bedrock ? new AnthropicBedrock() : new Anthropic()
}
async function judge(texts: string[], bedrock: boolean) {
  const client = make(bedrock)
  for (const text of texts) {
    await client.beta.messages.create({ model: 'claude-haiku-4-5', max_tokens: 5, messages: [{ role: 'user', content: text }] })
  }
}
`,
    sees: [
      {
        line: 10,
        call: 'anthropic.beta.messages.create',
        provider: 'unknown',
        model: 'claude-haiku-4-5',
        repeats: ['data loop here'],
      },
    ],
  },
  {
    lang: 'typescript',
    code: `
import Anthropic from '@anthropic-ai/sdk'
const client = new Anthropic()
const ids = ['a', 'b', 'c']
await client.messages.batches.create({
  requests: ids.map((id) => ({ custom_id: id, params: { model: 'claude-haiku-4-5', max_tokens: 9, messages: [] } })),
})
const ask = ({ model = 'claude-haiku-4-5', text }: { model?: string; text: string }) =>
  client.messages.stream({ model, max_tokens: 100, messages: [{ role: 'user', content: text }] })
`,
    sees: [
      { line: 5, call: 'anthropic.messages.batches.create', model: 'claude-haiku-4-5', maxOutput: 9, batch: true },
      { line: 9, call: 'anthropic.messages.stream', model: 'claude-haiku-4-5', maxOutput: 100 },
    ],
  },
  {
    lang: 'typescript',
    code: `
import Anthropic from '@anthropic-ai/sdk'
import twilio from 'twilio'
const sms = twilio('id', 'token')
sms.messages.create({ to: '+1', body: 'claude' })
const client = new Anthropic()
client.messages.countTokens({ model: 'claude-haiku-4-5', messages: [] })
const messages = { create: (options: object) => options }
messages.create({ model: 'claude-haiku-4-5' })
// client.messages.create({ model: 'claude-haiku-4-5' })
`,
    sees: [],
  },
  {
    lang: 'python',
    code: `
from anthropic import Anthropic
from app.clients import client
import queue
client.messages.create(body="Hi", to="+1")
inbox = queue.Queue()
inbox.messages.create(model="claude-haiku-4-5", max_tokens=5, messages=[])
def create(model): ...
create("claude-haiku-4-5")
`,
    sees: [],
  },
  ...handedExamples,
  ...olderExamples,
]
