import { printUsd, usd } from '../core/money.ts'
import { dateOf } from '../core/prices/range.ts'
import { totalOf } from '../core/report/total.ts'
import { whyWords } from '../core/report/why.ts'
import type { CostedSite, Estimate, Result } from '../core/types.ts'
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

/** What the panel shows of the code: every amount is text already, so that the panel cannot show another figure. */
export function estimateView(files: readonly EstimatedFile[]): EstimateView {
  const costed = files.flatMap(({ result }) => result.sites)
  const { month } = totalOf(files.map(({ result }) => result))
  const dates = costed.flatMap(({ estimate }) =>
    estimate.lines.flatMap((line) => line.prices.map((price) => price.asOf)),
  )
  const count = (status: Estimate['status']) => costed.filter(({ estimate }) => estimate.status === status).length
  return {
    month: month ? printUsd(usd(month)) : null,
    asOf: dates.filter((date) => date !== '').sort()[0] ?? null,
    counts: {
      priced: count('priced'),
      partial: count('partial'),
      unknown: count('unknown'),
      free: count('free'),
      unsupported: count('unsupported'),
    },
    sites: files.flatMap(({ name, result, lines }) =>
      result.sites.map((site, i) => siteOf(name, site, (lines[i] ?? 0) + 1)),
    ),
  }
}

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
