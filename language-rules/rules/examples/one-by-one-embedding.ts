import type { RuleExample } from '../../../core/rule.ts'

export const oneByOneExamples: readonly RuleExample[] = [
  {
    name: 'Python, a comprehension over a list',
    lang: 'python',
    code: `from openai import OpenAI

client = OpenAI()


def vectors(notices: list[str]) -> list[list[float]]:
    return [client.embeddings.create(model="text-embedding-3-small", input=notice).data[0].embedding for notice in notices]
`,
    finds: [
      {
        line: 7,
        message:
          'One request for each text of the loop. The $0.02 per million tokens stay the same, but input takes a list: one request does for many texts, and nothing waits in between.',
        fixed: `from openai import OpenAI

client = OpenAI()


def vectors(notices: list[str]) -> list[list[float]]:
    return [item.embedding for item in client.embeddings.create(model="text-embedding-3-small", input=notices).data]
`,
      },
    ],
  },
  {
    name: 'Python, a loop',
    lang: 'python',
    code: `import voyageai

client = voyageai.Client()


def vectors(notices):
    found = []
    for notice in notices:
        found.append(client.embed([notice["body"]], model="voyage-3").embeddings[0])
    return found
`,
    finds: [
      {
        line: 9,
        message:
          'One request for each text of the loop. The $0.06 per million tokens stay the same, but texts takes a list: one request does for many texts, and nothing waits in between.',
        fixed: `import voyageai

client = voyageai.Client()


def vectors(notices):
    found = []
    found.extend(client.embed([notice["body"] for notice in notices], model="voyage-3").embeddings)
    return found
`,
      },
    ],
  },
  {
    name: 'TypeScript, all at once and each alone',
    lang: 'typescript',
    code: `import OpenAI from 'openai'

const client = new OpenAI()

export async function vectors(notices: string[]) {
  return await Promise.all(
    notices.map(async (notice) => (await client.embeddings.create({ model: 'text-embedding-3-small', input: notice })).data[0].embedding),
  )
}
`,
    finds: [
      {
        line: 7,
        message:
          'One request for each text of the loop. The $0.02 per million tokens stay the same, but input takes a list: one request does for many texts, and nothing waits in between.',
        fixed: `import OpenAI from 'openai'

const client = new OpenAI()

export async function vectors(notices: string[]) {
  return (await client.embeddings.create({ model: 'text-embedding-3-small', input: notices })).data.map((item) => item.embedding)
}
`,
      },
    ],
  },
  {
    name: 'Python, a loop that appends, the answer under a name',
    lang: 'python',
    code: `from openai import AsyncOpenAI

client = AsyncOpenAI()


async def vectors(notices: list[dict]):
    found = []
    for notice in notices:
        response = await client.embeddings.create(model="text-embedding-3-small", input=notice["body"])
        found.append(response.data[0].embedding)
    return found
`,
    finds: [
      {
        line: 9,
        message:
          'One request for each text of the loop. The $0.02 per million tokens stay the same, but input takes a list: one request does for many texts, and nothing waits in between.',
        fixed: `from openai import AsyncOpenAI

client = AsyncOpenAI()


async def vectors(notices: list[dict]):
    found = []
    found.extend(item.embedding for item in (await client.embeddings.create(model="text-embedding-3-small", input=[notice["body"] for notice in notices])).data)
    return found
`,
      },
    ],
  },
  {
    name: 'Python, a name of the loop that is used after it',
    lang: 'python',
    code: `from openai import OpenAI

client = OpenAI()


def vectors(notices):
    found = []
    for notice in notices:
        response = client.embeddings.create(model="text-embedding-3-small", input=notice)
        found.append(response.data[0].embedding)
    return found, response.model
`,
    finds: [
      {
        line: 9,
        message:
          'One request for each text of the loop. The $0.02 per million tokens stay the same, but input takes a list: one request does for many texts, and nothing waits in between.',
      },
    ],
  },
  {
    name: 'TypeScript, a loop that pushes',
    lang: 'typescript',
    code: `import OpenAI from 'openai'

const client = new OpenAI()

export async function vectors(notices: string[]) {
  const found: number[][] = []
  for (const input of notices) {
    const response = await client.embeddings.create({ model: 'text-embedding-3-small', input })
    found.push(response.data[0].embedding)
  }
  return found
}
`,
    finds: [
      {
        line: 8,
        message:
          'One request for each text of the loop. The $0.02 per million tokens stay the same, but input takes a list: one request does for many texts, and nothing waits in between.',
        fixed: `import OpenAI from 'openai'

const client = new OpenAI()

export async function vectors(notices: string[]) {
  const found: number[][] = []
  found.push(...(await client.embeddings.create({ model: 'text-embedding-3-small', input: notices })).data.map((item) => item.embedding))
  return found
}
`,
      },
    ],
  },
  {
    name: 'TypeScript, of Google, in one statement; and a loop that does more',
    lang: 'typescript',
    code: `import { GoogleGenAI } from '@google/genai'

const ai = new GoogleGenAI({})

export async function vectors(notices: string[]) {
  const found = []
  for (const notice of notices) {
    found.push((await ai.models.embedContent({ model: 'gemini-embedding-001', contents: notice })).embeddings[0].values)
  }
  return found
}

export async function told(notices: string[]) {
  const found = []
  for (const notice of notices) {
    const answer = await ai.models.embedContent({ model: 'gemini-embedding-001', contents: notice })
    console.log(notice)
    found.push(answer.embeddings[0].values)
  }
  return found
}
`,
    finds: [
      {
        line: 8,
        message:
          'One request for each text of the loop. The $0.15 per million tokens stay the same, but contents takes a list: one request does for many texts, and nothing waits in between.',
        fixed: `import { GoogleGenAI } from '@google/genai'

const ai = new GoogleGenAI({})

export async function vectors(notices: string[]) {
  const found = []
  found.push(...(await ai.models.embedContent({ model: 'gemini-embedding-001', contents: notices })).embeddings.map((item) => item.values))
  return found
}

export async function told(notices: string[]) {
  const found = []
  for (const notice of notices) {
    const answer = await ai.models.embedContent({ model: 'gemini-embedding-001', contents: notice })
    console.log(notice)
    found.push(answer.embeddings[0].values)
  }
  return found
}
`,
      },
      {
        line: 16,
        message:
          'One request for each text of the loop. The $0.15 per million tokens stay the same, but contents takes a list: one request does for many texts, and nothing waits in between.',
      },
    ],
  },
  {
    name: 'the list in pieces',
    lang: 'python',
    code: `from openai import OpenAI

client = OpenAI()
for batch in batches:
    client.embeddings.create(model="text-embedding-3-small", input=batch)
`,
    finds: [],
  },
  {
    name: 'pieces of a list under a short name',
    lang: 'python',
    code: `from openai import OpenAI

client = OpenAI()
answers = [client.embeddings.create(model="text-embedding-3-small", input=c) for c in chunks]
`,
    finds: [],
  },
  {
    name: 'one text',
    lang: 'typescript',
    code: `import OpenAI from 'openai'

export const vector = (input: string) => new OpenAI().embeddings.create({ model: 'text-embedding-3-small', input })
`,
    finds: [],
  },
]
