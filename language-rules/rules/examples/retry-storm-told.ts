import type { RuleExample } from '../../../core/rule.ts'

/** Clients whose making says how often they try again. */
export const retryStormTold: readonly RuleExample[] = [
  {
    name: 'Python, a client that is told how often',
    lang: 'python',
    code: `import os

from openai import OpenAI

client = OpenAI(api_key=os.environ.get("KEY"), max_retries=5)

def ask(question):
    for attempt in range(3):
        try:
            return client.chat.completions.create(
                model="gpt-5.2", max_completion_tokens=60, messages=[{"role": "user", "content": question}]
            )
        except Exception as error:
            print(error)
`,
    finds: [
      {
        line: 10,
        message: 'One call can be made 18 times: 3 by the loop around it × 6 by the client. Let one of them do it.',
        fixed: `import os

from openai import OpenAI

client = OpenAI(api_key=os.environ.get("KEY"), max_retries=5)

def ask(question):
    for attempt in range(3):
        try:
            return client.with_options(max_retries=0).chat.completions.create(
                model="gpt-5.2", max_completion_tokens=60, messages=[{"role": "user", "content": question}]
            )
        except Exception as error:
            print(error)
`,
      },
    ],
  },
  {
    name: 'TypeScript, a client that is told how often',
    lang: 'typescript',
    code: `import Anthropic from '@anthropic-ai/sdk'

const client = new Anthropic({ maxRetries: 4 })

export async function ask(question: string) {
  for (let attempt = 0; attempt < 3; attempt++) {
    try {
      return await client.messages.create({ model: 'claude-sonnet-4-5', max_tokens: 60, messages: [{ role: 'user', content: question }] })
    } catch (error) {
      console.error(error)
    }
  }
}
`,
    finds: [
      {
        line: 8,
        message: 'One call can be made 15 times: 3 by the loop around it × 5 by the client. Let one of them do it.',
        fixed: `import Anthropic from '@anthropic-ai/sdk'

const client = new Anthropic({ maxRetries: 4 })

export async function ask(question: string) {
  for (let attempt = 0; attempt < 3; attempt++) {
    try {
      return await client.messages.create({ model: 'claude-sonnet-4-5', max_tokens: 60, messages: [{ role: 'user', content: question }] }, { maxRetries: 0 })
    } catch (error) {
      console.error(error)
    }
  }
}
`,
      },
    ],
  },
]
