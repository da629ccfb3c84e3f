import type { NestedBlock } from '../../../../core/format.ts'
import { known, unknown } from '../../../../core/known.ts'
import type { Fact, Known, Location } from '../../../../core/types.ts'
import { partsOfPath } from '../path.ts'
import { type Json, stepInto } from './json.ts'

/** What a plan says of a block, or of one nested in it. */
interface Planned {
  readonly values: Json
  /** `true`, or the shape of `values` with `true` where something is known only after apply. */
  readonly afterApply: Json | undefined
  readonly at: Location
}

/** A resource, or a nested block, as a definition reads it: what the plan leaves open is unknown, `dynamic`. */
export function plannedBody(values: Json, afterApply: Json | undefined, at: Location): NestedBlock {
  const body: Planned = { values, afterApply, at }
  return {
    count: known(1, at),
    fact: (path) => factOf(valueAt(body, path)),
    list: (path) => listOf(valueAt(body, path)),
    nested: (path) => nestedAt(body, path),
  }
}

function valueAt(body: Planned, path: string): Planned {
  return partsOfPath(path).reduce(
    (from, name) => ({
      values: stepInto(from.values, name) ?? null,
      afterApply: from.afterApply === true ? true : stepInto(from.afterApply, name),
      at: from.at,
    }),
    body,
  )
}

function factOf({ values, afterApply, at }: Planned): Known<Fact> {
  if (afterApply === true) return unknown('dynamic', at)
  if (values === null || values === '') return unknown('absent')
  return typeof values === 'object' ? unknown('unsupported', at) : known<Fact>(values, at)
}

function listOf({ values, afterApply, at }: Planned): Known<readonly Known<Fact>[]> {
  if (afterApply === true) return unknown('dynamic', at)
  if (values === null) return unknown('absent')
  if (typeof values !== 'object') return unknown('unsupported', at)
  const unknowns = (key: string | number) => stepInto(afterApply, String(key))
  const members = Array.isArray(values)
    ? values.map((value: Json, i) => factOf({ values: value, afterApply: unknowns(i), at }))
    : Object.entries(values).map(([name, value]) => factOf({ values: value ?? null, afterApply: unknowns(name), at }))
  return known(members, at)
}

/** A block that may stand once is an object in some providers, a list in most. */
function nestedAt(body: Planned, path: string): readonly NestedBlock[] {
  const { values, afterApply, at } = valueAt(body, path)
  if (values === null || typeof values !== 'object') return []
  if (!Array.isArray(values)) return [plannedBody(values, afterApply, at)]
  return values.map((value: Json, i) => plannedBody(value, stepInto(afterApply, String(i)), at))
}
