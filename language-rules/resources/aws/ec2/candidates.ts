import { hull } from '../../../../core/band.ts'
import { mergeLines } from '../../../../core/estimate/alternatives.ts'
import { fact, numberFact, partsOf } from '../../../../core/estimate/resource-line.ts'
import { known } from '../../../../core/known.ts'
import type { Band, Fact, Known, Line, Resource } from '../../../../core/types.ts'

/** A type the provider may choose, and how many units of capacity one of it counts for. */
export interface Candidate {
  readonly type: Known<Fact>
  readonly weight: Known<number>
}

export const candidateShape = {
  'candidates[0].type': 'instance type that may be chosen, in order of preference',
  'candidates[0].weight': 'units of capacity one of it counts for',
}

/** The types to choose among; the one type of the launch where none are listed. */
export function candidatesOf(resource: Resource): readonly Candidate[] {
  const parts = partsOf(resource, 'candidates')
  if (parts.length === 0) return [{ type: fact(resource, 'instanceType'), weight: known(1, resource.location) }]
  return parts.map((part) => ({
    type: fact(resource, `${part}.type`),
    weight: numberFact(resource, `${part}.weight`),
  }))
}

/** Which of the candidates is taken: the first, the cheapest, or any, where the provider goes by what it has most of. */
export type Choice = 'first' | 'cheapest' | 'any'

/** One list of lines over all candidates; which is likely goes by the choice that a line's label has. */
export function chosenLines(
  candidates: readonly (readonly Line[])[],
  choiceOf: (label: string) => Choice,
): readonly Line[] {
  return mergeLines(candidates).map((merged) => {
    const each = candidates.map((lines) => lines.find(({ label }) => label === merged.label))
    const chosen = pick(each, choiceOf(merged.label))
    return chosen === undefined || candidates.length === 1 ? merged : likelyOf(merged, chosen)
  })
}

function pick(each: readonly (Line | undefined)[], choice: Choice): Line | undefined {
  if (choice === 'any') return undefined
  if (choice === 'first') return each[0]
  const priced = each.filter((line) => line?.usd !== undefined)
  return priced.length < each.length ? undefined : priced.toSorted((a, b) => a!.usd!.likely - b!.usd!.likely)[0]
}

/** The merged ends, with the chosen line's likely values between them. */
function likelyOf(merged: Line, chosen: Line): Line {
  const between = (ends: Band | undefined, band: Band | undefined) =>
    ends && band && { ...hull([ends, band])!, likely: band.likely }
  return {
    ...merged,
    quantity: between(merged.quantity, chosen.quantity),
    unitUsd: between(merged.unitUsd, chosen.unitUsd),
    usd: between(merged.usd, chosen.usd),
    ...(chosen.machine === undefined ? {} : { machine: chosen.machine }),
  }
}
