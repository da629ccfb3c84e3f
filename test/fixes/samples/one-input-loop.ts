import OpenAI from 'openai'

const client = new OpenAI()

export async function vectors(notices: string[]) {
  const found: number[][] = []
  for (const input of notices) {
    const answer = await client.embeddings.create({ model: 'text-embedding-3-small', input })
    found.push(answer.data[0]!.embedding)
  }
  return found
}
