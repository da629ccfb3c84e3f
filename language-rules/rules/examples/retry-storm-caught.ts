import type { RuleExample } from '../../../core/rule.ts'

/** Whether what fails is the call, and goes around again. */
export const retryStormCaught: readonly RuleExample[] = [
  {
    name: 'what is caught is not the call: its failure leaves the loop, or is only caught outside of it',
    lang: 'python',
    code: `import json

from openai import OpenAI

client = OpenAI()


def berths(notice: str):
    for attempt in range(3):
        answer = client.chat.completions.create(
            model="gpt-4o-mini", max_tokens=60, messages=[{"role": "user", "content": notice}]
        )
        try:
            return json.loads(answer.choices[0].message.content)
        except Exception:
            continue


def first(notice: str):
    try:
        for attempt in range(3):
            answer = client.chat.completions.create(
                model="gpt-4o-mini", max_tokens=60, messages=[{"role": "user", "content": notice}]
            )
            if answer.choices[0].message.content:
                return answer
    except Exception:
        return None
`,
    finds: [],
  },
  {
    name: 'all failures but one kind leave the loop, and that kind the client does not try again',
    lang: 'typescript',
    code: `import OpenAI from 'openai'

const client = new OpenAI()
const prompts = ['Name a port.', 'Name a port in Norway.']

export async function embedded(notice: string) {
  let text = notice
  for (let attempt = 0; attempt < 4; attempt++) {
    try {
      return await client.embeddings.create({ model: 'text-embedding-3-small', input: text })
    } catch (error) {
      if (!isTooLong(error)) throw error
      text = text.slice(0, text.length / 2)
    }
  }
}

export async function port() {
  try {
    for (const attempt of prompts) {
      const answer = await client.chat.completions.create({
        model: 'gpt-4o-mini',
        max_tokens: 60,
        messages: [{ role: 'user', content: attempt }],
      })
      try {
        return JSON.parse(answer.choices[0].message.content ?? '')
      } catch (error) {
        console.error(error)
      }
    }
  } catch (error) {
    console.error(error)
  }
}
`,
    finds: [],
  },
  {
    name: 'failures that are not worth another attempt leave the loop, the others are made again',
    lang: 'typescript',
    code: `import Anthropic from '@anthropic-ai/sdk'

const client = new Anthropic()

export async function headline(notice: string) {
  for (let attempt = 0; attempt < 3; attempt++) {
    try {
      return await client.messages.create({
        model: 'claude-haiku-4-5',
        max_tokens: 60,
        messages: [{ role: 'user', content: notice }],
      })
    } catch (error) {
      if (!isRetryable(error)) throw error
      await wait(2 ** attempt)
    }
  }
}
`,
    finds: [
      {
        line: 8,
        message: 'One call can be made 9 times: 3 by the loop around it × 3 by the client. Let one of them do it.',
        fixed: `import Anthropic from '@anthropic-ai/sdk'

const client = new Anthropic()

export async function headline(notice: string) {
  for (let attempt = 0; attempt < 3; attempt++) {
    try {
      return await client.messages.create({
        model: 'claude-haiku-4-5',
        max_tokens: 60,
        messages: [{ role: 'user', content: notice }],
      }, { maxRetries: 0 })
    } catch (error) {
      if (!isRetryable(error)) throw error
      await wait(2 ** attempt)
    }
  }
}
`,
      },
    ],
  },
  {
    name: 'a loop that makes up for a first attempt: how many it is in all is not said',
    lang: 'python',
    code: `import time

from anthropic import Anthropic

client = Anthropic()


def berths(notice: str):
    return client.messages.create(
        model="claude-haiku-4-5", max_tokens=60, messages=[{"role": "user", "content": notice}]
    )


def patient(notice: str):
    try:
        return berths(notice)
    except Exception:
        for attempt in range(3):
            time.sleep(30)
            try:
                return berths(notice)
            except Exception:
                continue
`,
    finds: [
      {
        line: 9,
        message:
          'A call that fails is made again by the loop around its caller and the client, and they multiply. Let one of them do it.',
        fixed: `import time

from anthropic import Anthropic

client = Anthropic()


def berths(notice: str):
    return client.with_options(max_retries=0).messages.create(
        model="claude-haiku-4-5", max_tokens=60, messages=[{"role": "user", "content": notice}]
    )


def patient(notice: str):
    try:
        return berths(notice)
    except Exception:
        for attempt in range(3):
            time.sleep(30)
            try:
                return berths(notice)
            except Exception:
                continue
`,
      },
    ],
  },
  {
    name: 'a decorator of the project itself, whose attempts are counted elsewhere, between the loop and the client',
    lang: 'python',
    code: `from anthropic import Anthropic

from .again import retry_llm

client = Anthropic()


@retry_llm
def berths(notice: str):
    return client.messages.create(
        model="claude-haiku-4-5", max_tokens=60, messages=[{"role": "user", "content": notice}]
    )


def patient(notice: str):
    for attempt in range(3):
        try:
            return berths(notice)
        except Exception:
            continue
`,
    finds: [
      {
        line: 10,
        message:
          'A call that fails is made again by the loop around its caller, the decorator and the client, and they multiply. Let one of them do it.',
        fixed: `from anthropic import Anthropic

from .again import retry_llm

client = Anthropic()


@retry_llm
def berths(notice: str):
    return client.with_options(max_retries=0).messages.create(
        model="claude-haiku-4-5", max_tokens=60, messages=[{"role": "user", "content": notice}]
    )


def patient(notice: str):
    for attempt in range(3):
        try:
            return berths(notice)
        except Exception:
            continue
`,
      },
    ],
  },
  {
    name: 'refused for too many requests: that is tried again by both, and not billed',
    lang: 'python',
    code: `import json
import time

import backoff
import openai

client = openai.OpenAI()


@backoff.on_exception(backoff.expo, openai.RateLimitError, max_tries=5)
def berths(notice: str):
    return client.chat.completions.create(
        model="gpt-4o-mini", max_tokens=60, messages=[{"role": "user", "content": notice}]
    )


def read(notice: str):
    for attempt in range(5):
        try:
            answer = client.chat.completions.create(
                model="gpt-4o-mini", max_tokens=60, messages=[{"role": "user", "content": f"As JSON: {notice}"}]
            )
            return json.loads(answer.choices[0].message.content)
        except openai.RateLimitError:
            time.sleep(2**attempt)
        except (json.JSONDecodeError, KeyError):
            continue
`,
    finds: [],
  },
]
