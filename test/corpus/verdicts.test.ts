import { readdirSync } from 'node:fs'
import { expect, test } from 'vitest'
import { registry } from '../../language-rules/registry.gen.ts'
import {
  fewestJudged,
  freshSamples,
  type Judged,
  leastShare,
  measuredBy,
  shareRight,
  type Verdict,
  verdictsOf,
} from './verdicts.ts'

const judged = (['findings', ...freshSamples] as const).flatMap((folder) =>
  readdirSync(new URL(folder, import.meta.url)).flatMap((name) =>
    name.endsWith('.jsonl') ? [[folder, name.replace(/\.jsonl$/, '')] as const] : [],
  ),
)

test.each(judged)(
  '%s/%s: every verdict is of a rule that is there, says why, and stands once',
  (folder: Judged, id) => {
    expect(registry.rules.map((rule) => rule.id)).toContain(id)
    const verdicts = verdictsOf(id, folder)
    const place = ({ repo, path, cell, line }: (typeof verdicts)[number]) => `${repo} ${path} ${cell ?? ''} ${line}`
    expect(new Set(verdicts.map(place)).size).toBe(verdicts.length)
    for (const { commit, verdict, why } of verdicts) {
      expect(commit).toMatch(/^[0-9a-f]{40}$/)
      expect(['right', 'wrong']).toContain(verdict)
      expect(why.length).toBeGreaterThan(10)
    }
  },
)

test.each(registry.rules.filter(({ preset }) => preset === 'recommended').map(({ id }) => id))(
  '%s is recommended: of the findings it is measured by there are enough, and nearly all are right',
  (id) => {
    const verdicts = measuredBy(id)
    expect(verdicts.length).toBeGreaterThanOrEqual(fewestJudged)
    expect(shareRight(verdicts)).toBeGreaterThanOrEqual(leastShare)
  },
)

test('a fresh sample that failed leaves only those after it to count', () => {
  const [right, wrong] = (['right', 'wrong'] as const).map((verdict) => ({ verdict }) as Verdict)
  const samples: Partial<Record<Judged, readonly Verdict[]>> = {
    findings: [right!, right!],
    'fresh/1': [right!, wrong!],
    'fresh/3': [right!],
  }
  const of = (_: string, judged: Judged = 'findings') => samples[judged] ?? []
  expect(measuredBy('any', of)).toEqual([right])
  expect(measuredBy('any', (rule, judged) => (judged === 'fresh/1' ? [] : of(rule, judged)))).toEqual([
    right,
    right,
    right,
  ])
})
