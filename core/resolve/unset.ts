// What answers where nothing on the way to a call is given one: see `unset` of `Levers` in core/sdk.ts.
import { ambientValues, setAround } from './ambient.ts'
import { madeOf } from './held.ts'
import type { Chain, Layer, Way } from './levers.ts'
import { type Made, makingOf } from './match.ts'
import type { SymbolValue } from './value.ts'

/** What modules that lead to this one set for all, else what the library makes for itself; nothing where any of it may be given elsewhere. */
export function leftTo({ context, matcher, at }: Way, layers: Chain): readonly Made[] {
  const left = layers.find(({ levers }) => levers.unset !== undefined)
  const { unset, ambient } = left?.levers ?? {}
  if (!unset || ambient === undefined || context.module.language !== 'python') return []
  if (!layers.every(isLeft) || ambientValues(context, ambient, at).length > 0) return []
  const around = setAround(context, ambient)
  return madeOf(context, matcher, around.length > 0 ? around : [madeBy(unset.python)])
}

function isLeft({ levers, args, made }: Layer, index: number): boolean {
  const { of, ambient, unset, model } = levers
  if (of === '*') return false
  if (made && ambient !== undefined && of !== undefined && makingOf(made)?.call === undefined) return false
  const byPlace = unset && index > 0 ? ['[0]'] : []
  return [of, model, unset?.unless, byPlace].every((params) => args.first(params).given.state === 'absent')
}

/** @param path `llama_index.llms.openai.OpenAI` */
function madeBy(path: string): SymbolValue {
  const end = path.lastIndexOf('.')
  return { is: 'symbol', path: [{ name: path.slice(0, end) }, { name: path.slice(end + 1), called: true }] }
}
