import type { CallExpr } from '../module.ts'
import type { Span } from '../types.ts'
import type { Context } from './context.ts'
import { setInFile } from './env-file.ts'
import { dotted, type Scalar, type SymbolValue, unknownValue, type Value, via } from './value.ts'

const stores: ReadonlySet<string> = new Set([
  'os.environ',
  'process.env',
  'Bun.env',
  'Deno.env',
  'import.meta.env',
  'node:process#env',
])
const readers: ReadonlySet<string> = new Set([
  'os.getenv',
  'os.environ.get',
  'os.environ.pop',
  'environ.get',
  'Deno.env.get',
  'decouple.config',
])

/** `os.environ`, `process.env`: what is in it is decided where the program runs. */
export const isEnvironment = (value: SymbolValue): boolean =>
  stores.has(dotted(value.path).replace(/^(node:)?process#(default|\*)/, 'process'))

/**
 * `os.environ["MODEL"]`: as a `.env` that the program loads has it, assumed; else the environment's choice.
 * @param mayLack what is not set is nothing there, and no error
 */
export function variable(
  context: Context,
  name: Scalar | undefined,
  at: Span,
  mayLack = context.module.language === 'typescript',
): Value {
  if (typeof name !== 'string') return unknownValue('dynamic', at, 'environment')
  const set = setInFile(context, name, at)
  if (set) return set
  const unset = mayLack ? { unset: name } : {}
  return { is: 'unknown', why: 'dynamic', at, outside: 'environment', ...unset }
}

/** `os.getenv("MODEL", "gpt-4o")`: what a `.env` has, or the default beside it, assumed; undefined where the call reads no environment. */
export function environmentCall(context: Context, value: SymbolValue, call: CallExpr): readonly Value[] | undefined {
  if (!readers.has(dotted(value.path))) return undefined
  const [asked] = call.args[0] ? context.evaluate(call.args[0].value) : []
  const set = variable(context, asked?.is === 'scalar' ? asked.value : undefined, call.span, true)
  const fallback = call.args.find((argument) => argument.name === 'default') ?? call.args[1]
  if (set.is === 'scalar' || !fallback) return [set]
  return via('environment', context.evaluate(fallback.value), true)
}
