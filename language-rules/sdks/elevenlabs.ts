// https://github.com/elevenlabs/elevenlabs-python/blob/main/reference.md (2, and 1 by its tags)
// https://github.com/elevenlabs/elevenlabs-js/blob/main/reference.md (2.56)
import type { CallShape, Sdk, SdkExample } from '../../core/sdk.ts'
import { allCalls } from './elevenlabs/all-calls.ts'

// The voice comes first, then in TypeScript an object. The old npm package kept the names of the API.
const model = ['model_id', '[1].modelId', '[1].model_id', 'modelId'] as const
const spoken = { api: 'speech', model, input: ['text', '[1].text'] } as const satisfies Omit<CallShape, 'path'>
const dialogue = { api: 'speech', model, input: ['inputs'] } as const satisfies Omit<CallShape, 'path'>
const made = { api: 'speech', model, input: ['text', 'prompt', 'voice_description', 'voiceDescription'] } as const
const heard = { api: 'transcribe', model, input: [] } as const satisfies Omit<CallShape, 'path'>
const changed = { api: 'speech', model, input: [] } as const satisfies Omit<CallShape, 'path'>

const both = (python: string, typescript: string, shape: Omit<CallShape, 'path'>): readonly CallShape[] =>
  python === typescript
    ? [{ path: python, ...shape }]
    : [
        { path: python, ...shape },
        { path: typescript, ...shape },
      ]

const calls: readonly CallShape[] = [
  ...both('text_to_speech.convert', 'textToSpeech.convert', spoken),
  ...both('text_to_speech.stream', 'textToSpeech.stream', { ...spoken, stream: true }),
  ...both('text_to_speech.convert_as_stream', 'textToSpeech.convertAsStream', { ...spoken, stream: true }),
  ...both('text_to_speech.convert_with_timestamps', 'textToSpeech.convertWithTimestamps', spoken),
  ...both('text_to_speech.stream_with_timestamps', 'textToSpeech.streamWithTimestamps', { ...spoken, stream: true }),
  { path: 'text_to_speech.convert_realtime', ...spoken, stream: true },
  ...both('text_to_dialogue.convert', 'textToDialogue.convert', dialogue),
  ...both('text_to_dialogue.convert_with_timestamps', 'textToDialogue.convertWithTimestamps', dialogue),
  ...both('text_to_dialogue.stream', 'textToDialogue.stream', { ...dialogue, stream: true }),
  ...both('text_to_dialogue.stream_with_timestamps', 'textToDialogue.streamWithTimestamps', {
    ...dialogue,
    stream: true,
  }),
  // Helpers of the 1st version: https://github.com/elevenlabs/elevenlabs-python/blob/v1.59.0/src/elevenlabs/client.py
  {
    path: 'generate',
    api: 'speech',
    model: ['model', 'model_id', 'modelId'],
    defaultModel: 'eleven_multilingual_v2',
    input: ['text'],
    stream: 'stream',
  },
  { path: 'generate', on: 'module', api: 'speech', model: 'model', input: ['text'], stream: 'stream' },
  ...both('text_to_sound_effects.convert', 'textToSoundEffects.convert', made),
  ...both('text_to_voice.design', 'textToVoice.design', made),
  ...both('text_to_voice.create_previews', 'textToVoice.createPreviews', made),
  ...both('music.compose', 'music.compose', made),
  ...both('music.stream', 'music.stream', { ...made, stream: true }),
  ...both('music.compose_detailed', 'music.composeDetailed', made),
  ...both('speech_to_speech.convert', 'speechToSpeech.convert', changed),
  ...both('speech_to_speech.stream', 'speechToSpeech.stream', { ...changed, stream: true }),
  ...both('audio_isolation.convert', 'audioIsolation.convert', changed),
  ...both('audio_isolation.stream', 'audioIsolation.stream', { ...changed, stream: true }),
  ...both('dubbing.create', 'dubbing.create', changed),
  ...both('speech_to_text.convert', 'speechToText.convert', heard),
  ...both('forced_alignment.create', 'forcedAlignment.create', heard),
]

