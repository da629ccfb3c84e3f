// https://developers.cloudflare.com/workers-ai/models/: one method runs models of every task
import type { CallShape } from '../../../core/sdk.ts'

export const kinds: NonNullable<CallShape['apis']> = [
  { api: 'rerank', model: /reranker/ },
  { api: 'embed', model: /\/bge-|embedding/ },
  { api: 'image', model: /\/(?:black-forest-labs|leonardo|lykon|runwayml|bytedance|stabilityai)\// },
  { api: 'speech', model: /\/aura-|\/melotts$/ },
  { api: 'transcribe', model: /\/whisper|\/deepgram\/(?:nova|flux)|\/nemotron-speech/ },
  // They say what a text or a picture is, and write nothing.
  { api: 'moderate', model: /\/distilbert-sst-2|\/resnet-50$|\/detr-resnet|\/smart-turn/ },
]
