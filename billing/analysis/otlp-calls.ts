import { isRecord } from '../../core/record.ts'

// https://opentelemetry.io/docs/specs/otel/protocol/file-exporter/: one TracesData as JSON in each line, or in the whole file.
// Attributes: https://github.com/open-telemetry/semantic-conventions-genai, and the names of before it that are still sent.

export interface DaySum {
  readonly calls: number
  /** In and out; cached ones are part of what goes in. */
  readonly tokens: number
}

/** Model calls by the UTC day they began on. `broken`: lines that are no JSON. */
export function daySums(text: string): { readonly days: ReadonlyMap<string, DaySum>; readonly broken: number } {
  const days = new Map<string, DaySum>()
  let broken = 0
  for (const document of documents(text)) {
    if (document === undefined) broken++
    for (const span of spansOf(document)) {
      const day = dayOf(span.startTimeUnixNano)
      const attributes = attributesOf(span.attributes)
      if (day === undefined || !isModelCall(span, attributes)) continue
      const before = days.get(day) ?? { calls: 0, tokens: 0 }
      days.set(day, {
        calls: before.calls + 1,
        tokens: before.tokens + first(attributes, input) + first(attributes, output),
      })
    }
  }
  return { days, broken }
}

function documents(text: string): unknown[] {
  const whole = parsed(text)
  return whole !== undefined ? [whole] : text.split('\n').flatMap((line) => (line.trim() === '' ? [] : [parsed(line)]))
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text) as unknown
  } catch {
    return undefined
  }
}

type Json = Readonly<Record<string, unknown>>
const records = (value: unknown): readonly Json[] => (Array.isArray(value) ? value.filter(isRecord) : [])

const spansOf = (document: unknown): readonly Json[] =>
  records(isRecord(document) ? document.resourceSpans : undefined)
    .flatMap(({ scopeSpans }) => records(scopeSpans))
    .flatMap(({ spans }) => records(spans))

function dayOf(nanoseconds: unknown): string | undefined {
  const ms = Number(nanoseconds) / 1e6
  return ms > 0 && Number.isFinite(ms) ? new Date(ms).toISOString().slice(0, 10) : undefined
}

function attributesOf(list: unknown): ReadonlyMap<string, string> {
  const all = new Map<string, string>()
  for (const { key, value } of records(list)) {
    const scalar = isRecord(value) ? (value.stringValue ?? value.intValue ?? value.doubleValue) : undefined
    if (typeof key === 'string' && scalar !== undefined) all.set(key, String(scalar))
  }
  return all
}

const operations = ['chat', 'text_completion', 'embeddings', 'generate_content']

/** The call itself; the agent or function around it carries the same tokens again. */
const isModelCall = ({ name }: Json, attributes: ReadonlyMap<string, string>) =>
  operations.includes(attributes.get('gen_ai.operation.name') ?? '') ||
  /\.(doGenerate|doStream|doEmbed)$/.test(String(name))

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

function first(attributes: ReadonlyMap<string, string>, names: readonly string[]): number {
  const found = names.map((name) => attributes.get(name)).find((value) => value !== undefined)
  const count = Number(found ?? 0)
  return Number.isFinite(count) ? count : 0
}
