// The schema that Zod makes of its own: https://zod.dev/json-schema
import type { CallExpr, Expr } from '../../module.ts'
import type { Segment, SymbolValue } from '../value.ts'
import {
  constant,
  isObject,
  type Json,
  type JsonObject,
  object,
  onlyValue,
  openAt,
  type Source,
  textOf,
} from './json.ts'

interface Field {
  readonly schema: Json
  /** It need not be sent. */
  readonly optional?: true
}

const deepest = 16
/** The largest integer that is safe: what `.int()` allows. */
const safe = Number.MAX_SAFE_INTEGER

export const isZod = ([root]: readonly Segment[]): boolean => /^zod(?:\/[\w-]+)?#/.test(root?.name ?? '')

/** Undefined where it is no schema. */
export const schemaOfZod = (source: Source, { path }: SymbolValue): Json | undefined =>
  zodField(source, path, 0)?.schema

function zodField(source: Source, path: readonly Segment[], depth: number): Field | undefined {
  if (!isZod(path) || depth > deepest) return undefined
  const [base, ...steps] = stepsOf(path)
  const made = base && basis(source, base, depth)
  if (!made) return undefined
  return steps.reduce<Field | undefined>((field, step) => field && refined(source, field, step, depth), made)
}

/** `zod#z`, `coerce` and the like are only on the way. */
function stepsOf(path: readonly Segment[]): readonly Segment[] {
  const [root, ...rest] = path
  const name = root!.name.slice(root!.name.indexOf('#') + 1)
  const all = name === 'z' || name === 'default' ? rest : [{ ...root!, name }, ...rest]
  return all.filter((step) => !/^(?:coerce|iso)$/.test(step.name) || step.called)
}

const text = (format?: string): Json => object({ type: 'string', format })
const integer = object({ type: 'integer', minimum: -safe, maximum: safe })

const simple: Readonly<Record<string, Json>> = {
  string: text(),
  number: object({ type: 'number' }),
  int: integer,
  boolean: object({ type: 'boolean' }),
  null: object({ type: 'null' }),
  any: object({}),
  unknown: object({}),
  email: text('email'),
  url: text('uri'),
  uuid: text('uuid'),
  datetime: text('date-time'),
  date: text('date'),
}

function basis(source: Source, { name, called, call }: Segment, depth: number): Field | undefined {
  if (!called) return undefined
  const first = call?.args[0]?.value
  const second = call?.args[1]?.value
  const inner = (expr: Expr): Json => inside(source, expr, depth).schema
  if (/^(?:object|strictObject|looseObject)$/.test(name)) {
    const fields = first && fieldsOf(source, first, depth)
    return fields && { schema: objectOf(fields) }
  }
  const known = Object.hasOwn(simple, name) ? simple[name] : undefined
  if (known !== undefined) return { schema: known }
  if (!first) return undefined
  if (name === 'array') return { schema: object({ type: 'array', items: inner(first) }) }
  if (name === 'enum' || name === 'literal') return { schema: choiceOf(constant(source, first)) }
  if (name === 'record') return { schema: tableOf(inner, first, second) }
  if (name === 'optional') return { ...inside(source, first, depth), optional: true }
  if (name === 'nullable') return { schema: nullable(inner(first)) }
  if (name === 'lazy' || name === 'nativeEnum') return undefined
  if (name === 'intersection') return second && { schema: object({ allOf: [inner(first), inner(second)] }) }
  const isMarked = name === 'discriminatedUnion'
  const items = itemsOf(source, isMarked ? (second ?? first) : first)?.map(inner)
  if (!items) return undefined
  if (name === 'union') return { schema: anyOf(items) }
  if (isMarked) return { schema: object({ oneOf: items }) }
  if (name !== 'tuple') return undefined
  const { length } = items
  const sizes = { items: false, minItems: length, maxItems: length }
  return { schema: object({ type: 'array', prefixItems: items, ...sizes }) }
}

/** Plain types are listed. */
function anyOf(options: readonly Json[]): Json {
  const types = options.map((option) => (isObject(option) && option.size === 1 ? option.get('type') : undefined))
  return types.every((type) => typeof type === 'string') ? object({ type: types }) : object({ anyOf: options })
}

