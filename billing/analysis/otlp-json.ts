// https://opentelemetry.io/docs/specs/otel/protocol/file-exporter/: one message as JSON in each line, or in the whole file.
import { isRecord } from '../../core/record.ts'

type Json = Readonly<Record<string, unknown>>

/** Undefined for each line that is no JSON. */
export function documentsOf(text: string): readonly unknown[] {
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

export const records = (value: unknown): readonly Json[] => (Array.isArray(value) ? value.filter(isRecord) : [])

/** Whole numbers of 64 bits are texts. Undefined where it is no time. ms */
export function timeOf(nanoseconds: unknown): number | undefined {
  const ms = Number(nanoseconds) / 1e6
  return ms > 0 && ms <= latest ? ms : undefined
}

const latest = 8.64e15 // ms: that a date can be of

/** UTC. */
export const dayOf = (ms: number) => new Date(ms).toISOString().slice(0, 10)

export function attributesOf(list: unknown): ReadonlyMap<string, string> {
  const all = new Map<string, string>()
  for (const { key, value } of records(list)) {
    const scalar = isRecord(value) ? (value.stringValue ?? value.intValue ?? value.doubleValue) : undefined
    if (typeof key === 'string' && scalar !== undefined) all.set(key, String(scalar))
  }
  return all
}
