import OpenAI from 'openai'

const client = new OpenAI()

export const answer = (question: string) =>
  client.responses.create({ model: 'gpt-4.1-mini', input: `Where may this ship moor? ${question}` })
