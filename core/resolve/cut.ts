// How many of what is iterated there are at most, where what it is of is not known but how much is taken of it is: `rows[:5]`,
// `frame.head(5)`. https://docs.python.org/3/library/itertools.html#itertools.islice, https://pandas.pydata.org/docs/reference/frame.html
import type { Document } from '../document.ts'
import { valueOf } from '../known.ts'
import type { CallExpr, Expr } from '../module.ts'
import type { Context } from './context.ts'
import { isAddedTo } from './data.ts'
import { lastName } from './module-index.ts'
import { isNumber, read } from './read.ts'
import { onlyValue } from './template.ts'

/** Methods that take so many: `n` of pandas and of lists of data sets. */
const taking: ReadonlySet<string> = new Set(['head', 'tail', 'sample', 'nlargest', 'nsmallest', 'limit', 'take'])
/** Their first argument is another thing, and the count the second, or `k`: `random.sample(rows, 5)`. */
const takingFrom: ReadonlySet<string> = new Set(['islice', 'random.sample', 'random.choices'])
/** What a function that loads or finds things is told of how many: `load_articles(limit=5)`. */
const limits =
  /^(limit|max_?(items|rows|results|samples|examples|articles|documents|count|n)?|n|k|count|first|top|top_?[kn]|(n|num)_?(rows|samples|items|examples)|nrows|sample_?size)$/i
/** What goes through as many as it is given, or as it is called on. */
const through: ReadonlySet<string> = new Set([
  'enumerate',
  'list',
  'tuple',
  'tqdm',
  'sorted',
  'reversed',
  'iter',
  'zip',
])
const alike: ReadonlySet<string> = new Set([
  'iterrows',
  'itertuples',
  'items',
  'tolist',
  'to_list',
  'to_dict',
  'iter_rows',
  'entries',
  'values',
  'keys',
])
/** What divides what it is given: their `n` says how large each part is, or how many are asked for at a time. */
const dividing = /chunk|batch|window|grams?$|combin|permut|split|partition|group|pages?$|paginat/i
const deepest = 8

/** Undefined where nothing of the source cuts it short. */
export function mostOf(context: Context, document: Document, over: Expr, depth = 0): number | undefined {
  if (depth > deepest || context.foreign.has(over)) return undefined
  const inside = (expr: Expr | undefined) => expr && mostOf(context, document, expr, depth + 1)
  if (over.is === 'name') return isAddedTo(context, over) ? undefined : inside(onlyValue(context, over))
  if (over.is === 'index')
    return sliced(context, document, over.key) ?? (mayBeItem(context, over.key) ? undefined : inside(over.of))
  if (over.is === 'member') return over.name === 'iloc' || over.name === 'values' ? inside(over.of) : undefined
  return over.is === 'call' ? taken(context, document, over, inside) : undefined
}

/** `rows[:5][0]` is one of them, whose own items nobody has counted; `rows[:5]["text"]` is a column as long as they are. */
function mayBeItem(context: Context, key: Expr): boolean {
  if (key.is === 'list' || key.is === 'opaque') return false
  return !context.evaluate(key).every((value) => value.is === 'scalar' && typeof value.value === 'string')
}

function taken(
  context: Context,
  document: Document,
  { callee, args }: CallExpr,
  inside: (expr: Expr | undefined) => number | undefined,
): number | undefined {
  const name = lastName(callee) ?? ''
  const full = document.text.slice(...callee.span)
  // `head(-3)`: all but so many.
  const numberOf = (expr: Expr | undefined) => between([0, expr && valueOf(read(context, document, expr, isNumber))])
  const named = (...names: readonly string[]) => args.find((arg) => arg.name !== undefined && names.includes(arg.name))
  if (name === 'islice' || takingFrom.has(full))
    return args.length === 2 ? numberOf((named('k') ?? args[1])?.value) : undefined
  if (callee.is === 'member' && taking.has(name)) {
    const count = named('n') ?? (args[0]?.name === undefined ? args[0] : undefined)
    return args.length === 0 && name !== 'sample' ? inside(callee.of) : numberOf(count?.value)
  }
  if (callee.is === 'member' && name === 'slice') return between(args.map(({ value }) => numberOf(value)))
  if (callee.is === 'member' && alike.has(name)) return inside(callee.of)
  if (through.has(name)) return least(args.map(({ value }) => inside(value)))
  if (dividing.test(name)) return undefined
  return least(args.map((arg) => (arg.name !== undefined && limits.test(arg.name) ? numberOf(arg.value) : undefined)))
}

/** `:5`, `0:5` of Python: a stop that counts from the end is none. */
export function sliced(context: Context, document: Document, key: Expr): number | undefined {
  if (key.is !== 'opaque' || context.module.language !== 'python') return undefined
  const parts = document.text.slice(...key.span).split(':')
  const numberOf = (expr: Expr | undefined) => expr && valueOf(read(context, document, expr, isNumber))
  if (parts.length !== 2 || parts[1]!.trim() === '') return undefined
  const [first, second] = key.children
  return parts[0]!.trim() === '' ? between([0, numberOf(first)]) : between([numberOf(first), numberOf(second)])
}

function between([from, to]: readonly (number | undefined)[]): number | undefined {
  return from === undefined || to === undefined || from < 0 || to < from ? undefined : to - from
}

function least(counts: readonly (number | undefined)[]): number | undefined {
  const known = counts.filter((count) => count !== undefined)
  return known.length > 0 ? Math.min(...known) : undefined
}

/** `min(5, len(rows))`: the least of what is known of it. */
export function mostOfCount(context: Context, document: Document, count: Expr): number | undefined {
  const found = valueOf(read(context, document, count, isNumber))
  if (found !== undefined || count.is !== 'call' || !/^(Math\.)?min$/.test(document.text.slice(...count.callee.span)))
    return found
  return least(count.args.map(({ value }) => valueOf(read(context, document, value, isNumber))))
}
