import OpenAI from 'openai'
import type { ChatCompletionMessageParam, ChatCompletionTool } from 'openai/resources/chat/completions'

const client = new OpenAI()
const tools: ChatCompletionTool[] = [{ type: 'function', function: { name: 'tide', description: 'The tide now' } }]

export async function berth(messages: ChatCompletionMessageParam[]) {
  while (true) {
    const reply = await client.chat.completions.create({ model: 'gpt-4o', max_tokens: 800, tools, messages })
    const { message } = reply.choices[0]!
    if (!message.tool_calls) return message.content
    messages.push(message)
    for (const { id } of message.tool_calls) messages.push({ role: 'tool', tool_call_id: id, content: '3.1 m' })
  }
}
