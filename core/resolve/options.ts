import type { CallExpr, Expr, Scope } from '../module.ts'
import type { Context } from './context.ts'
import { homeOf } from './cross.ts'
import { entryValues } from './data.ts'
import { lastName } from './module-index.ts'
import { dotted, last, type SymbolValue, unknownValue, type Value, via } from './value.ts'

// What the user of a program chooses, on the command line or in a form: the default beside the question, assumed, or the choices.
// https://docs.python.org/3/library/argparse.html, https://click.palletsprojects.com/en/stable/options/,
// https://docs.streamlit.io/develop/api-reference/widgets

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

const pickers: ReadonlySet<string> = new Set(['selectbox', 'radio', 'select_slider', 'pills', 'segmented_control'])
const writers: ReadonlySet<string> = new Set(['text_input', 'number_input', 'slider', 'text_area'])

/** What a Streamlit widget answers: one of the options it offers, or the text that stands in it at first. */
export function widgetCall(context: Context, value: SymbolValue, call: CallExpr): readonly Value[] | undefined {
  if (value.path[0]?.name !== 'streamlit') return undefined
  const asked = last(value.path)!.name
  const positional = call.args.filter((argument) => argument.name === undefined && !argument.spread)
  const given = (name: string, at: number) =>
    (call.args.find((argument) => argument.name === name) ?? positional[at])?.value
  if (pickers.has(asked)) {
    const offered = given('options', 1)
    const values = offered ? context.evaluate(offered).flatMap((each) => offeredBy(context, each)) : []
    return values.length > 0 ? via('parameter', values, true) : undefined
  }
  if (!writers.has(asked)) return undefined
  // A slider has its ends before its value.
  const first = given('value', asked.startsWith('text') ? 1 : 3)
  return first && via('parameter', context.evaluate(first), true)
}

/** A record offers its keys. */
function offeredBy(context: Context, value: Value): readonly Value[] {
  if (value.is !== 'data') return []
  if (value.expr.is === 'list') return entryValues(context, value.expr)
  const { entries } = value.expr
  if (entries.some((entry) => entry.key === undefined)) return []
  return entries.flatMap((entry) => context.evaluate(entry.key!))
}

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
