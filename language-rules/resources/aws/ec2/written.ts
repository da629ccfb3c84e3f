import { isUnwritten } from '../../../../core/estimate/resource-line.ts'
import { assumed, unknown } from '../../../../core/known.ts'
import type { Fact, Known, Location } from '../../../../core/types.ts'

export type Facts = Readonly<Record<string, Known<Fact>>>

export const unwritten: Known<Fact> = unknown('absent')

/** The first that is written at all, whether or not it is known. */
export const firstWritten = (...facts: readonly (Known<Fact> | undefined)[]): Known<Fact> =>
  facts.find((each) => each !== undefined && !isUnwritten(each)) ?? unwritten

/** What is written, else what the provider documents. */
export const orDefault = (value: Known<Fact>, otherwise: Fact, at: Location): Known<Fact> =>
  isUnwritten(value) ? assumed<Fact>(otherwise, at) : value
