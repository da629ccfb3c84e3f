// https://github.com/AssemblyAI/assemblyai-python-sdk (1.0, and LeMUR by its history),
// https://github.com/AssemblyAI/assemblyai-node-sdk (4.27)
import type { CallShape, Sdk, SdkExample } from '../../core/sdk.ts'
import { allCalls } from './assemblyai/all-calls.ts'

// Models are asked in the order of the list: the first that has the language answers.
const heard = {
  api: 'transcribe',
  model: ['config.speech_model', '[1].speech_model', 'config.speech_models.[0]', '[1].speech_models.[0]'],
  input: [],
} as const satisfies Omit<CallShape, 'path'>
const hearing = {
  api: 'transcribe',
  model: ['speech_model', 'speech_models.[0]'],
  input: [],
} as const satisfies Omit<CallShape, 'path'>
const asked = {
  api: 'chat',
  model: 'final_model',
  maxOutput: 'max_output_size',
  input: ['prompt', 'context', 'questions', '[0]'],
} as const satisfies Omit<CallShape, 'path'>
const told = { ...asked, input: ['prompt', 'context', 'questions'] } as const
const live = { api: 'transcribe', input: [], stream: true } as const satisfies Omit<CallShape, 'path'>

const questions = ['task', 'question', 'summarize', 'action_items'].flatMap((name) => [name, `${name}_async`])
const transcripts = [
  'transcribe',
  'transcribe_async',
  'submit',
  'transcribe_group',
  'transcribe_group_async',
  'submit_group',
]

const calls: readonly CallShape[] = [
  ...transcripts.map((path) => ({ path, on: 'transcriber', ...heard })),
  { path: 'transcribe', on: 'sync', api: 'transcribe', model: ['config.model', '[1].model'], input: [] },
  { path: 'transcribe_async', on: 'sync', api: 'transcribe', model: ['config.model', '[1].model'], input: [] },
  ...questions.map((path) => ({ path, on: 'lemur', ...asked })),
  ...questions.flatMap((name) =>
    ['transcribe', 'transcribe_group'].map((way) => ({ path: `${way}().lemur.${name}`, on: 'transcriber', ...asked })),
  ),
  ...questions.map((name) => ({ path: `lemur.${name}`, on: 'transcript', ...asked })),
  { path: 'connect', on: 'live', ...live, model: ['[0].speech_model', 'params.speech_model'] },
  { path: 'transcripts.transcribe', ...hearing },
  { path: 'transcripts.submit', ...hearing },
  { path: 'transcripts.create', ...hearing },
  ...['task', 'summary', 'questionAnswer', 'actionItems'].map((name) => ({ path: `lemur.${name}`, ...told })),
  {
    path: 'streaming.transcriber().connect',
    ...live,
    within: { 'streaming.transcriber()': { model: 'speechModel' } },
  },
  { path: 'realtime.transcriber().connect', ...live },
]

export const sdk: Sdk = {
  id: 'assemblyai',
  words: ['from assemblyai', 'import assemblyai', ', assemblyai', "'assemblyai", '"assemblyai'],
  clients: [
    {
      python: [
        ...['assemblyai.Transcriber', 'assemblyai.AsyncTranscriber', 'assemblyai.transcriber.Transcriber'],
        ...['assemblyai.prerecorded.v2.Transcriber', 'assemblyai.prerecorded.v2.AsyncTranscriber'],
      ],
      kind: 'transcriber',
      provider: 'assemblyai',
      model: ['config.speech_model', 'config.speech_models.[0]'],
    },
    {
      python: [
        ...['assemblyai.SyncTranscriber', 'assemblyai.AsyncSyncTranscriber'],
        ...['assemblyai.sync.v1.SyncTranscriber', 'assemblyai.sync.v1.AsyncSyncTranscriber'],
      ],
      kind: 'sync',
      provider: 'assemblyai',
      model: 'config.model',
      // https://github.com/AssemblyAI/assemblyai-python-sdk/blob/1.0.0/assemblyai/types.py#L2699
      defaultModel: 'universal-3-5-pro',
    },
    { python: ['assemblyai.Lemur', 'assemblyai.lemur.Lemur'], kind: 'lemur', provider: 'assemblyai' },
    // What was heard before.
    {
      python: ['assemblyai.Transcript.get_by_id', 'assemblyai.TranscriptGroup.get_by_ids'],
      kind: 'transcript',
      provider: 'assemblyai',
    },
    {
      python: [
        ...['assemblyai.streaming.v3.StreamingClient', 'assemblyai.streaming.v3.AsyncStreamingClient'],
        ...['assemblyai.streaming.v3.RealTimeTranscriber', 'assemblyai.streaming.v3.AsyncRealTimeTranscriber'],
        'assemblyai.RealtimeTranscriber',
      ],
      kind: 'live',
      provider: 'assemblyai',
    },
    { typescript: ['assemblyai#AssemblyAI', 'assemblyai#default'], provider: 'assemblyai' },
  ],
  calls,
  free: [
    ...['upload_file', 'list_transcripts', 'get_by_id', 'delete_by_id', 'warm'],
    ...['files.upload', 'transcripts.get', 'transcripts.list', 'transcripts.waitUntilReady', 'transcripts.sentences'],
    ...['transcripts.paragraphs', 'transcripts.subtitles', 'transcripts.wordSearch', 'lemur.getResponse'],
    'lemur.purgeRequestData',
  ],
}

