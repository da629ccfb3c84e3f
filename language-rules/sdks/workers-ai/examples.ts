import type { SdkExample } from '../../../core/sdk.ts'

export const examples: readonly SdkExample[] = [
  {
    lang: 'typescript',
    code: `
interface Env { AI: Ai }
export default {
  async fetch(request: Request, env: Env) {
    const messages = [{ role: 'user', content: 'Hi' }]
    await env.AI.run('@cf/meta/llama-3.1-8b-instruct', { messages, max_tokens: 200, stream: true })
    await env.AI.run('@cf/baai/bge-base-en-v1.5', { text: ['one', 'two'] }, { gateway: { id: 'own' } })
    await env.AI.run(env.MODEL, { prompt: 'Bye' })
    return env.AI.run('@cf/black-forest-labs/flux-1-schnell', { prompt: 'A cat' })
  },
}
`,
    sees: [
      {
        line: 6,
        call: 'workers-ai.run',
        api: 'chat',
        provider: 'cloudflare',
        model: '@cf/meta/llama-3.1-8b-instruct',
        maxOutput: 200,
        input: ['user: Hi'],
        confidence: 'low',
      },
      { line: 7, call: 'workers-ai.run', api: 'embed', model: '@cf/baai/bge-base-en-v1.5', input: ['one', 'two'] },
      { line: 8, call: 'workers-ai.run', provider: 'cloudflare', model: null, input: ['Bye'] },
      { line: 9, call: 'workers-ai.run', api: 'image', model: '@cf/black-forest-labs/flux-1-schnell' },
    ],
  },
  {
    // The platform's own module and classes say what it is.
    lang: 'typescript',
    code: `
import { DurableObject, env, WorkerEntrypoint } from 'cloudflare:workers'
const model = '@cf/meta/llama-3.2-3b-instruct'
export class Asks extends WorkerEntrypoint<Env> {
  async ask(prompt: string) {
    return this.env.AI.run(model, { prompt, max_tokens: 64 })
  }
}
export class Room extends DurableObject {
  say = (name: string) => this.env.AI.run(name, { prompt: 'Hi' })
}
await env.AI.run(model, { prompt: 'Now' })
const { AI } = env
await AI.run('openai/gpt-4.1-mini', { prompt: 'Hi' }, { gateway: { id: 'default' } })
`,
    sees: [
      {
        line: 6,
        call: 'workers-ai.run',
        provider: 'cloudflare',
        model: '@cf/meta/llama-3.2-3b-instruct',
        maxOutput: 64,
        confidence: null,
      },
      { line: 10, call: 'workers-ai.run', model: null, confidence: null },
      { line: 12, call: 'workers-ai.run', confidence: null },
      { line: 14, call: 'workers-ai.run', provider: 'cloudflare', model: 'openai/gpt-4.1-mini' },
    ],
  },
  {
    lang: 'typescript',
    code: `
import { Ai } from '@cloudflare/ai'
import type { Ai as Binding } from '@cloudflare/workers-types'
import Cloudflare from 'cloudflare'
import { Hono, type Context } from 'hono'
const app = new Hono<{ Bindings: Env }>()
app.post('/', async (c) => c.json(await c.env.AI.run('@cf/openai/whisper', { audio: await c.req.json() })))
const ask = (c: Context, id: string) => c.env.AI.run(id, { prompt: 'Hi' })
const say = (ai: Binding, id: string) => ai.run(id, { prompt: 'Hi' })
const note = (env, id) => { const { AI } = env; const ai = env.AI; return [AI.run(id, {}), ai.run(id, {})] }
const speak = (platform) => platform.env.SPEAKER.run('@cf/myshell-ai/melotts', { prompt: 'Hi' })
export const onRequest = async (context) => {
  const ai = new Ai(context.env.AI)
  return ai.run('@hf/thebloke/codellama-7b-instruct-awq', { prompt: 'Hi' })
}
const client = new Cloudflare()
await client.ai.run('@cf/meta/llama-3.1-8b-instruct', { account_id: '1', prompt: 'Hi', max_tokens: 9 })
`,
    sees: [
      { line: 7, call: 'workers-ai.run', api: 'transcribe', model: '@cf/openai/whisper' },
      { line: 8, call: 'workers-ai.run', model: null, confidence: null },
      { line: 9, call: 'workers-ai.run', model: null, confidence: null },
      { line: 10, call: 'workers-ai.run', model: null, confidence: 'low' },
      { line: 10, call: 'workers-ai.run', model: null, confidence: 'low' },
      { line: 11, call: 'workers-ai.run', api: 'speech', confidence: 'low' },
      { line: 14, call: 'workers-ai.run', model: '@hf/thebloke/codellama-7b-instruct-awq', confidence: null },
      { line: 17, call: 'workers-ai.ai.run', model: '@cf/meta/llama-3.1-8b-instruct', maxOutput: 9, input: ['Hi'] },
    ],
  },
  {
    lang: 'python',
    code: `
from cloudflare import Cloudflare
client = Cloudflare(api_token=token)
client.ai.run("@cf/meta/llama-3.1-8b-instruct", account_id=account, messages=[{"role": "user", "content": "Hi"}])
client.ai.models.list(account_id=account)
`,
    sees: [
      {
        line: 4,
        call: 'workers-ai.ai.run',
        provider: 'cloudflare',
        model: '@cf/meta/llama-3.1-8b-instruct',
        input: ['user: Hi'],
      },
    ],
  },
  {
    // A member of that name of something else, and methods of that name.
    lang: 'typescript',
    code: `
import { env as own } from 'some-engine'
class Runner {
  run(model: string, input: object) { return [model, input] }
}
const env = { AI: new Runner() }
env.AI.run('@cf/meta/llama-3.1-8b-instruct', { prompt: 'Hi' })
own.AI.run('models/small', { prompt: 'Hi' })
export const play = (game, env, mockAi) => {
  game.AI.run('easy/1', { depth: 3 })
  env.AI.run('minimax', { depth: 3 })
  env.AI.models()
  env.DB.run('select/1')
  mockAi.run('@cf/meta/llama-3.1-8b-instruct', { prompt: 'Hi' })
}
`,
    sees: [],
  },
]
