// The schema of what a class of the program describes: https://docs.pydantic.dev/latest/concepts/json_schema/
import type { Argument, Binding, CallExpr, Expr, Scope } from '../../module.ts'
import { lastName } from '../module-index.ts'
import { type ClassValue, dotted } from '../value.ts'
import { bounded, type Defs, enumerated, fieldTold, isEllipsis, isNothing, typed } from './annotation-schema.ts'
import { docstringAt } from './docstring.ts'
import { constant, homeOf, isObject, type Json, type JsonObject, object, openAt, type Source, textOf } from './json.ts'

const models = /(?:^|\.)(?:BaseModel|SQLModel|OpenAISchema|TypedDict)$/
const described = /(?:^|\.)dataclass$/
const deepest = 6

/** Undefined where the class has no fields by which it is sent. */
export function schemaOfClass(source: Source, value: ClassValue): JsonObject | undefined {
  const home = homeOf(source, value)
  if (!home || !isModel(home, value.scope, 0)) return undefined
  return withDefs((defs) => describe(home, value.scope, defs))
}

/** The classes that a schema names stand beside it. */
export function withDefs(build: (defs: Defs) => JsonObject): JsonObject {
  const named = new Map<string, Json>()
  const defs: Defs = { refer: (from, other) => refer(from, other, named, defs) }
  const schema = build(defs)
  return named.size > 0 ? new Map<string, Json>([['$defs', named], ...schema]) : schema
}

function refer(from: Source, value: ClassValue, named: Map<string, Json>, defs: Defs): JsonObject | undefined {
  const home = homeOf(from, value)
  const name = home?.context.module.scopes[value.scope]?.name
  if (!home || name === undefined) return undefined
  if (!named.has(name)) {
    const choices = enumerated(from, value, { is: 'null', span: [0, 0] })
    if (!choices && !isModel(home, value.scope, 0)) return undefined
    named.set(name, choices ?? object({}))
    if (!choices) named.set(name, describe(home, value.scope, defs))
  }
  return object({ $ref: `#/$defs/${name}` })
}

export const scopeOf = ({ context }: Source, scope: number): Scope | undefined => context.module.scopes[scope]

function isModel(source: Source, scope: number, depth: number): boolean {
  const { bases = [], decorators = [] } = scopeOf(source, scope) ?? {}
  if (depth > deepest) return false
  if (decorators.some((by) => described.test(lastName(by.is === 'call' ? by.callee : by) ?? ''))) return true
  return bases.flatMap(source.context.evaluate).some((base) => {
    if (base.is === 'symbol') return models.test(dotted(base.path))
    const home = base.is === 'class' ? homeOf(source, base) : undefined
    return home !== undefined && base.is === 'class' && isModel(home, base.scope, depth + 1)
  })
}

interface Field {
  readonly schema: JsonObject
  readonly required: boolean
}

function describe(source: Source, scope: number, defs: Defs): JsonObject {
  const fields = fieldsOf(source, scope, defs, 0)
  const required = [...fields].flatMap(([name, field]) => (field.required ? [name] : []))
  const { name, doc } = scopeOf(source, scope) ?? {}
  return object({
    description: docstringAt(source.text, doc),
    properties: new Map([...fields].map(([key, { schema }]) => [key, schema])),
    required: required.length > 0 ? required : undefined,
    title: name,
    type: 'object',
  })
}

/** Those of the classes it extends first; one that is said again keeps its place. */
function fieldsOf(source: Source, scope: number, defs: Defs, depth: number): Map<string, Field> {
  const { bases = [] } = scopeOf(source, scope) ?? {}
  const inherited = bases.flatMap(source.context.evaluate).flatMap((base): readonly (readonly [string, Field])[] => {
    const home = base.is === 'class' && depth < deepest ? homeOf(source, base) : undefined
    return home && base.is === 'class' ? [...fieldsOf(home, base.scope, defs, depth + 1)] : []
  })
  const own = source.context.module.bindings.flatMap((binding) => fieldOf(source, scope, binding, defs) ?? [])
  return new Map([...inherited, ...own])
}

