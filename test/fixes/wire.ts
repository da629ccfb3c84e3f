import type {
  MessageBatch,
  BatchCreateParams as MessageBatchCreateParams,
} from '@anthropic-ai/sdk/resources/messages/batches'
import type { Message, MessageCreateParamsNonStreaming } from '@anthropic-ai/sdk/resources/messages/messages'
import type { ConverseRequest, ConverseResponse } from '@aws-sdk/client-bedrock-runtime'
import type { BucketLifecycleConfiguration, CreateBucketConfiguration, Tagging } from '@aws-sdk/client-s3'
import type { Content, GenerateContentResponse, GenerationConfig } from '@google/genai'
import type { Batch, BatchCreateParams } from 'openai/resources/batches'
import type { ChatCompletion, ChatCompletionCreateParamsNonStreaming } from 'openai/resources/chat/completions'
import type { CreateEmbeddingResponse, EmbeddingCreateParams } from 'openai/resources/embeddings'
import type { FileObject } from 'openai/resources/files'
import type { Response, ResponseCreateParamsNonStreaming } from 'openai/resources/responses/responses'

/** `output_text` is put together by the SDK and is in no answer. */
type Sent<R> = Omit<R, 'output_text'>

/** What each route is asked and answers with, as the providers publish it in their own SDKs. */
export interface Wire {
  'POST /v1/chat/completions': { asks: ChatCompletionCreateParamsNonStreaming; answers: ChatCompletion }
  'POST /v1/responses': { asks: ResponseCreateParamsNonStreaming; answers: Sent<Response> }
  'POST /v1/embeddings': { asks: EmbeddingCreateParams; answers: CreateEmbeddingResponse }
  /** Several parts, not JSON: the lines of the file are what is looked at. */
  'POST /v1/files': { asks: { purpose: 'batch'; lines: readonly BatchLine[] }; answers: FileObject }
  'POST /v1/batches': { asks: BatchCreateParams; answers: Batch }
  'POST /v1/messages': { asks: MessageCreateParamsNonStreaming; answers: Message }
  'POST /v1/messages/batches': { asks: MessageBatchCreateParams; answers: MessageBatch }
  /** The bucket is part of the path; the body is XML, read as the SDK's own type of it. */
  'PUT /{bucket}': { asks: CreateBucketConfiguration; answers: object }
  'PUT /{bucket}?lifecycle': { asks: BucketLifecycleConfiguration; answers: object }
  'PUT /{bucket}?tagging': { asks: Tagging; answers: object }
  /** What is asked stands in the form with its arguments. https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_RunInstances.html */
  'POST / RunInstances': { asks: Instances; answers: Reservation }
  /** https://docs.aws.amazon.com/AmazonCloudWatchLogs/latest/APIReference/API_CreateLogGroup.html, and of API_PutRetentionPolicy */
  'POST / Logs_20140328.CreateLogGroup': { asks: { logGroupName: string }; answers: object }
  'POST / Logs_20140328.PutRetentionPolicy': {
    asks: { logGroupName: string; retentionInDays: number }
    answers: object
  }
  /** The model is part of the path. */
  'POST /model/{id}/converse': { asks: Omit<ConverseRequest, 'modelId'>; answers: ConverseResponse }
  /** Read from https://docs.mistral.ai/api: its SDK's types are of its own names, not of what is sent. */
  'POST /mistral/v1/chat/completions': { asks: MistralChat; answers: MistralAnswer }
  'POST /mistral/v1/batch/jobs': {
    asks: {
      endpoint: '/v1/chat/completions'
      model: string
      requests: readonly { custom_id: string; body: MistralChat }[]
    }
    answers: MistralJob
  }
  /** The same; the SDK has no types of what it sends, but of its parts. https://ai.google.dev/api/generate-content */
  'POST /v1beta/models/{id}:generateContent': { asks: Asked; answers: Answered }
  /** https://ai.google.dev/api/batch-api */
  'POST /v1beta/models/{id}:batchGenerateContent': {
    asks: {
      batch: {
        displayName: string
        inputConfig: { requests: { requests: readonly { request: Asked & { model: `models/${string}` } }[] } }
      }
    }
    answers: {
      name: string
      metadata: {
        state: 'BATCH_STATE_SUCCEEDED'
        output: { inlinedResponses: { inlinedResponses: { response: Answered }[] } }
      }
    }
  }
}

