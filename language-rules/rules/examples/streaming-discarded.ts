import type { RuleExample } from '../../../core/rule.ts'

export const streamingDiscarded: readonly RuleExample[] = [
  {
    name: 'Python, joined to a text',
    lang: 'python',
    code: `from openai import OpenAI

client = OpenAI()


def describe(port: str) -> str:
    stream = client.chat.completions.create(
        model="gpt-4o",
        max_tokens=300,
        messages=[{"role": "user", "content": f"Describe {port}."}],
        stream=True,
    )
    text = ""
    for chunk in stream:
        if chunk.choices[0].delta.content is not None:
            text += chunk.choices[0].delta.content
    return text
`,
    finds: [
      {
        line: 7,
        message:
          'The pieces of this stream are only joined, and none of them says how many tokens were billed: what the call costs is not seen. Without stream, the same tokens come in one answer, with their usage.',
        fixed: `from openai import OpenAI

client = OpenAI()


def describe(port: str) -> str:
    stream = client.chat.completions.create(
        model="gpt-4o",
        max_tokens=300,
        messages=[{"role": "user", "content": f"Describe {port}."}],
    )
    text = ""
    text += stream.choices[0].message.content or ""
    return text
`,
      },
    ],
  },
  {
    name: 'TypeScript, joined to a text',
    lang: 'typescript',
    code: `import OpenAI from 'openai'

const client = new OpenAI()

export async function describe(port: string) {
  const stream = await client.chat.completions.create({ model: 'gpt-4o', stream: true, max_tokens: 300, messages: [{ role: 'user', content: port }] })
  let text = ''
  for await (const chunk of stream) {
    text += chunk.choices[0]?.delta?.content ?? ''
  }
  return text
}
`,
    finds: [
      {
        line: 6,
        message:
          'The pieces of this stream are only joined, and none of them says how many tokens were billed: what the call costs is not seen. Without stream, the same tokens come in one answer, with their usage.',
        fixed: `import OpenAI from 'openai'

const client = new OpenAI()

export async function describe(port: string) {
  const stream = await client.chat.completions.create({ model: 'gpt-4o', max_tokens: 300, messages: [{ role: 'user', content: port }] })
  let text = ''
  text += stream.choices[0]?.message.content ?? ''
  return text
}
`,
      },
    ],
  },
  {
    name: 'Python, pieces of a list, with no fix',
    lang: 'python',
    code: `from openai import OpenAI

parts = []
for chunk in OpenAI().chat.completions.create(model="gpt-4o", max_tokens=300, stream=True, messages=[{"role": "user", "content": "Name a port."}]):
    delta = chunk.choices[0].delta
    if hasattr(delta, "content") and delta.content:
        parts.append(delta.content)
`,
    finds: [
      {
        line: 4,
        message:
          'The pieces of this stream are only joined, and none of them says how many tokens were billed: what the call costs is not seen. Without stream, the same tokens come in one answer, with their usage.',
      },
    ],
  },
  {
    name: 'Python, joined at once',
    lang: 'python',
    code: `from openai import OpenAI


def describe(client: OpenAI, port: str) -> str:
    stream = client.chat.completions.create(
        model="gpt-4o", max_tokens=300, stream=True, messages=[{"role": "user", "content": f"Describe {port}."}]
    )
    return "".join(chunk.choices[0].delta.content or "" for chunk in stream)
`,
    finds: [
      {
        line: 5,
        message:
          'The pieces of this stream are only joined, and none of them says how many tokens were billed: what the call costs is not seen. Without stream, the same tokens come in one answer, with their usage.',
      },
    ],
  },
  {
    name: 'a generator of the pieces goes to somebody else',
    lang: 'python',
    code: `from openai import OpenAI


def pieces(client: OpenAI, port: str):
    stream = client.chat.completions.create(
        model="gpt-4o", max_tokens=300, stream=True, messages=[{"role": "user", "content": f"Describe {port}."}]
    )
    return (chunk.choices[0].delta.content or "" for chunk in stream)
`,
    finds: [],
  },
  {
    name: 'the pieces are shown, or given on',
    lang: 'python',
    code: `from openai import OpenAI

client = OpenAI()
text = ""
for chunk in client.chat.completions.create(model="gpt-4o", max_tokens=300, stream=True, messages=[{"role": "user", "content": "Name a port."}]):
    text += chunk.choices[0].delta.content or ""
    print(text, end="")


def parts(question: str):
    stream = client.chat.completions.create(model="gpt-4o", max_tokens=300, stream=True, messages=[{"role": "user", "content": question}])
    for chunk in stream:
        yield chunk.choices[0].delta.content
`,
    finds: [],
  },
  {
    name: 'usage is asked for',
    lang: 'typescript',
    code: `import OpenAI from 'openai'

const stream = await new OpenAI().chat.completions.create({
  model: 'gpt-4o',
  stream: true,
  stream_options: { include_usage: true },
  messages: [{ role: 'user', content: 'Name a port.' }],
})
let text = ''
for await (const chunk of stream) {
  text += chunk.choices[0]?.delta?.content ?? ''
}
`,
    finds: [],
  },
  {
    name: 'the stream is given on',
    lang: 'typescript',
    code: `import OpenAI from 'openai'

const stream = await new OpenAI().chat.completions.create({ model: 'gpt-4o', stream: true, messages: [{ role: 'user', content: 'Name a port.' }] })
export const answer = new Response(stream.toReadableStream())
`,
    finds: [],
  },
]
