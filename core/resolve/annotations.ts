import type { Expr, Scope } from '../module.ts'
import type { Context } from './context.ts'
import { entryValues } from './data.ts'
import { membersOf } from './enumeration.ts'
import { meaning } from './meaning.ts'
import { returnsReached } from './reached.ts'
import { holding, typesIn } from './type-arguments.ts'
import { dotted, type Value, via } from './value.ts'

/** What a value of a declared type is: `OpenAI`, `OpenAI | None`, `Optional[OpenAI]`, `Annotated[OpenAI, …]`, `"OpenAI"`. */
export function annotated(context: Context, annotation: Expr): readonly Value[] {
  switch (annotation.is) {
    case 'name':
    case 'member':
      return context.evaluate(annotation).flatMap((value) => valueOfType(context, value, annotation))
    case 'text': {
      const only = annotation.parts.length === 1 ? annotation.parts[0] : undefined
      return typeof only === 'string' ? quoted(context, only, annotation) : []
    }
    case 'choice':
      return oneOfTypes(context, annotation.among)
    case 'operation':
      if (annotation.op === 'typeof') return annotation.args.flatMap((like) => likeIt(context, like))
      return annotation.op === '|' ? oneOfTypes(context, annotation.args) : []
    case 'index':
      return wrapped(context, annotation)
    default:
      return []
  }
}

/** `typeof client`, `typeof generateText`: what has the type of a value is used as that is. */
const likeIt = (context: Context, like: Expr): readonly Value[] =>
  context.evaluate(like).filter((value) => value.is === 'symbol' && !value.global)

/** What a function returns, or where nothing is known of that, something of the type it declares. */
export function answersOf(context: Context, scope: Scope): readonly Value[] {
  const { result } = scope
  const values = returnsReached(context, scope).flatMap(context.evaluate)
  if (!result) return values
  return values.some(tells)
    ? [...values, ...besides(context, result, values)]
    : [...values, ...annotated(context, result)]
}

/** `def chosen() -> BaseChatModel: return manager.model()`: where nobody knows what a package answers, it is what the program says it is. */
export function besides(context: Context, annotation: Expr, values: readonly Value[]): readonly Value[] {
  const elsewhere = values.flatMap((value) => (value.is === 'symbol' && !value.global ? dotted(value.path) : []))
  if (elsewhere.length === 0) return []
  return annotated(context, annotation).flatMap((type) =>
    type.is === 'symbol' && !elsewhere.includes(dotted(type.path)) ? [{ ...type, dressed: true }] : [],
  )
}

const tells = (value: Value): boolean =>
  value.is === 'symbol' ? !value.global : value.is === 'scalar' ? value.value !== null : value.is !== 'unknown'

/** Only what stands for the type itself, or for it once it is awaited: a `list[OpenAI]` is not a client. */
const transparent: ReadonlySet<string> = new Set([
  'Optional',
  'Union',
  'Annotated',
  'Final',
  'ClassVar',
  'Readonly',
  'NonNullable',
  'Promise',
  'PromiseLike',
  'Awaitable',
])

/** What only holds others: `List[…]`, `Iterator[…]`. */
const containers = /^(typing|typing_extensions|collections|queue|asyncio|weakref)(\.|$)/

const holds = (value: Value) => value.is === 'symbol' && containers.test(value.path[0]!.name)

function wrapped(context: Context, annotation: Extract<Expr, { is: 'index' }>): readonly Value[] {
  const { of, key } = annotation
  const name = of.is === 'name' || of.is === 'member' ? of.name : undefined
  if (!name) return []
  const inside = typesIn(key)
  if (name === 'Literal' && context.module.language === 'python')
    return inside.flatMap((type) => written(context, type))
  if (!transparent.has(name))
    return annotated(context, of).flatMap((value) => (holds(value) ? [] : holding(value, inside)))
  if (name !== 'Annotated') return oneOfTypes(context, inside)
  const provided = inside.slice(1).flatMap((beside) => providedBy(context, beside))
  return provided.length > 0 ? provided : inside.slice(0, 1).flatMap((option) => annotated(context, option))
}

