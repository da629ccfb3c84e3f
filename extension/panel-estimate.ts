import { sum } from '../core/band.ts'
import { printUsd, usd } from '../core/money.ts'
import { dateOf } from '../core/prices/range.ts'
import { byWeight, earliest, type Gist, type Weight } from '../core/report/gist.ts'
import { whyWords } from '../core/report/why.ts'
import type { Band, CostedSite, Estimate, Result } from '../core/types.ts'
import type { EstimateSite, EstimateView } from '../webview/protocol.ts'
import { eachInTurn, sortedInTurn } from './long-lists.ts'
import type { InTurn } from './turns.ts'

export interface EstimatedFile {
  /** As the user knows it: relative to the workspace. */
  name(): string
  readonly gist: Gist
  readonly month: Band | undefined
  /** Looked into where one of its sites is shown. */
  result(): Pick<Result, 'sites'>
  /** 0-based line of a site, by its index. */
  line(index: number): number
}

/** Sites that are shown: the dearest. */
const listed = 50

const perWords: Readonly<Record<Estimate['per'], string>> = {
  call: 'per call',
  run: 'per run',
  hour: 'per hour',
  month: 'a month',
}

/** A site among those of all files. */
interface Candidate {
  readonly of: EstimatedFile
  readonly index: number
  readonly weight: Weight
}

/** What the panel shows of the code. Every amount is text already, so that the panel cannot show another figure. */
export async function estimateView(files: readonly EstimatedFile[], inTurn: InTurn): Promise<EstimateView> {
  const counts = { priced: 0, partial: 0, unknown: 0, free: 0, unsupported: 0 }
  let month: Band | undefined
  let asOf: string | undefined
  const sitesOf = (of: EstimatedFile): Candidate[] => {
    month = sum([month, of.month])
    asOf = earliest([asOf, of.gist.asOf])
    for (const status of statuses) counts[status] += of.gist.counts[status]
    return of.gist.sites.map(({ weight }, index) => ({ of, index, weight }))
  }
  const sites = await eachInTurn(files, sitesOf, inTurn)
  const dearest = await sortedInTurn(sites, (a, b) => byWeight(a.weight, b.weight), inTurn)
  const shown: EstimateSite[] = []
  for (const { of, index } of dearest.slice(0, listed))
    shown.push(await inTurn(() => siteOf(of.name(), of.result().sites[index]!, of.line(index) + 1)))
  return {
    month: month ? printUsd(usd(month)) : null,
    asOf: asOf ?? null,
    counts,
    sites: shown,
    more: sites.length - shown.length,
  }
}

const statuses = ['priced', 'partial', 'unknown', 'free', 'unsupported'] as const

function siteOf(file: string, { site, estimate }: CostedSite, line: number): EstimateSite {
  const prices = new Map(
    estimate.lines.flatMap(({ prices }) =>
      prices.map((price) => {
        const asOf = dateOf(price)
        return [`${price.source} ${asOf}`, { source: price.source, asOf }] as const
      }),
    ),
  )
  return {
    file,
    key: site.key,
    line,
    label: site.label,
    amount: estimate.usd ? `${printUsd(usd(estimate.usd))} ${perWords[estimate.per]}` : null,
    month: estimate.month ? `${printUsd(usd(estimate.month.usd))} a month` : null,
    notes: [
      ...estimate.unknown.map(({ what, why }) => `Not known: ${what} (${whyWords[why]}).`),
      ...estimate.assumed.map(({ what, value, from }) => `Assumed: ${what} = ${value} (${from}).`),
    ],
    prices: [...prices.values()],
  }
}
