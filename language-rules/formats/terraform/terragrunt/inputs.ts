// https://terragrunt.gruntwork.io/docs/features/units/#setting-inputs
import { known, unknown, valueOf } from '../../../../core/known.ts'
import type { Known } from '../../../../core/types.ts'
import { attributeIn } from '../declarations.ts'
import { evaluate, plainScope } from '../evaluate.ts'
import type { Expression } from '../hcl/ast.ts'
import { once } from '../module.ts'
import { isList, isObject, list, object, reachedVia, type Value } from '../value.ts'
import { type Config, placeIn } from './config.ts'
import { includesOf } from './includes.ts'

/** One part of what is merged; later ones win. */
interface Layer {
  readonly config: Config
  readonly from: Expression
  /** What wins over it is merged into it, however deep. */
  readonly deep: boolean
}

/** What a unit sets a variable to; undefined where nothing does. */
export function inputsOf(config: Config): (name: string) => Known<Value> | undefined {
  const included = includesOf(config).flatMap((each) =>
    each.config && each.merge !== 'no_merge' ? layersIn(each.config, each.merge === 'deep') : [],
  )
  const layers = [...included, ...layersIn(config, false)]
  return (name) => {
    let found: { readonly value: Known<Value>; readonly deep: boolean } | undefined
    for (const layer of layers) {
      const value = entry(layer, name)
      if (value) found = { value: found?.deep ? merged(found.value, value) : value, deep: layer.deep }
    }
    return found && reachedVia(found.value, 'variable')
  }
}

/** The arguments of `merge` are told apart, so that one that is not known does not hide what the next ones say. */
function layersIn(config: Config, deep: boolean): readonly Layer[] {
  const written = attributeIn(config.items, 'inputs')?.value
  if (written === undefined) return []
  const parts = written.is === 'call' && written.name === 'merge' && !written.expands ? written.args : [written]
  return parts.map((from) => ({ config, from, deep }))
}

/** In a part that is not known there may be anything. */
function entry({ config, from }: Layer, name: string): Known<Value> | undefined {
  const at = placeIn(config, from)
  const all = once(config.module, `inputs ${from.span[0]}`, at, () =>
    evaluate(from, plainScope(config.module, config.document)),
  )
  if (all.is === 'unknown') return all
  const value = valueOf(all)
  if (value === undefined) return unknown('dynamic', at)
  return value !== null && isObject(value) ? value.entries.get(name) : undefined
}

function merged(below: Known<Value>, above: Known<Value>): Known<Value> {
  const [a, b] = [valueOf(below), valueOf(above)]
  if (a === undefined || b === undefined || a === null || b === null || above.at === undefined) return above
  if (isList(a) && isList(b)) return known<Value>(list([...a.items, ...b.items]), above.at)
  if (!isObject(a) || !isObject(b)) return above
  const all = new Map(a.entries)
  for (const [name, value] of b.entries) {
    const there = a.entries.get(name)
    all.set(name, there ? merged(there, value) : value)
  }
  return known<Value>(object([...all]), above.at)
}
