// https://cloud.google.com/python/docs/reference/vertexai/latest: the models of Vertex before Gemini, each made by `from_pretrained`.
import type { CallShape, ClientShape } from '../../../core/sdk.ts'

const fromPretrained = (module: string, classes: readonly string[], kind: string): ClientShape => ({
  python: classes.flatMap((name) =>
    [`vertexai.${module}`, `vertexai.preview.${module}`].map((path) => `${path}.${name}.from_pretrained`),
  ),
  provider: 'vertex',
  kind,
  model: ['model_name', '[0]'],
})

export const pretrained: readonly ClientShape[] = [
  fromPretrained(
    'language_models',
    ['TextGenerationModel', 'CodeGenerationModel', 'ChatModel', 'CodeChatModel'],
    'text',
  ),
  fromPretrained('language_models', ['TextEmbeddingModel'], 'embed'),
  fromPretrained('vision_models', ['MultiModalEmbeddingModel'], 'embed'),
  fromPretrained('vision_models', ['ImageGenerationModel', 'ImageSegmentationModel'], 'image'),
  fromPretrained('vision_models', ['ImageCaptioningModel', 'ImageQnAModel', 'ImageTextModel'], 'reading'),
]

const text = {
  api: 'chat',
  on: 'text',
  maxOutput: 'max_output_tokens',
  n: 'candidate_count',
  input: ['context', 'prompt', 'prefix', 'message', '[0]'],
  within: {
    'start_chat()': { maxOutput: 'max_output_tokens', input: ['context', 'examples', 'message_history'] },
  },
} as const satisfies Omit<CallShape, 'path'>

const embed = { api: 'embed', on: 'embed', input: ['texts', 'contextual_text', '[0]'] } as const
const image = { api: 'image', on: 'image', n: 'number_of_images', input: ['prompt', '[0]'] } as const
const reading = { api: 'chat', on: 'reading', n: 'number_of_results' } as const

export const pretrainedCalls: readonly CallShape[] = [
  { path: 'predict', ...text },
  { path: 'predict_async', ...text },
  { path: 'predict_streaming', ...text, stream: true },
  { path: 'predict_streaming_async', ...text, stream: true },
  { path: 'batch_predict', api: 'batch', on: 'text', input: [], batch: true },
  { path: 'start_chat().send_message', ...text },
  { path: 'start_chat().send_message_async', ...text },
  { path: 'start_chat().send_message_streaming', ...text, stream: true },
  { path: 'start_chat().send_message_streaming_async', ...text, stream: true },
  { path: 'get_embeddings', ...embed },
  { path: 'get_embeddings_async', ...embed },
  { path: 'generate_images', ...image },
  { path: 'edit_image', ...image },
  { path: 'upscale_image', ...image, input: [] },
  { path: 'segment_image', ...image, input: ['prompt'] },
  { path: 'get_captions', ...reading, input: [] },
  { path: 'ask_question', ...reading, input: ['question'] },
]
