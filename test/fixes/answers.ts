import type { BatchLine, Route, Wire } from './wire.ts'

/** What an answer depends on besides the request. */
export interface Before {
  /** How many requests came before. */
  readonly nth: number
  /** Of the server. */
  readonly base: string
  /** Of the file that was sent last. */
  readonly lines: readonly BatchLine[]
}

type Answers = { readonly [R in Route]: (asked: Wire[R]['asks'], before: Before) => Wire[R]['answers'] }

/** A model that is given tools wants one this many times, so that a program without a limit ends too. */
const patience = 30
const said = 'Quay 4.'
const created = 1795000000

const generated: Wire['POST /v1beta/models/{id}:generateContent']['answers'] = {
  candidates: [{ content: { role: 'model', parts: [{ text: said }] }, index: 0 }],
  usageMetadata: { promptTokenCount: 12, candidatesTokenCount: 4, totalTokenCount: 16 },
}

/** One short answer for each route; its type is the provider's own. */
const answers: Answers = {
  'POST /v1/chat/completions': ({ model, n, tools }, { nth }) => ({
    id: 'chatcmpl-1',
    object: 'chat.completion',
    created,
    model,
    choices: Array.from({ length: n ?? 1 }, (_, index) => ({
      index,
      logprobs: null,
      ...(tools && nth < patience
        ? {
            finish_reason: 'tool_calls',
            message: {
              role: 'assistant',
              content: null,
              refusal: null,
              tool_calls: [{ id: `call_${nth}`, type: 'function', function: { name: 'tide', arguments: '{}' } }],
            },
          }
        : { finish_reason: 'stop', message: { role: 'assistant', content: said, refusal: null } }),
    })),
    usage: { prompt_tokens: 12, completion_tokens: 4, total_tokens: 16 },
  }),
  'POST /v1/responses': ({ model }) => ({
    id: 'resp_1',
    object: 'response',
    created_at: created,
    model: model ?? 'gpt-4o-mini',
    status: 'completed',
    error: null,
    incomplete_details: null,
    instructions: null,
    metadata: null,
    parallel_tool_calls: true,
    temperature: 1,
    tool_choice: 'auto',
    tools: [],
    top_p: 1,
    output: [
      {
        id: 'msg_1',
        type: 'message',
        role: 'assistant',
        status: 'completed',
        content: [{ type: 'output_text', text: said, annotations: [] }],
      },
    ],
    usage: {
      input_tokens: 12,
      input_tokens_details: { cached_tokens: 0, cache_write_tokens: 0 },
      output_tokens: 4,
      output_tokens_details: { reasoning_tokens: 0 },
      total_tokens: 16,
    },
  }),
  'POST /v1/embeddings': ({ input, model }) => ({
    object: 'list',
    model: String(model),
    data: (Array.isArray(input) ? input : [input]).map((_, index) => ({
      object: 'embedding',
      index,
      embedding: [index, 1],
    })),
    usage: { prompt_tokens: 12, total_tokens: 12 },
  }),
  'POST /v1/files': ({ lines }) => ({
    id: 'file-1',
    object: 'file',
    bytes: JSON.stringify(lines).length,
    created_at: created,
    filename: 'batch.jsonl',
    purpose: 'batch',
    status: 'processed',
  }),
  'POST /v1/batches': ({ completion_window, endpoint, input_file_id }, { lines }) => ({
    id: 'batch_1',
    object: 'batch',
    completion_window,
    created_at: created,
    endpoint,
    input_file_id,
    status: 'completed',
    output_file_id: 'file-out',
    request_counts: { total: lines.length, completed: lines.length, failed: 0 },
  }),
  'POST /v1/messages': ({ model, tools }, { nth }) => ({
    id: 'msg_1',
    type: 'message',
    role: 'assistant',
    model,
    container: null,
    diagnostics: null,
    ...(tools && nth < patience
      ? {
          content: [{ type: 'tool_use', id: `toolu_${nth}`, name: 'tide', input: {}, caller: { type: 'direct' } }],
          stop_reason: 'tool_use',
        }
      : { content: [{ type: 'text', text: said, citations: [] }], stop_reason: 'end_turn' }),
    stop_details: null,
    stop_sequence: null,
    usage: {
      cache_creation: null,
      cache_creation_input_tokens: null,
      cache_read_input_tokens: null,
      inference_geo: null,
      input_tokens: 12,
      output_tokens: 4,
      output_tokens_details: null,
      server_tool_use: null,
      service_tier: 'standard',
      speed: null,
    },
  }),
  'POST /v1/messages/batches': ({ requests }, { base }) => ({
    id: 'msgbatch_1',
    type: 'message_batch',
    archived_at: null,
    cancel_initiated_at: null,
    created_at: '2026-11-20T06:00:00Z',
    ended_at: '2026-11-20T06:10:00Z',
    expires_at: '2026-11-21T06:00:00Z',
    processing_status: 'ended',
    request_counts: { canceled: 0, errored: 0, expired: 0, processing: 0, succeeded: requests.length },
    results_url: `${base}/v1/messages/batches/msgbatch_1/results`,
  }),
  'POST /mistral/v1/chat/completions': ({ model }) => ({
    id: 'cmpl-1',
    object: 'chat.completion',
    model,
    choices: [{ index: 0, finish_reason: 'stop', message: { role: 'assistant', content: said } }],
    usage: { prompt_tokens: 12, completion_tokens: 4, total_tokens: 16 },
  }),
  'POST /mistral/v1/batch/jobs': ({ requests }) => ({
    id: 'job-1',
    object: 'batch',
    status: 'SUCCESS',
    total_requests: requests.length,
    succeeded_requests: requests.length,
    errors: [],
    outputs: null,
  }),
  'POST /v1beta/models/{id}:generateContent': () => generated,
  'POST /v1beta/models/{id}:batchGenerateContent': ({ batch }) => ({
    name: 'batches/1',
    metadata: {
      state: 'BATCH_STATE_SUCCEEDED',
      output: {
        inlinedResponses: {
          inlinedResponses: batch.inputConfig.requests.requests.map(() => ({ response: generated })),
        },
      },
    },
  }),
  // What AWS makes or sets is told by the status alone, as far as the samples look.
  'PUT /{bucket}': () => ({}),
  'PUT /{bucket}?lifecycle': () => ({}),
  'PUT /{bucket}?tagging': () => ({}),
  'POST / RunInstances': () => ({ requestId: 'request-1', reservationId: 'r-1', ownerId: '000000000000' }),
  'POST / Logs_20140328.CreateLogGroup': () => ({}),
  'POST / Logs_20140328.PutRetentionPolicy': () => ({}),
  'POST /model/{id}/converse': () => ({
    output: { message: { role: 'assistant', content: [{ text: said }] } },
    stopReason: 'end_turn',
    usage: { inputTokens: 12, outputTokens: 4, totalTokens: 16 },
    metrics: { latencyMs: 40 },
  }),
}

export const answerOf = (route: Route, asked: unknown, before: Before): unknown =>
  (answers[route] as (asked: unknown, before: Before) => unknown)(asked, before)
