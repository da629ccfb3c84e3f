import type { SdkExample } from '../../../core/sdk.ts'

/** Whatever else makes, changes or reads sound. */
export const allCalls: readonly SdkExample[] = [
  {
    lang: 'python',
    code: `
from elevenlabs.client import ElevenLabs
client = ElevenLabs()
client.text_to_dialogue.convert_with_timestamps(inputs=lines)
client.text_to_dialogue.stream_with_timestamps(inputs=lines)
client.text_to_voice.create_previews(voice_description="Calm", text=text)
client.music.stream(prompt="A calm song")
client.music.compose_detailed(prompt="A calm song")
client.speech_to_speech.stream(voice_id="v", audio=audio)
client.audio_isolation.stream(audio=audio)
`,
    sees: [
      { line: 4, call: 'elevenlabs.text_to_dialogue.convert_with_timestamps' },
      { line: 5, call: 'elevenlabs.text_to_dialogue.stream_with_timestamps' },
      { line: 6, call: 'elevenlabs.text_to_voice.create_previews' },
      { line: 7, call: 'elevenlabs.music.stream' },
      { line: 8, call: 'elevenlabs.music.compose_detailed' },
      { line: 9, call: 'elevenlabs.speech_to_speech.stream' },
      { line: 10, call: 'elevenlabs.audio_isolation.stream' },
    ],
  },
  {
    lang: 'typescript',
    code: `
import { ElevenLabsClient } from '@elevenlabs/elevenlabs-js'
const client = new ElevenLabsClient()
client.textToSpeech.convertWithTimestamps('v', { text })
client.textToSpeech.streamWithTimestamps('v', { text })
client.textToDialogue.convertWithTimestamps({ inputs })
client.textToDialogue.stream({ inputs })
client.textToDialogue.streamWithTimestamps({ inputs })
client.textToVoice.design({ voiceDescription: 'Calm' })
client.textToVoice.createPreviews({ voiceDescription: 'Calm', text })
client.music.composeDetailed({ prompt: 'A calm song' })
client.speechToSpeech.stream('v', { audio })
client.audioIsolation.convert({ audio })
client.audioIsolation.stream({ audio })
client.forcedAlignment.create({ file, text })
`,
    sees: [
      { line: 4, call: 'elevenlabs.textToSpeech.convertWithTimestamps' },
      { line: 5, call: 'elevenlabs.textToSpeech.streamWithTimestamps' },
      { line: 6, call: 'elevenlabs.textToDialogue.convertWithTimestamps' },
      { line: 7, call: 'elevenlabs.textToDialogue.stream' },
      { line: 8, call: 'elevenlabs.textToDialogue.streamWithTimestamps' },
      { line: 9, call: 'elevenlabs.textToVoice.design' },
      { line: 10, call: 'elevenlabs.textToVoice.createPreviews' },
      { line: 11, call: 'elevenlabs.music.composeDetailed' },
      { line: 12, call: 'elevenlabs.speechToSpeech.stream' },
      { line: 13, call: 'elevenlabs.audioIsolation.convert' },
      { line: 14, call: 'elevenlabs.audioIsolation.stream' },
      { line: 15, call: 'elevenlabs.forcedAlignment.create' },
    ],
  },
]
