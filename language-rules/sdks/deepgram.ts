// https://github.com/deepgram/deepgram-python-sdk/blob/main/reference.md (7.6, and 2 to 4 by its tags)
// https://github.com/deepgram/deepgram-js-sdk/blob/main/reference.md (5.8, and 3 and 4 by its tags)
import type { CallShape, Sdk, SdkExample } from '../../core/sdk.ts'
import { allCalls } from './deepgram/all-calls.ts'

const hearing = { api: 'transcribe', input: [] } as const satisfies Omit<CallShape, 'path'>
const speech = { api: 'speech' } as const
const reading = { api: 'chat', model: 'model', input: ['text'] } as const satisfies Omit<CallShape, 'path'>

// The audio first, then the options: an object, a dictionary or `PrerecordedOptions(…)`.
const heard = { ...hearing, model: ['[1].model', 'options.model', 'model'] } as const
const spoken = {
  ...speech,
  model: ['[1].model', 'options.model', 'model'],
  input: ['[0].text', 'source.text'],
} as const
const saved = { ...speech, model: ['[2].model', 'options.model'], input: ['[1].text', 'source.text'] } as const
const live = { ...hearing, model: ['model', '[0].model', 'options.model'], stream: true } as const

const recorded = ['rest', 'asyncrest', 'prerecorded', 'asyncprerecorded']
const sockets = ['websocket', 'asyncwebsocket', 'live', 'asynclive']
const speakers = ['speak', 'speak.rest', 'speak.asyncrest']

const calls: readonly CallShape[] = [
  ...['transcribe_url', 'transcribe_file', 'transcribeUrl', 'transcribeFile'].map((name) => ({
    path: `listen.v1.media.${name}`,
    ...hearing,
    model: ['model', '[1].model'],
  })),
  { path: 'listen.v1.connect', ...live },
  { path: 'listen.v2.connect', ...live },
  { path: 'listen.v1.createConnection', ...live },
  { path: 'listen.v2.createConnection', ...live },
  { path: 'speak.v1.audio.generate', ...speech, model: 'model', input: ['text'] },
  { path: 'speak.v2.audio.generate', ...speech, model: 'model', input: ['text'] },
  { path: 'speak.v1.connect', ...speech, model: 'model', input: [], stream: true },
  { path: 'speak.v2.connect', ...speech, model: 'model', input: [], stream: true },
  { path: 'read.v1.text.analyze', ...reading },
  { path: 'agent.v1.connect', api: 'chat', input: [], stream: true },
  ...recorded.flatMap((by) =>
    ['transcribe_url', 'transcribe_file', 'transcribe_url_callback', 'transcribe_file_callback'].map((name) => ({
      path: `listen.${by}.v().${name}`,
      ...heard,
    })),
  ),
  ...sockets.map((by) => ({ path: `listen.${by}.v().start`, ...live })),
  ...speakers.flatMap((by) => [
    { path: `${by}.v().save`, ...saved },
    { path: `${by}.v().file`, ...saved },
    { path: `${by}.v().stream`, ...spoken },
    { path: `${by}.v().stream_raw`, ...spoken },
    { path: `${by}.v().stream_memory`, ...spoken },
  ]),
  ...['analyze', 'asyncanalyze'].flatMap((by) =>
    ['analyze_text', 'analyze_url'].map((name) => ({
      path: `read.${by}.v().${name}`,
      ...reading,
      input: ['[0].buffer'],
    })),
  ),
  ...['transcribeUrl', 'transcribeFile', 'transcribeUrlCallback', 'transcribeFileCallback'].map((name) => ({
    path: `listen.prerecorded.${name}`,
    ...hearing,
    // The callback's address stands between the audio and the options.
    model: ['[1].model', '[2].model'],
  })),
  { path: 'listen.live', ...live },
  { path: 'speak.request', ...spoken },
  { path: 'speak.live', ...speech, model: 'model', input: [], stream: true },
  { path: 'read.analyzeText', ...reading },
  { path: 'read.analyzeUrl', ...reading, input: [] },
  { path: 'transcription.prerecorded', ...heard },
  { path: 'transcription.sync_prerecorded', ...heard },
  { path: 'transcription.live', ...live },
  { path: 'transcription.preRecorded', ...heard },
]

export const sdk: Sdk = {
  id: 'deepgram',
  words: ['from deepgram', 'import deepgram', ', deepgram', "'@deepgram/sdk", '"@deepgram/sdk'],
  clients: [
    {
      python: [
        'deepgram.DeepgramClient',
        'deepgram.AsyncDeepgramClient',
        'deepgram.Deepgram',
        'deepgram.client.DeepgramClient',
      ],
      typescript: [
        ...['@deepgram/sdk#DeepgramClient', '@deepgram/sdk#createClient', '@deepgram/sdk#Deepgram'],
        '@deepgram/sdk#DefaultDeepgramClient',
      ],
      provider: 'deepgram',
    },
  ],
  calls,
  free: [
    'manage.v1.projects.list',
    'manage.v1.models.list',
    'auth.v1.tokens.grant',
    'manage.getProjects',
    'models.getAll',
  ],
  transparent: ['with_raw_response'],
}

