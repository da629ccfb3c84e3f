// How the schema of an answer is sent.
import type { Expr } from '../../module.ts'
import { last } from '../value.ts'
import { scopeOf } from './class-schema.ts'
import { homeOf, isObject, type Json, object, onlyValue, type Source, textOf } from './json.ts'
import { schemaOf } from './schema.ts'

/** Undefined where it is no schema of the program. @param from the parameter that is given it */
export function answerOf(source: Source, expr: Expr, from: string): Json | undefined {
  const schema = schemaOf(source, expr)
  if (schema === undefined) return undefined
  const name = nameOf(source, expr)
  const type = 'json_schema'
  // https://platform.openai.com/docs/api-reference/chat/create#chat-create-response_format
  if (/(?:^|\.)response_format$/.test(from))
    return object({ type, json_schema: object({ name, strict: true, schema: strict(schema) }) })
  // https://platform.openai.com/docs/api-reference/responses/create#responses-create-text
  if (/(?:^|\.)(?:text_format|text\.format)$/.test(from))
    return object({ type, name, strict: true, schema: strict(schema) })
  return schema
}

/** The class is its name; a schema of Zod is given one. */
function nameOf(source: Source, expr: Expr): string | undefined {
  const value = onlyValue(source, expr)
  if (value?.is === 'class') return scopeOf(homeOf(source, value) ?? source, value.scope)?.name
  return value?.is === 'symbol' ? textOf(source, last(value.path)?.call?.args[1]?.value) : undefined
}

/** What structured outputs ask of a schema: https://platform.openai.com/docs/guides/structured-outputs#supported-schemas */
function strict(json: Json): Json {
  if (Array.isArray(json)) return (json as readonly Json[]).map(strict)
  if (!isObject(json)) return json
  const inside = [...json].filter(([key, value]) => key !== 'default' || value !== null)
  const schema = new Map(inside.map(([key, value]) => [key, strict(value)]))
  const properties = schema.get('properties')
  if (schema.get('type') !== 'object' || !isObject(properties)) return schema
  return new Map([...schema, ['additionalProperties', false], ['required', [...properties.keys()]]])
}
