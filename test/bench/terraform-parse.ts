import { bundled } from './bundled.ts'
import { percentile, show } from './measure.ts'

interface Run {
  readonly whole: readonly number[]
  readonly edits: readonly number[]
}

/** Reading a file of Terraform, and reading it on after one character is typed in its middle. Warm. */
export function terraformParse(unit: number): string[] {
  const run = bundled('terraform-parse-warm')
  const runs = Array.from({ length: 3 }, () => run() as Run)
  const figure = (of: keyof Run) =>
    [0, 50, 95]
      .map((p) => {
        const ms = percentile(
          runs.flatMap((each) => each[of]),
          p,
        )
        return `${p === 0 ? 'least' : `p${p}`} ${show(ms)} ms = ${(ms / unit).toFixed(3)}×`
      })
      .join(', ')
  return [`Terraform parse: 2,000 lines ${figure('whole')}; a keystroke in 5,000 lines ${figure('edits')}`]
}
