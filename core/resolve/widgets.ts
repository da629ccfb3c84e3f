// What whoever uses a page chooses there: the options of a Streamlit widget, those of Chainlit's settings.
// https://docs.streamlit.io/develop/api-reference/widgets, https://docs.chainlit.io/api-reference/chat-settings
import type { CallExpr, Expr } from '../module.ts'
import type { Context } from './context.ts'
import { elementsOf, entryValues, textsAt } from './data.ts'
import { dotted, last, type SymbolValue, type Value, via } from './value.ts'

export const pickers: ReadonlySet<string> = new Set([
  'selectbox',
  'radio',
  'select_slider',
  'pills',
  'segmented_control',
])
export const writers: ReadonlySet<string> = new Set(['text_input', 'number_input', 'slider', 'text_area'])

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

/** `settings["Model"]` of `settings = await cl.ChatSettings([Select(id="Model", values=[…])]).send()`: what stands there at first, or any of those. */
export function settingOf(context: Context, { path }: SymbolValue, name: string): readonly Value[] | undefined {
  const end = path.findIndex(({ call }) => call !== undefined)
  const made = dotted(path.slice(0, end + 1)) === 'chainlit.ChatSettings()' ? path[end]!.call : undefined
  const inputs = made && elementsOf(context, (argumentOf(made, 'inputs') ?? made.args[0])?.value ?? made)
  const input = inputs?.find(
    (each): each is CallExpr => each.is === 'call' && isCalled(context, argumentOf(each, 'id')?.value, name),
  )
  if (!input) return undefined
  const initial = argumentOf(input, 'initial_value') ?? argumentOf(input, 'initial')
  const offered = argumentOf(input, 'values') ?? argumentOf(input, 'items')
  const values = initial
    ? context.evaluate(initial.value)
    : (offered ? context.evaluate(offered.value) : []).flatMap((value) =>
        value.is === 'data' ? entryValues(context, value.expr) : [],
      )
  return values.length > 0 ? via('parameter', values, true) : undefined
}

const argumentOf = ({ args }: CallExpr, name: string) => args.find((argument) => argument.name === name)

/** @param expr what gives something its name */
export const isCalled = (context: Context, expr: Expr | undefined, name: string): boolean =>
  expr !== undefined && textsAt(context, expr)?.includes(name) === true
