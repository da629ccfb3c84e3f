import Anthropic from '@anthropic-ai/sdk'

const client = new Anthropic()
const paragraphs = `«the rules»`

export const answer = (question: string) =>
  client.messages.create({
    model: 'claude-sonnet-4-5',
    max_tokens: 800,
    system: paragraphs,
    messages: [{ role: 'user', content: question }],
  })
