import type { Expr } from '../module.ts'
import { type Arguments, argumentsIn, type Given } from './arguments.ts'
import type { Context } from './context.ts'
import { elementsOf } from './data.ts'
import type { Chain } from './levers.ts'
import { textsOf } from './read.ts'

/**
 * What a model's name stands for where the client was given a list of names: every model listed under it, all models where the name is not
 * known. A list that cannot be read leaves it open: the name itself is no model.
 */
export function aliased(context: Context, chain: Chain, name: Given): Given {
  const layer = chain.find(({ levers }) => levers.aliases !== undefined)
  const aliases = layer?.levers.aliases
  if (!layer || !aliases) return name
  const listed = layer.args.first(aliases.list).given.among.flatMap((list) => recordsOf(context, list))
  const wanted = textsOf(context, name)
  const named = (record: Arguments) => textsOf(context, record.get(aliases.name)).some((text) => wanted.includes(text))
  const models = listed
    .filter((record) => wanted.length === 0 || named(record))
    .map((record) => record.get(aliases.model))
  const all = models.every(({ state }) => state === 'given')
  return models.length > 0 && all ? { among: models.flatMap(({ among }) => among), state: 'given' } : open
}

const open: Given = { among: [], state: 'open' }

const recordsOf = (context: Context, list: Expr): readonly Arguments[] =>
  (elementsOf(context, list) ?? []).map((item) => argumentsIn(context, item))