/** A schema that stands in another; open where it is not seen. */
function inside(source: Source, expr: Expr, depth: number): Field {
  const value = onlyValue(source, expr)
  const field = value?.is === 'symbol' ? zodField(source, value.path, depth + 1) : undefined
  return field ?? { schema: openAt(source.text, expr) }
}

function tableOf(inner: (expr: Expr) => Json, first: Expr, second: Expr | undefined): Json {
  const keys = second && inner(first)
  return object({ type: 'object', propertyNames: keys, additionalProperties: inner(second ?? first) })
}

function itemsOf(source: Source, expr: Expr): readonly Expr[] | undefined {
  const value = onlyValue(source, expr)
  return value?.is === 'data' && value.expr.is === 'list' ? value.expr.items : undefined
}

type Fields = ReadonlyMap<string, Field>

function fieldsOf(source: Source, expr: Expr, depth: number): Fields | undefined {
  const value = onlyValue(source, expr)
  if (value?.is === 'symbol') return shapeOf(source, value.path, depth)
  if (value?.is !== 'data' || value.expr.is !== 'record') return undefined
  const fields = new Map<string, Field>()
  for (const entry of value.expr.entries) {
    const brought = entry.spread ? fieldsOf(source, entry.value, depth + 1) : undefined
    if (entry.name !== undefined) fields.set(entry.name, inside(source, entry.value, depth))
    else if (brought) for (const [name, field] of brought) fields.set(name, field)
    else return undefined
  }
  return fields
}

/** `Base.shape` */
function shapeOf(source: Source, path: readonly Segment[], depth: number): Fields | undefined {
  const end = path.at(-1)
  const whole = end?.name === 'shape' && !end.called ? zodField(source, path.slice(0, -1), depth + 1) : undefined
  return whole && fieldsIn(whole.schema)
}

function fieldsIn(schema: Json): Fields | undefined {
  const properties = isObject(schema) ? schema.get('properties') : undefined
  if (!isObject(schema) || !isObject(properties)) return undefined
  const required = (schema.get('required') as readonly Json[] | undefined) ?? []
  return new Map(
    [...properties].map(([name, inner]): [string, Field] => [
      name,
      required.includes(name) ? { schema: inner } : { schema: inner, optional: true },
    ]),
  )
}

function objectOf(fields: Fields): JsonObject {
  const required = [...fields].flatMap(([name, { optional }]) => (optional ? [] : [name]))
  return object({
    type: 'object',
    properties: new Map([...fields].map(([name, { schema }]) => [name, schema])),
    required: required.length > 0 ? required : undefined,
    additionalProperties: false,
  })
}

function choiceOf(given: Json): Json {
  if (isObject(given)) return object({ type: 'string', enum: [...given.values()] })
  const values = Array.isArray(given) ? (given as readonly Json[]) : undefined
  const types = new Set((values ?? [given]).map((value) => typeof value))
  const [type] = types
  const kind = types.size === 1 && type && /^(?:string|number|boolean)$/.test(type) ? type : undefined
  return values ? object({ type: kind, enum: values }) : object({ type: kind, const: given })
}

const nullable = (schema: Json): Json => anyOf([schema, object({ type: 'null' })])

const formats: Readonly<Record<string, string>> = {
  email: 'email',
  url: 'uri',
  uuid: 'uuid',
  datetime: 'date-time',
  date: 'date',
  time: 'time',
}
const bounds: Readonly<Record<string, string>> = {
  gt: 'exclusiveMinimum',
  gte: 'minimum',
  lt: 'exclusiveMaximum',
  lte: 'maximum',
  multipleOf: 'multipleOf',
}
const fixed: Readonly<Record<string, readonly [string, number]>> = {
  positive: ['exclusiveMinimum', 0],
  nonnegative: ['minimum', 0],
  negative: ['exclusiveMaximum', 0],
  nonpositive: ['maximum', 0],
  nonempty: ['minItems', 1],
}

