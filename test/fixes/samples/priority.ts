import OpenAI from 'openai'

const client = new OpenAI()

export async function answer(question: string) {
  const reply = await client.responses.create({
    model: 'gpt-5-mini',
    service_tier: 'priority',
    max_output_tokens: 300,
    input: question,
  })
  return reply.output_text
}
