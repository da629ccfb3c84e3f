import { anthropic } from '@ai-sdk/anthropic'
import { generateText } from 'ai'

const paragraphs = `«the rules»`

export const answer = (question: string) =>
  generateText({
    model: anthropic('claude-sonnet-4-5'),
    maxOutputTokens: 800,
    system: paragraphs,
    prompt: question,
  })
