import type { Block, NestedBlock } from '../../../../core/format.ts'
import { known, unknown, valueOf } from '../../../../core/known.ts'
import type { Fact, Known } from '../../../../core/types.ts'
import { type Facts, orDefault } from './written.ts'

/** `candidates[i]` out of a list of types, one machine a unit; one type that is not known where the list is not. */
export function candidatesIn(block: Block, path: string): Facts {
  const types = valueOf(block.list(path))
  return types === undefined ? {} : candidateFacts(block, types)
}

export function candidateFacts(block: Block, types: readonly Known<Fact>[]): Facts {
  const facts: Record<string, Known<Fact>> = {}
  for (const [i, type] of types.entries()) {
    facts[`candidates[${i}].type`] = type
    facts[`candidates[${i}].weight`] = known<Fact>(1, block.location)
  }
  return facts
}

/**
 * `candidates[i]` out of override blocks, in their order. A `dynamic` one stands for as many as it makes: what it may be is then
 * what each of them is.
 */
export function overrideFacts(block: Block, overrides: readonly NestedBlock[]): Facts {
  const each = overrides.flatMap((override) => {
    const isOpen = override.nested('instance_requirements').length > 0
    const type = isOpen ? unknown<Fact>('dynamic', block.location) : override.fact('instance_type')
    const weight = orDefault(override.fact('weighted_capacity'), 1, block.location)
    return spread(type, valueOf(override.count)).map((one, i, all) => ({
      type: one,
      weight: spread(weight, all.length)[i] ?? weight,
    }))
  })
  const facts: Record<string, Known<Fact>> = {}
  for (const [i, { type, weight }] of each.entries()) {
    facts[`candidates[${i}].type`] = type
    facts[`candidates[${i}].weight`] = weight
  }
  return facts
}

/** The members of one block made several times; the fact itself where it is one, or their number is another. */
const spread = (value: Known<Fact>, made: number | undefined): readonly Known<Fact>[] =>
  value.is === 'oneOf' && value.among.length === made ? value.among.map((one) => known(one, value.at)) : [value]

/** The type itself where there is but one; else open, for the candidates say. */
export function typeIn(block: Block, path: string): Known<Fact> {
  const list = block.list(path)
  if (list.is === 'unknown') return list
  const types = valueOf(list)
  return types?.length === 1 ? types[0]! : unknown('dynamic', block.location)
}
