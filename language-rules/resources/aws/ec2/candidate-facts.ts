import type { Block } from '../../../../core/format.ts'
import { known, unknown, valueOf } from '../../../../core/known.ts'
import type { Fact, Known } from '../../../../core/types.ts'
import type { Facts } from './written.ts'

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

/** The type itself where there is but one; else open, for the candidates say. */
export function typeIn(block: Block, path: string): Known<Fact> {
  const list = block.list(path)
  if (list.is === 'unknown') return list
  const types = valueOf(list)
  return types?.length === 1 ? types[0]! : unknown('dynamic', block.location)
}
