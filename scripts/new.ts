// `npm run new rule unbounded-output`: starts the one file that a new thing needs.
import { existsSync, writeFileSync } from 'node:fs'

const [kind, name] = process.argv.slice(2)
const templates: Record<string, { readonly file: (name: string) => string; readonly text: (name: string) => string }> =
  {
    rule: { file: (id) => `language-rules/rules/${id}.ts`, text: ruleText },
  }

const template = templates[kind ?? '']
if (!template || !name || !/^[a-z0-9]+(-[a-z0-9]+)*$/.test(name)) {
  console.error(
    'Usage: npm run new rule <smell>, where <smell> is kebab-case and reads after "allow": unbounded-output.',
  )
  process.exit(2)
}
const file = template.file(name)
if (existsSync(file)) {
  console.error(`${file} is there already.`)
  process.exit(2)
}
writeFileSync(file, template.text(name))
console.log(`Wrote ${file}. Fill in what it checks and its examples, then run "npm run gen" and "npm run unit".`)

function ruleText(id: string): string {
  return `import * as z from 'zod/mini'
import { say, usd } from '../../core/money.ts'
import { defineRule, type RuleExample } from '../../core/rule.ts'
import { methodName } from '../../core/rules/call-place.ts'

const options = z.object({})

export const rule = defineRule({
  id: '${id}',
  on: 'model-call',
  severity: 'info',
  preset: 'strict',
  docs: {
    what: 'What is wrong, in one sentence.',
    why: 'Why it costs.',
    fix: 'What to do.',
    unless: 'When it is right to leave it.',
    source: 'https://where.the/lever/is/documented',
    // alters: ['answers'], as soon as it has a fix: what else than the bill that can change
  },
  options,
  *check(call, { estimate, estimateWith, module, document }) {
    const after = estimateWith({})
    if (!estimate.usd || !after.usd) return
    yield {
      at: methodName(call, module, document),
      message: say\`What costs, \${usd(estimate.usd)}, and what to do.\`,
      after,
    }
  },
})

export const examples: readonly RuleExample[] = []
`
}
