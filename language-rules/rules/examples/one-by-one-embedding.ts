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