export const examples: readonly SdkExample[] = [
  {
    lang: 'python',
    code: `
import assemblyai as aai
from assemblyai.streaming.v3 import StreamingClient, StreamingParameters
aai.settings.api_key = "…"
CONFIG = aai.TranscriptionConfig(speech_model="slam-1", speaker_labels=True)
transcriber = aai.Transcriber(config=CONFIG)
def hear(links):
    for link in links:
        transcript = transcriber.transcribe(link)
        print(transcript.lemur.task("Summarise.", final_model="anthropic/claude-sonnet-4-20250514", max_output_size=300))
aai.Transcriber().transcribe("a.mp3", config=aai.TranscriptionConfig(speech_models=["universal-3-5-pro", "universal-2"]))
aai.Transcriber().transcribe_async("a.mp3", CONFIG)
transcriber.submit("a.mp3")
transcriber.transcribe_group(["a.mp3", "b.mp3"])
aai.SyncTranscriber().transcribe("a.mp3")
aai.Lemur(input_text="…").question(questions, final_model="default")
StreamingClient(options).connect(StreamingParameters(speech_model="universal-streaming-english"))
async def later():
    async with aai.AsyncTranscriber() as reader:
        return await reader.transcribe("a.mp3")
`,
    sees: [
      {
        line: 9,
        call: 'assemblyai.transcribe',
        provider: 'assemblyai',
        model: 'slam-1',
        repeats: ['data loop here'],
      },
      {
        line: 10,
        call: 'assemblyai.transcribe().lemur.task',
        model: 'anthropic/claude-sonnet-4-20250514',
        maxOutput: 300,
        input: ['Summarise.'],
      },
      { line: 11, call: 'assemblyai.transcribe', model: 'universal-3-5-pro' },
      { line: 12, call: 'assemblyai.transcribe_async', model: 'slam-1' },
      { line: 13, call: 'assemblyai.submit', model: 'slam-1' },
      { line: 14, call: 'assemblyai.transcribe_group', model: 'slam-1' },
      { line: 15, call: 'assemblyai.transcribe', model: null, usualModel: 'universal-3-5-pro' },
      { line: 16, call: 'assemblyai.question', model: 'default', input: ['{questions}'] },
      { line: 17, call: 'assemblyai.connect', model: 'universal-streaming-english' },
      { line: 20, call: 'assemblyai.transcribe', model: null },
    ],
  },
  {
    lang: 'typescript',
    code: `
import { AssemblyAI } from 'assemblyai'
const client = new AssemblyAI({ apiKey: process.env.KEY ?? '' })
export async function hear(audio: string) {
  const transcript = await client.transcripts.transcribe({ audio, speech_model: 'universal' })
  await client.transcripts.submit({ audio, speech_models: ['universal-3-5-pro'] })
  await client.lemur.task({ transcript_ids: [transcript.id], prompt: 'Summarise.', final_model: 'default', max_output_size: 99 })
  await client.lemur.questionAnswer({ transcript_ids: [transcript.id], questions: [] })
  await client.streaming.transcriber({ sampleRate: 16000, speechModel: 'universal-streaming-english' }).connect()
  await client.realtime.transcriber({ sampleRate: 16000 }).connect()
}
`,
    sees: [
      { line: 5, call: 'assemblyai.transcripts.transcribe', provider: 'assemblyai', model: 'universal' },
      { line: 6, call: 'assemblyai.transcripts.submit', model: 'universal-3-5-pro' },
      { line: 7, call: 'assemblyai.lemur.task', model: 'default', maxOutput: 99, input: ['Summarise.'] },
      { line: 8, call: 'assemblyai.lemur.questionAnswer', model: null },
      { line: 9, call: 'assemblyai.streaming.transcriber().connect', model: 'universal-streaming-english' },
      { line: 10, call: 'assemblyai.realtime.transcriber().connect', model: null },
    ],
  },
  {
    lang: 'python',
    code: `
import assemblyai as aai
from .voice import transcriber
aai.Transcriber().upload_file("a.mp3")
aai.Transcriber().list_transcripts()
aai.Transcript.get_by_id("t")
transcriber.transcribe("a.mp3")
def transcribe(path): ...
transcribe("a.mp3")
`,
    sees: [],
  },
  {
    lang: 'typescript',
    code: `
import { AssemblyAI } from 'assemblyai'
import { transcripts } from './transcripts'
const client = new AssemblyAI({ apiKey: '…' })
client.files.upload('a.mp3')
client.transcripts.get('t')
transcripts.transcribe({ audio: 'a.mp3' })
`,
    sees: [],
  },
  ...allCalls,
]
