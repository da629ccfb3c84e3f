import type { CallExpr, Expr } from '../module.ts'
import type { Context } from './context.ts'
import { elementsOf } from './data.ts'
import { lastName } from './module-index.ts'
import type { ScalarValue, Value } from './value.ts'

/** `"openai/gpt-4o".split("/")`, `partition("/")`, `removeprefix("openai/")`, `replace("openai/", "")` of a constant; undefined where it is none of them. */
export function changedText(context: Context, call: CallExpr, of: ScalarValue): Value | undefined {
  const text = String(of.value)
  const name = lastName(call.callee)
  const given = call.args.map(({ value, spread }) => (spread ? undefined : only(context, value)))
  const [first, second] = given
  const ends = call.args.length === 1 ? endsOf(context, call) : undefined
  if (ends)
    return { ...of, value: ends.some((end) => (name === 'startswith' ? text.startsWith(end) : text.endsWith(end))) }
  if (name === 'format' && context.module.language === 'python') return formatted(context, call, of, text, given)
  if (name === 'join' && given.length === 1) return joined(context, call, of, text)
  if (given.length > 2 || typeof first !== 'string' || first === '') return undefined
  const alone = given.length === 1
  switch (name) {
    case 'removeprefix':
      return alone ? { ...of, value: text.startsWith(first) ? text.slice(first.length) : text } : undefined
    case 'removesuffix':
      return alone ? { ...of, value: text.endsWith(first) ? text.slice(0, -first.length) : text } : undefined
    case 'replace':
      return typeof second === 'string' ? { ...of, value: replaced(context, text, first, second) } : undefined
    case 'startswith':
    case 'startsWith':
      return alone ? { ...of, value: text.startsWith(first) } : undefined
    case 'endswith':
    case 'endsWith':
      return alone ? { ...of, value: text.endsWith(first) } : undefined
    case 'includes':
      return alone ? { ...of, value: text.includes(first) } : undefined
    case 'partition':
      return alone ? listOf(call, cutAt(text, text.indexOf(first), first, [text, '', ''])) : undefined
    case 'rpartition':
      return alone ? listOf(call, cutAt(text, text.lastIndexOf(first), first, ['', '', text])) : undefined
    case 'split':
      return alone || typeof second === 'number' ? listOf(call, split(context, text, first, second)) : undefined
    default:
      return undefined
  }
}

/** What stands before a mark, the mark and what stands after it; where it is not there, `otherwise`. */
const cutAt = (text: string, at: number, mark: string, otherwise: readonly string[]): readonly string[] =>
  at < 0 ? otherwise : [text.slice(0, at), mark, text.slice(at + mark.length)]

/** `"{}/{name}".format("openai", name="gpt-4o")`; a format of its own, `{:>5}`, is not read. */
function formatted(
  context: Context,
  { args }: CallExpr,
  of: ScalarValue,
  text: string,
  given: readonly (string | number | undefined)[],
): Value | undefined {
  let place = 0
  let isKnown = true
  const value = text.replace(/\{(\w*)\}/g, (_, name: string) => {
    const at = name === '' ? place++ : /^\d+$/.test(name) ? Number(name) : args.findIndex((each) => each.name === name)
    const isIts = args[at] && (args[at].name === undefined || args[at].name === name)
    if (!isIts || given[at] === undefined) isKnown = false
    return String(given[at])
  })
  return isKnown && !/[{}]/.test(text.replace(/\{\w*\}/g, ''))
    ? {
        ...of,
        ...weakest(
          context,
          args.map((each) => each.value),
        ),
        value,
      }
    : undefined
}

/** How the pieces of a text come is how the text does. */
function weakest(context: Context, pieces: readonly Expr[]): Pick<ScalarValue, 'assumed' | 'via'> | undefined {
  const values = pieces.flatMap(context.evaluate).filter((value) => value.is === 'scalar')
  const found = values.find(({ assumed }) => assumed) ?? values.find(({ via }) => via !== 'literal')
  return found && { assumed: found.assumed, via: found.via }
}

/** `"-".join(["gpt", "4o"])` */
function joined(context: Context, { args }: CallExpr, of: ScalarValue, text: string): Value | undefined {
  const pieces = args[0]!.spread ? undefined : elementsOf(context, args[0]!.value)
  const items = pieces?.map((item) => only(context, item))
  if (!pieces || !items?.every((item) => typeof item === 'string')) return undefined
  return { ...of, ...weakest(context, pieces), value: items.join(text) }
}

/** `model.startswith(("gpt-", "o1"))`: Python asks for any of them. */
function endsOf(context: Context, call: CallExpr): readonly string[] | undefined {
  const name = lastName(call.callee)
  if (context.module.language !== 'python' || (name !== 'startswith' && name !== 'endswith')) return undefined
  const items = elementsOf(context, call.args[0]!.value)?.map((item) => only(context, item))
  const texts = items?.filter((item) => typeof item === 'string')
  return texts?.length === items?.length ? texts : undefined
}

function only(context: Context, expr: Expr): string | number | undefined {
  const [value, ...more] = context.evaluate(expr)
  const known = value?.is === 'scalar' && more.length === 0 ? value.value : undefined
  return typeof known === 'string' || typeof known === 'number' ? known : undefined
}

/** JavaScript's replaces the first only. */
const replaced = ({ module }: Context, text: string, from: string, to: string): string =>
  module.language === 'python' ? text.replaceAll(from, () => to) : text.replace(from, () => to)

/** Python's number says how often it is cut, JavaScript's how many pieces are kept. */
function split(
  { module }: Context,
  text: string,
  mark: string,
  number: string | number | undefined,
): readonly string[] {
  const pieces = text.split(mark)
  if (typeof number !== 'number' || number < 0) return pieces
  if (module.language !== 'python') return pieces.slice(0, number)
  return number >= pieces.length ? pieces : [...pieces.slice(0, number), pieces.slice(number).join(mark)]
}

function listOf({ span }: CallExpr, pieces: readonly string[]): Value {
  const items = pieces.map((piece): Expr => ({ is: 'text', parts: [piece], span }))
  return { is: 'data', expr: { is: 'list', items, span } }
}
