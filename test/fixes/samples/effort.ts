import OpenAI from 'openai'

const client = new OpenAI()

export const isPort = (name: string) =>
  client.chat.completions.create({
    model: 'gpt-5-mini',
    max_completion_tokens: 2000,
    reasoning_effort: 'high',
    messages: [{ role: 'user', content: `Is this a port? Answer yes or no: ${name}` }],
  })
