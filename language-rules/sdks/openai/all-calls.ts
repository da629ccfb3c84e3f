import type { SdkExample } from '../../../core/sdk.ts'

/** The remaining names, old and new. */
export const allCalls: readonly SdkExample[] = [
  {
    lang: 'python',
    code: `
import openai
client = openai.OpenAI()
client.beta.responses.compact(model="gpt-5")
client.beta.threads.create_and_run_poll(assistant_id="a")
client.beta.threads.create_and_run_stream(assistant_id="a")
openai.Completion.acreate(model="m")
openai.Embedding.acreate(model="m")
openai.Image.acreate(model="m")
openai.Image.create_edit(model="m")
openai.Image.create_variation(model="m")
openai.Audio.atranscribe(model="m")
openai.Audio.translate(model="m")
openai.Audio.atranslate(model="m")
openai.FineTuningJob.create(model="m")
`,
    sees: [
      { line: 4, call: 'openai.beta.responses.compact' },
      { line: 5, call: 'openai.beta.threads.create_and_run_poll' },
      { line: 6, call: 'openai.beta.threads.create_and_run_stream' },
      { line: 7, call: 'openai.Completion.acreate' },
      { line: 8, call: 'openai.Embedding.acreate' },
      { line: 9, call: 'openai.Image.acreate' },
      { line: 10, call: 'openai.Image.create_edit' },
      { line: 11, call: 'openai.Image.create_variation' },
      { line: 12, call: 'openai.Audio.atranscribe' },
      { line: 13, call: 'openai.Audio.translate' },
      { line: 14, call: 'openai.Audio.atranslate' },
      { line: 15, call: 'openai.FineTuningJob.create' },
    ],
  },
  {
    lang: 'typescript',
    code: `
import OpenAI, { OpenAIApi } from 'openai'
import { OpenAIRealtimeWS } from 'openai/realtime/ws'
const client = new OpenAI()
const old = new OpenAIApi()
client.beta.chat.completions.runTools({ model: 'gpt-4o', messages: [], tools: [] })
client.images.createVariation({ image })
client.videos.createAndPoll({ prompt: 'A cat' })
client.beta.threads.createAndRun({ assistant_id: 'a' })
client.beta.threads.createAndRunStream({ assistant_id: 'a' })
OpenAIRealtimeWS.create(client, { model: 'gpt-realtime' })
OpenAIRealtimeWS.azure(client, { model: 'gpt-realtime' })
old.createCompletion({ model: 'm', prompt })
old.createEmbedding({ model: 'm', input })
old.createImage({ prompt })
old.createTranscription(file, 'whisper-1')
old.createTranslation(file, 'whisper-1')
old.createFineTune({ training_file })
`,
    sees: [
      { line: 6, call: 'openai.beta.chat.completions.runTools' },
      { line: 7, call: 'openai.images.createVariation' },
      { line: 8, call: 'openai.videos.createAndPoll' },
      { line: 9, call: 'openai.beta.threads.createAndRun' },
      { line: 10, call: 'openai.beta.threads.createAndRunStream' },
      { line: 11, call: 'openai.create' },
      { line: 12, call: 'openai.azure' },
      { line: 13, call: 'openai.createCompletion' },
      { line: 14, call: 'openai.createEmbedding' },
      { line: 15, call: 'openai.createImage' },
      { line: 16, call: 'openai.createTranscription' },
      { line: 17, call: 'openai.createTranslation' },
      { line: 18, call: 'openai.createFineTune' },
    ],
  },
]
