import type { SdkExample } from '../../../core/sdk.ts'

/** The names each version has had for the same. */
export const allCalls: readonly SdkExample[] = [
  {
    lang: 'python',
    code: `
from deepgram import Deepgram, DeepgramClient
client = DeepgramClient()
old = Deepgram("…")
client.speak.v2.connect(model="aura-2-thalia-en")
client.listen.rest.v("1").transcribe_url({"url": link}, options)
client.listen.rest.v("1").transcribe_file({"buffer": data}, options)
client.listen.rest.v("1").transcribe_url_callback({"url": link}, "https://app.example.com/done", options)
client.listen.rest.v("1").transcribe_file_callback({"buffer": data}, "https://app.example.com/done", options)
client.listen.asyncrest.v("1").transcribe_url({"url": link}, options)
client.listen.asyncrest.v("1").transcribe_file({"buffer": data}, options)
client.listen.asyncrest.v("1").transcribe_url_callback({"url": link}, "https://app.example.com/done", options)
client.listen.asyncrest.v("1").transcribe_file_callback({"buffer": data}, "https://app.example.com/done", options)
client.listen.prerecorded.v("1").transcribe_url({"url": link}, options)
client.listen.prerecorded.v("1").transcribe_file({"buffer": data}, options)
client.listen.prerecorded.v("1").transcribe_url_callback({"url": link}, "https://app.example.com/done", options)
client.listen.prerecorded.v("1").transcribe_file_callback({"buffer": data}, "https://app.example.com/done", options)
client.listen.asyncprerecorded.v("1").transcribe_url({"url": link}, options)
client.listen.asyncprerecorded.v("1").transcribe_file({"buffer": data}, options)
client.listen.asyncprerecorded.v("1").transcribe_url_callback({"url": link}, "https://app.example.com/done", options)
client.listen.asyncprerecorded.v("1").transcribe_file_callback({"buffer": data}, "https://app.example.com/done", options)
client.listen.asyncwebsocket.v("1").start(options)
client.listen.live.v("1").start(options)
client.listen.asynclive.v("1").start(options)
client.speak.v("1").save("a.mp3", {"text": text}, options)
client.speak.v("1").file("a.mp3", {"text": text}, options)
client.speak.v("1").stream({"text": text}, options)
client.speak.v("1").stream_raw({"text": text}, options)
client.speak.v("1").stream_memory({"text": text}, options)
client.speak.rest.v("1").save("a.mp3", {"text": text}, options)
client.speak.rest.v("1").file("a.mp3", {"text": text}, options)
client.speak.rest.v("1").stream({"text": text}, options)
client.speak.rest.v("1").stream_raw({"text": text}, options)
client.speak.rest.v("1").stream_memory({"text": text}, options)
client.speak.asyncrest.v("1").save("a.mp3", {"text": text}, options)
client.speak.asyncrest.v("1").file("a.mp3", {"text": text}, options)
client.speak.asyncrest.v("1").stream({"text": text}, options)
client.speak.asyncrest.v("1").stream_raw({"text": text}, options)
client.speak.asyncrest.v("1").stream_memory({"text": text}, options)
client.read.analyze.v("1").analyze_text({"buffer": text}, options)
client.read.analyze.v("1").analyze_url({"buffer": text}, options)
client.read.asyncanalyze.v("1").analyze_text({"buffer": text}, options)
client.read.asyncanalyze.v("1").analyze_url({"buffer": text}, options)
old.transcription.prerecorded({"url": link}, {"model": "nova"})
old.transcription.live({"model": "nova"})
`,
    sees: [
      { line: 5, call: 'deepgram.speak.v2.connect' },
      { line: 6, call: 'deepgram.listen.rest.v().transcribe_url' },
      { line: 7, call: 'deepgram.listen.rest.v().transcribe_file' },
      { line: 8, call: 'deepgram.listen.rest.v().transcribe_url_callback' },
      { line: 9, call: 'deepgram.listen.rest.v().transcribe_file_callback' },
      { line: 10, call: 'deepgram.listen.asyncrest.v().transcribe_url' },
      { line: 11, call: 'deepgram.listen.asyncrest.v().transcribe_file' },
      { line: 12, call: 'deepgram.listen.asyncrest.v().transcribe_url_callback' },
      { line: 13, call: 'deepgram.listen.asyncrest.v().transcribe_file_callback' },
      { line: 14, call: 'deepgram.listen.prerecorded.v().transcribe_url' },
      { line: 15, call: 'deepgram.listen.prerecorded.v().transcribe_file' },
      { line: 16, call: 'deepgram.listen.prerecorded.v().transcribe_url_callback' },
      { line: 17, call: 'deepgram.listen.prerecorded.v().transcribe_file_callback' },
      { line: 18, call: 'deepgram.listen.asyncprerecorded.v().transcribe_url' },
      { line: 19, call: 'deepgram.listen.asyncprerecorded.v().transcribe_file' },
      { line: 20, call: 'deepgram.listen.asyncprerecorded.v().transcribe_url_callback' },
      { line: 21, call: 'deepgram.listen.asyncprerecorded.v().transcribe_file_callback' },
      { line: 22, call: 'deepgram.listen.asyncwebsocket.v().start' },
      { line: 23, call: 'deepgram.listen.live.v().start' },
      { line: 24, call: 'deepgram.listen.asynclive.v().start' },
      { line: 25, call: 'deepgram.speak.v().save' },
      { line: 26, call: 'deepgram.speak.v().file' },
      { line: 27, call: 'deepgram.speak.v().stream' },
      { line: 28, call: 'deepgram.speak.v().stream_raw' },
      { line: 29, call: 'deepgram.speak.v().stream_memory' },
      { line: 30, call: 'deepgram.speak.rest.v().save' },
      { line: 31, call: 'deepgram.speak.rest.v().file' },
      { line: 32, call: 'deepgram.speak.rest.v().stream' },
      { line: 33, call: 'deepgram.speak.rest.v().stream_raw' },
      { line: 34, call: 'deepgram.speak.rest.v().stream_memory' },
      { line: 35, call: 'deepgram.speak.asyncrest.v().save' },
      { line: 36, call: 'deepgram.speak.asyncrest.v().file' },
      { line: 37, call: 'deepgram.speak.asyncrest.v().stream' },
      { line: 38, call: 'deepgram.speak.asyncrest.v().stream_raw' },
      { line: 39, call: 'deepgram.speak.asyncrest.v().stream_memory' },
      { line: 40, call: 'deepgram.read.analyze.v().analyze_text' },
      { line: 41, call: 'deepgram.read.analyze.v().analyze_url' },
      { line: 42, call: 'deepgram.read.asyncanalyze.v().analyze_text' },
      { line: 43, call: 'deepgram.read.asyncanalyze.v().analyze_url' },
      { line: 44, call: 'deepgram.transcription.prerecorded' },
      { line: 45, call: 'deepgram.transcription.live' },
    ],
  },
  {
    lang: 'typescript',
    code: `
import { createClient, Deepgram, DeepgramClient } from '@deepgram/sdk'
const old = createClient('…')
const client = new DeepgramClient()
client.listen.v1.createConnection({ model: 'nova-3' })
client.listen.v2.createConnection({ model: 'flux-general-en' })
old.listen.prerecorded.transcribeFile(file, { model: 'nova-2' })
old.listen.prerecorded.transcribeUrlCallback({ url }, callback, { model: 'nova-2' })
old.listen.prerecorded.transcribeFileCallback(file, callback, { model: 'nova-2' })
old.speak.live({ model: 'aura-asteria-en' })
old.read.analyzeUrl({ url })
new Deepgram('…').transcription.preRecorded({ url }, { model: 'nova' })
`,
    sees: [
      { line: 5, call: 'deepgram.listen.v1.createConnection' },
      { line: 6, call: 'deepgram.listen.v2.createConnection' },
      { line: 7, call: 'deepgram.listen.prerecorded.transcribeFile' },
      { line: 8, call: 'deepgram.listen.prerecorded.transcribeUrlCallback' },
      { line: 9, call: 'deepgram.listen.prerecorded.transcribeFileCallback' },
      { line: 10, call: 'deepgram.speak.live' },
      { line: 11, call: 'deepgram.read.analyzeUrl' },
      { line: 12, call: 'deepgram.transcription.preRecorded' },
    ],
  },
]
