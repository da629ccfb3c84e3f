import type * as z from 'zod/mini'
import type { Mapped } from './source.ts'

type NewShape = Extract<Mapped, { is: 'new-shape' }>

/** A page's JSON, checked against what the source is known to send; the first place that differs otherwise. */
export function pageJson<T>(
  schema: z.ZodMiniType<T>,
  body: string,
): { readonly is: 'json'; readonly value: T } | NewShape {
  const json = parsed(body)
  if (json === undefined) return { is: 'new-shape', what: 'JSON' }
  const { success, data, error } = schema.safeParse(json)
  if (success) return { is: 'json', value: data }
  return { is: 'new-shape', what: error.issues[0]?.path.join('.') || 'the whole' }
}

function parsed(body: string): unknown {
  try {
    return JSON.parse(body)
  } catch {
    return undefined
  }
}
