import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

/** One finding of a rule in public code, judged by eye. */
export interface Verdict {
  readonly repo: string
  readonly commit: string
  readonly path: string
  readonly cell?: number
  /** 1-based; inside the cell where there is one. */
  readonly line: number
  /** Right: what the message says is so, and following it would cost less there without harm that anybody can see in the code. */
  readonly verdict: 'right' | 'wrong'
  readonly why: string
}

export const printVerdict = ({ repo, commit, path, cell, line, verdict, why }: Verdict): string =>
  JSON.stringify({ repo, commit, path, ...(cell === undefined ? {} : { cell }), line, verdict, why })

/**
 * `findings`: judged again after each mend, where those that were wrong are seldom found any more. `fresh/1`, `fresh/2` …: in repositories
 * that nothing had been tried on before, judged before anything was mended, and left as they were judged.
 */
export type Judged = 'findings' | `fresh/${number}`

/** Empty where nothing of the rule was judged. */
export function verdictsOf(rule: string, judged: Judged = 'findings'): readonly Verdict[] {
  const file = fileURLToPath(new URL(`${judged}/${rule}.jsonl`, import.meta.url))
  if (!existsSync(file)) return []
  return readFileSync(file, 'utf8')
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as Verdict)
}

/** In the order they were judged in. */
export const freshSamples: readonly Judged[] = readdirSync(new URL('fresh', import.meta.url))
  .filter((name) => /^\d+$/.test(name))
  .sort((a, b) => Number(a) - Number(b))
  .map((name): Judged => `fresh/${Number(name)}`)

/** Least share of right findings, and least number of judged ones, with which a rule is on by itself. */
export const [leastShare, fewestJudged] = [0.95, 10]

/** NaN where none was judged. */
export const shareRight = (verdicts: readonly Verdict[]): number =>
  verdicts.filter(({ verdict }) => verdict === 'right').length / verdicts.length

/**
 * The verdicts that a rule is measured by: all of them; where a fresh sample was under `leastShare`, only the fresh ones after the last such
 * one, as a mend is no measure of itself.
 */
export function measuredBy(rule: string, of: typeof verdictsOf = verdictsOf): readonly Verdict[] {
  const fresh = freshSamples.map((sample) => of(rule, sample))
  const failed = fresh.findLastIndex((verdicts) => shareRight(verdicts) < leastShare)
  return [...(failed < 0 ? of(rule) : []), ...fresh.slice(failed + 1).flat()]
}

/** Of the last run over all rules: how often each was found, and in how much code. */
export function rates(): ReadonlyMap<string, { readonly findings: number; readonly perThousand: string }> {
  const text = readFileSync(fileURLToPath(new URL('findings/rates.tsv', import.meta.url)), 'utf8')
  return new Map(
    text
      .trim()
      .split('\n')
      .slice(1)
      .map((row) => {
        const [rule, findings, perThousand] = row.split('\t') as [string, string, string]
        return [rule, { findings: Number(findings), perThousand }]
      }),
  )
}
