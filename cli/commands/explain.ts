import { meant } from '../../core/config/explain.ts'
import type { SarifRule } from '../../core/report/sarif.ts'
import type { Rule } from '../../core/rule.ts'
import { suppressionRule } from '../../core/suppress.ts'
import type { Exit, Out } from '../output.ts'

/** What a rule says, why, and when to leave it. */
export function runExplain(id: string, rules: readonly Rule[], out: Out): Exit {
  const all: readonly (SarifRule & Pick<Rule, 'preset'>)[] = [...rules, suppressionRule]
  const rule = all.find((each) => each.id === id)
  if (!rule) {
    const names = all.map((each) => each.id)
    out.tell(`No rule has the name "${id}"${meant(id, names)}\nThere are: ${names.sort().join(', ')}`)
    return 2
  }
  const { what, why, fix, unless, source } = rule.docs
  const preset =
    rule.preset === 'recommended' ? 'on by itself' : `on with the preset ${rule.preset}, or where outlay.json names it`
  out.print(
    `${rule.id} (${rule.severity}, ${preset})\n\n${what}\n\nWhy: ${why}\nFix: ${fix}\nLeave it: ${unless}\nSource: ${source}\n`,
  )
  return 0
}
