import { type Anomaly, anomaliesOf, everyday } from '../../billing/anomalies.ts'
import { dailyOf } from '../../billing/forecast/days.ts'
import type { Method } from '../../billing/forecast/method.ts'
import { monthEnd } from '../../billing/forecast/month-end.ts'
import { dayAfter } from '../../billing/range.ts'
import { anomaliesText, forecastDocument, forecastText } from '../../billing/report/ahead.ts'
import { printJson } from '../../core/report/json.ts'
import type { Exit, Out } from '../output.ts'
import { type Reading, readSpend, type SpendTools } from '../spend/read.ts'

export interface AheadCommand extends Reading {
  readonly format: 'text' | 'json'
}

/** As many days as a weekly season is learnt from well. */
const history = 120

/** What this month will come to. @returns 0; 2 where something could not be read, or there is nothing to forecast from */
export async function runForecast(command: AheadCommand, tools: SpendTools, trained: Method, out: Out): Promise<Exit> {
  const range = { since: dayAfter(tools.today, -history), until: dayAfter(tools.today) }
  const read = await readSpend(command, range, tools, out)
  if (typeof read === 'string') return told(out, read)
  const rows = await tools.client.ask({ ask: 'spend', by: ['day', 'source'], ...range })
  if ('is' in rows) return told(out, rows.failure.message)
  // Each source by itself: one that begins later, or ends earlier, than another is unknown there and not zero.
  const bySource = new Set(rows.map(({ dimensions }) => dimensions.source ?? ''))
  const months = [...bySource].flatMap((source) =>
    dailyOf(rows.filter(({ dimensions }) => dimensions.source === source)).flatMap((daily) => {
      const month = monthEnd(daily, tools.today, trained)
      return month ? [{ ...month, source }] : []
    }),
  )
  if (months.length === 0)
    return told(out, `No complete day of spend since ${range.since}: there is nothing to forecast from.`)
  if (command.format === 'text') {
    for (const note of read.notes) out.tell(note)
    out.print(forecastText(months))
  } else out.print(printJson(forecastDocument(new Date().toISOString(), months, read.problems)))
  return read.failed ? 2 : 0
}

const dimensions = ['service', 'model', 'account'] as const

/** Days on which a service, a model or an account cost far more or less than usual. @returns 1 where there are some */
export async function runAnomalies(command: AheadCommand, tools: SpendTools, trained: Method, out: Out): Promise<Exit> {
  const range = { since: dayAfter(tools.today, -history), until: dayAfter(tools.today) }
  const read = await readSpend(command, range, tools, out)
  if (typeof read === 'string') return told(out, read)
  const anomalies: (Anomaly & Found)[] = []
  for (const dimension of dimensions) {
    const rows = await tools.client.ask({ ask: 'spend', by: ['day', dimension], ...range })
    if ('is' in rows) return told(out, rows.failure.message)
    const values = new Set(rows.map((row) => row.dimensions[dimension] ?? null))
    for (const value of values) {
      if (value === null) continue
      const own = rows.filter((row) => row.dimensions[dimension] === value)
      for (const daily of dailyOf(own))
        for (const found of anomaliesOf(daily, everyday, trained)) anomalies.push({ ...found, dimension, value })
    }
  }
  const explained = anomalies.map((anomaly) => ({ ...anomaly, because: becauseOf(anomaly, anomalies) }))
  explained.sort((a, b) => (a.day < b.day ? 1 : a.day > b.day ? -1 : Math.abs(b.actual) - Math.abs(a.actual)))
  if (command.format === 'text') {
    for (const note of read.notes) out.tell(note)
    out.print(anomaliesText(explained))
  } else
    out.print(printJson({ schema: 1, asOf: new Date().toISOString(), anomalies: explained, problems: read.problems }))
  return read.failed ? 2 : explained.length > 0 ? 1 : 0
}

interface Found {
  readonly day: string
  readonly currency: string
  readonly dimension: (typeof dimensions)[number]
  readonly value: string
  readonly actual: number
  readonly expected: { readonly likely: number }
}

/** What else was odd on the day and makes at least half of the difference. */
function becauseOf(anomaly: Found, all: readonly Found[]): string[] {
  const off = ({ actual, expected }: Found) => actual - expected.likely
  return all
    .filter(
      (other) =>
        other.day === anomaly.day && other.currency === anomaly.currency && other.dimension !== anomaly.dimension,
    )
    .filter((other) => off(other) / off(anomaly) >= 0.5 && Math.abs(off(other)) <= Math.abs(off(anomaly)) * 1.05)
    .map(({ dimension, value }) => `${dimension} ${value}`)
}

function told(out: Out, sentence: string): Exit {
  out.tell(sentence)
  return 2
}
