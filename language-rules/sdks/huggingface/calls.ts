// The tasks of https://huggingface.co/docs/inference-providers/tasks/index, by src/huggingface_hub/inference/_client.py of huggingface_hub
// and packages/inference/src/tasks of huggingface.js. What is no chat is billed by the picture or by the time it takes.
import type { CallShape, Levers } from '../../../core/sdk.ts'
import type { Api } from '../../../core/types.ts'
import { sells } from './sellers.ts'

type Task = readonly [python: string, typescript: string, api: Api, ...input: string[]]

/** By name in each language, and the first arguments in Python. */
const tasks: readonly Task[] = [
  ['summarization', 'summarization', 'chat', 'text'],
  ['translation', 'translation', 'chat', 'text'],
  ['question_answering', 'questionAnswering', 'chat', 'question', 'context'],
  ['table_question_answering', 'tableQuestionAnswering', 'chat', 'table', 'query'],
  ['document_question_answering', 'documentQuestionAnswering', 'chat', 'image', 'question'],
  ['visual_question_answering', 'visualQuestionAnswering', 'chat', 'image', 'question'],
  ['image_to_text', 'imageToText', 'chat', 'image'],
  ['fill_mask', 'fillMask', 'chat', 'text'],
  ['text_classification', 'textClassification', 'chat', 'text'],
  ['token_classification', 'tokenClassification', 'chat', 'text'],
  ['zero_shot_classification', 'zeroShotClassification', 'chat', 'text', 'candidate_labels'],
  ['tabular_classification', 'tabularClassification', 'chat', 'table'],
  ['tabular_regression', 'tabularRegression', 'chat', 'table'],
  ['sentence_similarity', 'sentenceSimilarity', 'embed', 'sentence', 'other_sentences'],
  ['text_to_image', 'textToImage', 'image', 'prompt'],
  ['image_to_image', 'imageToImage', 'image', 'image', 'prompt'],
  ['image_segmentation', 'imageSegmentation', 'image', 'image'],
  ['image_classification', 'imageClassification', 'image', 'image'],
  ['object_detection', 'objectDetection', 'image', 'image'],
  ['zero_shot_image_classification', 'zeroShotImageClassification', 'image', 'image', 'candidate_labels'],
  ['text_to_video', 'textToVideo', 'video', 'prompt'],
  ['image_to_video', 'imageToVideo', 'video', 'image', 'prompt'],
  ['text_to_speech', 'textToSpeech', 'speech', 'text'],
  ['audio_to_audio', 'audioToAudio', 'speech', 'audio'],
  ['automatic_speech_recognition', 'automaticSpeechRecognition', 'transcribe', 'audio'],
  ['audio_classification', 'audioClassification', 'transcribe', 'audio'],
]

const chat = {
  api: 'chat',
  model: 'model',
  maxOutput: 'max_tokens',
  input: ['messages', 'tools', 'response_format'],
  n: 'n',
  stream: 'stream',
} as const satisfies Omit<CallShape, 'path'>

const agent = {
  api: 'chat',
  on: 'agent',
  input: ['user_input', '[0]'],
  // MAX_NUM_TURNS, in both: packages/mcp-client/src/Agent.ts, inference/_mcp/constants.py
  repeats: { max_turns: { kind: 'agent', default: 10 } },
} as const satisfies Omit<CallShape, 'path'>

const turn = { api: 'chat', on: 'agent', input: ['messages', '[0]'], stream: true } as const satisfies Omit<
  CallShape,
  'path'
>

const python: readonly CallShape[] = [
  { path: 'chat_completion', ...chat, input: ['messages', '[0]', 'tools', 'response_format'] },
  { path: 'chat.completions.create', ...chat, input: ['messages', '[0]', 'tools', 'response_format'] },
  {
    path: 'text_generation',
    api: 'chat',
    model: 'model',
    maxOutput: 'max_new_tokens',
    input: ['prompt', '[0]'],
    stream: 'stream',
  },
  { path: 'feature_extraction', api: 'embed', model: 'model', input: ['text', '[0]'] },
  ...tasks.map(([path, , api, ...input]) => ({
    path,
    api,
    model: 'model',
    input: input.flatMap((name, at) => [name, `[${at}]`]),
  })),
]

/** A function of the package, and a method of its client: the same argument. */
const inCall = { model: 'model', sells } as const satisfies Levers

const typescript: readonly CallShape[] = [
  { path: 'chatCompletion', ...chat, ...inCall },
  { path: 'chatCompletionStream', ...chat, ...inCall, stream: true },
  {
    path: 'textGeneration',
    api: 'chat',
    ...inCall,
    maxOutput: 'parameters.max_new_tokens',
    input: ['inputs'],
  },
  {
    path: 'textGenerationStream',
    api: 'chat',
    ...inCall,
    maxOutput: 'parameters.max_new_tokens',
    input: ['inputs'],
    stream: true,
  },
  { path: 'featureExtraction', api: 'embed', ...inCall, input: ['inputs'] },
  { path: 'request', api: 'chat', ...inCall, input: ['inputs', 'prompt', 'text', 'messages'] },
  { path: 'streamingRequest', api: 'chat', ...inCall, input: ['inputs', 'prompt', 'text', 'messages'], stream: true },
  { path: 'textToAudio', api: 'speech', ...inCall, input: ['inputs'] },
  { path: 'imageTextToImage', api: 'image', ...inCall, input: ['inputs', 'parameters.prompt'] },
  { path: 'imageTextToVideo', api: 'video', ...inCall, input: ['inputs', 'parameters.prompt'] },
  ...tasks.map(([, path, api]) => ({ path, api, ...inCall, input: ['inputs', 'data'] })),
]

const js = 'js'

export const calls: readonly CallShape[] = [
  ...python,
  ...typescript.map((shape) => ({ ...shape, on: js })),
  { path: 'run', ...agent },
  { path: 'process_single_turn_with_tools', ...turn },
  { path: 'processSingleTurnWithTools', ...turn },
]
