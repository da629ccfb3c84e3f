import type {
  MessageBatch,
  BatchCreateParams as MessageBatchCreateParams,
} from '@anthropic-ai/sdk/resources/messages/batches'
import type { Message, MessageCreateParamsNonStreaming } from '@anthropic-ai/sdk/resources/messages/messages'
import type { ConverseRequest, ConverseResponse } from '@aws-sdk/client-bedrock-runtime'
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
  /** The model is part of the path. */
  'POST /model/{id}/converse': { asks: Omit<ConverseRequest, 'modelId'>; answers: ConverseResponse }
}

/** A line of a batch's input file. https://platform.openai.com/docs/guides/batch */
export interface BatchLine {
  custom_id: string
  method: 'POST'
  url: '/v1/chat/completions' | '/v1/responses' | '/v1/embeddings'
  body: ChatCompletionCreateParamsNonStreaming | ResponseCreateParamsNonStreaming | EmbeddingCreateParams
}

export type Route = keyof Wire

/** The route a request is of, and for routes with the model in the path, that model. */
export function routeOf(method: string, path: string): { readonly route: Route; readonly model?: string } | undefined {
  const converse = /^\/model\/([^/]+)\/converse$/.exec(path)
  if (converse) return { route: 'POST /model/{id}/converse', model: decodeURIComponent(converse[1]!) }
  const route = `${method} ${path}`
  return isRoute(route) ? { route } : undefined
}

const routes: Readonly<Record<Exclude<Route, 'POST /model/{id}/converse'>, true>> = {
  'POST /v1/chat/completions': true,
  'POST /v1/responses': true,
  'POST /v1/embeddings': true,
  'POST /v1/files': true,
  'POST /v1/batches': true,
  'POST /v1/messages': true,
  'POST /v1/messages/batches': true,
}

const isRoute = (route: string): route is Exclude<Route, 'POST /model/{id}/converse'> => Object.hasOwn(routes, route)
