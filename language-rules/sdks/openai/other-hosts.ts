import type { SdkExample } from '../../../core/sdk.ts'

/** Hosts that answer as OpenAI does: where the client is pointed decides who bills. */
export const otherHosts: readonly SdkExample[] = [
  {
    // Left out on one of two ways: then the client keeps its own host.
    lang: 'python',
    code: `
import sys
from openai import OpenAI
direct = "--direct" in sys.argv
either = OpenAI(base_url=None if direct else "https://api.groq.com/openai/v1")
own = OpenAI(base_url=None if direct else "https://api.openai.com/v1")
either.responses.create(model="openai/gpt-oss-20b", input="Hi")
own.responses.create(model="gpt-5-mini", input="Hi")
`,
    sees: [
      { line: 7, call: 'openai.responses.create', provider: 'unknown' },
      { line: 8, call: 'openai.responses.create', provider: 'openai' },
    ],
  },
  {
    // Set on one of two ways: where it is not, the client keeps its own host.
    lang: 'typescript',
    code: `
import OpenAI from 'openai'
const watched: ConstructorParameters<typeof OpenAI>[0] = {}
if (process.env.HELICONE_API_KEY) watched.baseURL = 'https://oai.helicone.ai/v1'
const either: ConstructorParameters<typeof OpenAI>[0] = {}
if (process.env.GROQ_API_KEY) either.baseURL = 'https://api.groq.com/openai/v1'
await new OpenAI(watched).responses.create({ model: 'gpt-5-mini', input: 'Hi' })
await new OpenAI(either).responses.create({ model: 'gpt-5-mini', input: 'Hi' })
`,
    sees: [
      { line: 7, call: 'openai.responses.create', provider: 'openai' },
      { line: 8, call: 'openai.responses.create', provider: 'unknown' },
    ],
  },
  {
    // Where the program itself sets the variable that the client reads.
    lang: 'python',
    code: `
import os
from openai import OpenAI
before = OpenAI()
os.environ["OPENAI_BASE_URL"] = "https://api.groq.com/openai/v1"
after = OpenAI()
def ask():
    if os.path.exists("local"):
        os.environ["OPENAI_BASE_URL"] = "http://localhost:8000/v1"
    return OpenAI().responses.create(model="gpt-5-mini", input="Hi")
before.responses.create(model="gpt-5-mini", input="Hi")
after.responses.create(model="openai/gpt-oss-20b", input="Hi")
OpenAI(base_url="https://api.together.xyz/v1").responses.create(model="gpt-5-mini", input="Hi")
`,
    sees: [
      { line: 10, call: 'openai.responses.create', provider: 'unknown' },
      { line: 11, call: 'openai.responses.create', provider: 'openai' },
      { line: 12, call: 'openai.responses.create', provider: 'groq' },
      { line: 13, call: 'openai.responses.create', provider: 'together' },
    ],
  },
  {
    // A variable of the provider's own that need not be set; any other host may be anyone's.
    lang: 'python',
    code: `
import os
from openai import OpenAI
OpenAI(base_url=os.getenv("OPENAI_BASE_URL")).responses.create(model="gpt-5-mini", input="Hi")
OpenAI(base_url=os.getenv("LLM_URL")).responses.create(model="gpt-5-mini", input="Hi")
OpenAI(base_url=os.environ["OPENAI_URL"]).responses.create(model="gpt-5-mini", input="Hi")
OpenAI(base_url=os.getenv("OPENAI_COMPATIBLE_URL")).responses.create(model="gpt-5-mini", input="Hi")
`,
    sees: [
      { line: 4, call: 'openai.responses.create', provider: 'openai' },
      { line: 5, call: 'openai.responses.create', provider: 'unknown' },
      { line: 6, call: 'openai.responses.create', provider: 'unknown' },
      { line: 7, call: 'openai.responses.create', provider: 'unknown' },
    ],
  },
  {
    lang: 'python',
    code: `
import os
from openai import OpenAI
def connect(base_url):
    return OpenAI(base_url=base_url, api_key=os.environ["KEY"])
deepseek = OpenAI(base_url="https://api.deepseek.com")
deepseek.chat.completions.create(model="deepseek-chat", messages=[], max_tokens=10)
OpenAI(base_url="https://api.x.ai/v1").chat.completions.create(model="grok-4", messages=[])
OpenAI(base_url="https://openrouter.ai/api/v1").chat.completions.create(model="openai/gpt-4o", messages=[])
OpenAI(base_url="https://api.perplexity.ai").chat.completions.create(model="sonar", messages=[])
OpenAI(base_url="https://api.moonshot.ai/v1").chat.completions.create(model="kimi-k2", messages=[])
connect("https://api.studio.nebius.com/v1").embeddings.create(model="BAAI/bge-m3", input="Hi")
OpenAI(base_url="http://localhost:8000/v1").chat.completions.create(model="qwen3", messages=[])
`,
    sees: [
      { line: 7, call: 'openai.chat.completions.create', provider: 'deepseek', model: 'deepseek-chat', maxOutput: 10 },
      { line: 8, call: 'openai.chat.completions.create', provider: 'xai', model: 'grok-4' },
      { line: 9, call: 'openai.chat.completions.create', provider: 'openrouter', model: 'openai/gpt-4o' },
      { line: 10, call: 'openai.chat.completions.create', provider: 'perplexity', model: 'sonar' },
      { line: 11, call: 'openai.chat.completions.create', provider: 'moonshot', model: 'kimi-k2' },
      { line: 12, call: 'openai.embeddings.create', provider: 'nebius', model: 'BAAI/bge-m3' },
      { line: 13, call: 'openai.chat.completions.create', provider: 'local', model: 'qwen3' },
    ],
  },
  {
    // Who another may replace is assumed, and says what it is taken from.
    lang: 'python',
    code: `
import os
from openai import OpenAI
def connect(base_url="https://api.deepseek.com"):
    return OpenAI(base_url=base_url)
class Writer:
    def __init__(self, base_url=None):
        self.client = OpenAI(base_url=base_url)
    def write(self):
        return self.client.responses.create(model="gpt-5-mini", input="Hi")
groq = OpenAI(base_url=os.getenv("LLM_URL", "https://api.groq.com/openai/v1"))
groq.responses.create(model="openai/gpt-oss-20b", input="Hi")
together = OpenAI(base_url=f"{os.getenv('LLM_HOST', 'https://api.together.xyz')}/{version}")
together.chat.completions.create(model="m", messages=[])
connect().chat.completions.create(model="deepseek-chat", messages=[])
OpenAI(base_url=os.getenv("OPENAI_BASE_URL")).responses.create(model="gpt-5-mini", input="Hi")
OpenAI().responses.create(model="gpt-5-mini", input="Hi")
`,
    sees: [
      { line: 10, call: 'openai.responses.create', provider: 'openai', providerFrom: 'parameter' },
      { line: 12, call: 'openai.responses.create', provider: 'groq', providerFrom: 'environment' },
      { line: 14, call: 'openai.chat.completions.create', provider: 'together', providerFrom: 'environment' },
      { line: 15, call: 'openai.chat.completions.create', provider: 'deepseek', providerFrom: 'parameter' },
      {
        line: 16,
        call: 'openai.responses.create',
        provider: 'openai',
        providerFrom: 'OPENAI_BASE_URL is not set, or is a host of theirs',
      },
      { line: 17, call: 'openai.responses.create', provider: 'openai', providerFrom: null },
    ],
  },
  {
    lang: 'typescript',
    code: `
import OpenAI from 'openai'
const connect = (baseURL: string) => new OpenAI({ baseURL, apiKey: process.env.KEY })
const deepseek = new OpenAI({ baseURL: 'https://api.deepseek.com' })
await deepseek.chat.completions.create({ model: 'deepseek-chat', messages: [], max_tokens: 10 })
await new OpenAI({ baseURL: 'https://api.x.ai/v1' }).responses.create({ model: 'grok-4', input: 'Hi' })
await connect('https://openrouter.ai/api/v1').chat.completions.create({ model: 'openai/gpt-4o', messages: [] })
await new OpenAI({ baseURL: 'https://api.perplexity.ai' }).chat.completions.create({ model: 'sonar', messages: [] })
await new OpenAI({ baseURL: 'https://api.moonshot.ai/v1' }).chat.completions.create({ model: 'kimi-k2', messages: [] })
await new OpenAI({ baseURL: 'https://api.studio.nebius.com/v1' }).embeddings.create({ model: 'bge-m3', input: 'Hi' })
await new OpenAI({ baseURL: 'http://localhost:8000/v1' }).chat.completions.create({ model: 'qwen3', messages: [] })
`,
    sees: [
      { line: 5, call: 'openai.chat.completions.create', provider: 'deepseek', model: 'deepseek-chat', maxOutput: 10 },
      { line: 6, call: 'openai.responses.create', provider: 'xai', model: 'grok-4' },
      { line: 7, call: 'openai.chat.completions.create', provider: 'openrouter', model: 'openai/gpt-4o' },
      { line: 8, call: 'openai.chat.completions.create', provider: 'perplexity', model: 'sonar' },
      { line: 9, call: 'openai.chat.completions.create', provider: 'moonshot', model: 'kimi-k2' },
      { line: 10, call: 'openai.embeddings.create', provider: 'nebius', model: 'bge-m3' },
      { line: 11, call: 'openai.chat.completions.create', provider: 'local', model: 'qwen3' },
    ],
  },
  {
    lang: 'typescript',
    code: `
import OpenAI from 'openai'
import { bedrock } from 'openai/providers/bedrock'
const client = new OpenAI({ provider: bedrock({ endpoint: 'runtime' }) })
client.responses.create({ model: 'us.openai.gpt-oss-120b', input: 'Hi' })
new OpenAI({ provider: other() }).responses.create({ model: 'gpt-4o', input: 'Hi' })
`,
    sees: [
      { line: 5, call: 'openai.responses.create', provider: 'bedrock', model: 'us.openai.gpt-oss-120b' },
      { line: 6, call: 'openai.responses.create', provider: 'unknown', model: 'gpt-4o' },
    ],
  },
  {
    lang: 'typescript',
    code: `
import OpenAI from 'openai'
import { OpenAIClient } from '@langchain/openai'
const azure = new OpenAI({ baseURL: \`\${process.env.ENDPOINT}/openai/deployments/\${process.env.NAME}\` })
await azure.chat.completions.create({ model: 'gpt-4o', messages: [] })
await new OpenAIClient({ apiKey }).audio.transcriptions.create({ file, model: 'whisper-1' })
`,
    sees: [
      { line: 5, call: 'openai.chat.completions.create', provider: 'azure-openai', model: 'gpt-4o' },
      { line: 6, call: 'openai.audio.transcriptions.create', provider: 'openai', model: 'whisper-1' },
    ],
  },
]
