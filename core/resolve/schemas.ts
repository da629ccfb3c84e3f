import type { CallExpr, Expr } from '../module.ts'
import type { Context } from './context.ts'
import { itemValues } from './data.ts'
import { isEnvironment } from './environment.ts'
import { last, type Segment, type SymbolValue, unknownValue, type Value, via } from './value.ts'

// What a schema makes of the environment, or of what somebody sends: the default beside a field, assumed.
// https://zod.dev/api#defaults, https://env.t3.gg/docs/customization, https://github.com/af/envalid

/** `env.MODEL` of `env = z.object({ MODEL: z.string().default("gpt-4o") }).parse(process.env)`; undefined where it is no such thing. */
export function fieldOf(context: Context, value: SymbolValue, name: string, at: Expr): readonly Value[] | undefined {
  const read = readBy(value)
  if (!read) return undefined
  const fields = read.schemas(context).flatMap((record) => insideOf(context, record, [...read.steps, name], at))
  const [field] = fields
  if (!field || defines(field)) return undefined
  const outside = read.source && isFromEnvironment(context, read.source) ? 'environment' : 'parameter'
  const usual = defaultOf(context, field)
  return usual ? via(outside, usual, true) : [unknownValue('dynamic', at.span, outside)]
}

interface Reading {
  /** The records of fields it was made with. */
  readonly schemas: (context: Context) => readonly Value[]
  /** The names that were followed from what it gave. */
  readonly steps: readonly string[]
  /** What is read by it. */
  readonly source: Expr | undefined
}

function readBy({ path }: SymbolValue): Reading | undefined {
  const [root] = path
  const names = (from: number) => path.slice(from).map((step) => step.name)
  const given = (call: CallExpr | undefined, at: number) => call?.args[at]?.value
  if (path.slice(1).some((step) => step.called) || !root) return parsedBy(path)
  const { call } = root
  if (/^@t3-oss\/env-\w+#createEnv$/.test(root.name) && call)
    return {
      schemas: (context) => ['server', 'client', 'shared'].flatMap((part) => inRecord(context, given(call, 0), part)),
      steps: names(1),
      source: undefined,
    }
  if (root.name !== 'envalid#cleanEnv' || !call) return undefined
  const record = given(call, 1)
  return { schemas: (context) => (record ? context.evaluate(record) : []), steps: names(1), source: given(call, 0) }
}

/** A schema's `parse` and `safeParse`, the result of which is under `data`. */
function parsedBy(path: readonly Segment[]): Reading | undefined {
  const at = path.findIndex(({ name, called }) => called && /^(safeP|p)arse(Async)?$/.test(name))
  if (at < 1 || !isZod(path)) return undefined
  const after = path.slice(at + 1)
  const rest = path[at]!.name.startsWith('safe') && after[0]?.name === 'data' ? after.slice(1) : after
  if (rest.some((step) => step.called)) return undefined
  const source = path[at]!.call?.args[0]?.value
  return { schemas: (context) => recordsOf(context, path.slice(0, at)), steps: rest.map((step) => step.name), source }
}

const isZod = ([root]: readonly Segment[]) => /^zod(\/[\w-]+)?#/.test(root?.name ?? '')

/** The records of `z.object({ … })` and of what extends it. */
function recordsOf(context: Context, path: readonly Segment[]): readonly Value[] {
  const calls = path.flatMap(({ name, call }) =>
    call && /(^|#)(object|strictObject|extend)$/.test(name) ? [call] : [],
  )
  return calls.flatMap(({ args }) => (args[0] ? context.evaluate(args[0].value) : []))
}

function inRecord(context: Context, record: Expr | undefined, name: string): readonly Value[] {
  const values = record ? context.evaluate(record) : []
  return values.flatMap((value) =>
    value.is === 'data' && value.expr.is === 'record' ? itemValues(context, value.expr, name, value.expr.span) : [],
  )
}

function insideOf(context: Context, record: Value, steps: readonly string[], at: Expr): readonly SymbolValue[] {
  const [name, ...rest] = steps
  if (record.is !== 'data' || record.expr.is !== 'record' || name === undefined) return []
  const found = itemValues(context, record.expr, name, at.span).filter((value) => value.is === 'symbol')
  if (rest.length === 0) return found
  return found.flatMap(({ path }) => recordsOf(context, path)).flatMap((inner) => insideOf(context, inner, rest, at))
}

const defines = ({ path }: SymbolValue) =>
  path.some(({ name, called }) => called && /(^|#)(object|strictObject)$/.test(name))

/** `.default("gpt-4o")` of zod, `str({ default: "gpt-4o" })` of envalid. */
function defaultOf(context: Context, { path }: SymbolValue): readonly Value[] | undefined {
  if (!isZod(path)) {
    const values = inRecord(context, last(path)?.call?.args[0]?.value, 'default')
    return values.some((value) => value.is === 'scalar' && value.value !== null) ? values : undefined
  }
  const usual = path.findLast(({ name, called }) => called && /^(default|prefault|catch)$/.test(name))?.call?.args[0]
  return usual && context.evaluate(usual.value)
}

const isFromEnvironment = (context: Context, source: Expr): boolean =>
  context.evaluate(source).some((value) => value.is === 'symbol' && isEnvironment(value))
