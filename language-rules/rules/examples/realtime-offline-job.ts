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
          'A scheduled job asks at $0.0000048–0.0006 a call. If nobody waits for the answer, the flex service tier gives it for $0.0000024–0.0003, when there is capacity.',
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
