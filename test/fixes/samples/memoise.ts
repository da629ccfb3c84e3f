import OpenAI from 'openai'

const client = new OpenAI()

export async function nearest(question: string, notices: { name: string; vector: number[] }[]) {
  const found: [string, number][] = []
  for (const notice of notices) {
    const asked = await client.embeddings.create({ model: 'text-embedding-3-small', input: question })
    found.push([notice.name, near(asked.data[0]!.embedding, notice.vector)])
  }
  return found
}

const near = (a: number[], b: number[]) => a.reduce((sum, each, i) => sum + each * (b[i] ?? 0), 0)
