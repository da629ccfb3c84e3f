import { forecast } from '../../billing/forecast/forecast.ts'
import { seasonalNaive } from '../../billing/forecast/method.ts'
import { loadMstl } from '../../billing/forecast/mstl.ts'
import { show } from './measure.ts'
import { families, seriesOf } from './spend-series.ts'

const [history, horizon, perFamily] = [90, 14, 20]
const dayOf = (i: number) => new Date(Date.UTC(2026, 6, 1 + i)).toISOString().slice(0, 10)

/** Of 160 simulated series: how often the next 14 days fall in the band, and how far off they are, beside the week before repeated. */
export async function forecasts(unit: number): Promise<string[]> {
  const method = await loadMstl()
  const started = performance.now()
  const lines = Object.entries(families).map(([name, family], i) => {
    const sums = { inside: 0, days: 0, off: 0, naive: 0, totals: 0 }
    for (let seed = 0; seed < perFamily; seed++) {
      const all = seriesOf(family, 7000 + 100 * i + seed, history + horizon)
      const known = all.slice(0, history)
      const said = forecast(
        known.map((amount, at) => ({ day: dayOf(at), amount })),
        horizon,
        method,
      )
      const repeated = seasonalNaive.predict(known, horizon)
      const came = all.slice(history)
      came.forEach((value, at) => {
        const { low, likely, high } = said.days[at]!.amount
        sums.days += 1
        sums.inside += value >= low && value <= high ? 1 : 0
        sums.off += Math.abs(value - likely) / value
        sums.naive += Math.abs(value - repeated[at]!) / value
      })
      const total = came.reduce((sum, value) => sum + value, 0)
      sums.totals += total >= said.total.low && total <= said.total.high ? 1 : 0
    }
    const percent = (part: number, whole: number) => `${((100 * part) / whole).toFixed(1)} %`
    return `forecast, ${name}: ${percent(sums.inside, sums.days)} of days in the 95 % band, ${percent(sums.totals, perFamily)} of totals; MAPE ${percent(sums.off, sums.days)}, the week before repeated ${percent(sums.naive, sums.days)}`
  })
  const each = (performance.now() - started) / (perFamily * lines.length)
  return [...lines, `forecast: ${show(each)} ms a series (${(each / unit).toFixed(2)}×)`]
}