/** What EC2 is asked, as far as the samples ask it. */
interface Instances {
  ImageId: string
  InstanceType: string
  MinCount: number
  MaxCount: number
  InstanceMarketOptions?: { MarketType: 'spot' | 'capacity-block' }
  /** The SDK makes one up for each request. */
  ClientToken?: string
}

interface Reservation {
  requestId: string
  reservationId: string
  ownerId: string
}

interface MistralChat {
  model: string
  max_tokens?: number
  messages: { role: 'system' | 'user' | 'assistant'; content: string }[]
}

interface MistralAnswer {
  id: string
  object: 'chat.completion'
  model: string
  choices: { index: number; finish_reason: 'stop'; message: { role: 'assistant'; content: string } }[]
  usage: { prompt_tokens: number; completion_tokens: number; total_tokens: number }
}

export interface MistralJob {
  id: string
  object: 'batch'
  status: 'SUCCESS'
  total_requests: number
  succeeded_requests: number
  errors: []
  outputs: { custom_id: string; response: { status_code: 200; body: MistralAnswer } }[] | null
}

interface Asked {
  contents: Content[]
  generationConfig?: GenerationConfig
}

/** Without what the class adds to the data. */
type Answered = Pick<GenerateContentResponse, 'candidates' | 'usageMetadata'>

/** A line of a batch's input file. https://platform.openai.com/docs/guides/batch */
export interface BatchLine {
  custom_id: string
  method: 'POST'
  url: '/v1/chat/completions' | '/v1/responses' | '/v1/embeddings'
  body: ChatCompletionCreateParamsNonStreaming | ResponseCreateParamsNonStreaming | EmbeddingCreateParams
}

export type Route = keyof Wire

export interface Routed {
  readonly route: Route
  /** Where the path names it. */
  readonly model?: string
  readonly bucket?: string
}

/**
 * @param search of the address, with its question mark
 * @param target what AWS is asked to do, where a header or the form says it
 */
export function routeOf(method: string, path: string, search = '', target = ''): Routed | undefined {
  if (method === 'PUT') {
    const route = `PUT /{bucket}${search.replace(/[=&].*/, '')}`
    return isRoute(route) ? { route, bucket: path.replaceAll('/', '') } : undefined
  }
  for (const route of withModel) {
    const [before, after] = route.slice('POST '.length).split('{id}') as [string, string]
    if (path.startsWith(before) && path.endsWith(after))
      return { route, model: decodeURIComponent(path.slice(before.length, -after.length)) }
  }
  const route = [`${method} ${path}`, `${method} ${path}${search}`, `${method} ${path} ${target}`].find(isRoute)
  return route && { route }
}

const withModel = [
  'POST /model/{id}/converse',
  'POST /v1beta/models/{id}:generateContent',
  'POST /v1beta/models/{id}:batchGenerateContent',
] as const

type Plain = Exclude<Route, (typeof withModel)[number]>

const routes: Readonly<Record<Plain, true>> = {
  'PUT /{bucket}': true,
  'PUT /{bucket}?lifecycle': true,
  'PUT /{bucket}?tagging': true,
  'POST / RunInstances': true,
  'POST / Logs_20140328.CreateLogGroup': true,
  'POST / Logs_20140328.PutRetentionPolicy': true,
  'POST /mistral/v1/chat/completions': true,
  'POST /mistral/v1/batch/jobs': true,
  'POST /v1/chat/completions': true,
  'POST /v1/responses': true,
  'POST /v1/embeddings': true,
  'POST /v1/files': true,
  'POST /v1/batches': true,
  'POST /v1/messages': true,
  'POST /v1/messages/batches': true,
}

const isRoute = (route: string): route is Plain => Object.hasOwn(routes, route)