export const examples: readonly SdkExample[] = [
  {
    lang: 'python',
    code: `
from deepgram import AsyncDeepgramClient, DeepgramClient
client = DeepgramClient(api_key="…")
def words(links):
    for link in links:
        client.listen.v1.media.transcribe_url(url=link, model="nova-3", smart_format=True)
client.listen.v1.media.transcribe_file(request=audio, model="nova-2")
client.speak.v1.audio.generate(text="Hello", model="aura-2-thalia-en")
client.read.v1.text.analyze(request={"text": "Hi"}, language="en", summarize="v2")
with client.listen.v1.connect(model="nova-3", encoding="linear16") as connection:
    connection.send_media(chunk)
async def turns():
    async with AsyncDeepgramClient().listen.v2.connect(model="flux-general-en") as connection:
        await connection.start_listening()
with client.speak.v1.connect(model="aura-2-thalia-en") as connection:
    pass
with client.agent.v1.connect() as agent:
    pass
`,
    sees: [
      {
        line: 6,
        call: 'deepgram.listen.v1.media.transcribe_url',
        provider: 'deepgram',
        model: 'nova-3',
        repeats: ['data loop here'],
      },
      { line: 7, call: 'deepgram.listen.v1.media.transcribe_file', model: 'nova-2' },
      { line: 8, call: 'deepgram.speak.v1.audio.generate', model: 'aura-2-thalia-en', input: ['Hello'] },
      { line: 9, call: 'deepgram.read.v1.text.analyze', model: null },
      { line: 10, call: 'deepgram.listen.v1.connect', model: 'nova-3' },
      { line: 13, call: 'deepgram.listen.v2.connect', model: 'flux-general-en' },
      { line: 15, call: 'deepgram.speak.v1.connect', model: 'aura-2-thalia-en' },
      { line: 17, call: 'deepgram.agent.v1.connect', model: null },
    ],
  },
  {
    lang: 'python',
    code: `
import os
from deepgram import Deepgram, DeepgramClient, LiveOptions, PrerecordedOptions, SpeakOptions

class Transcriber:
    def __init__(self, model="nova-2"):
        self.client = DeepgramClient(os.environ["DEEPGRAM_API_KEY"])
        self.options = PrerecordedOptions(model=model, diarize=True)

    def run(self, link, data):
        self.client.listen.rest.v("1").transcribe_url({"url": link}, self.options)
        self.client.listen.prerecorded.v("1").transcribe_file({"buffer": data}, {"model": "whisper-large"})
        self.client.listen.websocket.v("1").start(LiveOptions(model="nova-2-general"))
        self.client.speak.rest.v("1").save("a.mp3", {"text": "Hello"}, SpeakOptions(model="aura-asteria-en"))
        self.client.speak.v("1").stream({"text": "Hello"}, SpeakOptions(model="aura-luna-en"))
        self.client.read.analyze.v("1").analyze_text({"buffer": "Hi"}, options)

Deepgram("…").transcription.sync_prerecorded({"url": "a"}, {"model": "nova"})
`,
    sees: [
      { line: 11, call: 'deepgram.listen.rest.v().transcribe_url', model: 'nova-2', modelVia: 'parameter' },
      { line: 12, call: 'deepgram.listen.prerecorded.v().transcribe_file', model: 'whisper-large' },
      { line: 13, call: 'deepgram.listen.websocket.v().start', model: 'nova-2-general' },
      { line: 14, call: 'deepgram.speak.rest.v().save', model: 'aura-asteria-en', input: ['Hello'] },
      { line: 15, call: 'deepgram.speak.v().stream', model: 'aura-luna-en', input: ['Hello'] },
      { line: 16, call: 'deepgram.read.analyze.v().analyze_text', model: null, input: ['Hi'] },
      { line: 18, call: 'deepgram.transcription.sync_prerecorded', model: 'nova' },
    ],
  },
  {
    lang: 'typescript',
    code: `
import { createClient, DeepgramClient } from '@deepgram/sdk'
const old = createClient(process.env.DEEPGRAM_API_KEY)
const client = new DeepgramClient({ apiKey: '…' })
const options = { model: 'nova-3', punctuate: true }
export async function hear(link: string) {
  await old.listen.prerecorded.transcribeUrl({ url: link }, options)
  await client.listen.v1.media.transcribeUrl({ url: link, ...options })
  await client.listen.v1.media.transcribeFile(stream, { model: 'nova-2' })
  await old.speak.request({ text: 'Hello' }, { model: 'aura-asteria-en' })
  await client.speak.v1.audio.generate({ text: 'Hello', model: 'aura-2-thalia-en' })
  await client.speak.v2.audio.generate({ text: 'Hi', model: 'aura-2-thalia-en' })
  await old.read.analyzeText({ text: 'Hi' }, { summarize: 'v2' })
  await client.listen.v1.connect({ model: 'nova-3' })
  return old.listen.live({ model: 'nova-2', interim_results: true })
}
`,
    sees: [
      { line: 7, call: 'deepgram.listen.prerecorded.transcribeUrl', provider: 'deepgram', model: 'nova-3' },
      { line: 8, call: 'deepgram.listen.v1.media.transcribeUrl', model: 'nova-3' },
      { line: 9, call: 'deepgram.listen.v1.media.transcribeFile', model: 'nova-2' },
      { line: 10, call: 'deepgram.speak.request', model: 'aura-asteria-en', input: ['Hello'] },
      { line: 11, call: 'deepgram.speak.v1.audio.generate', model: 'aura-2-thalia-en', input: ['Hello'] },
      { line: 12, call: 'deepgram.speak.v2.audio.generate', model: 'aura-2-thalia-en' },
      { line: 13, call: 'deepgram.read.analyzeText', model: null, input: ['Hi'] },
      { line: 14, call: 'deepgram.listen.v1.connect', model: 'nova-3' },
      { line: 15, call: 'deepgram.listen.live', model: 'nova-2' },
    ],
  },
  {
    lang: 'python',
    code: `
from deepgram import DeepgramClient
from .audio import media
client = DeepgramClient()
client.manage.v1.projects.list()
client.auth.v1.tokens.grant()
media.transcribe_url(url="a", model="nova-3")
def transcribe_file(request, model): ...
transcribe_file(audio, "nova-3")
`,
    sees: [],
  },
  ...allCalls,
]
