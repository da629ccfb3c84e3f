import OpenAI from 'openai'

const client = new OpenAI()

export const kindOf = (ship: string) =>
  client.chat.completions.create({
    model: 'gpt-4o',
    max_tokens: 10,
    messages: [{ role: 'user', content: `Classify the ship as tanker, container or ferry: ${ship}` }],
  })
