import { readdirSync } from 'node:fs'
import { expect, test } from 'vitest'
import { registry } from '../../language-rules/registry.gen.ts'
import { type Judged, verdictsOf } from './verdicts.ts'

const judged = (['findings', 'fresh/1', 'fresh/2', 'fresh/3', 'fresh/4', 'fresh/5', 'fresh/6'] as const).flatMap(
  (folder) =>
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
  '%s is recommended: at least ten findings in public code were judged, and 95 % of them are right',
  (id) => {
    const verdicts = verdictsOf(id)
    const right = verdicts.filter(({ verdict }) => verdict === 'right').length
    expect(verdicts.length).toBeGreaterThanOrEqual(10)
    expect(right / verdicts.length).toBeGreaterThanOrEqual(0.95)
  },
)
