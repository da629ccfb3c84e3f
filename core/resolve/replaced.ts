// What is left of an earlier value where an arm may have put another in its place: in `if model == "fast": model = "gpt-4o-mini"` nothing is
// left of `fast`, and only an arm that runs where nothing was given holds a default.
import type { Binding } from '../module.ts'
import type { Span } from '../types.ts'
import type { Context } from './context.ts'
import { guardsAt } from './guards.ts'
import { holds } from './holds.ts'
import { isAskedOf } from './meaning.ts'
import { pathKey, within } from './module-index.ts'
import { type Scalar, type ScalarValue, undecided, type Value, via } from './value.ts'

/** Of bindings of one thing, newest first, the values that reach an offset. */
export function valuesReaching(
  context: Context,
  bindings: readonly Binding[],
  use: number,
  valuesOf: (binding: Binding) => readonly Value[],
): readonly Value[] {
  if (bindings.length < 2) return bindings.flatMap(valuesOf)
  const assumed = new Map<Binding, ScalarValue>()
  const places = new Map(bindings.map((binding, at) => [binding, at]))
  const all = bindings.filter((binding) => isArm(binding, use)).sort((a, b) => a.span[0] - b.span[0])
  const oldestFirst = bindings.toReversed().map((binding) => {
    const place = places.get(binding)!
    const arms = standingIn(all, binding.branch)
      .filter((later) => later.scope === binding.scope && places.get(later)! < place)
      .sort((a, b) => places.get(a)! - places.get(b)!)
    const before = assumed.get(binding)
    const values = before ? via(before.via, valuesOf(binding), true) : valuesOf(binding)
    return arms.length === 0 ? values : leftAfter(context, values, arms, use, assumed)
  })
  return oldestFirst.reverse().flat()
}

const isArm = ({ branch, loop, value, via: by }: Binding, use: number): boolean =>
  branch !== undefined &&
  value !== undefined &&
  (by === 'assign' || (by === 'augment' && loop === undefined)) &&
  !within(branch, use)

/** Of what is sorted by where it stands, what stands in an arm: what is bound in one beside it does not come after it. */
function standingIn(sorted: readonly Binding[], branch: Span | undefined): readonly Binding[] {
  if (!branch) return sorted
  const [from, to] = branch.map((offset) => firstFrom(sorted, offset))
  return sorted.slice(from, to)
}

/** The place of the first that begins at an offset or after it. */
function firstFrom(sorted: readonly Binding[], offset: number): number {
  let [low, high] = [0, sorted.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if (sorted[middle]!.span[0] < offset) low = middle + 1
    else high = middle
  }
  return low
}

/** What stands in the place of a default is no more than that default was. */
function leftAfter(
  context: Context,
  values: readonly Value[],
  arms: readonly Binding[],
  use: number,
  assumed: Map<Binding, ScalarValue>,
): readonly Value[] {
  const isDefault = arms.every((arm) => fillsIn(context, arm, use))
  return values.flatMap((value) => {
    const arm = value.is === 'scalar' ? arms.find((each) => surelyRuns(context, each, value.value)) : undefined
    if (value.is === 'scalar' && arm) {
      if (value.assumed) assumed.set(arm, value)
      return []
    }
    return isDefault ? value : undecided(value)
  })
}

function surelyRuns(context: Context, { target, when }: Binding, value: Scalar): boolean {
  const key = pathKey(target)
  if (key === undefined || !when?.alone) return false
  const told = (test: (typeof when.tests)[number]) =>
    context.unlessOpen(test, () => holds(context, test, { keys: [key], value }), undefined)
  return when.tests.length > 0 && when.tests.every((test) => told(test) === true)
}

/** Does the arm run where nothing was given? What decides that and is no test, a `try`, may ask just that. */
export function fillsIn(context: Context, { target, span }: Binding, use: number): boolean {
  const key = pathKey(target)
  const around = guardsAt(context.module, use)
  const tests = guardsAt(context.module, span[0]).filter((guard) => !around.includes(guard))
  if (key === undefined || tests.length === 0) return true
  return tests.some((guard) => {
    const { test } = guard
    if (!isAskedOf(context, test, key)) return false
    const told = context.unlessOpen(test, () => holds(context, test, { keys: [key], value: null }), undefined)
    return told === guard.holds
  })
}
