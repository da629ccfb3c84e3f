import { unusualDaysOf } from '../../billing/analysis/unusual-days.ts'
import { dailyOf } from '../../billing/forecast/days.ts'
import type { Method } from '../../billing/forecast/method.ts'
import { monthEnd } from '../../billing/forecast/month-end.ts'
import { dayAfter } from '../../billing/range.ts'
import { anomaliesDocument, anomaliesText, forecastDocument, forecastText } from '../../billing/report/ahead.ts'
import { printJson } from '../../core/report/json.ts'
import type { Exit, Out } from '../output.ts'
import { answered } from '../spend/answered.ts'
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

/** Days on which a service, a model, an account or a key cost far more or less than usual. @returns 1 where there are some */
export async function runAnomalies(command: AheadCommand, tools: SpendTools, trained: Method, out: Out): Promise<Exit> {
  const range = { since: dayAfter(tools.today, -history), until: dayAfter(tools.today) }
  const read = await readSpend(command, range, tools, out)
  if (typeof read === 'string') return told(out, read)
  const anomalies = await answered(tools.client, (ask) => unusualDaysOf(ask, range, trained))
  if (typeof anomalies === 'string') return told(out, anomalies)
  if (command.format === 'text') {
    for (const note of read.notes) out.tell(note)
    out.print(anomaliesText(anomalies))
  } else out.print(printJson(anomaliesDocument(new Date().toISOString(), anomalies, read.problems)))
  return read.failed ? 2 : anomalies.length > 0 ? 1 : 0
}

function told(out: Out, sentence: string): Exit {
  out.tell(sentence)
  return 2
}
