import OpenAI from 'openai'

const client = new OpenAI()

export async function digest(notices: string) {
  const answer = await client.responses.create({
    model: 'gpt-5-mini',
    max_output_tokens: 300,
    input: `Write the digest of the night: ${notices}`,
  })
  return answer.output_text
}

const notices = process.argv[2]
if (notices !== undefined) console.log(await digest(notices))
