// What Pydantic makes of the type of a field: https://docs.pydantic.dev/latest/concepts/json_schema/
import type { Argument, Expr } from '../../module.ts'
import { membersOf } from '../enumeration.ts'
import { meaning } from '../meaning.ts'
import { typesIn } from '../type-arguments.ts'
import type { ClassValue } from '../value.ts'
import { constant, homeOf, isObject, type Json, type JsonObject, object, openAt, type Source, textOf } from './json.ts'

/** The classes that a schema names, each described once. */
export interface Defs {
  /** The schema's place, `{ $ref }`; undefined where the class has no fields that are sent. */
  refer(source: Source, value: ClassValue): JsonObject | undefined
}

export interface Typed {
  readonly schema: Json
  /** `Annotated[str, Field(description="…")]` */
  readonly told: readonly Expr[]
}

const deepest = 16
const simple = (type: string, format?: string) => object({ type, format })
const uri = { type: 'string', format: 'uri', minLength: 1 }

const plain: Readonly<Record<string, JsonObject>> = {
  str: simple('string'),
  int: simple('integer'),
  float: simple('number'),
  bool: simple('boolean'),
  bytes: simple('string', 'binary'),
  None: simple('null'),
  dict: object({ type: 'object', additionalProperties: true }),
  Dict: object({ type: 'object', additionalProperties: true }),
  list: object({ type: 'array', items: object({}) }),
  List: object({ type: 'array', items: object({}) }),
  tuple: object({ type: 'array', items: object({}) }),
  set: object({ type: 'array', items: object({}), uniqueItems: true }),
  Any: object({}),
  object: object({}),
  datetime: simple('string', 'date-time'),
  date: simple('string', 'date'),
  time: simple('string', 'time'),
  timedelta: simple('string', 'duration'),
  UUID: simple('string', 'uuid'),
  UUID4: simple('string', 'uuid4'),
  EmailStr: simple('string', 'email'),
  Path: simple('string', 'path'),
  AnyUrl: object(uri),
  AnyHttpUrl: object(uri),
  HttpUrl: object({ ...uri, maxLength: 2083 }),
  PositiveInt: object({ type: 'integer', exclusiveMinimum: 0 }),
  NonNegativeInt: object({ type: 'integer', minimum: 0 }),
  PositiveFloat: object({ type: 'number', exclusiveMinimum: 0 }),
  NonNegativeFloat: object({ type: 'number', minimum: 0 }),
}

const lists = /^(?:list|List|Sequence|MutableSequence|Iterable|Collection|deque)$/
const sets = /^(?:set|Set|frozenset|FrozenSet|AbstractSet)$/
const tables = /^(?:dict|Dict|Mapping|MutableMapping|defaultdict|DefaultDict|OrderedDict)$/
const transparent = /^(?:Required|NotRequired|ReadOnly|Final|SkipValidation)$/

const nameOf = (type: Expr): string => (type.is === 'name' || type.is === 'member' ? type.name : '')

/** @returns the schema, open where the type is none that has one */
export function typed(source: Source, type: Expr, defs: Defs, depth = 0): Typed {
  const open = { schema: openAt(source.text, type), told: [] }
  if (depth > deepest) return open
  const of = (inner: Expr) => typed(source, inner, defs, depth + 1).schema
  const only = (schema: Json): Typed => ({ schema, told: [] })
  switch (type.is) {
    case 'null':
      return only(plain.None!)
    case 'operation':
      return type.op === '|' ? only(anyOf(type.args.map(of))) : open
    case 'index': {
      const inside = typesIn(type.key)
      const name = nameOf(type.of)
      if (name === 'Annotated' && inside[0]) {
        const first = typed(source, inside[0], defs, depth + 1)
        return { ...first, told: [...first.told, ...inside.slice(1)] }
      }
      if (transparent.test(name) && inside[0]) return typed(source, inside[0], defs, depth + 1)
      const schema = generic(source, name, inside, of)
      return schema ? only(schema) : open
    }
    case 'name':
    case 'member': {
      const values = source.context.evaluate(type)
      const value = values.length === 1 && values[0]?.is === 'class' ? values[0] : undefined
      const schema = value ? defs.refer(source, value) : undefined
      if (schema) return only(schema)
      const meant = meaning(source.context, type)
      if (meant && (meant.is === 'index' || meant.is === 'operation' || meant.is === 'name'))
        return typed(source, meant, defs, depth + 1)
      const known = value ? undefined : plain[nameOf(type)]
      return known ? only(known) : open
    }
    default:
      return open
  }
}

function generic(source: Source, name: string, inside: readonly Expr[], of: (type: Expr) => Json): Json | undefined {
  const [first, second] = inside
  if (!first) return undefined
  if (name === 'Optional') return anyOf([of(first), plain.None!])
  if (name === 'Union') return anyOf(inside.map(of))
  if (name === 'Literal') return choiceOf(inside.map((each) => literal(source, each)))
  if (lists.test(name)) return object({ type: 'array', items: of(first) })
  if (sets.test(name)) return object({ type: 'array', items: of(first), uniqueItems: true })
  if (tables.test(name) && second) return object({ type: 'object', additionalProperties: valuesOf(of(second)) })
  if (!/^[Tt]uple$/.test(name)) return undefined
  if (second && isEllipsis(source, second)) return object({ type: 'array', items: of(first) })
  const { length } = inside
  return object({ type: 'array', maxItems: length, minItems: length, prefixItems: inside.map(of) })
}

