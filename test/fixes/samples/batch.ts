import OpenAI from 'openai'

const client = new OpenAI()

export async function headlines(notices: string[]) {
  const answers = await Promise.all(
    notices.map((notice) =>
      client.chat.completions.create({
        model: 'gpt-4.1-mini',
        max_completion_tokens: 50,
        messages: [{ role: 'user', content: `A headline for: ${notice}` }],
      }),
    ),
  )
  return answers.map((answer) => answer.choices[0]!.message.content)
}

const notices = process.argv.slice(2)
if (notices.length > 0) console.log(await headlines(notices))
