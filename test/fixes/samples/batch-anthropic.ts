import Anthropic from '@anthropic-ai/sdk'

const client = new Anthropic()

export async function headlines(notices: string[]) {
  const found: string[] = []
  for (const notice of notices) {
    const answer = await client.messages.create({
      model: 'claude-haiku-4-5',
      max_tokens: 50,
      messages: [{ role: 'user', content: `A headline for: ${notice}` }],
    })
    found.push(JSON.stringify(answer.content))
  }
  return found
}

const notices = process.argv.slice(2)
if (notices.length > 0) console.log(await headlines(notices))
