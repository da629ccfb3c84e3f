import { readFile } from 'node:fs/promises'
import type { Metric } from '../../core/config/spend-metric-schema.ts'
import { readSeries } from './metric-file.ts'
import type { NamedMetric } from './unit-costs.ts'

export interface ReadMetrics {
  readonly metrics: readonly NamedMetric[]
  /** Sentences: of those that could not be read, and are left out. */
  readonly wrong: readonly string[]
  /** Sentences: of what was read, and is not all. */
  readonly problems: readonly string[]
}

/** The metrics of outlay.json with the days of their files. */
export async function readMetrics(metrics: readonly Metric[]): Promise<ReadMetrics> {
  const wrong: string[] = []
  const problems: string[] = []
  const named: NamedMetric[] = []
  for (const metric of metrics) {
    const read = await seriesOf(metric)
    if (read.is === 'wrong') wrong.push(`${metric.name}: ${read.message}`)
    else {
      problems.push(...read.problems)
      named.push({ metric, ...(read.days ? { series: read.days } : {}) })
    }
  }
  return { metrics: named, wrong, problems }
}

async function seriesOf({ file, is, name, metric = name }: Metric) {
  if (file === undefined) return { is: 'series', days: undefined, problems: [] } as const
  try {
    return readSeries(file, await readFile(file, 'utf8'), { name: metric, of: is === 'tokens' ? 'tokens' : 'calls' })
  } catch (error) {
    const why = error instanceof Error && 'code' in error ? ` (${String(error.code)})` : ''
    return { is: 'wrong', message: `${file} cannot be read${why}. It is named in outlay.json.` } as const
  }
}
