import { isUnwritten } from '../../core/estimate/resource-line.ts'
import type { Block, NestedBlock } from '../../core/format.ts'
import { assumed, bandOf, known, mapKnown, unknown, valueOf } from '../../core/known.ts'
import type { Fact, Known, Line, Location } from '../../core/types.ts'

/** How many members the list at a path has; not written, that many where a number is given. */
export const sizeOf =
  (path: string, unwritten?: number) =>
  (block: Block): Known<Fact> => {
    const members = block.list(path)
    if (isUnwritten(members) && unwritten !== undefined) return assumed<Fact>(unwritten, block.location)
    return mapKnown(members, (all): Fact => all.length)
  }

/** How many nested blocks of a type there are, those of `dynamic` counted. */
export const blocksOf =
  (path: string) =>
  (block: Block): Known<Fact> =>
    totalOf(
      block.nested(path).map(({ count }) => count),
      block.location,
    )

/** The sum; unknown where one of them is. */
export function totalOf(counts: readonly Known<number>[], at: Location): Known<number> {
  const open = counts.find((count) => count.is === 'unknown')
  if (open !== undefined) return open
  const bands = counts.map((count) => bandOf(count)!)
  const total = (end: 'low' | 'likely' | 'high') => bands.reduce((sum, band) => sum + band[end], 0)
  if (counts.every((count) => valueOf(count) !== undefined)) return known(total('likely'), at)
  return { is: 'range', low: total('low'), likely: total('likely'), high: total('high'), at }
}

/** Written as exactly this, or left at a default that is this. */
export const isValue = (value: Known<Fact>, wanted: Fact): boolean => {
  const is = valueOf(value)
  return is !== undefined && String(is) === String(wanted)
}

/** True, false, or undefined where it cannot be told. What is not written is `unwritten`. */
export function flag(block: NestedBlock, path: string, unwritten: boolean): boolean | undefined {
  const value = block.fact(path)
  if (isUnwritten(value)) return unwritten
  const is = valueOf(value)
  return is === undefined ? undefined : String(is) === 'true'
}

/** What is made of the value at a path, unknown for the reason the value is; not written, what holds then. */
export const factOf =
  (path: string, unwritten: Fact, to: (value: Fact) => Fact) =>
  (block: Block): Known<Fact> => {
    const value = block.fact(path)
    return isUnwritten(value) ? known<Fact>(unwritten, block.location) : mapKnown(value, to)
  }

/** Whether anything else of its module has its name: what is attached to something is named by it, or names it. */
export const isNamedElsewhere = (block: Block): Known<Fact> => {
  const is = block.isNamed()
  return is === undefined ? unknown('dynamic') : known<Fact>(is, block.location)
}

/** Whether it is on. */
export const flagFact = (path: string, unwritten: boolean) => factOf(path, unwritten, (is) => String(is) === 'true')

/** A line that stands only if something is so: left out where it is not, without a quantity where it cannot be told. */
export function onlyIf(is: boolean | undefined, made: Line, why: Line['why'] = 'dynamic'): Line[] {
  if (is === false) return []
  return is ? [made] : [{ ...made, quantity: undefined, usd: undefined, why: made.why ?? why! }]
}

/** Services of the whole world have one price outside China and GovCloud, whatever region the provider names; it is taken where none is known. */
export function everywhere(block: Block): Known<string> {
  const region = valueOf(block.region)
  if (region === undefined) return assumed('global', block.location)
  return /^(?:cn|us-gov)-/.test(region) ? block.region : known('global', block.location)
}
