import type { CallExpr, Expr, Scope } from '../module.ts'
import type { Context } from './context.ts'
import { homeOf } from './cross.ts'
import { entryValues } from './data.ts'
import { lastName } from './module-index.ts'
import { dotted, type SymbolValue, unknownValue, type Value, via } from './value.ts'

// What the user of a program chooses, on the command line: the default beside the question, assumed, or the choices.
// https://docs.python.org/3/library/argparse.html, https://click.palletsprojects.com/en/stable/options/

/** `args.model` of `args = parser.parse_args()`; undefined where the value is no such thing. */
export function optionOf(context: Context, value: SymbolValue, name: string, at: Expr): readonly Value[] | undefined {
  const [root, ...rest] = value.path
  const parsed = rest.findIndex(({ name: step }) => /^parse_(known_)?args$/.test(step))
  if (root?.name !== 'argparse' || parsed < 0) return undefined
  const after = rest.slice(parsed + 1)
  const isNamespace = after.length === 0 || (after.length === 1 && after[0]!.name === '[0]')
  if (!isNamespace) return undefined
  const call = rest[parsed]!.call
  // The options of a parser in another file are that file's to read.
  if (call && homeOf(context, call) !== context) return undefined
  const declared = context.index.callsNamed('add_argument').filter(({ expr }) => names(expr).includes(name))
  const outside = unknownValue('dynamic', at.span, 'parameter')
  return declared.length > 0 ? declared.flatMap(({ expr }) => chosen(context, expr) ?? [outside]) : [outside]
}

/** What `@click.option("--model", default="…")` on a function gives its parameter `name` unless the user says other. */
export function optionDefault(context: Context, scope: Scope, name: string): readonly Value[] | undefined {
  for (const decorator of scope.decorators) {
    const is = decorator.is === 'call' && /^(option|argument)$/.test(lastName(decorator.callee) ?? '')
    if (is && names(decorator).includes(name)) return chosen(context, decorator)
  }
  return undefined
}

/** The names under which an option's value is found: `model` of `--model`, `model_name` of `--model-name`. */
function names({ args }: CallExpr): readonly string[] {
  const written = args.flatMap(({ name, value }) => {
    const text = value.is === 'text' && value.parts.length === 1 ? value.parts[0] : undefined
    return typeof text === 'string' && (name === undefined || name === 'dest') ? [text] : []
  })
  return written.map((text) => text.replace(/^-+/, '').replaceAll('-', '_'))
}

function chosen(context: Context, call: CallExpr): readonly Value[] | undefined {
  const given = (name: string) => call.args.find((argument) => argument.name === name)?.value
  const fallback = given('default')
  const values = fallback && context.evaluate(fallback)
  if (values?.some((value) => value.is === 'scalar' && value.value !== null)) return via('parameter', values, true)
  const choices = given('choices')
  const among = choices ? context.evaluate(choices).flatMap((value) => entriesOf(context, value)) : []
  return among.length > 0 ? via('parameter', among, true) : undefined
}

const entriesOf = (context: Context, value: Value): readonly Value[] =>
  value.is === 'data' && value.expr.is === 'list' ? entryValues(context, value.expr) : []

const declaring: ReadonlySet<string> = new Set([
  ...['pydantic.Field', 'pydantic.fields.Field', 'pydantic.v1.Field', 'dataclasses.field', 'attr.ib', 'attrs.field'],
  ...['attr.field', 'typer.Option', 'typer.Argument', 'sqlmodel.Field'],
  ...['Query', 'Body', 'Form', 'Header', 'Cookie'].map((name) => `fastapi.${name}`),
])

/** `Field("gpt-4o")`, `field(default_factory=OpenAI)`, `typer.Option("gpt-4o")`: what is held where nothing else is given. */
export function declaredCall(context: Context, value: SymbolValue, call: CallExpr): readonly Value[] | undefined {
  if (!declaring.has(dotted(value.path))) return undefined
  const given = (name: string) => call.args.find((argument) => argument.name === name)?.value
  const makes = given('default_factory') ?? given('factory')
  if (makes) {
    const { span } = call
    const made: CallExpr = { is: 'call', id: call.id, callee: makes, args: [], creates: false, span }
    return context.evaluate(made)
  }
  const first = call.args[0]
  const fallback = given('default') ?? (first && first.name === undefined && !first.spread ? first.value : undefined)
  return fallback ? context.evaluate(fallback) : [unknownValue('dynamic', call.span, 'parameter')]
}