function fieldOf(
  source: Source,
  scope: number,
  binding: Binding,
  defs: Defs,
): readonly (readonly [string, Field])[] | undefined {
  const { target, annotation, value } = binding
  if (binding.scope !== scope || !annotation || target.is !== 'name' || binding.via !== 'field') return undefined
  if (/^_|^model_config$/.test(target.name) || /^ClassVar\b/.test(source.text.slice(...annotation.span)))
    return undefined
  const { schema, told } = property(source, annotation, value, defs)
  const { name = target.name, title, usual } = fieldNamed(source, value, told)
  const isTotal = !/\bNotRequired\b/.test(source.text.slice(...annotation.span))
  const own = isTitled(schema) ? (title ?? titleOf(name)) : title
  const whole = object({ ...Object.fromEntries(schema), default: usual.default, title: own })
  return [[name, { schema: sorted(whole), required: usual.required && isTotal }]]
}

/** What stands beside the type: the text of `Annotated[str, ..., "…"]`, or of a `Field`. */
export function property(
  source: Source,
  annotation: Expr,
  value: Expr | undefined,
  defs: Defs,
): { readonly schema: JsonObject; readonly told: readonly CallExpr[] } {
  const { schema, told } = typed(source, annotation, defs)
  const calls = [...told, ...(value ? [value] : [])].filter((each) => each.is === 'call' && isField(each))
  const said = told.map((each) => textOf(source, each)).find((text) => text !== undefined)
  const own = isObject(schema) ? schema : object({ type: schema })
  const more = calls.flatMap((call) => (call.is === 'call' ? [...fieldTold(source, call.args, schema)] : []))
  const about = new Map<string, Json>([...(said === undefined ? [] : [['description', said] as const]), ...more])
  return { schema: bounded(own, about), told: calls.filter((each) => each.is === 'call') }
}

const isField = ({ callee }: CallExpr): boolean => /^(?:Field|FieldInfo|field)$/.test(lastName(callee) ?? '')

interface Usual {
  readonly required: boolean
  readonly default?: Json
}

function fieldNamed(source: Source, value: Expr | undefined, told: readonly CallExpr[]) {
  const args = told.flatMap((call) => call.args)
  const said = (name: string) => textOf(source, args.find((argument) => argument.name === name)?.value)
  const isCall = value?.is === 'call' && isField(value)
  const usual = isCall ? givenBy(source, value.args) : defaultOf(source, value)
  return { name: said('serialization_alias') ?? said('validation_alias') ?? said('alias'), title: said('title'), usual }
}

function givenBy(source: Source, args: readonly Argument[]): Usual {
  const made = args.some(({ name }) => name === 'default_factory' || name === 'factory')
  if (made) return { required: false }
  const given = args.find(({ name }) => name === 'default') ?? args.find(({ name, spread }) => !name && !spread)
  return defaultOf(source, given?.value)
}

/** What stands for a field, or a parameter, that nobody gives. */
export function defaultOf(source: Source, value: Expr | undefined): Usual {
  if (!value || isEllipsis(source, value)) return { required: true }
  return { required: false, default: value.is === 'call' ? openAt(source.text, value) : constant(source, value) }
}

/** What is named elsewhere has its title there. */
function isTitled(schema: JsonObject): boolean {
  if (schema.has('$ref')) return false
  const options = schema.get('anyOf')
  if (!Array.isArray(options)) return true
  const others = (options as readonly Json[]).filter((option) => !isNothing(option))
  return !(others.length === 1 && isObject(others[0]) && others[0].has('$ref'))
}

const titleOf = (name: string): string =>
  name
    .replaceAll('_', ' ')
    .trim()
    .replace(/[A-Za-z]+/g, (word) => word[0]!.toUpperCase() + word.slice(1).toLowerCase())

export const sorted = (schema: JsonObject): JsonObject =>
  new Map([...schema].sort(([a], [b]) => (a < b ? -1 : Number(a > b))))
