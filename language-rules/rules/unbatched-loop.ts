import * as z from 'zod/mini'
import { textOf } from '../../core/document.ts'
import { perMillion } from '../../core/estimate/lines.ts'
import { say, usd } from '../../core/money.ts'
import { defineRule, type RuleExample } from '../../core/rule.ts'
import { methodName } from '../../core/rules/call-place.ts'
import { isChained } from '../../core/rules/chained.ts'
import { askFlex, isAgent, slowerWay } from '../../core/rules/slower-way.ts'

const options = z.object({})

export const rule = defineRule({
  id: 'unbatched-loop',
  on: 'model-call',
  severity: 'warning',
  preset: 'strict',
  docs: {
    what: 'A loop over data sends one call at a time at the full price, and nobody seems to wait for the answers.',
    why: 'Providers bill the same calls at a discount when they may answer within 24 hours (batch) or at low priority (flex).',
    fix: 'Collect the requests and send them to the Batch API, or ask for the flex service tier where the model has one.',
    unless: 'A person or a deadline waits for the answers, or each call depends on the one before.',
    source: 'https://developers.openai.com/api/docs/guides/batch',
  },
  options,
  *check(call, context) {
    const { estimate, module, document } = context
    // Who waits for a loop in another file, and what is done there with each answer, is not seen from here.
    const loop = call.repeats.find((repeat) => repeat.kind === 'data' && repeat.at.file === document.file)
    if (!loop || call.batch || call.stream || call.tier.is === 'known' || call.hints.includes('http')) return
    if (call.api !== 'chat' && call.api !== 'embed') return
    if (isAgent(call, context) || isChained(call, module)) return
    const code = textOf(document, loop.at.cell).slice(...loop.at.span)
    if (asks.test(code) || ends.test(code)) return
    const way = slowerWay(call, context)
    if (!way) return
    const { after, name, when } = way
    const [before, batched] = [perMillion(estimate, 'input token')!, perMillion(after, 'input token')!]
    const [now, then] = [estimate.usd, after.usd]
    yield {
      at: methodName(call, module, document),
      message:
        now && then
          ? say`Called once per pass of a loop, ${usd(now)} each. If nobody waits for the answers, ${name} does it for ${usd(then)} each, ${when}.`
          : say`Called once per pass of a loop at ${usd(before)} per million input tokens. If nobody waits for the answers, ${name} takes ${usd(batched)}, ${when}.`,
      related: [{ message: 'the loop', location: loop.at }],
      after,
      unit: { per: '1M input tokens', before, after: batched },
      fixes: askFlex(call, context),
    }
  },
})

/** Somebody sits at the terminal. */
const asks = /\b(input|prompt|question|readline)\s*\(/

/** It may stop at a good answer, so that the next call waits for the one before. */
const ends = /\b(return|break)\b/

export const examples: readonly RuleExample[] = [
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
`,
    finds: [
      {
        line: 9,
        message:
          'Called once per pass of a loop, $0.0000048–0.00012 each. If nobody waits for the answers, the flex service tier does it for $0.0000024–0.000062 each, when there is capacity.',
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
`,
      },
    ],
  },
  {
    name: 'Python, a comprehension; Anthropic has a batch price and no flex tier',
    lang: 'python',
    code: `from anthropic import Anthropic

client = Anthropic()
prompts = ["Name a port in Norway.", "Name a port in Chile."]
answers = [client.messages.create(model="claude-haiku-4-5", max_tokens=50, messages=[{"role": "user", "content": p}]) for p in prompts]
`,
    finds: [
      {
        line: 5,
        message:
          'Called once per pass of a loop, $0.000005–0.00025 each. If nobody waits for the answers, the Batch API does it for $0.0000025–0.00013 each, within 24 hours.',
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
    name: 'each call asks with the answer of the one before',
    lang: 'python',
    code: `from openai import OpenAI

client = OpenAI()


def summarise(parts: list[str]) -> str:
    summary = ""
    for part in parts:
        answer = client.chat.completions.create(
            model="gpt-4o",
            max_tokens=400,
            messages=[{"role": "user", "content": f"{summary}\\n\\n{part}"}],
        )
        summary = answer.choices[0].message.content
    return summary
`,
    finds: [],
  },
  {
    name: 'somebody at the terminal waits',
    lang: 'python',
    code: `from openai import OpenAI

client = OpenAI()
while (question := input("> ")) != "":
    print(client.chat.completions.create(model="gpt-4o", max_tokens=400, messages=[{"role": "user", "content": question}]))
`,
    finds: [],
  },
  {
    name: 'a view of a web framework',
    lang: 'python',
    code: `from openai import OpenAI

client = OpenAI()


def rank(request):
    for port in request.GET.getlist("port"):
        client.chat.completions.create(model="gpt-4o", max_tokens=400, messages=[{"role": "user", "content": port}])
`,
    finds: [],
  },
  {
    name: 'someone waits for the answer',
    lang: 'python',
    code: `from fastapi import FastAPI
from openai import OpenAI

app = FastAPI()
client = OpenAI()


@app.post("/compare")
def compare(texts: list[str]):
    return [client.chat.completions.create(model="gpt-4o-mini", max_tokens=50, messages=[{"role": "user", "content": t}]) for t in texts]
`,
    finds: [],
  },
  {
    name: 'the loop ends at the first good answer',
    lang: 'python',
    code: `from openai import OpenAI

client = OpenAI()


def find(pages: list[str]):
    for page in pages:
        answer = client.chat.completions.create(model="gpt-4o", max_tokens=400, messages=[{"role": "user", "content": page}])
        if "berth" in answer.choices[0].message.content:
            return answer
`,
    finds: [],
  },
  {
    name: 'an agent, which works in turns',
    lang: 'python',
    code: `from agents import Agent, Runner

agent = Agent(name="Harbour", model="gpt-5-mini")


async def plan(ships: list[str]):
    return [await Runner.run(agent, ship) for ship in ships]
`,
    finds: [],
  },
  {
    name: 'somebody looks at the page',
    lang: 'python',
    code: `import streamlit as st
from openai import OpenAI

client = OpenAI()
for port in st.multiselect("Ports", ["Bergen", "Antofagasta"]):
    st.write(client.chat.completions.create(model="gpt-4o-mini", max_tokens=50, messages=[{"role": "user", "content": f"Describe {port}."}]))
`,
    finds: [],
  },
  {
    name: 'no loop',
    lang: 'python',
    code: `from openai import OpenAI

OpenAI().chat.completions.create(model="gpt-4o-mini", max_tokens=50, messages=[{"role": "user", "content": "Name three ports."}])
`,
    finds: [],
  },
  {
    name: 'already on the flex tier',
    lang: 'python',
    code: `from openai import OpenAI

client = OpenAI()
for port in ["Bergen", "Antofagasta"]:
    client.chat.completions.create(model="gpt-5-mini", service_tier="flex", max_completion_tokens=50, messages=[{"role": "user", "content": f"Describe {port}."}])
`,
    finds: [],
  },
]
