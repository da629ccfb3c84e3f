// What the next turn of a loop reads, of what this one sets after it has been read: `while True: ask(model)`, and then `model = "gpt-4o-mini"`.
import type { Binding, Loop } from '../module.ts'
import type { Context } from './context.ts'
import { asksOf } from './holds.ts'
import { goingOn, isApart } from './lookup.ts'
import { effective, type ModuleIndex, pathKey, within } from './module-index.ts'
import { notLeftOut } from './reached.ts'
import { closed, opened, type Reads, readAgain } from './reads.ts'
import { undecided, unknownValue, type Value } from './value.ts'

/** Of bindings, those that stand after an offset and may reach it by the end of a turn. `held` are in force there. */
export function setForNextTurn(
  { index }: Context,
  all: readonly Binding[],
  held: readonly Binding[],
  at: number,
): readonly Binding[] {
  if (index.module.loops.length === 0) return none
  const inLoops = all.filter((binding) => binding.loop !== undefined)
  if (inLoops.length === 0) return none
  const surely = held.filter((one) => isNotPassedBy(index, one, at))
  return inLoops.filter((binding) => {
    const loop = effective(binding) > at ? loopOfBoth(index, binding, at) : undefined
    if (!loop) return false
    const key = pathKey(binding.target)
    const isSet = surely.some((one) => within(loop.span, one.span[0]) && pathKey(one.target) === key)
    return !isSet && !isReplaced(index, binding, all)
  })
}

const none: readonly Binding[] = []

/** The innermost loop in whose turns both stand; what a `for` goes through is worked out before the first. */
function loopOfBoth(index: ModuleIndex, binding: Binding, at: number): Loop | undefined {
  const { again, target } = binding
  // What a block declares is another one in each turn.
  if (index.module.language === 'typescript' && target.is === 'name' && !again) return undefined
  for (let around = goingOn(index, binding); around; around = index.loop(around.parent)) {
    if (!within(around.span, at)) continue
    return around.kind === 'for' && around.over && within(around.over.span, at) ? undefined : around
  }
  return undefined
}

/** Nothing keeps it from running in each turn, if it is in its loop, before what stands at the offset is read. */
function isNotPassedBy(index: ModuleIndex, { branch, loop }: Binding, at: number): boolean {
  const around = index.loop(loop)
  return (!branch || within(branch, at)) && (!around || within(around.span, at))
}

/** By the bindings of one thing: whoever reads it asks the same of each. */
const replaced = new WeakMap<readonly Binding[], Map<Binding, { readonly told: boolean }>>()
const reads = new WeakMap<object, Reads>()

/** Surely set anew before its turn ends. */
function isReplaced(index: ModuleIndex, binding: Binding, all: readonly Binding[]): boolean {
  const known = replaced.get(all) ?? new Map<Binding, { readonly told: boolean }>()
  replaced.set(all, known)
  const there = known.get(binding)
  if (there) {
    readAgain(reads, there)
    return there.told
  }
  const around = opened()
  const found = { told: all.some((other) => replaces(index, other, binding)) }
  closed(around, reads, found)
  known.set(binding, found)
  return found.told
}

function replaces(index: ModuleIndex, other: Binding, binding: Binding): boolean {
  const [from] = binding.span
  if (other.loop === undefined || effective(other) <= effective(binding)) return false
  const loop = index.loop(other.loop)
  const stands = (!other.branch || within(other.branch, from)) && (!loop || within(loop.span, from))
  const isOne = stands && pathKey(other.target) === pathKey(binding.target) && !isApart(index, from, other.span[0])
  return isOne && !mayBeSkipped(index, other, from)
}

/** May a turn end between the two? `model = "gpt-4o"`, `if done: continue`, and then `model = "gpt-4o-mini"`. */
function mayBeSkipped(index: ModuleIndex, { span: [to] }: Binding, from: number): boolean {
  return (index.module.skips ?? []).some(({ span: [at], loop }) => {
    const around = index.loop(loop)
    return at > from && at < to && around !== undefined && within(around.span, to) && !isApart(index, from, at)
  })
}

/**
 * What it may be in a turn, of what it is in the first and of what a turn before may have set. What a list grows by is told by growth.ts, and
 * what hangs on the turn before, `model = next(model)`, on how many there are.
 */
export function inEachTurn(
  context: Context,
  key: string,
  first: readonly Value[],
  next: readonly Binding[],
  valuesOf: (binding: Binding) => readonly Value[],
): readonly Value[] {
  if (next.length === 0 || (first.length > 0 && first.every(isList))) return first
  const later = notLeftOut(context, next).flatMap((binding) => {
    const values = valuesOf(binding).filter((value) => !isList(value))
    const isCarried = binding.value !== undefined && asksOf(binding.value, { keys: [key], value: null })
    const isNew = (value: Value) => !first.some((other) => isSame(value, other))
    return isCarried && values.some(isNew) ? [unknownValue('dynamic', binding.target.span)] : values
  })
  return later.length === 0 ? first : [...first.map(undecided), ...later]
}

const isList = (value: Value): boolean => value.is === 'data' && value.expr.is === 'list'

/** What is worked out of itself says nothing new. */
const isSame = (value: Value, other: Value): boolean =>
  value.is === 'unknown'
    ? value.why === 'cycle'
    : value.is === 'scalar' && other.is === 'scalar' && other.value === value.value
