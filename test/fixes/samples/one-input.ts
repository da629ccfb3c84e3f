import OpenAI from 'openai'

const client = new OpenAI()

export async function vectors(notices: string[]) {
  return await Promise.all(
    notices.map(
      async (notice) =>
        (await client.embeddings.create({ model: 'text-embedding-3-small', input: notice })).data[0]!.embedding,
    ),
  )
}
