import { bandOf, known, mapKnown, unknown } from '../../../core/known.ts'
import type { Known, Location } from '../../../core/types.ts'
import type { In } from './declarations.ts'
import type { BlockNode } from './hcl/ast.ts'
import { instancesOf } from './instances.ts'
import { childOf, isMissing, type Module } from './module.ts'

/** More modules than this are not told apart: the sites in them are one. */
const mostApart = 50

/** How many instances of a resource there are in all modules this one stands for. */
export function countIn(block: In<BlockNode>, module: Module): Known<number> {
  const own = instancesOf(block, module).count
  if (!standsForMany(module)) return own
  const times = timesOf(module)
  if (isSingle(times) && times.value === 0) return times
  if (isSingle(own) && isSingle(times)) return multiplied(times, own)
  const apart = modulesApart(module)
  return apart ? added(apart.map((each) => instancesOf(block, each).count)) : multiplied(times, own)
}

export const standsForMany = ({ call }: Module): boolean =>
  call !== undefined && (call.index === undefined || standsForMany(call.from))

/** Each module that this one stands for; undefined where they cannot be told apart, or are too many. */
export function modulesApart(module: Module): readonly Module[] | undefined {
  const { call } = module
  if (call === undefined) return [module]
  const found: Module[] = []
  for (const from of modulesApart(call.from) ?? []) {
    const each = instancesOf(call.block, from).each()
    if (each === undefined || found.length + each.length > mostApart) return undefined
    for (const one of each) {
      const child = childOf(from, call.block, one, false)
      if (!isMissing(child)) found.push(child)
    }
  }
  return modulesApart(call.from) === undefined ? undefined : found
}

function timesOf(module: Module): Known<number> {
  const { call } = module
  if (call === undefined) return known(1, { file: '', span: [0, 0] })
  const above = timesOf(call.from)
  if (call.index !== undefined) return above
  const { count } = instancesOf(call.block, call.from)
  if (isSingle(count) && isSingle(above)) return multiplied(above, count)
  const apart = modulesApart(module)
  return apart && count.at ? known(apart.length, count.at) : multiplied(above, count)
}

type Single = Extract<Known<number>, { is: 'known' | 'assumed' }>
const isSingle = (number: Known<number>): number is Single => number.is === 'known' || number.is === 'assumed'

/** The place of the one that is not simply 1. */
function multiplied(a: Known<number>, b: Known<number>): Known<number> {
  if (isSingle(a) && isSingle(b)) {
    const shown = b.value === 1 ? a : b
    const isAssumed = a.is === 'assumed' || b.is === 'assumed'
    return { ...shown, is: isAssumed ? 'assumed' : 'known', value: a.value * b.value }
  }
  if (isSingle(a)) return a.value === 0 ? a : mapKnown(b, (value) => value * a.value)
  if (isSingle(b)) return b.value === 0 ? b : mapKnown(a, (value) => value * b.value)
  const [low, high] = [bandOf(a), bandOf(b)]
  if (low === undefined) return a
  if (high === undefined || b.is === 'unknown') return b
  return {
    is: 'range',
    low: low.low * high.low,
    likely: low.likely * high.likely,
    high: low.high * high.high,
    at: b.at,
  }
}

function added(counts: readonly Known<number>[]): Known<number> {
  const missing = counts.find((count) => count.is === 'unknown')
  const [first] = counts
  if (missing !== undefined || first === undefined) return missing ?? unknown('absent')
  const at = first.at as Location
  if (counts.every(isSingle)) {
    const value = counts.reduce((sum, count) => sum + count.value, 0)
    const isAssumed = counts.some((count) => count.is === 'assumed')
    return { is: isAssumed ? 'assumed' : 'known', value, at, via: counts[0]!.via }
  }
  const bands = counts.map((count) => bandOf(count)!)
  const sum = (part: 'low' | 'likely' | 'high') => bands.reduce((all, band) => all + band[part], 0)
  return { is: 'range', low: sum('low'), likely: sum('likely'), high: sum('high'), at }
}
