// The nightly job: every notice of the day gets a headline. Nobody waits for it.
import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import OpenAI from 'openai'

const openai = new OpenAI()
const MODEL = process.env.HEADLINE_MODEL ?? 'gpt-5-mini'

export async function nightly(folder: string): Promise<void> {
  const headlines: Record<string, string> = {}
  for (const file of readdirSync(folder)) {
    const style = await openai.chat.completions.create({
      model: 'gpt-4o-mini',
      max_tokens: 60,
      messages: [{ role: 'user', content: 'Write one sentence that tells a headline writer the house style: sober, no puns, the port named first.' }],
    })
    const notice = readFileSync(`${folder}/${file}`, 'utf8')
    const response = await openai.responses.create({
      model: MODEL,
      max_output_tokens: 80,
      instructions: style.choices[0]?.message.content ?? '',
      input: `Write a headline of at most ten words for this notice to mariners:\n\n${notice}`,
    })
    headlines[file] = response.output_text
  }
  writeFileSync(`${folder}/headlines.json`, JSON.stringify(headlines, null, 2))
}