export const sdk: Sdk = {
  id: 'elevenlabs',
  words: [
    'from elevenlabs',
    'import elevenlabs',
    ', elevenlabs',
    "'elevenlabs",
    '"elevenlabs',
    '@elevenlabs/elevenlabs-js',
  ],
  clients: [
    {
      python: [
        ...['elevenlabs.ElevenLabs', 'elevenlabs.AsyncElevenLabs'],
        ...['elevenlabs.client.ElevenLabs', 'elevenlabs.client.AsyncElevenLabs'],
      ],
      typescript: ['@elevenlabs/elevenlabs-js#ElevenLabsClient', 'elevenlabs#ElevenLabsClient'],
      provider: 'elevenlabs',
    },
    // The 0.2 package had functions of its own.
    { python: 'elevenlabs', module: true, kind: 'module', provider: 'elevenlabs' },
  ],
  calls,
  free: [
    ...[
      'voices.get_all',
      'voices.search',
      'voices.getAll',
      'models.list',
      'models.get_all',
      'history.list',
      'history.get_all',
    ],
    ...['dubbing.get', 'user.get', 'speech_to_text.transcripts.get', 'speechToText.transcripts.get'],
    ...['play', 'save', 'stream'],
  ],
  transparent: ['with_raw_response'],
}

