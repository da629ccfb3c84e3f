import type { SdkExample } from '../../../core/sdk.ts'

const questions = ['task', 'question', 'summarize', 'action_items'].flatMap((name) => [name, `${name}_async`])

/** Whatever else reads sound, or asks about what was said. */
export const allCalls: readonly SdkExample[] = [
  {
    lang: 'python',
    code: `
import assemblyai as aai
transcriber = aai.Transcriber()
lemur = aai.Lemur(input_text=text)
transcript = transcriber.transcribe("a.mp3")
transcriber.transcribe_group_async(links)
transcriber.submit_group(links)
lemur.task("Sum up.")
lemur.task_async("Sum up.")
lemur.question_async("Sum up.")
lemur.summarize("Sum up.")
lemur.summarize_async("Sum up.")
lemur.action_items("Sum up.")
lemur.action_items_async("Sum up.")
transcript.lemur.task_async("Sum up.")
transcript.lemur.question("Sum up.")
transcript.lemur.question_async("Sum up.")
transcript.lemur.summarize("Sum up.")
transcript.lemur.summarize_async("Sum up.")
transcript.lemur.action_items("Sum up.")
transcript.lemur.action_items_async("Sum up.")
`,
    sees: [
      { line: 5, call: 'assemblyai.transcribe' },
      { line: 6, call: 'assemblyai.transcribe_group_async' },
      { line: 7, call: 'assemblyai.submit_group' },
      { line: 8, call: 'assemblyai.task' },
      { line: 9, call: 'assemblyai.task_async' },
      { line: 10, call: 'assemblyai.question_async' },
      { line: 11, call: 'assemblyai.summarize' },
      { line: 12, call: 'assemblyai.summarize_async' },
      { line: 13, call: 'assemblyai.action_items' },
      { line: 14, call: 'assemblyai.action_items_async' },
      { line: 15, call: 'assemblyai.transcribe().lemur.task_async' },
      { line: 16, call: 'assemblyai.transcribe().lemur.question' },
      { line: 17, call: 'assemblyai.transcribe().lemur.question_async' },
      { line: 18, call: 'assemblyai.transcribe().lemur.summarize' },
      { line: 19, call: 'assemblyai.transcribe().lemur.summarize_async' },
      { line: 20, call: 'assemblyai.transcribe().lemur.action_items' },
      { line: 21, call: 'assemblyai.transcribe().lemur.action_items_async' },
    ],
  },
  {
    lang: 'typescript',
    code: `
import { AssemblyAI } from 'assemblyai'
const client = new AssemblyAI({ apiKey: '…' })
client.transcripts.create({ audio_url: url })
client.lemur.summary({ transcript_ids: ids })
client.lemur.actionItems({ transcript_ids: ids })
`,
    sees: [
      { line: 4, call: 'assemblyai.transcripts.create' },
      { line: 5, call: 'assemblyai.lemur.summary' },
      { line: 6, call: 'assemblyai.lemur.actionItems' },
    ],
  },
  {
    // Of many recordings at once, and of what was heard before.
    lang: 'python',
    code: `
import assemblyai as aai
group = aai.Transcriber().transcribe_group(links)
old = aai.Transcript.get_by_id("t")
${questions.map((name) => `group.lemur.${name}("Sum up.")\nold.lemur.${name}("Sum up.")`).join('\n')}
aai.TranscriptGroup.get_by_ids(["t", "u"]).lemur.task("Compare.", final_model="default", max_output_size=50)
`,
    sees: [
      { line: 3, call: 'assemblyai.transcribe_group' },
      ...questions.flatMap((name, at) => [
        { line: 5 + 2 * at, call: `assemblyai.transcribe_group().lemur.${name}` },
        { line: 6 + 2 * at, call: `assemblyai.lemur.${name}`, provider: 'assemblyai' as const },
      ]),
      { line: 21, call: 'assemblyai.lemur.task', model: 'default', maxOutput: 50, input: ['Compare.'] },
    ],
  },
]
