import { type DaySum, daySums } from './otlp-calls.ts'
import { documentsOf } from './otlp-json.ts'
import { metricDays } from './otlp-metrics.ts'

/** A number for each day: `2026-11-01` → 1200. */
export type Series = ReadonlyMap<string, number>

export type ReadSeries =
  | { readonly is: 'series'; readonly days: Series; readonly problems: readonly string[] }
  | { readonly is: 'wrong'; readonly message: string }

/** What of a file counts. */
export interface Counted {
  /** Of OTLP metrics: the name of the one. */
  readonly name: string
  /** Of spans. Tokens are those in and out. */
  readonly of: 'calls' | 'tokens'
}

/**
 * The days of a metric's file: CSV with a day and a number in each line, or OTLP JSON, of metrics or of model calls.
 * @param path as the user knows it; its ending says which of the two it is
 */
export function readSeries(path: string, text: string, { name, of }: Counted): ReadSeries {
  if (!/\.jsonl?$/i.test(path)) return readCsv(path, text)
  const documents = documentsOf(text)
  const broken = documents.filter((document) => document === undefined).length
  const problems = broken > 0 ? [`${path}: ${broken} ${broken === 1 ? 'line is' : 'lines are'} no OTLP JSON.`] : []
  const metric = metricDays(documents, name)
  if (metric.is === 'another kind')
    return {
      is: 'wrong',
      message: `${path}: ${name} does not tell how much it was: a gauge does, and a sum, unless it also falls and is told by its changes.`,
    }
  if (metric.is === 'days' && metric.days.size > 0) return { is: 'series', days: metric.days, problems }
  if (metric.is === 'days')
    return {
      is: 'wrong',
      message: `${path}: ${name} tells of no whole day: its counting began before its first point.`,
    }
  const calls = daySums(documents)
  if (calls.size > 0) return ofCalls(path, calls, of, problems)
  const { names } = metric
  const message =
    names.length > 0
      ? `${path} has no metric named ${name}: it has ${names.slice(0, 5).join(', ')}${names.length > 5 ? ` and ${names.length - 5} more` : ''}. Say which under "metric" in outlay.json.`
      : `${path} has no span of a model call, and no metric.`
  return { is: 'wrong', message }
}

/** A day of which a call does not tell its tokens has no number of them. */
function ofCalls(
  path: string,
  calls: ReadonlyMap<string, DaySum>,
  of: Counted['of'],
  problems: readonly string[],
): ReadSeries {
  const whole = [...calls].filter(([, { untold }]) => of === 'calls' || untold === 0)
  const left = calls.size - whole.length
  const told = `${path}: calls on ${left} ${left === 1 ? 'day' : 'days'} do not tell their tokens, so that ${left === 1 ? 'it is' : 'they are'} left out.`
  if (whole.length === 0) return { is: 'wrong', message: `${path}: no day tells the tokens of all its calls.` }
  const days = new Map(whole.map(([day, sum]) => [day, sum[of]] as const))
  return { is: 'series', days, problems: left > 0 ? [...problems, told] : problems }
}

function readCsv(path: string, text: string): ReadSeries {
  const days = new Map<string, number>()
  for (const [index, line] of text
    .replace(/^\uFEFF/, '')
    .split(/\r?\n/)
    .entries()) {
    if (line.trim() === '') continue
    const [day = '', value = ''] = line.split(/[,;\t]/).map((cell) => cell.trim().replace(/^"(.*)"$/, '$1'))
    const isDay = /^\d{4}-\d\d-\d\d$/.test(day) && !Number.isNaN(Date.parse(day))
    // The first line may name the columns.
    if (!isDay && index === 0 && !/\d/.test(line)) continue
    const wrong = (found: string): ReadSeries => ({
      is: 'wrong',
      message: `${path}, line ${index + 1}: expected a day and a number (2026-11-01,1200), found ${found}.`,
    })
    if (!isDay || !/^-?\d+(\.\d+)?(e[+-]?\d+)?$/i.test(value)) return wrong(`"${line.trim().slice(0, 60)}"`)
    if (days.has(day)) return wrong(`${day} a second time`)
    days.set(day, Number(value))
  }
  if (days.size === 0) return { is: 'wrong', message: `${path} has no line with a day and a number.` }
  return { is: 'series', days, problems: [] }
}