/** A word between quotes reads as the name of a type elsewhere. */
function literal(source: Source, expr: Expr): Json {
  const quoted = expr.is === 'text' ? undefined : /^(["'])(.*)\1$/.exec(source.text.slice(...expr.span))
  return quoted ? quoted[2]! : constant(source, expr)
}

/** A table of anything. */
const valuesOf = (values: Json): Json => (isObject(values) && values.size === 0 ? true : values)

export const isEllipsis = ({ text }: Source, { span }: Expr): boolean => text.slice(...span) === '...'

function anyOf(options: readonly Json[]): Json {
  const flat = options.flatMap((option) => {
    const inner = isObject(option) && option.size === 1 ? option.get('anyOf') : undefined
    return Array.isArray(inner) ? (inner as readonly Json[]) : [option]
  })
  const texts = flat.map(keyOf)
  const distinct = flat.filter((_, at) => texts.indexOf(texts[at]!) === at)
  return distinct.length === 1 ? distinct[0]! : object({ anyOf: distinct })
}

const keyOf = (json: Json): string =>
  JSON.stringify(json, (_, value: unknown) => (value instanceof Map ? [...value] : value))

/** Of these one: https://json-schema.org/understanding-json-schema/reference/enum */
function choiceOf(values: readonly Json[]): JsonObject {
  const types = [...new Set(values.map((value) => typeOf(value)))]
  const type = types.length === 1 ? types[0] : undefined
  return values.length === 1 ? object({ const: values[0], type }) : object({ enum: values, type })
}

const typeOf = (value: Json): string | undefined =>
  typeof value === 'number' ? (Number.isInteger(value) ? 'integer' : 'number') : jsonTypes[typeof value]

const jsonTypes: Readonly<Record<string, string>> = { string: 'string', boolean: 'boolean' }

/** An enumeration of the program; undefined where the class is none. */
export function enumerated(source: Source, value: ClassValue, at: Expr): JsonObject | undefined {
  const members = membersOf(source.context, value, at)
  const values = members?.map((member) => (member.is === 'scalar' ? member.value : undefined))
  if (!values || values.some((each) => each === undefined)) return undefined
  const home = homeOf(source, value)
  const name = home?.context.module.scopes[value.scope]?.name
  return object({ ...Object.fromEntries(choiceOf(values as readonly Json[])), title: name })
}

const bounds: Readonly<Record<string, string>> = {
  ge: 'minimum',
  gt: 'exclusiveMinimum',
  le: 'maximum',
  lt: 'exclusiveMaximum',
  multiple_of: 'multipleOf',
  pattern: 'pattern',
  regex: 'pattern',
  examples: 'examples',
}
const lengths: Readonly<Record<string, readonly [ofText: string, ofList: string]>> = {
  min_length: ['minLength', 'minItems'],
  max_length: ['maxLength', 'maxItems'],
  min_items: ['minItems', 'minItems'],
  max_items: ['maxItems', 'maxItems'],
}

function isList(schema: Json): boolean {
  const options = isObject(schema) ? schema.get('anyOf') : undefined
  if (Array.isArray(options)) return (options as readonly Json[]).some(isList)
  return isObject(schema) && schema.get('type') === 'array'
}

/** What it says of a value stands beside the type of that: in the one option that is not nothing. */
export function bounded(schema: JsonObject, more: JsonObject): JsonObject {
  const options = schema.get('anyOf')
  const others = Array.isArray(options) ? (options as readonly Json[]).filter((option) => !isNothing(option)) : []
  const [only] = others.length === 1 ? others : []
  if (!isObject(only) || only.has('$ref')) return new Map([...schema, ...more])
  const about = (key: string) => key === 'description' || key === 'examples'
  const inside = new Map([...only, ...[...more].filter(([key]) => !about(key))])
  const anyOf = (options as readonly Json[]).map((option) => (option === only ? inside : option))
  return new Map<string, Json>([...schema, ...[...more].filter(([key]) => about(key)), ['anyOf', anyOf]])
}

export const isNothing = (option: Json): boolean => isObject(option) && option.get('type') === 'null'

/** What `Field(…)` says besides: https://docs.pydantic.dev/latest/concepts/fields/ */
export function fieldTold(source: Source, args: readonly Argument[], schema: Json): JsonObject {
  const isText = !isList(schema)
  const entries = args.flatMap(({ name = '', value }): readonly (readonly [string, Json])[] => {
    if (name === 'description') return [['description', textOf(source, value) ?? openAt(source.text, value)]]
    const bound = bounds[name] ?? lengths[name]?.[isText ? 0 : 1]
    return bound === undefined ? [] : [[bound, constant(source, value)]]
  })
  return new Map(entries)
}
