import { expect, test } from 'vitest'
import { lower as lowerPython } from '../../language-rules/languages/python/lower.ts'
import { lower as lowerTypescript } from '../../language-rules/languages/typescript/lower.ts'
import { sdk as anthropic } from '../../language-rules/sdks/anthropic.ts'
import { sdk as genai } from '../../language-rules/sdks/google-genai.ts'
import { sdk as openai } from '../../language-rules/sdks/openai.ts'
import { fileDocument } from '../document.ts'
import { findModelCalls } from '../resolve/calls.ts'
import { asBatch } from './batch.ts'
import { applyEdits } from './text.ts'

/** The file once its first call is sent as a batch, without the function that sends it; undefined where it cannot be. */
function batched(file: string, text: string): string | undefined {
  const isPython = file.endsWith('.py')
  const document = fileDocument(file, isPython ? 'python' : 'typescript', text)
  const module = (isPython ? lowerPython : lowerTypescript)(text, file)
  const [call] = findModelCalls(document, module, [openai, anthropic, genai])
  const edits = asBatch(call!, { document, module, named: isPython ? 'keyword' : 'record' })
  const fixed = edits && applyEdits(text, edits)
  return fixed
    ?.replace(/\n*(async )?def \w+_of_batch\w*\(client, bodies\):\n( {4}.*\n|\n)*?(?=\n\n\S)/, '\n[the function]')
    .replace(/\n\/\*\* Sends requests[\s\S]*\n}\n$/, '\n[the function]\n')
}

const python = (text: string) => batched('a.py', text)

test('what a pass knows when it asks is kept for its answer, and the imports come first', () => {
  expect(
    python(`from openai import OpenAI

client = OpenAI()


def titles(rows, done):
    for i, row in enumerate(rows):
        if not row:
            continue
        prompt = f"Title: {row}"
        answer = client.chat.completions.create(model="gpt-5", messages=[{"role": "user", "content": prompt}])
        done[i] = (row, answer.choices[0].message.content)
`),
  ).toBe(`import json
import time
from openai.types.chat import ChatCompletion
from openai import OpenAI

client = OpenAI()
[the function]

def titles(rows, done):
    asked, bodies = [], []
    for i, row in enumerate(rows):
        if not row:
            continue
        prompt = f"Title: {row}"
        asked.append((i, row))
        bodies.append({"model": "gpt-5", "messages": [{"role": "user", "content": prompt}]})
    for (i, row), answer in zip(asked, completions_of_batch(client, bodies)):
        done[i] = (row, answer.choices[0].message.content)
`)
})

test('calls that are waited for together are one batch', () => {
  expect(
    python(`import asyncio
from openai import AsyncOpenAI

client = AsyncOpenAI()


async def ask(prompts):
    return await asyncio.gather(*[client.responses.create(model="gpt-5", input=p) for p in prompts])
`),
  ).toContain(`[the function]

async def ask(prompts):
    return await responses_of_batch_async(client, [{"model": "gpt-5", "input": p} for p in prompts])
`)
})

test('a call of its own is a batch of one', () => {
  expect(
    python(`from google import genai

client = genai.Client()
print(client.models.generate_content(model="gemini-2.5-flash", contents="Name a port.").text)
`),
  ).toContain('print(contents_of_batch(client, [{"model": "gemini-2.5-flash", "contents": "Name a port."}])[0].text)')
})

test('TypeScript: an answer in brackets with its await, the type of the client imported', () => {
  expect(
    batched(
      'a.ts',
      `import { OpenAI as Api } from 'openai'

const client = new Api();

for (const port of ports) {
  console.log(port, (await client.chat.completions.create({ model: 'gpt-5', messages: ask(port) })).id);
}
`,
    ),
  ).toBe(`import { OpenAI as Api } from 'openai'

const client = new Api();

const bodies: Api.ChatCompletionCreateParamsNonStreaming[] = [];
const asked = [];
for (const port of ports) {
  asked.push({ port });
  bodies.push({ model: 'gpt-5', messages: ask(port) });
}
for (const [i, answer] of (await completionsOfBatch(client, bodies)).entries()) {
  const { port } = asked[i]!;
  console.log(port, answer.id);
}

[the function]
`)
})

test('JavaScript has no types', () => {
  const fixed = batched(
    'a.mjs',
    "import Anthropic from '@anthropic-ai/sdk'\nconst c = new Anthropic()\nconst all = await Promise.all(ports.map(async (port) => (await c.messages.create({ model: 'claude-haiku-4-5', max_tokens: 5, messages: ask(port) })).content))\n",
  )
  expect(fixed).toContain(
    "const all = (await messagesOfBatch(c, ports.map((port) => ({ model: 'claude-haiku-4-5', max_tokens: 5, messages: ask(port) })))).map((answer) => answer.content)\n",
  )
})

const loop = (body: string) =>
  `from openai import OpenAI\nclient = OpenAI()\nmessages = []\nfor text in texts:\n${body}`

test.each([
  [
    'one list that grows by every request',
    loop(
      '    messages.append({"role": "user", "content": text})\n    r = client.chat.completions.create(model="gpt-5", messages=messages)\n    print(r)\n',
    ),
  ],
  [
    'what a pass found is asked of the next',
    loop(
      '    r = client.chat.completions.create(model="gpt-5", messages=[*messages, ask(text)])\n    messages.append(r.choices[0].message)\n',
    ),
  ],
  [
    'a call inside a try of the loop',
    loop(
      '    try:\n        r = client.chat.completions.create(model="gpt-5", messages=ask(text))\n    except Exception:\n        pass\n    print(r)\n',
    ),
  ],
  [
    'an answer nobody uses in the loop',
    loop('    r = client.chat.completions.create(model="gpt-5", messages=ask(text))\n'),
  ],
  [
    'an argument that is of the client',
    loop('    r = client.chat.completions.create(model="gpt-5", messages=ask(text), timeout=5)\n    print(r)\n'),
  ],
  [
    'a client of another provider',
    `from openai import OpenAI\nclient = OpenAI(base_url="https://api.groq.com/openai/v1")\nprint([client.chat.completions.create(model="llama-3.3-70b-versatile", messages=ask(t)) for t in texts])\n`,
  ],
])('is left: %s', (_, text) => {
  expect(python(text)).toBeUndefined()
})
