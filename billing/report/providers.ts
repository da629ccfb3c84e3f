import type { Money, ProviderAnomaly, ProviderBudget, ProviderForecast } from '../signals/signal.ts'
import { money, rangeText } from './table.ts'

// What a provider says itself: its own reckoning, to which nothing of ours is added.

const amount = ({ amount: value, currency }: Money) => `${money(value)} ${currency}`

export function providerBudgetText({ name, source, allowed, period, actual, forecast, of }: ProviderBudget): string {
  const told = [...(actual ? [`${amount(actual)} spent`] : []), ...(forecast ? [`${amount(forecast)} expected`] : [])]
  const limits = of.map(({ what, values }) => `${what} ${values.join(', ')}`).join('; ')
  const head = `${name} (${source}): ${allowed ? amount(allowed) : 'as the period before'}, by the ${period}`
  const lines = [head, ...(limits ? [`  of ${limits}`] : []), ...(told.length > 0 ? [`  ${told.join(', ')}`] : [])]
  return `${lines.join('\n')}\n`
}

export function providerForecastText({ source, of, expected, band, ...range }: ProviderForecast): string {
  const width = band ? `, ${money(band.low)} to ${money(band.high)} with ${band.percent} %` : ''
  return `${source}${of === undefined ? '' : `, ${of}`}: ${amount(expected)} expected ${rangeText(range)}${width}\n`
}

export function providerAnomalyText({ source, since, until, impact, causes }: ProviderAnomaly): string {
  const days = until === undefined ? `since ${since}` : rangeText({ since, until })
  const from = causes
    .map(({ service, meter, account, region }) => [service, meter, account, region].filter(Boolean).join(', '))
    .filter((cause) => cause !== '')
  return `${source}, ${days}: ${amount(impact)} beyond the expected${from.length > 0 ? `; ${from.join('; ')}` : ''}\n`
}
