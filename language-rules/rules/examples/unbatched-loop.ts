import type { RuleExample } from '../../../core/rule.ts'

export const unbatchedLoop: readonly RuleExample[] = [
  {
    name: 'Python, a loop over files; the model has a flex price',
    lang: 'python',
    code: `from openai import OpenAI

client = OpenAI()


def headlines(notices: list[str]) -> list[str]:
    result = []
    for notice in notices:
        response = client.chat.completions.create(
            model="gpt-5-mini",
            max_completion_tokens=60,
            messages=[{"role": "user", "content": f"Write a headline for this notice: {notice}"}],
        )
        result.append(response.choices[0].message.content)
    return result


if __name__ == "__main__":
    print(headlines(open("notices.txt").readlines()))
`,
    finds: [
      {
        line: 9,
        message:
          'Called once per pass of a loop at $0.25 per million input tokens. If nobody waits for the answers, the flex service tier takes $0.125, when there is capacity.',
        fixed: `from openai import OpenAI

client = OpenAI()


def headlines(notices: list[str]) -> list[str]:
    result = []
    for notice in notices:
        response = client.chat.completions.create(
            model="gpt-5-mini",
            max_completion_tokens=60,
            messages=[{"role": "user", "content": f"Write a headline for this notice: {notice}"}],
            service_tier="flex",
        )
        result.append(response.choices[0].message.content)
    return result


if __name__ == "__main__":
    print(headlines(open("notices.txt").readlines()))
`,
      },
    ],
  },
  {
    name: 'Python, a comprehension; Anthropic has a batch price and no flex tier',
    lang: 'python',
    code: `from anthropic import Anthropic

client = Anthropic()
prompts = open("prompts.txt").readlines()
answers = [client.messages.create(model="claude-haiku-4-5", max_tokens=50, messages=[{"role": "user", "content": p}]) for p in prompts]
`,
    finds: [
      {
        line: 5,
        message:
          'Called once per pass of a loop at $1.00 per million input tokens. If nobody waits for the answers, the Batch API takes $0.50, within 24 hours.',
        fixed: `import time
from anthropic import Anthropic

client = Anthropic()
prompts = open("prompts.txt").readlines()


def messages_of_batch(client, bodies):
    """Sends requests as one batch, at its lower price, and waits for it, up to 24 hours. Answers are in their order."""
    requests = [{"custom_id": str(i), "params": body} for i, body in enumerate(bodies)]
    batch = client.messages.batches.create(requests=requests)
    while batch.processing_status != "ended":
        time.sleep(60)
        batch = client.messages.batches.retrieve(batch.id)
    by_id = {}
    for each in client.messages.batches.results(batch.id):
        if each.result.type != "succeeded":
            raise RuntimeError(f"Request {each.custom_id} of batch {batch.id} is {each.result.type}")
        by_id[each.custom_id] = each.result.message
    return [by_id[str(i)] for i in range(len(requests))]


answers = messages_of_batch(client, [{"model": "claude-haiku-4-5", "max_tokens": 50, "messages": [{"role": "user", "content": p}]} for p in prompts])
`,
      },
    ],
  },
  {
    name: 'TypeScript, the function around the call is mapped over the data',
    lang: 'typescript',
    code: `import OpenAI from 'openai'

const client = new OpenAI()

async function embed(text: string) {
  return client.embeddings.create({ model: 'text-embedding-3-small', input: text })
}

export const index = (texts: string[]) => Promise.all(texts.map((text) => embed(text)))

console.log(await index(process.argv.slice(2)))
`,
    finds: [
      {
        line: 6,
        message:
          'Called once per pass of a loop at $0.02 per million input tokens. If nobody waits for the answers, the Batch API takes $0.01, within 24 hours.',
      },
    ],
  },
  {
    name: 'Python, a loop that puts each answer away; the first fix is a batch',
    lang: 'python',
    code: `import json
import anthropic

client = anthropic.Anthropic()


def describe(ports: dict[str, str]) -> dict[str, str]:
    found = {}
    for name, report in ports.items():
        prompt = f"Describe {name} in one line: {report}"
        answer = client.messages.create(
            model="claude-haiku-4-5",
            max_tokens=50,
            messages=[{"role": "user", "content": prompt}],
        )
        found[name] = answer.content[0].text
    return found


if __name__ == "__main__":
    print(describe(json.load(open("ports.json"))))
`,
    finds: [
      {
        line: 11,
        message:
          'Called once per pass of a loop at $1.00 per million input tokens. If nobody waits for the answers, the Batch API takes $0.50, within 24 hours.',
        fixed: `import time
import json
import anthropic

client = anthropic.Anthropic()


def messages_of_batch(client, bodies):
    """Sends requests as one batch, at its lower price, and waits for it, up to 24 hours. Answers are in their order."""
    requests = [{"custom_id": str(i), "params": body} for i, body in enumerate(bodies)]
    batch = client.messages.batches.create(requests=requests)
    while batch.processing_status != "ended":
        time.sleep(60)
        batch = client.messages.batches.retrieve(batch.id)
    by_id = {}
    for each in client.messages.batches.results(batch.id):
        if each.result.type != "succeeded":
            raise RuntimeError(f"Request {each.custom_id} of batch {batch.id} is {each.result.type}")
        by_id[each.custom_id] = each.result.message
    return [by_id[str(i)] for i in range(len(requests))]


def describe(ports: dict[str, str]) -> dict[str, str]:
    found = {}
    asked, bodies = [], []
    for name, report in ports.items():
        prompt = f"Describe {name} in one line: {report}"
        asked.append(name)
        bodies.append({
            "model": "claude-haiku-4-5",
            "max_tokens": 50,
            "messages": [{"role": "user", "content": prompt}],
        })
    for name, answer in zip(asked, messages_of_batch(client, bodies)):
        found[name] = answer.content[0].text
    return found


if __name__ == "__main__":
    print(describe(json.load(open("ports.json"))))
`,
      },
    ],
  },
  {
    name: 'TypeScript, a loop that puts each answer away',
    lang: 'typescript',
    code: `import OpenAI from 'openai'

const client = new OpenAI()

export async function main(ports: Map<string, string>) {
  const found: Record<string, string | null> = {}
  for (const [name, report] of ports) {
    const answer = await client.chat.completions.create({
      model: 'gpt-4o-mini',
      max_tokens: 50,
      messages: [{ role: 'user', content: \`Describe \${name} in one line: \${report}\` }],
    })
    found[name] = answer.choices[0]!.message.content
  }
  return found
}
`,
    finds: [
      {
        line: 8,
        message:
          'Called once per pass of a loop at $0.15 per million input tokens. If nobody waits for the answers, the Batch API takes $0.075, within 24 hours.',
        fixed: `import OpenAI from 'openai'

const client = new OpenAI()

export async function main(ports: Map<string, string>) {
  const found: Record<string, string | null> = {}
  const bodies: OpenAI.ChatCompletionCreateParamsNonStreaming[] = []
  const asked = []
  for (const [name, report] of ports) {
    asked.push({ name })
    bodies.push({
      model: 'gpt-4o-mini',
      max_tokens: 50,
      messages: [{ role: 'user', content: \`Describe \${name} in one line: \${report}\` }],
    })
  }
  for (const [i, answer] of (await completionsOfBatch(client, bodies)).entries()) {
    const { name } = asked[i]!
    found[name] = answer.choices[0]!.message.content
  }
  return found
}

/** Sends requests as one batch, at its lower price, and waits for it, up to 24 hours. Answers are in their order. */
async function completionsOfBatch(client: OpenAI, bodies: OpenAI.ChatCompletionCreateParamsNonStreaming[]): Promise<OpenAI.ChatCompletion[]> {
  const lines = bodies.map((body, i) =>
    JSON.stringify({ custom_id: String(i), method: 'POST', url: '/v1/chat/completions', body }),
  )
  const file = new File([lines.join('\\n')], 'requests.jsonl')
  const sent = await client.files.create({ file, purpose: 'batch' })
  let batch = await client.batches.create({
    input_file_id: sent.id,
    endpoint: '/v1/chat/completions',
    completion_window: '24h',
  })
  while (!['completed', 'failed', 'expired', 'cancelled'].includes(batch.status)) {
    await new Promise((done) => setTimeout(done, 60_000))
    batch = await client.batches.retrieve(batch.id)
  }
  if (!batch.output_file_id || (batch.request_counts?.completed ?? 0) < lines.length)
    throw new Error(\`Batch \${batch.id} is \${batch.status}; what failed is in \${batch.error_file_id}\`)
  const answers = (await (await client.files.content(batch.output_file_id)).text()).trim().split('\\n')
  const byId = new Map<string, OpenAI.ChatCompletion>()
  for (const answer of answers.map((line) => JSON.parse(line))) byId.set(answer.custom_id, answer.response.body)
  return lines.map((_, i) => byId.get(String(i))!)
}
`,
      },
    ],
  },
  {
    name: 'TypeScript, all at once',
    lang: 'typescript',
    code: `import Anthropic from '@anthropic-ai/sdk'

const client = new Anthropic()

const answers = await Promise.all(
  process.argv.slice(2).map((port) =>
    client.messages.create({
      model: 'claude-haiku-4-5',
      max_tokens: 50,
      messages: [{ role: 'user', content: port }],
    }),
  ),
)
`,
    finds: [
      {
        line: 7,
        message:
          'Called once per pass of a loop at $1.00 per million input tokens. If nobody waits for the answers, the Batch API takes $0.50, within 24 hours.',
        fixed: `import Anthropic from '@anthropic-ai/sdk'

const client = new Anthropic()

const answers = await messagesOfBatch(client, process.argv.slice(2).map((port) =>
    ({
      model: 'claude-haiku-4-5',
      max_tokens: 50,
      messages: [{ role: 'user', content: port }],
    })))

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
]
