import type { CallExpr } from '../module.ts'
import type { Context } from './context.ts'
import { dotted, type SymbolValue, unknownValue, type Value, via } from './value.ts'

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

/** `os.getenv("MODEL", "gpt-4o")`: the default beside it, assumed; undefined where the call reads no environment. */
export function environmentCall(context: Context, value: SymbolValue, call: CallExpr): readonly Value[] | undefined {
  if (!readers.has(dotted(value.path))) return undefined
  const fallback = call.args.find((argument) => argument.name === 'default') ?? call.args[1]
  if (!fallback) return [unknownValue('dynamic', call.span, 'environment')]
  return via('environment', context.evaluate(fallback.value), true)
}
