// What answers where nothing on the way to a call is given one: see `unset` of `Levers` in core/sdk.ts.
import { ambientValues } from './ambient.ts'
import type { Context } from './context.ts'
import { madeOf } from './held.ts'
import type { Chain, Layer, Way } from './levers.ts'
import { type Made, makingOf } from './match.ts'
import { asks, unsure } from './reads.ts'
import type { SymbolValue } from './value.ts'

/** What the library makes for itself; nothing where any of it may be given elsewhere, or set by what runs this. */
export function leftTo({ context, matcher, at }: Way, layers: Chain): readonly Made[] {
  const left = layers.find(({ levers }) => levers.unset !== undefined)
  const { unset, ambient } = left?.levers ?? {}
  if (!unset || ambient === undefined || context.module.language !== 'python') return []
  if (!layers.every(isLeft) || ambientValues(context, ambient, at).length > 0) return []
  return isProgram(context, at) ? madeOf(context, matcher, [madeBy(unset.python)]) : []
}

function isLeft({ levers, args, made }: Layer, index: number): boolean {
  const { of, ambient, unset, model } = levers
  if (of === '*') return false
  if (made && ambient !== undefined && of !== undefined && makingOf(made)?.call === undefined) return false
  const byPlace = unset && index > 0 ? ['[0]'] : []
  return [of, model, unset?.unless, byPlace].every((params) => args.first(params).given.state === 'absent')
}

/** How many functions are between a call and the statements of its module. */
const deepest = 8

/** Does it run by itself, and nothing of the project uses what is in it? What another has set by then would hold here too. */
function isProgram(context: Context, at: number | undefined): boolean {
  if (at === undefined || !runsAtOnce(context, context.index.scopeAt(at))) return false
  asks('exports')
  const { scopes, bindings } = context.module
  const names = [
    ...scopes.flatMap(({ parent, name }) => (parent === 0 && name !== undefined ? [name] : [])),
    ...bindings.flatMap(({ scope, target }) => (scope === 0 && target.is === 'name' ? [target.name] : [])),
  ]
  if (!context.link || names.length === 0) return true
  unsure()
  return context.link.importers([...new Set(names)]).found.length === 0
}

/** Stands among the statements of its module, or in a function that is called there: also behind `if __name__ == "__main__":`. */
function runsAtOnce(context: Context, scope: number, depth = 0): boolean {
  const { index, module } = context
  const frame = index.frameOf(scope)
  const { name, kind } = module.scopes[frame]!
  if (kind === 'module') return true
  if (name === undefined || depth >= deepest) return false
  return index.callsNamed(name).some((call) => runsAtOnce(context, call.scope, depth + 1))
}

/** @param path `llama_index.llms.openai.OpenAI` */
function madeBy(path: string): SymbolValue {
  const end = path.lastIndexOf('.')
  return { is: 'symbol', path: [{ name: path.slice(0, end) }, { name: path.slice(end + 1), called: true }] }
}
