import { readdir } from 'node:fs/promises'
import { join } from 'node:path'
import type { Rule, RuleExample } from '../../core/rule.ts'

const folder = join(import.meta.dirname, '../../language-rules/rules')

/** Every example of every rule in a language, with the rule's id. */
export async function examplesOf(lang: RuleExample['lang']): Promise<(RuleExample & { readonly rule: string })[]> {
  const files = (await readdir(folder)).filter((name) => name.endsWith('.ts') && !name.endsWith('.test.ts'))
  const modules: { rule: Rule; examples: readonly RuleExample[] }[] = await Promise.all(
    files.map((name) => import(`../../language-rules/rules/${name}`)),
  )
  return modules.flatMap(({ rule, examples }) =>
    examples.filter((example) => example.lang === lang).map((example) => ({ ...example, rule: rule.id })),
  )
}
