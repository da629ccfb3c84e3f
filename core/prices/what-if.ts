// What a month would cost if it were paid for otherwise: by the year, or with a licence one has. Beside the estimate, never in a total.
import { plus, scale } from '../band.ts'
import { valueOf } from '../known.ts'
import type { Band, Committable, CostedSite, Line } from '../types.ts'
import type { PriceBook } from './book.ts'
import { type Commitment, commitmentsFor, machineCommittable } from './commitments.ts'

export interface CommittedMonth extends Commitment {
  /** USD of one month. What is paid at once is spread over the months it is paid for, so it is never nothing. */
  readonly month: Band
  /** USD that are paid before the first month; undefined where how much of it is not known, or may be paid either way. */
  readonly paidAhead: Band | undefined
  /** USD that a month costs less. */
  readonly saves: Band
}

/** What is on demand in a resource, and what its month would be instead; at least one. */
export interface Committed {
  /** `m5.large`, `db.m6g.large`, `vCPUs and memory`. */
  readonly what: string
  /** USD of its month on demand. */
  readonly onDemand: Band
  readonly instead: readonly CommittedMonth[]
}

/** A licence that is billed, and of which one's own would take the place. */
export interface OwnLicence {
  /** `Windows licence`. */
  readonly what: string
  /** By what name the cloud lets one bring it. */
  readonly by: string
  /** USD of its month. */
  readonly month: Band
}

export interface WhatIf {
  readonly committed: readonly Committed[]
  readonly licences: readonly OwnLicence[]
}

export const hasWhatIf = ({ committed, licences }: WhatIf): boolean => committed.length > 0 || licences.length > 0

/** Machines and other parts of one kind that can be committed to together. */
interface Part extends Committable {
  readonly usd: Band
  /** Share of the list price that sustained use takes off already. */
  readonly sustained: number
}

function partsOf(cloud: string, lines: readonly Line[]): readonly Part[] {
  return together(
    lines.flatMap(({ machine, committable, usd }) => {
      if (usd === undefined) return []
      if (machine?.purchase === 'on-demand')
        return [{ ...machineCommittable(cloud, machine.type), usd, sustained: machine.sustained ?? 0 }]
      return committable === undefined ? [] : [{ ...committable, usd, sustained: 0 }]
    }),
  )
}

/** vCPUs and memory are lines of their own, and committed to together. */
function together(parts: readonly Part[]): readonly Part[] {
  const groups = new Map<string, Part>()
  for (const part of parts) {
    const key = [part.service, part.family, part.what].join('\t')
    const before = groups.get(key)
    groups.set(key, before === undefined ? part : { ...before, usd: plus(before.usd, part.usd) })
  }
  return [...groups.values()]
}

/** What Google takes off flexibly it takes off the list, and sustained use is then not taken off. */
const ofDemand = ({ less, how }: Commitment, sustained: number): number =>
  how === 'flexible committed use' ? 1 - (1 - less) / (1 - sustained) : less

interface Where {
  /** Share of the list price that is taken off for running all month already. */
  readonly sustained?: number
  readonly region?: string | undefined
}

/**
 * @returns shortest term first; empty where the book has no rate, or nothing is paid
 */
export function committedMonths(
  book: PriceBook,
  cloud: string,
  committable: Pick<Committable, 'service' | 'family'>,
  onDemand: Band,
  { sustained = 0, region }: Where = {},
): readonly CommittedMonth[] {
  if (onDemand.high <= 0) return []
  return commitmentsFor(book, cloud, committable, region).flatMap((commitment) => {
    const less = ofDemand(commitment, sustained)
    if (less <= 0 || less >= 1) return []
    const month = scale(onDemand, 1 - less)
    const paidAhead = commitment.how === 'paid at once' ? scale(month, 12 * commitment.years) : undefined
    return [{ ...commitment, less, month, paidAhead, saves: scale(onDemand, less) }]
  })
}

/** Of what a resource has on demand all month; spot machines and reserved ones are bought another way already. */
export function whatIf({ site, estimate }: CostedSite, book: PriceBook): WhatIf {
  if (site.kind !== 'resource' || estimate.per !== 'month') return { committed: [], licences: [] }
  const region = valueOf(site.region)
  const committed = partsOf(site.cloud, estimate.lines).flatMap((part) => {
    const instead = committedMonths(book, site.cloud, part, part.usd, { sustained: part.sustained, region })
    return instead.length === 0 ? [] : [{ what: part.what, onDemand: part.usd, instead }]
  })
  return { committed, licences: estimate.lines.flatMap(licenceOf) }
}

const licenceOf = ({ label, ownLicence, usd }: Line): readonly OwnLicence[] =>
  ownLicence === undefined || usd === undefined || usd.high <= 0 ? [] : [{ what: label, by: ownLicence, month: usd }]
