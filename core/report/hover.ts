import { billedWithWord } from '../billed-with.ts'
import { printCount, printUsd, usd } from '../money.ts'
import type { Cheaper } from '../prices/cheaper.ts'
import type { Currency } from '../prices/user/prices.ts'
import type { WhatIf } from '../prices/what-if.ts'
import type { CostedSite, Estimate, Line, Repeat } from '../types.ts'
import { candidateSentences, candidatesTitle } from './candidates.ts'
import { carbonSentences } from './carbon.ts'
import { cheaperSentence } from './cheaper.ts'
import { alsoIn } from './currency.ts'
import { escaped } from './escaped.ts'
import { freeSources, isWithinFree } from './free-tier.ts'
import { growthSentence } from './growth.ts'
import { lineTexts, sourceTexts } from './line-texts.ts'
import { whatIfSentences } from './what-if.ts'
import { reasonOf } from './why.ts'

const perWords: Readonly<Record<Estimate['per'], string>> = {
  call: 'per call',
  run: 'per run',
  hour: 'per hour',
  month: 'per month',
}

/**
 * The whole breakdown of a site as Markdown: quantity × unit price = amount for each line, what is not known and why,
 * what was assumed and from where, source and date of each price.
 * @param cheaper what would do the same for less, where somebody looked
 * @param otherwise what it would cost if it were paid for by the year or with one's own licences, where somebody looked
 */
export const hoverMarkdown = (...of: Parameters<typeof hoverParts>): string =>
  hoverParts(...of)
    .filter(Boolean)
    .join('\n\n')

/** The same in two: what it comes to, part by part; and all there is to say of that. */
export function hoverParts(
  { site, estimate }: CostedSite,
  approximate = false,
  currency?: Currency,
  cheaper: readonly Cheaper[] = [],
  otherwise: WhatIf = { committed: [], licences: [] },
): readonly [amount: string, rest: string] {
  const own = site.kind === 'resource' ? site.cloud : site.provider
  const amount = [
    headline({ site, estimate }, approximate, currency),
    ...(estimate.lines.length > 0 ? [table(estimate.lines)] : []),
  ]
  const rest = [
    list(candidatesTitle, candidateSentences(site).map(escaped)),
    site.kind === 'model-call' ? repeats(site.repeats) : undefined,
    estimate.growth && `Grows with every turn: ${escaped(growthSentence(estimate.growth))}`,
    list('Free tier', freeSources(estimate.lines).map(escaped)),
    list(
      'Cheaper',
      cheaper.map((each) => escaped(cheaperSentence(each, own))),
    ),
    list('What if, and not counted', whatIfSentences(otherwise).map(escaped)),
    list(
      'Not known',
      estimate.unknown.map((unknown) => `${escaped(unknown.what)}: ${escaped(reasonOf(unknown))}`),
    ),
    list(
      'Assumed',
      estimate.assumed
        .filter(({ what }) => what !== billedWithWord)
        .map(
          (assumption) => `${escaped(assumption.what)} = ${escaped(assumption.value)} (${escaped(assumption.from)})`,
        ),
    ),
    list('Prices', sourceTexts(estimate.lines).map(escaped)),
    list(`Carbon, ${perWords[estimate.per]}`, carbonSentences(estimate.carbon).map(escaped)),
    approximate ? 'Tokens are estimated until the tokenizer is loaded.' : undefined,
  ]
  return [amount.join('\n\n'), rest.filter((part) => part !== undefined).join('\n\n')]
}

/** What it comes to, by the month and by the call. `isNamed`: with the name of what it is. */
export function headline(
  { site, estimate }: CostedSite,
  approximate: boolean,
  currency: Currency | undefined,
  isNamed = true,
): string {
  const name = isNamed ? ` · \`${site.label.replaceAll('`', "'")}\`` : ''
  const billedWith = estimate.assumed.find(({ what }) => what === billedWithWord)
  if (estimate.status === 'free' && billedWith !== undefined)
    return `**Free by itself**, billed with ${escaped(billedWith.value)}${name}`
  if (estimate.status === 'free') return `**Free**${name}`
  if (estimate.status === 'unsupported') return `**Not priced yet**${name}`
  const parts: string[] = []
  if (estimate.month)
    parts.push(
      `**${printUsd(usd(estimate.month.usd))} per month**${alsoIn(currency, estimate.month.usd)} at ${printCount(estimate.month.calls)} calls (${escaped(estimate.month.from)})`,
    )
  if (estimate.usd) {
    const within = isWithinFree(estimate.usd, estimate.lines) ? ', within the free tier' : ''
    const open = `${within}${estimate.status === 'partial' ? ' and what is not known' : ''}`
    parts.push(
      `**${approximate ? '~' : ''}${printUsd(usd(estimate.usd))} ${perWords[estimate.per]}**${alsoIn(currency, estimate.usd)}${open}`,
    )
    if (estimate.per === 'call' && !estimate.month)
      parts.push(`${printUsd(usd(scaled(estimate.usd, 1000)))} per 1,000 calls`)
  }
  return `${parts.length === 0 ? '**Cost unknown**' : parts.join(' · ')}${name}`
}

const scaled = (band: { low: number; likely: number; high: number }, by: number) => ({
  low: band.low * by,
  likely: band.likely * by,
  high: band.high * by,
})

/** Cells of a hover have no room of their own between them. */
const gap = ' | &nbsp;&nbsp;'

function table(lines: readonly Line[]): string {
  const rows = lines.map((line) => {
    const [quantity, price, amount] = lineTexts(line)
    return `| ${[escaped(line.label), quantity, price, amount].join(gap)} |`
  })
  return [`| ${['', 'Quantity', '× Unit price', '= USD'].join(gap)} |`, '| :-- | --: | --: | --: |', ...rows].join('\n')
}

const reasons: Readonly<Record<Repeat['kind'], string>> = {
  data: 'once per item',
  retry: 'again after a failure',
  agent: 'again until the agent is done',
}

function repeats(all: readonly Repeat[]): string | undefined {
  return list(
    'Made many times',
    all.map((repeat) => {
      const bound = repeat.bound === undefined ? '' : `, at most ${repeat.bound.toLocaleString('en-US')} times`
      return `${reasons[repeat.kind]}${bound}${repeat.where === 'caller' ? ' (in a loop that calls this function)' : ''}`
    }),
  )
}

const list = (title: string, items: readonly string[]) =>
  items.length === 0 ? undefined : `${title}:\n${items.map((item) => `- ${item}`).join('\n')}`
