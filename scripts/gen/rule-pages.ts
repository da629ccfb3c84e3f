import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import type * as z from 'zod/mini'
import type { Rule, RuleExample } from '../../core/rule.ts'
import { optionsTable } from './options-table.ts'

/** A page per rule and their index, from what the rules say of themselves. */
export async function rulePages(root: string): Promise<ReadonlyMap<string, string>> {
  const folder = join(root, 'language-rules/rules')
  const files = readdirSync(folder)
    .filter((name) => name.endsWith('.ts') && !name.endsWith('.test.ts'))
    .sort()
  const pages = new Map<string, string>()
  const rules: Rule[] = []
  for (const file of files) {
    const loaded = (await import(pathToFileURL(join(folder, file)).href)) as {
      rule: Rule
      examples: readonly RuleExample[]
    }
    rules.push(loaded.rule)
    pages.set(`docs/rules/${loaded.rule.id}.md`, page(loaded.rule, loaded.examples))
  }
  pages.set('docs/rules/README.md', index(rules))
  return pages
}

const fence = { python: 'python', typescript: 'ts', terraform: 'terraform', notebook: 'json' } as const

function page(rule: Rule, examples: readonly RuleExample[]): string {
  const bad = examples.filter((example) => example.finds.length > 0)
  const good = examples.filter((example) => example.finds.length === 0)
  return `# ${rule.id}

${rule.docs.what}

| severity | preset | looks at | fix |
| --- | --- | --- | --- |
| ${rule.severity} | ${rule.preset} | ${rule.on === 'model-call' ? 'model calls' : 'cloud resources'} | ${bad.some((e) => e.finds.some((f) => f.fixed !== undefined)) ? 'yes' : 'no'} |

## Why it costs

${rule.docs.why}

## What to do

${rule.docs.fix}

## When not to

${rule.docs.unless}

Source: <${rule.docs.source}>

## Options

${optionsTable(rule.options as z.ZodMiniType)}

## Costs more than it must

${bad.map((example) => exampleText(example)).join('\n')}
${good.length > 0 ? `## Fine as it is\n\n${good.map((example) => exampleText(example)).join('\n')}` : ''}`
    .trimEnd()
    .concat('\n')
}

function exampleText(example: RuleExample): string {
  const findings = example.finds.map((find) => `Line ${find.line}: ${find.message}\n`).join('\n')
  const fixed = example.finds[0]?.fixed
  const block = (code: string) => `\`\`\`${fence[example.lang]}\n${readable(code.trim())}\n\`\`\`\n`
  return `${example.name}:\n\n${block(example.code)}${findings ? `\n${findings}` : ''}${fixed === undefined ? '' : `\nAfter the fix:\n\n${block(fixed)}`}`
}

/** An example that needs a long text is as long as its rule wants; a page shows how it begins. */
const readable = (code: string) => code.replace(/^.{300,}$/gm, (line) => `${line.slice(0, 160)} […] ${line.slice(-20)}`)

function index(rules: readonly Rule[]): string {
  const rows = rules.map(
    (rule) => `| [${rule.id}](${rule.id}.md) | ${rule.docs.what} | ${rule.severity} | ${rule.preset} |`,
  )
  return `# Rules

| rule | what it finds | severity | preset |
| --- | --- | --- | --- |
${rows.join('\n')}
`
}