/** https://docs.python.org/3/library/typing.html#typing.Literal */
const written = (context: Context, type: Expr): readonly Value[] =>
  type.is === 'text' || type.is === 'number' ? via('constant', context.evaluate(type)) : []

/** One of some texts that are written down is one of them only where nothing else may be given: `Literal["a", "b"] | str`. */
function oneOfTypes(context: Context, types: readonly Expr[]): readonly Value[] {
  const all = types.filter((type) => !isNone(type)).map((type) => annotated(context, type))
  const isOpen = all.some((values) => !values.some(({ is }) => is === 'scalar'))
  return isOpen ? all.flat().filter(({ is }) => is !== 'scalar') : all.flat()
}

const isNone = (type: Expr): boolean => type.is === 'null' || (type.is === 'name' && type.name === 'None')

/** `Annotated[OpenAI, Depends(get_client)]`: https://fastapi.tiangolo.com/tutorial/dependencies/ */
function providedBy(context: Context, beside: Expr): readonly Value[] {
  if (beside.is !== 'call') return []
  const isGiven = context
    .evaluate(beside.callee)
    .some((of) => of.is === 'symbol' && dotted(of.path) === 'fastapi.Depends')
  return isGiven ? context.evaluate(beside) : []
}

function quoted(context: Context, text: string, annotation: Expr): readonly Value[] {
  const names = text.replace(/^Optional\[(.*)\]$/, '$1').split('|')
  return names.flatMap((part) => {
    const [root, ...rest] = part.trim().split('.')
    if (!root || !/^[A-Za-z_]\w*$/.test(root) || root === 'None') return []
    const { span } = annotation
    const expr = rest.reduce<Expr>((of, name) => ({ is: 'member', of, name, nameSpan: span, span }), {
      is: 'name',
      name: root,
      span,
    })
    return annotated(context, expr)
  })
}

/** Types that do not say what something is: `client: Any`, and a client of AWS of whichever service. */
const open: ReadonlySet<string> = new Set([
  'typing.Any',
  'typing_extensions.Any',
  'typing.Type',
  'typing.Callable',
  'botocore.client.BaseClient',
  'boto3.resources.base.ServiceResource',
])

const isOpen = (value: Value) => value.is === 'symbol' && open.has(value.path.map(({ name }) => name).join('.'))

function valueOfType(context: Context, value: Value, annotation: Expr): readonly Value[] {
  // `Kind = Literal["fast", "good"]`
  const isLiteral = value.is === 'symbol' && value.path[1]?.name === 'Literal'
  const meant = isLiteral ? meaning(context, annotation) : undefined
  if (meant?.is === 'index') return annotated(context, meant)
  return enumerated(context, value, annotation) ?? instanceOf(value)
}

/** Something of an enumeration is one of its members. */
function enumerated(context: Context, value: Value, at: Expr): readonly Value[] | undefined {
  if (value.is === 'class') return membersOf(context, value, at)
  // `enum Model { Fast = "gpt-4o-mini" }`, and a record that a type has the name of.
  if (value.is !== 'data' || value.expr.is !== 'record' || context.module.language !== 'typescript') return undefined
  return via(
    'constant',
    entryValues(context, value.expr).filter(({ is }) => is === 'scalar'),
  )
}

function instanceOf(value: Value): readonly Value[] {
  if (isOpen(value)) return []
  if (value.is === 'class') return [{ is: 'instance', scope: value.scope, ...(value.home ? { home: value.home } : {}) }]
  if (value.is !== 'symbol' || value.global) return []
  const path = value.path.map((segment, at) =>
    at === value.path.length - 1 ? { ...segment, called: true as const } : segment,
  )
  // What a call made is no type: `T = TypeVar("T")` may be any.
  return value.path.some(({ called }) => called)
    ? []
    : [{ is: 'symbol', path, ...(value.held && { held: value.held }) }]
}
