// Summaries on request: the reader waits, so the answer is streamed.
import OpenAI from 'openai'

const openai = new OpenAI()

export async function* summarise(title: string, text: string): AsyncGenerator<string> {
  const stream = await openai.chat.completions.create({
    model: 'gpt-4o',
    stream: true,
    messages: [
      { role: 'system', content: 'Summarise the notice for a harbour master in five sentences. Keep every figure and every date.' },
      { role: 'user', content: `${title}\n\n${text}` },
    ],
  })
  for await (const chunk of stream) yield chunk.choices[0]?.delta.content ?? ''
}
