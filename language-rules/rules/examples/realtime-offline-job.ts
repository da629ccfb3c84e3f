import type { RuleExample } from '../../../core/rule.ts'

export const realtimeOfflineJobExamples: readonly RuleExample[] = [
  {
    name: 'Python, a task of a queue',
    lang: 'python',
    code: `from celery import shared_task
from openai import OpenAI

client = OpenAI()


@shared_task
def digest(notices: str) -> str:
    answer = client.chat.completions.create(
        model="gpt-5-mini",
        max_completion_tokens=300,
        messages=[{"role": "user", "content": f"Write the digest of the night: {notices}"}],
    )
    return answer.choices[0].message.content
`,
    finds: [
      {
        line: 9,
        message:
          'A scheduled job asks at $0.25 per million input tokens. If nobody waits for the answer, the flex service tier takes $0.125, when there is capacity.',
        fixed: `from celery import shared_task
from openai import OpenAI

client = OpenAI()


@shared_task
def digest(notices: str) -> str:
    answer = client.chat.completions.create(
        model="gpt-5-mini",
        max_completion_tokens=300,
        messages=[{"role": "user", "content": f"Write the digest of the night: {notices}"}],
        service_tier="flex",
    )
    return answer.choices[0].message.content
`,
      },
    ],
  },
  {
    name: 'TypeScript, a job on a schedule',
    lang: 'typescript',
    code: `import Anthropic from '@anthropic-ai/sdk'
import cron from 'node-cron'

const client = new Anthropic()

cron.schedule('0 3 * * *', async () => {
  await client.messages.create({
    model: 'claude-haiku-4-5',
    max_tokens: 300,
    messages: [{ role: 'user', content: 'Write the digest of the night.' }],
  })
})
`,
    finds: [
      {
        line: 7,
        message:
          'A scheduled job asks at $0.000016–0.0015 a call. If nobody waits for the answer, the Batch API gives it for $0.000008–0.00076, within 24 hours.',
        fixed: `import Anthropic from '@anthropic-ai/sdk'
import cron from 'node-cron'

const client = new Anthropic()

cron.schedule('0 3 * * *', async () => {
  await messagesOfBatch(client, [{
    model: 'claude-haiku-4-5',
    max_tokens: 300,
    messages: [{ role: 'user', content: 'Write the digest of the night.' }],
  }])
})

/** Sends requests as one batch, at its lower price, and waits for it, up to 24 hours. Answers are in their order. */
async function messagesOfBatch(client: Anthropic, bodies: Anthropic.MessageCreateParamsNonStreaming[]): Promise<Anthropic.Message[]> {
  const requests = bodies.map((params, i) => ({ custom_id: String(i), params }))
  let batch = await client.messages.batches.create({ requests })
  while (batch.processing_status !== 'ended') {
    await new Promise((done) => setTimeout(done, 60_000))
    batch = await client.messages.batches.retrieve(batch.id)
  }
  const byId = new Map<string, Anthropic.Message>()
  for await (const { custom_id, result } of await client.messages.batches.results(batch.id)) {
    if (result.type !== 'succeeded') throw new Error(\`Request \${custom_id} of batch \${batch.id} is \${result.type}\`)
    byId.set(custom_id, result.message)
  }
  return requests.map(({ custom_id }) => byId.get(custom_id)!)
}
`,
      },
    ],
  },
  {
    name: 'TypeScript, a job on a schedule, with a flex price',
    lang: 'typescript',
    code: `import OpenAI from 'openai'
import cron from 'node-cron'

const client = new OpenAI()

cron.schedule('0 3 * * *', async () => {
  await client.chat.completions.create({
    model: 'gpt-5-mini',
    max_completion_tokens: 300,
    messages: [{ role: 'user', content: 'Write the digest of the night.' }],
  })
})
`,
    finds: [
      {
        line: 7,
        message:
          'A scheduled job asks at $0.0000045–0.0006 a call. If nobody waits for the answer, the flex service tier gives it for $0.0000022–0.0003, when there is capacity.',
        fixed: `import OpenAI from 'openai'
import cron from 'node-cron'

const client = new OpenAI()

cron.schedule('0 3 * * *', async () => {
  await client.chat.completions.create({
    model: 'gpt-5-mini',
    max_completion_tokens: 300,
    messages: [{ role: 'user', content: 'Write the digest of the night.' }],
    service_tier: 'flex',
  })
})
`,
      },
    ],
  },
  {
    name: 'a request waits for it',
    lang: 'python',
    code: `from fastapi import FastAPI
from openai import OpenAI

app = FastAPI()
client = OpenAI()


@app.post("/digest")
def digest(notices: str):
    return client.chat.completions.create(model="gpt-5-mini", max_completion_tokens=300, messages=[{"role": "user", "content": notices}])
`,
    finds: [],
  },
  {
    name: 'a loop over data, which unbatched-loop tells',
    lang: 'python',
    code: `from celery import shared_task
from openai import OpenAI

client = OpenAI()


@shared_task
def digest(notices: list[str]):
    for notice in notices:
        client.chat.completions.create(model="gpt-5-mini", max_completion_tokens=300, messages=[{"role": "user", "content": notice}])
`,
    finds: [],
  },
]
