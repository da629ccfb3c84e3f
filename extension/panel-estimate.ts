import { sum } from '../core/band.ts'
import { printUsd, usd } from '../core/money.ts'
import { dateOf } from '../core/prices/range.ts'
import { totalOf } from '../core/report/total.ts'
import { whyWords } from '../core/report/why.ts'
import type { Band, CostedSite, Estimate, Result } from '../core/types.ts'
import type { EstimateSite, EstimateView } from '../webview/protocol.ts'

export interface EstimatedFile {
  /** As the user knows it: relative to the workspace. */
  readonly name: string
  readonly result: Result
  /** 0-based line of each site. */
  readonly lines: readonly number[]
}

const perWords: Readonly<Record<Estimate['per'], string>> = {
  call: 'per call',
  run: 'per run',
  hour: 'per hour',
  month: 'a month',
}

const statuses = ['priced', 'partial', 'unknown', 'free', 'unsupported'] as const

/** What the panel shows of one file. */
export interface EstimatePart {
  readonly month: Band | undefined
  readonly asOf: string | undefined
  readonly counts: EstimateView['counts']
  readonly sites: readonly EstimateSite[]
}

/** Every amount is text already, so that the panel cannot show another figure. */
export function partOf({ name, result, lines }: EstimatedFile): EstimatePart {
  const dates = result.sites.flatMap(({ estimate }) =>
    estimate.lines.flatMap((line) => line.prices.map((price) => price.asOf)),
  )
  return {
    month: totalOf([result]).month,
    asOf: earliest(dates),
    counts: countsOf((status) => result.sites.filter(({ estimate }) => estimate.status === status).length),
    sites: result.sites.map((site, i) => siteOf(name, site, (lines[i] ?? 0) + 1)),
  }
}

/** What the panel shows of the code. */
export function estimateView(parts: readonly EstimatePart[]): EstimateView {
  const month = sum(parts.map((part) => part.month))
  return {
    month: month ? printUsd(usd(month)) : null,
    asOf: earliest(parts.map(({ asOf }) => asOf ?? '')) ?? null,
    counts: countsOf((status) => parts.reduce((sum, { counts }) => sum + counts[status], 0)),
    sites: parts.flatMap(({ sites }) => sites),
  }
}

const earliest = (dates: readonly string[]) => dates.filter((date) => date !== '').sort()[0]

const countsOf = (count: (status: Estimate['status']) => number) =>
  Object.fromEntries(statuses.map((status) => [status, count(status)])) as Record<Estimate['status'], number>

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
