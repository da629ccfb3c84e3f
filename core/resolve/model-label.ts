import { candidatesOf, valueOf } from '../known.ts'
import type { Known, ModelCall } from '../types.ts'

/** More than these are counted: a label is read at a glance. */
const mostNamed = 2

/** What a call is called by: its model, or those of which a run asks for one; that it is unknown where one of them is. */
export function modelLabel(model: Known<string>, offered: ModelCall['offered'] = []): string {
  const one = valueOf(model)
  if (one !== undefined) return one
  const each = offered.length === 0 ? [model] : offered.map(({ model }) => model)
  const ids = each.map(candidatesOf)
  const named = [...new Set(ids.flat())]
  if (ids.some(({ length }) => length === 0)) return 'model unknown'
  return named.length > mostNamed ? `one of ${named.length} models` : named.join(' or ')
}
