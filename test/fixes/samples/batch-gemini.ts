import { GoogleGenAI } from '@google/genai'

const ai = new GoogleGenAI({})

export async function headlines(notices: string[]) {
  const found: (string | undefined)[] = []
  for (const notice of notices) {
    const answer = await ai.models.generateContent({
      model: 'gemini-2.5-flash',
      contents: `A headline for: ${notice}`,
      config: { maxOutputTokens: 50 },
    })
    found.push(answer.text)
  }
  if (found.some((line) => line === undefined)) throw new Error('an answer has no text')
  return found
}

const notices = process.argv.slice(2)
if (notices.length > 0) console.log(await headlines(notices))
