import { learntFrom, monthsOf } from '../../billing/analysis/months.ts'
import { unusualDaysOf } from '../../billing/analysis/unusual-days.ts'
import type { Method } from '../../billing/forecast/method.ts'
import { dayAfter } from '../../billing/range.ts'
import { anomaliesDocument, anomaliesText, forecastDocument, forecastText } from '../../billing/report/ahead.ts'
import { providerAnomalyText, providerForecastText } from '../../billing/report/providers.ts'
import type { SpendSchemas } from '../../billing/report/schema.ts'
import type { Signal } from '../../billing/signals/signal.ts'
import { printJson } from '../../core/report/json.ts'
import type { Exit, Out } from '../output.ts'
import { told } from '../spend/analyse.ts'
import { answered } from '../spend/answered.ts'
import { type Picked, pickedOf } from '../spend/picked.ts'
import { type Read, type Reading, readSpend, type SpendTools } from '../spend/read.ts'
import { hear } from '../spend/signals.ts'

export interface AheadCommand extends Reading, Pick<Picked, 'where'> {
  readonly format: 'text' | 'json'
}

/** What was spent until today, as it is learnt from; else how the command ends. */
async function history(command: AheadCommand, tools: SpendTools, out: Out) {
  const learnt = learntFrom(tools.today)
  const picked = pickedOf({ where: command.where }, tools.today)
  if (typeof picked === 'string') return told(out, picked)
  const read = await readSpend(command, { ...learnt, until: dayAfter(tools.today) }, tools, out)
  if (typeof read === 'string') return told(out, read)
  return read.isEmpty && command.format !== 'json' ? 2 : { learnt, where: picked.where, read }
}

/** What this month will come to. @returns 0; 2 where something could not be read, or there is nothing to forecast from */
export async function runForecast(command: AheadCommand, tools: SpendTools, trained: Method, out: Out): Promise<Exit> {
  const found = await history(command, tools, out)
  if (typeof found !== 'object') return found
  const { where, read } = found
  const months = await answered(tools.client, (ask) => monthsOf(ask, tools.today, trained, where))
  if (typeof months === 'string') return told(out, months)
  const heard = await hear('forecast', command, tools, out)
  if (command.format === 'text') {
    for (const note of [...read.notes, ...heard.problems]) out.tell(note)
    out.print(forecastText(months) + heard.signals.map(providerForecastText).join(''))
  } else {
    const problems = [...read.problems, ...heard.problems]
    const printed = document(read, forecastDocument(months), problems, heard.signals)
    out.print(printJson(printed satisfies SpendSchemas['forecast']))
  }
  return read.failed ? 2 : 0
}

/** Days on which a service, a model, an account or a key cost far more or less than usual. @returns 1 where there are some */
export async function runAnomalies(command: AheadCommand, tools: SpendTools, trained: Method, out: Out): Promise<Exit> {
  const found = await history(command, tools, out)
  if (typeof found !== 'object') return found
  const { learnt, where, read } = found
  const unusual = await answered(tools.client, (ask) => unusualDaysOf(ask, learnt, trained, where))
  if (typeof unusual === 'string') return told(out, unusual)
  const heard = await hear('anomaly', command, tools, out)
  if (command.format === 'text') {
    for (const note of [...read.notes, ...unusual.notes, ...heard.problems]) out.tell(note)
    out.print(anomaliesText(unusual) + heard.signals.map(providerAnomalyText).join(''))
  } else {
    const problems = [...read.problems, ...unusual.notes, ...heard.problems]
    const printed = document(read, anomaliesDocument(unusual), problems, heard.signals)
    out.print(printJson(printed satisfies SpendSchemas['anomalies']))
  }
  return read.failed ? 2 : unusual.found.length > 0 ? 1 : 0
}

const document = <Of extends object, Told extends Signal>(
  { asOf = new Date().toISOString() }: Read,
  of: Of,
  problems: readonly string[],
  providers: readonly Told[],
) => ({ schema: 1 as const, asOf, ...of, problems, providers })