export const examples: readonly SdkExample[] = [
  {
    lang: 'python',
    code: `
from elevenlabs import AsyncElevenLabs, play
from elevenlabs.client import ElevenLabs
MODEL = "eleven_multilingual_v2"
client = ElevenLabs(api_key="…")
def read(chapters):
    for chapter in chapters:
        play(client.text_to_speech.convert("voice", text=chapter, model_id=MODEL))
client.text_to_speech.stream(voice_id="v", text="Hello", model_id="eleven_flash_v2_5")
client.text_to_speech.with_raw_response.convert(voice_id="v", text="Hello")
client.text_to_speech.convert_with_timestamps(voice_id="v", text="Hi", model_id="eleven_v3")
client.text_to_speech.stream_with_timestamps(voice_id="v", text="Hi", model_id="eleven_v3")
client.text_to_speech.convert_as_stream(voice_id="v", text="Hi", model_id="eleven_v3")
client.text_to_speech.convert_realtime(voice_id="v", text=parts(), model_id="eleven_turbo_v2_5")
client.text_to_dialogue.convert(inputs=[{"text": "Hello", "voice_id": "v"}], model_id="eleven_v3")
client.text_to_dialogue.stream(inputs=lines)
client.speech_to_text.convert(file=audio, model_id="scribe_v1")
client.speech_to_speech.convert(voice_id="v", audio=audio, model_id="eleven_english_sts_v2")
client.text_to_sound_effects.convert(text="Rain")
client.text_to_voice.design(voice_description="Old and calm")
client.music.compose(prompt="A calm song")
client.audio_isolation.convert(audio=audio)
client.dubbing.create(file=audio, target_lang="de")
client.forced_alignment.create(file=audio, text="Hi")
async def later(text):
    return await AsyncElevenLabs().generate(text=text, model="eleven_monolingual_v1")
client.generate(text="Hi", voice="Rachel")
`,
    sees: [
      {
        line: 8,
        call: 'elevenlabs.text_to_speech.convert',
        provider: 'elevenlabs',
        model: 'eleven_multilingual_v2',
        modelVia: 'constant',
        input: ['{chapter}'],
        repeats: ['data loop here'],
      },
      { line: 9, call: 'elevenlabs.text_to_speech.stream', model: 'eleven_flash_v2_5', input: ['Hello'] },
      { line: 10, call: 'elevenlabs.text_to_speech.convert', model: null },
      { line: 11, call: 'elevenlabs.text_to_speech.convert_with_timestamps', model: 'eleven_v3' },
      { line: 12, call: 'elevenlabs.text_to_speech.stream_with_timestamps', model: 'eleven_v3' },
      { line: 13, call: 'elevenlabs.text_to_speech.convert_as_stream', model: 'eleven_v3' },
      { line: 14, call: 'elevenlabs.text_to_speech.convert_realtime', model: 'eleven_turbo_v2_5' },
      { line: 15, call: 'elevenlabs.text_to_dialogue.convert', model: 'eleven_v3', input: ['Hello'] },
      { line: 16, call: 'elevenlabs.text_to_dialogue.stream', input: ['{lines}'] },
      { line: 17, call: 'elevenlabs.speech_to_text.convert', model: 'scribe_v1' },
      { line: 18, call: 'elevenlabs.speech_to_speech.convert', model: 'eleven_english_sts_v2' },
      { line: 19, call: 'elevenlabs.text_to_sound_effects.convert', input: ['Rain'] },
      { line: 20, call: 'elevenlabs.text_to_voice.design', input: ['Old and calm'] },
      { line: 21, call: 'elevenlabs.music.compose', input: ['A calm song'] },
      { line: 22, call: 'elevenlabs.audio_isolation.convert' },
      { line: 23, call: 'elevenlabs.dubbing.create' },
      { line: 24, call: 'elevenlabs.forced_alignment.create' },
      { line: 26, call: 'elevenlabs.generate', model: 'eleven_monolingual_v1', input: ['{text}'] },
      { line: 27, call: 'elevenlabs.generate', model: null, usualModel: 'eleven_multilingual_v2' },
    ],
  },
  {
    lang: 'typescript',
    code: `
import { ElevenLabsClient } from '@elevenlabs/elevenlabs-js'
const client = new ElevenLabsClient({ apiKey: process.env.KEY })
const voice = { text: 'Hello', modelId: 'eleven_flash_v2_5' }
await client.textToSpeech.convert('voice', voice)
await client.textToSpeech.stream('voice', { text: 'Hi', modelId: 'eleven_multilingual_v2' })
await client.speechToText.convert({ file: audio, modelId: 'scribe_v2' })
await client.textToDialogue.convert({ inputs: [{ text: 'Hello', voiceId: 'v' }] })
await client.textToSoundEffects.convert({ text: 'Rain' })
await client.music.compose({ prompt: 'A calm song' })
await client.speechToSpeech.convert('voice', { audio, modelId: 'eleven_multilingual_sts_v2' })
`,
    sees: [
      {
        line: 5,
        call: 'elevenlabs.textToSpeech.convert',
        provider: 'elevenlabs',
        model: 'eleven_flash_v2_5',
        input: ['Hello'],
      },
      { line: 6, call: 'elevenlabs.textToSpeech.stream', model: 'eleven_multilingual_v2', input: ['Hi'] },
      { line: 7, call: 'elevenlabs.speechToText.convert', model: 'scribe_v2' },
      { line: 8, call: 'elevenlabs.textToDialogue.convert', input: ['Hello'] },
      { line: 9, call: 'elevenlabs.textToSoundEffects.convert', input: ['Rain'] },
      { line: 10, call: 'elevenlabs.music.compose', input: ['A calm song'] },
      { line: 11, call: 'elevenlabs.speechToSpeech.convert', model: 'eleven_multilingual_sts_v2' },
    ],
  },
  {
    lang: 'typescript',
    code: `
import { ElevenLabsClient } from 'elevenlabs'
const client = new ElevenLabsClient()
const audio = await client.generate({ voice: 'Rachel', text: 'Hello', model_id: 'eleven_turbo_v2' })
await client.textToSpeech.convertAsStream('voice', { text: 'Hi', model_id: 'eleven_turbo_v2' })
`,
    sees: [
      { line: 4, call: 'elevenlabs.generate', model: 'eleven_turbo_v2', input: ['Hello'] },
      { line: 5, call: 'elevenlabs.textToSpeech.convertAsStream', model: 'eleven_turbo_v2' },
    ],
  },
  {
    lang: 'python',
    code: `
from elevenlabs import generate, play
play(generate(text="Hello", voice="Bella", model="eleven_monolingual_v1"))
`,
    sees: [{ line: 3, call: 'elevenlabs.generate', model: 'eleven_monolingual_v1', input: ['Hello'] }],
  },
  {
    lang: 'python',
    code: `
from elevenlabs import play, save, stream
from elevenlabs.client import ElevenLabs
from .speech import text_to_speech
client = ElevenLabs()
client.voices.get_all()
client.models.list()
client.dubbing.get("id")
client.speech_to_text.transcripts.get("id")
text_to_speech.convert(voice_id="v", text="Hi", model_id="eleven_v3")
stream(parts)
save(audio, "a.mp3")
`,
    sees: [],
  },
  ...allCalls,
]
