// Attributes a library fills: from a file that the class names, or of what marked methods make.
// https://docs.pydantic.dev/latest/concepts/pydantic_settings/#dotenv-env-support, https://docs.crewai.com/en/concepts/crews
import type { Expr, Scope } from '../module.ts'
import type { Span } from '../types.ts'
import type { Context } from './context.ts'
import { dataAt } from './data-calls.ts'
import { variableIn } from './env-file.ts'
import { fieldsOf } from './fields.ts'
import { dotted, type Value } from './value.ts'

/** What a class holds under a name because a library puts it there; undefined where none does. */
export function configured(context: Context, scope: number, name: string, at: Span): readonly Value[] | undefined {
  const owner = context.module.scopes[scope]
  if (!owner || context.module.language !== 'python') return undefined
  const gathered = crewAgents(context, owner, name, at)
  if (gathered || !context.link) return gathered
  return crewFile(context, owner, name, at) ?? setting(context, owner, name, at)
}

const isCrew = (context: Context, { decorators }: Scope): boolean =>
  decorators.some((each) => isOne(context, each, /^crewai\.project(\.\w+)*\.CrewBase$/))

/** `self.agents` is what each `@agent` of the class makes, in their order. */
function crewAgents(context: Context, owner: Scope, name: string, span: Span): readonly Value[] | undefined {
  if (name !== 'agents' || !isCrew(context, owner)) return undefined
  if (context.index.attributes(owner.id, name).some(({ value }) => value)) return undefined
  const methods = context.module.bindings.flatMap(({ scope, via, refers }) =>
    scope === owner.id && via === 'function' && refers !== undefined ? (context.module.scopes[refers] ?? []) : [],
  )
  const marked = methods.filter(({ decorators }) =>
    decorators.some((each) => isOne(context, each, /^crewai\.project(\.\w+)*\.agent$/)),
  )
  return [{ is: 'data', expr: { is: 'list', items: marked.flatMap(({ returns }) => returns), span } }]
}

/** Written as text in the class, else crewai/project/crew_base.py's own. */
const crewFiles: Readonly<Record<string, string>> = {
  agents_config: 'config/agents.yaml',
  tasks_config: 'config/tasks.yaml',
}

function crewFile(context: Context, owner: Scope, name: string, at: Span): readonly Value[] | undefined {
  const usual = crewFiles[name]
  if (usual === undefined || !isCrew(context, owner)) return undefined
  const bound = context.index.attributes(owner.id, name).filter(({ value }) => value)
  const written = bound.flatMap(({ value }) => context.evaluate(value!))
  const [only] = written
  if (written.length > 1 || (only && !(only.is === 'scalar' && typeof only.value === 'string'))) return undefined
  return dataAt(context, only?.is === 'scalar' ? String(only.value) : usual, at)
}

/** A field of pydantic settings whose class names its `env_file`. */
function setting(context: Context, owner: Scope, name: string, at: Span): readonly Value[] | undefined {
  const bases = owner.bases.some((base) => isOne(context, base, /^pydantic(_settings)?\.(.*\.)?BaseSettings$/))
  if (!bases || name === 'model_config') return undefined
  const file = option(context, owner, 'env_file')
  const value = file && variableIn(context, file, (option(context, owner, 'env_prefix') ?? '') + name, at, true)
  return value ? [value] : undefined
}

/** `model_config = SettingsConfigDict(env_file=".env")`, or `env_file` of the class `Config` inside. */
function option(context: Context, owner: Scope, name: string): string | undefined {
  const config = context.index.attributes(owner.id, 'model_config').find(({ value }) => value)?.value
  const given = config && fieldsOf(context, config).named.get(name)?.among
  const inner = context.index.attributes(owner.id, 'Config').find(({ via }) => via === 'class')?.refers
  const bound = inner === undefined ? [] : context.index.attributes(inner, name).flatMap(({ value }) => value ?? [])
  const values = (given ?? bound).flatMap((each) => context.evaluate(each))
  const [only] = values
  return values.length === 1 && only?.is === 'scalar' && typeof only.value === 'string' ? only.value : undefined
}

function isOne(context: Context, expr: Expr, path: RegExp): boolean {
  return context
    .evaluate(expr)
    .some((value) => value.is === 'symbol' && path.test(dotted(value.path).replace(/\(\)$/, '')))
}
