import { isRecord } from '../../core/record.ts'
import { attributesOf, dayOf, records, timeOf } from './otlp-json.ts'

// Attributes: https://github.com/open-telemetry/semantic-conventions-genai, and the names of before it that are still sent;
// https://github.com/Arize-ai/openinference/blob/main/spec/semantic_conventions.md; llm.request.type is OpenLLMetry's.

export interface DaySum {
  readonly calls: number
  /** In and out; cached ones are part of what goes in. */
  readonly tokens: number
  /** Calls that came through and do not tell their tokens, as where an answer is streamed. */
  readonly untold: number
}

/** Model calls by the UTC day they began on. */
export function daySums(documents: readonly unknown[]): ReadonlyMap<string, DaySum> {
  const days = new Map<string, DaySum>()
  for (const span of documents.flatMap(spansOf)) {
    const [time, attributes] = [timeOf(span.startTimeUnixNano), attributesOf(span.attributes)]
    if (time === undefined || !isModelCall(String(span.name), attributes)) continue
    const { calls, tokens, untold } = days.get(dayOf(time)) ?? { calls: 0, tokens: 0, untold: 0 }
    const [read, written] = [first(attributes, input), first(attributes, output)]
    const isTold = read !== undefined || written !== undefined || hasFailed(span.status)
    days.set(dayOf(time), {
      calls: calls + 1,
      tokens: tokens + (read ?? 0) + (written ?? 0),
      untold: untold + (isTold ? 0 : 1),
    })
  }
  return days
}

const spansOf = (document: unknown) =>
  records(isRecord(document) ? document.resourceSpans : undefined)
    .flatMap(({ scopeSpans }) => records(scopeSpans))
    .flatMap(({ spans }) => records(spans))

/** https://opentelemetry.io/docs/specs/otel/trace/api/#set-status: 2 is an error. */
const hasFailed = (status: unknown) => isRecord(status) && /^2$|ERROR$/.test(String(status.code))

const operations = ['chat', 'text_completion', 'embeddings', 'generate_content']
const kinds = ['LLM', 'EMBEDDING']
const types = ['chat', 'completion', 'embedding']

/** The call itself; the agent or function around it carries the same tokens again. */
const isModelCall = (name: string, attributes: ReadonlyMap<string, string>) =>
  operations.includes(attributes.get('gen_ai.operation.name') ?? '') ||
  kinds.includes(attributes.get('openinference.span.kind') ?? '') ||
  types.includes(attributes.get('llm.request.type') ?? '') ||
  /\.(doGenerate|doStream|doEmbed)$/.test(name)

const input = [
  'gen_ai.usage.input_tokens',
  'gen_ai.usage.prompt_tokens',
  'llm.token_count.prompt',
  'ai.usage.inputTokens',
]
const output = [
  'gen_ai.usage.output_tokens',
  'gen_ai.usage.completion_tokens',
  'llm.token_count.completion',
  'ai.usage.outputTokens',
]

function first(attributes: ReadonlyMap<string, string>, names: readonly string[]): number | undefined {
  const count = Number(names.map((name) => attributes.get(name)).find((value) => value !== undefined) ?? Number.NaN)
  return Number.isFinite(count) ? count : undefined
}