/** What a method makes of a schema; what it does not know changes only what is accepted of an answer. */
function refined(source: Source, field: Field, { name, called, call }: Segment, depth: number): Field | undefined {
  if (!called) return undefined
  const first = call?.args[0]?.value
  const { schema } = field
  const given = () => (first ? constant(source, first) : undefined)
  const also = (key: string, value: Json | undefined): Field => told(field, key, value)
  if (name === 'describe') return also('description', first && (textOf(source, first) ?? openAt(source.text, first)))
  if (name === 'meta') return metaOf(given()).reduce<Field>((all, [key, value]) => told(all, key, value), field)
  if (name === 'optional' || name === 'exactOptional') return { ...field, optional: true }
  if (name === 'nullable') return { ...field, schema: nullable(schema) }
  if (name === 'nullish') return { schema: nullable(schema), optional: true }
  if (name === 'default' || name === 'prefault') return { ...also('default', given()), optional: true }
  if (name === 'array') return { schema: object({ type: 'array', items: schema }) }
  if (name === 'or' && first) return { schema: anyOf([schema, inside(source, first, depth).schema]) }
  if (name === 'and' && first) return { schema: object({ allOf: [schema, inside(source, first, depth).schema] }) }
  if (name === 'int') return { ...field, schema: integerOf(schema) }
  if (name === 'min' || name === 'max') return also(sizeKey(schema, name), given())
  if (name === 'length') return told(also(sizeKey(schema, 'min'), given()), sizeKey(schema, 'max'), given())
  const own = Object.hasOwn(fixed, name) ? fixed[name] : undefined
  if (own) return also(...own)
  if (Object.hasOwn(bounds, name)) return also(bounds[name]!, given())
  if (Object.hasOwn(formats, name)) return also('format', formats[name])
  return reshaped(source, field, { name, called, ...(call ? { call } : {}) }, depth)
}

/** One bound takes the place of another. */
const instead: Readonly<Record<string, string>> = { exclusiveMinimum: 'minimum', exclusiveMaximum: 'maximum' }

function told(field: Field, key: string, value: Json | undefined): Field {
  if (!isObject(field.schema) || value === undefined) return field
  const kept = [...field.schema].filter(([name]) => name !== instead[key])
  return { ...field, schema: new Map([...kept, [key, value]]) }
}

const metaOf = (given: Json | undefined): readonly (readonly [string, Json])[] => (isObject(given) ? [...given] : [])

function integerOf(schema: Json): Json {
  if (!isObject(schema)) return schema
  return new Map<string, Json>([['minimum', -safe], ['maximum', safe], ...schema, ['type', 'integer']])
}

function sizeKey(schema: Json, name: 'min' | 'max'): string {
  const type = isObject(schema) ? schema.get('type') : undefined
  const unit = type === 'string' ? 'Length' : type === 'array' ? 'Items' : 'imum'
  return `${name}${unit}`
}

/** Other fields than those of the schema it begins with. */
function reshaped(source: Source, field: Field, { name, call }: Segment, depth: number): Field | undefined {
  if (!/^(?:extend|safeExtend|merge|pick|omit|partial|required)$/.test(name)) return field
  const fields = fieldsIn(field.schema)
  if (!fields) return undefined
  const more = moreFields(source, fields, name, call, depth)
  return more && { ...field, schema: objectOf(more) }
}

function moreFields(
  source: Source,
  fields: Fields,
  name: string,
  call: CallExpr | undefined,
  depth: number,
): Fields | undefined {
  const first = call?.args[0]?.value
  if (name === 'extend' || name === 'safeExtend') {
    const added = first && fieldsOf(source, first, depth + 1)
    return added && new Map([...fields, ...added])
  }
  if (name === 'merge') {
    const added = first && fieldsIn(inside(source, first, depth).schema)
    return added && new Map([...fields, ...added])
  }
  const given = first && constant(source, first)
  const named = isObject(given) ? [...given.keys()] : undefined
  if (name === 'pick' || name === 'omit')
    return named && new Map([...fields].filter(([key]) => named.includes(key) === (name === 'pick')))
  return new Map(
    [...fields].map(([key, { schema }]): [string, Field] =>
      name === 'partial' && (named?.includes(key) ?? true) ? [key, { schema, optional: true }] : [key, { schema }],
    ),
  )
}
