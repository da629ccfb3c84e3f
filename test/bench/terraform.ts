import { fileURLToPath } from 'node:url'
import { bundled } from './bundled.ts'
import { percentile, show } from './measure.ts'

interface Time {
  readonly ms: number
  /** Processor time: other programs add less to it. */
  readonly cpu: number
}

interface Run {
  readonly sites: number
  readonly cold: Time
  readonly edits: readonly Time[]
}

const snapshot = fileURLToPath(new URL('../../core/prices/snapshot', import.meta.url))

/** A generated root of 200 resources and 20 modules: from its texts to its costs in a fresh process, and again after an edit. */
export function terraform(unit: number): string[] {
  const run = bundled('terraform-cold')
  const runs = Array.from({ length: 7 }, () => run(snapshot) as Run)
  const figure = (times: readonly Time[], of: keyof Time) =>
    [0, 50, 95].map((p) => {
      const ms = percentile(
        times.map((time) => time[of]),
        p,
      )
      return `${p === 0 ? 'least' : `p${p}`} ${show(ms)} ms = ${(ms / unit).toFixed(2)}×`
    })
  const cold = runs.map((run) => run.cold)
  const edits = runs.flatMap((run) => run.edits.slice(20))
  return [
    `Terraform, 200 resources and 20 modules (${runs[0]!.sites} sites), fresh process: ${figure(cold, 'ms').join(', ')}; processor ${figure(cold, 'cpu').join(', ')}`,
    `Terraform, the same after an edit: ${figure(edits, 'ms').join(', ')}; processor ${figure(edits, 'cpu').join(', ')}`,
  ]
}
