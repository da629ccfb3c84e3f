// What a program reads from a file of data that it names: `yaml.safe_load(open("config.yaml"))["model"]`.
import type { CallExpr, Expr } from '../module.ts'
import type { Span } from '../types.ts'
import type { Context } from './context.ts'
import { crossed } from './cross.ts'
import { lookup } from './lookup.ts'
import { dotted, type Segment, type SymbolValue, type Value } from './value.ts'

/** Functions that make a record of a text or an open file, given first. */
const parsers: ReadonlySet<string> = new Set([
  'json.load',
  'json.loads',
  'yaml.load',
  'yaml.safe_load',
  'yaml.full_load',
  'dotenv.dotenv_values',
  'JSON.parse',
  'yaml#parse',
  'yaml#default.parse',
  'js-yaml#load',
  'js-yaml#default.load',
])

/** Functions that are given the name of a file first. */
const opening = /(?:^|[.#])(?:open|Path|PurePath|readFileSync|readFile|file|URL)$/
/** Functions whose arguments make one name of a file, one after the other. */
const joining = /(?:^|[.#])path(?:#default|#\*)?[.#](?:join|resolve|abspath)$/

/** What a call reads from a file of the project; undefined where it reads none that is there. */
export function dataCall(context: Context, value: SymbolValue, call: CallExpr): readonly Value[] | undefined {
  if (!context.link || !parsers.has(dotted(value.path))) return undefined
  const [first] = call.args
  const path = first ? nameOfFile(context, first.value) : undefined
  return path === undefined ? undefined : dataAt(context, path, call.span)
}

/** All that is in a file of data. */
export function dataAt(context: Context, path: string, at: Span): readonly Value[] | undefined {
  const home = context.link?.data(path)
  const whole = home?.module.exports.find(({ name }) => name === 'default')
  return home && whole && crossed(context, { home, at }, home.evaluate(whole.value))
}

/** The name of the file an expression names, opens or has read. What leads to its folder is not looked at: the nearest such file is meant. */
export function nameOfFile(context: Context, expr: Expr): string | undefined {
  return context.unlessOpen(`file ${expr.span[0]} ${expr.span[1]}`, () => named(context, expr), undefined)
}

function named(context: Context, expr: Expr): string | undefined {
  if (expr.is === 'operation' && expr.op === '/') return nameOfFile(context, expr.args.at(-1)!)
  for (const value of context.evaluate(expr)) {
    if (value.is === 'scalar' && typeof value.value === 'string') return relative(value.value)
    if (value.is !== 'symbol') continue
    for (const step of value.path) {
      const found = step.call && openedBy(context, value.path, step, step.call)
      if (found !== undefined) return found
    }
  }
  const from = expr.is === 'name' ? only(context, expr) : expr.is === 'call' ? receiver(expr) : undefined
  return from && nameOfFile(context, from)
}

const receiver = ({ callee }: CallExpr): Expr | undefined => (callee.is === 'member' ? callee.of : undefined)

function openedBy(context: Context, path: readonly Segment[], step: Segment, { args }: CallExpr): string | undefined {
  const name = dotted([...path.slice(0, path.indexOf(step)), { name: step.name }])
  if (joining.test(name)) {
    const parts = args.flatMap(({ value }) => context.evaluate(value).slice(0, 1))
    const texts = parts.flatMap((part) => (part.is === 'scalar' && typeof part.value === 'string' ? [part.value] : []))
    return texts.length > 0 && parts.at(-1)?.is === 'scalar' ? relative(texts.join('/')) : undefined
  }
  return opening.test(name) && args[0] ? nameOfFile(context, args[0].value) : undefined
}

/** The one value a name is bound to. */
function only(context: Context, expr: Extract<Expr, { is: 'name' }>): Expr | undefined {
  const at = expr.span[0]
  const { bindings } = lookup(context.index, expr.name, context.index.scopeAt(at), at)
  return bindings.length === 1 ? bindings[0]!.value : undefined
}

/** A path without an extension is no file of data, and one from the root of a machine is not the project's. */
function relative(path: string): string | undefined {
  const plain = path.replace(/^file:/, '')
  return plain.length > 300 || /^[/~]|^[a-z]:|[\n{}]/i.test(plain) ? undefined : plain
}
