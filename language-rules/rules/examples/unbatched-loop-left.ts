import type { RuleExample } from '../../../core/rule.ts'

/** Loops that are left as they are. */
export const unbatchedLoopLeft: readonly RuleExample[] = [
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
  {
    name: 'part of a library: who calls it, and who waits, is not seen',
    lang: 'typescript',
    code: `import OpenAI from 'openai'

export async function describeAll(client: OpenAI, ports: string[]) {
  const found: string[] = []
  for (const port of ports) {
    const answer = await client.chat.completions.create({ model: 'gpt-4o-mini', max_tokens: 50, messages: [{ role: 'user', content: port }] })
    found.push(answer.choices[0]!.message.content ?? '')
  }
  return found
}
`,
    finds: [],
  },
  {
    name: 'a question that somebody waits for, a clock, a handful of calls',
    lang: 'python',
    code: `import time
from openai import OpenAI

client = OpenAI()


def rank(query, pages):
    return [client.chat.completions.create(model="gpt-4o", max_tokens=4, messages=[{"role": "user", "content": query + page}]) for page in pages]


if __name__ == "__main__":
    rank("berths", open("pages.txt").readlines())
    for page in open("pages.txt"):
        started = time.perf_counter()
        client.chat.completions.create(model="gpt-4o", max_tokens=4, messages=[{"role": "user", "content": page}])
        print(time.perf_counter() - started)
    for port in ["Bergen", "Antofagasta"]:
        client.chat.completions.create(model="gpt-4o", max_tokens=4, messages=[{"role": "user", "content": port}])
`,
    finds: [],
  },
  {
    name: 'a chain of a framework, which sends no batches',
    lang: 'python',
    code: `from langchain_openai import ChatOpenAI

llm = ChatOpenAI(model="gpt-4o", max_tokens=50)
for page in open("pages.txt"):
    print(llm.invoke(page))
`,
    finds: [],
  },
  {
    name: 'an application that is watched, a tool for the terminal',
    lang: 'python',
    code: `import typer
from openai import OpenAI

client = OpenAI()


def main(pages: list[str]):
    for page in pages:
        print(client.chat.completions.create(model="gpt-4o", max_tokens=50, messages=[{"role": "user", "content": page}]))


typer.run(main)
`,
    finds: [],
  },
  {
    name: 'a comment says that no batch is wanted; an answer of no use is asked for anew',
    lang: 'python',
    code: `from anthropic import Anthropic

client = Anthropic()


def titles(notices: list[str]) -> list[str]:
    found = []
    # The Messages API and not the Batch API: the titles are looked at while they come.
    for notice in notices:
        answer = client.messages.create(
            model="claude-haiku-4-5", max_tokens=60, messages=[{"role": "user", "content": f"Title: {notice}"}]
        )
        found.append(answer.content[0].text)
    return found


def short(notice: str) -> str:
    text = ""
    for attempt in range(3):
        answer = client.messages.create(
            model="claude-haiku-4-5", max_tokens=60, messages=[{"role": "user", "content": f"A short title: {notice}"}]
        )
        text = answer.content[0].text
        if len(text) < 40:
            break
    return text


if __name__ == "__main__":
    notices = open("notices.txt").read().splitlines()
    print(titles(notices))
    print([short(notice) for notice in notices])
`,
    finds: [],
  },
  {
    name: 'how long each call takes is what is looked for; a model that searches the web, which no batch takes',
    lang: 'python',
    code: `import time

from openai import OpenAI

client = OpenAI()


def timed(notice):
    start = time.time()
    answer = client.chat.completions.create(
        model="gpt-5.2", max_completion_tokens=40, messages=[{"role": "user", "content": notice}]
    )
    return answer.choices[0].message.content, time.time() - start


def looked_up(port):
    return client.chat.completions.create(
        model="gpt-4o-mini-search-preview", max_tokens=60, messages=[{"role": "user", "content": f"Is {port} open?"}]
    )


if __name__ == "__main__":
    for line in open("notices.txt"):
        print(timed(line), looked_up(line))
`,
    finds: [],
  },
  {
    name: 'no more than a few of them, to see whether it works',
    lang: 'python',
    code: `import pandas as pd
from openai import OpenAI

client = OpenAI()
notices = pd.read_csv("notices.csv")

for _, row in notices.head(5).iterrows():
    answer = client.chat.completions.create(
        model="gpt-5.2", max_completion_tokens=40, messages=[{"role": "user", "content": row["text"]}]
    )
    print(answer.choices[0].message.content)

for text in notices["text"].tolist()[:3]:
    client.chat.completions.create(model="gpt-5.2", max_completion_tokens=40, messages=[{"role": "user", "content": text}])
`,
    finds: [],
  },
  {
    name: 'only where the answer before was cut off, which is seen when that has come',
    lang: 'typescript',
    code: `import Anthropic from '@anthropic-ai/sdk'

const client = new Anthropic()

async function summed(notices: string[]) {
  const answer = await client.messages.create({
    model: 'claude-haiku-4-5',
    max_tokens: 800,
    messages: [{ role: 'user', content: notices.join('\\n') }],
  })
  if (answer.stop_reason !== 'max_tokens') return answer
  return client.messages.create({
    model: 'claude-haiku-4-5',
    max_tokens: 800,
    messages: [{ role: 'user', content: notices.slice(0, 50).join('\\n') }],
  })
}

async function main() {
  for (const day of process.argv.slice(2)) console.log(await summed(await (await fetch(day)).json()))
}

main()
`,
    finds: [
      {
        line: 6,
        message:
          'Called once per pass of a loop at $1.00 per million input tokens. If nobody waits for the answers, the Batch API takes $0.50, within 24 hours.',
      },
    ],
  },
  {
    name: 'several models in turn: nobody pays the mean of their prices',
    lang: 'python',
    code: `from openai import OpenAI

client = OpenAI()
MODELS = ["gpt-5.4", "gpt-5.4-mini"]


def told(model, text):
    return client.chat.completions.create(
        model=model, max_completion_tokens=200, messages=[{"role": "user", "content": text}]
    )


if __name__ == "__main__":
    for model in MODELS:
        for line in open("notices.txt"):
            print(told(model, line))
`,
    finds: [
      {
        line: 8,
        message:
          'Called once per pass of a loop at $0.75–2.50 per million input tokens. If nobody waits for the answers, the flex service tier takes $0.38–1.25, when there is capacity.',
        fixed: `from openai import OpenAI

client = OpenAI()
MODELS = ["gpt-5.4", "gpt-5.4-mini"]


def told(model, text):
    return client.chat.completions.create(
        model=model, max_completion_tokens=200, messages=[{"role": "user", "content": text}], service_tier="flex"
    )


if __name__ == "__main__":
    for model in MODELS:
        for line in open("notices.txt"):
            print(told(model, line))
`,
      },
    ],
  },
]
