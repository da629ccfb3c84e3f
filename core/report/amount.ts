import { scale } from '../band.ts'
import { printUsd, usd } from '../money.ts'
import type { Currency } from '../prices/user/prices.ts'
import { alsoIn } from './currency.ts'
import { freeSentences, isWithinFree } from './free-tier.ts'
import { isOfPart, spokenPrice } from './hint.ts'
import { rangeSentence } from './range.ts'
import type { FindingJson, ScanDocument, SiteJson } from './schema.ts'
import { monthOf } from './site.ts'
import { reasonOf } from './why.ts'

// Amounts of a scan's document in words, for the terminal and for Markdown.

type EstimateJson = SiteJson['estimate']
type BandJson = NonNullable<EstimateJson['usd']>

export const perWord: Readonly<Record<EstimateJson['per'], string>> = {
  call: 'call',
  run: 'run',
  hour: 'hour',
  month: 'month',
}

/** `$16,029/month`, `$0.0042/call ($4.20/1,000 calls)`, `$80.00/month + unknown`, `free`, `unknown`. */
export function amountOf({ status, estimate }: Pick<SiteJson, 'status' | 'estimate'>): string {
  if (status === 'free') return 'free'
  if (status === 'unsupported') return 'not priced yet'
  const within = isWithinFree(estimate.usd, estimate.lines) ? ', within the free tier' : ''
  const rest = `${within}${status === 'partial' ? ' + unknown' : ''}`
  if (estimate.month) return `${printUsd(usd(estimate.month.usd))}/month${rest}`
  if (estimate.usd)
    return `${printUsd(usd(estimate.usd))}/${perWord[estimate.per]}${perThousand(estimate, estimate.usd)}${rest}`
  const priced = estimate.lines.find((line) => line.unitUsd !== null)
  if (!priced?.unitUsd) return 'unknown'
  const part = isOfPart(priced, estimate.lines) ? `${priced.label} ` : ''
  return `${part}${unitPrice(spokenPrice(priced.unitUsd, priced.prices), priced.unit)}, quantity unknown`
}

const perThousand = ({ per }: EstimateJson, amount: BandJson) =>
  per === 'call' ? ` (${printUsd(usd(scale(amount, 1000)))}/1,000 calls)` : ''

/** Prices of tokens are spoken of by the million. */
function unitPrice(price: BandJson, unit: string): string {
  return unit.endsWith(' token') ? `${printUsd(usd(scale(price, 1e6)))}/1M ${unit}s` : `${printUsd(usd(price))}/${unit}`
}

export const unknownsOf = ({ unknown }: Pick<SiteJson, 'unknown'>): readonly string[] =>
  unknown.map((each) => `${each.what} unknown: ${reasonOf(each)}`)

export const freeOf = ({ estimate }: Pick<SiteJson, 'estimate'>): readonly string[] => freeSentences(estimate.lines)

/** What the lists give where they differ, each once. */
export const rangesOf = ({ estimate }: Pick<SiteJson, 'estimate'>): readonly string[] => {
  const prices = estimate.lines.flatMap((line) => line.prices)
  return [...new Set(prices.map(rangeSentence).filter((text) => text !== undefined))].map(
    (text) => `the price lists differ: ${text}`,
  )
}

/** `$16,033/month; 9 sites: 2 unknown, 1 partly unknown`: what is known, and how much is not. */
export function totalText({ totals, sites: all }: Pick<ScanDocument, 'totals' | 'sites'>, currency?: Currency): string {
  const { partialSites, unknownSites, freeSites, unsupportedSites } = totals
  const sites = all.length
  const oncePriced = all.filter(({ estimate }) => estimate.usd !== null && !monthOf(estimate)).length
  if (sites === 0) return 'Nothing found that costs money.'
  const month = totals.perMonth
    ? `${printUsd(usd(totals.perMonth))}/month${alsoIn(currency, totals.perMonth)}`
    : 'No monthly total'
  const open = [
    unknownSites > 0 ? `${unknownSites} unknown` : '',
    partialSites > 0 ? `${partialSites} partly unknown` : '',
    unsupportedSites > 0 ? `${unsupportedSites} not priced yet` : '',
    freeSites > 0 ? `${freeSites} free` : '',
    oncePriced > 0 ? `${oncePriced} without a volume, so in no month` : '',
  ].filter((part) => part !== '')
  return `${month}; ${sites === 1 ? '1 site' : `${sites} sites`}${open.length === 0 ? '' : `: ${open.join(', ')}`}`
}

/** `partly`: of a call not all is known, and what is not costs less too: what is known of the saving is the least of it. */
export function savingText(
  saves: { readonly per: EstimateJson['per']; readonly usd: BandJson } | null,
  partly = false,
): string {
  if (saves === null) return ''
  const { per, usd: amount } = saves
  return partly && per === 'call' && amount.low > 0
    ? `saves at least ${printUsd(usd({ low: amount.low, likely: amount.low, high: amount.low }))}/${perWord[per]}`
    : `saves ${printUsd(usd(amount))}/${perWord[per]}`
}

/** Of which findings the site is known in part only. */
export function partlyKnown({ sites }: Pick<ScanDocument, 'sites'>): (finding: FindingJson) => boolean {
  const nameOf = ({ file, key }: { readonly file: string; readonly key: string }) => `${file} ${key}`
  const partly = new Set(sites.filter(({ unknown }) => unknown.length > 0).map(nameOf))
  return ({ site }) => site !== null && partly.has(nameOf(site))
}

/** Text from the source must not steer a terminal. */
export const plain = (text: string): string => text.replace(/[\p{Cc}\u202a-\u202e\u2066-\u2069]+/gu, ' ')
