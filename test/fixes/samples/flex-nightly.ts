import OpenAI from 'openai'

const client = new OpenAI()

export async function grade(reply: string) {
  const answer = await client.responses.create({
    model: 'gpt-5-mini',
    max_output_tokens: 300,
    input: `Does this reply answer the question? Say why: ${reply}`,
  })
  return answer.output_text
}

const reply = process.argv[2]
if (reply !== undefined) console.log(await grade(reply))
