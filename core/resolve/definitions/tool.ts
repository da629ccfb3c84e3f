// A tool as it is defined to a model: https://platform.openai.com/docs/guides/function-calling#defining-functions
import type { CallExpr, Expr, Parameter } from '../../module.ts'
import { argumentsOf } from '../arguments.ts'
import type { Context } from '../context.ts'
import { lastName } from '../module-index.ts'
import { dotted, last, type SymbolValue, type Value } from '../value.ts'
import { defaultOf, property, schemaOfClass, scopeOf, sorted, withDefs } from './class-schema.ts'
import { docstringAt } from './docstring.ts'
import { homeOf, isObject, type Json, type JsonObject, object, onlyOf, type Source, textOf } from './json.ts'
import { schemaIn } from './schema.ts'

/** Undefined where it is not seen what a model is told of it. @param name the key under which it stands, where tools have one */
export function toolOf(source: Source, values: readonly Value[], name?: string): JsonObject | undefined {
  const only = onlyOf(values)
  if (!only) return undefined
  if (only.is === 'function') return toolOfFunction(source, only)
  if (only.is === 'symbol') return toolMade(source, only, name)
  if (only.is !== 'class') return undefined
  const schema = schemaOfClass(source, only)
  const called = scopeOf(homeOf(source, only) ?? source, only.scope)?.name
  return schema && called !== undefined ? definition(called, undefined, schema) : undefined
}

/** The description of a schema is the tool's. */
function definition(name: string, description: Json | undefined, schema: Json): JsonObject {
  const inside = isObject(schema) ? schema : undefined
  const own = description ?? inside?.get('description')
  const parameters = inside ? new Map([...inside].filter(([key]) => key !== 'title' && key !== 'description')) : schema
  return object({ type: 'function', function: object({ name, description: own, parameters }) })
}

type FunctionValue = Extract<Value, { is: 'function' }>

interface Said {
  readonly name?: string | undefined
  readonly description?: Json | undefined
  readonly schema?: Json | undefined
}

const names = ['name', 'id', 'name_override', 'nameOverride', 'tool_name', '[1].name']
const descriptions = ['description', 'description_override', '[1].description']
const schemas = ['inputSchema', 'input_schema', 'parameters', 'args_schema', 'schema', '[1].schema', '[1].parameters']
const runs = ['func', 'fn', 'function', 'coroutine', 'async_fn', '[0]']

/** What the call that makes the tool, or the decorator, says of it. */
function saidBy(source: Source, call: CallExpr): Said & { readonly run?: FunctionValue | undefined } {
  const args = argumentsOf(source.context, call, 0, [])
  const one = (params: readonly string[]): Expr | undefined => {
    const { among } = args.first(params).given
    return among.length === 1 ? among[0] : undefined
  }
  const first = textOf(source, one(['[0]']))
  const schema = one(schemas)
  const description = one(descriptions)
  const run = source.context.evaluate(one(runs) ?? nothing)
  return {
    name: textOf(source, one(names)) ?? (first && /^[\w.-]+$/.test(first) ? first : undefined),
    description: description && (textOf(source, description) ?? { open: 'description' }),
    schema: schema && schemaIn(source, schema),
    run: run.find((value) => value.is === 'function'),
  }
}

const nothing: Expr = { is: 'null', span: [0, 0] }

/** `tool({ description, inputSchema })`, `pydantic_function_tool(Model)`, `StructuredTool.from_function(search)`, `FunctionTool(fn=search)` */
function toolMade(source: Source, value: SymbolValue, key: string | undefined): JsonObject | undefined {
  const call = value.global ? undefined : last(value.path)?.call
  if (!call) return undefined
  const said = saidBy(source, call)
  const name = said.name ?? key
  if (said.schema !== undefined) return name === undefined ? undefined : definition(name, said.description, said.schema)
  if (said.run) return toolOfFunction(source, said.run, said)
  const [given, ...others] = call.args
  const of =
    given && others.every((argument) => argument.name !== undefined) ? source.context.evaluate(given.value) : []
  return of.length === 1 && of[0]!.is === 'class' && isMaker(value) ? toolOf(source, of) : undefined
}

/** `openai.pydantic_function_tool(Model)` */
const isMaker = ({ path }: SymbolValue): boolean => /tool$/i.test(last(path)?.name ?? '')

function toolOfFunction(source: Source, value: FunctionValue, made: Said = {}): JsonObject | undefined {
  const home = homeOf(source, value)
  const scope = home && scopeOf(home, value.scope)
  if (!home || !scope || home.context.module.language !== 'python') return undefined
  const said = scope.decorators.map((by) => given(home, by)).reduce(beside, made)
  const name = said.name ?? scope.name
  const own = scope.method !== undefined && !/staticmethod/.test(scope.decorators.map(lastNameOf).join())
  const schema = said.schema ?? parametersOf(home, scope.parameters.slice(own ? 1 : 0))
  return name === undefined
    ? undefined
    : definition(name, said.description ?? docstringAt(home.text, scope.doc), schema)
}

const lastNameOf = (decorator: Expr) => lastName(decorator.is === 'call' ? decorator.callee : decorator) ?? ''

const given = (home: Source, decorator: Expr): Said => (decorator.is === 'call' ? saidBy(home, decorator) : {})

const beside = (first: Said, second: Said): Said => ({
  name: first.name ?? second.name,
  description: first.description ?? second.description,
  schema: first.schema ?? second.schema,
})

const parametersOf = (source: Source, parameters: readonly Parameter[]): JsonObject =>
  withDefs((defs) => {
    const sent = parameters.filter((parameter) => !parameter.rest && !isHandedIn(source.context, parameter))
    const fields = sent.map(({ name, annotation, default: given }) => {
      const { required, ...usual } = defaultOf(source, given)
      const own = annotation ? property(source, annotation, given, defs).schema : []
      return { name, required, schema: sorted(new Map([...own, ...Object.entries(usual)])) }
    })
    const required = fields.flatMap((field) => (field.required ? [field.name] : []))
    return object({
      properties: new Map(fields.map(({ name, schema }) => [name, schema])),
      required: required.length > 0 ? required : undefined,
      type: 'object',
    })
  })

/** What the framework gives a tool when it runs it is not asked of the model: `ctx: RunContext[Deps]`, `runtime: ToolRuntime`. */
const handedIn =
  /(?:Context|ContextWrapper|Runtime|RunnableConfig|InjectedState|InjectedStore|InjectedToolCallId|InjectedToolArg)$/

function isHandedIn(context: Context, { name, annotation }: Parameter): boolean {
  if (name === 'self' || name === 'cls') return true
  if (!annotation) return false
  return typeNames(annotation).some((type) => {
    const values = context.evaluate(type)
    const named = values.map((value) => (value.is === 'symbol' ? dotted(value.path) : ''))
    return handedIn.test(lastName(type) ?? '') && named.some((path) => path.includes('.'))
  })
}

const typeNames = (type: Expr): readonly Expr[] =>
  type.is === 'index'
    ? [type.of, ...(type.key.is === 'list' ? type.key.items : [type.key])]
    : [type.is === 'call' ? type.callee : type]
