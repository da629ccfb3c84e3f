import { daySums } from './otlp-calls.ts'

/** A number for each day: `2026-11-01` → 1200. */
export type Series = ReadonlyMap<string, number>

export type ReadSeries =
  | { readonly is: 'series'; readonly days: Series; readonly problems: readonly string[] }
  | { readonly is: 'wrong'; readonly message: string }

/**
 * The days of a metric's file: CSV with a day and a number in each line, or model calls as OTLP JSON.
 * @param path as the user knows it; its ending says which of the two it is
 * @param counts of spans, what is counted: calls, or the tokens in and out of them
 */
export function readSeries(path: string, text: string, counts: 'calls' | 'tokens'): ReadSeries {
  if (!/\.jsonl?$/i.test(path)) return readCsv(path, text)
  const { days, broken } = daySums(text)
  if (days.size === 0) return { is: 'wrong', message: `${path} has no span of a model call.` }
  const problems = broken > 0 ? [`${path}: ${broken} ${broken === 1 ? 'line is' : 'lines are'} no OTLP JSON.`] : []
  return { is: 'series', days: new Map([...days].map(([day, sum]) => [day, sum[counts]])), problems }
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
