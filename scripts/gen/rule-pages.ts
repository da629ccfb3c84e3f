import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import type * as z from 'zod/mini'
import type { Rule, RuleExample } from '../../core/rule.ts'
import { measuredBy, rates, shareRight } from '../../test/corpus/verdicts.ts'
import { safeRules, safetyText } from './fix-safety.ts'
import { optionsTable } from './options-table.ts'

interface RuleFile {
  readonly rule: Rule
  readonly examples: readonly RuleExample[]
}

/** A page per rule and their index, from what the rules say of themselves. */
export async function rulePages(root: string): Promise<ReadonlyMap<string, string>> {
  const folder = join(root, 'language-rules/rules')
  const files = readdirSync(folder)
    .filter((name) => name.endsWith('.ts') && !name.endsWith('.test.ts'))
    .sort()
  const pages = new Map<string, string>()
  const rules: RuleFile[] = []
  for (const file of files) {
    const loaded = (await import(pathToFileURL(join(folder, file)).href)) as RuleFile
    rules.push(loaded)
    pages.set(`docs/rules/${loaded.rule.id}.md`, page(loaded.rule, loaded.examples))
  }
  pages.set('docs/rules/README.md', index(rules))
  return pages
}

const looksAt = { 'model-call': 'model calls', resource: 'cloud resources', document: 'whole files' } as const

const fence = { python: 'python', typescript: 'ts', terraform: 'terraform', notebook: 'json' } as const

function page(rule: Rule, examples: readonly RuleExample[]): string {
  const bad = examples.filter((example) => example.finds.length > 0)
  const good = examples.filter((example) => example.finds.length === 0)
  const isFixed = bad.some((example) => example.finds.some(({ fixed }) => fixed !== undefined))
  return `# ${rule.id}

${rule.docs.what}

| severity | preset | looks at | fix |
| --- | --- | --- | --- |
| ${rule.severity} | ${rule.preset} | ${looksAt[rule.on]} | ${isFixed ? 'yes' : 'no'} |

## Why it costs

${rule.docs.why}

## What to do

${[rule.docs.fix, safetyText(rule, isFixed)].filter(Boolean).join('\n\n')}

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

function index(files: readonly RuleFile[]): string {
  const rows = files.map(
    ({ rule }) => `| [${rule.id}](${rule.id}.md) | ${rule.docs.what} | ${rule.severity} | ${rule.preset} |`,
  )
  const cells = files.map(
    (file) => `| [${file.rule.id}](${file.rule.id}.md) | ${langs.map((lang) => cellOf(file, lang)).join(' | ')} |`,
  )
  return `# Rules

| rule | what it finds | severity | preset |
| --- | --- | --- | --- |
${rows.join('\n')}

## Where each is found

**found**: an example on the rule's page shows it; **fixed**: and how it is mended. Else why not. What is “not read” is a limit of Outlay's, not a reason of the domain: nobody has taught it that yet.

| rule | Python | TypeScript | notebook | Terraform |
| --- | --- | --- | --- | --- |
${cells.join('\n')}

## Which fixes are safe

Fix-all and \`outlay scan --fix\` make only fixes that are \`safe\`: they can change nothing but the bill, and the bill only downwards. A fix is so where

- whatever runs does the same as before, as fast, with the same data, reached the same way, and fails in the same cases;
- applying it stops nothing and makes nothing anew;
- the saving is computed from two prices of the same quantity, and is there whatever the use is;
- what is edited is written there, and stands for nothing else.

Every other fix is a suggestion; its page says what else it can change. Safe are

${safeRules(files.map(({ rule }) => rule)).join('\n')}
- an unused suppression, which is taken out.

## What was measured

Every rule was run over public repositories, and a sample of what it found was judged by eye, one by one (\`test/corpus/findings\`). A rule enters \`recommended\` where at least ten were judged and at least 95 % of them are right. A sample in repositories that nothing had been tried on (\`test/corpus/fresh\`) counts too, and where one was under 95 %, only those after it do.

| rule | findings per 1,000 files | judged | right |
| --- | --: | --: | --: |
${files.map(({ rule }) => measured(rule)).join('\n')}
`
}

function measured({ id }: Rule): string {
  const verdicts = measuredBy(id)
  const share = verdicts.length === 0 ? '' : `${Math.round(100 * shareRight(verdicts))} %`
  return `| ${id} | ${rates().get(id)?.perThousand ?? ''} | ${verdicts.length} | ${share} |`
}

const langs = ['python', 'typescript', 'notebook', 'terraform'] as const

/** What an example shows, else why there is none; undefined where neither is there. */
function shownIn({ rule, examples }: RuleFile, lang: RuleExample['lang']): string | undefined {
  const finds = examples.filter((example) => example.lang === lang).flatMap((example) => example.finds)
  if (finds.length > 0) return finds.some(({ fixed }) => fixed !== undefined) ? '**fixed**' : '**found**'
  return rule.docs.notIn?.[lang] ?? usual[rule.on]?.[lang]
}

function cellOf(file: RuleFile, lang: RuleExample['lang']): string {
  const shown = shownIn(file, lang)
  if (shown === undefined)
    throw new Error(`${file.rule.id}: no example finds it in ${lang}, and docs.notIn says not why`)
  return shown
}

/** What holds for every rule of a kind. */
const usual: Partial<Record<Rule['on'], Partial<Record<RuleExample['lang'], string>>>> = {
  'model-call': { notebook: 'as in Python', terraform: 'Terraform calls no model' },
  resource: {
    notebook: 'as in Python',
  },
}
