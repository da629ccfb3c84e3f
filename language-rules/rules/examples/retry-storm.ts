import type { RuleExample } from '../../../core/rule.ts'

export const retryStormExamples: readonly RuleExample[] = [
  {
    name: 'Python, a decorator around a client that tries again by itself',
    lang: 'python',
    code: `from openai import OpenAI
from tenacity import retry, stop_after_attempt, wait_exponential

client = OpenAI()


@retry(stop=stop_after_attempt(5), wait=wait_exponential())
def headline(notice: str) -> str:
    answer = client.chat.completions.create(
        model="gpt-4o-mini",
        max_tokens=60,
        messages=[{"role": "user", "content": "Write a headline for the opening of a new berth."}],
    )
    return answer.choices[0].message.content
`,
    finds: [
      {
        line: 9,
        message:
          'One call can be made 15 times, up to $0.00004–0.00059 if each is billed: 5 by the decorator × 3 by the client. Let one of them do it.',
        fixed: `from openai import OpenAI
from tenacity import retry, stop_after_attempt, wait_exponential

client = OpenAI()


@retry(stop=stop_after_attempt(5), wait=wait_exponential())
def headline(notice: str) -> str:
    answer = client.with_options(max_retries=0).chat.completions.create(
        model="gpt-4o-mini",
        max_tokens=60,
        messages=[{"role": "user", "content": "Write a headline for the opening of a new berth."}],
    )
    return answer.choices[0].message.content
`,
      },
    ],
  },
  {
    name: 'Python, a loop in a class around a client that tries again by itself',
    lang: 'python',
    code: `import time

from anthropic import Anthropic


class Desk:
    def __init__(self):
        self.client = Anthropic()

    def ask(self, question: str) -> str:
        for attempt in range(4):
            try:
                reply = self.client.messages.create(
                    model="claude-haiku-4-5", max_tokens=300, messages=[{"role": "user", "content": question}]
                )
                return reply.content[0].text
            except Exception:
                time.sleep(2**attempt)
        raise RuntimeError("no answer")
`,
    finds: [
      {
        line: 13,
        message: 'One call can be made 12 times: 4 by the loop around it × 3 by the client. Let one of them do it.',
        fixed: `import time

from anthropic import Anthropic


class Desk:
    def __init__(self):
        self.client = Anthropic()

    def ask(self, question: str) -> str:
        for attempt in range(4):
            try:
                reply = self.client.with_options(max_retries=0).messages.create(
                    model="claude-haiku-4-5", max_tokens=300, messages=[{"role": "user", "content": question}]
                )
                return reply.content[0].text
            except Exception:
                time.sleep(2**attempt)
        raise RuntimeError("no answer")
`,
      },
    ],
  },
  {
    name: 'TypeScript, a loop around a library that tries again by itself',
    lang: 'typescript',
    code: `import { openai } from '@ai-sdk/openai'
import { generateText } from 'ai'

export async function headline(notice: string) {
  for (let attempt = 0; attempt < 3; attempt++) {
    try {
      const { text } = await generateText({ model: openai('gpt-4o-mini'), maxOutputTokens: 60, prompt: notice })
      return text
    } catch (error) {
      console.error(error)
    }
  }
}
`,
    finds: [
      {
        line: 7,
        message: 'One call can be made 9 times: 3 by the loop around it × 3 by the library. Let one of them do it.',
        fixed: `import { openai } from '@ai-sdk/openai'
import { generateText } from 'ai'

export async function headline(notice: string) {
  for (let attempt = 0; attempt < 3; attempt++) {
    try {
      const { text } = await generateText({ model: openai('gpt-4o-mini'), maxOutputTokens: 60, prompt: notice, maxRetries: 0 })
      return text
    } catch (error) {
      console.error(error)
    }
  }
}
`,
      },
    ],
  },
  {
    name: 'TypeScript, a loop around a client that tries again by itself',
    lang: 'typescript',
    code: `import OpenAI from 'openai'

const client = new OpenAI()

export async function headline(notice: string) {
  for (let attempt = 0; attempt < 3; attempt++) {
    try {
      return await client.chat.completions.create({
        model: 'gpt-4o-mini',
        max_tokens: 60,
        messages: [{ role: 'user', content: notice }],
      })
    } catch (error) {
      console.error(error)
    }
  }
}
`,
    finds: [
      {
        line: 8,
        message: 'One call can be made 9 times: 3 by the loop around it × 3 by the client. Let one of them do it.',
        fixed: `import OpenAI from 'openai'

const client = new OpenAI()

export async function headline(notice: string) {
  for (let attempt = 0; attempt < 3; attempt++) {
    try {
      return await client.chat.completions.create({
        model: 'gpt-4o-mini',
        max_tokens: 60,
        messages: [{ role: 'user', content: notice }],
      }, { maxRetries: 0 })
    } catch (error) {
      console.error(error)
    }
  }
}
`,
      },
    ],
  },
  {
    name: 'the client is told not to',
    lang: 'python',
    code: `from openai import OpenAI
from tenacity import retry, stop_after_attempt

client = OpenAI(max_retries=0)


@retry(stop=stop_after_attempt(5))
def headline(notice: str):
    return client.chat.completions.create(model="gpt-4o-mini", max_tokens=60, messages=[{"role": "user", "content": notice}])
`,
    finds: [],
  },
  {
    name: 'nobody but the client',
    lang: 'python',
    code: `from openai import OpenAI

OpenAI().chat.completions.create(model="gpt-4o-mini", max_tokens=60, messages=[{"role": "user", "content": "Name three ports."}])
`,
    finds: [],
  },
  {
    name: 'the library is told not to',
    lang: 'typescript',
    code: `import { openai } from '@ai-sdk/openai'
import { generateText } from 'ai'

export async function headline(notice: string) {
  for (let attempt = 0; attempt < 3; attempt++) {
    try {
      return await generateText({ model: openai('gpt-4o-mini'), maxOutputTokens: 60, maxRetries: 0, prompt: notice })
    } catch (error) {
      console.error(error)
    }
  }
}
`,
    finds: [],
  },
  {
    name: 'other models are asked in turn',
    lang: 'typescript',
    code: `import { openai } from '@ai-sdk/openai'
import { generateText } from 'ai'

export async function headline(notice: string, models: string[]) {
  for (let i = 0; i < models.length; i++) {
    try {
      return await generateText({ model: openai('gpt-4o-mini'), maxOutputTokens: 60, prompt: notice })
    } catch (error) {
      console.error(error)
    }
  }
}
`,
    finds: [],
  },
  {
    name: 'samples that are named attempts: none of them is made again when it fails',
    lang: 'python',
    code: `from openai import OpenAI

client = OpenAI()
for attempt in range(7):
    print(client.chat.completions.create(model="gpt-4o-mini", max_tokens=60, messages=[{"role": "user", "content": "Name a port."}]))
`,
    finds: [],
  },
  {
    name: 'a decorator that never sees what fails',
    lang: 'python',
    code: `from openai import OpenAI
from tenacity import retry, stop_after_attempt

client = OpenAI()


@retry(stop=stop_after_attempt(10))
def vector(text: str) -> list[float]:
    try:
        answer = client.embeddings.create(model="text-embedding-3-small", input=text)
        return answer.data[0].embedding
    except Exception as problem:
        print(problem)
        return []
`,
    finds: [],
  },
  {
    name: 'an error of the API ends the loop, which asks again where the answer is no JSON',
    lang: 'python',
    code: `import json

import anthropic

client = anthropic.Anthropic()


def manifest(text: str):
    for attempt in range(3):
        try:
            answer = client.messages.create(model="claude-haiku-4-5", max_tokens=500, messages=[{"role": "user", "content": text}])
            return json.loads(answer.content[0].text)
        except json.JSONDecodeError:
            continue
        except anthropic.APIError as problem:
            # The client has tried again.
            break
`,
    finds: [],
  },
  {
    name: 'attempts at an answer of the right form: an error of the API ends them',
    lang: 'python',
    code: `import json

from openai import OpenAI

client = OpenAI()


def berths(notice: str, retries: int = 3) -> list[str]:
    for attempt in range(retries):
        try:
            answer = client.chat.completions.create(
                model="gpt-4o-mini", max_tokens=400, messages=[{"role": "user", "content": notice}]
            )
            return json.loads(answer.choices[0].message.content)["berths"]
        except (json.JSONDecodeError, KeyError) as problem:
            print(f"try again: {problem}")
    return []
`,
    finds: [],
  },
  {
    name: 'an answer that somebody refused is asked for again; nothing catches a failure',
    lang: 'python',
    code: `from openai import OpenAI


def answer(question: str) -> str:
    reply = OpenAI().chat.completions.create(
        model="gpt-4o-mini", max_tokens=400, messages=[{"role": "user", "content": question}]
    )
    return reply.choices[0].message.content


def accepted(question: str) -> str:
    for attempt in range(2):
        print(f"try {attempt}")
        text = answer(question)
        if "berth" in text:
            break
    return text
`,
    finds: [],
  },
  {
    name: 'TypeScript: a failure leaves the loop',
    lang: 'typescript',
    code: `import OpenAI from 'openai'

const client = new OpenAI()

export async function berths(notice: string) {
  for (let attempt = 0; attempt < 3; attempt++) {
    try {
      const answer = await client.responses.create({ model: 'gpt-4o-mini', max_output_tokens: 400, input: notice })
      if (answer.output_text.startsWith('[')) return answer.output_text
    } catch (error) {
      console.error('try another notice', error)
      throw error
    }
  }
}
`,
    finds: [],
  },
]
