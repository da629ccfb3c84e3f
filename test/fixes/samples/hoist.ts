import OpenAI from 'openai'

const client = new OpenAI()

export async function reports(ports: string[]) {
  const result: string[] = []
  for (const port of ports) {
    const style = await client.responses.create({
      model: 'gpt-4o-mini',
      max_output_tokens: 100,
      input: 'Describe the house style for port reports.',
    })
    result.push(`${port}: ${style.output_text}`)
  }
  return result
}
