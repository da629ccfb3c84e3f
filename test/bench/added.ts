import { basename, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { bundled } from './bundled.ts'
import { median, show } from './measure.ts'

interface Took {
  /** Processor time of the whole process, milliseconds. */
  readonly cpu: number
  readonly read: number
}

/** In turn, so that each has the same machine. The first round warms the page cache. */
const rounds = 11
const prices = fileURLToPath(new URL('../../core/prices/snapshot', import.meta.url))
const parts = ['nothing', 'data', 'rented'] as const

/** What the reading of files of data, and of all that rents machines or stores data from code, adds to a scan. */
export function added(folders: readonly string[]): string[] {
  if (folders.length === 0) return ['what formats add to a scan: missing, give folders: npm run bench -- <folder>…']
  const run = bundled('added-scan')
  return folders.flatMap((folder) => {
    const took: Record<(typeof parts)[number], Took[]> = { nothing: [], data: [], rented: [] }
    for (let round = 0; round <= rounds; round++)
      for (const part of parts) {
        const one = run(resolve(folder), part, prices) as Took
        if (round > 0) took[part].push(one)
      }
    const all = took.nothing
    const more = (part: 'data' | 'rented') => {
      const ratios = all.map(({ cpu }, i) => cpu / took[part][i]!.cpu - 1)
      return `${percent(median(ratios))} (of the best runs ${percent(best(all) / best(took[part]) - 1)}; ${took[part][0]!.read} files analysed)`
    }
    return [
      `what formats add to a scan of ${basename(folder)}: ${show(median(all.map(({ cpu }) => cpu)))} ms of processor time, ${all[0]!.read} files analysed`,
      `  against no files of data: ${more('data')}`,
      `  against neither those, nor what rents or stores from code, nor Google and Azure: ${more('rented')}`,
    ]
  })
}

const best = (runs: readonly Took[]) => Math.min(...runs.map(({ cpu }) => cpu))
const percent = (share: number) => `${share < 0 ? '' : '+'}${(100 * share).toFixed(1)} %`
